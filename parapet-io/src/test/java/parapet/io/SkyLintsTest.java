package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.io.text.Diagnostics;

class SkyLintsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    batteries: {battery: {count: 1, degraded: 1}} | yearlyCost: 1 million USD | sky.batteries "battery": no unit and no group has it
                    covering: aircraft | sharedPicture: false | -
                    salvo: 1 | salvo: 16 | -
                    launchers: {round: {count: 4, each: 16, | launchers: {round: {count: 1, each: 2, | 1 rounds a salvo and 2 looks can spend all 2 loaded rounds "round" on one target
                    place: region | name: Base | site "base": "squadron-1" has batteries, but its base has no place
                    raidDates: [2059-12-31] | replications: 1 | there are raids but no days on which they come
                    places: | places:~    away: {latitude: 10 deg, longitude: 70 deg} | sky.places "away": nothing stands or is aimed there
                    most: {assume: 100 km, because: notional} | most: 100 km | sky.rounds.round.most: a value without a source
                    """)
    void warnsAndStillReads(String before, String after, String message) throws IOException {
        String text =
                Files.readString(
                        ExamplesTest.ROOT.resolve("docs/tutorial/step5").resolve("scenario.yaml"));
        assertThat(text).contains(before);
        Files.writeString(
                folder.resolve("scenario.yaml"), text.replace(before, after.replace("~", "\n")));
        ReadResult result = ScenarioReader.read(folder);
        String shown = Diagnostics.render(result.diagnostics());
        assertThat(result.ok()).as(shown).isTrue();
        if (message.equals("-")) {
            assertThat(shown).isEmpty();
        } else {
            assertThat(shown).contains("warning: ").contains(message);
        }
    }

    /// One battery has nobody to coordinate with; two have.
    @Test
    void batteriesThatDoNotKnowOfEachOtherAreTold() throws IOException {
        String text =
                Files.readString(
                        ExamplesTest.ROOT.resolve("docs/tutorial/step5").resolve("scenario.yaml"));
        String alone =
                text.replace("covering: aircraft", "covering: aircraft\n  coordinatedFire: false");
        assertThat(shown(alone)).isEmpty();
        String two =
                alone.replace(
                        "  raids:",
                        "  groups: {layer: {battery: battery, place: region, rounds: {round: {count: 8}}}}\n  raids:");
        assertThat(shown(two)).contains("more channels can stop less");
        assertThat(shown(two.replace("coordinatedFire: false", "coordinatedFire: true")))
                .doesNotContain("stop less");
        assertThat(
                        shown(
                                two.replace(
                                        "place: region, rounds",
                                        "active: false, place: region, rounds")))
                .as("a group that is not there spends nothing")
                .doesNotContain("stop less");
        String pair = "batteries: {battery: {count: 1, degraded: 1}}";
        assertThat(alone).contains(pair);
        assertThat(shown(alone.replace(pair, pair.replace("count: 1", "count: 2"))))
                .as("two batteries of one unit do not know of each other either")
                .contains("more channels can stop less");
    }

    private String shown(String text) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), text);
        return Diagnostics.render(ScenarioReader.read(folder).diagnostics());
    }

    @Test
    void launchersWithoutRoundsStopNothing() throws IOException {
        String text =
                Files.readString(
                        ExamplesTest.ROOT.resolve("docs/tutorial/step5").resolve("scenario.yaml"));
        Files.writeString(
                folder.resolve("scenario.yaml"),
                text.replace("missiles: {round: 64}", "missiles: {}")
                        .replaceAll("(?m)^.*squadron\\.missiles\\.round\\.count.*\\R", ""));
        ReadResult result = ScenarioReader.read(folder);
        String shown = Diagnostics.render(result.diagnostics());
        assertThat(result.ok()).as(shown).isTrue();
        assertThat(shown)
                .contains(
                        "unit \"squadron\": the launchers \"round\" of its battery \"battery\" have no rounds");
    }

    @Test
    void aMissileThatNoLauncherFiresStopsNothing() throws IOException {
        String text =
                Files.readString(
                        ExamplesTest.ROOT.resolve("docs/tutorial/step5").resolve("scenario.yaml"));
        String other =
                "other: {price: {assume: 1 USD, because: x}, life: {assume: 1 year, because: x}}";
        Files.writeString(
                folder.resolve("scenario.yaml"),
                text.replace("    round: {price:", "    " + other + "\n    round: {price:")
                        .replace("{round: 64}", "{round: 64, other: 8}"));
        ReadResult result = ScenarioReader.read(folder);
        assertThat(Diagnostics.render(result.diagnostics()))
                .contains(
                        "unit \"squadron\": no launcher of its batteries fires the missile \"other\"");
        assertThat(result.ok()).isTrue();
    }
}
