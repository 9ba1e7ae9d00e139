package parapet.quantity;

import java.time.LocalDate;
import java.util.Locale;

/// Inner numbers in words for readers, with three significant digits. The counterpart of
/// [Measures].
public final class Show {
    private Show() {}

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
            case DURATION ->
                    size < 4 * Measures.DAY_SEC
                                    || (size < 2000 * 3600.0
                                            && Math.abs(Math.IEEEremainder(size, 3600 * 100.0)) < 1)
                            ? "h"
                            : size < Measures.MONTH_SEC * 2.5
                                    ? "day"
                                    : size < 5 * Measures.YEAR_SEC ? "month" : "year";
        };
    }

    /// A value in the unit chosen by [#unit].
    public static double in(double value, String unit) {
        return switch (unit) {
            case "%" -> value * 100;
            case "%/year" -> value * 100 * Measures.YEAR_SEC;
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
        String number = number(in(value, unit));
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /// A number with three significant digits and grouped thousands.
    public static String number(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value)
                    ? "unknown"
                    : value == 0 ? "0" : value > 0 ? "unlimited" : "-unlimited";
        }
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return decimals == 0 ? text : text.replaceFirst("\\.?0+$", "");
    }
}
