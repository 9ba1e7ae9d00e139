package parapet.io.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResultsReferenceTest {
    /// `mvn -pl parapet-io -am test -Dparapet.regenerate=true` writes the page anew.
    @Test
    void thePageIsThatOfTheTables() throws IOException {
        Path page =
                Path.of(System.getProperty("parapet.root", ".."))
                        .resolve("docs/reference/results.md");
        if (Boolean.getBoolean("parapet.regenerate")) {
            Files.createDirectories(page.resolveSibling("."));
            Files.writeString(page, ResultsReference.markdown());
        }
        assertThat(page).content().isEqualTo(ResultsReference.markdown());
    }
}
