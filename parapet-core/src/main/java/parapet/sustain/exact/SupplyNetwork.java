package parapet.sustain.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// A unit and its parts on a tree of sites: any number of echelons and indentures.
///
/// Demand for the unit arises at the bases. Of the demand λ for item i at site j the share r is
/// repaired there, the rest is sent up and ordered from the supplier p at the same moment; at the
/// top the rest is condemned and bought. A repair finds at most one bad part c, with its share q,
/// fits a spare one or waits for it, first come first served. With X the pipeline, s the stock,
/// B = (X-s)+ the backorders,
///
///     λ_ij = q_i λ_parent,j r_parent,j + Σ_k λ_ik (1-r_ik)          k the sites supplied by j
///     X_ij = Repair(λ_ij r_ij) + Poisson(λ_ij (1-r_ij) O_j)
///          + Binomial(B_ip, λ_ij (1-r_ij) / λ_ip) + Σ_c Binomial(B_cj, q_c λ_ij r_ij / λ_cj)
///                                                   [Graves 1985; Sherbrooke 1986; Muckstadt 1973]
///
/// Repair is Poisson with ample places (any law of repair time) and the M/M/c law of [FiniteDepot]
/// with few (exponential); O is the fixed order-and-ship time, at the top the procurement time of
/// the item.
///
/// **Exact**, for every site by itself, where the backorders that a pipeline waits for have no
/// common source: one item on any tree of sites; any breakdown whose units are repaired at one
/// echelon only. The number in an ample shop or an M/M/c queue is independent of what has left it,
/// and what leaves is Poisson [Burke 1956], so parts see Poisson demand as well. **Independence is
/// assumed** where the same part's backorders at a supplier delay both the repair of units there
/// and the parts ordered by the site itself; [Node#exact] says where, and [SupplyFigures] bounds
/// what it does. Sites are dependent on each other; only sums of means may be taken over sites.
///
/// Not here: places shared by items, priorities, lateral supply, random transport
/// ([RandomTransport]), demand that falls while units are down ([ClosedNetwork]), uncertain rates
/// ([UncertainDemand]).
///
/// @param unit the item that fails at the bases, with its parts
/// @param sites one of them without a supplier, the top
/// @param holdings what sites repair and stock; a pair without one repairs and stocks nothing
public record SupplyNetwork(Item unit, List<Site> sites, List<Holding> holdings) {

    /// An item of the breakdown.
    ///
    /// @param name unique in the breakdown
    /// @param share q, probability that it is the bad part when its parent is repaired, 0..1; 1 for
    ///   the unit
    /// @param procurementTime mean from condemnation at the top to the new one there, 0 or more;
    ///   infinite when it cannot be bought
    /// @param parts their shares sum to at most 1; the rest of the repairs needs no part
    public record Item(String name, double share, double procurementTime, List<Item> parts) {
        public Item {
            Require.share("share of item " + name, share);
            if (!(procurementTime >= 0)) {
                throw new IllegalArgumentException(
                        "The procurementTime (%s) of item (%s) must be 0 or more."
                                .formatted(procurementTime, name));
            }
            parts = List.copyOf(parts);
            double shares = 0;
            for (Item part : parts) {
                shares += part.share();
            }
            if (!(shares <= 1 + 1e-9)) {
                throw new IllegalArgumentException(
                        """
                        The shares of the parts of (%s) sum to (%s) and must not exceed 1.
                        Maybe they are quantities; then use ofRates.\
                        """
                                .formatted(name, shares));
            }
        }

        /// An item that is only repaired, never bought.
        public static Item of(String name, double share, Item... parts) {
            return new Item(name, share, Double.POSITIVE_INFINITY, List.of(parts));
        }

        /// A unit whose parts each fail at their own rate: q = quantity x rate / sum of all.
        ///
        /// @param parts at least one with a quantity and a rate above 0
        public static Item ofRates(String name, List<Rated> parts) {
            double sum = unitRate(parts);
            var shared = new ArrayList<Item>(parts.size());
            for (Rated r : parts) {
                Item part = r.part();
                double share = r.quantity() * r.failureRate() / sum;
                shared.add(new Item(part.name(), share, part.procurementTime(), part.parts()));
            }
            return new Item(name, 1, Double.POSITIVE_INFINITY, shared);
        }

        /// Failure rate of one unit made of such parts, more than 0.
        public static double unitRate(List<Rated> parts) {
            double sum = 0;
            for (Rated r : parts) {
                sum += r.quantity() * r.failureRate();
            }
            return Require.positive("failure rate of the unit", sum);
        }
    }

    /// A part by its number and failure rate.
    ///
    /// @param part its share is not used
    /// @param quantity in one unit, 0 or more
    /// @param failureRate of one, 0 or more
    public record Rated(Item part, int quantity, double failureRate) {
        public Rated {
            Require.atLeast("quantity of " + part.name(), quantity, 0);
            Require.notNegative("failureRate of " + part.name(), failureRate);
        }
    }

    /// A place with stock and shop.
    ///
    /// @param name unique
    /// @param supplier where it sends what it cannot repair, null for the top
    /// @param orderAndShipTime O, fixed, from the supplier's issue to arrival, 0 or more; 0 at the
    ///   top
    /// @param demandRate failures of units here, 0 or more, per unit of time; 0 where others are
    ///   supplied
    public record Site(
            String name, @Nullable String supplier, double orderAndShipTime, double demandRate) {
        public Site {
            Require.notNegative("orderAndShipTime of site " + name, orderAndShipTime);
            Require.notNegative("demandRate of site " + name, demandRate);
            if (supplier == null && orderAndShipTime > 0) {
                throw new IllegalArgumentException(
                        """
                        The orderAndShipTime (%s) of site (%s) must be 0, for it has no supplier.
                        Maybe the procurementTime of an item is meant.\
                        """
                                .formatted(orderAndShipTime, name));
            }
        }

        /// The same site with another demand.
        public Site withDemand(double rate) {
            return new Site(name, supplier, orderAndShipTime, rate);
        }
    }

    /// What a site does for an item.
    ///
    /// @param repairShare r, 0..1, share of the demand that is repaired here
    /// @param repairTime mean, 0 or more; without the wait for parts
    /// @param places ample (any law of repair time) or few (exponential, first come first served)
    /// @param stock s, 0 or more
    public record Holding(
            String item,
            String site,
            double repairShare,
            double repairTime,
            RepairPlaces places,
            int stock) {
        public Holding {
            String of = " of %s at %s".formatted(item, site);
            Require.share("repairShare" + of, repairShare);
            Require.notNegative("repairTime" + of, repairTime);
            Require.atLeast("stock" + of, stock, 0);
        }

        /// Repair with ample places.
        public static Holding ample(
                String item, String site, double repairShare, double repairTime, int stock) {
            return new Holding(item, site, repairShare, repairTime, RepairPlaces.AMPLE, stock);
        }

        /// The same with another stock.
        public Holding withStock(int newStock) {
            return new Holding(item, site, repairShare, repairTime, places, newStock);
        }
    }

    /// One item at one site.
    ///
    /// @param demandRate λ
    /// @param stock s
    /// @param pipeline law of X by the chosen method
    /// @param measures what the stock does against that law
    /// @param exact whether no independence is assumed on the way here; says nothing about the
    ///   method
    public record Node(
            String item,
            String site,
            double demandRate,
            int stock,
            DiscreteLaw pipeline,
            SingleSite.Result measures,
            boolean exact) {
        /// Law of the backorders (X-s)+.
        public DiscreteLaw backorders() {
            return pipeline.excess(stock);
        }

        /// Share of systems with at least `needed` of their `perSystem` slots filled, the holes at
        /// random among the slots of all systems.
        ///
        ///     A = Σ_b P(B = b) P(Hypergeometric(systems x perSystem, b, perSystem) ≤
        ///                        perSystem - needed)
        ///
        /// @param systems 1 or more, at this site
        /// @param perSystem n, 1 or more
        /// @param needed k, 0..n
        public double availability(int systems, int perSystem, int needed) {
            return KofN.availabilityWithHoles(backorders(), systems, perSystem, needed);
        }
    }

    /// The network as computed.
    ///
    /// @param nodes all pairs of item and site: items in the order of the breakdown, parents first,
    ///   for each the sites, suppliers first
    public record Result(List<Node> nodes) {
        public Result {
            nodes = List.copyOf(nodes);
        }

        /// One item at one site.
        public Node at(String item, String site) {
            for (Node node : nodes) {
                if (node.item().equals(item) && node.site().equals(site)) {
                    return node;
                }
            }
            throw new IllegalArgumentException("No item (%s) at site (%s).".formatted(item, site));
        }
    }

    public SupplyNetwork {
        sites = suppliersFirst(sites);
        holdings = List.copyOf(holdings);
        var items = new LinkedHashSet<String>();
        collect(unit, items);
        if (unit.share() != 1) {
            throw new IllegalArgumentException(
                    "The share (%s) of the unit (%s) must be 1."
                            .formatted(unit.share(), unit.name()));
        }
        var names = new LinkedHashSet<String>();
        sites.forEach(s -> names.add(s.name()));
        var pairs = new LinkedHashSet<List<String>>();
        for (Holding h : holdings) {
            if (!items.contains(h.item()) || !names.contains(h.site())) {
                throw new IllegalArgumentException(
                        "The holding of (%s) at (%s) names no known item and site."
                                .formatted(h.item(), h.site()));
            }
            if (!pairs.add(List.of(h.item(), h.site()))) {
                throw new IllegalArgumentException(
                        "The holding of (%s) at (%s) is given twice."
                                .formatted(h.item(), h.site()));
            }
        }
    }

    private static void collect(Item item, Set<String> names) {
        if (!names.add(item.name())) {
            throw new IllegalArgumentException(
                    "The item (%s) stands twice in the breakdown.".formatted(item.name()));
        }
        item.parts().forEach(part -> collect(part, names));
    }

    private static List<Site> suppliersFirst(List<Site> sites) {
        var open = new LinkedHashMap<String, Site>();
        for (Site site : sites) {
            if (open.put(site.name(), site) != null) {
                throw new IllegalArgumentException(
                        "The site (%s) is given twice.".formatted(site.name()));
            }
        }
        var tops = new ArrayList<String>();
        for (Site site : sites) {
            if (site.supplier() == null) {
                tops.add(site.name());
            } else if (!open.containsKey(site.supplier())) {
                throw new IllegalArgumentException(
                        "The supplier (%s) of site (%s) is unknown."
                                .formatted(site.supplier(), site.name()));
            }
        }
        for (Site site : sites) {
            Site up = site.supplier() == null ? null : open.get(site.supplier());
            if (up != null && up.demandRate() > 0) {
                throw new IllegalArgumentException(
                        """
                        Units fail at site (%s), which supplies (%s); they may fail only where nobody is supplied.
                        Maybe add a site for them beside it, with an orderAndShipTime of 0.\
                        """
                                .formatted(up.name(), site.name()));
            }
        }
        if (tops.size() > 1) {
            throw new IllegalArgumentException(
                    "One site must have no supplier; found (%s)."
                            .formatted(String.join(", ", tops)));
        }
        var order = new LinkedHashMap<String, Site>();
        boolean found = true;
        while (found) {
            found = false;
            for (Site site : sites) {
                String up = site.supplier();
                if (!order.containsKey(site.name()) && (up == null || order.containsKey(up))) {
                    order.put(site.name(), site);
                    found = true;
                }
            }
        }
        if (order.size() < sites.size() || sites.isEmpty()) {
            order.keySet().forEach(open::remove);
            throw new IllegalArgumentException(
                    """
                    The sites (%s) supply each other in a loop; none of them is supplied from the top.
                    Maybe one of them is the top and needs no supplier.\
                    """
                            .formatted(loop(open)));
        }
        return List.copyOf(order.values());
    }

    /// The loop itself, without the sites that hang from it.
    private static String loop(Map<String, Site> open) {
        var seen = new ArrayList<String>();
        String name = open.isEmpty() ? null : open.keySet().iterator().next();
        while (name != null && !seen.contains(name)) {
            seen.add(name);
            Site site = open.get(name);
            name = site == null ? null : site.supplier();
        }
        return String.join(
                " <- ", name == null ? seen : seen.subList(seen.indexOf(name), seen.size()));
    }

    /// The network in the long run.
    ///
    /// @param method how a pipeline is taken from what it waits for; applied at every pipeline
    /// @throws IllegalArgumentException if a demanded item is neither repaired nor bought, or a
    ///   shop is offered more than it can do
    public Result solve(SupplyMethod method) {
        return new SupplySolver(this).solve(method);
    }

    /// The network with other demands at its sites.
    ///
    /// @param demandRates in the order of [#sites]
    public SupplyNetwork withDemand(List<Double> demandRates) {
        var changed = new ArrayList<Site>(sites.size());
        for (int j = 0; j < sites.size(); j++) {
            changed.add(sites.get(j).withDemand(demandRates.get(j)));
        }
        return new SupplyNetwork(unit, changed, holdings);
    }

    /// Sites where units fail, in the order of [#sites].
    public List<Site> bases() {
        return sites.stream().filter(s -> s.demandRate() > 0).toList();
    }
}
