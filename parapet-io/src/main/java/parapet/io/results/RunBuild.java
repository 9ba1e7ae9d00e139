package parapet.io.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A run while it is made. For the run `out/north` there are
///
///     out/.north.lock                 held by the one process at work
///     out/.north.partial/KEY/chunks   finished chunks of the inputs with that key
///     out/.north.partial/KEY/run      the folder being filled
///     out/north                       the finished run, swapped in when complete
///     out/north.previous              the run that stood there before, of other inputs
///
/// What is killed in between goes on with the same inputs; chunks of up to three other inputs are
/// kept, so that a quick look in between does not lose a long run.
public final class RunBuild implements AutoCloseable {
    private static final int OTHERS_KEPT = 3;

    private final Path run;
    private final Path partial;
    private final Path work;
    private final Manifest manifest;
    private final Disk disk;
    private final RunLock lock;
    private final Optional<RunFolder> finished;
    private final ChunkStore chunks;

    private RunBuild(Path run, Manifest manifest, boolean fresh, Disk disk, RunLock lock)
            throws IOException {
        this.run = run;
        this.manifest = manifest;
        this.disk = disk;
        this.lock = lock;
        this.partial = sibling(run, "." + run.getFileName() + ".partial");
        this.work = partial.resolve(manifest.tag());
        if (fresh) {
            disk.delete(work);
        } else {
            finishSwap();
        }
        this.finished = fresh ? Optional.empty() : there();
        this.chunks = ChunkStore.open(work.resolve("chunks"), manifest, disk);
        disk.delete(target());
        disk.folders(target());
    }

    /// Begins a run or goes on with it.
    ///
    /// @param run the folder of the finished run
    /// @param manifest what is computed
    /// @param fresh whether to forget what was computed from the same inputs
    /// @throws RunException if the folder is not ours, cannot be written, or another process is at
    ///   work on it
    public static RunBuild begin(Path run, Manifest manifest, boolean fresh) {
        return begin(run, manifest, fresh, Disk.REAL);
    }

    static RunBuild begin(Path folder, Manifest manifest, boolean fresh, Disk disk) {
        Path run = folder.toAbsolutePath().normalize();
        if (run.getFileName() == null) {
            throw RunException.input(
                    "The results cannot be written to " + folder + " itself.",
                    "Give a folder of their own with --out.");
        }
        RunLock lock = null;
        boolean begun = false;
        try {
            checkOurs(run);
            checkOurs(sibling(run, run.getFileName() + ".previous"));
            disk.folders(sibling(run, ""));
            lock = RunLock.take(sibling(run, "." + run.getFileName() + ".lock"), run);
            var build = new RunBuild(run, manifest, fresh, disk, lock);
            begun = true;
            return build;
        } catch (IOException e) {
            throw Disk.explain("write the results to " + run, run, e);
        } finally {
            if (!begun && lock != null) {
                lock.close();
            }
        }
    }

    private static void checkOurs(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw RunException.input(
                    folder + " is a file, not a folder for results.",
                    "Choose another place with --out, or move the file away.");
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            boolean empty = !files.iterator().hasNext();
            if (!empty && !Files.isRegularFile(folder.resolve(RunFolder.RUN_JSON))) {
                throw RunException.input(
                        "%s holds other files and no run: nothing there has been touched."
                                .formatted(folder),
                        "Choose another place with --out, or move the folder away.");
            }
        }
    }

    /// The finished run of the same inputs, when there is one: nothing is left to compute.
    public Optional<RunFolder> finished() {
        return finished;
    }

    /// The finished chunks.
    public ChunkStore chunks() {
        return chunks;
    }

    /// The folder being filled, where `report.html` goes.
    public Path target() {
        return work.resolve("run");
    }

    /// A writer of the tables of this run.
    public ResultWriter tables() {
        return ResultWriter.open(target().resolve("tables"), disk);
    }

    /// Keeps the scenario in the run, see [ScenarioCopy].
    ///
    /// @param scenario its folder
    /// @param terrain files of terrain that it names
    public void keep(Path scenario, List<Path> terrain) {
        try {
            ScenarioCopy.write(scenario, terrain, target(), disk);
        } catch (IOException e) {
            throw Disk.explain("write the results to " + run, run, e);
        }
    }

    /// The tables and the report as far as they are there, to be read for the report. Call after
    /// the tables are finished.
    ///
    /// @param info what `run.json` will say
    public RunFolder preview(RunInfo info) {
        try {
            disk.write(target().resolve(RunFolder.RUN_JSON), Json.bytes(Json.of(info)));
            RunFolder preview = RunFolder.open(target());
            disk.delete(target().resolve(RunFolder.RUN_JSON));
            return preview;
        } catch (IOException e) {
            throw Disk.explain("write the results to " + run, run, e);
        }
    }

    /// Writes `run.json` and `timing.json` and swaps the run in.
    ///
    /// @param info what it is
    /// @param timing seconds and other measures of this computation, which differ from time to time
    /// @throws RunException if it cannot be written; the run that stood there before stays
    public RunFolder complete(RunInfo info, Map<String, ?> timing) {
        if (!info.fingerprint().equals(manifest.fingerprint())) {
            throw new IllegalArgumentException(
                    "The fingerprint (%s) of the run must be that of its manifest (%s)."
                            .formatted(info.fingerprint(), manifest.fingerprint()));
        }
        try {
            disk.write(target().resolve("timing.json"), Json.bytes(Json.of(timing)));
            disk.write(target().resolve(RunFolder.RUN_JSON), Json.bytes(Json.of(info)));
            swap();
        } catch (IOException e) {
            throw Disk.explain("write the results to " + run, run, e);
        }
        tidy();
        return RunFolder.open(run);
    }

    /// Ends a swap that was cut off after the new run was complete.
    private void finishSwap() throws IOException {
        boolean complete =
                RunFolder.find(target())
                        .filter(r -> r.info().fingerprint().equals(manifest.fingerprint()))
                        .isPresent();
        if (complete) {
            swap();
        }
    }

    private Optional<RunFolder> there() {
        return RunFolder.find(run)
                .filter(r -> r.info().fingerprint().equals(manifest.fingerprint()))
                .map(r -> RunFolder.open(run));
    }

    private void swap() throws IOException {
        Path previous = sibling(run, run.getFileName() + ".previous");
        Path aside = work.resolve("replaced");
        disk.delete(aside);
        Path old = null;
        if (Files.exists(run, LinkOption.NOFOLLOW_LINKS)) {
            Optional<RunFolder> before = RunFolder.find(run);
            boolean keep =
                    before.isPresent()
                            && !before.get().info().fingerprint().equals(manifest.fingerprint());
            if (keep) {
                disk.delete(previous);
            }
            old = keep ? previous : aside;
            disk.move(run, old);
        }
        try {
            disk.move(target(), run);
        } catch (IOException e) {
            if (old != null) {
                disk.move(old, run);
            }
            throw e;
        }
    }

    /// Removes what is no longer needed; a failure here costs room, not results.
    private void tidy() {
        try {
            disk.delete(work);
            Map<Path, FileTime> ages = new HashMap<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(partial)) {
                for (Path entry : entries) {
                    ages.put(entry, Files.getLastModifiedTime(entry));
                }
            }
            List<Path> others = new ArrayList<>(ages.keySet());
            others.sort(Comparator.comparing(ages::get, Comparator.reverseOrder()));
            for (Path old : others.subList(Math.min(OTHERS_KEPT, others.size()), others.size())) {
                disk.delete(old);
            }
            if (others.isEmpty()) {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            // The next run tidies again.
        }
    }

    /// Lets go of the run. What is not complete stays for the next time, unless nothing was begun.
    @Override
    public void close() {
        if (finished.isPresent()) {
            tidy();
        }
        lock.close();
    }

    private static Path sibling(Path path, String name) {
        return name.isEmpty() ? path.resolveSibling(".").normalize() : path.resolveSibling(name);
    }
}
