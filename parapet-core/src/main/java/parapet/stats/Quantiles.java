package parapet.stats;

import java.util.Arrays;

/// Quantiles of a sample.
public final class Quantiles {
    private Quantiles() {}

    /// Quantile of type 7, the usual one of R, NumPy and spreadsheets: linear between the order
    /// statistics, the least value at level 0 and the greatest at level 1.
    ///
    ///     h = (n-1) p,   Q = x(⌊h⌋) + (h-⌊h⌋) (x(⌊h⌋+1) - x(⌊h⌋))          [Hyndman and Fan 1996]
    ///
    /// @param values at least one, in any order, none NaN; left as they are
    /// @param levels p, each 0..1
    /// @return one quantile for each level
    public static double[] type7(double[] values, double... levels) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A quantile needs at least one value.");
        }
        var x = values.clone();
        Arrays.sort(x);
        if (Double.isNaN(x[x.length - 1])) {
            throw new IllegalArgumentException("A quantile of values with NaN has no meaning.");
        }
        var result = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            double p = levels[i];
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("The level (%s) must lie in 0..1.".formatted(p));
            }
            double h = (x.length - 1) * p;
            int below = (int) h;
            int above = StrictMath.min(below + 1, x.length - 1);
            result[i] = below == h ? x[below] : x[below] + (h - below) * (x[above] - x[below]);
        }
        return result;
    }
}
