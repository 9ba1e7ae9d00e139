package parapet.io.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scenario that a run holds.
class ScenarioCopyTest {
    @TempDir Path folder;

    /// Terrain beside the scenario is named as the scenario names it, so that it is looked for
    /// beside the copy and nowhere else.
    @Test
    void terrainIsNamedAsTheScenarioNamesIt() throws IOException {
        Path scenario = Files.createDirectories(folder.resolve("a/north"));
        Files.writeString(scenario.resolve("scenario.yaml"), "schema: 1\n");
        Files.writeString(scenario.resolve("own.hgt"), "x");
        Files.writeString(Files.createDirectories(folder.resolve("a/dem")).resolve("x.tif"), "y");
        Path run = Files.createDirectories(folder.resolve("out/north"));
        ScenarioCopy.write(
                scenario,
                List.of(scenario.resolve("own.hgt"), scenario.resolve("../dem/x.tif")),
                run,
                Disk.REAL);
        Path copy = run.resolve(ScenarioCopy.FOLDER);
        assertThat(Files.readAllLines(copy.resolve("SHA256SUMS")))
                .extracting(line -> line.replaceFirst("^[0-9a-f]{64} {2}", ""))
                .containsExactly("scenario.yaml", "own.hgt", "../dem/x.tif");
        assertThat(ScenarioCopy.complete(copy)).isFalse();
        Files.writeString(copy.resolve("own.hgt"), "x");
        Files.writeString(Files.createDirectories(run.resolve("dem")).resolve("x.tif"), "y");
        assertThat(ScenarioCopy.complete(copy)).isTrue();
    }
}
