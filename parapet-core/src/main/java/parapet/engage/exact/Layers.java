package parapet.engage.exact;

import parapet.stats.Binomial;
import parapet.stats.Require;

/// Threats that must pass layers, each of which kills them independently.
///
///     survival s = Π (1 - p_i),   leakers ~ Binomial(threats, s)
///
/// Layers never tire, run empty or help each other.
public final class Layers {
    private Layers() {}

    /// Probability that a threat passes all layers.
    ///
    /// @param killProbabilities p_i of each layer, 0..1
    public static double survivalProbability(double... killProbabilities) {
        double survival = 1;
        for (double p : killProbabilities) {
            survival *= 1 - Require.share("kill probability of a layer", p);
        }
        return survival;
    }

    /// The law of the leakers.
    ///
    /// @param threats 0 or more
    /// @param killProbabilities p_i of each layer, 0..1
    public static Binomial leakers(int threats, double... killProbabilities) {
        return new Binomial(threats, survivalProbability(killProbabilities));
    }
}
