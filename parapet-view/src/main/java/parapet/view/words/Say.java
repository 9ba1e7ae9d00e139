package parapet.view.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Currencies;
import parapet.quantity.Show;

/// Numbers and names as readers want them: three significant digits, a true minus sign, amounts
/// grouped by the custom of their currency, month names for dates.
public final class Say {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final String NONE = "–";
    private static final double NOISE = 1e-9;
    private static final Pattern ACRONYM = Pattern.compile("\\b(mro|oem|mtbf)\\b");

    private static final Pattern LINK = Pattern.compile(",?( (by|on|in|at|from|after))?( \\d+)?$");

    private Say() {}

    /// A number to three significant digits, with thousands apart.
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "never" : "always";
        }
        return minus(Show.number(value));
    }

    /// A number with its sign.
    public static String signed(double value) {
        return value > 0 && Double.isFinite(value) ? "+" + number(value) : number(value);
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /// A share as a percentage: whole from 10 %, one decimal from 1 %, three digits below.
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return NONE;
        }
        double value = share * 100;
        double size = Math.abs(value);
        double rounded =
                size >= 10 ? Math.rint(value) : size >= 1 ? Math.rint(value * 10) / 10 : value;
        return number(rounded) + " %";
    }

    /// A value in the unit of a metric.
    public static String measure(double value, String unit) {
        return measure(value, unit, true);
    }

    private static String measure(double value, String unit, boolean named) {
        if (!Double.isFinite(value)) {
            return number(value);
        }
        return switch (unit) {
            case "%" -> percent(value / 100);
            case "year", "calendar year" -> Long.toString(Math.round(value));
            case "date" -> day(value);
            case "" -> number(value);
            default -> amount(value, unit) + (named ? " " + unit : "");
        };
    }

    /// A number in a unit, grouped by the custom of the currency where the unit is one of money.
    private static String amount(double value, String unit) {
        String code = unit.substring(unit.lastIndexOf(' ') + 1);
        boolean money = Currencies.isCode(code) && Double.isFinite(Currencies.factor(unit));
        return money && Currencies.of(code).pairs() ? pairs(value) : number(value);
    }

    /// A difference in the unit of a metric, with its sign.
    public static String difference(double difference, String unit) {
        double value = Math.abs(difference) < NOISE ? 0 : difference; // of sums that are equal
        String text =
                switch (unit) {
                    case "%" -> Double.isFinite(value) ? number(value) + " points" : NONE;
                    case "year", "calendar year" -> number(value) + " years";
                    default -> measure(value, unit, false);
                };
        return value > 0 && Double.isFinite(value) ? "+" + text : text;
    }

    /// A value that a table tells in words, with its unit in a column beside it.
    public static String told(String value, String unit) {
        return unit.equals("date") ? day(LocalDate.parse(value)) : value;
    }

    /// A range without repeating the unit.
    public static String range(double low, double high, String unit) {
        return shorten(measure(low, unit), measure(high, unit));
    }

    /// A range of amounts whose unit stands in the head of the column.
    public static String bareRange(double low, double high, String unit) {
        return shorten(measure(low, unit, false), measure(high, unit, false));
    }

    private static String shorten(String low, String high) {
        int split = low.indexOf(' ');
        boolean same = split > 0 && high.endsWith(low.substring(split)) && !low.equals(high);
        return span(same ? low.substring(0, split) : low, high);
    }

    /// From one to the other; one of them where both are the same.
    public static String span(String from, String to) {
        return from.equals(to) ? to : from + " to " + to;
    }

    /// A period in words, a single month where it lies in one.
    public static String period(@Nullable LocalDate first, @Nullable LocalDate last) {
        return span(month(first), month(last));
    }

    /// An amount whose unit stands in the head of the column.
    public static String bare(double value, String unit) {
        return measure(value, unit, false);
    }

    /// A number of units with at most one decimal; with three digits where that would be 0.
    public static String tenths(double value) {
        boolean small = !Double.isFinite(value) || Math.abs(value) < 0.05;
        return number(small ? value : Math.rint(value * 10) / 10);
    }

    /// A range of differences.
    public static String differenceRange(double low, double high, String unit) {
        return shorten(difference(low, unit), difference(high, unit));
    }

    /// A number whose digits above the thousands are grouped by two, to three significant digits:
    /// 1,23,000.
    public static String pairs(double value) {
        String plain = number(value).replace(",", "");
        int sign = plain.startsWith("−") ? 1 : 0;
        int dot = plain.indexOf('.');
        String whole = plain.substring(sign, dot < 0 ? plain.length() : dot);
        if (whole.length() <= 3) {
            return plain;
        }
        StringBuilder grouped = new StringBuilder(whole.substring(whole.length() - 3));
        for (int end = whole.length() - 3; end > 0; end -= 2) {
            grouped.insert(0, whole.substring(Math.max(0, end - 2), end) + ",");
        }
        return (sign == 1 ? "−" : "") + grouped + (dot < 0 ? "" : plain.substring(dot));
    }

    public static String day(@Nullable LocalDate date) {
        return date == null ? NONE : DAY.format(date);
    }

    private static String day(double epochDay) {
        return day(LocalDate.ofEpochDay(Math.round(epochDay)));
    }

    public static String month(@Nullable LocalDate date) {
        return date == null ? NONE : MONTH.format(date);
    }

    /// What some labels that differ in their dates share, as a title: of `Units ready in June 2026`
    /// and `Units ready in May 2030` it is `Units ready`.
    public static String shared(List<String> labels) {
        String first = labels.getFirst();
        int end = first.length();
        for (String label : labels) {
            int at = 0;
            while (at < Math.min(end, label.length()) && label.charAt(at) == first.charAt(at)) {
                at++;
            }
            end = at;
        }
        if (end == first.length()) {
            return first;
        }
        String words = first.substring(0, Math.max(0, first.lastIndexOf(' ', end)));
        String title = LINK.matcher(words).replaceFirst("");
        return title.isEmpty() ? first : title;
    }

    /// Some words as one list: `a, b and c`.
    public static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /// A key in words: `battery-4-delivery` becomes `Battery 4 delivery`.
    public static String words(String key) {
        String text = key.replace('-', ' ').replace('_', ' ').replace(".", " · ");
        text = ACRONYM.matcher(text).replaceAll(m -> m.group().toUpperCase(Locale.ROOT));
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// A key as an anchor.
    public static String anchor(String prefix, String key) {
        return prefix + "-" + key.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    public static String count(long n, String one, String many) {
        return "%,d %s".formatted(n, n == 1 ? one : many);
    }
}
