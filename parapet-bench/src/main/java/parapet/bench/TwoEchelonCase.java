package parapet.bench;

import java.util.List;
import java.util.stream.Stream;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.sustain.exact.FiniteDepot;
import parapet.sustain.exact.SupplyMethod;
import parapet.sustain.exact.TwoEchelon;

/// One repairable item at a depot and five bases, time in days. A demand at base i is repaired there
/// with probability r_i on ample places; otherwise the unit travels to the depot, where it is
/// repaired on `places` places, and the base orders one at once; a unit travels a fixed time in both
/// directions. Repair times are exponential, queues first come first served.
///
/// Exact, because travel is fixed and equal: with Y the units on their way to the depot or at it,
///
///     Y = Poisson(Σ λ_i (1-r_i) O) + queue of the depot,  independent        [Graves 1985]
///
/// and the bases as in [TwoEchelon].
///
/// @param places repair places of the depot, [#AMPLE] for no limit
/// @param depotRepairTime mean time on a place
/// @param depotStock s0
/// @param bases the bases, equal in order-and-ship time
record TwoEchelonCase(
        int places, double depotRepairTime, int depotStock, List<TwoEchelon.Base> bases) {
    static final int AMPLE = Integer.MAX_VALUE;

    TwoEchelonCase {
        bases = List.copyOf(bases);
    }

    /// The case that is timed: 2 demands a day, 1.4 of them for the depot, which has 11.2 units in
    /// repair on average when places are ample.
    static TwoEchelonCase ofPlaces(int places) {
        var demands = Stream.of(0.2, 0.3, 0.4, 0.5, 0.6);
        return new TwoEchelonCase(
                places,
                8,
                places == AMPLE ? 16 : 19,
                demands.map(d -> new TwoEchelon.Base(d, 0.3, 5, 4, (int) Math.round(1 + 5 * d)))
                        .toList());
    }

    double shipTime() {
        return bases.getFirst().orderAndShipTime();
    }

    private double depotDemand() {
        return bases.stream().mapToDouble(b -> b.demandRate() * (1 - b.baseRepairShare())).sum();
    }

    private List<DiscreteLaw> pipelines() {
        double demand = depotDemand();
        DiscreteLaw inRepair =
                places == AMPLE
                        ? new Poisson(demand * depotRepairTime).law()
                        : FiniteDepot.pipeline(demand, depotRepairTime, places);
        var depot = new Poisson(demand * shipTime()).law().plus(inRepair);
        return TwoEchelon.basePipelines(depot, depotStock, bases, SupplyMethod.EXACT);
    }

    /// Expected backorders of all bases.
    double backorders() {
        double sum = 0;
        for (int i = 0; i < bases.size(); i++) {
            sum += pipelines().get(i).expectedExcess(bases.get(i).stock());
        }
        return sum;
    }

    /// Expected number of bases that have a backorder.
    double basesShort() {
        double sum = 0;
        for (int i = 0; i < bases.size(); i++) {
            sum += 1 - pipelines().get(i).cdf(bases.get(i).stock());
        }
        return sum;
    }
}
