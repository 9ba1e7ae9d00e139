package parapet.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Keeps the pages of the documentation equal to what the models compute;
/// `-Dparapet.regenerate=true` writes the validation page anew.
class PagesTest {
    private static final Path DOCS =
            Path.of(System.getProperty("parapet.root", "..")).resolve("docs");

    @Test
    void theValidationPageIsUpToDate() throws IOException {
        Path file = DOCS.resolve("validation.md");
        String text = ValidationPage.render(Carried.REPORT);
        if (Boolean.getBoolean("parapet.regenerate")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as(
                        "%s; mvn -pl parapet-verification -am test -Dparapet.regenerate=true writes"
                                + " it anew",
                        file.getFileName())
                .isEqualTo(text);
    }

    @Test
    void theFrontPageSaysHowManyCasesPass() throws IOException {
        assertThat(Files.readString(DOCS.resolveSibling("README.md")))
                .contains(
                        "%d small scenarios through the engines: `%s`"
                                .formatted(
                                        Chains.carriedScenarios().size(),
                                        Carried.REPORT.summary()));
    }

    @Test
    void theTableOfShortCutsHolds() {
        var read = Cases.read(DOCS.resolve("models/cheap-models.jsonl"));
        assertThat(read.problems()).isEmpty();
        Report report = Verifier.run(read.cases());
        assertThat(report.summary()).isEqualTo("30 passed, 0 failed, 0 not computed");
    }
}
