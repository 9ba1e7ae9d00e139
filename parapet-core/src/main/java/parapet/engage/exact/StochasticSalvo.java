package parapet.engage.exact;

import org.apache.commons.statistics.distribution.NormalDistribution;
import parapet.stats.Binomial;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// One salvo against defenders who each stop at most one shot.
///
///     hits K = max(Bin(shots, h) - Bin(interceptors, d), 0)                    [Armstrong 2005]
///
/// and the loss is the sum of K independent normal losses, cut to 0 .. units. Two sides that fire
/// at once are two cases.
public final class StochasticSalvo {
    private StochasticSalvo() {}

    /// Law of the hits.
    ///
    /// @param shots 0 or more
    /// @param hitProbability of a shot that is not stopped, 0..1
    /// @param interceptors 0 or more
    /// @param interceptProbability of one interceptor, 0..1
    public static DiscreteLaw hits(
            int shots, double hitProbability, int interceptors, double interceptProbability) {
        double[] on = new Binomial(shots, hitProbability).law().toArray(shots + 1);
        double[] off =
                new Binomial(interceptors, interceptProbability).law().toArray(interceptors + 1);
        var hits = new double[shots + 1];
        for (int i = 0; i <= shots; i++) {
            for (int j = 0; j <= interceptors; j++) {
                hits[Math.max(i - j, 0)] += on[i] * off[j];
            }
        }
        return DiscreteLaw.of(hits);
    }

    /// What is lost.
    ///
    /// @param meanUnits mean units lost, of all there are
    /// @param probabilityAll every unit is lost
    public record Loss(double meanUnits, double probabilityAll) {}

    /// Loss by hits.
    ///
    ///     E[min(max(S, 0), U)] = ∫ P(S > x) dx over 0..U,   S ~ N(k m, k s²) after k hits
    ///
    /// @param hits law of the hits
    /// @param units U, more than 0
    /// @param meanPerHit m
    /// @param standardDeviationPerHit s, 0 or more
    public static Loss loss(
            DiscreteLaw hits, double units, double meanPerHit, double standardDeviationPerHit) {
        Require.positive("number of units", units);
        Require.notNegative("standardDeviationPerHit", standardDeviationPerHit);
        double mean = 0;
        double all = 0;
        for (int k = 1; k <= hits.largest(); k++) {
            double m = k * meanPerHit;
            double s = StrictMath.sqrt(k) * standardDeviationPerHit;
            double p = hits.probability(k);
            if (s == 0) {
                mean += p * Math.clamp(m, 0, units);
                all += m >= units ? p : 0;
                continue;
            }
            var law = NormalDistribution.of(m, s);
            double above = law.survivalProbability(units);
            double between = law.probability(0, units);
            double bend = s * s * (law.density(0) - law.density(units));
            mean += p * (m * between + bend + units * above);
            all += p * above;
        }
        return new Loss(mean, all);
    }
}
