package parapet.engage.exact;

import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// Threats one after another against a magazine that is not refilled.
///
/// At each threat single rounds are fired with a look between, until it is dead, the most shots for
/// one threat are spent or the magazine is empty. The rounds left and the leakers so far form a
/// Markov chain over the threats. Cost O(threats² rounds shots).
///
/// Over several nights the rounds at the begin of the next are min(rounds at first, rounds left +
/// rounds supplied): a chain over the nights.
public final class FiniteMagazine {
    private FiniteMagazine() {}

    /// What is expected.
    ///
    /// @param leakers law of the leakers
    /// @param meanRoundsUsed rounds fired in all
    public record Result(DiscreteLaw leakers, double meanRoundsUsed) {}

    /// The exact law.
    ///
    /// @param threats 0 or more
    /// @param rounds in the magazine, 0 or more
    /// @param maximumShotsPerThreat 0 or more
    /// @param killProbability single-shot, 0..1
    public static Result of(
            int threats, int rounds, int maximumShotsPerThreat, double killProbability) {
        Require.atLeast("number of threats", threats, 0);
        Require.atLeast("number of rounds", rounds, 0);
        Require.atLeast("maximumShotsPerThreat", maximumShotsPerThreat, 0);
        Require.share("killProbability", killProbability);
        var state = night(rounds, rounds, threats, maximumShotsPerThreat, killProbability);
        var leakers = new double[threats + 1];
        double used = 0;
        for (int left = 0; left <= rounds; left++) {
            for (int lost = 0; lost <= threats; lost++) {
                leakers[lost] += state[left][lost];
                used += (rounds - left) * state[left][lost];
            }
        }
        return new Result(DiscreteLaw.of(leakers), used);
    }

    /// Mean leakers of each of some nights, with rounds supplied between them.
    ///
    /// @param rounds in the magazine at first, which it never exceeds, 0 or more
    /// @param supplied rounds that come between two nights, 0 or more
    public static double[] nights(
            int nights,
            int threats,
            int rounds,
            int supplied,
            int maximumShotsPerThreat,
            double killProbability) {
        Require.atLeast("number of nights", nights, 1);
        Require.atLeast("number of threats", threats, 0);
        Require.atLeast("number of rounds", rounds, 0);
        Require.atLeast("number of rounds supplied", supplied, 0);
        Require.atLeast("maximumShotsPerThreat", maximumShotsPerThreat, 0);
        Require.share("killProbability", killProbability);
        var leakers = new double[nights];
        var before = new double[rounds + 1];
        before[rounds] = 1;
        for (int n = 0; n < nights; n++) {
            var after = new double[rounds + 1];
            for (int had = 0; had <= rounds; had++) {
                double[][] state =
                        night(had, rounds, threats, maximumShotsPerThreat, killProbability);
                for (int left = 0; left <= rounds; left++) {
                    for (int lost = 0; lost <= threats; lost++) {
                        double p = before[had] * state[left][lost];
                        leakers[n] += p * lost;
                        after[Math.min(rounds, left + supplied)] += p;
                    }
                }
            }
            before = after;
        }
        return leakers;
    }

    /// Probability of rounds left and leakers after one night, `[left][leakers]`.
    private static double[][] night(
            int had, int rounds, int threats, int maximumShotsPerThreat, double killProbability) {
        double q = 1 - killProbability;
        var state = new double[rounds + 1][threats + 1];
        state[had][0] = 1;
        for (int t = 0; t < threats; t++) {
            var next = new double[rounds + 1][threats + 1];
            for (int left = 0; left <= rounds; left++) {
                int shots = Math.min(left, maximumShotsPerThreat);
                for (int lost = 0; lost <= t; lost++) {
                    double alive = state[left][lost];
                    for (int k = 1; k <= shots && alive > 0; k++) {
                        next[left - k][lost] += alive * killProbability;
                        alive *= q;
                    }
                    next[left - shots][lost + 1] += alive;
                }
            }
            state = next;
        }
        return state;
    }
}
