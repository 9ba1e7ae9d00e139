package parapet.stats;

/// Mean of independent replications, and how sure it is.
///
/// The interval is mean ± t s/√n, t of Student with n-1 degrees of freedom. It holds for values
/// that are near normal, or many; it says nothing about errors of the model.
///
/// @param count number of values, 0 or more
/// @param mean mean of the values; NaN if there are none
/// @param variance sample variance s², with divisor n-1; under unequal weights that whose s/√n is
///   the standard error; NaN below two values
/// @param effective n, the effective number of values: under equal weights their number
public record Estimate(long count, double mean, double variance, double effective) {
    /// Of values with equal weights.
    public Estimate(long count, double mean, double variance) {
        this(count, mean, variance, (double) count);
    }

    /// Estimate from all values, added in their order.
    public static Estimate of(double... values) {
        var e = new MeanEstimator();
        for (double x : values) {
            e.add(x);
        }
        return e.estimate();
    }

    /// Estimate of the mean difference a - b of paired values, as of two plans under the same
    /// random numbers.
    ///
    /// @param a values of the first, one a replication
    /// @param b values of the second, replication for replication
    /// @throws IllegalArgumentException if the lengths differ
    public static Estimate ofPairedDifference(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "Paired values need equal numbers (%d) and (%d)."
                            .formatted(a.length, b.length));
        }
        var e = new MeanEstimator();
        for (int i = 0; i < a.length; i++) {
            e.add(a[i] - b[i]);
        }
        return e.estimate();
    }

    /// s/√n; NaN below two values.
    public double standardError() {
        return StrictMath.sqrt(variance / effective);
    }

    /// Half the width of the two-sided interval; infinite below two values.
    ///
    /// @param confidence such as 0.95, between 0 and 1
    public double halfWidth(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "The confidence (%s) must lie between 0 and 1.".formatted(confidence));
        }
        return count < 2 || !(effective > 1 + 1e-9)
                ? Double.POSITIVE_INFINITY
                : StudentT.quantile(effective - 1.0, 0.5 + 0.5 * confidence) * standardError();
    }

    /// Lower end of the two-sided interval.
    public double low(double confidence) {
        return mean - halfWidth(confidence);
    }

    /// Upper end of the two-sided interval.
    public double high(double confidence) {
        return mean + halfWidth(confidence);
    }
}
