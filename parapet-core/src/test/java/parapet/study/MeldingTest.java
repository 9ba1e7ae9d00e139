package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;
import parapet.scenario.Made;
import parapet.scenario.Observation;
import parapet.scenario.Paths;
import parapet.scenario.Plan;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.stats.Law;
import parapet.study.rows.FigureRow;
import parapet.study.rows.FitRow;
import parapet.study.rows.InputRow;
import parapet.study.rows.MovedRow;
import parapet.study.rows.ObservationRow;
import parapet.study.rows.OutcomeRow;
import parapet.study.rows.ReadinessRow;
import parapet.study.rows.WarningRow;
import parapet.sustain.Reason;
import parapet.sustain.UnitState;
import parapet.tables.Rows;

class MeldingTest {
    private static final int DRAWS = 4001;

    private static Observation observed(
            LocalDate from,
            LocalDate to,
            List<UnitState> states,
            List<Reason> reasons,
            @Nullable Quantity share,
            @Nullable Quantity number,
            double tolerance,
            Observation.Use use) {
        return new Observation(
                "figure",
                null,
                from,
                to,
                states,
                reasons,
                List.of(),
                List.of(),
                share,
                number,
                null,
                Made.share("tolerance" + tolerance, tolerance),
                use);
    }

    private static Setup setup(Map<String, Observation> observations) {
        Scenario scenario = Paths.with(Made.scenario(), "study.observations", observations);
        var plan = new Plan("baseline", "", "", null, List.of());
        return new Setup(
                scenario,
                List.of(new PlannedScenario("baseline", plan, scenario, List.of())),
                new Setup.Options(5, DRAWS, DRAWS, 1, null, Made.AS_OF, Audit.NORMAL));
    }

    private static Observation share(double value, double tolerance, Observation.Use use) {
        return observed(
                LocalDate.of(2028, 1, 1),
                LocalDate.of(2028, 12, 31),
                List.of(UnitState.FULL),
                List.of(),
                Made.share("published" + value, value),
                null,
                tolerance,
                use);
    }

    /// Draws whose figure and input are the quantiles of a normal law, and what is made of them.
    private static Rows melded(Setup setup, double mean, double deviation) {
        var rows = new Rows();
        var normal = NormalDistribution.of(mean, deviation);
        for (int i = 0; i < DRAWS; i++) {
            double x = normal.inverseCumulativeProbability((i + 0.5) / DRAWS);
            for (String key : setup.observations().keySet()) {
                rows.add(new FigureRow(i, 0, key, x));
            }
            rows.add(new OutcomeRow("baseline", i, 0, "cost-usd", 0.0));
            rows.add(new InputRow(i, "x", x, "", "x"));
        }
        var melding = new Melding(setup);
        var outcomes = new Outcomes(setup);
        melding.add(rows);
        outcomes.add(rows);
        var summary = new Rows();
        outcomes.weigh(melding.weights(DRAWS));
        melding.post(summary, outcomes);
        return summary;
    }

    /// Conjugate normal law (Gelman and others, Bayesian Data Analysis, 3rd ed., 2.5): prior
    /// N(0.50, 0.10²), one figure 0.60 with standard deviation 0.05: mean (0.50/0.01 + 0.60/0.0025)
    /// / (1/0.01 + 1/0.0025) = 0.58, deviation 1/√500 = 0.0447. The effective share of draws is
    /// E(w)² / E(w²) = 0.6134 with w = exp(-(x-0.6)²/2·0.05²): E w = 0.05/√0.0125 exp(-0.01/0.025),
    /// E w² = √(0.00125/0.01125) exp(-0.01/0.0225).
    @Test
    void weightsGiveTheConjugateNormalLaw() {
        Rows rows = melded(setup(Map.of("a", share(0.6, 0.05, Observation.Use.FIT))), 0.5, 0.1);
        var row = rows.of(ObservationRow.class).getFirst();
        assertThat(row.mean()).isCloseTo(58, within(0.01));
        assertThat(row.p95()).isCloseTo(100 * (0.58 + 1.644854 * 0.0447214), within(0.05));
        assertThat(row.priorMean()).isCloseTo(50, within(0.001));
        double first = 0.05 / Math.sqrt(0.0125) * Math.exp(-0.01 / 0.025);
        double second = Math.sqrt(0.00125 / 0.01125) * Math.exp(-0.01 / 0.0225);
        var fit = rows.of(FitRow.class).getFirst();
        assertThat(fit.effective() / DRAWS).isCloseTo(first * first / second, within(1e-3));
        var moved = rows.of(MovedRow.class).getFirst();
        assertThat(moved.shift()).isCloseTo(0.8, within(2e-3));
        assertThat(moved.spread()).isCloseTo(0.4472, within(2e-3));
        assertThat(rows.of(WarningRow.class)).isEmpty();
    }

    /// A judged figure moves nothing. Predicted N(0.50, 0.10²), published 0.80 ± 0.05: z = 0.30 /
    /// √0.0125 = 2.683, two-sided chance 2 (1 - Φ(2.683)) = 0.00729.
    @Test
    void aJudgedFigureMovesNothingAndItsTailIsThatOfTheSum() {
        Rows rows = melded(setup(Map.of("b", share(0.8, 0.05, Observation.Use.JUDGE))), 0.5, 0.1);
        var row = rows.of(ObservationRow.class).getFirst();
        assertThat(row.mean()).isCloseTo(50, within(1e-6));
        assertThat(row.z()).isCloseTo(2.6833, within(2e-3));
        assertThat(row.tail()).isCloseTo(0.00729, within(5e-5));
        assertThat(rows.of(FitRow.class)).isEmpty();
    }

    @Test
    void aFitThatFewDrawsSupportIsWarnedOf() {
        Rows rows = melded(setup(Map.of("c", share(0.9, 0.002, Observation.Use.FIT))), 0.5, 0.1);
        var fit = rows.of(FitRow.class).getFirst();
        assertThat(fit.effective()).isLessThan(30);
        assertThat(rows.of(WarningRow.class)).hasSize(1);
    }

    @Test
    void aPublishedRangeAddsItsOwnVariance() { // uniform law of width w: w²/12
        var p = Melding.Published.of(new Law.Uniform(0.4, 0.6), 0.03, Observation.Measure.SHARE);
        assertThat(p.deviation()).isCloseTo(Math.sqrt(0.04 / 12 + 0.0009), within(1e-6));
        var number = Melding.Published.of(new Law.Fixed(20), 0.1, Observation.Measure.NUMBER);
        assertThat(number.deviation()).isCloseTo(2, within(1e-12));
    }

    /// Figures of one month equal the units by state that the run counts by itself.
    @Test
    void figuresAgreeWithTheCountsByMonth() {
        LocalDate from = LocalDate.of(2028, 3, 1);
        LocalDate to = LocalDate.of(2028, 3, 31);
        var asked = new LinkedHashMap<String, Observation>();
        for (UnitState state :
                List.of(UnitState.FULL, UnitState.DEGRADED, UnitState.DOWN, UnitState.AWAY)) {
            asked.put(
                    state.name(),
                    observed(
                            from,
                            to,
                            List.of(state),
                            List.of(),
                            state == UnitState.FULL ? Made.share("f", 0.5) : null,
                            state == UnitState.FULL
                                    ? null
                                    : Made.number("n" + state, Dimension.COUNT, 1),
                            0.1,
                            Observation.Use.JUDGE));
        }
        Setup setup = setup(asked);
        Rows rows = new StudyRunner(setup, new Memory(), 1, (a, b, c) -> {}).chunk(0);
        int compared = 0;
        for (var month : rows.of(ReadinessRow.class)) {
            if (!from.equals(month.month())) {
                continue;
            }
            var figures = new LinkedHashMap<String, Double>();
            for (var f : rows.of(FigureRow.class)) {
                if (f.draw() == month.draw()) {
                    figures.put(f.observation(), f.value());
                }
            }
            double inService = month.inService();
            double ready = month.ready();
            assertThat(figures.get("FULL"))
                    .isCloseTo(inService > 0 ? ready / inService : 0, within(1e-9));
            assertThat(figures.get("DOWN")).isEqualTo(month.down(), within(1e-9));
            assertThat(figures.get("AWAY")).isEqualTo(month.away(), within(1e-9));
            compared++;
        }
        assertThat(compared).isEqualTo(StudyRunner.DRAWS_PER_CHUNK);
    }
}
