package parapet.sustain.exact;

import parapet.stats.Require;

/// Share of an interval that one unit is up: mean and spread, not only the long run.
///
/// Up and down times exponential of means U and D, up at 0. With p = U/(U+D), q = 1-p,
/// s = 1/U + 1/D, x = sT and g = (1-e^-x)/x,
///
///     A(T)  = p + q e^-x
///     mean  = p + q g
///     var   = 2pq (2(1-g)/x - g) + q² (2(g-e^-x)/x - g²)
///
/// the last from twice the integral of A(u) A(v-u) over 0 < u < v < T. For x < 0.5, where the
/// brackets lose digits, their power series are used; the error stays near 1e-14.
public final class IntervalAvailability {
    private static final int TERMS = 24;

    private IntervalAvailability() {}

    /// One unit over an interval.
    ///
    /// @param pointAvailability P(up at T)
    /// @param mean mean share of \[0, T\] spent up
    /// @param standardDeviation of that share
    /// @param probabilityNeverDown P(no failure before T)
    public record Result(
            double pointAvailability,
            double mean,
            double standardDeviation,
            double probabilityNeverDown) {}

    /// One unit over an interval, up at its start.
    ///
    /// @param meanUp U, more than 0
    /// @param meanDown D, more than 0, in the unit of U
    /// @param interval T, 0 or more, in the unit of U
    public static Result solve(double meanUp, double meanDown, double interval) {
        Require.positive("meanUp", meanUp);
        Require.positive("meanDown", meanDown);
        Require.notNegative("interval", interval);
        double p = meanUp / (meanUp + meanDown);
        double q = meanDown / (meanUp + meanDown);
        double x = interval / meanUp + interval / meanDown;
        double decay = StrictMath.exp(-x);
        double g = x == 0 ? 1 : -StrictMath.expm1(-x) / x;
        double variance = 2 * p * q * first(x, g) + q * q * second(x, g, decay);
        return new Result(
                p + q * decay,
                p + q * g,
                StrictMath.sqrt(StrictMath.max(0, variance)),
                StrictMath.exp(-interval / meanUp));
    }

    /// 2(1-g)/x - g = Σ_n -n (-x)^n / (n+2)!
    private static double first(double x, double g) {
        if (x >= 0.5) {
            return 2 * (1 - g) / x - g;
        }
        double sum = 0;
        double term = 0.5; // (-x)^n / (n+2)!
        for (int n = 1; n < TERMS; n++) {
            term *= -x / (n + 2);
            sum -= n * term;
        }
        return sum;
    }

    /// 2(g-e^-x)/x - g² = Σ_n (2n + 4 - 2^(n+2)) (-x)^n / (n+2)!
    private static double second(double x, double g, double decay) {
        if (x >= 0.5) {
            return 2 * (g - decay) / x - g * g;
        }
        double sum = 0;
        double term = 0.5;
        for (int n = 1; n < TERMS; n++) {
            term *= -x / (n + 2);
            sum += (2.0 * n + 4 - StrictMath.scalb(1.0, n + 2)) * term;
        }
        return sum;
    }
}
