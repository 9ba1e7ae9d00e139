package parapet.sustain.exact;

import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// Repair shop with few places: the M/M/c queue with spares.
///
/// Poisson arrivals of rate λ, c places, exponential repair of mean T, first come first served.
/// With a = λT and ρ = a/c < 1, the number X in the shop has
///
///     P(X = k+1) / P(X = k) = a / min(k+1, c)                                    [Erlang 1917]
///
/// from c on a geometric tail of ratio ρ, summed here in closed form. Valid for ρ < 1, long run.
public final class FiniteDepot {
    static final int MOST_PLACES = 1_000_000;

    private FiniteDepot() {}

    /// What shop and spares do.
    ///
    /// @param pipelineMean E\[X\]
    /// @param pipelineVariance Var\[X\]
    /// @param expectedBackorders `E[(X-s)+]`
    /// @param fillRate P(X ≤ s-1)
    /// @param waitProbability P(X ≥ c), a failed unit finds all places busy
    public record Result(
            double pipelineMean,
            double pipelineVariance,
            double expectedBackorders,
            double fillRate,
            double waitProbability) {}

    /// Measures of the shop with `stock` spares.
    ///
    /// @param demandRate λ, 0 or more
    /// @param meanRepairTime T, 0 or more
    /// @param repairPlaces c, 1 to 1 000 000
    /// @param stock s, 0 or more
    /// @throws IllegalArgumentException if λT ≥ c: the queue would grow without end
    public static Result solve(
            double demandRate, double meanRepairTime, int repairPlaces, int stock) {
        double load = load(demandRate, meanRepairTime, repairPlaces);
        Require.atLeast("stock", stock, 0);
        int c = repairPlaces;
        double use = load / c;
        double[] below = belowCapacity(load, c);
        double wait = below[c];
        double queueMean = use / (1 - use); // of the geometric number beyond c
        double mean = wait * (c + queueMean);
        for (int k = 0; k < c; k++) {
            mean += k * below[k];
        }
        double variance = wait * (use / ((1 - use) * (1 - use)) + square(c + queueMean - mean));
        for (int k = 0; k < c; k++) {
            variance += square(k - mean) * below[k];
        }
        double backorders;
        double fillRate = 0;
        if (stock >= c) {
            double tail = wait * StrictMath.pow(use, stock - c); // P(X ≥ s)
            backorders = tail * queueMean;
            fillRate = 1 - tail;
        } else {
            backorders = wait * (c - stock + queueMean);
            for (int k = stock + 1; k < c; k++) {
                backorders += (k - stock) * below[k];
            }
            for (int k = 0; k < stock; k++) {
                fillRate += below[k];
            }
        }
        return new Result(mean, variance, backorders, fillRate, wait);
    }

    /// Law of the number in the shop, for use in a network.
    ///
    /// @param demandRate λ, 0 or more
    /// @param meanRepairTime T, 0 or more
    /// @param repairPlaces c, 1 to 1 000 000
    public static DiscreteLaw pipeline(double demandRate, double meanRepairTime, int repairPlaces) {
        double load = load(demandRate, meanRepairTime, repairPlaces);
        return load == 0
                ? DiscreteLaw.certain(0)
                : DiscreteLaw.fromRatios(
                        k -> load / StrictMath.min(k + 1, repairPlaces), 0, Integer.MAX_VALUE);
    }

    private static double load(double demandRate, double meanRepairTime, int repairPlaces) {
        double load =
                Require.notNegative("demandRate", demandRate)
                        * Require.notNegative("meanRepairTime", meanRepairTime);
        Require.between("number of repair places", repairPlaces, 1, MOST_PLACES);
        if (!(load < repairPlaces)) {
            throw new IllegalArgumentException(
                    """
                    The work offered (%s) must be less than the repair places (%d).
                    Maybe add places, or use the closed fleet, whose queue is bounded.\
                    """
                            .formatted(load, repairPlaces));
        }
        return load;
    }

    /// P(X = 0), ..., P(X = c-1), and P(X ≥ c) as the last; started at the mode.
    private static double[] belowCapacity(double load, int c) {
        var w = new double[c + 1];
        int mode = (int) load;
        w[mode] = 1;
        for (int k = mode; k > 0; k--) {
            w[k - 1] = w[k] * k / load;
        }
        for (int k = mode; k + 1 < c; k++) {
            w[k + 1] = w[k] * load / (k + 1);
        }
        w[c] = w[c - 1] * (load / c) / (1 - load / c);
        double sum = 0;
        for (double x : w) {
            sum += x;
        }
        for (int k = 0; k <= c; k++) {
            w[k] /= sum;
        }
        return w;
    }

    private static double square(double x) {
        return x * x;
    }
}
