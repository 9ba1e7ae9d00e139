package parapet.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parapet.evidence.Quantity;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.programme.ProgrammeInput;
import parapet.quantity.Calendar;
import parapet.quantity.Dimension;
import parapet.random.Streams;
import parapet.sustain.Network;
import parapet.sustain.SustainInput;

class RealiserTest {
    private final Scenario scenario = Made.scenario();

    private static Case made(PlannedScenario plan, int draw) {
        return Made.realiser(plan.scenario()).realise(plan, draw);
    }

    private Case made(Scenario changed) {
        return made(Made.plan("p", changed), 3);
    }

    private static int site(Case c, String id) {
        List<Network.Site> sites = c.sustain().phases().getFirst().network().sites();
        return IntStream.range(0, sites.size())
                .filter(i -> sites.get(i).id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<LocalDate> phaseDays(Case c) {
        return c.sustain().phases().stream().map(p -> c.calendar().date(p.fromTick())).toList();
    }

    @Test
    void theSameDrawGivesAnEqualCase() {
        var realiser = Made.realiser(scenario);
        Case first = realiser.realise(Made.depot(), 4);
        realiser.realise(Made.depot(), 5);
        assertThat(realiser.realise(Made.depot(), 4)).usingRecursiveComparison().isEqualTo(first);
        assertThat(made(Made.depot(), 4)).usingRecursiveComparison().isEqualTo(first);
        assertThat(made(Made.depot(), 5).inputs()).isNotEqualTo(first.inputs());
    }

    @Test
    void aSlipMovesOneMilestoneAndNoOtherInput() {
        Quantity by = Made.days("by", 300);
        Quantity later =
                new Quantity(
                        "u2-arrives",
                        Dimension.DATE,
                        null,
                        new Quantity.Later(Made.milestone(), by, true));
        var slipped =
                Made.plan(
                        "slipped",
                        Paths.with(
                                scenario,
                                "programme.contracts.first.deliveries.u2.arrives",
                                later));
        for (int draw = 0; draw < 20; draw++) {
            Case before = made(Made.plan("p", scenario), draw);
            Case after = made(slipped, draw);
            var inputs = new LinkedHashMap<>(after.inputs());
            assertThat(inputs.remove("by")).isEqualTo(300 * 86_400.0);
            assertThat(inputs).isEqualTo(before.inputs());
            List<ProgrammeInput.Planned> was =
                    before.programme().contracts().getFirst().deliveries();
            List<ProgrammeInput.Planned> is = after.programme().contracts().getFirst().deliveries();
            assertThat(is.get(0)).isEqualTo(was.get(0));
            assertThat(is.get(1).dueTick())
                    .as("the due date stays")
                    .isEqualTo(was.get(1).dueTick());
            assertThat(is.get(1).readyTick() - was.get(1).readyTick())
                    .isCloseTo(300 * Calendar.DAY, within(1L));
            assertThat(after.sustain()).usingRecursiveComparison().isEqualTo(before.sustain());
        }
    }

    @Test
    void dueDatesComeFromPromisesAndForecastsAreDrawnLater() {
        Case c = made(scenario);
        ProgrammeInput.Planned u2 = c.programme().contracts().getFirst().deliveries().get(1);
        assertThat(c.calendar().date(u2.dueTick())).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(c.calendar().date(u2.readyTick())).isAfter(LocalDate.of(2027, 4, 30));
        assertThat(u2.settled()).isFalse();
    }

    @Test
    void aDatedChangeMakesAPhase() {
        var day = LocalDate.of(2028, 5, 1);
        var change =
                new DatedChange(
                        Made.day("on", day),
                        "support.sites.maker.shop.repairTime",
                        Made.days("quick", 20));
        Case c = made(Made.plan("quick", scenario, change), 0);
        assertThat(phaseDays(c)).containsSubsequence(Made.START, day);
        int maker = site(c, "maker");
        for (SustainInput.Phase phase : c.sustain().phases()) {
            double repair = phase.network().sites().get(maker).shop().repairSec();
            if (c.calendar().date(phase.fromTick()).isBefore(day)) {
                assertThat(repair).isGreaterThanOrEqualTo(150 * 86_400.0);
            } else {
                assertThat(repair).isEqualTo(20 * 86_400.0);
            }
        }
        var early =
                new DatedChange(
                        Made.day("on", LocalDate.of(2020, 1, 1)), change.path(), change.value());
        Case always = made(Made.plan("early", scenario, early), 0);
        assertThat(
                        always.sustain()
                                .phases()
                                .getFirst()
                                .network()
                                .sites()
                                .get(maker)
                                .shop()
                                .repairSec())
                .as("a change before the start holds from the start")
                .isEqualTo(20 * 86_400.0);
        var never =
                new DatedChange(
                        Made.day("on", Made.END.plusDays(1)), change.path(), change.value());
        assertThat(made(Made.plan("never", scenario, never), 0).sustain().phases())
                .hasSameSizeAs(made(Made.plan("p", scenario), 0).sustain().phases());
    }

    @Test
    void aSiteThatOpensMakesAPhase() {
        Case c = made(Made.depot(), 1);
        int depot = site(c, "depot");
        assertThat(c.sustain().phases()).hasSize(2);
        SustainInput.Phase before = c.sustain().phases().get(0);
        SustainInput.Phase after = c.sustain().phases().get(1);
        assertThat(c.calendar().date(after.fromTick()))
                .isBetween(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 12, 1));
        assertThat(before.network().sites().get(depot).open()).isFalse();
        assertThat(after.network().sites().get(depot).open()).isTrue();
        assertThat(after.network().sites().get(depot).shop().places()).isEqualTo(2);
        assertThat(c.outlays().stream().mapToDouble(Ledger.Entry::amount).sum())
                .as("investment")
                .isCloseTo(30e6, within(1e-3));
        assertThat(made(scenario).outlays())
                .as("a site that is not active costs nothing")
                .isEmpty();
    }

    @Test
    void aDisruptionClosesItsLinksAndHoldsItsContracts() {
        var disruption =
                new Support.Disruption(
                        "Closed",
                        true,
                        Made.day("from", LocalDate.of(2027, 1, 1)),
                        Made.perYear("chance", 2),
                        Made.days("lasts", 100),
                        List.of("road"),
                        List.of("first"));
        Case c = made(Paths.with(scenario, "support.disruptions.closed", disruption));
        List<long[]> periods = c.programme().contracts().getFirst().closed();
        assertThat(periods).isNotEmpty();
        int base = site(c, "base");
        int maker = site(c, "maker");
        for (SustainInput.Phase phase : c.sustain().phases()) {
            boolean closed =
                    periods.stream()
                            .anyMatch(p -> phase.fromTick() >= p[0] && phase.fromTick() < p[1]);
            assertThat(phase.network().links()[base][maker].open()).isEqualTo(!closed);
            assertThat(phase.network().links()[maker][base].open()).isEqualTo(!closed);
        }
        for (long[] p : periods) {
            assertThat(c.calendar().date(p[0])).isAfterOrEqualTo(LocalDate.of(2027, 1, 1));
            assertThat(p[1] - p[0]).isEqualTo(100 * Calendar.DAY);
            assertThat(c.sustain().phases()).anyMatch(phase -> phase.fromTick() == p[0]);
        }
        Case calm =
                made(
                        Paths.with(
                                Paths.with(scenario, "support.disruptions.closed", disruption),
                                "support.disruptions.closed.active",
                                false));
        assertThat(calm.programme().contracts().getFirst().closed()).isEmpty();
    }

    @Test
    void promisedDatesComeTrue() {
        Scenario promised =
                Paths.with(scenario, "programme.contracts.first.basis", Programme.Basis.PROMISED);
        for (int draw = 0; draw < 10; draw++) {
            Case c = made(Made.plan("p", promised), draw);
            var deliveries =
                    Deliveries.deliver(
                            c.programme(), new Streams(1, draw, 0), new Ledger(), c.endTick());
            for (Delivery d : deliveries) {
                assertThat(d.arrived()).isEqualTo(d.due());
            }
            assertThat(c.calendar().date(deliveries.get(1).arrived()))
                    .isEqualTo(LocalDate.of(2027, 1, 1));
        }
    }

    @Test
    void aContractAfterAnotherBeginsWithItsLastArrival() {
        var more = new LinkedHashMap<String, Programme.Delivery>();
        more.put("u3", Made.delivery("u3", null, null, Made.days("u3-after", 400)));
        var contracts = new LinkedHashMap<String, Programme.Contract>();
        contracts.put("second", Made.contract("second", "first", more));
        contracts.put(
                "first",
                Paths.with(scenario.programme(), "purchases", Map.of()).contracts().get("first"));
        Scenario two = Paths.with(scenario, "programme.contracts", contracts);
        Case c = made(two);
        assertThat(c.programme().contracts()).extracting("id").containsExactly("first", "second");
        assertThat(c.programme().contracts().get(1).after()).isZero();
        var ledger = new Ledger();
        var deliveries =
                new ArrayList<>(
                        Deliveries.deliver(
                                c.programme(), new Streams(1, 3, 0), ledger, c.endTick()));
        long last = Math.max(deliveries.get(0).arrived(), deliveries.get(1).arrived());
        Delivery u3 = deliveries.get(2);
        assertThat(u3.ready()).isEqualTo(last + 400 * Calendar.DAY);
        assertThat(u3.due()).as("due without slip").isEqualTo(u3.ready());
        assertThat(ledger.entries())
                .filteredOn(e -> e.about().equals("second"))
                .allMatch(e -> e.tick() >= last);
        Case without = made(Paths.with(two, "programme.contracts.first.active", false));
        assertThat(without.programme().contracts()).hasSize(1);
        assertThat(without.programme().contracts().getFirst().deliveries().getFirst().readyTick())
                .as("counted from its own signature when the other is not made")
                .isEqualTo(400 * Calendar.DAY);
    }
}
