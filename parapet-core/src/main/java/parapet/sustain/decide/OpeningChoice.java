package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.Require;
import parapet.sustain.exact.OpeningTransient;
import parapet.sustain.exact.RepairPlaces;

/// When to open a repair shop: what an earlier opening costs against the unit-time that it saves,
/// exactly for a small closed fleet with dated steps ([OpeningTransient]).
///
///     lost(T) = ∫_0^H (N(t) - E[up(t); opening at T]) dt,    price of a month = lost(T+1) - lost(T)
///
/// The integral is Simpson's on a grid of quarter months, with a point at every step; its error is
/// below 1e-4 of the lost time for repair times of a month or more.
public final class OpeningChoice {
    private OpeningChoice() {}

    /// The question; the unit of time is the month.
    ///
    /// @param before the plan without the new shop, times and rates in months
    /// @param places of the new shop
    /// @param meanRepairMonths of the new shop, more than 0
    /// @param horizonMonths H, whole months, more than 0
    /// @param lastMonth the latest opening, the reference whose cost is 0
    /// @param costOfAMonthEarlier money for each month before `lastMonth`, 0 or more
    /// @param valueOfUnitMonth money that a unit-month is worth, 0 or more
    public record Question(
            OpeningTransient.Plan before,
            RepairPlaces places,
            double meanRepairMonths,
            int horizonMonths,
            int lastMonth,
            double costOfAMonthEarlier,
            double valueOfUnitMonth) {
        public Question {
            Require.positive("meanRepairMonths", meanRepairMonths);
            Require.between("horizonMonths", horizonMonths, 1, 1_200);
            Require.between("lastMonth", lastMonth, 1, horizonMonths);
            Require.notNegative("costOfAMonthEarlier", costOfAMonthEarlier);
            Require.notNegative("valueOfUnitMonth", valueOfUnitMonth);
        }
    }

    /// One opening.
    ///
    /// @param month of opening, 1 or more
    /// @param lostUnitMonths wanted but not at work, to the horizon
    /// @param priceOfTheMonth unit-months lost by opening one month later; 0 for the last
    /// @param cost of opening earlier, and of the lost unit-months
    public record Row(int month, double lostUnitMonths, double priceOfTheMonth, double cost) {}

    /// All months from 1 to the last.
    public static List<Row> rows(Question q) {
        double[] lost = new double[q.lastMonth() + 1];
        for (int t = 1; t <= q.lastMonth(); t++) {
            lost[t] = lost(q, t);
        }
        var rows = new ArrayList<Row>();
        for (int t = 1; t <= q.lastMonth(); t++) {
            rows.add(
                    new Row(
                            t,
                            lost[t],
                            t < q.lastMonth() ? lost[t + 1] - lost[t] : 0,
                            (q.lastMonth() - t) * q.costOfAMonthEarlier()
                                    + lost[t] * q.valueOfUnitMonth()));
        }
        return List.copyOf(rows);
    }

    /// The cheapest opening, the latest of equals.
    public static Row best(List<Row> rows) {
        Row best = rows.getFirst();
        for (Row r : rows) {
            best = r.cost() <= best.cost() ? r : best;
        }
        return best;
    }

    private static double lost(Question q, int opening) {
        var repair = new ArrayList<OpeningTransient.RepairStep>();
        for (var step : q.before().repair()) {
            if (step.fromTime() < opening) {
                repair.add(step);
            }
        }
        repair.add(new OpeningTransient.RepairStep(opening, q.places(), q.meanRepairMonths()));
        var plan =
                new OpeningTransient.Plan(
                        q.before().fleet(), q.before().spares(), repair, q.before().failureRate());
        int points = 4 * q.horizonMonths();
        double[] times = new double[points + 1];
        for (int k = 0; k <= points; k++) {
            times[k] = 0.25 * k;
        }
        var results = OpeningTransient.at(plan, times);
        double sum = 0;
        for (int k = 0; k <= points; k++) {
            double weight = k == 0 || k == points ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight * (results.get(k).units() - results.get(k).meanUp());
        }
        return sum * 0.25 / 3;
    }
}
