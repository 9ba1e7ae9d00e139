package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.programme.Deliveries;
import parapet.programme.Ledger;
import parapet.quantity.Calendar;
import parapet.random.Streams;
import parapet.scenario.Realiser;
import parapet.sim.Audit;
import parapet.stats.ControlledEstimate;
import parapet.sustain.Controls;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Sustainment;
import parapet.sustain.UnitState;
import parapet.sustain.forecast.Forecast;

/// The forecast by formula beside the simulation, and what the controls gain, on whole scenarios;
/// one draw, 200 replications. What is measured goes to `target/forecast.txt`.
final class ForecastScenariosTest {
    private static final int REPLICATIONS = 200;

    @ParameterizedTest
    @CsvSource({
        "first, baseline, 0, 0.15",
        "first, depot, 0, 0.05",
        "india-s400, as-promised, 0, 0.03",
        "india-s400, as-promised, 1, 0.03"
    })
    void theForecastIsNearTheSimulation(String name, String plan, int draw, double most)
            throws IOException {
        ReadResult read = ScenarioReader.read(ExamplesTest.ROOT.resolve("scenarios").resolve(name));
        var realiser =
                new Realiser(
                        Realiser.evidence(read.scenarioOrThrow(), LocalDate.of(2026, 6, 1)), 1);
        var c = realiser.realise(Objects.requireNonNull(read.plans().get(plan)), draw);
        var simulated = new double[REPLICATIONS];
        var forecast = new double[REPLICATIONS];
        var controls = new double[REPLICATIONS][];
        for (int r = 0; r < REPLICATIONS; r++) {
            var streams = new Streams(1, draw, r);
            var ledger = new Ledger();
            var deliveries = Deliveries.deliver(c.programme(), streams, ledger, c.endTick());
            var history = Sustainment.simulate(c.sustain(), deliveries, streams, ledger, Audit.OFF);
            simulated[r] = full(history);
            forecast[r] = r < 20 ? Forecast.of(c.sustain(), deliveries, 10).fullUnitDays() : 0;
            controls[r] = Controls.of(c.sustain(), deliveries, streams, history);
        }
        double x = 0;
        for (int r = 0; r < 20; r++) {
            x += forecast[r] / 20;
        }
        var e = ControlledEstimate.of(simulated, controls, new double[controls[0].length]);
        double y = e.plain().mean();
        double gap = (x - y) / y;
        Files.writeString(
                Path.of("target", "forecast-" + name + "-" + plan + "-" + draw + ".txt"),
                String.format(
                        Locale.ROOT,
                        "%s %s draw %d: analytic %.0f, simulated %.0f ± %.0f unit-days full, gap %+.1f %%; variance ratio %.1f by %d controls%n",
                        name,
                        plan,
                        draw,
                        x,
                        y,
                        e.plain().standardError(),
                        100 * gap,
                        e.varianceRatio(),
                        e.controls()));
        assertThat(gap).as("gap of %s %s", name, plan).isBetween(-most, most);
    }

    private static double full(ReadinessHistory h) {
        double days = 0;
        for (int i = 0; i < h.size(); i++) {
            if (h.state(i) == UnitState.FULL) {
                days += (h.to(i) - h.from(i)) / (double) Calendar.DAY;
            }
        }
        return days;
    }
}
