package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /// Saturation by counting, and two layers by the binomial law: 400 raids, 4 standard errors.
    @Test
    void saturationAndLayersFollowTheirClosedForms() {
        for (int channels : new int[] {2, 4, 6, 8}) {
            assertThat(
                            leaked(
                                    "step9",
                                    "--set",
                                    "sky.batteries.guns.channels=" + channels,
                                    "--draws",
                                    "2"))
                    .isEqualTo(24.0 - 3 * channels);
        }
        assertThat(leaked("step10", "--draws", "400")).isCloseTo(3, within(4 * 1.6 / 20));
        assertThat(leaked("step10", "--draws", "400", "--plan", "aside"))
                .isCloseTo(6, within(4 * 2.05 / 20));
        for (String step : List.of("step9", "step10")) {
            Path cases = TUTORIAL.resolve(step).resolve("closed-forms.jsonl");
            assertThat(parapet("verify", "--cases", cases.toString(), "--strict")).isZero();
        }
    }

    private double leaked(String step, String... more) {
        var words =
                new ArrayList<>(
                        List.of(
                                "raid",
                                TUTORIAL.resolve(step).toString(),
                                "--section",
                                "classes",
                                "--format",
                                "csv"));
        words.addAll(List.of(more));
        int before = shown.out().length();
        assertThat(parapet(words.toArray(String[]::new))).as(shown.err()).isZero();
        List<String> lines = shown.out().substring(before).lines().toList();
        return Double.parseDouble(lines.get(1).split(",", -1)[3]);
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
