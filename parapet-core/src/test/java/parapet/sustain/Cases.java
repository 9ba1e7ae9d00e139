package parapet.sustain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.quantity.Calendar;
import parapet.random.Streams;
import parapet.sim.Audit;

/// Small inputs for tests. Times in days.
final class Cases {
    static final long DAY = Calendar.DAY;
    static final double D = 86_400;
    static final int[] NOWHERE = {};

    private Cases() {}

    static Network.Part part(double mtbf) {
        return new Network.Part("p", mtbf * D, 0, 0, 0, 0, 10, "USD");
    }

    static Network.UnitType type(Network.Slot slot, int spares) {
        return type(List.of(slot), new int[] {spares}, List.of(), List.of());
    }

    static Network.UnitType type(
            List<Network.Slot> slots,
            int[] spares,
            List<Network.Missile> missiles,
            List<Network.Task> tasks) {
        return new Network.UnitType("t", slots, spares, missiles, tasks, 0, "USD");
    }

    static Network.Site site(
            String id, boolean open, int supplier, int[] repairsAt, int stock, Network.Shop shop) {
        return new Network.Site(id, open, supplier, repairsAt, new int[] {stock}, shop, 0, "USD");
    }

    /// A shop that can do everything, without material, learning or price.
    static Network.Shop shop(int places, double repair, double scatter) {
        return new Network.Shop(places, 0, repair * D, scatter, 1, 0, 1, 1, 0, 0);
    }

    static Network.Link[][] links(int sites, double timeDays) {
        var links = new Network.Link[sites][sites];
        for (int i = 0; i < sites; i++) {
            for (int j = 0; j < sites; j++) {
                links[i][j] = new Network.Link(timeDays * D, 0, true);
            }
        }
        return links;
    }

    static Network network(
            Network.Part part, Network.UnitType type, double linkDays, Network.Site... sites) {
        return new Network(
                List.of(part),
                List.of(type),
                List.of(sites),
                links(sites.length, linkDays),
                Network.Production.NONE);
    }

    /// One phase; unit `i` is based at site `i % bases` and serves from tick 0.
    static SustainInput input(double endDays, Network network, int units, int bases) {
        return new SustainInput(
                Math.round(endDays * DAY),
                List.of(new SustainInput.Phase(0, network)),
                IntStream.range(0, units)
                        .mapToObj(i -> new SustainInput.Unit("u" + i, 0, i % bases))
                        .toList(),
                List.of());
    }

    static List<Delivery> fromTheStart(SustainInput input) {
        return input.units().stream().map(u -> new Delivery(0, u.id(), 0, 0, 0, 0, 0, 0)).toList();
    }

    static ReadinessHistory run(SustainInput input, int replication) {
        return Sustainment.simulate(
                input,
                fromTheStart(input),
                new Streams(2024, 0, replication),
                new Ledger(),
                Audit.NORMAL);
    }

    /// Days that a unit spends in a state.
    static double days(ReadinessHistory history, int unit, UnitState state) {
        double days = 0;
        for (int i = 0; i < history.size(); i++) {
            if (history.unit(i) == unit && history.state(i) == state) {
                days += (history.to(i) - history.from(i)) / (double) DAY;
            }
        }
        return days;
    }

    /// The intervals of a unit as text: state, reason, site and days.
    static List<String> story(ReadinessHistory history, int unit) {
        var story = new ArrayList<String>();
        for (int i = 0; i < history.size(); i++) {
            if (history.unit(i) == unit) {
                String why = history.reason(i) < 0 ? "" : " " + Reason.values()[history.reason(i)];
                String where = history.site(i) < 0 ? "" : " at " + history.site(i);
                story.add(
                        "%s%s%s %.1f"
                                .formatted(
                                        history.state(i),
                                        why,
                                        where,
                                        (history.to(i) - history.from(i)) / (double) DAY));
            }
        }
        return story;
    }

    /// A random small case: up to four units, five sites and three phases.
    static SustainInput random(UniformRandomProvider random) {
        int parts = 1 + random.nextInt(3);
        int sites = 2 + random.nextInt(4);
        int units = 1 + random.nextInt(4);
        int phases = 1 + random.nextInt(3);
        var slots = new ArrayList<Network.Slot>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int count = 1 + random.nextInt(4);
            int full = random.nextInt(count + 1);
            slots.add(
                    new Network.Slot(
                            "s" + i,
                            random.nextInt(parts),
                            count,
                            full,
                            random.nextInt(full + 1),
                            random.nextDouble()));
        }
        var list = new ArrayList<SustainInput.Phase>();
        for (int k = 0; k < phases; k++) {
            list.add(new SustainInput.Phase(k * 300L * DAY, network(random, parts, sites, slots)));
        }
        var additions = new ArrayList<SustainInput.Addition>();
        additions.add(new SustainInput.Addition(random.nextInt(900) * DAY, -1, NOWHERE, "m", 7));
        int[] more = new int[parts];
        more[0] = 2;
        additions.add(new SustainInput.Addition(random.nextInt(900) * DAY, 0, more, "", 0));
        return new SustainInput(
                1_000 * DAY,
                list,
                IntStream.range(0, units)
                        .mapToObj(i -> new SustainInput.Unit("u" + i, 0, random.nextInt(sites)))
                        .toList(),
                additions);
    }

    private static Network network(
            UniformRandomProvider random, int parts, int sites, List<Network.Slot> slots) {
        var kinds = new ArrayList<Network.Part>();
        for (int p = 0; p < parts; p++) {
            double mean = (5 + random.nextInt(100)) * D;
            var inside = new ArrayList<Network.Inside>();
            for (int sub = p + 1; sub < parts; sub++) {
                inside.add(new Network.Inside(sub, random.nextInt(3) / 4.0));
            }
            kinds.add(
                    new Network.Part(
                            "p" + p,
                            switch (random.nextInt(3)) {
                                case 0 -> FailureLaw.Weibull.ofMean(mean, 0.5 + random.nextInt(3));
                                case 1 -> FailureLaw.Lognormal.ofMean(mean, 0.8);
                                default -> new FailureLaw.Exponential(mean);
                            },
                            random.nextInt(4) == 0,
                            random.nextInt(3) / 2.0,
                            random.nextInt(3) * D,
                            random.nextInt(3) / 4.0,
                            random.nextInt(3) / 4.0,
                            random.nextInt(3) * D,
                            inside,
                            new Network.Life(
                                    random.nextInt(3) > 0
                                            ? Double.POSITIVE_INFINITY
                                            : (20 + random.nextInt(100)) * D,
                                    random.nextBoolean(),
                                    random.nextInt(3) > 0
                                            ? Double.POSITIVE_INFINITY
                                            : (20 + random.nextInt(100)) * D),
                            random.nextInt(100) * D,
                            random.nextInt(3) > 0 ? Long.MAX_VALUE : random.nextInt(900) * DAY,
                            10,
                            "USD"));
        }
        var tasks =
                List.of(
                        task("overhaul", random, sites, 200 * D),
                        task("upgrade", random, sites, Double.POSITIVE_INFINITY));
        var missile =
                new Network.Missile("m", 10, 200 * D, random.nextInt(2) * 300 * D, 1, 5, "USD");
        int[] spares = new int[parts];
        for (int p = 0; p < parts; p++) {
            spares[p] = random.nextInt(3);
        }
        var type = type(slots, spares, List.of(missile), tasks);
        var all = new ArrayList<Network.Site>();
        for (int s = 0; s < sites; s++) {
            int[] stock = new int[parts];
            int[] repairsAt = new int[random.nextInt(3)];
            for (int p = 0; p < parts; p++) {
                stock[p] = random.nextInt(3);
            }
            for (int i = 0; i < repairsAt.length; i++) {
                repairsAt[i] = random.nextInt(sites);
            }
            all.add(
                    new Network.Site(
                            "site" + s,
                            random.nextInt(4) > 0,
                            s == 0 ? -1 : random.nextInt(s + 1) - 1,
                            repairsAt,
                            stock,
                            new Network.Shop(
                                    random.nextInt(3),
                                    0,
                                    (1 + random.nextInt(60)) * D,
                                    random.nextInt(3) / 2.0,
                                    random.nextInt(3) / 2.0,
                                    0.1,
                                    2,
                                    100 * D,
                                    random.nextInt(3) / 2.0,
                                    30 * D),
                            5,
                            "USD"));
        }
        Network.Link[][] links = links(sites, 0);
        for (int i = 0; i < sites; i++) {
            for (int j = 0; j < i; j++) {
                links[i][j] =
                        new Network.Link(
                                random.nextInt(30) * D,
                                random.nextInt(3) / 2.0,
                                random.nextInt(5) > 0);
                links[j][i] = links[i][j];
            }
        }
        var production = new Network.Production(400 * DAY, 0.1, 1e-9, 0.8, 20 * D, 0.7);
        return new Network(kinds, List.of(type), all, links, production);
    }

    private static Network.Task task(
            String id, UniformRandomProvider random, int sites, double every) {
        var at =
                List.of(
                        new Network.TaskSite(
                                random.nextInt(sites), random.nextInt(3), 40 * D, 3, "USD"),
                        new Network.TaskSite(
                                random.nextInt(sites), random.nextInt(3), 30 * D, 4, "USD"));
        return new Network.Task(
                id, every, 100 * DAY, random.nextInt(30) * D, random.nextInt(4) > 0, at);
    }

    /// Deliveries with random delays in every leg.
    static List<Delivery> late(SustainInput input, UniformRandomProvider random) {
        return input.units().stream()
                .filter(u -> random.nextInt(8) > 0)
                .map(u -> {
                    long[] t = new long[6];
                    t[0] = (random.nextInt(700) - 400) * DAY;
                    for (int i = 1; i < 6; i++) {
                        t[i] = t[i - 1] + random.nextLong(2) * random.nextInt(150) * DAY;
                    }
                    return new Delivery(0, u.id(), t[0], t[1], t[2], t[3], t[4], t[5]);
                })
                .toList();
    }
}
