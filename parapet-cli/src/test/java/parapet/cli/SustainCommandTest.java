package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sustain` with the real engine on the scenarios that come with the product.
class SustainCommandTest {
    @TempDir Path folder = Path.of("");

    private static final Path ROOT =
            Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
    private static final Path FIRST = ROOT.resolve("scenarios/first");
    private static final Path FULL = ROOT.resolve("scenarios/full");

    private final Shown shown = new Shown();

    private int parapet(Object... words) {
        shown.outBytes.reset();
        shown.errBytes.reset();
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        return Parapet.run(shown.console, new LiveActions(), arguments);
    }

    private String good(Object... words) {
        assertThat(parapet(words)).as("%s%n%s", shown.out(), shown.err()).isZero();
        return shown.out();
    }

    private void wrong(String said, Object... words) {
        assertThat(parapet(words)).isEqualTo(2);
        assertThat(shown.err()).contains(said).doesNotContain("\tat ");
        assertThat(shown.out()).isEmpty();
    }

    @Test
    void theFleetAlone() {
        String text = good("sustain", FIRST, "--draws", 5, "--plan", "depot");
        assertThat(text).contains("The fleet of plan", "full", "No spare", "radar", "Ready:");
        assertThat(good("sustain", FIRST, "--draws", 5, "--plan", "depot", "--threads", 1))
                .as("the same on one thread")
                .isEqualTo(text);
        double sum = 0;
        for (String line :
                good("sustain", FIRST, "--draws", 5, "--format", "csv").lines().skip(1).toList()) {
            sum += Double.parseDouble(line.split(",", -1)[1]);
        }
        assertThat(sum).as("one unit, in some state all the time").isBetween(0.97, 1.03);
    }

    @Test
    void sparesForMoney() throws IOException {
        String text =
                good(
                        "sustain",
                        FIRST,
                        "--plan",
                        "depot",
                        "--optimise",
                        "spares",
                        "--budget",
                        "6 million USD",
                        "--draws",
                        5,
                        "--out",
                        folder);
        assertThat(text).contains("Bought for", "as the plan holds", "gap", "#");
        assertThat(Files.readString(folder.resolve("first/sustain-spares.svg")))
                .startsWith("<svg")
                .contains("bought for 6")
                .endsWith("</svg>\n");
        String rows =
                good(
                        "sustain",
                        FIRST,
                        "--plan",
                        "depot",
                        "--optimise",
                        "spares",
                        "--budget",
                        "6 million USD",
                        "--draws",
                        5,
                        "--section",
                        "curve",
                        "--format",
                        "csv");
        double before = 0;
        for (String line : rows.lines().skip(1).toList()) {
            double ready = Double.parseDouble(line.split(",", -1)[2]);
            assertThat(ready).isGreaterThanOrEqualTo(before - 0.01);
            before = ready;
        }
    }

    @Test
    void theOtherDecisions() {
        assertThat(good("sustain", FULL, "--optimise", "repair", "--draws", 3))
                .contains("holdsPercent", "gap to the bound");
        assertThat(
                        good(
                                "sustain",
                                FIRST,
                                "--plan",
                                "depot",
                                "--optimise",
                                "places",
                                "--item",
                                "depot",
                                "--draws",
                                3))
                .contains("Repair places of depot", "places");
        assertThat(
                        good(
                                "sustain",
                                FIRST,
                                "--plan",
                                "depot",
                                "--optimise",
                                "opening",
                                "--item",
                                "depot",
                                "--draws",
                                3))
                .contains("unitYearsAMonth");
        assertThat(good("sustain", FULL, "--optimise", "last-buy", "--item", "radar", "--draws", 3))
                .contains("sufficientPercent", "negative binomial");
    }

    @Test
    void whatIsWrongIsSaid() {
        wrong(
                "--target must be a share",
                "sustain",
                FIRST,
                "--optimise",
                "spares",
                "--target",
                "2");
        wrong(
                "expected an amount such as",
                "sustain",
                FIRST,
                "--optimise",
                "spares",
                "--budget",
                "5");
        wrong("needs --item", "sustain", FIRST, "--optimise", "places");
        wrong("--budget needs", "sustain", FIRST, "--optimise", "repair", "--budget", "1 USD");
        wrong("expected spares, repair, places", "sustain", FIRST, "--optimise", "luck");
        wrong(
                "Did you mean \"depot\"?",
                "sustain",
                FIRST,
                "--optimise",
                "opening",
                "--item",
                "depo",
                "--draws",
                2);
        wrong("lies outside the simulated time", "sustain", FIRST, "--on", "2060-01-01");
        wrong("There is no section", "sustain", FIRST, "--section", "reason");
        wrong(
                "No stock of spares makes",
                "sustain",
                FIRST,
                "--optimise",
                "spares",
                "--target",
                "99.9999999%",
                "--draws",
                2);
    }
}
