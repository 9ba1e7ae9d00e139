package parapet.sustain.exact;

import parapet.stats.DiscreteLaw;

/// A negative binomial law moved by a distance that need not be whole, so that mean, variance and
/// third central moment fit: the next better law beside that of two moments.
///
/// Between whole numbers its measures are straight lines. A third moment below the variance (less
/// skew than a Poisson law) is taken as the variance.
final class ThreeMoments {
    private final double shift;
    private final DiscreteLaw law;

    ThreeMoments(double mean, double variance, double third) {
        double fitted = StrictMath.min(variance, 2 * variance * variance / (third + variance));
        shift = mean - fitted;
        law = SingleSite.twoMomentPipeline(fitted, variance);
    }

    /// `E[(X-s)+]`.
    double expectedExcess(int s) {
        int low = below(s);
        double here = law.expectedExcess(low);
        return here + (s - shift - low) * (law.expectedExcess(low + 1) - here);
    }

    /// P(X ≤ k).
    double cdf(int k) {
        int low = below(k);
        double here = low < 0 ? 0 : law.cdf(low);
        double next = low < -1 ? 0 : law.cdf(low + 1);
        return here + (k - shift - low) * (next - here);
    }

    private int below(int k) {
        return (int) StrictMath.floor(k - shift);
    }
}
