package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;

/// Solves a [SupplyNetwork]: demands up the sites and down the breakdown, then pipelines the other
/// way. Items are numbered parents first, sites suppliers first; all tables are `[item][site]`.
///
/// Cost of the exact method: [#products].
final class SupplySolver {
    private final SupplyNetwork network;
    private final List<SupplyNetwork.Item> items = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final int[] supplier;
    private final SupplyNetwork.@Nullable Holding[][] holding;
    private final double[][] third; // third central moments of the pipelines last solved
    private final double[][] waiting; // error of their means, by two moments
    private final double[][] shape; // error of their backorders beyond that

    SupplySolver(SupplyNetwork network) {
        this.network = network;
        number(network.unit(), -1);
        int sites = network.sites().size();
        supplier = new int[sites];
        for (int j = 0; j < sites; j++) {
            supplier[j] = siteNumber(network.sites().get(j).supplier());
        }
        holding = new SupplyNetwork.Holding[items.size()][sites];
        third = new double[items.size()][sites];
        waiting = new double[items.size()][sites];
        shape = new double[items.size()][sites];
        for (var h : network.holdings()) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).name().equals(h.item())) {
                    holding[i][siteNumber(h.site())] = h;
                }
            }
        }
    }

    private void number(SupplyNetwork.Item item, int parent) {
        int self = items.size();
        items.add(item);
        parents.add(parent);
        for (var part : item.parts()) {
            number(part, self);
        }
    }

    /// -1 for the supplier of the top.
    int siteNumber(@Nullable String name) {
        for (int j = 0; j < network.sites().size(); j++) {
            if (network.sites().get(j).name().equals(name)) {
                return j;
            }
        }
        return -1;
    }

    String siteName(int site) {
        return network.sites().get(site).name();
    }

    int supplier(int site) {
        return supplier[site];
    }

    /// The demands of the network itself, by site.
    double[] demandRates() {
        return network.sites().stream().mapToDouble(SupplyNetwork.Site::demandRate).toArray();
    }

    SupplyNetwork.Result solve(SupplyMethod method) {
        return solve(method, demandRates(), everySite(), false);
    }

    boolean[] everySite() {
        var all = new boolean[supplier.length];
        Arrays.fill(all, true);
        return all;
    }

    /// A site and all above it, which is all its pipelines depend on besides the demands.
    boolean[] pathTo(int site) {
        var path = new boolean[supplier.length];
        for (int j = site; j >= 0; j = supplier[j]) {
            path[j] = true;
        }
        return path;
    }

    /// @param demandRates of the unit, by site
    /// @param wanted sites to be computed, with every site its supplier
    /// @param comonotone whether dependent feeds rise and fall together; [SupplyMethod#EXACT] only
    SupplyNetwork.Result solve(
            SupplyMethod method, double[] demandRates, boolean[] wanted, boolean comonotone) {
        double[][] demand = demand(demandRates);
        int sites = supplier.length;
        var node = new SupplyNetwork.@Nullable Node[items.size()][sites];
        var sources = new BitSet[items.size()][sites];
        for (int i = items.size() - 1; i >= 0; i--) {
            for (int j = 0; j < sites; j++) {
                if (wanted[j]) {
                    node[i][j] = node(i, j, demand, node, sources, method, comonotone);
                }
            }
        }
        var nodes = new ArrayList<SupplyNetwork.Node>();
        for (var row : node) {
            for (var one : row) {
                if (one != null) {
                    nodes.add(one);
                }
            }
        }
        return new SupplyNetwork.Result(nodes);
    }

    /// Demand for every item at every site.
    double[][] demand(double[] demandRates) {
        int sites = supplier.length;
        var demand = new double[items.size()][sites];
        for (int i = 0; i < items.size(); i++) {
            int parent = parents.get(i);
            for (int j = sites - 1; j >= 0; j--) {
                demand[i][j] +=
                        parent < 0
                                ? demandRates[j]
                                : items.get(i).share() * repaired(demand, parent, j);
                double sent = sent(demand, i, j);
                if (supplier[j] >= 0) {
                    demand[i][supplier[j]] += sent;
                } else if (sent > 0 && Double.isInfinite(items.get(i).procurementTime())) {
                    throw new IllegalArgumentException(
                            """
                            A share (%s) of the (%s) that reach (%s) is neither repaired nor bought.
                            Maybe its repairShare should be 1, or it needs a procurementTime.\
                            """
                                    .formatted(
                                            1 - repairShare(i, j),
                                            items.get(i).name(),
                                            network.sites().get(j).name()));
                }
            }
        }
        return demand;
    }

    /// Units that a site sends up, from the demands for the unit.
    double unitsSent(double[] unitDemand, int site) {
        return unitDemand[site] * (1 - repairShare(0, site));
    }

    /// Stock of units, by site.
    int[] unitStock() {
        var stock = new int[supplier.length];
        for (int j = 0; j < stock.length; j++) {
            stock[j] = stock(0, j);
        }
        return stock;
    }

    private int stock(int i, int j) {
        var h = holding[i][j];
        return h == null ? 0 : h.stock();
    }

    /// Laws of the units in repair, on order or waiting for parts at every site, without those that
    /// wait for the supplier.
    ///
    /// @param demandRates of the unit, by site
    DiscreteLaw[] unitWork(double[] demandRates) {
        double[][] demand = demand(demandRates);
        var result =
                items.size() == 1
                        ? new SupplyNetwork.Result(List.of())
                        : solve(SupplyMethod.EXACT, demandRates, everySite(), false);
        var work = new DiscreteLaw[supplier.length];
        for (int j = 0; j < work.length; j++) {
            var feeds = new ArrayList<Feed>();
            for (int c = 1; c < items.size(); c++) {
                double part = items.get(c).share() * repaired(demand, 0, j);
                if (parents.get(c) == 0 && part > 0) {
                    var owed = result.at(items.get(c).name(), siteName(j)).backorders();
                    feeds.add(new Feed(owed, StrictMath.min(1, part / demand[c][j])));
                }
            }
            work[j] = Feed.pipeline(own(0, j, demand), feeds, SupplyMethod.EXACT);
        }
        return work;
    }

    private double repairShare(int i, int j) {
        var h = holding[i][j];
        return h == null ? 0 : h.repairShare();
    }

    private double repaired(double[][] demand, int i, int j) {
        return demand[i][j] * repairShare(i, j);
    }

    private double sent(double[][] demand, int i, int j) {
        return demand[i][j] * (1 - repairShare(i, j));
    }

    private SupplyNetwork.Node node(
            int i,
            int j,
            double[][] demand,
            SupplyNetwork.@Nullable Node[][] node,
            BitSet[][] sources,
            SupplyMethod method,
            boolean comonotone) {
        waiting[i][j] = 0;
        shape[i][j] = 0;
        var feeds = new ArrayList<Feed>();
        var from = new BitSet();
        boolean exact = true;
        boolean shared = false;
        int up = supplier[j];
        for (int c = up < 0 ? i + 1 : i; c < items.size(); c++) {
            boolean supply = c == i;
            if (!supply && parents.get(c) != i) {
                continue;
            }
            int at = supply ? up : j;
            double part =
                    supply ? sent(demand, i, j) : items.get(c).share() * repaired(demand, i, j);
            var there = node[c][at];
            if (there == null || part == 0) {
                continue;
            }
            var feed = new Feed(there.backorders(), StrictMath.min(1, part / demand[c][at]));
            feeds.add(feed);
            waiting[i][j] += feed.share() * (waiting[c][at] + shape[c][at]);
            exact &= there.exact();
            if (feed.isActive()) {
                shared |= from.intersects(sources[c][at]);
                from.or(sources[c][at]);
            }
        }
        exact &= !shared;
        var own = own(i, j, demand);
        third[i][j] = Feed.thirdOf(own);
        feeds.forEach(f -> third[i][j] += f.third());
        var law =
                shared && comonotone
                        ? Feed.comonotone(own, feeds)
                        : Feed.pipeline(own, feeds, method);
        var h = holding[i][j];
        int stock = stock(i, j);
        // A Poisson number of backorders splits into independent ones and is no common source.
        boolean poisson = stock == 0 && from.isEmpty() && (h == null || h.places().isAmple());
        if (!poisson) {
            from.set(i * supplier.length + j);
        }
        sources[i][j] = from;
        var done =
                new SupplyNetwork.Node(
                        items.get(i).name(),
                        network.sites().get(j).name(),
                        demand[i][j],
                        stock,
                        law,
                        SingleSite.measure(law, stock),
                        exact);
        if (method == SupplyMethod.VARI_METRIC && !feeds.isEmpty()) {
            shape[i][j] = shapeError(done, third[i][j]);
        }
        return done;
    }

    private static double shapeError(SupplyNetwork.Node node, double third) {
        var m = node.measures();
        double better =
                new ThreeMoments(m.pipelineMean(), m.pipelineVariance(), third)
                        .expectedExcess(node.stock());
        double most = StrictMath.min(m.pipelineMean(), 1);
        return SupplyFigures.SHAPE * StrictMath.abs(better - m.expectedBackorders())
                + 0.05 * m.expectedBackorders()
                + 1e-3 * most;
    }

    /// The next better law of the unit's pipeline, by the laws upstream of the last solution.
    ThreeMoments threeMoments(int site, SupplyNetwork.Node node) {
        var m = node.measures();
        return new ThreeMoments(m.pipelineMean(), m.pipelineVariance(), third[0][site]);
    }

    /// How far the mean of the unit's pipeline may be off by two moments upstream.
    double waitingError(int site) {
        return waiting[0][site];
    }

    /// How far its backorders may be off beyond that by two moments here.
    double shapeError(int site) {
        return shape[0][site];
    }

    private double sentTime(int i, int j) {
        return supplier[j] >= 0
                ? network.sites().get(j).orderAndShipTime()
                : items.get(i).procurementTime();
    }

    private DiscreteLaw own(int i, int j, double[][] demand) {
        double sent = sent(demand, i, j);
        double moving = sent == 0 ? 0 : sent * sentTime(i, j);
        var h = holding[i][j];
        double repaired = repaired(demand, i, j);
        if (h == null || repaired == 0) {
            return new Poisson(moving).law();
        }
        if (h.places().isAmple()) {
            return new Poisson(repaired * h.repairTime() + moving).law();
        }
        if (!(repaired * h.repairTime() < h.places().count())) {
            throw new IllegalArgumentException(
                    """
                    The shop for (%s) at (%s) is offered (%s) repairs at once and has (%d) places.
                    Maybe add places, or use the closed fleet, whose queue is bounded.\
                    """
                            .formatted(
                                    h.item(),
                                    h.site(),
                                    repaired * h.repairTime(),
                                    h.places().count()));
        }
        return FiniteDepot.pipeline(repaired, h.repairTime(), h.places().count())
                .plus(new Poisson(moving).law());
    }

    /// How wrong the closed correction can make the share of units down at a base, as a share of
    /// it: five times the share of transport in the work it waits for, at most a quarter, and a
    /// tenth when there are parts.
    double closingDoubt(int base) {
        double[][] demand = demand(demandRates());
        double all = 0;
        double transport = 0;
        double share = 1; // of the demand at a site that is the base's
        for (int j = base; j >= 0; j = supplier[j]) {
            double sent = share * sent(demand, 0, j);
            all += share * own(0, j, demand).mean();
            transport += supplier[j] < 0 || sent == 0 ? 0 : sent * sentTime(0, j);
            share = supplier[j] < 0 ? 0 : sent / demand[0][supplier[j]];
        }
        double moving = all == 0 ? 0 : transport / all;
        return StrictMath.min(0.25, 10 * moving) + (items.size() > 1 ? 0.1 : 0);
    }

    /// Products that the exact method takes, near enough to decide by: the squares of the lengths
    /// of the laws by two moments, half for the thinning and half for the sum.
    double products() {
        double sum = 0;
        for (var node : solve(SupplyMethod.VARI_METRIC).nodes()) {
            double length = node.pipeline().largest() + 1.0;
            sum += length * length;
        }
        return sum;
    }
}
