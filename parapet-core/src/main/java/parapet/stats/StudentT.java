package parapet.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/// Student's t law.
public final class StudentT {
    private StudentT() {}

    /// Quantile: the t with P(T ≤ t) = `probability`.
    ///
    /// Computed by Apache Commons Statistics, through the incomplete beta function.
    ///
    /// @param degreesOfFreedom more than 0
    /// @param probability between 0 and 1
    public static double quantile(double degreesOfFreedom, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "The probability (%s) must lie between 0 and 1.".formatted(probability));
        }
        return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(probability);
    }
}
