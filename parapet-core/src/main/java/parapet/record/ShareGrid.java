package parapet.record;

import java.util.HashMap;
import java.util.Map;

/// Distributions of a share stopped, held on a grid of its logit from -8 to 8 in steps of 0.05
/// (shares of 0.03 % to 99.97 %). Each point stands for its cell. For one thread.
final class ShareGrid {
    /// Number of points.
    static final int POINTS = 321;

    private static final double STEP = 0.05;
    private static final double FIRST = -8;

    /// A normal law is cut at so many standard deviations.
    private static final double REACH = 6;

    /// Points that weigh less take no part in a step.
    private static final double NEGLIGIBLE = 1e-14;

    private static final double[] SHARES = shares();

    private final Map<Double, Bell> bells = new HashMap<>();

    /// A normal step.
    ///
    /// @param heights its density by distance in points, up to its reach
    /// @param sums sum of the heights that fall on the grid, by the point it starts from
    private record Bell(double[] heights, double[] sums) {}

    private static double[] shares() {
        var shares = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            shares[i] = 1 / (1 + StrictMath.exp(-(FIRST + i * STEP)));
        }
        return shares;
    }

    /// The share at a point.
    static double share(int point) {
        return SHARES[point];
    }

    /// The correlation that two targets have because the share lies anywhere within the cell of a
    /// point: variance of the share, step² (p (1-p))² / 12, over p (1-p).
    static double cellCorrelation(int point) {
        double p = SHARES[point];
        return STEP * STEP * p * (1 - p) / 12;
    }

    /// Every share is as likely as any other: a logistic law of the logit.
    static double[] even() {
        var weights = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            weights[i] = SHARES[i] * (1 - SHARES[i]);
        }
        normalise(weights);
        return weights;
    }

    /// Makes the weights sum to 1.
    ///
    /// @return what they summed to
    static double normalise(double[] weights) {
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        for (int i = 0; i < POINTS; i++) {
            weights[i] /= sum;
        }
        return sum;
    }

    /// The distribution after a normal step of the logit; what would leave the grid stays within,
    /// spread over the points within reach.
    ///
    /// @param weights distribution before, not changed
    /// @param variance of the step, 0 or more
    double[] spread(double[] weights, double variance) {
        if (variance == 0) {
            return weights.clone();
        }
        Bell bell = bells.computeIfAbsent(variance, ShareGrid::bell);
        double[] heights = bell.heights();
        int reach = heights.length - 1;
        var after = new double[POINTS];
        for (int from = 0; from < POINTS; from++) {
            double each = weights[from] / bell.sums()[from];
            if (each < NEGLIGIBLE) {
                continue;
            }
            int high = StrictMath.min(POINTS - 1, from + reach);
            for (int to = StrictMath.max(0, from - reach); to < from; to++) {
                after[to] += each * heights[from - to];
            }
            for (int to = from; to <= high; to++) {
                after[to] += each * heights[to - from];
            }
        }
        return after;
    }

    private static Bell bell(double variance) {
        double reach = REACH * StrictMath.sqrt(variance) / STEP;
        var heights = new double[(int) StrictMath.min(POINTS - 1, StrictMath.ceil(reach)) + 1];
        for (int d = 0; d < heights.length; d++) {
            heights[d] = StrictMath.exp(-0.5 * d * d * STEP * STEP / variance);
        }
        var sums = new double[POINTS];
        for (int from = 0; from < POINTS; from++) {
            for (int to = 0; to < POINTS; to++) {
                int d = StrictMath.abs(to - from);
                sums[from] += d < heights.length ? heights[d] : 0;
            }
        }
        return new Bell(heights, sums);
    }
}
