package parapet.io.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir Path out;

    @Test
    void theDigestIsThatOfTheRowsHoweverTheyAreKept() {
        var rows = SmallRun.rows(1, 2);
        RunFolder run = SmallRun.write(out.resolve("small"), "inputs-1", rows);
        assertThat(run.info().digest()).isEqualTo(SmallRun.digest(rows));
        assertThat(Digest.of(run)).isEqualTo(SmallRun.digest(rows));
        assertThat(SmallRun.digest(SmallRun.rows(1.0000001, 2)))
                .isNotEqualTo(SmallRun.digest(rows));
    }

    @Test
    void aFinishedRunIsCompleteAndLeavesNothingBeside() throws IOException {
        RunFolder run = SmallRun.write(out.resolve("small"), "inputs-1", SmallRun.rows(1, 2));
        assertThat(run.folder().resolve("tables"))
                .isDirectoryContaining("glob:**/outcomes.parquet");
        assertThat(run.folder().resolve("timing.json")).content().contains("\"seconds\" : 1.5");
        assertThat(run.folder().resolve("run.json"))
                .content()
                .contains("\"format\" : \"parapet-run/1\"", "\"outcomes\" : 80")
                .doesNotContain(out.toString());
        assertThat(list(out)).containsExactly("small");
        assertThat(RunFolder.open(run.folder()).info()).isEqualTo(run.info());
    }

    @Test
    void theSameInputsAreFinishedAlready() {
        SmallRun.write(out.resolve("small"), "inputs-1", SmallRun.rows(1, 2));
        Manifest same = Manifest.whole("inputs-1", 1, Map.of());
        try (RunBuild build = RunBuild.begin(out.resolve("small"), same, false)) {
            assertThat(build.finished()).isPresent();
        }
        try (RunBuild build = RunBuild.begin(out.resolve("small"), same, true)) {
            assertThat(build.finished()).as("--fresh").isEmpty();
        }
    }

    @Test
    void otherInputsKeepTheOldRunAsPrevious() throws IOException {
        Path small = out.resolve("small");
        SmallRun.write(small, "inputs-1", SmallRun.rows(1, 2));
        SmallRun.write(small, "inputs-2", SmallRun.rows(2, 2));
        SmallRun.write(small, "inputs-3", SmallRun.rows(3, 2));
        assertThat(RunFolder.open(small).info().fingerprint()).isEqualTo("inputs-3");
        assertThat(RunFolder.open(out.resolve("small.previous")).info().fingerprint())
                .isEqualTo("inputs-2");
        assertThat(list(out)).containsExactly("small", "small.previous");
    }

    @Test
    void anUnfinishedRunGoesOnAndAQuickLookInBetweenDoesNotLoseIt() {
        Path small = out.resolve("small");
        Manifest longRun = Manifest.whole("inputs-long", 3, Map.of());
        try (RunBuild build = RunBuild.begin(small, longRun, false)) {
            build.chunks().write(1, SmallRun.rows(1, 2));
        }
        SmallRun.write(small, "inputs-quick", SmallRun.rows(1, 2));
        try (RunBuild build = RunBuild.begin(small, longRun, false)) {
            assertThat(build.finished()).isEmpty();
            assertThat(build.chunks().finished()).containsExactly(1);
        }
        try (RunBuild build = RunBuild.begin(small, longRun, true)) {
            assertThat(build.chunks().finished()).as("--fresh").isEmpty();
        }
    }

    /// Killed after the new run was complete and before it was swapped in.
    @Test
    void aSwapThatWasCutOffIsEnded() {
        Path small = out.resolve("small");
        Manifest manifest = Manifest.whole("inputs-2", 1, Map.of());
        SmallRun.write(small, "inputs-1", SmallRun.rows(1, 2));
        assertThatThrownBy(() -> writeWith(new FullDisk("small.previous"), small, manifest))
                .isInstanceOf(RunException.class);
        assertThat(RunFolder.open(small).info().fingerprint()).isEqualTo("inputs-1");
        // the folder `run` beside is complete by now, as after a kill
        try (RunBuild build = RunBuild.begin(small, manifest, false)) {
            assertThat(build.finished()).isPresent();
        }
        assertThat(RunFolder.open(small).info().fingerprint()).isEqualTo("inputs-2");
        assertThat(list(out)).containsExactly("small", "small.previous");
    }

    @Test
    void noSpaceLeavesTheOldRunWhereverItStrikes() {
        Path small = out.resolve("small");
        RunFolder old = SmallRun.write(small, "inputs-1", SmallRun.rows(1, 2));
        for (String name :
                new String[] {"outcomes.parquet", "run.json", "timing.json", "manifest"}) {
            Manifest manifest = Manifest.whole("inputs-of-" + name, 1, Map.of());
            assertThatThrownBy(() -> writeWith(new FullDisk(name), small, manifest))
                    .as(name)
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("no space left")
                    .hasMessageContaining("--out");
            assertThat(RunFolder.open(small).info()).isEqualTo(old.info());
            assertThat(Digest.of(RunFolder.open(small))).isEqualTo(old.info().digest());
        }
    }

    @Test
    void aForeignFolderIsNotTouched() throws IOException {
        Path mine = Files.createDirectories(out.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "years of work");
        Manifest manifest = Manifest.whole("inputs-1", 1, Map.of());
        assertThatThrownBy(() -> RunBuild.begin(mine, manifest, true))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("holds other files and no run")
                .hasMessageContaining("--out");
        assertThat(mine.resolve("thesis.txt")).exists();
        assertThat(list(out)).containsExactly("mine");

        assertThatThrownBy(() -> RunBuild.begin(mine.resolve("thesis.txt"), manifest, false))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> RunBuild.begin(mine.resolve("thesis.txt/x"), manifest, false))
                .isInstanceOf(RunException.class);
    }

    @Test
    void theSecondRunIsToldWhoHoldsTheFolder() {
        Manifest manifest = Manifest.whole("inputs-1", 1, Map.of());
        try (RunBuild first = RunBuild.begin(out.resolve("small"), manifest, false)) {
            assertThat(first.finished()).isEmpty();
            assertThatThrownBy(() -> RunBuild.begin(out.resolve("small"), manifest, false))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        RunBuild.begin(out.resolve("small"), manifest, false).close();
    }

    @Test
    void whatIsNotARunIsSaidSo() throws IOException {
        assertThatThrownBy(() -> RunFolder.open(out.resolve("nowhere")))
                .hasMessageContaining("There is no run at");
        assertThatThrownBy(() -> RunFolder.open(out)).hasMessageContaining("no run.json");
        Files.writeString(out.resolve("run.json"), "{\"format\": \"else/1\"}");
        assertThatThrownBy(() -> RunFolder.open(out))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("format else/1");
    }

    @Test
    void runsAreFoundNewestFirst() throws IOException {
        RunFolder a = SmallRun.write(out.resolve("a"), "inputs-1", SmallRun.rows(1, 2));
        RunFolder b = SmallRun.write(out.resolve("deep/b"), "inputs-1", SmallRun.rows(1, 2));
        Files.setLastModifiedTime(a.folder().resolve("run.json"), FileTime.fromMillis(2_000));
        Files.setLastModifiedTime(b.folder().resolve("run.json"), FileTime.fromMillis(1_000));
        assertThat(Runs.below(out))
                .extracting(f -> f.run().folder())
                .containsExactly(a.folder(), b.folder());
    }

    private static void writeWith(Disk disk, Path folder, Manifest manifest) {
        try (RunBuild build = RunBuild.begin(folder, manifest, false, disk)) {
            ResultWriter.Written written;
            try (ResultWriter writer = build.tables()) {
                writer.append(SmallRun.rows(5, 2));
                written = writer.finish();
            }
            build.complete(SmallRun.info(manifest.fingerprint(), written), Map.of());
        }
    }

    private static java.util.List<String> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
