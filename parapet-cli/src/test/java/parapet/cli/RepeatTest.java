package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run computed again by someone who has the run and nothing else.
class RepeatTest {
    @TempDir Path folder;

    private final Shown shown = new Shown();
    private Path scenario = Path.of("");
    private Path run = Path.of("");

    @BeforeEach
    void runAndMoveAway() throws IOException {
        Path root = Path.of(System.getProperty("parapet.root", ".")).toAbsolutePath().normalize();
        scenario = Files.createDirectories(folder.resolve("first"));
        copy(root.resolve("scenarios/first"), scenario);
        shown.good(
                "run",
                scenario.resolve("scenario.yaml"),
                "--quick",
                "--seed",
                "7",
                "--plan",
                "depot",
                "--plan",
                "baseline",
                "--out",
                folder.resolve("out"));
        run = folder.resolve("somewhere else");
        Files.move(folder.resolve("out/first"), run);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aRunIsComputedAgainFromItselfWithItsOptions() throws IOException {
        delete(scenario);
        shown.good("run", run, "--out", folder.resolve("again"));
        assertThat(shown.out()).contains("2 plans, 16 draws", "Again    the digest is that of");
        String digest = shown.good("digest", run).substring(0, 64);
        assertThat(shown.good("digest", folder.resolve("again/first"))).startsWith(digest);

        shown.good("run", run, "--seed", "8", "--out", folder.resolve("other"));
        assertThat(shown.out()).contains("2 plans, 16 draws", "Again    the digest is not that of");
        shown.good("run", folder.resolve("other/first"), "--out", folder.resolve("other"));
        assertThat(shown.out()).contains("Nothing to do");
    }

    @Test
    void itsScenarioIsTheScenarioToTheByte() throws IOException {
        for (String name : new String[] {"scenario.yaml", "claims.csv", "sources.csv"}) {
            assertThat(run.resolve("scenario").resolve(name))
                    .hasSameBinaryContentAs(scenario.resolve(name));
        }
        assertThat(Files.readString(run.resolve("scenario/SHA256SUMS")))
                .matches("([0-9a-f]{64}  [a-z]+\\.(csv|yaml)\n){3,}");
    }

    @Test
    void otherCommandsReadTheScenarioOfARun() throws IOException {
        delete(scenario);
        shown.good("check", run);
        assertThat(shown.out()).contains("3 plans");
        shown.good("explain", run, "repair-time");
        assertThat(shown.out()).contains("10 month");
    }

    @Test
    void aClaimIsCorrectedAndWithdrawnWithItsReason() throws IOException {
        assertThat(shown.parapet("claim", scenario, "--correct", "c1", "--value", "9"))
                .isEqualTo(2);
        assertThat(shown.err()).contains("--note");
        shown.good("claim", scenario, "--correct", "c1", "--value", "9", "--note", "misread");
        assertThat(shown.out())
                .contains("Corrected c1", "value: \"10\" is now \"9\"", "explain", "repair-time");
        shown.good("explain", scenario, "repair-time");
        assertThat(shown.out()).contains("9 month");
        shown.good("claim", scenario, "--withdraw", "c2", "--note", "retracted");
        assertThat(shown.out()).contains("Withdrew c2", "repair-time");
        assertThat(Files.readString(scenario.resolve("claims.csv")))
                .contains("misread", "withdrawn (repair-time): retracted");
        shown.good("check", scenario);
        shown.good("explain", scenario, "repair-time");
        assertThat(shown.out()).contains("c1").doesNotContain("c2");
    }

    @Test
    void theLastClaimOfAQuantityIsNotWithdrawn() throws IOException {
        String before = Files.readString(scenario.resolve("claims.csv"));
        assertThat(shown.parapet("claim", scenario, "--withdraw", "c3", "--note", "retracted"))
                .isEqualTo(2);
        assertThat(shown.err()).contains("radar-mtbf", "Nothing was written");
        assertThat(Files.readString(scenario.resolve("claims.csv"))).isEqualTo(before);
    }
}
