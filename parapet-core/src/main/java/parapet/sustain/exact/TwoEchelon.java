package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// One item held at a depot and at bases.
///
/// A demand at base i is repaired there with probability r_i, on ample places; otherwise the unit
/// goes to the depot and the base orders one there, both at the moment of failure. The depot serves
/// orders first come first served; a unit arrives a fixed time O_i after it is issued. With X0 the
/// depot pipeline, B0 = (X0-s0)+ its backorders and f_i the share of base i in the depot demand,
///
///     X_i = Poisson(λ_i r_i T_i + λ_i (1-r_i) O_i) + Binomial(B0, f_i)
///                                                            [Graves 1985; Sherbrooke 1986]
///
/// independent. Exact for fixed order-and-ship times; with random ones units overtake each other
/// and the formula is an approximation, see [RandomTransport]. No lateral supply, no priorities.
public final class TwoEchelon {
    private TwoEchelon() {}

    /// The depot.
    ///
    /// @param repairTime mean from the failure at a base to the end of repair, 0 or more
    /// @param places ample (any law of repair time) or few (exponential, first come first served)
    /// @param stock s0, 0 or more
    public record Depot(double repairTime, RepairPlaces places, int stock) {
        public Depot {
            Require.notNegative("depot repairTime", repairTime);
            Require.atLeast("depot stock", stock, 0);
        }

        /// A depot with ample places.
        public static Depot ample(double repairTime, int stock) {
            return new Depot(repairTime, RepairPlaces.AMPLE, stock);
        }
    }

    /// One base.
    ///
    /// @param demandRate λ, 0 or more, per unit of time
    /// @param baseRepairShare r, 0..1
    /// @param baseRepairTime mean T, 0 or more
    /// @param orderAndShipTime O, fixed, 0 or more
    /// @param stock s, 0 or more
    public record Base(
            double demandRate,
            double baseRepairShare,
            double baseRepairTime,
            double orderAndShipTime,
            int stock) {
        public Base {
            Require.notNegative("demandRate", demandRate);
            Require.share("baseRepairShare", baseRepairShare);
            Require.notNegative("baseRepairTime", baseRepairTime);
            Require.notNegative("orderAndShipTime", orderAndShipTime);
            Require.atLeast("stock", stock, 0);
        }

        /// The same base with another stock.
        public Base withStock(int newStock) {
            return new Base(
                    demandRate, baseRepairShare, baseRepairTime, orderAndShipTime, newStock);
        }

        double depotDemandRate() {
            return demandRate * (1 - baseRepairShare);
        }

        double ownMean() {
            return demandRate * baseRepairShare * baseRepairTime
                    + depotDemandRate() * orderAndShipTime;
        }

        Feed feed(DiscreteLaw owed, double depotDemand) {
            return new Feed(owed, depotDemand == 0 ? 0 : depotDemandRate() / depotDemand);
        }
    }

    /// One base as computed.
    ///
    /// @param pipelineMean E\[X_i\]
    /// @param pipelineVariance Var\[X_i\], the true one in every method
    /// @param backorders `E[(X_i-s_i)+]` of the chosen method
    /// @param fillRate P(X_i ≤ s_i-1) of the chosen method
    public record BaseResult(
            double pipelineMean, double pipelineVariance, double backorders, double fillRate) {}

    /// The network as computed.
    ///
    /// @param depotPipelineMean E\[X0\]
    /// @param depotBackorders E\[B0\]
    /// @param depotBackorderVariance Var\[B0\]
    /// @param bases in the order given
    /// @param totalBackorders sum over the bases; depot backorders do not count
    public record Result(
            double depotPipelineMean,
            double depotBackorders,
            double depotBackorderVariance,
            List<BaseResult> bases,
            double totalBackorders) {
        public Result {
            bases = List.copyOf(bases);
        }
    }

    /// Depot and bases, the depot pipeline by its places: Poisson, or the law of an M/M/c queue.
    ///
    /// @throws IllegalArgumentException if few places are offered more work than they can do
    public static Result solve(Depot depot, List<Base> bases, SupplyMethod method) {
        return solve(depotPipeline(depot, bases), depot.stock(), bases, method);
    }

    /// Depot and bases, for any law of the depot pipeline.
    ///
    /// @param depotPipeline law of X0, the units the depot owes itself
    /// @param depotStock s0, 0 or more
    public static Result solve(
            DiscreteLaw depotPipeline, int depotStock, List<Base> bases, SupplyMethod method) {
        var owed = depotPipeline.excess(depotStock);
        var laws = basePipelines(depotPipeline, depotStock, bases, method);
        double demand = depotDemandRate(bases);
        var results = new ArrayList<BaseResult>(bases.size());
        double total = 0;
        for (int i = 0; i < bases.size(); i++) {
            Base base = bases.get(i);
            var feed = base.feed(owed, demand);
            double own = base.ownMean();
            double backorders = laws.get(i).expectedExcess(base.stock());
            double fillRate = laws.get(i).cdf(base.stock() - 1);
            results.add(
                    new BaseResult(own + feed.mean(), own + feed.variance(), backorders, fillRate));
            total += backorders;
        }
        return new Result(depotPipeline.mean(), owed.mean(), owed.variance(), results, total);
    }

    /// Law of the pipeline of every base, in the order given; stocks of the bases do not matter.
    public static List<DiscreteLaw> basePipelines(
            DiscreteLaw depotPipeline, int depotStock, List<Base> bases, SupplyMethod method) {
        var owed = depotPipeline.excess(depotStock);
        double demand = depotDemandRate(bases);
        var laws = new ArrayList<DiscreteLaw>(bases.size());
        for (Base base : bases) {
            var own = new Poisson(base.ownMean()).law();
            laws.add(Feed.pipeline(own, List.of(base.feed(owed, demand)), method));
        }
        return List.copyOf(laws);
    }

    /// Law of the depot pipeline.
    public static DiscreteLaw depotPipeline(Depot depot, List<Base> bases) {
        double demand = depotDemandRate(bases);
        return depot.places().isAmple()
                ? SingleSite.pipeline(demand, depot.repairTime())
                : FiniteDepot.pipeline(demand, depot.repairTime(), depot.places().count());
    }

    private static double depotDemandRate(List<Base> bases) {
        double sum = 0;
        for (Base base : bases) {
            sum += base.depotDemandRate();
        }
        return sum;
    }
}
