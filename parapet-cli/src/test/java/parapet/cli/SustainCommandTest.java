package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final Path FIVE = ROOT.resolve("docs/tutorial/step7");

    private final Shown shown = new Shown();

    @Test
    void theFleetAlone() {
        String text = shown.good("sustain", FIRST, "--draws", 5, "--plan", "depot");
        assertThat(text).contains("The fleet of plan", "full", "No spare", "radar", "Ready:");
        assertThat(shown.good("sustain", FIRST, "--draws", 5, "--plan", "depot", "--threads", 1))
                .as("the same on one thread")
                .isEqualTo(text);
        double sum = 0;
        for (String line :
                shown.good("sustain", FIRST, "--draws", 5, "--format", "csv")
                        .lines()
                        .skip(1)
                        .toList()) {
            sum += Double.parseDouble(line.split(",", -1)[1]);
        }
        assertThat(sum).as("one unit, in some state all the time").isBetween(0.97, 1.03);
    }

    @Test
    void sparesForMoney() throws IOException {
        String text =
                shown.good(
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
                shown.good(
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
        assertThat(shown.good("sustain", FULL, "--optimise", "repair", "--draws", 3))
                .contains("holdsPercent", "gap to the bound");
        assertThat(
                        shown.good(
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
                        shown.good(
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
        assertThat(
                        shown.good(
                                "sustain",
                                FULL,
                                "--optimise",
                                "last-buy",
                                "--item",
                                "radar",
                                "--draws",
                                3))
                .contains("sufficientPercent", "negative binomial");
    }

    /// A process of its own, on a machine whose people write a decimal comma.
    @Test
    void numbersHaveAPointWhereverTheMachineStands() throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Duser.language=pl",
                                "-Duser.country=PL",
                                "-Dparapet.home=" + ROOT,
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "parapet.cli.Parapet",
                                "sustain",
                                FIRST.toString(),
                                "--draws",
                                "4")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(text).isEqualTo(shown.good("sustain", FIRST, "--draws", 4));
        assertThat(text).containsPattern("not away: \\d+\\.\\d %");
    }

    /// Simulation, forecast and the exact method stand side by side, and the exact one is left out
    /// where the fleet is not of its kind.
    @Test
    void methodsStandSideBySide() {
        assertThat(shown.good("sustain", FIVE, "--draws", 20, "--section", "methods"))
                .contains("simulated", "variance ratio", "forecast: flow", "exact: dated closed");
        assertThat(shown.good("sustain", FULL, "--draws", 4, "--section", "methods"))
                .contains("forecast: flow")
                .doesNotContain("exact: dated closed");
    }

    @Test
    void thePriceOfAMonth() {
        String text = shown.good("sustain", FIVE, "--draws", 20, "--slip", "12");
        assertThat(text)
                .contains(
                        "delivery squadron-5",
                        "opening centre",
                        "payment five",
                        "exact",
                        "worthMillionUSD",
                        "what the plan spends for one");
        assertThat(shown.good("sustain", FULL, "--draws", 3, "--slip", "6"))
                .contains("payment first", "Not exact: ");
        assertThat(
                        shown.good(
                                "sustain",
                                ROOT.resolve("scenarios/india-s400"),
                                "--plan",
                                "local-spares",
                                "--draws",
                                2,
                                "--slip",
                                "12"))
                .contains("qualification", "opening mro-north", "delivery squadron-5")
                .contains("spentCroreINR", "crore INR a ready squadron-year");
        assertThat(
                        shown.good(
                                "sustain",
                                FIVE,
                                "--draws",
                                4,
                                "--slip",
                                "1",
                                "--worth",
                                "3 million USD"))
                .contains("at 3 million USD a ready squadron-year, as asked");
    }

    /// With a unit-year worth nothing the centre never pays; worth very much, it always does.
    @Test
    void untilWhenAnOpeningPays() {
        Object[] asked = {
            "sustain",
            FIVE,
            "--draws",
            6,
            "--optimise",
            "opening",
            "--item",
            "centre",
            "--worth",
            ""
        };
        asked[asked.length - 1] = "1 USD";
        assertThat(shown.good(asked))
                .contains("on no day from 2027-01-01")
                .doesNotContain("later than");
        asked[asked.length - 1] = "900 million USD";
        assertThat(shown.good(asked)).contains("later than 2034-01-01").doesNotContain("on no day");
    }

    @Test
    void budgetsByYear() {
        String text =
                shown.good(
                        "sustain",
                        FULL,
                        "--optimise",
                        "spares",
                        "--draws",
                        3,
                        "--budget",
                        "2027: 20 million USD",
                        "--budget",
                        "2028: 10 million USD");
        assertThat(text).contains("Bought year by year", "2027", "2028", "holesLeft");
    }

    @Test
    void theCheapestLastOrder() {
        assertThat(
                        shown.good(
                                "sustain",
                                FULL,
                                "--optimise",
                                "last-buy",
                                "--item",
                                "radar",
                                "--draws",
                                3,
                                "--worth",
                                "900 million USD"))
                .contains("Cheapest where a missing part costs as asked");
    }

    @Test
    void whatIsWrongIsSaid() {
        shown.wrong(
                "give --slip or --optimise",
                "sustain",
                FIRST,
                "--slip",
                "1",
                "--optimise",
                "repair");
        shown.wrong("--slip must be more than 0", "sustain", FIRST, "--slip", "0");
        shown.wrong("--worth needs", "sustain", FIRST, "--worth", "1 USD");
        shown.wrong(
                "expected a year such as",
                "sustain",
                FIRST,
                "--optimise",
                "spares",
                "--budget",
                "27: 1 USD");
        shown.wrong(
                "each with its year",
                "sustain",
                FIRST,
                "--optimise",
                "spares",
                "--budget",
                "2027: 1 USD",
                "--budget",
                "2 USD");
        shown.wrong(
                "--target must be a share",
                "sustain",
                FIRST,
                "--optimise",
                "spares",
                "--target",
                "2");
        shown.wrong(
                "expected an amount such as",
                "sustain",
                FIRST,
                "--optimise",
                "spares",
                "--budget",
                "5");
        shown.wrong("needs --item", "sustain", FIRST, "--optimise", "places");
        shown.wrong(
                "--budget needs", "sustain", FIRST, "--optimise", "repair", "--budget", "1 USD");
        shown.wrong("expected spares, repair, places", "sustain", FIRST, "--optimise", "luck");
        shown.wrong(
                "Did you mean \"depot\"?",
                "sustain",
                FIRST,
                "--optimise",
                "opening",
                "--item",
                "depo",
                "--draws",
                2);
        shown.wrong("lies outside the simulated time", "sustain", FIRST, "--on", "2060-01-01");
        shown.wrong("There is no section", "sustain", FIRST, "--section", "reason");
        shown.wrong(
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
