package parapet.stats;

/// Collects values one by one into a mean and a variance, without keeping them.
///
///     mean += (x - mean)/n,   M2 += (x - mean_before) (x - mean_after)             [Welford 1962]
///
/// and two collectors join by the rule of Chan, Golub and LeVeque 1979. The last bits depend on the
/// order, so add and merge in replication order. Not safe for several threads.
public final class MeanEstimator {
    private long count;
    private double mean;
    private double m2;

    /// Adds one value.
    ///
    /// @throws IllegalArgumentException if it is not finite
    public void add(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("The value (%s) must be finite.".formatted(x));
        }
        count++;
        double d = x - mean;
        mean += d / count;
        m2 += d * (x - mean);
    }

    /// Adds all values of another collector, which stays as it is.
    public void merge(MeanEstimator other) {
        if (other.count == 0) {
            return;
        }
        double otherMean = other.mean;
        double otherM2 = other.m2;
        double n = (double) count + other.count;
        double d = otherMean - mean;
        m2 += otherM2 + d * d * count * other.count / n;
        mean += d * other.count / n;
        count += other.count;
    }

    /// What is known so far.
    public Estimate estimate() {
        return new Estimate(
                count, count == 0 ? Double.NaN : mean, count < 2 ? Double.NaN : m2 / (count - 1.0));
    }
}
