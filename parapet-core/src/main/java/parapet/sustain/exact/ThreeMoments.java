package parapet.sustain.exact;

import parapet.stats.DiscreteLaw;

/// A negative binomial law moved by a distance that need not be whole, so that mean, variance and
/// third central moment fit: the next better law beside that of two moments.
///
/// A negative binomial law of mean m and variance v has the third central moment v (2v/m - 1), so
///
///     m = 2 v² / (third + v),   moved by mean - m
///
/// Between whole numbers its measures are straight lines. A third moment below the variance (less
/// skew than a Poisson law) is taken as the variance; a number without variance is certain.
final class ThreeMoments {
    private final double shift;
    private final DiscreteLaw law;

    ThreeMoments(double mean, double variance, double third) {
        double fitted = third <= variance ? variance : 2 * variance * variance / (third + variance);
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
        double here = law.cdf(low);
        return here + (k - shift - low) * (law.cdf(low + 1) - here);
    }

    private int below(int k) {
        return (int) StrictMath.floor(k - shift);
    }
}
