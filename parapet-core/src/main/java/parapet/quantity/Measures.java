package parapet.quantity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads measures as people write them.
///
///     measure   = span unit | date [".." date]
///     span      = number | low ".." high | low ".." mode ".." high
///     money     = span [multiplier] currency           multiplier: see [Currencies]
///     date      = 2026 | 2026-05 | 2026-05-14 | 2026-Q2 | FY2025-26 (April to March)
///
/// Numbers are read by [Numbers]: thousands may be grouped, Indian or western, and the decimal sign
/// is the point. A period of time as a date (`2026-05`) becomes the range of its days.
public final class Measures {
    private static final Pattern FISCAL_YEAR = Pattern.compile("FY\\s?(\\d{4})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern EXCHANGE = Pattern.compile("([A-Z]{3})/([A-Z]{3})");

    private static final int LONGEST = 400;

    /// Days in a mean Gregorian year and its twelfth.
    public static final double DAYS_PER_YEAR = 365.2425;

    /// Seconds in a day.
    public static final double DAY_SEC = 86_400;

    /// Seconds in a mean Gregorian year.
    public static final double YEAR_SEC = DAYS_PER_YEAR * DAY_SEC;

    /// Seconds in a twelfth of a year.
    public static final double MONTH_SEC = YEAR_SEC / 12;

    private record UnitOf(Dimension dimension, double factor) {}

    private static final Map<String, UnitOf> UNITS = units();

    private Measures() {}

    private static Map<String, UnitOf> units() {
        var u = new LinkedHashMap<String, UnitOf>();
        unit(u, Dimension.SHARE, 0.01, "%", "percent");
        unit(u, Dimension.SHARE, 3600 / YEAR_SEC, "h/year");
        unit(u, Dimension.DURATION, 1, "s");
        unit(u, Dimension.DURATION, 60, "min");
        unit(u, Dimension.DURATION, 3600, "h", "hour", "hours");
        unit(u, Dimension.DURATION, DAY_SEC, "d", "day", "days");
        unit(u, Dimension.DURATION, 7 * DAY_SEC, "week", "weeks");
        unit(u, Dimension.DURATION, MONTH_SEC, "month", "months");
        unit(u, Dimension.DURATION, YEAR_SEC, "year", "years");
        unit(u, Dimension.RATE, 1 / YEAR_SEC, "1/year", "/year");
        unit(u, Dimension.RATE, 0.01 / YEAR_SEC, "%/year", "points/year");
        unit(u, Dimension.LENGTH, 1, "m");
        unit(u, Dimension.LENGTH, 1e3, "km");
        unit(u, Dimension.LENGTH, 1852, "nmi");
        unit(u, Dimension.SPEED, 1, "m/s");
        unit(u, Dimension.SPEED, 1e3, "km/s");
        unit(u, Dimension.SPEED, 1 / 3.6, "km/h");
        unit(u, Dimension.SPEED, 340.294, "Mach"); // sea level of the standard atmosphere
        unit(u, Dimension.ANGLE, StrictMath.toRadians(1), "deg");
        unit(u, Dimension.ANGLE, 1, "rad");
        unit(u, Dimension.FREQUENCY, 1, "Hz");
        unit(u, Dimension.FREQUENCY, 1e9, "GHz");
        unit(u, Dimension.FREQUENCY, 1e6, "MHz");
        unit(u, Dimension.AREA, 1, "m2");
        unit(u, Dimension.AREA, 1e12, "million km2");
        return u;
    }

    private static void unit(
            Map<String, UnitOf> units, Dimension dimension, double factor, String... names) {
        for (String name : names) {
            units.put(name, new UnitOf(dimension, factor));
        }
    }

    /// The outcome of reading one text: a span, or what was wrong with it.
    ///
    /// @param span the value when the text could be read
    /// @param problem what was found instead, a phrase that follows "found"; null when the text
    ///   could be read
    /// @param cure what to write instead, such as `write 1.5 month`; null when there is no one cure
    public record Reading(@Nullable Span span, @Nullable String problem, @Nullable String cure) {
        Reading(@Nullable Span span, @Nullable String problem) {
            this(span, problem, null);
        }
    }

    /// Reads `text` as a measure of `dimension`.
    public static Reading read(String text, Dimension dimension) {
        String trimmed = Numbers.plain(text);
        if (trimmed.length() > LONGEST) {
            return problem("a text of %d characters".formatted(trimmed.length()));
        }
        if (dimension == Dimension.DATE) {
            return readDate(trimmed);
        }
        if (dimension == Dimension.TEXT) {
            return new Reading(Span.of(0), null);
        }
        Numbers.Range range = Numbers.range(trimmed);
        if (range.problem() != null) {
            return new Reading(null, range.problem(), range.cure());
        }
        List<Double> n = range.numbers();
        double first = n.getFirst();
        double last = n.getLast();
        double mode = n.size() == 1 ? first : n.size() == 2 ? Double.NaN : n.get(1);
        if (last < first || (!Double.isNaN(mode) && (mode < first || mode > last))) {
            return problem(
                    "\"%s\", whose numbers do not rise from low to high"
                            .formatted(shorten(trimmed)));
        }
        return withUnit(new Span(first, mode, last, null), range.rest(), dimension, trimmed);
    }

    private static Reading withUnit(Span span, String unit, Dimension dimension, String text) {
        return switch (dimension) {
            case COUNT ->
                    unit.isEmpty() || unit.equals("count")
                            ? new Reading(span, null)
                            : problem(
                                    "\"%s\" with the unit \"%s\""
                                            .formatted(shorten(text), shorten(unit)));
            case MONEY -> money(span, unit, text);
            case EXCHANGE ->
                    EXCHANGE.matcher(unit).matches()
                            ? new Reading(span.times(1, unit), null)
                            : problem(
                                    "\"%s\", which names no pair of currencies"
                                            .formatted(shorten(text)));
            default -> scaled(span, unit, dimension, text);
        };
    }

    private static Reading scaled(Span span, String unit, Dimension dimension, String text) {
        if (unit.isEmpty()) {
            return problem("the bare number %s".formatted(shorten(text)));
        }
        UnitOf known = UNITS.get(unit);
        if (known == null) {
            return problem("the unknown unit \"%s\"".formatted(shorten(unit)));
        }
        if (known.dimension != dimension) {
            return problem(
                    "\"%s\", which is %s"
                            .formatted(shorten(text), article(known.dimension.label())));
        }
        return reading(span.times(known.factor, null), text);
    }

    private static Reading reading(Span span, String text) {
        return Double.isFinite(span.low()) && Double.isFinite(span.high())
                ? new Reading(span, null)
                : problem("\"%s\", a number too large to hold".formatted(shorten(text)));
    }

    private static Reading money(Span span, String unit, String text) {
        int cut = unit.lastIndexOf(' ');
        String currency = cut < 0 ? unit : unit.substring(cut + 1);
        String multiplier = cut < 0 ? "" : unit.substring(0, cut).strip().toLowerCase(Locale.ROOT);
        if (!Currencies.isCode(currency)) {
            return problem(
                    unit.isEmpty()
                            ? "the bare number %s".formatted(shorten(text))
                            : "\"%s\", which does not end in the code of a currency, three capital letters"
                                    .formatted(shorten(text)));
        }
        if (multiplier.isEmpty()) {
            return reading(span.times(1, currency), text);
        }
        double factor = Currencies.factor(multiplier + " " + currency);
        return Double.isNaN(factor)
                ? problem(
                        "the multiplier \"%s\", which %s does not have (it has: %s)"
                                .formatted(
                                        shorten(multiplier),
                                        currency,
                                        Currencies.of(currency).multiplierNames()))
                : reading(span.times(factor, currency), text);
    }

    private static Reading readDate(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length > 2) {
            return problem("\"%s\", which has more than two dates".formatted(shorten(text)));
        }
        LocalDate[] first = period(ends[0].strip());
        LocalDate[] last = ends.length == 1 ? first : period(ends[1].strip());
        if (first == null || last == null) {
            return problem("\"%s\"".formatted(shorten(text)));
        }
        if (last[1].isBefore(first[0])) {
            return problem("\"%s\", which ends before it begins".formatted(shorten(text)));
        }
        double low = first[0].toEpochDay();
        double high = last[1].toEpochDay();
        return new Reading(new Span(low, low == high ? low : Double.NaN, high, null), null);
    }

    /// What a unit of a table measures: the units of measures, `count`, `date`, `text`, an amount
    /// of money such as `million` and a code, or a pair such as two codes; null when the unit is
    /// unknown.
    public static @Nullable Dimension dimensionOf(String unit) {
        String trimmed = unit.strip();
        switch (trimmed) {
            case "count" -> {
                return Dimension.COUNT;
            }
            case "date" -> {
                return Dimension.DATE;
            }
            case "text" -> {
                return Dimension.TEXT;
            }
            default -> {}
        }
        UnitOf known = UNITS.get(trimmed);
        if (known != null) {
            return known.dimension;
        }
        if (EXCHANGE.matcher(trimmed).matches()) {
            return Dimension.EXCHANGE;
        }
        return money(Span.of(1), trimmed, trimmed).span() == null ? null : Dimension.MONEY;
    }

    /// The units in which a dimension is written, in the order of the table; empty for dates, text,
    /// counts, money and exchange rates.
    public static List<String> units(Dimension dimension) {
        var names = new ArrayList<String>();
        UNITS.forEach((name, unit) -> {
            if (unit.dimension == dimension) {
                names.add(name);
            }
        });
        return List.copyOf(names);
    }

    /// Writes a span so that [#read] gives it back: in the inner unit, digits in full.
    public static String write(Span span, Dimension dimension) {
        if (dimension == Dimension.DATE) {
            String low = LocalDate.ofEpochDay((long) span.low()).toString();
            return span.single() ? low : low + ".." + LocalDate.ofEpochDay((long) span.high());
        }
        String numbers = digits(span);
        return switch (dimension) {
            case COUNT, TEXT, DATE -> numbers;
            case MONEY, EXCHANGE -> numbers + " " + span.currency();
            case SHARE -> digits(span.times(100, null)) + " %";
            case DURATION -> numbers + " s";
            case RATE -> digits(span.times(YEAR_SEC, null)) + " 1/year";
            case LENGTH -> numbers + " m";
            case SPEED -> numbers + " m/s";
            case AREA -> numbers + " m2";
            case ANGLE -> numbers + " rad";
            case FREQUENCY -> numbers + " Hz";
        };
    }

    private static String digits(Span span) {
        if (span.single()) {
            return digits(span.low());
        }
        return Double.isNaN(span.mode())
                ? digits(span.low()) + ".." + digits(span.high())
                : digits(span.low()) + ".." + digits(span.mode()) + ".." + digits(span.high());
    }

    private static String digits(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static LocalDate @Nullable [] period(String text) {
        try {
            Matcher fiscal = FISCAL_YEAR.matcher(text);
            if (fiscal.matches()) {
                int year = Integer.parseInt(fiscal.group(1));
                if (Integer.parseInt(fiscal.group(2)) != (year + 1) % 100) {
                    return null;
                }
                return new LocalDate[] {LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31)};
            }
            Matcher quarter = QUARTER.matcher(text);
            if (quarter.matches()) {
                var month =
                        YearMonth.of(
                                Integer.parseInt(quarter.group(1)),
                                3 * Integer.parseInt(quarter.group(2)) - 2);
                return new LocalDate[] {month.atDay(1), month.plusMonths(2).atEndOfMonth()};
            }
            if (text.matches("\\d{4}")) {
                int year = Integer.parseInt(text);
                return new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
            }
            if (text.matches("\\d{4}-\\d{2}")) {
                var month = YearMonth.parse(text);
                return new LocalDate[] {month.atDay(1), month.atEndOfMonth()};
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                LocalDate day = LocalDate.parse(text);
                return new LocalDate[] {day, day};
            }
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Reading problem(String found) {
        return new Reading(null, found);
    }

    private static String article(String label) {
        return ("aeiou".indexOf(label.charAt(0)) >= 0 ? "an " : "a ") + label;
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
