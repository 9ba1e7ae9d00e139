package parapet.engage.exact;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.ErlangB;
import parapet.stats.Require;

/// A Poisson stream of threats through layers of channels. One that finds all channels of a layer
/// busy passes it, any other is killed with probability p; what leaks goes to the next layer.
///
///     leak_k = leak_(k-1) (B(c_k, a leak_(k-1)) + (1 - B) (1 - p))              [Erlang 1917]
///
/// Exact for the first layer whatever the law of the engagement time. What leaks is not Poisson, so
/// the others are an approximation; the engagement time has the same mean in all.
public final class ChannelLoss {
    private ChannelLoss() {}

    /// One layer.
    ///
    /// @param blockingProbability all channels are busy when a threat comes
    /// @param leakFraction share of the first stream that passes this and all layers before
    public record Layer(double blockingProbability, double leakFraction) {}

    /// All layers in turn.
    ///
    /// @param offeredLoad threats in a mean engagement time, 0 or more
    /// @param killProbability of an engagement, 0..1
    /// @param channels of each layer, each 0 or more
    public static List<Layer> of(double offeredLoad, double killProbability, int... channels) {
        Require.share("killProbability", killProbability);
        var layers = new ArrayList<Layer>();
        double leak = 1;
        for (int c : channels) {
            double blocked = ErlangB.lossProbability(c, offeredLoad * leak);
            leak *= blocked + (1 - blocked) * (1 - killProbability);
            layers.add(new Layer(blocked, leak));
        }
        return List.copyOf(layers);
    }
}
