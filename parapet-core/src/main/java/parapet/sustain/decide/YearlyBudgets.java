package parapet.sustain.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parapet.stats.Require;

/// What to buy in which year when each year has a budget in each currency, which lapses with the
/// year.
///
/// Each item has its price in one currency, so the currencies do not meet: in every year and
/// currency the pieces of the items' hulls are bought by falling gain per money, and pieces that no
/// longer fit are passed over. No plan can have spent more by a year than the budgets up to then,
/// so the hull at these sums, with the last piece divided, is a bound for that year ([Year#bound]).
public final class YearlyBudgets {
    private YearlyBudgets() {}

    /// One year.
    ///
    /// @param spent by currency
    /// @param units bought by item in this year
    /// @param backorders after the purchases of the year
    /// @param bound no plan has fewer, up to what the ends of the curves leave
    public record Year(double[] spent, int[] units, double backorders, double bound) {}

    private record Piece(int item, int from, int to, double cost, double gain) {}

    /// The purchases of all years.
    ///
    /// @param curve prices of each item in its own currency
    /// @param currency by item, 0 to currencies - 1
    /// @param budgets `budgets[year][currency]`, 0 or more
    public static List<Year> plan(SparesCurve curve, int[] currency, double[][] budgets) {
        int n = curve.portfolio().items();
        var hulls = new ArrayList<List<SparesCurve.Vertex>>();
        var pieces = new ArrayList<Piece>();
        double start = 0;
        for (int j = 0; j < n; j++) {
            var hull = curve.hull(j);
            hulls.add(hull);
            start += hull.getFirst().backorders();
            for (int k = 1; k < hull.size(); k++) {
                pieces.add(
                        new Piece(
                                j,
                                k - 1,
                                k,
                                curve.portfolio().price(j)
                                        * (hull.get(k).units() - hull.get(k - 1).units()),
                                hull.get(k - 1).backorders() - hull.get(k).backorders()));
            }
        }
        pieces.sort((x, y) ->
                Double.compare(y.gain / y.cost, x.gain / x.cost)); // stable within an item
        int[] at = new int[n];
        double owed = start;
        var years = new ArrayList<Year>();
        double[] cumulated = budgets.length == 0 ? new double[0] : new double[budgets[0].length];
        for (double[] budget : budgets) {
            double[] left = budget.clone();
            int[] units = new int[n];
            for (int c = 0; c < left.length; c++) {
                cumulated[c] += Require.notNegative("budget", left[c]);
            }
            for (Piece p : pieces) {
                int c = currency[p.item];
                if (at[p.item] == p.from && p.cost <= left[c] * (1 + 1e-12)) {
                    left[c] -= p.cost;
                    at[p.item] = p.to;
                    owed -= p.gain;
                    units[p.item] +=
                            hulls.get(p.item).get(p.to).units()
                                    - hulls.get(p.item).get(p.from).units();
                }
            }
            double[] spent = new double[left.length];
            for (int c = 0; c < left.length; c++) {
                spent[c] = StrictMath.max(0, budget[c] - left[c]);
            }
            years.add(new Year(spent, units, owed, bound(pieces, currency, cumulated, start)));
        }
        return List.copyOf(years);
    }

    private static double bound(List<Piece> pieces, int[] currency, double[] budget, double start) {
        double[] left = Arrays.copyOf(budget, budget.length);
        double owed = start;
        for (Piece p : pieces) {
            int c = currency[p.item];
            double part = StrictMath.min(1, left[c] / p.cost);
            owed -= part * p.gain;
            left[c] -= part * p.cost;
        }
        return owed;
    }
}
