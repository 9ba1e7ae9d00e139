package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.text.Diagnostic;

/// How many targets a raid may bring, on the scenario that uses every key: its bombers release two
/// each, and two thirds of its family are aircraft, 10 to 30 % of them decoys.
class RaidSizesTest {
    private static final String SIZE = "size: {assume: 8..16..40, because: notional}";
    private static final String PART =
            "arc: {weight: {assume: 1, because: notional}, distance: 200 km}";

    @TempDir Path folder;

    private List<String> errors(String size, String part) throws IOException {
        Path full = ExamplesTest.ROOT.resolve("scenarios/full");
        try (var files = Files.list(full)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(
                        folder.resolve(String.valueOf(file.getFileName())),
                        Files.readAllBytes(file));
            }
        }
        Path file = folder.resolve("scenario.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(SIZE, PART);
        Files.writeString(file, text.replace(SIZE, "size: " + size).replace(PART, part));
        return ScenarioReader.read(folder).diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::message)
                .toList();
    }

    private void refused(String size, String part) throws IOException {
        assertThat(errors(size, part))
                .singleElement()
                .asString()
                .contains("more than 5000 targets in one night, with what they release");
    }

    /// Of 3 000 a third releases two each, which makes 5 000.
    @Test
    void whatIsReleasedCountsTowardTheSizeOfAFamily() throws IOException {
        String bombers = "bomber: {weight: 1, distance: 200 km}";
        assertThat(errors("3000", bombers)).isEmpty();
        refused("3003", bombers);
    }

    /// Half of them, where the weight of those that release may be twice as much: of 2 500 that
    /// makes 5 000.
    @Test
    void theWeightThatBringsMostCounts() throws IOException {
        String bombers = "bomber: {weight: 1..2, distance: 200 km}";
        assertThat(errors("2500", bombers)).isEmpty();
        refused("2502", bombers);
    }

    /// Half of them release two each, and half of these are decoys: 3 333 make 4 999.5.
    @Test
    void decoysReleaseNothing() throws IOException {
        String bombers = "bomber: {weight: 1..2, decoys: 50..60 %, distance: 200 km}";
        assertThat(errors("3333", bombers)).isEmpty();
        refused("3334", bombers);
    }
}
