package parapet.programme;

import java.util.NavigableMap;
import java.util.TreeMap;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;

/// How a price rises: by a yearly rate, by an index, or by both.
///
///     factor(t) = (1+e)^((t-b)/year) · I(t)/I(b)
///
/// b is the day of whose prices the price is, the year 365.2425 days, I a step function (1 where no
/// index is given). Before b the factor is below 1 when prices rise. Whole-price clauses only: no
/// fixed share, no cap, no dead band.
///
/// @param baseTick b
/// @param ratePerYear e, more than -1
/// @param index I by the tick from which each value holds; the first holds before it; may be empty
public record Escalation(long baseTick, double ratePerYear, NavigableMap<Long, Double> index) {
    /// A price that stays as it is.
    public static final Escalation NONE = new Escalation(0, 0, new TreeMap<>());

    private static final double YEAR = Measures.DAYS_PER_YEAR * Calendar.DAY;

    public Escalation {
        if (!(ratePerYear > -1 && ratePerYear < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The escalation (%s) must be more than -1 a year.".formatted(ratePerYear));
        }
        index = new TreeMap<>(index);
    }

    /// Price at `tick` over price at the base.
    public double factor(long tick) {
        double rate =
                ratePerYear == 0
                        ? 1
                        : StrictMath.exp(
                                StrictMath.log1p(ratePerYear) * ((double) tick - baseTick) / YEAR);
        return index.isEmpty() ? rate : rate * at(tick) / at(baseTick);
    }

    private double at(long tick) {
        var entry = index.floorEntry(tick);
        return entry == null ? index.firstEntry().getValue() : entry.getValue();
    }
}
