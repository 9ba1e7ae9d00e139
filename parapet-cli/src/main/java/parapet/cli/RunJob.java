package parapet.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parapet.io.ReadResult;
import parapet.io.results.ChunkStore;
import parapet.io.results.ResultWriter;
import parapet.io.results.RunBuild;
import parapet.io.results.RunFolder;
import parapet.io.results.RunInfo;
import parapet.io.results.ScenarioCopy;
import parapet.io.results.ShardBuild;
import parapet.io.results.Shards;
import parapet.io.terrain.Grounds;
import parapet.quantity.FiscalYears;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.study.Chunks;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.Summary;
import parapet.study.rows.WarningRow;
import parapet.tables.Rows;

/// The main job: scenario in, run folder out. Also its parts: one shard, and the merging of shards.
final class RunJob {
    private static final Pattern COMMAND =
            Pattern.compile("^\\S*parapet (?:run|merge) ('(?:[^']|'\\\\'')*'|\\S+)");

    private RunJob() {}

    static int run(Options.Run options, Console console) {
        ReadResult read = Scenarios.read(options.scenario(), console);
        if (read.scenario() == null) {
            return 2;
        }
        Audit audit = Audit.valueOf(options.audit().name());
        Optional<RunFolder> repeated = ScenarioFolder.run(options.scenario());
        Map<String, String> wanted = Prepared.options(options, read.scenarioOrThrow());
        Prepared prepared =
                Prepared.of(
                        options.scenario(),
                        read,
                        repeated.isEmpty() ? wanted : again(repeated.get(), options, wanted),
                        options.shard(),
                        audit);
        GroundNotes.tell(prepared.ground(), console);
        return options.shard() == null
                ? whole(options, prepared, command(options, prepared), console)
                : shard(options, prepared, console);
    }

    /// The options of a run, but for those that are given anew.
    private static Map<String, String> again(
            RunFolder run, Options.Run given, Map<String, String> wanted) {
        var options = new TreeMap<>(run.info().options());
        var anew =
                Map.of(
                        "seed",
                        given.seed() != null,
                        "asOf",
                        given.asOf() != null,
                        "plans",
                        !given.plans().isEmpty(),
                        "quick",
                        given.quick(),
                        "halfWidth",
                        given.halfWidth() != null);
        anew.forEach((name, is) -> {
            String value = wanted.get(name);
            if (is && value != null) {
                options.put(name, value);
            }
        });
        if (given.quick() && given.halfWidth() == null) {
            options.remove("halfWidth"); // a quick run asks for none
        }
        return options;
    }

    private static int whole(
            Options.Run options, Prepared prepared, String command, Console console) {
        long began = System.nanoTime();
        Optional<RunFolder> source = ScenarioFolder.run(options.scenario());
        Optional<RunInfo> repeated = source.map(RunFolder::info);
        Path at = source.map(RunFolder::folder).orElse(options.folder());
        try (RunBuild build =
                RunBuild.begin(options.folder(), prepared.manifest(), options.fresh())) {
            Optional<RunFolder> finished = build.finished();
            if (finished.isPresent()) {
                told(finished.get(), "nothing to do", console);
                console.line(
                        "Nothing to do: %s holds this run already (digest %s); --fresh computes it anew."
                                .formatted(options.folder(), finished.get().info().shortDigest()));
                return 0;
            }
            keep(build, options.scenario(), prepared);
            Kept kept =
                    compute(prepared, build.chunks(), options.threads(), console, options.folder());
            RunFolder run =
                    finish(prepared, build, kept, options.scenario(), 1, command, began, console);
            tell(prepared, run, kept, began, console);
            repeated.ifPresent(before -> tellRepeated(before, at, run.info(), console));
            return 0;
        }
    }

    /// Whether a run that was computed again came to the same.
    private static void tellRepeated(RunInfo before, Path folder, RunInfo after, Console console) {
        boolean same = before.digest().equals(after.digest());
        console.result("sameDigest", same);
        console.line(
                same
                        ? "Again    the digest is that of " + folder
                        : "Again    the digest is not that of %s (%s, by version %s; this is %s)"
                                .formatted(
                                        folder,
                                        before.shortDigest(),
                                        before.version(),
                                        after.version()));
    }

    private static int shard(Options.Run options, Prepared prepared, Console console) {
        try (ShardBuild build =
                ShardBuild.begin(options.folder(), prepared.manifest(), options.fresh())) {
            Kept kept =
                    compute(prepared, build.chunks(), options.threads(), console, build.folder());
            console.result("state", "shard finished");
            console.result("folder", build.folder().toString());
            console.line(
                    "Shard %d of %d is finished: %s (%d chunks, %d of them found finished)."
                            .formatted(
                                    prepared.manifest().shard(),
                                    prepared.manifest().shards(),
                                    build.folder(),
                                    kept.computed,
                                    kept.reused));
            return 0;
        }
    }

    static int merge(Options.Merge options, Console console) {
        ReadResult read = Scenarios.read(options.scenario(), console);
        if (read.scenario() == null) {
            return 2;
        }
        long began = System.nanoTime();
        Shards shards = Shards.merge(options.shards());
        Prepared prepared =
                Prepared.of(
                        options.scenario(), read, shards.manifest().options(), null, Audit.NORMAL);
        try (RunBuild build = RunBuild.begin(options.folder(), prepared.manifest(), true)) {
            shards.copyTo(build.chunks());
            keep(build, options.scenario(), prepared);
            Kept kept =
                    compute(prepared, build.chunks(), options.threads(), console, options.folder());
            String command =
                    "./parapet merge %s SHARDS".formatted(quoted(options.scenario().toString()));
            RunFolder run =
                    finish(
                            prepared,
                            build,
                            kept,
                            options.scenario(),
                            shards.shards(),
                            command,
                            began,
                            console);
            tell(prepared, run, kept, began, console);
            return 0;
        }
    }

    /// The scenario as it is now, before hours of work in which it may be edited.
    private static void keep(RunBuild build, Path scenario, Prepared prepared) {
        build.keep(scenario, new Grounds(scenario).files(prepared.setup().plans()));
    }

    /// What the computation of the chunks came to.
    private record Kept(int chunks, int computed, int reused) {}

    private static Kept compute(
            Prepared prepared, ChunkStore store, int threads, Console console, Path folder) {
        int wanted = StudyRunner.chunksFor(prepared.setup().options().draws());
        int there = store.finished().size();
        int owned = Math.min(prepared.manifest().owned(), Math.max(wanted, there));
        if (there > 0) {
            console.note(
                    "%d of %d chunks were finished before and are used again."
                            .formatted(there, prepared.manifest().owned()));
        }
        var finished = store.finished();
        var chunks = new StoredChunks(store, finished);
        try (Console.Progress progress =
                        console.progress("Computing", owned, Math.min(there, owned));
                Console.Interruption _ =
                        console.onInterrupt(
                                "Interrupted. Finished chunks are kept; the same command goes on from there ("
                                        + folder
                                        + ").")) {
            var counts = new int[2];
            var runner =
                    new StudyRunner(
                            prepared.setup(),
                            chunks,
                            threads,
                            (done, of, reused) -> {
                                synchronized (counts) {
                                    counts[0] = Math.max(counts[0], done);
                                    counts[1] = Math.max(counts[1], reused);
                                    progress.at(counts[0]);
                                }
                            });
            int needed = runner.run(prepared.manifest()::owns);
            return new Kept(needed, counts[0], counts[1]);
        }
    }

    private static RunFolder finish(
            Prepared prepared,
            RunBuild build,
            Kept kept,
            Path scenario,
            int shards,
            String command,
            long began,
            Console console) {
        console.note("Writing tables and report.");
        Setup setup = prepared.setup();
        Chunks chunks = new StoredChunks(build.chunks(), build.chunks().finished());
        Rows summary;
        ResultWriter.Written written;
        try (ResultWriter writer = build.tables();
                ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Rows> summed = beside.submit(() -> Summary.of(setup, chunks, kept.chunks));
            for (int i = 0; i < kept.chunks; i++) {
                append(writer, chunks.read(i));
            }
            summary = result(summed);
            append(writer, summary);
            written = writer.finish();
        }
        double computing = seconds(began);
        RunInfo info =
                new RunInfo(
                        setup.scenario().title(),
                        Options.name(scenario),
                        prepared.manifest().fingerprint(),
                        written.digest(),
                        setup.options().seed(),
                        kept.chunks * StudyRunner.DRAWS_PER_CHUNK,
                        setup.options().replications(),
                        setup.plans().stream().map(PlannedScenario::id).toList(),
                        setup.options().asOf(),
                        Boolean.parseBoolean(prepared.options().get("quick")),
                        Version.text(),
                        written.rows(),
                        summary.of(WarningRow.class).size(),
                        shards,
                        command,
                        prepared.options(),
                        frame(setup));
        Reports.write(build.preview(info), build.target().resolve("report.html"));
        return build.complete(
                info,
                Map.of(
                        "secondsToTables",
                        computing,
                        "secondsInAll",
                        seconds(began),
                        "chunks",
                        kept.chunks,
                        "chunksUsedAgain",
                        kept.reused));
    }

    private static Rows result(Future<Rows> summed) {
        try {
            return summed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The run was interrupted; finished chunks are kept.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void append(ResultWriter writer, @Nullable Rows rows) {
        if (rows != null) {
            writer.append(rows);
        }
    }

    private static void tell(
            Prepared prepared, RunFolder run, Kept kept, long began, Console console) {
        RunInfo info = run.info();
        told(run, "finished", console);
        console.line(
                "%s: %d plans, %d draws, evidence as of %s"
                        .formatted(info.title(), info.plans().size(), info.draws(), info.asOf()));
        Answers.lines(run, prepared.setup()).forEach(line -> console.line("  " + line));
        console.line("Report   " + run.report());
        console.line(
                "Tables   "
                        + run.folder().resolve("tables")
                        + "   (parapet query "
                        + run.folder()
                        + " \"SELECT ...\")");
        console.line("Digest   " + info.digest());
        console.note(
                String.format(
                        Locale.ROOT,
                        "Took %.1f s; %d of %d chunks were found finished.",
                        seconds(began),
                        kept.reused,
                        kept.chunks));
    }

    /// What JSON says of a run.
    private static void told(RunFolder run, String state, Console console) {
        RunInfo info = run.info();
        console.result("state", state);
        console.result("folder", run.folder().toString());
        console.result("title", info.title());
        console.result("plans", info.plans());
        console.result("draws", info.draws());
        console.result("asOf", String.valueOf(info.asOf()));
        console.result("digest", info.digest());
        console.result("report", run.report().toString());
    }

    private static double seconds(long began) {
        return Math.round((System.nanoTime() - began) / 1e8) / 10.0;
    }

    /// A path as the user wrote it, safe to paste into a shell.
    private static String quoted(String path) {
        return path.matches("[\\p{L}\\p{N}_./+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    /// The folder of the scenario of a run: that in the run when it is whole, else as the command
    /// that computes it again names it.
    static Path scenario(RunFolder run) {
        Path copy = run.folder().resolve(ScenarioCopy.FOLDER);
        Matcher word = COMMAND.matcher(run.info().command());
        if (ScenarioCopy.complete(copy) || !word.find()) {
            return copy;
        }
        String path = word.group(1);
        return Path.of(
                path.startsWith("'")
                        ? path.substring(1, path.length() - 1).replace("'\\''", "'")
                        : path);
    }

    /// The command that computes the run again, from where the user stood.
    private static String command(Options.Run options, Prepared prepared) {
        var words = new StringBuilder("./parapet run " + quoted(options.scenario().toString()));
        words.append(" --seed ").append(prepared.setup().options().seed());
        words.append(" --as-of ").append(prepared.setup().options().asOf());
        if (options.quick()) {
            words.append(" --quick");
        }
        if (options.halfWidth() != null) {
            words.append(" --half-width ").append(options.halfWidth());
        }
        options.plans().forEach(p -> words.append(" --plan ").append(p));
        return words.toString();
    }

    private static RunInfo.Frame frame(Setup setup) {
        Scenario scenario = setup.scenario();
        return new RunInfo.Frame(
                scenario.about().strip(),
                scenario.start(),
                scenario.end(),
                scenario.money().reporting(),
                setup.reference(),
                new FiscalYears(scenario.money().fiscalYear()));
    }
}
