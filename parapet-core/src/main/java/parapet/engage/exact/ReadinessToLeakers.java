package parapet.engage.exact;

import java.util.List;
import parapet.stats.Binomial;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// Leakers when readiness is a whole law and not a mean.
///
/// State i holds with a probability; in it each squadron is ready independently. With j ready,
///
///     leakers(j) = max(0, threats - j kills)
///
/// is convex in j, so its mean over the law is never below its value at the mean.
public final class ReadinessToLeakers {
    private ReadinessToLeakers() {}

    /// A state of the world that all squadrons share.
    ///
    /// @param probability it holds
    /// @param squadronAvailability probability that a squadron is ready in it
    public record State(double probability, double squadronAvailability) {}

    /// Law of the squadrons ready.
    ///
    /// @param squadrons 0 or more
    /// @param states their probabilities sum to 1
    public static DiscreteLaw ready(int squadrons, List<State> states) {
        var mix = new double[squadrons + 1];
        for (State state : states) {
            Require.share("probability of a state", state.probability());
            double[] p =
                    new Binomial(squadrons, state.squadronAvailability())
                            .law()
                            .toArray(squadrons + 1);
            for (int j = 0; j <= squadrons; j++) {
                mix[j] += state.probability() * p[j];
            }
        }
        return DiscreteLaw.of(mix);
    }

    /// Leakers with a number of squadrons ready, which need not be whole.
    ///
    /// @param threats 0 or more
    /// @param killsPerSquadron 0 or more
    public static double leakers(double ready, double threats, double killsPerSquadron) {
        Require.notNegative("number of threats", threats);
        Require.notNegative("killsPerSquadron", killsPerSquadron);
        return Math.max(0, threats - ready * killsPerSquadron);
    }

    /// Mean leakers over the law of the squadrons ready.
    public static double expectedLeakers(
            DiscreteLaw ready, double threats, double killsPerSquadron) {
        double sum = 0;
        for (int j = ready.largest(); j >= 0; j--) {
            sum += ready.probability(j) * leakers(j, threats, killsPerSquadron);
        }
        return sum;
    }
}
