package parapet.random;

import org.apache.commons.rng.UniformRandomProvider;

/// Draws from the laws of durations, given by mean and scatter (standard deviation over mean).
/// Through `StrictMath`, so that machines agree bit for bit.
///
/// The gamma sampler of Commons RNG was left out because it takes `Math.log`, which may differ
/// between machines.
public final class Sampler {
    private Sampler() {}

    /// A unit-exponential number by inversion; takes one number from `random`.
    public static double exponential(UniformRandomProvider random) {
        return -StrictMath.log(Streams.open(random));
    }

    /// An exponential number by inversion; takes one number from `random`, none when `mean` is 0.
    ///
    /// @param mean mean, 0 or more
    public static double exponential(UniformRandomProvider random, double mean) {
        return mean == 0 ? 0 : mean * exponential(random);
    }

    /// A gamma number: fixed when `scatter` is 0, exponential when it is 1. Takes a varying count of
    /// numbers from `random`, so give each draw a generator of its own (see [KeyedRandom]).
    ///
    ///     shape = 1 / scatter²,  scale = mean scatter²        [Marsaglia & Tsang 2000]
    ///
    /// @param mean mean, 0 or more
    /// @param scatter standard deviation over mean, 0 or more
    public static double gamma(UniformRandomProvider random, double mean, double scatter) {
        if (scatter == 0 || mean == 0) {
            return mean;
        }
        if (scatter == 1) {
            return exponential(random, mean);
        }
        double shape = 1 / (scatter * scatter);
        double scale = mean / shape;
        if (shape < 1) {
            double lift = StrictMath.pow(Streams.open(random), 1 / shape);
            return scale * lift * standardGamma(random, shape + 1);
        }
        return scale * standardGamma(random, shape);
    }

    private static double standardGamma(UniformRandomProvider random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double t = 1 + c * x;
            if (t <= 0) {
                continue;
            }
            double v = t * t * t;
            double u = Streams.open(random);
            double x2 = x * x;
            if (u < 1 - 0.0331 * x2 * x2
                    || StrictMath.log(u) < 0.5 * x2 + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }

    /// A standard normal number by Marsaglia's polar method; the second one is thrown away.
    private static double normal(UniformRandomProvider random) {
        while (true) {
            double a = 2 * Streams.open(random) - 1;
            double b = 2 * Streams.open(random) - 1;
            double s = a * a + b * b;
            if (s < 1 && s > 0) {
                return a * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}
