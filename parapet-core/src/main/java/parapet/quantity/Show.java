package parapet.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Inner numbers in words for readers, with three significant digits: the one formatter of numbers
/// for people. The counterpart of [Measures].
public final class Show {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Show() {}

    /// A day within titles and labels: `31 March 2030`.
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// The month of a day within titles and labels: `March 2030`.
    public static String month(LocalDate day) {
        return MONTH.format(day);
    }

    /// The unit in which a value of `dimension` is shown, chosen by its size.
    ///
    /// @param typical a typical value, inner unit
    /// @param currency currency or pair, empty when none
    public static String unit(double typical, Dimension dimension, String currency) {
        double size = Math.abs(typical);
        return switch (dimension) {
            case COUNT, TEXT -> "";
            case SHARE -> "%";
            case DATE -> "date";
            case EXCHANGE -> currency;
            case RATE -> "%/year";
            case LENGTH -> size < 2000 ? "m" : "km";
            case SPEED -> "m/s";
            case AREA -> "m2";
            case ANGLE -> "deg";
            case FREQUENCY -> "GHz";
            case MONEY -> Currencies.of(currency).unit(size);
            case DURATION -> size < 90 ? "s" : size < 3600 ? "min" : longUnit(size);
        };
    }

    /// The unit of a duration of an hour or more, s.
    private static String longUnit(double size) {
        boolean hundreds = Math.abs(Math.IEEEremainder(size, 3600 * 100.0)) < 1;
        if (size < 4 * Measures.DAY_SEC || (size < 2000 * 3600.0 && hundreds)) {
            return "h";
        }
        return size < Measures.MONTH_SEC * 2.5
                ? "day"
                : size < 5 * Measures.YEAR_SEC ? "month" : "year";
    }

    /// A value in the unit chosen by [#unit].
    public static double in(double value, String unit) {
        return switch (unit) {
            case "%" -> value * 100;
            case "%/year" -> value * 100 * Measures.YEAR_SEC;
            case "s" -> value;
            case "min" -> value / 60;
            case "h" -> value / 3600;
            case "day" -> value / Measures.DAY_SEC;
            case "month" -> value / Measures.MONTH_SEC;
            case "year" -> value / Measures.YEAR_SEC;
            case "km" -> value / 1e3;
            case "deg" -> StrictMath.toDegrees(value);
            case "GHz" -> value / 1e9;
            default -> {
                double factor = Currencies.factor(unit);
                yield Double.isNaN(factor) ? value : value / factor;
            }
        };
    }

    /// A value with its unit, such as `10.5 month` or `2026-05-31`.
    public static String text(double value, Dimension dimension, String currency) {
        String unit = unit(value, dimension, currency);
        if (dimension == Dimension.DATE) {
            return LocalDate.ofEpochDay(Math.round(value)).toString();
        }
        double shown = in(value, unit);
        boolean count = dimension == Dimension.COUNT && shown == Math.rint(shown);
        String number = count && Double.isFinite(shown) ? digits(shown, 15, true) : number(shown);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /// A number with three significant digits and grouped thousands, such as `1,230`, `0.42` or
    /// `1e-6`. Only 0 is shown as 0.
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "unlimited" : "-unlimited";
        }
        return digits(value, 3, true);
    }

    /// The same with its sign.
    public static String signed(double value) {
        return value > 0 && Double.isFinite(value) ? "+" + number(value) : number(value);
    }

    /// A finite number with some significant digits, halves rounded away from 0, without zeros at
    /// the end; in powers of ten below a thousandth and from 1e15. All numbers for people pass
    /// here; the script of the report does the same.
    ///
    /// @param digits significant digits, 1 or more
    /// @param grouped whether thousands stand apart
    public static String digits(double value, int digits, boolean grouped) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value)
                        .abs()
                        .round(new MathContext(digits, RoundingMode.HALF_UP))
                        .stripTrailingZeros();
        int power = rounded.precision() - rounded.scale() - 1;
        String sign = value < 0 ? "-" : "";
        if (power < -3 || power >= 15) {
            return sign + rounded.movePointLeft(power).toPlainString() + "e" + power;
        }
        String plain = rounded.toPlainString();
        return sign + (grouped ? grouped(plain) : plain);
    }

    /// A number with so many significant digits, for tables that stay numbers; what is no finite
    /// number stays as it is.
    ///
    /// @param digits significant digits, 1 or more
    public static double rounded(double value, int digits) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(digits, RoundingMode.HALF_UP))
                        .doubleValue()
                : value;
    }

    private static String grouped(String plain) {
        int dot = plain.indexOf('.');
        var text = new StringBuilder(plain);
        for (int at = (dot < 0 ? plain.length() : dot) - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
