package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import parapet.programme.Deliveries;
import parapet.programme.Delivery;
import parapet.programme.Ledger;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.Realiser;
import parapet.sim.Audit;
import parapet.stats.Estimate;
import parapet.study.FleetTrial;
import parapet.study.Milestone;
import parapet.study.Setup;
import parapet.sustain.decide.NetworkEdits;

/// Open milestones of the scenarios of the tutorial, and what their slip does.
final class MilestoneTest {
    private static final long YEAR = Math.round(12 * Measures.MONTH_SEC * Calendar.SECOND);

    private final ReadResult four = read("step4");
    private final ReadResult seven = read("step7");

    private static ReadResult read(String step) {
        return ScenarioReader.read(ExamplesTest.ROOT.resolve("docs/tutorial").resolve(step));
    }

    private static Case draw(ReadResult read, String plan, int draw) {
        var scenario = read.scenarioOrThrow();
        var evidence = Realiser.evidence(scenario, Realiser.lastDay(scenario));
        return new Realiser(evidence, 1)
                .realise(Objects.requireNonNull(read.plans().get(plan)), draw);
    }

    private static List<Delivery> deliver(Case c) {
        return Deliveries.deliver(
                c.programme(), new Streams(1, c.draw(), 0), new Ledger(), c.endTick());
    }

    /// Squadrons 1 and 2 have come and are no question any more.
    @Test
    void whatIsKnownIsNotOpen() {
        Case c = draw(four, "centre", 0);
        long known = c.calendar().tick(LocalDate.of(2026, 6, 30));
        assertThat(Milestone.of(c, known))
                .contains(
                        new Milestone(Milestone.Kind.DELIVERY, "squadron-3"),
                        new Milestone(Milestone.Kind.PAYMENT, "three"),
                        new Milestone(Milestone.Kind.OPENING, "centre"))
                .doesNotContain(new Milestone(Milestone.Kind.DELIVERY, "squadron-1"));
    }

    /// The slip of a milestone is that of the plan that says so in the scenario's own words.
    @Test
    void aSlipIsThatOfTheLanguage() {
        for (int d = 0; d < 5; d++) {
            Case late =
                    new Milestone(Milestone.Kind.DELIVERY, "squadron-3")
                            .slipped(draw(four, "as-foretold", d), YEAR);
            var said3 = deliver(draw(four, "squadron-3-slips", d));
            for (int u = 0; u < said3.size(); u++) {
                assertThat(deliver(late).get(u).inService())
                        .as(said3.get(u).unit())
                        .isCloseTo(said3.get(u).inService(), within(1L)); // a tick of rounding
            }
            Case opened =
                    new Milestone(Milestone.Kind.OPENING, "centre")
                            .slipped(draw(four, "centre", d), YEAR);
            Case said = draw(four, "centre-slips", d);
            int site = said.sustain().phases().getFirst().network().sites().size() - 1;
            assertThat(NetworkEdits.opening(opened.sustain(), site))
                    .isCloseTo(NetworkEdits.opening(said.sustain(), site), within(1L));
            assertThat(opened.outlays()).hasSameSizeAs(said.outlays());
        }
    }

    /// A payment that comes a year later holds up every unit that waits for it, and no other.
    @Test
    void unitsWaitForTheirMoney() {
        Case c = draw(four, "centre", 1);
        var plain = deliver(c);
        var late = deliver(new Milestone(Milestone.Kind.PAYMENT, "three").slipped(c, YEAR));
        assertThat(late.get(0)).isEqualTo(plain.get(0));
        assertThat(late.get(2).paid() - plain.get(2).paid()).isEqualTo(YEAR);
        assertThat(deliver(new Milestone(Milestone.Kind.PAYMENT, "squadron-3").slipped(c, YEAR)))
                .as("the key of a unit is not that of a contract")
                .isEqualTo(plain);
    }

    /// Five squadrons of step 7: the simulated price of a month lies within four standard errors of
    /// the exact one, for each milestone; 300 draws, seed 7. A false alarm has probability 4e-4 in
    /// all; a price that is wrong by a fifth is found for the opening with probability 0.9.
    @Test
    void thePriceOfAMonthIsTheExactOne() {
        var scenario = seven.scenarioOrThrow();
        var plan = Objects.requireNonNull(seven.plans().get("centre"));
        var setup =
                new Setup(
                        scenario,
                        List.of(plan),
                        new Setup.Options(
                                7, 300, 300, 1, null, Realiser.lastDay(scenario), Audit.OFF));
        long end = new Calendar(scenario.start()).tick(scenario.end().plusDays(1));
        var trial = new FleetTrial(setup, plan, 0, end);
        var plain = trial.run(FleetTrial.AS_IT_IS, 2, d -> {});
        var before = trial.formulas(FleetTrial.AS_IT_IS, 2, d -> {});
        var milestones = Milestone.of(setup.realiser().realise(plan, 0), 0);
        assertThat(milestones).hasSize(7);
        for (Milestone m : milestones) {
            FleetTrial.Edit edit = c -> m.slipped(c, YEAR);
            var late = trial.run(edit, 2, d -> {});
            var after = trial.formulas(edit, 2, d -> {});
            var off = new double[300];
            double exact = 0;
            double forecast = 0;
            for (int d = 0; d < 300; d++) {
                double price = before.get(d).exact() - after.get(d).exact();
                off[d] = plain.get(d).readyUnitYears() - late.get(d).readyUnitYears() - price;
                exact += price / 300;
                forecast += (before.get(d).forecast() - after.get(d).forecast()) / 300;
            }
            Estimate e = Estimate.of(off);
            assertThat(exact).as(m.toString()).isPositive();
            assertThat(e.mean()).as(m.toString()).isCloseTo(0, within(4 * e.standardError()));
            assertThat(forecast).as(m.toString()).isCloseTo(exact, within(0.06 * exact));
        }
    }
}
