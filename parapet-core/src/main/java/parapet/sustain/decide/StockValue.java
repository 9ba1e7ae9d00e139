package parapet.sustain.decide;

import parapet.sustain.exact.SupplyMethod;

/// What a plan of stocks is worth: backorders by item and base.
///
/// @param backorders sum over items and bases
/// @param owed by `item * bases + base`, backorders beyond the free holes
/// @param shortage by `item * bases + base`, probability of such a backorder
public record StockValue(double backorders, double[] owed, double[] shortage) {
    /// The value of a plan by a method.
    public static StockValue of(Portfolio portfolio, StockPlan plan, SupplyMethod method) {
        var work = new ItemCurve(portfolio, method, SparesCurve.RESIDUAL);
        int m = portfolio.bases;
        int[] stocks = new int[portfolio.items * m];
        for (int j = 0; j < portfolio.items; j++) {
            for (int i = 0; i < m; i++) {
                stocks[j * m + i] = plan.base(j, i);
            }
        }
        var owed = new double[stocks.length];
        var shortage = new double[stocks.length];
        double sum = 0;
        for (int j = 0; j < portfolio.items; j++) {
            sum += work.evaluate(j, plan.depot(j), stocks);
            for (int i = 0; i < m; i++) {
                owed[j * m + i] = work.owed(i);
                shortage[j * m + i] = work.shortAt(i);
            }
        }
        return new StockValue(sum, owed, shortage);
    }

    /// Availability as a product over parts, each of which stands in all of `systems` systems
    /// `perSystem` times.
    ///
    ///     A = Π_j (1 - EBO_j / (N n_j))^n_j                       [Sherbrooke 2004, ch. 2]
    ///
    /// Parts are independent and holes are spread evenly; nothing is cannibalised.
    ///
    /// @param systems N, 1 or more
    /// @param perSystem n_j by item, 1 or more
    public double availability(int systems, int[] perSystem) {
        int m = owed.length / perSystem.length;
        double product = 1;
        for (int j = 0; j < perSystem.length; j++) {
            double sum = 0;
            for (int i = j * m; i < (j + 1) * m; i++) {
                sum += owed[i];
            }
            double share = StrictMath.max(0, 1 - sum / ((double) systems * perSystem[j]));
            product *= StrictMath.pow(share, perSystem[j]);
        }
        return product;
    }
}
