package parapet.engage.exact;

import java.util.List;
import parapet.stats.Binomial;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// Leakers when readiness is a whole law and not a mean.
///
/// State i holds with a probability; in it each unit is ready independently. With j ready,
///
///     leakers(j) = max(0, threats - j kills)
///
/// is convex in j, so its mean over the law is never below its value at the mean.
public final class ReadinessToLeakers {
    private ReadinessToLeakers() {}

    /// A state of the world that all units share.
    ///
    /// @param probability it holds
    /// @param unitAvailability probability that a unit is ready in it
    public record State(double probability, double unitAvailability) {}

    /// Law of the units ready.
    ///
    /// @param units 0 or more
    /// @param states their probabilities sum to 1
    public static DiscreteLaw ready(int units, List<State> states) {
        var mix = new double[units + 1];
        for (State state : states) {
            Require.share("probability of a state", state.probability());
            double[] p = new Binomial(units, state.unitAvailability()).law().toArray(units + 1);
            for (int j = 0; j <= units; j++) {
                mix[j] += state.probability() * p[j];
            }
        }
        return DiscreteLaw.of(mix);
    }

    /// Leakers with a number of units ready, which need not be whole.
    ///
    /// @param threats 0 or more
    /// @param killsPerUnit 0 or more
    public static double leakers(double ready, double threats, double killsPerUnit) {
        Require.notNegative("number of threats", threats);
        Require.notNegative("killsPerUnit", killsPerUnit);
        return Math.max(0, threats - ready * killsPerUnit);
    }

    /// Mean leakers over the law of the units ready.
    public static double expectedLeakers(DiscreteLaw ready, double threats, double killsPerUnit) {
        double sum = 0;
        for (int j = ready.largest(); j >= 0; j--) {
            sum += ready.probability(j) * leakers(j, threats, killsPerUnit);
        }
        return sum;
    }
}
