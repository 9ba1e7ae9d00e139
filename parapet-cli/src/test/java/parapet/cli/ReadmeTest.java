package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The answers on the first screen of the README are those that its command prints: every row of
/// the table is held, question and answer, against a full run.
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("parapet.root", ".."));

    @TempDir Path folder;

    @Test
    @Tag("slow")
    void everyAnswerIsPrinted() throws IOException {
        List<String[]> rows =
                Files.readAllLines(ROOT.resolve("README.md")).stream()
                        .dropWhile(line -> !line.startsWith("| question | answer, as printed |"))
                        .takeWhile(line -> line.startsWith("|"))
                        .skip(2) // head and rule of the table
                        .map(line -> line.split("\\|"))
                        .toList();
        assertThat(rows).hasSizeGreaterThan(12);
        var shown = new Shown();
        int exit =
                Parapet.run(
                        shown.console,
                        new LiveActions(),
                        "run",
                        ROOT.resolve("scenarios/india-s400").toString(),
                        "--out",
                        folder.toString());
        assertThat(exit).as(shown.err()).isZero();
        List<String> printed = shown.out().lines().map(String::strip).toList();
        for (String[] row : rows) {
            String question = row[1].strip();
            String answer = row[2].strip();
            assertThat(printed)
                    .as("%s: %s", question, answer)
                    .anyMatch(line ->
                            line.startsWith(question)
                                    && line.substring(question.length()).contains(answer));
        }
        theTwoSentencesAreThoseOfTheTables();
    }

    /// The two sentences below the table say how often packages win, and where they flip.
    private void theTwoSentencesAreThoseOfTheTables() throws IOException {
        String text = Files.readString(ROOT.resolve("README.md")).replaceAll("\\s+", " ");
        assertThat(text)
                .contains(
                        "over %s members of two families"
                                .formatted(ask("sum(members)::int", "close-defence", "any")))
                .contains("close defence in %s %% of".formatted(ask(WINS, "close-defence", "any")))
                .contains("five squadrons in %s %% and".formatted(ask(WINS, "five-more", "any")));
        String clear = "count(*) FILTER (kept > keptHalfWidth)";
        assertThat(ask(clear, "close-defence", "own-station")).isEqualTo("2");
        assertThat(ask(clear, "close-defence", "behind")).isEqualTo("2");
        assertThat(ask(clear, "close-defence", "uncovered")).isEqualTo("2");
        assertThat(ask(clear, "five-more", "own-station")).isEqualTo("0");
        assertThat(ask(clear, "five-more", "behind")).isEqualTo("0");
        assertThat(ask(clear, "five-more", "uncovered")).isEqualTo("2");
        assertThat(ask(clear, "close-defence-beside", "own-station")).isEqualTo("2");
        assertThat(ask("max(kept + keptHalfWidth) < 0", "close-defence-beside", "behind"))
                .isEqualTo("true");
        assertThat(ask("max(kept + keptHalfWidth) < 0", "close-defence-beside", "uncovered"))
                .isEqualTo("true");
    }

    private static final String WINS = "round(min(wins))::int || ' to ' || round(max(wins))::int";

    private String ask(String what, String comparison, String kind) {
        var shown = new Shown();
        int exit =
                Parapet.run(
                        shown.console,
                        new LiveActions(),
                        "query",
                        folder.resolve("india-s400").toString(),
                        "SELECT %s AS x FROM flips WHERE comparison = '%s' AND kind = '%s'"
                                .formatted(what, comparison, kind),
                        "--format",
                        "csv");
        assertThat(exit).as(shown.err()).isZero();
        return shown.out().lines().skip(1).findFirst().orElse("").strip();
    }
}
