package parapet.engage.exact;

import parapet.stats.Require;

/// Rounds fired in looks at independent threats, with rounds and time enough.
///
///     leak = q^(n1 + n2 + ...),   rounds = Σ n_k q^(n1 + ... + n_(k-1)),   q = 1 - p
///
/// p is the single-shot kill probability and n_k the rounds fired at look k if the threat still
/// lives.
public final class ShootLookShoot {
    private ShootLookShoot() {}

    /// What is expected.
    ///
    /// @param leakProbability of one threat
    /// @param expectedRoundsPerThreat rounds fired at one threat
    /// @param probabilityNoLeaker none of the threats leaks
    /// @param meanLeakers of all threats
    /// @param expectedRounds at all threats
    public record Result(
            double leakProbability,
            double expectedRoundsPerThreat,
            double probabilityNoLeaker,
            double meanLeakers,
            double expectedRounds) {}

    /// The result for threats that are engaged independently.
    ///
    /// @param killProbability p, 0..1
    /// @param roundsAtLook n_k, each 0 or more
    /// @param threats 0 or more
    public static Result of(double killProbability, int[] roundsAtLook, int threats) {
        Require.share("killProbability", killProbability);
        Require.atLeast("number of threats", threats, 0);
        double alive = 1;
        double rounds = 0;
        for (int n : roundsAtLook) {
            Require.atLeast("number of rounds at a look", n, 0);
            rounds += n * alive;
            alive *= StrictMath.pow(1 - killProbability, n);
        }
        return new Result(
                alive,
                rounds,
                StrictMath.pow(1 - alive, threats),
                threats * alive,
                threats * rounds);
    }
}
