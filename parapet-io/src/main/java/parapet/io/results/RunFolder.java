package parapet.io.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import parapet.study.ResultTable;

/// A finished run: `report.html`, `run.json`, `timing.json`, `tables/*.parquet` and the scenario as
/// it was, see [ScenarioCopy]. A folder with this name is complete or not there; while it is made
/// it stands beside, see [RunBuild].
public final class RunFolder {
    /// Name of the file that says what the run is.
    public static final String RUN_JSON = "run.json";

    private final Path folder;
    private final RunInfo info;

    private RunFolder(Path folder, RunInfo info) {
        this.folder = folder;
        this.info = info;
    }

    /// Opens a finished run.
    ///
    /// @throws RunException if the folder holds none
    public static RunFolder open(Path folder) {
        if (!Files.exists(folder)) {
            throw RunException.input(
                    "There is no run at " + folder + ".",
                    "`parapet runs` lists the runs that are there; `parapet run SCENARIO` makes one.");
        }
        try {
            RunFolder run = read(folder);
            for (ResultTable table : ResultTable.values()) {
                if (!Files.isRegularFile(run.tableFile(table))) {
                    throw RunException.input(
                            "The run at %s has no table %s.".formatted(folder, table.table()),
                            "It was made by another version or has been damaged; compute it anew with --fresh.");
                }
            }
            return run;
        } catch (NoSuchFileException e) {
            throw RunException.input(
                    folder + " is not a run: it has no " + RUN_JSON + ".",
                    "Give the folder that `parapet run` has made, such as out/NAME.");
        } catch (IllegalArgumentException e) {
            throw RunException.input(
                    "%s cannot be understood: %s."
                            .formatted(folder.resolve(RUN_JSON), e.getMessage()),
                    "It was made by another version or has been damaged; compute the run anew.");
        } catch (IOException e) {
            throw Disk.explain("read " + folder, folder, e);
        }
    }

    /// The run in a folder, or empty when it holds none that can be understood.
    public static Optional<RunFolder> find(Path folder) {
        try {
            return Optional.of(read(folder));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RunFolder read(Path folder) throws IOException {
        return new RunFolder(folder, Json.run(Files.readAllBytes(folder.resolve(RUN_JSON))));
    }

    /// Where it is.
    public Path folder() {
        return folder;
    }

    /// What it is.
    public RunInfo info() {
        return info;
    }

    /// The file of a table.
    public Path tableFile(ResultTable table) {
        return folder.resolve("tables").resolve(ResultWriter.fileName(table));
    }

    /// The report.
    public Path report() {
        return folder.resolve("report.html");
    }
}
