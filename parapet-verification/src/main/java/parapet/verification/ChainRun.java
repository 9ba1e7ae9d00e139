package parapet.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.results.Manifest;
import parapet.io.results.Query;
import parapet.io.results.ResultWriter;
import parapet.io.results.RunBuild;
import parapet.io.results.RunInfo;
import parapet.io.terrain.Grounds;
import parapet.io.text.Diagnostic;
import parapet.quantity.FiscalYears;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.study.Chunks;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.Summary;
import parapet.tables.Rows;

/// One scenario from its files to its result tables, as `parapet run` does it, but without a report
/// and with all self-checks of the engines.
final class ChainRun {
    private ChainRun() {}

    /// Chunks held in memory.
    private record Held(Map<Integer, Rows> rows) implements Chunks {
        @Override
        public boolean has(int chunk) {
            return rows.containsKey(chunk);
        }

        @Override
        public void write(int chunk, Rows of) {
            rows.put(chunk, of);
        }

        @Override
        public @Nullable Rows read(int chunk) {
            return rows.get(chunk);
        }
    }

    /// Runs a scenario and opens its tables.
    ///
    /// @param folder the scenario
    /// @param to folder of the run, which must not be there
    /// @throws IllegalArgumentException if the scenario has errors
    static Query run(Path folder, Path to) {
        ReadResult read = ScenarioReader.read(folder);
        if (read.scenario() == null) {
            throw new IllegalArgumentException(
                    "the scenario has errors: "
                            + read.diagnostics().stream()
                                    .filter(Diagnostic::isError)
                                    .map(Diagnostic::message)
                                    .collect(Collectors.joining("; ")));
        }
        Setup setup = setup(folder, read, read.scenarioOrThrow());
        var chunks = new Held(new ConcurrentHashMap<>());
        int count = new StudyRunner(setup, chunks, 1, (_, _, _) -> {}).run(_ -> true);
        Manifest manifest = Manifest.whole("verify", count, Map.of());
        try (RunBuild build = RunBuild.begin(to, manifest, true)) {
            ResultWriter.Written written;
            try (ResultWriter writer = build.tables()) {
                for (int i = 0; i < count; i++) {
                    append(writer, chunks.read(i));
                }
                append(writer, Summary.of(setup, chunks, count));
                written = writer.finish();
            }
            return Query.open(build.complete(info(setup, count, written), Map.of()));
        }
    }

    private static Setup setup(Path folder, ReadResult read, Scenario scenario) {
        return new Setup(
                scenario,
                List.copyOf(read.plans().values()),
                new Setup.Options(
                        scenario.study().seed(),
                        scenario.study().draws(),
                        scenario.study().draws(),
                        scenario.study().replications(),
                        null,
                        Realiser.lastDay(scenario),
                        Audit.FULL),
                new Grounds(folder)::under);
    }

    private static void append(ResultWriter writer, @Nullable Rows rows) {
        if (rows != null) {
            writer.append(rows);
        }
    }

    private static RunInfo info(Setup setup, int chunks, ResultWriter.Written written) {
        return new RunInfo(
                setup.scenario().title(),
                "verify",
                "verify",
                written.digest(),
                setup.options().seed(),
                chunks * StudyRunner.DRAWS_PER_CHUNK,
                setup.options().replications(),
                new ArrayList<>(setup.plans().stream().map(PlannedScenario::id).toList()),
                setup.options().asOf(),
                false,
                "verify",
                written.rows(),
                0,
                1,
                "parapet verify",
                Map.of(),
                new RunInfo.Frame(
                        setup.scenario().about(),
                        setup.scenario().start(),
                        setup.scenario().end(),
                        setup.scenario().money().reporting(),
                        setup.reference(),
                        new FiscalYears(setup.scenario().money().fiscalYear())));
    }
}
