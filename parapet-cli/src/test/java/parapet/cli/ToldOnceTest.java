package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `explain` and `compare` tell everything once, and no number without end.
class ToldOnceTest {
    @TempDir Path folder = Path.of("");

    private static final Path ROOT =
            Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
    private static final Path ZLOTY = ROOT.resolve("bench/show/cases/reporting-in-pln");
    private static final Pattern ENDLESS = Pattern.compile("(?i)-?\\binf(inity)?\\b|\\bnan\\b|∞");
    private static final Pattern TABLE = Pattern.compile("(?m)^-{2,}( +-{2,})+ *$");

    private final Shown shown = new Shown();

    private String good(Object... words) {
        shown.outBytes.reset();
        shown.errBytes.reset();
        var arguments = new ArrayList<String>();
        for (Object word : words) {
            arguments.add(word.toString());
        }
        int code = Parapet.run(shown.console, new LiveActions(), arguments.toArray(String[]::new));
        assertThat(code).as("%s%n%s", shown.out(), shown.err()).isZero();
        return shown.out();
    }

    private Path run(String as, String what, String with) throws IOException {
        Path to = Files.createDirectories(folder.resolve(as));
        try (Stream<Path> files = Files.list(ROOT.resolve("scenarios/first"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(to.resolve(file.getFileName()), Files.readString(file));
            }
        }
        Path file = to.resolve("scenario.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with));
        good("run", to, "--quick", "--out", folder.resolve("out"));
        return folder.resolve("out").resolve(as);
    }

    private static long tables(String text) {
        return TABLE.matcher(text).results().count();
    }

    /// Three deliveries, two of them later than the first by a law of their own, stand on the same
    /// forecasts.
    @Test
    void aMilestoneOfManyUsesIsExplainedOnce() {
        String text = good("explain", ZLOTY, "battery-3");
        assertThat(tables(text)).as(text).isEqualTo(1);
        assertThat(text)
                .containsOnlyOnce("range used")
                .contains("battery-3.arrives", "battery-4.arrives", "battery-5.arrives");
        String step = good("explain", ROOT.resolve("docs/tutorial/step4"), "squadron-3");
        assertThat(tables(step)).as(step).isEqualTo(1);
    }

    @Test
    void whatIsAskedTwiceIsExplainedOnce() {
        String text = good("explain", ZLOTY, "mse-price", "mse-price", "m1", "catalogue.missiles");
        assertThat(text).containsOnlyOnce("key         mse-price\n");
    }

    /// A price without spread rises: the shift has no standard deviation to be counted in.
    @Test
    void runsAreComparedInFiniteNumbers() throws IOException {
        Path before = run("before", "first:", "first:");
        Path after =
                run(
                        "after",
                        "price: {assume: 900 million USD, because: notional}",
                        "price: {assume: 1.5 billion USD, because: notional}");
        String text = good("compare", before, after, "--top", "0");
        assertThat(text)
                .contains(
                        "Price of contract first",
                        "900 million USD",
                        "1.5 billion USD",
                        "programme.contracts.first.price")
                .doesNotContain("900 million USD ..");
        finite(text);
        for (String section : List.of("answers", "quantities", "claims")) {
            assertThat(Pattern.compile("(?m)^" + section).matcher(text).results())
                    .as(section)
                    .hasSize(1);
        }
        assertThat(tables(text)).isEqualTo(2);
        finite(good("compare", before, after, "--format", "json"));
        finite(good("compare", before, after, "--format", "csv"));
        String plans = good("compare", after, "depot", "baseline", "--top", "0");
        finite(plans);
        assertThat(tables(plans)).isEqualTo(3);
        assertThat(plans).containsPattern("Opening of sites +million USD +30 ");
        finite(good("compare", after, "depot", "baseline", "--format", "json"));
    }

    private static void finite(String text) {
        assertThat(ENDLESS.matcher(text).find()).as(text).isFalse();
    }
}
