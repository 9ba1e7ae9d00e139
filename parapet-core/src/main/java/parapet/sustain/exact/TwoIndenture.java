package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// A unit that is repaired by changing one of its sub-units.
///
/// A failed unit is diagnosed in a mean time T, which finds one bad sub-unit, kind j with
/// probability q_j. The sub-unit goes to repair (mean T_j, ample) and a spare one is fitted at once
/// if there is one of the s_j, else the unit waits, first come first served:
///
///     X = Poisson(λ T) + Σ_j (Poisson(λ q_j T_j) - s_j)+     [Muckstadt 1973; Sherbrooke 1986]
///
/// independent. A mean-only treatment of the second term (MOD-METRIC) is [SupplyMethod#METRIC].
public final class TwoIndenture {
    private TwoIndenture() {}

    /// A kind of sub-unit.
    ///
    /// @param share q, probability that it is the bad one, 0..1
    /// @param repairTime mean, 0 or more
    /// @param stock spare sub-units, 0 or more
    public record SubUnit(double share, double repairTime, int stock) {
        public SubUnit {
            Require.share("sub-unit share", share);
            Require.notNegative("sub-unit repairTime", repairTime);
            Require.atLeast("sub-unit stock", stock, 0);
        }
    }

    /// Law of the units in diagnosis or waiting for a sub-unit.
    ///
    /// @param demandRate λ, 0 or more
    /// @param diagnosisTime T, 0 or more
    /// @param subUnits their shares sum to 1, to 1e-9
    public static DiscreteLaw pipeline(
            double demandRate, double diagnosisTime, List<SubUnit> subUnits) {
        double shares = 0;
        for (SubUnit subUnit : subUnits) {
            shares += subUnit.share();
        }
        if (!(StrictMath.abs(shares - 1) <= 1e-9)) {
            throw new IllegalArgumentException(
                    """
                    The shares of the sub-units sum to (%s) and must sum to 1.
                    Maybe add a kind for the failures that need no sub-unit.\
                    """
                            .formatted(shares));
        }
        var law = SingleSite.pipeline(demandRate, diagnosisTime);
        for (SubUnit subUnit : subUnits) {
            var pipeline = SingleSite.pipeline(demandRate * subUnit.share(), subUnit.repairTime());
            law = law.plus(pipeline.excess(subUnit.stock()));
        }
        return law;
    }

    /// A unit at one site.
    ///
    /// @param pipelineMean E\[X\]
    /// @param pipelineVariance Var\[X\], the true one in every method
    /// @param expectedBackorders `E[(X-s)+]` of the chosen method
    /// @param fillRate P(X ≤ s-1) of the chosen method
    public record Result(
            double pipelineMean,
            double pipelineVariance,
            double expectedBackorders,
            double fillRate) {}

    /// What `stock` spare units at one site do.
    public static Result solve(
            double demandRate,
            double diagnosisTime,
            List<SubUnit> subUnits,
            int stock,
            SupplyMethod method) {
        Require.atLeast("stock", stock, 0);
        var exact = pipeline(demandRate, diagnosisTime, subUnits);
        double mean = exact.mean();
        double variance = exact.variance();
        var law =
                switch (method) {
                    case EXACT -> exact;
                    case METRIC -> new Poisson(mean).law();
                    case VARI_METRIC -> SingleSite.twoMomentPipeline(mean, variance);
                };
        return new Result(mean, variance, law.expectedExcess(stock), law.cdf(stock - 1));
    }

    /// A base of a network where every unit is repaired at the depot.
    ///
    /// @param demandRate λ, 0 or more
    /// @param orderAndShipTime fixed, 0 or more
    /// @param stock spare units, 0 or more
    public record Base(double demandRate, double orderAndShipTime, int stock) {
        public Base {
            Require.notNegative("demandRate", demandRate);
            Require.notNegative("orderAndShipTime", orderAndShipTime);
            Require.atLeast("stock", stock, 0);
        }
    }

    /// Depot and bases: the depot pipeline is [#pipeline] of the whole demand, exact in every
    /// method; the method concerns the base pipelines.
    ///
    /// @param depotStock spare units at the depot, 0 or more
    public static TwoEchelon.Result solveNetwork(
            double diagnosisTime,
            List<SubUnit> subUnits,
            int depotStock,
            List<Base> bases,
            SupplyMethod method) {
        double demand = 0;
        var plain = new ArrayList<TwoEchelon.Base>(bases.size());
        for (Base base : bases) {
            demand += base.demandRate();
            plain.add(
                    new TwoEchelon.Base(
                            base.demandRate(), 0, 0, base.orderAndShipTime(), base.stock()));
        }
        return TwoEchelon.solve(
                pipeline(demand, diagnosisTime, subUnits), depotStock, plain, method);
    }
}
