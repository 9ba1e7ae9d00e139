package parapet.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.random.Streams;
import parapet.stats.BetaBinomial;
import parapet.stats.Estimate;

/// What a [BattleForecast] expects of the nights of one class and half-year, drawn from what it
/// holds at the half-year's begin: a defence θ and a correlation ρn of two targets of a night, the
/// same for all its nights, then each night by itself.
///
///     (θ, ρn) ~ w,   stopped of a night of n ~ beta-binomial(n, mean p(θ, n), correlation ρn + (1 - ρn) / (T + 2))
///
/// T as in [BattleForecast]. For one thread.
final class NightForecast {
    private static final long SEED = 12;

    private final BattleForecast battle;
    private final String targetClass;
    private final double[] cumulative;
    private final int particles;
    private final Map<List<Integer>, double[]> laws = new HashMap<>();

    NightForecast(BattleForecast battle, String targetClass) {
        this.battle = battle;
        this.targetClass = targetClass;
        double[][] weights = battle.weights(targetClass);
        particles = weights[0].length;
        cumulative = new double[weights.length * particles];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += weights[i / particles][i % particles];
            cumulative[i] = sum;
        }
    }

    /// One outcome of some nights of the class.
    ///
    /// @param sample number of the outcome, 0 or more; the same gives the same
    List<NightGroup> draw(List<NightGroup> groups, int sample) {
        var made = new ArrayList<NightGroup>();
        UniformRandomProvider random =
                new Streams(SEED, 0, sample)
                        .at("record.nights", targetClass + groups.getFirst().from());
        int at = find(cumulative, Streams.open(random));
        for (NightGroup g : groups) {
            var shares = new double[g.nights()];
            int stopped = 0;
            for (int n = 0; n < shares.length; n++) {
                int size = g.size(n);
                int count = find(law(at, size), Streams.open(random));
                stopped += count;
                shares[n] = (double) count / size;
            }
            made.add(g.made(stopped, spread(shares)));
        }
        return made;
    }

    private double[] law(int at, int size) {
        return laws.computeIfAbsent(
                List.of(at, size),
                _ -> {
                    double share = battle.shares(targetClass, size)[at % particles];
                    double correlation = battle.nightCorrelation(at / particles, size);
                    double[] law = BetaBinomial.of(size, share, correlation).probabilities();
                    for (int k = 1; k <= size; k++) {
                        law[k] += law[k - 1];
                    }
                    return law;
                });
    }

    /// The first place at which a cumulative law is not below a chance.
    private static int find(double[] law, double chance) {
        int low = 0;
        int high = law.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (law[middle] < chance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double spread(double[] shares) {
        return shares.length < 2 ? Double.NaN : StrictMath.sqrt(Estimate.of(shares).variance());
    }
}
