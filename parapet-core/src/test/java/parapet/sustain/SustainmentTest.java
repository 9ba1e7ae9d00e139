package parapet.sustain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static parapet.sustain.Cases.D;
import static parapet.sustain.Cases.DAY;
import static parapet.sustain.Cases.NOWHERE;
import static parapet.sustain.Cases.fromTheStart;
import static parapet.sustain.Cases.input;
import static parapet.sustain.Cases.network;
import static parapet.sustain.Cases.part;
import static parapet.sustain.Cases.run;
import static parapet.sustain.Cases.shop;
import static parapet.sustain.Cases.site;
import static parapet.sustain.Cases.story;
import static parapet.sustain.Cases.type;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.programme.MoneyCause;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.sim.Audit;

final class SustainmentTest {
    private static final Network.Slot ONE = new Network.Slot("s", 0, 1, 1, 1, 1);

    private static ReadinessHistory simulate(SustainInput input, Ledger ledger) {
        return Sustainment.simulate(
                input, fromTheStart(input), new Streams(5, 0, 0), ledger, Audit.FULL);
    }

    @Test
    void everyDayOfAWaitIsChargedToWhereThePartIs() {
        var net =
                network(
                        part(1),
                        type(ONE, 0),
                        5,
                        site("base", true, 1, NOWHERE, 0, Network.Shop.NONE),
                        site("depot", true, -1, new int[] {2}, 0, Network.Shop.NONE),
                        site("shop", true, -1, NOWHERE, 0, shop(1, 20, 0)));
        List<String> story = story(simulate(input(400, net, 1, 1), new Ledger()), 0);
        assertThat(story.getFirst()).startsWith("FULL");
        assertThat(story.subList(1, 6))
                .containsExactly(
                        "DOWN PART_TO_SHOP at 1 5.0",
                        "DOWN PART_TO_SHOP at 2 5.0",
                        "DOWN IN_REPAIR at 2 20.0",
                        "DOWN PART_FROM_SHOP at 2 5.0",
                        "DOWN SPARE_ON_THE_WAY at 1 5.0");
    }

    @Test
    void aFullShopAndAClosedWayAreNamed() {
        // Two units fail at once, one place: one of them waits for the other.
        var net =
                network(
                        part(0.001),
                        type(ONE, 0),
                        0,
                        site("base", true, -1, new int[] {0}, 0, shop(1, 20, 0)));
        ReadinessHistory full = simulate(input(15, net, 2, 1), new Ledger());
        assertThat(List.of(story(full, 0).getLast(), story(full, 1).getLast()))
                .containsExactlyInAnyOrder("DOWN IN_REPAIR at 0 15.0", "DOWN SHOP_FULL at 0 15.0");
        var stranded =
                network(
                        part(0.001),
                        type(ONE, 0),
                        0,
                        site("base", true, -1, NOWHERE, 0, Network.Shop.NONE));
        ReadinessHistory lost = simulate(input(15, stranded, 1, 1), new Ledger());
        assertThat(story(lost, 0).getLast()).isEqualTo("DOWN NOBODY_REPAIRS 15.0");
        assertThat(lost.parts().getFirst().stranded()).isEqualTo(1);
        Network.Link[][] shut = {
            {Network.Link.NONE, new Network.Link(0, 0, false)},
            {new Network.Link(0, 0, false), Network.Link.NONE}
        };
        var closed =
                new Network(
                        List.of(part(0.001)),
                        List.of(type(ONE, 0)),
                        List.of(
                                site("base", true, -1, new int[] {1}, 0, Network.Shop.NONE),
                                site("shop", true, -1, NOWHERE, 0, shop(1, 20, 0))),
                        shut,
                        Network.Production.NONE);
        assertThat(story(simulate(input(15, closed, 1, 1), new Ledger()), 0).getLast())
                .isEqualTo("DOWN NO_SHOP at 0 15.0");
    }

    @Test
    void theWayToServiceIsSplitByCause() {
        var net =
                network(
                        part(1e9),
                        type(ONE, 0),
                        0,
                        site("base", true, -1, NOWHERE, 0, Network.Shop.NONE));
        var in = input(100, net, 3, 1);
        var deliveries =
                List.of(
                        new Delivery(
                                0, "u0", -5 * DAY, 10 * DAY, 15 * DAY, 15 * DAY, 30 * DAY,
                                40 * DAY),
                        new Delivery(
                                0, "u1", 20 * DAY, 30 * DAY, 30 * DAY, 90 * DAY, 200 * DAY,
                                210 * DAY));
        ReadinessHistory h =
                Sustainment.simulate(
                        in, deliveries, new Streams(1, 0, 0), new Ledger(), Audit.FULL);
        assertThat(story(h, 0))
                .containsExactly(
                        "NOT_DELIVERED MAKER_LATE 10.0",
                        "NOT_DELIVERED PAYMENT_STUCK 5.0",
                        "NOT_DELIVERED LOST_IN_TRANSIT 15.0",
                        "DEPLOYING DEPLOYING 10.0",
                        "FULL 60.0");
        assertThat(story(h, 1))
                .containsExactly(
                        "NOT_DELIVERED MAKER_LATE 10.0",
                        "NOT_DELIVERED SUPPLY_CLOSED 60.0",
                        "NOT_DELIVERED LOST_IN_TRANSIT 10.0");
        assertThat(story(h, 2)).isEmpty();
    }

    /// Two units due on the same day, one place, grace of 10 days: the second works on for its
    /// grace, then stands until the first is back.
    @Test
    void anOverhaulWithOnePlaceMakesTheSecondUnitWait() {
        var task =
                new Network.Task(
                        "overhaul",
                        Double.POSITIVE_INFINITY,
                        50 * DAY,
                        10 * D,
                        true,
                        List.of(new Network.TaskSite(0, 1, 100 * D, 7, "USD")));
        var net =
                network(
                        part(1e9),
                        type(List.of(ONE), new int[] {0}, List.of(), List.of(task)),
                        0,
                        site("base", true, -1, NOWHERE, 0, Network.Shop.NONE));
        var ledger = new Ledger();
        ReadinessHistory h = simulate(input(600, net, 2, 1), ledger);
        List<String> first = story(h, 0);
        List<String> second = story(h, 1);
        assertThat(first).hasSize(3);
        assertThat(first.get(0)).isEqualTo("FULL 50.0");
        assertThat(first.get(1)).startsWith("AWAY TASK_IN_WORK at 0");
        assertThat(second.get(0)).isEqualTo("FULL 60.0");
        assertThat(second.get(1)).startsWith("AWAY TASK_WAITING at 0");
        assertThat(second.get(2)).startsWith("AWAY TASK_IN_WORK at 0");
        assertThat(second).hasSize(4);
        long back = Math.round((50 + Cases.days(h, 0, UnitState.AWAY)) * DAY);
        assertThat(h.to(indexOf(h, 1, Reason.TASK_WAITING))).isEqualTo(back);
        assertThat(ledger.entries()).extracting(Ledger.Entry::cause).containsOnly(MoneyCause.TASK);
        assertThat(ledger.entries()).hasSize(2);
    }

    private static int indexOf(ReadinessHistory h, int unit, Reason reason) {
        for (int i = 0; i < h.size(); i++) {
            if (h.unit(i) == unit && h.reason(i) == reason.ordinal()) {
                return i;
            }
        }
        throw new AssertionError(reason);
    }

    @Test
    void missilesAgeAndAreRecertifiedOnce() {
        var missile = new Network.Missile("m", 16, 100 * D, 50 * D, 2, 9, "RUB");
        var net =
                network(
                        part(1e9),
                        type(List.of(ONE), new int[] {0}, List.of(missile), List.of()),
                        0,
                        site("base", true, -1, NOWHERE, 0, Network.Shop.NONE));
        var base = input(400, net, 2, 1);
        var in =
                new SustainInput(
                        base.endTick(),
                        base.phases(),
                        base.units(),
                        List.of(new SustainInput.Addition(120 * DAY, -1, NOWHERE, "m", 5)));
        var ledger = new Ledger();
        ReadinessHistory h = simulate(in, ledger);
        assertThat(h.missileKinds()).containsExactly("m");
        assertThat(h.missiles(0, 0, 119 * DAY)).isEqualTo(16);
        assertThat(h.missiles(0, 0, 120 * DAY)).isEqualTo(19);
        assertThat(h.missiles(1, 0, 120 * DAY)).isEqualTo(18);
        assertThat(h.missiles(0, 0, 150 * DAY)).isEqualTo(3);
        assertThat(h.missiles(0, 0, 270 * DAY)).isZero();
        assertThat(ledger.entries())
                .extracting(Ledger.Entry::amount)
                .containsExactly(32.0, 32.0, 6.0, 4.0);
    }

    /// A missile of 10 days that waits 40 days for its unit to be in service; recertified once, on
    /// day 10, for another 20 or 50 days.
    @Test
    void missilesAgeOnTheWayToService() {
        for (int more : new int[] {0, 20, 50}) {
            var missile = new Network.Missile("m", 16, 10 * D, more * D, 2, 9, "RUB");
            var net =
                    network(
                            part(1e9),
                            type(List.of(ONE), new int[] {0}, List.of(missile), List.of()),
                            0,
                            site("base", true, -1, NOWHERE, 0, Network.Shop.NONE));
            var in = input(400, net, 1, 1);
            var came = new Delivery(0, "u0", 0, 0, 0, 0, 0, 40 * DAY);
            var ledger = new Ledger();
            ReadinessHistory h =
                    Sustainment.simulate(
                            in, List.of(came), new Streams(1, 0, 0), ledger, Audit.FULL);
            assertThat(h.missiles(0, 0, 50 * DAY)).isEqualTo(more == 50 ? 16 : 0);
            assertThat(h.missiles(0, 0, 60 * DAY)).isZero();
            assertThat(ledger.entries())
                    .extracting(Ledger.Entry::tick, Ledger.Entry::amount)
                    .isEqualTo(more == 0 ? List.of() : List.of(tuple(10 * DAY, 32.0)));
        }
    }

    @Test
    void aHigherTargetBuysPartsAndALowerOneWithdrawsThem() {
        var kind = type(ONE, 0);
        var phases = new ArrayList<SustainInput.Phase>();
        int[] stock = {1, 4, 2};
        for (int i = 0; i < 3; i++) {
            phases.add(
                    new SustainInput.Phase(
                            i * 10L * DAY,
                            network(
                                    part(1e9),
                                    kind,
                                    0,
                                    site("b", true, -1, NOWHERE, stock[i], Network.Shop.NONE))));
        }
        var base = input(30, phases.getFirst().network(), 1, 1);
        var ledger = new Ledger();
        var h = simulate(new SustainInput(base.endTick(), phases, base.units(), List.of()), ledger);
        assertThat(ledger.entries())
                .containsExactly(new Ledger.Entry(10 * DAY, MoneyCause.SPARES, "p", "USD", 30.0));
        assertThat(h.parts().getFirst().shelf()).isEqualTo(2);
        assertThat(h.parts().getFirst().withdrawn()).isEqualTo(2);
    }

    @Test
    void runningCostIsPaidPerYearAndPart() {
        var kind =
                new Network.UnitType(
                        "t", List.of(ONE), new int[] {0}, List.of(), List.of(), 100, "USD");
        var net =
                network(
                        part(1e9),
                        kind,
                        0,
                        new Network.Site(
                                "b",
                                true,
                                -1,
                                NOWHERE,
                                new int[] {0},
                                Network.Shop.NONE,
                                40,
                                "INR"));
        var ledger = new Ledger();
        simulate(input(Measures.DAYS_PER_YEAR * 1.5, net, 1, 1), ledger);
        assertThat(ledger.entries())
                .extracting(Ledger.Entry::about)
                .containsExactly("u0", "b", "u0", "b");
        assertThat(ledger.entries().get(0).tick())
                .isEqualTo(Math.round(Measures.DAYS_PER_YEAR * DAY) - 1);
        assertThat(ledger.entries().get(0).amount()).isCloseTo(100, within(1e-9));
        assertThat(ledger.entries().get(3).amount()).isCloseTo(20, within(1e-9));
    }

    /// Three times the time on the opening day, the extra a third (1/e) of it after the time of
    /// learning; a repair of 10 days in a shop that never learns takes 30.
    @Test
    void aNewShopIsSlowAndLearns() {
        var learns = new Network.Shop(9, 100 * DAY, 10 * D, 0, 1, 0, 3, 50 * D, 0, 0);
        assertThat(learns.learning(100 * DAY)).isEqualTo(3);
        assertThat(learns.learning(150 * DAY)).isCloseTo(1 + 2 / Math.E, within(1e-12));
        assertThat(learns.learning(50 * DAY)).as("before the opening").isEqualTo(3);
        var never = new Network.Shop(9, 0, 10 * D, 0, 1, 0, 3, 1e15, 0, 0);
        var net =
                network(part(1_000), type(ONE, 0), 0, site("b", true, -1, new int[] {0}, 0, never));
        ReadinessHistory h = run(input(5_000, net, 1, 1), 1);
        int repairs = h.parts().getFirst().removals() - h.parts().getFirst().loop();
        assertThat(repairs).isPositive();
        assertThat(Cases.days(h, 0, UnitState.DOWN)).isCloseTo(30.0 * repairs, within(1e-3));
    }

    @Test
    void sameStreamsGiveTheSameHistory() {
        var in = Cases.random(new Streams(3, 0, 0).at("test.case", 1));
        assertThat(run(in, 1).fingerprint()).isEqualTo(run(in, 1).fingerprint());
        assertThat(run(in, 1).fingerprint()).isNotEqualTo(run(in, 2).fingerprint());
    }

    /// Conservation and determinism over random small networks, with closed sites and links, empty
    /// shelves, no places and no supplier, checked after every event.
    @Test
    void nothingIsEverLost() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Streams(99, 0, seed).at("test.case", 0);
            SustainInput in = Cases.random(random);
            List<Delivery> late = Cases.late(in, random);
            try {
                var streams = new Streams(7, 0, seed);
                var full = Sustainment.simulate(in, late, streams, new Ledger(), Audit.FULL);
                var off = Sustainment.simulate(in, late, streams, new Ledger(), Audit.OFF);
                assertThat(off.fingerprint()).isEqualTo(full.fingerprint());
                assertThat(addChangesPastTheEnd(in, late, streams)).isEqualTo(full.fingerprint());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static long addChangesPastTheEnd(
            SustainInput in, List<Delivery> late, Streams streams) {
        var phases = new ArrayList<>(in.phases());
        // The same network once more changes nothing either.
        phases.add(new SustainInput.Phase(950 * DAY, in.phases().getLast().network()));
        phases.add(new SustainInput.Phase(in.endTick(), in.phases().getFirst().network()));
        var additions = new ArrayList<>(in.additions());
        additions.add(new SustainInput.Addition(in.endTick(), -1, NOWHERE, "m", 50));
        return Sustainment.simulate(
                        new SustainInput(in.endTick(), phases, in.units(), additions),
                        late,
                        streams,
                        new Ledger(),
                        Audit.OFF)
                .fingerprint();
    }

    /// Units of another type with parts of their own change nothing for the others.
    @Test
    void strangersDoNotDisturb() {
        var shop = shop(999, 20, 0.5);
        int[] one = {1, 0};
        int[] other = {0, 1};
        var a = type(List.of(ONE), one, List.of(), List.of());
        var b = type(List.of(new Network.Slot("s", 1, 3, 3, 1, 1)), other, List.of(), List.of());
        var p = new Network.Part("p", 15 * D, 0.3, D, 0.1, 50 * D, 10, "USD");
        var q = new Network.Part("q", 9 * D, 0.3, D, 0.1, 50 * D, 10, "USD");
        var site = new Network.Site("b", true, -1, new int[] {0}, new int[] {0, 0}, shop, 0, "USD");
        var net =
                new Network(
                        List.of(p, q),
                        List.of(a, b),
                        List.of(site),
                        Cases.links(1, 0),
                        Network.Production.NONE);
        var phases = List.of(new SustainInput.Phase(0, net));
        var u = new SustainInput.Unit("u", 0, 0);
        var v = new SustainInput.Unit("v", 1, 0);
        var alone = new SustainInput(900 * DAY, phases, List.of(u), List.of());
        var before = new SustainInput(900 * DAY, phases, List.of(v, u), List.of());
        assertThat(story(run(before, 4), 1))
                .isEqualTo(story(run(alone, 4), 0))
                .hasSizeGreaterThan(20);
        assertThat(story(run(before, 4), 0)).hasSizeGreaterThan(20);
    }

    @Test
    void refusesInputThatContradictsItself() {
        var net =
                network(
                        part(1),
                        type(new Network.Slot("s", 0, 1, 2, 1, 1), 0),
                        0,
                        site("b", true, -1, NOWHERE, 0, Network.Shop.NONE));
        assertThatThrownBy(() -> run(input(10, net, 1, 1), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("degraded (1) <= full (2) <= count (1)");
    }
}
