package parapet.sustain;

import static parapet.sustain.Cases.D;
import static parapet.sustain.Cases.DAY;
import static parapet.sustain.Cases.NOWHERE;
import static parapet.sustain.Cases.input;
import static parapet.sustain.Cases.network;
import static parapet.sustain.Cases.part;
import static parapet.sustain.Cases.shop;
import static parapet.sustain.Cases.site;
import static parapet.sustain.Cases.type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import parapet.programme.Delivery;
import parapet.stats.Poisson;
import parapet.sustain.exact.DatedFleet;
import parapet.sustain.exact.DatedFleet.Step;
import parapet.sustain.exact.DatedFleet.Support;
import parapet.sustain.exact.IntervalAvailability;
import parapet.sustain.exact.SupplyMethod;
import parapet.sustain.exact.TwoEchelon;

/// Networks whose exact answer is known, for the simulation to be held against. Demands of the
/// networks with 100 spares are never kept waiting, so that the loop is a Poisson pipeline exactly.
final class ExactNetworks {
    private static final Network.Slot ONE = new Network.Slot("s", 0, 1, 1, 1, 1);

    private ExactNetworks() {}

    /// One network.
    ///
    /// @param name of the row
    /// @param method that gives the exact value
    /// @param input of the simulation
    /// @param deliveries of the simulation
    /// @param replications n
    /// @param measured of one replication
    /// @param exact its mean
    record Row(
            String name,
            String method,
            SustainInput input,
            List<Delivery> deliveries,
            int replications,
            ToDoubleFunction<ReadinessHistory> measured,
            double exact) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> all() {
        var rows = new ArrayList<Row>();
        rows.add(
                full(
                        "one unit, no spares, exponential repair: unit-days full",
                        input(500, own(100, 0, 99, 30, 1), 1, 1),
                        new Step(0, Support.repairing(1, 0, 99, 30, 0.01))));
        rows.add(
                full(
                        "five units, two spares, one repair place: unit-days full",
                        input(800, own(60, 2, 1, 20, 1), 5, 1),
                        new Step(0, Support.repairing(5, 2, 1, 20, 1 / 60.0))));
        rows.add(
                full(
                        "three units, a third condemned and bought anew in 90 days: unit-days full",
                        input(
                                600,
                                network(
                                        new Network.Part("p", 80 * D, 0, 0, 0.3, 90 * D, 1, "USD"),
                                        type(ONE, 0),
                                        0,
                                        site("b", true, -1, new int[] {0}, 1, shop(2, 25, 1))),
                                3,
                                1),
                        new Step(0, new Support(3, 1, 2, 25, 1 / 80.0, 0.3, 90))));
        rows.add(
                full(
                        "a shop with two places opens on day 365: unit-days full",
                        phased(730, own(90, 2, 0, 30, 1), 365, own(90, 2, 2, 30, 1), 4),
                        new Step(0, Support.repairing(4, 2, 0, 30, 1 / 90.0)),
                        new Step(365, Support.repairing(4, 2, 2, 30, 1 / 90.0))));
        rows.add(
                full(
                        "two places more from day 300: unit-days full",
                        phased(600, own(50, 1, 1, 30, 1), 300, own(50, 1, 3, 30, 1), 5),
                        new Step(0, Support.repairing(5, 1, 1, 30, 1 / 50.0)),
                        new Step(300, Support.repairing(5, 1, 3, 30, 1 / 50.0))));
        rows.add(
                full(
                        "the way to the shop is closed until day 200: unit-days full",
                        phased(500, link(false, 0), 200, link(true, 0), 2),
                        new Step(0, Support.repairing(2, 1, 0, 20, 1 / 60.0)),
                        new Step(200, Support.repairing(2, 1, 2, 20, 1 / 60.0))));
        rows.add(deliveries());
        rows.add(closedSlot());
        rows.add(
                loop(
                        "fixed repair, day 30: owed beyond 3 spares",
                        30,
                        own(5, 100, 999, 20, 0),
                        0.2 * 20,
                        3));
        rows.add(
                loop(
                        "exponential repair, day 15: owed beyond 2 spares",
                        15,
                        own(5, 100, 999, 20, 1),
                        4 * -Math.expm1(-0.75),
                        2));
        rows.add(
                loop(
                        "gamma repair, day 400: owed beyond 4 spares",
                        400,
                        own(5, 100, 999, 20, 0.5),
                        4,
                        4));
        rows.add(
                loop(
                        "half of repairs wait for material, day 600: owed beyond 5 spares",
                        600,
                        network(
                                part(5),
                                type(ONE, 100),
                                0,
                                site(
                                        "b",
                                        true,
                                        -1,
                                        new int[] {0},
                                        0,
                                        new Network.Shop(
                                                999, 0, 10 * D, 1, 1, 0, 1, 1, 0.5, 30 * D))),
                        5,
                        5));
        rows.add(
                loop(
                        "a near shop able to do 60 %, a far one for the rest: owed beyond 4 spares",
                        400,
                        network(
                                part(5),
                                type(ONE, 100),
                                5,
                                site(
                                        "b",
                                        true,
                                        -1,
                                        new int[] {0, 1},
                                        0,
                                        new Network.Shop(999, 0, 10 * D, 0, 0.6, 0, 1, 1, 0, 0)),
                                site("far", true, -1, NOWHERE, 0, shop(999, 30, 0.5))),
                        0.2 * (0.6 * 10 + 0.4 * 40),
                        4));
        rows.add(closedWay());
        rows.add(kOfN());
        rows.add(twoParts());
        rows.add(twoEchelons());
        rows.add(onTheSpot());
        return List.copyOf(rows);
    }

    /// One base with a shop of its own.
    private static Network own(double mtbf, int stock, int places, double repair, double scatter) {
        return network(
                part(mtbf),
                type(ONE, 0),
                0,
                site("b", true, -1, new int[] {0}, stock, shop(places, repair, scatter)));
    }

    private static SustainInput phased(
            double end, Network first, double day, Network second, int units) {
        var base = input(end, first, units, 1);
        return new SustainInput(
                base.endTick(),
                List.of(
                        new SustainInput.Phase(0, first),
                        new SustainInput.Phase(Math.round(day * DAY), second)),
                base.units(),
                List.of());
    }

    private static Network link(boolean open, double days) {
        var sites =
                List.of(
                        site("b", true, -1, new int[] {1}, 1, Network.Shop.NONE),
                        site("shop", true, -1, NOWHERE, 0, shop(2, 20, 1)));
        var way = new Network.Link(days * D, 0, open);
        var links = new Network.Link[][] {{Network.Link.NONE, way}, {way, Network.Link.NONE}};
        return new Network(
                List.of(part(60)), List.of(type(ONE, 0)), sites, links, Network.Production.NONE);
    }

    private static double fullDays(ReadinessHistory h, int units) {
        double sum = 0;
        for (int u = 0; u < units; u++) {
            sum += Cases.days(h, u, UnitState.FULL);
        }
        return sum;
    }

    private static Row full(String name, SustainInput in, Step... steps) {
        int units = in.units().size();
        double end = in.endTick() / (double) DAY;
        return new Row(
                name,
                "DatedFleet",
                in,
                Cases.fromTheStart(in),
                2_000,
                h -> fullDays(h, units),
                DatedFleet.over(List.of(steps), 0, end).readyUnitTime());
    }

    private static Row loop(String name, double day, Network net, double mean, int stock) {
        var in = input(day, net, 1, 1);
        return new Row(
                name,
                "Poisson pipeline",
                in,
                Cases.fromTheStart(in),
                4_000,
                h -> Math.max(0, h.parts().getFirst().loop() - stock),
                new Poisson(mean).law().expectedExcess(stock));
    }

    /// Units come on days 0, 150 and 400, each with a spare; two more spares on day 500.
    private static Row deliveries() {
        var net =
                network(
                        part(40),
                        type(ONE, 1),
                        0,
                        site("b", true, -1, new int[] {0}, 0, shop(1, 30, 1)));
        var plain = input(800, net, 3, 1);
        var in =
                new SustainInput(
                        plain.endTick(),
                        plain.phases(),
                        plain.units(),
                        List.of(new SustainInput.Addition(500 * DAY, 0, new int[] {2}, "", 0)));
        long[] day = {0, 150, 400};
        var deliveries =
                IntStream.range(0, 3)
                        .mapToObj(i -> {
                            long t = day[i] * DAY;
                            return new Delivery(0, "u" + i, 0, t, t, t, t, t);
                        })
                        .toList();
        var steps =
                List.of(
                        new Step(0, Support.repairing(1, 1, 1, 30, 1 / 40.0)),
                        new Step(150, Support.repairing(2, 2, 1, 30, 1 / 40.0)),
                        new Step(400, Support.repairing(3, 3, 1, 30, 1 / 40.0)),
                        new Step(500, Support.repairing(3, 5, 1, 30, 1 / 40.0)));
        return new Row(
                "units on days 0, 150, 400 with a spare each, two more later: unit-days full",
                "DatedFleet",
                in,
                deliveries,
                2_000,
                h -> fullDays(h, 3),
                DatedFleet.over(steps, 0, 800).readyUnitTime());
    }

    /// Four items of one unit, three needed, half of the time in operation, one place.
    private static Row closedSlot() {
        var net =
                network(
                        part(30),
                        type(new Network.Slot("s", 0, 4, 3, 1, 0.5), 0),
                        0,
                        site("b", true, -1, new int[] {0}, 0, shop(1, 20, 1)));
        var in = input(500, net, 1, 1);
        var over =
                DatedFleet.over(
                        List.of(new Step(0, Support.repairing(4, 0, 1, 20, 1 / 60.0))), 0, 500);
        return new Row(
                "three of four items needed, one place: days degraded",
                "DatedFleet",
                in,
                Cases.fromTheStart(in),
                2_000,
                h -> Cases.days(h, 0, UnitState.DEGRADED),
                over.timeBelow(3) - over.timeBelow(1));
    }

    /// The way is closed from day 100 to 200; 5 days of way, 10 of repair. On day 202 there are in
    /// the loop: all removed since day 100, and those removed since day 85, repaired but held back.
    private static Row closedWay() {
        Network open = loopAbroad(true);
        var base = input(202, open, 1, 1);
        var in =
                new SustainInput(
                        base.endTick(),
                        List.of(
                                new SustainInput.Phase(0, open),
                                new SustainInput.Phase(100 * DAY, loopAbroad(false)),
                                new SustainInput.Phase(200 * DAY, open)),
                        base.units(),
                        List.of());
        return new Row(
                "the way abroad is closed from day 100 to 200: owed on day 202 beyond 20 spares",
                "Poisson pipeline",
                in,
                Cases.fromTheStart(in),
                4_000,
                h -> Math.max(0, h.parts().getFirst().loop() - 20),
                new Poisson(0.2 * (202 - 85)).law().expectedExcess(20));
    }

    private static Network loopAbroad(boolean open) {
        var way = new Network.Link(5 * D, 0, open);
        return new Network(
                List.of(part(5)),
                List.of(type(ONE, 100)),
                List.of(
                        site("b", true, -1, new int[] {1}, 0, Network.Shop.NONE),
                        site("abroad", true, -1, NOWHERE, 0, shop(999, 10, 0))),
                new Network.Link[][] {{Network.Link.NONE, way}, {way, Network.Link.NONE}},
                Network.Production.NONE);
    }

    private static double fullAtEnd(ReadinessHistory h) {
        return h.state(h.size() - 1) == UnitState.FULL ? 1 : 0;
    }

    private static Row kOfN() {
        var net =
                network(
                        part(40),
                        type(new Network.Slot("s", 0, 8, 6, 4, 1), 0),
                        0,
                        site("b", true, -1, new int[] {0}, 0, shop(999, 10, 0.5)));
        var in = input(600, net, 1, 1);
        return new Row(
                "six of eight items, gamma repair on ample places: full in the long run",
                "binomial law",
                in,
                Cases.fromTheStart(in),
                4_000,
                ExactNetworks::fullAtEnd,
                1 - BinomialDistribution.of(8, 0.8).cumulativeProbability(5));
    }

    /// Both parts needed, each with its own two-state transient; a part goes on failing while the
    /// other is missing.
    private static Row twoParts() {
        var a = new Network.Part("a", 50 * D, 0, 0, 0, 0, 1, "USD");
        var b = new Network.Part("b", 80 * D, 0, 0, 0, 0, 1, "USD");
        var slots =
                List.of(new Network.Slot("a", 0, 1, 1, 1, 1), new Network.Slot("b", 1, 1, 1, 1, 1));
        var base =
                new Network.Site(
                        "s", true, -1, new int[] {0}, new int[2], shop(999, 20, 1), 0, "USD");
        var net =
                new Network(
                        List.of(a, b),
                        List.of(type(slots, new int[2], List.of(), List.of())),
                        List.of(base),
                        Cases.links(1, 0),
                        Network.Production.NONE);
        var in = input(15, net, 1, 1);
        return new Row(
                "two different parts needed: full on day 15",
                "two-state transients",
                in,
                Cases.fromTheStart(in),
                4_000,
                ExactNetworks::fullAtEnd,
                up(1 / 50.0, 1 / 20.0, 15) * up(1 / 80.0, 1 / 20.0, 15));
    }

    private static double up(double failure, double repair, double t) {
        double s = failure + repair;
        return (repair + failure * Math.exp(-s * t)) / s;
    }

    /// 1 000 items a base, so that those that wait change the demand by less than 0.1 %.
    private static Row twoEchelons() {
        var net =
                network(
                        part(5_000),
                        type(new Network.Slot("s", 0, 1_000, 1, 1, 1), 2),
                        5,
                        site("a", true, 2, NOWHERE, 0, Network.Shop.NONE),
                        site("b", true, 2, NOWHERE, 0, Network.Shop.NONE),
                        site("depot", true, -1, new int[] {2}, 4, shop(999, 10, 0)));
        var in = input(200, net, 2, 2);
        var base = new TwoEchelon.Base(0.2, 0, 0, 5, 2);
        double exact =
                TwoEchelon.solve(
                                TwoEchelon.Depot.ample(15, 4),
                                List.of(base, base),
                                SupplyMethod.EXACT)
                        .totalBackorders();
        return new Row(
                "a depot and two bases, fixed times: backorders at the bases",
                "TwoEchelon",
                in,
                Cases.fromTheStart(in),
                3_000,
                h -> 2_000 - h.parts().getFirst().working() - h.parts().getFirst().mending(),
                exact);
    }

    /// Mended on the spot or replaced from 100 spares, both in 4 days on average.
    private static Row onTheSpot() {
        var p = new Network.Part("p", 36 * D, 0.4, 4 * D, 0, 0, 1, "USD");
        var net =
                network(
                        p,
                        type(ONE, 100),
                        0,
                        site("b", true, -1, new int[] {0}, 0, shop(1, 20, 1)));
        var in = input(100, net, 1, 1);
        return new Row(
                "40 % mended on the spot, else a spare is fitted: share of 100 days full",
                "IntervalAvailability",
                in,
                Cases.fromTheStart(in),
                3_000,
                h -> Cases.days(h, 0, UnitState.FULL) / 100,
                IntervalAvailability.solve(36, 4, 100).mean());
    }
}
