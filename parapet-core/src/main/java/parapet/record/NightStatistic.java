package parapet.record;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What the nights of a class say together, as one number, made alike of what was reported and of
/// what is forecast.
enum NightStatistic {
    /// Slope of the logit of the share stopped with each doubling of the size of a night, within
    /// half-years.
    ///
    ///     y = ln((stopped + 1/2) / (launched - stopped + 1/2)),   x = log2(launched / nights)
    ///     w = 1 / (1 / (stopped + 1/2) + 1 / (launched - stopped + 1/2))
    ///     slope = Σ w (x - x̄) y / Σ w (x - x̄)²                x̄ the weighted mean of the half-year
    ///
    /// Weighted least squares on empirical logits. [Cox & Snell 1989, ch. 2] Not a number where no
    /// half-year holds two sizes.
    SLOPE(NightStatistic::slope),

    /// How much more nights scatter than chance alone makes them.
    ///
    ///     sqrt(Σ (m - 1) s² / Σ (m - 1) p (1 - p) h)
    ///
    /// over groups of m >= 3 nights whose spread s is told, h the mean of one over the size of a
    /// night and p = (stopped + 1/2) / (launched + 1). 1 where each target has the same chance by
    /// itself, whatever the sizes. Not a number where no group tells it.
    SPREAD(NightStatistic::spread);

    private static final int FEWEST_NIGHTS = 3;

    private final ToDoubleFunction<List<NightGroup>> of;

    NightStatistic(ToDoubleFunction<List<NightGroup>> of) {
        this.of = of;
    }

    double of(List<NightGroup> groups) {
        return of.applyAsDouble(groups);
    }

    private static double slope(List<NightGroup> groups) {
        Map<YearMonth, double[]> means = new HashMap<>();
        for (NightGroup g : groups) {
            double[] sums = means.computeIfAbsent(g.from(), _ -> new double[2]);
            sums[0] += weight(g);
            sums[1] += weight(g) * doublings(g);
        }
        double above = 0;
        double below = 0;
        for (NightGroup g : groups) {
            double[] sums = means.getOrDefault(g.from(), new double[] {1, 0});
            double off = doublings(g) - sums[1] / sums[0];
            above += weight(g) * off * logit(g);
            below += weight(g) * off * off;
        }
        return below > 1e-9 ? above / below : Double.NaN;
    }

    private static double doublings(NightGroup g) {
        return StrictMath.log(g.size()) / StrictMath.log(2);
    }

    private static double logit(NightGroup g) {
        return StrictMath.log((g.stopped() + 0.5) / (g.launched() - g.stopped() + 0.5));
    }

    private static double weight(NightGroup g) {
        return 1 / (1 / (g.stopped() + 0.5) + 1 / (g.launched() - g.stopped() + 0.5));
    }

    private static double spread(List<NightGroup> groups) {
        double seen = 0;
        double chance = 0;
        for (NightGroup g : groups) {
            if (tellsSpread(g)) {
                double share = (g.stopped() + 0.5) / (g.launched() + 1);
                seen += (g.nights() - 1) * g.spread() * g.spread();
                chance += (g.nights() - 1) * share * (1 - share) * g.inverseSize();
            }
        }
        return chance > 0 ? StrictMath.sqrt(seen / chance) : Double.NaN;
    }

    /// Whether a group counts for the spread.
    static boolean tellsSpread(NightGroup g) {
        return g.nights() >= FEWEST_NIGHTS && !Double.isNaN(g.spread());
    }
}
