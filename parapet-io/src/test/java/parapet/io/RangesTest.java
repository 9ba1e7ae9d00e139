package parapet.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parapet.io.text.Diagnostics;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.study.Chunks;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.Summary;
import parapet.study.rows.InputRow;
import parapet.study.rows.QuantityRow;
import parapet.tables.Rows;

/// Every quantity that is shown with a range is drawn and stands among the inputs, or says how it
/// is used.
class RangesTest {
    private record Held(Map<Integer, Rows> rows) implements Chunks {
        @Override
        public boolean has(int chunk) {
            return rows.containsKey(chunk);
        }

        @Override
        public void write(int chunk, Rows made) {
            rows.put(chunk, made);
        }

        @Override
        public @Nullable Rows read(int chunk) {
            return rows.get(chunk);
        }
    }

    private static Map<String, QuantityRow> quantities(Path folder, Set<String> inputs) {
        ReadResult read = ScenarioReader.read(folder);
        assertThat(read.errors()).as(Diagnostics.render(read.diagnostics())).isZero();
        Scenario scenario = read.scenarioOrThrow();
        var setup =
                new Setup(
                        scenario,
                        List.copyOf(read.plans().values()),
                        new Setup.Options(1, 2, 2, 1, null, Realiser.lastDay(scenario), Audit.OFF));
        var chunks = new Held(new HashMap<>());
        int made = new StudyRunner(setup, chunks, 1, (_, _, _) -> {}).run(_ -> true);
        for (Rows rows : chunks.rows.values()) {
            rows.of(InputRow.class).forEach(row -> inputs.add(row.quantity()));
        }
        var quantities = new HashMap<String, QuantityRow>();
        Summary.of(setup, chunks, made)
                .of(QuantityRow.class)
                .forEach(row -> quantities.put(row.quantity(), row));
        return quantities;
    }

    @Test
    void aRangeIsDrawnOrSaysHowItIsUsed() {
        for (String name : List.of("first", "full", "tank-overhaul", "mig29-engine-plant")) {
            var inputs = new HashSet<String>();
            var quantities =
                    quantities(ExamplesTest.ROOT.resolve("scenarios").resolve(name), inputs);
            quantities.forEach((key, row) -> {
                if (!row.low().equals(row.high())) {
                    assertThat(row.used().equals("drawn"))
                            .as(name + " " + key)
                            .isEqualTo(inputs.contains(key));
                    assertThat(row.used()).isNotEmpty();
                }
            });
        }
    }

    @Test
    void heightsOfAntennasAndRefractionAreTypicalValues() throws IOException {
        Path folder = Files.createTempDirectory("parapet");
        for (Map.Entry<String, String> file : BrokenInputsTest.full().entrySet()) {
            Files.writeString(
                    folder.resolve(file.getKey()),
                    file.getValue()
                            .replace("antenna: {assume: 15 m", "antenna: {assume: 5..15..60 m"));
        }
        Map<String, QuantityRow> quantities = quantities(folder, new HashSet<>());
        QuantityRow antenna = requireNonNull(quantities.get("sky.radars.search.antenna"));
        assertThat(antenna.low()).isNotEqualTo(antenna.high());
        assertThat(antenna.used()).isEqualTo("typical value");
        assertThat(requireNonNull(quantities.get("sky.refraction")).used())
                .isEqualTo("typical value");
        assertThat(
                        requireNonNull(
                                        quantities.get(
                                                "catalogue.parts.radar.meanTimeBetweenFailures"))
                                .used())
                .isEqualTo("drawn");
    }
}
