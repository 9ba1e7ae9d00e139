package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.List;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// A [SupplyNetwork] whose units stop failing while they are down: the closed correction.
///
/// Of the N_i units of base i, N_i - b_i are up and can fail. Pipelines, of units and of parts, grow
/// one by one, and in the long run each number of them is left upwards as often as downwards. So at
/// every site the work o, with B backorders at its supplier known, has
///
///     P(o+1) / P(o) = P_open(o+1) / P_open(o) x E[demand left | o] / full demand
///
/// and the backorders of a site split over those who asked, each split less likely by Π_(m<b_i) (N_i
/// - m) / N_i.
///
/// **Exact** for exponential times where nothing is in transport: one site with ample or few places
/// (the chain of [ClosedFleet]), a depot and its bases, parts held where units are repaired. An
/// approximation with transport and on more echelons, near because only what is in transport is
/// taken wrongly; its errors against exact chains: `ClosedNetworkTest` and the page of these models.
public final class ClosedNetwork {
    private static final int MOST_ROUNDS = 500;
    private static final double SETTLED = 1e-12;

    private ClosedNetwork() {}

    /// A base of the closed network.
    ///
    /// @param site its name
    /// @param units N
    /// @param demandRate e, mean failures per unit of time
    /// @param up law of the units up, 0..N
    public record Base(String site, int units, double demandRate, DiscreteLaw up) {
        /// Mean units up / N.
        public double availability() {
            return up.mean() / units;
        }
    }

    /// The bases of a closed network so corrected, in the order of [SupplyNetwork#bases].
    ///
    /// @param network its demand rates those of all units up
    /// @param units N of each base, 1 or more
    /// @throws IllegalArgumentException if a shop could not do the work of all units up
    public static List<Base> solve(SupplyNetwork network, List<Integer> units) {
        var solver = new SupplySolver(network);
        double[] full = solver.demandRates();
        int[] fleet = fleet(network, solver, units);
        return bases(network, solver, new TiltedTree(solver, full, fleet).up(), fleet, full);
    }

    /// The plain remedy, for comparison: only the demand is lowered, e_i = λ_i (1 - EBO_i / N_i).
    /// Of more units short than there are all are down.
    ///
    /// @param network its demand rates those of all units up
    /// @param units N of each base, 1 or more
    public static List<Base> byMeanDemand(SupplyNetwork network, List<Integer> units) {
        var solver = new SupplySolver(network);
        double[] full = solver.demandRates();
        int[] fleet = fleet(network, solver, units);
        double[] mean = full.clone();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var result = solver.solve(SupplyMethod.EXACT, mean, solver.everySite(), false);
            var up = new ArrayList<DiscreteLaw>();
            double moved = 0;
            for (int j = 0; j < full.length; j++) {
                var here = new double[fleet[j] + 1];
                var owed = result.at(network.unit().name(), solver.siteName(j)).backorders();
                for (int b = 0; b <= fleet[j]; b++) {
                    here[fleet[j] - b] = b < fleet[j] ? owed.probability(b) : owed.survival(b - 1);
                }
                up.add(DiscreteLaw.of(here));
                if (full[j] > 0) {
                    double demand = full[j] * up.get(j).mean() / fleet[j];
                    moved = StrictMath.max(moved, StrictMath.abs(demand - mean[j]) / full[j]);
                    mean[j] = (mean[j] + demand) / 2;
                }
            }
            if (moved < SETTLED) {
                return bases(network, solver, up, fleet, full);
            }
        }
        throw unsettled();
    }

    private static IllegalStateException unsettled() {
        return new IllegalStateException("The fixed point of the demands was not reached.");
    }

    private static int[] fleet(SupplyNetwork network, SupplySolver solver, List<Integer> units) {
        var sites = network.bases();
        Require.between("number of unit counts", units.size(), sites.size(), sites.size());
        var fleet = new int[network.sites().size()];
        for (int b = 0; b < sites.size(); b++) {
            String name = sites.get(b).name();
            fleet[solver.siteNumber(name)] =
                    Require.between("units at " + name, units.get(b), 1, 100_000);
        }
        return fleet;
    }

    private static List<Base> bases(
            SupplyNetwork network,
            SupplySolver solver,
            List<DiscreteLaw> up,
            int[] fleet,
            double[] full) {
        var bases = new ArrayList<Base>();
        for (var site : network.bases()) {
            int j = solver.siteNumber(site.name());
            double demand = full[j] * up.get(j).mean() / fleet[j];
            bases.add(new Base(site.name(), fleet[j], demand, up.get(j)));
        }
        return List.copyOf(bases);
    }
}
