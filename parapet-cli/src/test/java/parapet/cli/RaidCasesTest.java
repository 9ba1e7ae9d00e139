package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.engage.Mend;

/// Small raids of which anyone can say what must come, through the command.
class RaidCasesTest {
    private static final Path CASES =
            Path.of(System.getProperty("parapet.root", ".."))
                    .toAbsolutePath()
                    .normalize()
                    .resolve("parapet-cli/src/test/resources/cases");

    private static final Path TUTORIAL =
            Path.of(System.getProperty("parapet.root", ".."))
                    .toAbsolutePath()
                    .normalize()
                    .resolve("docs/tutorial");

    private final Shown shown = new Shown();

    /// Rows of simple CSV without the head.
    private List<String[]> csv(Object... words) {
        return shown.good(words).lines().skip(1).map(l -> l.split(",", -1)).toList();
    }

    /// Rows of one section.
    private List<String[]> raid(String name, String section, Object... more) {
        var words = new Object[6 + more.length];
        System.arraycopy(
                new Object[] {"raid", CASES.resolve(name), "--section", section, "--format", "csv"},
                0,
                words,
                0,
                6);
        System.arraycopy(more, 0, words, 6, more.length);
        return csv(words);
    }

    private double stopped(String name, Object... more) {
        List<String[]> rows = raid(name, "classes", more);
        assertThat(rows).hasSize(1);
        return Double.parseDouble(rows.getFirst()[4]);
    }

    private String onlyReason(String name) {
        List<String[]> rows = raid(name, "reasons");
        assertThat(rows).hasSize(1);
        return rows.getFirst()[2];
    }

    /// A near battery (kill 90 %, one look) and a far one with slow rounds (10 %, two looks before
    /// the near one's last): 1 - 0.1 x 0.9² = 91.9 %; the near one alone 90 %. 1 000 targets, so a
    /// standard error is 0.9 points; 3 of them. Were the far one's round to hold the target, 19 %
    /// would come.
    @Test
    void aWeakBatteryDoesNotSpoilTheFireOfABetterOne() {
        assertThat(stopped("weak-battery", "--ready", "ga", "--draws", 200)).isBetween(87.2, 92.8);
        assertThat(stopped("weak-battery", "--draws", 200)).isBetween(89.3, 94.5);
    }

    /// 9.1 m above the sea, and a round that needs 10 m.
    @Test
    void aTargetBelowTheLeastHeightOfTheRoundIsOutOfReach() {
        assertThat(stopped("low-flyer")).isZero();
        assertThat(onlyReason("low-flyer")).isEqualTo("out of reach");
    }

    /// 9 m above the sea from a mast of 30 m: the horizon is 34.9 km away, and the round meets
    /// targets from 37 km on.
    @Test
    void aTargetThatStaysBelowTheHorizonIsBehindIt() {
        assertThat(stopped("low-flyer-horizon")).isZero();
        assertThat(onlyReason("low-flyer-horizon")).isEqualTo("behind the horizon");
    }

    /// Four targets a night, each round kills, 6 rounds and 5 behind, of which 3 a night are sent:
    /// 4, 4, 3 and 0 are stopped. Without the depot 4, 2, 0 and 0.
    @Test
    void roundsFromBehindAreThereTheNextNight() {
        assertThat(raid("resupply", "nights", "--draws", 2))
                .extracting(row -> Double.parseDouble(row[2]))
                .containsExactly(100.0, 100.0, 75.0, 0.0);
        assertThat(raid("resupply", "rounds", "--draws", 2))
                .singleElement()
                .satisfies(row -> assertThat(row).endsWith("4.0", "11.0", "0.0", "5.0", "0.0"));
        assertThat(raid("resupply", "nights", "--draws", 2, "--plan", "without"))
                .extracting(row -> Double.parseDouble(row[2]))
                .containsExactly(100.0, 50.0, 0.0, 0.0);
    }

    /// A sector of 120 degrees that looks where the raid comes from, and one that looks away. It
    /// leaves a third of the sky that is reached.
    @Test
    void aBatteryStopsNothingOutsideItsSector() {
        assertThat(stopped("sector", "--draws", 2)).isEqualTo(100);
        assertThat(stopped("sector", "--draws", 2, "--plan", "away")).isZero();
        assertThat(raid("sector", "reasons", "--draws", 2, "--plan", "away"))
                .singleElement()
                .satisfies(row -> assertThat(row[2]).isEqualTo("outside the sector"));
        assertThat(reached("--set", "sky.batteries.near.sector=360 deg") / reached())
                .isBetween(2.8, 3.2);
    }

    /// Five aircraft with three weapons each are fired at once (60 %) before they release them: 6
    /// of 15 weapons come, and all get through, as no round is used against them. 2 000 aircraft: a
    /// standard error is 0.16 weapons; 4 of them.
    @Test
    void aircraftThatAreShotDownReleaseNothing() {
        List<String[]> rows = raid("release", "classes", "--draws", 400);
        assertThat(rows).extracting(row -> row[1]).containsExactly("t", "b");
        assertThat(Double.parseDouble(rows.get(0)[4])).isBetween(55.6, 64.4);
        assertThat(Double.parseDouble(rows.get(0)[3])).isZero();
        assertThat(Double.parseDouble(rows.get(1)[2])).isBetween(5.35, 6.65);
        assertThat(rows.get(1)[3]).isEqualTo(rows.get(1)[2]);
    }

    /// Step 9 of the tutorial: every channel engages three of 24 targets that come at once, and
    /// every round hits. So 24 - 3 n get through, channels without end stop all of these, exactly,
    /// and no other mend stops one more.
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8})
    void mendedChannelsStopWhatTheClosedFormLetsThrough(int channels) {
        List<String[]> rows =
                csv(
                        "raid",
                        TUTORIAL.resolve("step9"),
                        "--section",
                        "mend",
                        "--draws",
                        3,
                        "--set",
                        "sky.batteries.guns.channels=" + channels,
                        "--format",
                        "csv");
        assertThat(rows).hasSize(Mend.values().length);
        for (String[] row : rows) {
            double more = row[1].equals(Mend.CHANNELS.key()) ? 24 - 3 * channels : 0;
            assertThat(Stream.of(row).skip(3).map(Double::valueOf))
                    .as(
                            "targets, stopped; more, low, high on the first night and on all: %s",
                            row[1])
                    .containsExactly(24.0, 3.0 * channels, more, more, more, more, more, more);
        }
    }

    /// Sky that is reached at 10 km.
    private double reached(Object... more) {
        var words = new ArrayList<Object>(List.of("coverage", CASES.resolve("sector")));
        words.addAll(List.of("--ready", "ga", "--section", "areas", "--format", "csv"));
        words.addAll(List.of(more));
        return Double.parseDouble(csv(words.toArray()).getLast()[2]);
    }
}
