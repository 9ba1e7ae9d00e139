package parapet.sustain.exact;

import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// Stock under periodic review: at or below s order up to S.
///
/// Poisson demand a period, no lead time, full backorder; costs fall on the stock at the end of a
/// period. With m(j) the mean number of periods of a cycle that start with stock S-j,
///
///     m(0) = 1/(1-p_0),   m(j) = Σ_(l=1)^j p_l m(j-l) / (1-p_0)
///     cost = (K + Σ_(j<S-s) m(j) G(S-j)) / Σ_(j<S-s) m(j)             [Veinott and Wagner 1965]
///
/// G(y) = h `E[(y-D)+]` + b `E[(D-y)+]`.
public final class MinMax {
    private MinMax() {}

    /// Long-run mean cost of a period.
    ///
    /// @param demandMean mean demand of a period, 1e-9 to 1e6
    /// @param reorderLevel s
    /// @param orderUpToLevel S, above s
    /// @param costs holding and backorder per unit and period, and per order
    public static double costPerPeriod(
            double demandMean, int reorderLevel, int orderUpToLevel, ReorderPoint.Costs costs) {
        if (!(demandMean >= 1e-9 && demandMean <= 1e6)) {
            throw new IllegalArgumentException(
                    "The demandMean (%s) must lie in 1e-9..1e6.".formatted(demandMean));
        }
        int width =
                Require.between(
                        "orderUpToLevel - reorderLevel",
                        StrictMath.subtractExact(orderUpToLevel, reorderLevel),
                        1,
                        20_000);
        DiscreteLaw demand = new Poisson(demandMean).law();
        double moves = demand.survival(0);
        var m = new double[width];
        double periods = 0;
        double cost = costs.order();
        for (int j = 0; j < width; j++) {
            double sum = j == 0 ? 1 : 0;
            for (int l = 1; l <= j; l++) {
                sum += demand.probability(l) * m[j - l];
            }
            m[j] = sum / moves;
            periods += m[j];
            int y = orderUpToLevel - j;
            cost +=
                    m[j]
                            * (costs.holding() * demand.expectedShortfall(y)
                                    + costs.backorder() * demand.expectedExcess(y));
        }
        return cost / periods;
    }
}
