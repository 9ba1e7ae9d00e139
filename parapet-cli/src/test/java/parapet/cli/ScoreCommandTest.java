package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        var all = new ArrayList<>(List.of("score"));
        all.addAll(List.of(words));
        return Parapet.run(shown.console, new LiveActions(), all.toArray(String[]::new));
    }

    @Test
    void theTableOfScores() {
        assertThat(score(RECORD, "--from", "2024-01", "--format", "csv")).isZero();
        List<String> lines = shown.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("class,forecaster,months,crps,coverage");
        assertThat(lines).hasSize(1 + 5 * 12);
        List<String> last = lines.subList(lines.size() - 5, lines.size());
        assertThat(last.get(0)).startsWith("all,last,137,9.279");
        assertThat(last.get(1)).startsWith("all,pooled,137,13.95");
        assertThat(last.get(2)).startsWith("all,forgetting,137,12.24");
        assertThat(last.get(3)).startsWith("all,statistical,137,7.84");
        assertThat(last.get(4)).startsWith("all,battle,137,8.8");
        assertThat(shown.err()).isEmpty();
    }

    @Test
    void oneRowForEachClassMonth() throws IOException {
        assertThat(score(spring(), "--from", "2025-06", "--detail", "--format", "csv")).isZero();
        List<String> lines = shown.out().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("class,month,launched,stopped,forecaster,crps,faircover");
        assertThat(lines.get(1)).startsWith("iskander-k,2025-06,20,18,last,");
        assertThat(lines.get(4)).startsWith("iskander-k,2025-06,20,18,statistical,");
        assertThat(lines.get(5)).startsWith("iskander-k,2025-06,20,18,battle,");
        assertThat(lines).hasSize(1 + 5 * 3);
    }

    /// Where people look, it stands whose claims these are and what the share is not.
    @Test
    void peopleAreToldWhoseClaimsTheseAre() throws IOException {
        assertThat(score(spring(), "--from", "2025-06")).isZero();
        assertThat(shown.out())
                .contains("claims of one side", "not a single-shot kill", "Only \"battle\" is")
                .contains("also where it loses", "it cannot tell what a battery")
                .containsPattern("kalibr +selection .* not informed")
                .doesNotContain("S-400");
    }

    /// Nights beside what "battle" expects of them: it can lose, and points that cannot are named.
    @Test
    void nightsAreJudgedBySizeSlopeAndScatter() throws IOException {
        Path nights = folder.resolve("nights.csv");
        Files.writeString(
                nights,
                """
                class,half_year,nights,launched,shot_down
                kalibr,2025H1,4,16,10
                kalibr,2025H1,4,27,24
                iskander-k,2025H1,5,28,13
                """);
        // Half-years whose classes no earlier month holds are not judged.
        assertThat(score(spring(), "--nights", nights.toString(), "--section", "slopes")).isZero();
        assertThat(shown.out()).contains("doubling of a night's size, within half-years: none");
        Files.writeString(nights, Files.readString(nights).replace("2025H1", "2025H2"));
        String[] asked = {spring(), "--nights", nights.toString(), "--section"};
        assertThat(score(asked[0], asked[1], asked[2], asked[3], "nights", "--format", "csv"))
                .isZero();
        assertThat(shown.out())
                .contains("class,halfYear,nights,launched,size,reported,forecast,low,high")
                .containsPattern(
                        "kalibr,2025H2,4,16,4(\\.0)?,62.5,.*,(inside|outside|cannot fail)");
        assertThat(score(asked[0], asked[1], asked[2], asked[3], "slopes")).isZero();
        assertThat(shown.out()).containsPattern("kalibr +1\\.942");
        assertThat(score(asked[0], asked[1], asked[2], asked[3], "night")).isEqualTo(2);
        assertThat(shown.err()).contains("no section \"night\"", "nights");
        assertThat(score(asked[0], "--section", "slopes")).isEqualTo(2);
    }

    /// Three classes of the spring of 2025.
    private String spring() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(RECORD));
        var few = new ArrayList<>(lines.subList(0, 1));
        lines.stream()
                .filter(l -> l.matches("(iskander-k|kalibr|kh-22-32),2025-0[456],.*"))
                .forEach(few::add);
        Path file = folder.resolve("spring.csv");
        Files.write(file, few);
        return file.toString();
    }

    /// Another defence: the first scenario has no sky to fight in.
    @Test
    void aDefenceIsAScenarioWithASky() throws IOException {
        String first = ROOT.resolve("scenarios/first").toString();
        assertThat(score(spring(), "--defence", first)).isEqualTo(2);
        assertThat(shown.err()).contains("has no sky", "scenarios/full shows every key");
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
