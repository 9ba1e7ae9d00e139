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
    }
}
