package parapet.programme;

import java.time.LocalDate;
import parapet.quantity.Calendar;
import parapet.quantity.FiscalYears;
import parapet.quantity.Measures;

/// What a dated payment is worth on one day.
///
///     value = amount · (1+d)^-t
///
/// By [Convention#DAY] t is counted from day to day in years of 365.2425 days. By the others all
/// money of a fiscal year counts alike: t is the number of fiscal years from the base to the
/// beginning, middle or end of that year, or the mean of (1+d)^-t over the year is taken. Money
/// before the base counts more, not less. No salvage value is taken off.
///
/// @param rate d a year, 0 or more
/// @param from day to which all is brought
/// @param convention when money of a fiscal year counts as paid
/// @param fiscalYears the fiscal years
public record Discounting(
        double rate, LocalDate from, Convention convention, FiscalYears fiscalYears) {
    /// When money counts as paid.
    public enum Convention {
        /// On its day.
        DAY,
        /// At the beginning of its fiscal year.
        BEGIN,
        /// In the middle.
        MID,
        /// At the end.
        END,
        /// Evenly over the year.
        CONTINUOUS
    }

    public Discounting {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The discount rate (%s) must be 0 or more.".formatted(rate));
        }
    }

    /// Value on the base day of 1 paid at `tick`.
    public double factor(long tick, Calendar calendar) {
        double log = StrictMath.log1p(rate);
        if (log == 0) {
            return 1;
        }
        double begin =
                fiscalYears.of(calendar.date(tick))
                        - fiscalYears.of(from)
                        - fiscalYears.elapsed(from);
        return switch (convention) {
            case DAY ->
                    StrictMath.pow(
                            1 + rate,
                            -(tick - calendar.tick(from))
                                    / (Measures.DAYS_PER_YEAR * Calendar.DAY));
            case BEGIN -> StrictMath.exp(-log * begin);
            case MID -> StrictMath.exp(-log * (begin + 0.5));
            case END -> StrictMath.exp(-log * (begin + 1));
            case CONTINUOUS -> StrictMath.exp(-log * begin) * -StrictMath.expm1(-log) / log;
        };
    }
}
