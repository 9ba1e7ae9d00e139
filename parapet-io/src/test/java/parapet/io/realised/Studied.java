package parapet.io.realised;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.io.ReadResult;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.study.Chunks;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.Summary;
import parapet.tables.Rows;

/// A study of a scenario, run in memory.
final class Studied {
    private Studied() {}

    /// Chunks held in memory.
    private static final class Held implements Chunks {
        private final Map<Integer, Rows> held = new TreeMap<>();

        @Override
        public boolean has(int chunk) {
            return held.containsKey(chunk);
        }

        @Override
        public void write(int chunk, Rows rows) {
            held.put(chunk, rows);
        }

        @Override
        public @Nullable Rows read(int chunk) {
            return held.get(chunk);
        }
    }

    /// All rows of all tables.
    static Rows run(ReadResult read, LocalDate asOf) {
        Scenario scenario = read.scenarioOrThrow();
        var options =
                new Setup.Options(
                        scenario.study().seed(),
                        scenario.study().draws(),
                        scenario.study().draws(),
                        scenario.study().replications(),
                        null,
                        asOf,
                        Audit.FULL);
        var setup = new Setup(scenario, List.copyOf(read.plans().values()), options);
        var chunks = new Held();
        int count = new StudyRunner(setup, chunks, 1, (_, _, _) -> {}).run(_ -> true);
        var all = new Rows();
        for (int i = 0; i < count; i++) {
            Rows chunk = Objects.requireNonNull(chunks.read(i));
            chunk.tables().forEach(table -> all.addAll(chunk.of(table)));
        }
        Rows summary = Summary.of(setup, chunks, count);
        summary.tables().forEach(table -> all.addAll(summary.of(table)));
        return all;
    }
}
