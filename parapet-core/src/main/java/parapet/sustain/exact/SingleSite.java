package parapet.sustain.exact;

import parapet.stats.DiscreteLaw;
import parapet.stats.NegativeBinomial;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// One stock with one-for-one resupply: what a number of spares does for a given pipeline.
///
/// The pipeline X is the number of units in repair or resupply. Under Poisson demand of rate λ and
/// ample places, X is Poisson with mean λ T whatever the law of the repair time, T its mean
///
///     P(X = k) = e^-λT (λT)^k / k!                                     [Palm 1938]
///
/// Valid for demand that does not fall while units are down; for a small fleet see [ClosedFleet].
/// Repair starts at the failure. Repair with few places: [FiniteDepot].
public final class SingleSite {
    private SingleSite() {}

    /// What a stock does.
    ///
    /// @param pipelineMean E\[X\]
    /// @param pipelineVariance Var\[X\]
    /// @param expectedBackorders `E[(X-s)+]`
    /// @param backorderVariance `Var[(X-s)+]`
    /// @param fillRate P(X ≤ s-1), a demand finds a spare
    /// @param readyRate P(X ≤ s), nobody waits
    /// @param expectedOnHand `E[(s-X)+]`
    /// @param secondOrderLoss `E[(X-s)+ (X-s-1)+] / 2`
    public record Result(
            double pipelineMean,
            double pipelineVariance,
            double expectedBackorders,
            double backorderVariance,
            double fillRate,
            double readyRate,
            double expectedOnHand,
            double secondOrderLoss) {}

    /// Measures of `stock` spares against a pipeline of any law.
    ///
    /// @param stock s, 0 or more
    public static Result measure(DiscreteLaw pipeline, int stock) {
        Require.atLeast("stock", stock, 0);
        return new Result(
                pipeline.mean(),
                pipeline.variance(),
                pipeline.expectedExcess(stock),
                pipeline.excessVariance(stock),
                pipeline.cdf(stock - 1),
                pipeline.cdf(stock),
                pipeline.expectedShortfall(stock),
                pipeline.secondOrderLoss(stock));
    }

    /// Poisson pipeline of Palm's theorem.
    ///
    /// @param demandRate λ, 0 or more, per unit of time
    /// @param repairTime mean T, 0 or more
    public static DiscreteLaw pipeline(double demandRate, double repairTime) {
        return new Poisson(
                        Require.notNegative("demandRate", demandRate)
                                * Require.notNegative("repairTime", repairTime))
                .law();
    }

    /// Poisson pipeline when a share of the removals is condemned and bought anew at once.
    ///
    ///     mean = λ ((1-c) T + c L)
    ///
    /// @param demandRate λ, 0 or more
    /// @param repairTime mean T, 0 or more
    /// @param condemnedShare c, 0..1
    /// @param procurementTime mean L, 0 or more
    public static DiscreteLaw pipelineWithCondemnation(
            double demandRate, double repairTime, double condemnedShare, double procurementTime) {
        double c = Require.share("condemnedShare", condemnedShare);
        return pipeline(
                demandRate,
                (1 - c) * Require.notNegative("repairTime", repairTime)
                        + c * Require.notNegative("procurementTime", procurementTime));
    }

    /// Pipeline with the given mean and variance: negative binomial, Poisson where the variance
    /// does not exceed the mean.
    public static DiscreteLaw twoMomentPipeline(double mean, double variance) {
        return new NegativeBinomial(mean, variance).law();
    }
}
