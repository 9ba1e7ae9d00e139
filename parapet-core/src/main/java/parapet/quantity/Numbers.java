package parapet.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads numbers as people write them, and refuses what can be read in two ways.
///
/// The decimal sign is the point. Digits may stand in groups of three, parted by commas, spaces,
/// apostrophes or underscores (`12,345,678`, `1 500`, `1'500`, `1_500`), or in Indian groups by
/// commas (`1,00,000`). The sign is `+`, `-` or the true minus sign; powers of ten are written
/// `1.5e6`. Digits and spaces of any script count as such.
///
/// All else is refused with what to write instead: a comma for the decimal sign (`1,5`), points
/// between groups (`1.500.000`), fractions, ranges with a dash, hexadecimal digits, infinity. A
/// comma before exactly three digits (`1,500`) always parts a group.
public final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?|\\.\\d+");
    private static final Pattern GROUPED =
            Pattern.compile(
                    "[1-9]\\d{0,2}(?:(?:,\\d{3})+|(?: \\d{3})+|(?:'\\d{3})+|(?:_\\d{3})+)(?:\\.\\d+)?"
                            + "|[1-9]\\d?(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?");
    private static final Pattern POINTS = Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3}){2,}");
    private static final Pattern EXPONENT = Pattern.compile("[eE][-+]?\\d+");
    private static final Pattern SPACED = Pattern.compile(" \\d{3}(?![\\d/])");
    private static final Pattern DASH =
            Pattern.compile("(?:-|\u2013|\u2014|~|to\\b|bis\\b)\\s*(?=[-+.,\\d])");
    private static final Pattern ERROR_BARS =
            Pattern.compile("(?:\u00b1|\\+/?-)\\s*(\\d+(?:\\.\\d+)?)(.*)");
    private static final Pattern TEN =
            Pattern.compile("\\s*(?:[x*\u00d7\u00b7]\\s*10\\s*\\^|\\^)\\s*([-+]?\\d+)(.*)");
    private static final Pattern HEX = Pattern.compile("[xX]([0-9a-fA-F]{1,12})\\b(.*)");
    private static final Pattern MIXED = Pattern.compile("(\\d{1,9})/(\\d{1,9})(.*)");
    private static final Pattern ACCOUNTING = Pattern.compile("\\(([\\d.,' _]+)\\)(.*)");
    private static final Pattern ENDLESS =
            Pattern.compile("[-+]?\\.?(?:inf|infinity|nan|\u221e)\\b?.*", Pattern.CASE_INSENSITIVE);
    private static final String TWO_ENDS = "write both ends of a range, such as 5..10";

    private Numbers() {}

    /// One to three numbers and what follows them.
    ///
    /// @param numbers one, or the two or three of a range
    /// @param rest what follows, usually a unit
    /// @param problem what is wrong, a phrase that follows "found"; null when all could be read
    /// @param cure what to do about it, such as `write 1.5 month`, or null
    public record Range(
            List<Double> numbers, String rest, @Nullable String problem, @Nullable String cure) {
        public Range {
            numbers = List.copyOf(numbers);
        }
    }

    /// One number.
    ///
    /// @param value its value, exactly as written; null when it could not be read
    /// @param problem what is wrong, a phrase that follows "found"; null when it could be read
    /// @param cure what to do about it, or null
    public record Reading(
            @Nullable BigDecimal value, @Nullable String problem, @Nullable String cure) {}

    /// Reads a text that is one number and nothing else.
    public static Reading read(String text) {
        String t = plain(text);
        Range range = range(text);
        if (range.problem != null) {
            return new Reading(null, range.problem, range.cure);
        }
        if (range.numbers.size() != 1 || !range.rest.isEmpty()) {
            return new Reading(null, quoted(text) + ", which is not one number", null);
        }
        return new Reading(new BigDecimal(digits(t)), null, null);
    }

    /// Reads a number, or a range `low..high` or `low..mode..high`, and what follows it.
    public static Range range(String text) {
        String t = plain(text);
        Run first = Run.at(t, 0);
        if (first == null) {
            return none(text, t);
        }
        var runs = new ArrayList<Run>(List.of(first));
        int at = skip(t, first.end);
        while (t.startsWith("..", at)) {
            Run next = t.startsWith("...", at) ? null : Run.at(t, skip(t, at + 2));
            if (next == null || runs.size() == 3) {
                return dots(text, t, at, runs.size());
            }
            runs.add(next);
            at = skip(t, next.end);
        }
        for (Run run : runs) {
            if (run.bad()) {
                return refused(
                        text,
                        run.text.contains(",")
                                ? "in which a comma does not part groups of three digits"
                                : "in which digits stand in no groups of three",
                        pointed(t, runs));
            }
        }
        var numbers = new ArrayList<Double>();
        for (Run run : runs) {
            String digits = digits(run.text);
            double value = Double.parseDouble(digits);
            if (Double.isInfinite(value)) {
                return refused(text, "a number too large to hold", null);
            }
            if (value == 0 && digits.replaceFirst("[eE].*", "").matches(".*[1-9].*")) {
                return refused(text, "a number too small to hold", null);
            }
            numbers.add(value);
        }
        String rest = t.substring(at);
        Range odd = followed(text, t, runs.getLast(), numbers, rest);
        return odd == null ? new Range(numbers, rest, null, null) : odd;
    }

    /// A stretch of a text that is meant as one number.
    private record Run(int start, int end, String text) {
        static @Nullable Run at(String t, int start) {
            int i = start;
            if (i < t.length() && (t.charAt(i) == '-' || t.charAt(i) == '+')) {
                i++;
            }
            int first = i;
            boolean digit = false;
            for (; i < t.length(); i++) {
                char c = t.charAt(i);
                boolean after = i + 1 < t.length() && Character.isDigit(t.charAt(i + 1));
                boolean goesOn =
                        switch (c) {
                            case '.' -> !t.startsWith("..", i) && (digit || after);
                            case ',' -> after || t.startsWith(",,", i);
                            case '\'', '_' -> digit && after;
                            case ' ' ->
                                    digit && SPACED.matcher(t).region(i, t.length()).lookingAt();
                            default -> Character.isDigit(c);
                        };
                if (!goesOn) {
                    break;
                }
                digit |= Character.isDigit(c);
            }
            if (!digit || i == first) {
                return null;
            }
            Matcher exponent = EXPONENT.matcher(t).region(i, t.length());
            if (exponent.lookingAt()) {
                i = exponent.end();
            }
            return new Run(start, i, t.substring(start, i));
        }

        private String sign() {
            return text.startsWith("-") ? "-" : "";
        }

        private String body() {
            return text.replaceFirst("^[-+]", "").replaceFirst("[eE].*$", "");
        }

        private String exponent() {
            Matcher m = Pattern.compile("[eE].*$").matcher(text);
            return m.find() ? m.group() : "";
        }

        boolean bad() {
            return !PLAIN.matcher(body()).matches() && !GROUPED.matcher(body()).matches();
        }

        /// The same number with a point for the decimal sign and without groups.
        String pointed() {
            String body = body();
            if (!bad()) {
                return text;
            }
            int comma = body.lastIndexOf(',');
            int point = body.lastIndexOf('.');
            String whole = body;
            String fraction = "";
            if (!POINTS.matcher(body).matches() && Math.max(comma, point) >= 0) {
                int cut = Math.max(comma, point);
                whole = body.substring(0, cut);
                fraction = body.substring(cut + 1);
            }
            whole = whole.replaceAll("\\D", "").replaceFirst("^0+(?=\\d)", "");
            fraction = fraction.replaceAll("\\D", "");
            return sign()
                    + (whole.isEmpty() ? "0" : whole)
                    + (fraction.isEmpty() ? "" : "." + fraction)
                    + exponent();
        }
    }

    /// The text with the digits and signs of every script as in ASCII, and without spaces at its
    /// ends.
    static String plain(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                        out.append(Character.digit(c, 10));
                    } else if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
                        out.append(' ');
                    } else {
                        switch (c) {
                            case 0x2212, 0xFF0D -> out.append('-');
                            case 0xFF0B -> out.append('+');
                            case 0xFF0E -> out.append('.');
                            case 0xFF0C -> out.append(',');
                            case 0xFF05 -> out.append('%');
                            case 0x2019, 0x02BC -> out.append('\'');
                            case 0x2026 -> out.append("...");
                            default -> out.appendCodePoint(c);
                        }
                    }
                });
        return out.toString().strip();
    }

    private static String digits(String run) {
        return run.replaceAll("[,' _]", "");
    }

    private static int skip(String t, int at) {
        int i = at;
        while (i < t.length() && t.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static String pointed(String t, List<Run> runs) {
        var out = new StringBuilder();
        int at = 0;
        for (Run run : runs) {
            out.append(t, at, run.start).append(run.pointed());
            at = run.end;
        }
        return out.append(t.substring(at)).toString();
    }

    // ---------------------------------------------------------------- what is refused

    private static Range refused(String text, String why, @Nullable String better) {
        String cure = null;
        if (better != null) {
            Range again = range(better);
            cure =
                    again.problem == null
                            ? "write " + better
                            : "write digits with one decimal point, such as 1500.5";
        }
        return new Range(List.of(), "", quoted(text) + ", " + why, cure);
    }

    private static Range advised(String text, String why, String cure) {
        return new Range(List.of(), "", quoted(text) + ", " + why, cure);
    }

    /// What is said when the text begins with no number.
    private static Range none(String text, String t) {
        String why = "which does not start with a number";
        Matcher accounting = ACCOUNTING.matcher(t);
        if (accounting.matches()) {
            return refused(text, why, "-" + accounting.group(1).strip() + accounting.group(2));
        }
        if (!t.isEmpty() && !Double.isNaN(fraction(t.codePointAt(0)))) {
            double value = fraction(t.codePointAt(0));
            return refused(
                    text,
                    "a fraction",
                    number(value) + t.substring(Character.charCount(t.codePointAt(0))));
        }
        if (t.startsWith("..")) {
            return advised(text, "a range without its lower end", TWO_ENDS);
        }
        if (!t.isEmpty() && "\u2013\u2014".indexOf(t.charAt(0)) >= 0) {
            return refused(text, "which begins with a dash", "-" + t.substring(1).strip());
        }
        if (!t.isEmpty() && "<>~\u2248\u2264\u2265".indexOf(t.charAt(0)) >= 0) {
            return advised(text, why, TWO_ENDS);
        }
        if (ENDLESS.matcher(t).matches()) {
            return advised(
                    text, "which is no finite number", "write a number that can be counted to");
        }
        if (!t.isEmpty() && Character.getType(t.codePointAt(0)) == Character.CURRENCY_SYMBOL) {
            return advised(text, why, "write the code of the currency behind the number");
        }
        return new Range(List.of(), "", quoted(text) + ", " + why, null);
    }

    private static Range dots(String text, String t, int at, int numbers) {
        if (t.startsWith("...", at)) {
            return refused(
                    text, "with more than two points", t.substring(0, at) + t.substring(at + 1));
        }
        return numbers == 3
                ? advised(
                        text,
                        "a range of more than three numbers",
                        "write low..high or low..mode..high")
                : advised(text, "a range without its upper end", TWO_ENDS);
    }

    /// What is said when a number is followed by what belongs to it in a way not read here; null
    /// when nothing is odd.
    private static @Nullable Range followed(
            String text, String t, Run last, List<Double> numbers, String rest) {
        String before = t.substring(0, last.end);
        double value = numbers.getLast();
        if (rest.isEmpty()) {
            return null;
        }
        int sign = rest.codePointAt(0);
        if (!Double.isNaN(fraction(sign))) {
            return refused(
                    text,
                    "a fraction",
                    t.substring(0, last.start)
                            + number(value + fraction(sign))
                            + rest.substring(Character.charCount(sign)));
        }
        if (rest.matches("[/\u2044]\\s*\\d.*")) {
            Run below = Run.at(rest, skip(rest, 1));
            if (below != null && !below.bad()) {
                double part = value / Double.parseDouble(digits(below.text));
                return refused(
                        text,
                        "a fraction",
                        t.substring(0, last.start) + number(part) + rest.substring(below.end));
            }
        }
        Matcher dash = DASH.matcher(rest);
        if (dash.lookingAt()) {
            return refused(text, "a range with a dash", before + ".." + rest.substring(dash.end()));
        }
        Matcher bars = ERROR_BARS.matcher(rest);
        if (bars.matches()) {
            double off = Double.parseDouble(bars.group(1));
            return refused(
                    text,
                    "a number with its error",
                    number(value - off) + ".." + number(value + off) + bars.group(2));
        }
        Matcher ten = TEN.matcher(rest);
        if (ten.matches()) {
            boolean base = rest.strip().startsWith("^");
            return base
                    ? advised(text, "a power", "write the number in full, or as in 1.5e6")
                    : refused(text, "a power of ten", before + "e" + ten.group(1) + ten.group(2));
        }
        Matcher hex = HEX.matcher(rest);
        if (last.text.equals("0") && hex.matches() && t.charAt(last.end) != ' ') {
            return refused(
                    text, "a hexadecimal number", Long.parseLong(hex.group(1), 16) + hex.group(2));
        }
        if (sign == '+') {
            return advised(text, "a range without its upper end", TWO_ENDS);
        }
        Matcher mixed = MIXED.matcher(rest);
        if (mixed.matches() && Double.parseDouble(mixed.group(2)) > 0) {
            double part = Double.parseDouble(mixed.group(1)) / Double.parseDouble(mixed.group(2));
            return refused(
                    text,
                    "a fraction",
                    t.substring(0, last.start) + number(value + part) + mixed.group(3));
        }
        if (rest.matches("\\d.*") && !rest.startsWith("1/")) {
            return advised(
                    text,
                    "in which digits stand in no groups of three",
                    "a space parts groups of three digits; write the digits without spaces");
        }
        return null;
    }

    /// The value of a character such as `½`, or NaN.
    private static double fraction(int c) {
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        String[] ends = parts.split("\u2044", -1);
        return ends.length == 2 && ends[0].matches("\\d+") && ends[1].matches("\\d+")
                ? Double.parseDouble(ends[0]) / Double.parseDouble(ends[1])
                : Double.NaN;
    }

    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private static String quoted(String text) {
        String line = text.strip();
        return "\"" + (line.length() <= 60 ? line : line.substring(0, 57) + "...") + "\"";
    }
}
