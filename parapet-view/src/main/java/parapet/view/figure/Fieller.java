package parapet.view.figure;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/// The 95 % interval of a ratio of two paired means by Fieller's theorem: the ratios r for which
/// the mean of y − r x does not differ from zero.
///
/// Valid for means near normal. There is no bounded interval when the mean of x itself does not
/// differ from zero.
public final class Fieller {
    private Fieller() {}

    /// A ratio with its interval.
    public record Ratio(double value, double low, double high) {}

    /// The ratio of the mean of y to the mean of x.
    ///
    /// @param n number of pairs, where they are weighed their effective number
    /// @param x mean of x
    /// @param y mean of y
    /// @param xx variance of x over the pairs
    /// @param yy variance of y
    /// @param xy covariance
    public static Optional<Ratio> of(
            double n, double x, double y, double xx, double yy, double xy) {
        if (n < 3 || !Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(xx + yy + xy)) {
            return Optional.empty();
        }
        double t = TDistribution.of(n - 1.0).inverseCumulativeProbability(0.975);
        double t2 = t * t / n;
        double a = x * x - t2 * xx;
        double b = x * y - t2 * xy;
        double c = y * y - t2 * yy;
        double root = b * b - a * c;
        if (a <= 0 || root < 0) {
            return Optional.empty();
        }
        double half = Math.sqrt(root);
        return Optional.of(new Ratio(y / x, (b - half) / a, (b + half) / a));
    }
}
