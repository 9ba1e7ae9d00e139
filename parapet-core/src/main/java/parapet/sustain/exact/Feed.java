package parapet.sustain.exact;

import java.util.List;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;

/// Backorders elsewhere that make a pipeline wait: those of the supplier or of a sub-part.
///
/// Each backorder belongs to the pipeline independently with probability f, so that it adds
///
///     Y = Binomial(B, f),   E[Y] = f E[B],   Var[Y] = f (1-f) E[B] + f² Var[B]      [Graves 1985]
///
/// @param owed law of B
/// @param share f, 0..1
record Feed(DiscreteLaw owed, double share) {
    double mean() {
        return share * owed.mean();
    }

    double variance() {
        return mean() + share * share * (owed.variance() - owed.mean());
    }

    /// Third central moment of Y; the factorial cumulants of B count with f, f² and f³.
    double third() {
        double mean = owed.mean();
        double overdispersion = owed.variance() - mean;
        double cumulant = thirdOf(owed) - 3 * overdispersion - mean;
        return share * (mean + share * (3 * overdispersion + share * cumulant));
    }

    /// Third central moment of a law.
    static double thirdOf(DiscreteLaw law) {
        double mean = law.mean();
        double sum = 0;
        for (int k = law.largest(); k >= 0; k--) {
            sum += (k - mean) * (k - mean) * (k - mean) * law.probability(k);
        }
        return sum;
    }

    /// Whether it adds anything.
    boolean isActive() {
        return share > 0 && owed.largest() > 0;
    }

    /// Law of the pipeline made of its own work and of what it waits for, all independent.
    ///
    /// @param own law of the work that waits for nobody else; kept whole by every method as long as
    ///   nothing is waited for
    static DiscreteLaw pipeline(DiscreteLaw own, List<Feed> feeds, SupplyMethod method) {
        double mean = 0;
        double variance = 0;
        for (Feed feed : feeds) {
            mean += feed.mean();
            variance += feed.variance();
        }
        if (mean == 0) {
            return own;
        }
        return switch (method) {
            case EXACT -> {
                var law = own;
                for (Feed feed : feeds) {
                    if (feed.isActive()) {
                        law = law.plus(feed.owed().thinned(feed.share()));
                    }
                }
                yield law;
            }
            case METRIC -> {
                boolean poisson = own.variance() - own.mean() <= 1e-12 * own.mean();
                yield poisson // the sum of two Poisson numbers, without the convolution
                        ? new Poisson(own.mean() + mean).law()
                        : own.plus(new Poisson(mean).law());
            }
            case VARI_METRIC ->
                    SingleSite.twoMomentPipeline(own.mean() + mean, own.variance() + variance);
        };
    }

    /// Law of the pipeline when what it waits for is as dependent as can be: all feeds rise and
    /// fall together, which no dependence exceeds in E\[(X-s)+\] at any s.
    static DiscreteLaw comonotone(DiscreteLaw own, List<Feed> feeds) {
        var law = DiscreteLaw.certain(0);
        for (Feed feed : feeds) {
            if (feed.isActive()) {
                law = together(law, feed.owed().thinned(feed.share()));
            }
        }
        return own.plus(law);
    }

    /// Law of F⁻¹(U) + G⁻¹(U), U uniform.
    private static DiscreteLaw together(DiscreteLaw f, DiscreteLaw g) {
        var p = new double[f.largest() + g.largest() + 1];
        int i = f.largest();
        int j = g.largest();
        double inF = f.probability(i);
        double inG = g.probability(j);
        while (i >= 0 && j >= 0) { // from the far tail, where digits matter
            double both = StrictMath.min(inF, inG);
            p[i + j] += both;
            inF -= both;
            inG -= both;
            if ((inF <= inG && i > 0) || j == 0) {
                i--;
                inF += f.probability(i);
            } else {
                j--;
                inG += g.probability(j);
            }
        }
        return DiscreteLaw.of(p);
    }
}
