package parapet.io.realised;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parapet.io.realised.Realised.tick;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.ReadResult;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.quantity.Calendar;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.Realiser;
import parapet.sim.Audit;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Reason;
import parapet.sustain.Sustainment;
import parapet.sustain.UnitState;

/// Common causes, deliveries that follow others, and gates of a file, against closed forms. Each
/// statistical check compares a mean of 3 000 draws with its law: a right model fails with
/// probability 0.01 for one seed, and the seed is fixed.
class SharedSlipByHandTest {
    private static final int DRAWS = 3_000;
    private static final double Z99 = 2.576;

    private static final String REST =
            """
            money: {}
            catalogue:
              parts: {p: {meanTimeBetweenFailures: 1000 h, price: 1 USD}}
              units: {u: {slots: {a: {part: p}}}}
            support: {sites: {north: {}, south: {}}}
            programme:
              contracts:
                one:
                  signed: 2021-01-01
                  price: 1 USD
                  deployment: 10 day
                  deliveries:
                    a: {type: u, base: north, due: 2023-01-01, arrives: 2023-01-11}
                    b: {type: u, base: south, arrives: 2023-06-01}
                two:
                  signed: 2021-01-01
                  price: 1 USD
                  deliveries:
                    c: {type: u, base: south, follows: a, by: 30..90 day}
                    d: {type: u, base: south, arrives: 2022-06-01}
                    e: {type: u, base: south, arrives: 2023-05-01}
              causes:
                war: {chance: 30 %, from: 2022-07-01, slip: 0..200 day, contracts: [one, two], gates: [works]}
                maker: {chance: 60 %, slip: 100 day, deliveries: [b]}
                never: {active: false, slip: 900 day, contracts: [one]}
              gates:
                works: {opens: 2022-12-02..2023-06-20, sites: [north]}
                test: {opens: 2023-05-01..2023-07-20, before: service, deliveries: [e]}
                none: {active: false, opens: 2028-01-01, sites: [south]}
            study: {draws: 2}
            plans:
              baseline: {}
              likelier: {changes: [{set: programme.causes.war.chance, to: 50 %}]}
              whole: {changes: [{set: programme.causes.later, to: {slip: 12 month, contracts: [one]}}]}
              open: {changes: [{set: programme.gates.works.active, to: false}]}
              promised: {changes: [{set: programme.contracts.one.basis, to: promised}, {set: programme.contracts.two.basis, to: promised}]}
            """;

    @TempDir Path folder;

    static Came deliver(Case c, int replication) {
        var byUnit = new HashMap<String, Delivery>();
        Deliveries.deliver(
                        c.programme(),
                        new Streams(1, c.draw(), replication),
                        new Ledger(),
                        c.endTick())
                .forEach(d -> byUnit.put(d.unit(), d));
        return new Came(byUnit);
    }

    private List<Came> all(ReadResult read, String plan) {
        Realiser realiser = Realised.realiser(read);
        var all = new ArrayList<Came>();
        for (int d = 0; d < DRAWS; d++) {
            all.add(deliver(realiser.realise(read.plan(plan), d), 0));
        }
        return all;
    }

    /// What came of each unit.
    record Came(Map<String, Delivery> units) {
        Delivery get(String unit) {
            return requireNonNull(units.get(unit), unit);
        }
    }

    private static double days(long ticks) {
        return ticks / (double) Calendar.DAY;
    }

    private static void agrees(String what, double mean, double expected, double sd) {
        assertThat(mean).as(what).isCloseTo(expected, within(Z99 * sd / Math.sqrt(DRAWS)));
    }

    /// The war happens with 0.3 and then costs every delivery the same uniform 0..200 days: the
    /// mean slip of each is 30 days, that of the product is 0.3 E(S²) = 0.3 · 200²/3 = 4 000; were
    /// they held up apart it would be 900. `d` came before the war.
    @Test
    void deliveriesShareTheirCause() {
        ReadResult read = Realised.read(folder, Realised.HEAD + REST);
        double mean = 0;
        double product = 0;
        double square = 0;
        int happened = 0;
        for (Came came : all(read, "baseline")) {
            double a = days(came.get("a").arrived() - tick(2023, 1, 11));
            double e = days(came.get("e").arrived() - tick(2023, 5, 1));
            assertThat(e).as("one slip for both").isEqualTo(a);
            assertThat(came.get("d").arrived()).as("before").isEqualTo(tick(2022, 6, 1));
            happened += a > 0 ? 1 : 0;
            mean += a / DRAWS;
            product += a * e / DRAWS;
            square += a * e * a * e / DRAWS;
        }
        agrees("share", happened / (double) DRAWS, 0.3, Math.sqrt(0.21));
        agrees("slip, days", mean, 30, Math.sqrt(4000 - 900));
        agrees("product", product, 4000, Math.sqrt(square - 4000 * 4000));
    }

    /// Two causes on `b` add: 0.3 of a mean of 100 days and 0.6 of 100 days, apart from each other:
    /// both happen with 0.18.
    @Test
    void severalCausesAdd() {
        ReadResult read = Realised.read(folder, Realised.HEAD + REST);
        double mean = 0;
        int both = 0;
        for (Came came : all(read, "baseline")) {
            double war = days(came.get("a").arrived() - tick(2023, 1, 11));
            double b = days(came.get("b").arrived() - tick(2023, 6, 1));
            assertThat(Math.rint(1e6 * (b - war))).as("the other cause").isIn(0.0, 1e8);
            mean += b / DRAWS;
            both += war > 0 && b > war + 1 ? 1 : 0;
        }
        agrees("slip, days", mean, 90, Math.sqrt(4000 - 900 + 2400));
        agrees("both", both / (double) DRAWS, 0.18, Math.sqrt(0.18 * 0.82));
    }

    /// `c` comes 30 to 90 days after `a` and is held up with it, not twice; it is due as much after
    /// the due date of `a`.
    @Test
    void whatFollowsComesAfterIt() {
        ReadResult read = Realised.read(folder, Realised.HEAD + REST);
        double mean = 0;
        for (Came came : all(read, "baseline")) {
            double after = days(came.get("c").arrived() - came.get("a").arrived());
            assertThat(after).isBetween(30.0, 90.0);
            assertThat(days(came.get("c").due() - tick(2023, 1, 1))).isCloseTo(after, within(1e-6));
            mean += after / DRAWS;
        }
        agrees("days after", mean, 60, 60 / Math.sqrt(12));
        Delivery late = deliver(Realised.draw(read, "whole", 0), 0).get("c");
        Delivery base = deliver(Realised.draw(read, "baseline", 0), 0).get("c");
        assertThat(days(late.arrived() - base.arrived()))
                .as("the contract of `a` slips as a whole, and what follows with it")
                .isCloseTo(365.2425, within(0.01));
    }

    /// Without war the gate of `e` opens evenly from 0 to 80 days after it has arrived: mean 40,
    /// variance 80²/12. `a` waits for works that open evenly from 40 days before its arrival to 160
    /// after: E max(0, U) = (160/200)(160/2) = 64, E max² = (0.8)(160²/3).
    @Test
    void unitsServeNoSoonerThanTheirGateOpens() {
        ReadResult read = Realised.read(folder, Realised.HEAD + REST);
        double test = 0;
        double works = 0;
        int n = 0;
        for (Came came : all(read, "baseline")) {
            Delivery a = came.get("a");
            Delivery e = came.get("e");
            assertThat(a.deployed()).as("deployed after").isEqualTo(a.begun() + 10 * Calendar.DAY);
            if (a.arrived() == tick(2023, 1, 11)) {
                n++;
                test += days(e.inService() - e.arrived());
                works += days(a.begun() - a.arrived());
            }
        }
        assertThat(test / n)
                .as("days before an acceptance")
                .isCloseTo(40, within(Z99 * 80 / Math.sqrt(12.0 * n)));
        double sd = Math.sqrt(0.8 * 160 * 160 / 3 - 64 * 64);
        assertThat(works / n)
                .as("days before works")
                .isCloseTo(64, within(Z99 * sd / Math.sqrt(n)));
    }

    /// Where the war happens it holds up the works as well; plans share it, and the likelier one
    /// has it wherever the other has.
    @Test
    void plansShareWhetherItHappens() {
        ReadResult read = Realised.read(folder, Realised.HEAD + REST);
        Realiser realiser = Realised.realiser(read);
        int more = 0;
        for (int d = 0; d < DRAWS; d++) {
            Case base = realiser.realise(read.plan("baseline"), d);
            Case likelier = realiser.realise(read.plan("likelier"), d);
            boolean in = base.programme().causes().stream().anyMatch(c -> c.id().equals("war"));
            boolean also =
                    likelier.programme().causes().stream().anyMatch(c -> c.id().equals("war"));
            assertThat(!in || also).isTrue();
            more += !in && also ? 1 : 0;
            assertThat(base.programme().gates()).extracting("id").containsExactly("works", "test");
            if (in) {
                assertThat(base.programme().gates().getFirst().opensTick())
                        .isGreaterThanOrEqualTo(
                                likelier.programme().gates().getFirst().opensTick());
            }
        }
        agrees("only in the likelier", more / (double) DRAWS, 0.2, 0.4);
    }

    @Test
    void promisesThatComeTrueShareNothingButTheirGates() {
        ReadResult read = Realised.read(folder, Realised.HEAD + REST);
        for (int d = 0; d < 20; d++) {
            Came came = deliver(Realised.draw(read, "promised", d), 0);
            assertThat(came.get("a").arrived()).isEqualTo(tick(2023, 1, 1));
            assertThat(came.get("c").arrived()).isEqualTo(came.get("c").due());
            assertThat(came.get("b").arrived()).isEqualTo(tick(2023, 6, 1));
        }
    }

    /// Each day between due date and service has one reason, and they sum to the whole.
    @Test
    void theWayToServiceIsToldByItsReasons() {
        ReadResult read = Realised.read(folder, Realised.HEAD + REST);
        for (int d = 0; d < 40; d++) {
            Case c = Realised.draw(read, "baseline", d);
            var streams = new Streams(1, d, 0);
            var deliveries = Deliveries.deliver(c.programme(), streams, new Ledger(), c.endTick());
            ReadinessHistory h =
                    Sustainment.simulate(
                            c.sustain(), deliveries, streams, new Ledger(), Audit.FULL);
            Delivery a = deliveries.getFirst();
            var told = new HashMap<Reason, Long>();
            for (int i = 0; i < h.size(); i++) {
                if (h.unit(i) == 0 && h.from(i) < a.inService()) {
                    assertThat(h.state(i)).isIn(UnitState.NOT_DELIVERED, UnitState.DEPLOYING);
                    told.merge(Reason.values()[h.reason(i)], h.to(i) - h.from(i), Long::sum);
                }
            }
            long slip = a.released() - a.ready();
            assertThat(told.getOrDefault(Reason.COMMON_CAUSE, 0L)).isEqualTo(slip);
            assertThat(told.getOrDefault(Reason.AWAITING_GATE, 0L))
                    .isEqualTo(a.begun() - a.arrived());
            assertThat(told.values().stream().mapToLong(x -> x).sum())
                    .isEqualTo(a.inService() - a.due());
        }
    }
}
