package parapet.sustain.exact;

import parapet.stats.DiscreteLaw;
import parapet.stats.NegativeBinomial;
import parapet.stats.Require;

/// Last order for the rest of life, with an uncertain demand rate.
///
/// The demand is Poisson with a gamma-distributed mean, so negative binomial with mean m and
/// variance m + (c m)², c the coefficient of variation of the mean.
public final class LastTimeBuy {
    private LastTimeBuy() {}

    /// Law of the demand over the rest of life.
    ///
    /// @param mean m, 0 or more
    /// @param coefficientOfVariation c of the uncertain mean, 0 or more; 0 is Poisson demand
    public static DiscreteLaw demand(double mean, double coefficientOfVariation) {
        Require.notNegative("mean demand", mean);
        double spread =
                Require.notNegative("coefficientOfVariation", coefficientOfVariation) * mean;
        return new NegativeBinomial(mean, mean + spread * spread).law();
    }

    /// Least number of units that suffices with probability `confidence`.
    ///
    /// @param confidence 0 or more, below 1
    public static int unitsToBuy(DiscreteLaw demand, double confidence) {
        return demand.quantile(confidence);
    }
}
