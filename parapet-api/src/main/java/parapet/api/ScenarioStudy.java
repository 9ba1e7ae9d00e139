package parapet.api;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.terrain.Grounds;
import parapet.io.text.Diagnostic;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.scenario.Study;
import parapet.sim.Audit;
import parapet.study.Chunks;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.Summary;
import parapet.tables.Rows;

/// A scenario opened to be studied.
///
///     var results = ScenarioStudy.open(Path.of("scenarios/first"))
///             .plans("baseline", "depot")
///             .draws(50)
///             .run();
///     double more = results.difference("depot", "baseline", "ready-unit-years/2035-12-31").mean();
///
/// Each method gives a study of its own and leaves this one as it is. Without a word, a study runs
/// all plans with the draws, replications and seed of the scenario, with all evidence that it
/// holds: the rows, and the digest, are those of `parapet run`. Chunks are kept in memory.
public final class ScenarioStudy {
    private final Grounds ground;
    private final ReadResult read;
    private final List<String> plans;
    private final int draws;
    private final long seed;
    private final LocalDate asOf;
    private final int threads;
    private final @Nullable Double halfWidth;

    private ScenarioStudy(
            Grounds ground,
            ReadResult read,
            List<String> plans,
            int draws,
            long seed,
            LocalDate asOf,
            int threads,
            @Nullable Double halfWidth) {
        this.ground = ground;
        this.read = read;
        this.plans = plans;
        this.draws = draws;
        this.seed = seed;
        this.asOf = asOf;
        this.threads = threads;
        this.halfWidth = halfWidth;
    }

    /// Reads a scenario.
    ///
    /// @param folder its folder
    /// @param sets keys with other values than in its files, such as `sky.raids.mixed.nights=3`
    /// @throws ScenarioProblems if it has errors
    public static ScenarioStudy open(Path folder, String... sets) {
        ReadResult read = ScenarioReader.read(folder, List.of(sets));
        if (!read.ok()) {
            throw new ScenarioProblems(
                    read.diagnostics().stream().filter(Diagnostic::isError).toList());
        }
        Scenario scenario = read.scenarioOrThrow();
        Study study = scenario.study();
        LocalDate asOf = Realiser.lastDay(scenario);
        return new ScenarioStudy(
                new Grounds(folder),
                read,
                List.of(),
                study.draws(),
                study.seed(),
                asOf,
                Runtime.getRuntime().availableProcessors(),
                Studies.halfWidth(scenario, asOf));
    }

    /// The scenario as written.
    public Scenario scenario() {
        return read.scenarioOrThrow();
    }

    /// What its files should be looked at for, in the words of `parapet check`.
    public List<Diagnostic> warnings() {
        return read.diagnostics();
    }

    /// Keys of its plans, in its order.
    public List<String> plans() {
        return List.copyOf(read.plans().keySet());
    }

    /// Some plans only; the order is that of the scenario.
    public ScenarioStudy plans(String... keys) {
        return new ScenarioStudy(
                ground, read, List.of(keys), draws, seed, asOf, threads, halfWidth);
    }

    /// So many draws of the uncertain inputs, rounded up to a whole chunk of two.
    public ScenarioStudy draws(int number) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "The number of draws (%d) must be 1 or more.".formatted(number));
        }
        return new ScenarioStudy(ground, read, plans, number, seed, asOf, threads, null);
    }

    /// Another seed of all chance.
    public ScenarioStudy seed(long number) {
        return new ScenarioStudy(ground, read, plans, draws, number, asOf, threads, halfWidth);
    }

    /// Only evidence that was known on a day.
    public ScenarioStudy asOf(LocalDate day) {
        return new ScenarioStudy(ground, read, plans, draws, seed, day, threads, halfWidth);
    }

    /// So many threads; they change no result.
    public ScenarioStudy threads(int number) {
        return new ScenarioStudy(ground, read, plans, draws, seed, asOf, number, halfWidth);
    }

    /// Computes it.
    ///
    /// @throws parapet.io.results.RunException if there is no such plan, or a quantity has no claim
    ///   that was known on the day of the evidence
    public StudyResults run() {
        return run(done -> {});
    }

    /// Computes it and tells how many draws are finished.
    public StudyResults run(IntConsumer progress) {
        Study study = scenario().study();
        int most = halfWidth == null ? draws : Math.max(draws, study.mostDraws());
        Setup setup =
                Studies.setup(
                        scenario(),
                        Studies.plans(read, plans),
                        new Setup.Options(
                                seed,
                                draws,
                                most,
                                study.replications(),
                                halfWidth,
                                asOf,
                                Audit.NORMAL),
                        ground::under);
        var kept = new Kept(StudyRunner.chunksFor(most));
        int count =
                new StudyRunner(
                                setup,
                                kept,
                                threads,
                                (done, of, reused) ->
                                        progress.accept(done * StudyRunner.DRAWS_PER_CHUNK))
                        .run(chunk -> true);
        Rows summary = Summary.of(setup, kept, count);
        var all = new ArrayList<Rows>();
        for (int chunk = 0; chunk < count; chunk++) {
            Rows rows = kept.read(chunk);
            if (rows != null) {
                all.add(rows);
            }
        }
        all.add(summary);
        return new StudyResults(all);
    }

    /// Chunks kept in memory.
    private record Kept(AtomicReferenceArray<@Nullable Rows> chunks) implements Chunks {
        Kept(int count) {
            this(new AtomicReferenceArray<>(count));
        }

        @Override
        public @Nullable Rows read(int chunk) {
            return chunks.get(chunk);
        }

        @Override
        public void write(int chunk, Rows rows) {
            chunks.set(chunk, rows);
        }

        @Override
        public boolean has(int chunk) {
            return chunks.get(chunk) != null;
        }
    }
}
