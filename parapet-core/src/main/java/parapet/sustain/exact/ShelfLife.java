package parapet.sustain.exact;

import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// Spares that decay on the shelf.
///
/// The level S is kept by ordering one unit for every demand and for every unit that decays. With k
/// orders out, on hand (S-k)+ and backorders (k-S)+, k is a birth-death chain:
///
///     P(k+1) / P(k) = (λ + θ (S-k)+) L / (k+1)
///
/// θ = 1 / mean shelf life, L the mean of the exponential resupply time; demand is backordered.
/// A fixed calendar life is not an exponential one and needs the simulation.
public final class ShelfLife {
    private ShelfLife() {}

    /// The stock in the long run.
    ///
    /// @param fillRate P(k < S), a demand finds a spare
    /// @param expectedBackorders `E[(k-S)+]`
    /// @param expectedOnHand `E[(S-k)+]`
    /// @param scrapRate units decayed per unit of time
    public record Result(
            double fillRate, double expectedBackorders, double expectedOnHand, double scrapRate) {}

    /// The stock in the long run.
    ///
    /// @param demandRate λ, 0 or more
    /// @param meanShelfLife more than 0
    /// @param resupplyTime mean L, more than 0
    /// @param stock S, 0 to 1 000 000
    public static Result solve(
            double demandRate, double meanShelfLife, double resupplyTime, int stock) {
        Require.notNegative("demandRate", demandRate);
        Require.positive("meanShelfLife", meanShelfLife);
        Require.positive("resupplyTime", resupplyTime);
        Require.between("stock", stock, 0, 1_000_000);
        var orders =
                DiscreteLaw.fromRatios(
                        k ->
                                (demandRate + StrictMath.max(0, stock - k) / meanShelfLife)
                                        * resupplyTime
                                        / (k + 1.0),
                        0,
                        Integer.MAX_VALUE);
        double onHand = orders.expectedShortfall(stock);
        return new Result(
                orders.cdf(stock - 1),
                orders.expectedExcess(stock),
                onHand,
                onHand / meanShelfLife);
    }
}
