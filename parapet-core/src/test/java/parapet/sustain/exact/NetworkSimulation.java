package parapet.sustain.exact;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/// Yardstick of the tests: a [SupplyNetwork] played event by event, without any of its formulas.
/// Repair times are exponential, transport is fixed, everything is first come first served.
final class NetworkSimulation {
    private record Event(double time, long number, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event o) {
            int byTime = Double.compare(time, o.time);
            return byTime != 0 ? byTime : Long.compare(number, o.number);
        }
    }

    /// One item at one site.
    private static final class Shelf {
        int onHand;
        int busy;
        final ArrayDeque<Runnable> requests = new ArrayDeque<>();
        final ArrayDeque<Runnable> inLine = new ArrayDeque<>(); // for a repair place
    }

    private final SupplyNetwork network;
    private final Random random;
    private final PriorityQueue<Event> agenda = new PriorityQueue<>();
    private final Map<List<String>, Shelf> shelves = new LinkedHashMap<>();
    private final Map<List<String>, SupplyNetwork.Holding> holdings = new LinkedHashMap<>();
    private final Map<String, SupplyNetwork.Site> sites = new LinkedHashMap<>();
    private double now;
    private long events;

    NetworkSimulation(SupplyNetwork network, long seed) {
        this.network = network;
        this.random = new Random(seed);
        network.holdings().forEach(h -> holdings.put(List.of(h.item(), h.site()), h));
        network.sites().forEach(s -> sites.put(s.name(), s));
        network.bases().forEach(this::nextFailure);
    }

    /// Batch means of the backorders of the unit at a base, after one batch of warming up.
    double[] backorders(String base, int batches, double length) {
        var means = new double[batches];
        for (int b = -1; b < batches; b++) {
            double end = now + length;
            double area = 0;
            while (agenda.element().time() < end) {
                Event event = agenda.remove();
                area += shelf(network.unit(), base).requests.size() * (event.time() - now);
                now = event.time();
                event.action().run();
            }
            area += shelf(network.unit(), base).requests.size() * (end - now);
            now = end;
            if (b >= 0) {
                means[b] = area / length;
            }
        }
        return means;
    }

    private void nextFailure(SupplyNetwork.Site base) {
        after(
                exponential(1 / base.demandRate()),
                () -> {
                    demand(network.unit(), base, () -> {});
                    nextFailure(base);
                });
    }

    private void demand(SupplyNetwork.Item item, SupplyNetwork.Site site, Runnable served) {
        Shelf shelf = shelf(item, site.name());
        if (shelf.onHand > 0) {
            shelf.onHand--;
            served.run();
        } else {
            shelf.requests.add(served);
        }
        var holding = holdings.get(List.of(item.name(), site.name()));
        Runnable back = () -> arrive(shelf);
        if (holding != null && random.nextDouble() < holding.repairShare()) {
            repair(item, site, holding, shelf, back);
        } else if (site.supplier() == null) {
            after(item.procurementTime(), back);
        } else {
            demand(
                    item,
                    sites.getOrDefault(site.supplier(), site),
                    () -> after(site.orderAndShipTime(), back));
        }
    }

    private void repair(
            SupplyNetwork.Item item,
            SupplyNetwork.Site site,
            SupplyNetwork.Holding holding,
            Shelf shelf,
            Runnable back) {
        Runnable start =
                () ->
                        after(
                                exponential(holding.repairTime()),
                                () -> {
                                    shelf.busy--;
                                    if (!shelf.inLine.isEmpty()) {
                                        shelf.busy++;
                                        shelf.inLine.remove().run();
                                    }
                                    fit(item, site, back);
                                });
        if (shelf.busy < holding.places().count()) {
            shelf.busy++;
            start.run();
        } else {
            shelf.inLine.add(start);
        }
    }

    private void fit(SupplyNetwork.Item item, SupplyNetwork.Site site, Runnable back) {
        double u = random.nextDouble();
        for (var part : item.parts()) {
            u -= part.share();
            if (u < 0) {
                demand(part, site, back);
                return;
            }
        }
        back.run();
    }

    private static void arrive(Shelf shelf) {
        if (shelf.requests.isEmpty()) {
            shelf.onHand++;
        } else {
            shelf.requests.remove().run();
        }
    }

    private Shelf shelf(SupplyNetwork.Item item, String site) {
        return shelves.computeIfAbsent(
                List.of(item.name(), site),
                key -> {
                    var shelf = new Shelf();
                    var holding = holdings.get(key);
                    shelf.onHand = holding == null ? 0 : holding.stock();
                    return shelf;
                });
    }

    private void after(double delay, Runnable action) {
        agenda.add(new Event(now + delay, events++, action));
    }

    private double exponential(double mean) {
        return -mean * Math.log1p(-random.nextDouble());
    }

    /// Standard score of a value against batch means.
    static double z(double value, double[] means) {
        double mean = 0;
        for (double x : means) {
            mean += x / means.length;
        }
        double square = 0;
        for (double x : means) {
            square += (x - mean) * (x - mean);
        }
        return (mean - value) / Math.sqrt(square / (means.length - 1) / means.length);
    }
}
