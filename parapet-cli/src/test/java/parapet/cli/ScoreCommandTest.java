package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    private static final Path ROOT = Path.of(System.getProperty("parapet.root", ".."));
    private static final String RECORD =
            ROOT.resolve("parapet-io/src/test/resources/records/ukraine-monthly.csv").toString();

    @TempDir Path folder;

    private final Shown shown = new Shown();

    private int score(String... words) {
        var all = new java.util.ArrayList<>(List.of("score"));
        all.addAll(List.of(words));
        return Parapet.run(shown.console, new LiveActions(), all.toArray(String[]::new));
    }

    @Test
    void theTableOfScores() {
        assertThat(score(RECORD, "--from", "2024-01", "--format", "csv")).isZero();
        List<String> lines = shown.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("class,forecaster,months,crps,coverage");
        assertThat(lines).hasSize(1 + 4 * 12);
        List<String> last = lines.subList(lines.size() - 4, lines.size());
        assertThat(last.get(0)).startsWith("all,last,137,9.279");
        assertThat(last.get(1)).startsWith("all,pooled,137,13.95");
        assertThat(last.get(2)).startsWith("all,forgetting,137,12.24");
        assertThat(last.get(3)).startsWith("all,statistical,137,");
        assertThat(shown.err()).isEmpty();
    }

    @Test
    void oneRowForEachClassMonth() {
        assertThat(score(RECORD, "--from", "2025-06", "--detail", "--format", "csv")).isZero();
        List<String> lines = shown.out().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("class,month,launched,stopped,forecaster,crps,faircover");
        assertThat(lines.get(1)).startsWith("iskander-k,2025-06,20,18,last,");
        assertThat(lines.get(4)).startsWith("iskander-k,2025-06,20,18,statistical,");
        assertThat(lines).hasSize(1 + 4 * 10);
    }

    /// Where people look, it stands whose claims these are and what the share is not.
    @Test
    void peopleAreToldWhoseClaimsTheseAre() {
        assertThat(score(RECORD, "--from", "2025-06")).isZero();
        assertThat(shown.out())
                .contains("claims of one side", "not a single-shot kill")
                .doesNotContain("battle");
    }

    @Test
    void whatIsWrongIsToldWithPlaceAndCure() throws IOException {
        Path file = folder.resolve("r.csv");
        Files.writeString(file, "class,month,launched,shot_down\na,2024-1,9,3\na,2024-02,-8,4\n");
        assertThat(score(file.toString())).isEqualTo(2);
        assertThat(shown.err())
                .contains(
                        "r.csv:2:3: error: this is not a month",
                        "expected a year and a month such as 2024-01",
                        "r.csv:3:11: error: launched is not a count");
        assertThat(shown.out()).isEmpty();
    }

    @Test
    void nothingToJudgeIsToldWithTheLastMonth() {
        assertThat(score(RECORD, "--from", "2026-01")).isEqualTo(2);
        assertThat(shown.err()).contains("2026-01 or later", "the record ends with 2025-06");
    }
}
