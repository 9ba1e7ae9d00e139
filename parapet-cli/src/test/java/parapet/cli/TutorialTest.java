package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every step of the tutorial is a scenario that is in order and runs.
class TutorialTest {
    private static final Path TUTORIAL =
            Path.of(System.getProperty("parapet.root", "..")).resolve("docs/tutorial");

    @TempDir Path folder;

    private final Shown shown = new Shown();

    private int parapet(String... words) {
        return Parapet.run(shown.console, new LiveActions(), words);
    }

    static List<Path> steps() throws IOException {
        try (Stream<Path> files = Files.list(TUTORIAL)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void thereAreSteps() throws IOException {
        assertThat(steps()).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyStepIsInOrderAndRuns(Path step) {
        assertThat(parapet("check", step.toString())).as(shown.err()).isZero();
        assertThat(shown.out()).contains("no error");
        assertThat(parapet("run", step.toString(), "--quick", "--out", folder.toString()))
                .as(shown.err())
                .isZero();
        assertThat(folder.resolve(step.getFileName()).resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void theClosedFormsOfStepOneHold() {
        Path cases = TUTORIAL.resolve("step1/closed-forms.jsonl");
        assertThat(parapet("verify", "--cases", cases.toString(), "--strict"))
                .as(shown.out())
                .isZero();
        assertThat(shown.out()).contains("7 passed, 0 failed, 0 not computed");
    }
}
