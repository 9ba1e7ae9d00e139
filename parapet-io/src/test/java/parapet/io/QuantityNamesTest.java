package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.scenario.Noun;
import parapet.scenario.Quantities;
import parapet.scenario.QuantityNames;
import parapet.scenario.Scenario;

/// What people call the quantities of the scenarios that come with the program.
class QuantityNamesTest {
    @TempDir Path folder;

    private static Map<String, String> names(String folder) {
        ReadResult read = ScenarioReader.read(Path.of("..").resolve(folder));
        Quantities all = new Quantities(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (var plan : read.plans().values()) {
            all = all.and(Quantities.of(plan));
        }
        return QuantityNames.of(read.scenarioOrThrow(), all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenarios/first",
                "scenarios/full",
                "scenarios/india-s400",
                "scenarios/mig29-engine-plant",
                "scenarios/su30mki-2014",
                "scenarios/tank-overhaul",
                "scenarios/ukraine-record",
                "docs/tutorial/step4",
                "docs/tutorial/step7"
            })
    void noNameIsAKeyPathAndNoTwoAreAlike(String folder) {
        Map<String, String> names = names(folder);
        assertThat(names).isNotEmpty();
        names.forEach((key, name) ->
                assertThat(name)
                        .as(key)
                        .matches("\\p{Lu}.*")
                        .doesNotContain(" · ", "@")
                        .doesNotContainPattern("\\p{L}\\.\\p{L}")
                        .doesNotContainPattern("(mean|repair|time|share|price|count)\\p{Lu}")
                        .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}"));
        assertThat(new HashSet<>(names.values())).hasSameSizeAs(names.keySet());
    }

    @Test
    void placesOfTheScenarioAreNamed() {
        Scenario scenario =
                ScenarioReader.read(Path.of("../bench/show/cases/reporting-in-pln"))
                        .scenarioOrThrow();
        assertThat(
                        Stream.of(
                                        "support.sites.grudziadz.opens",
                                        "support.sites.grudziadz",
                                        "programme.contracts.phase2.deliveries.battery-3.arrives",
                                        "programme.purchases.mse-2028.active",
                                        "catalogue.parts.ecs",
                                        "money.discount")
                                .map(path -> QuantityNames.ofPlace(scenario, path)))
                .containsExactly(
                        "Opening of site WZU Grudziądz",
                        "Site WZU Grudziądz",
                        "Arrival of delivery battery 3, contract Phase II",
                        "Active of purchase 644 PAC-3 MSE",
                        "Part Command shelter",
                        "Discount");
        assertThat(QuantityNames.named("battery-3", "battery-3")).isEqualTo("Battery 3");
        assertThat(QuantityNames.named("S-3 of the north", "s-3")).isEqualTo("S-3 of the north");
    }

    /// A declared noun, the key of a type that is a plain word, and a key that is none.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "battery:                 | battery | batteries",
                "aircraft: {noun: {one: aircraft, many: aircraft}, name: Ours} | aircraft | aircraft",
                "ship: {noun: vessel}     | vessel  | vessels",
                "f-16:                    | unit    | units",
                "x1: {noun: {many: some}} | unit    | some",
            })
    void theNounIsDeclaredOrTheKeyOfTheType(String type, String one, String many)
            throws IOException {
        String entry = type.endsWith(":") ? type + " {name: Ours}" : type;
        String key = type.substring(0, type.indexOf(':'));
        Files.writeString(
                folder.resolve("scenario.yaml"),
                """
                schema: 1
                title: One noun
                start: 2030-01-01
                end: 2031-12-31
                catalogue: {units: {%s}}
                support: {sites: {base: {}}}
                programme:
                  contracts:
                    c: {signed: 2030-01-01, price: 1 USD, deliveries: {u: {type: %s, base: base, arrives: 2030-06}}}
                plans: {baseline: {name: As it is}}
                """
                        .formatted(entry, key));
        ReadResult read = ScenarioReader.read(folder);
        Noun noun = read.scenarioOrThrow().catalogue().noun();
        assertThat(noun.one()).isEqualTo(one);
        assertThat(noun.plural()).isEqualTo(many);
    }

    @Test
    void ownersAreNamed() {
        assertThat(names("scenarios/india-s400"))
                .containsEntry(
                        "support.sites.maker.shop.repairTime",
                        "Repair time, shop of Maker's plant, Russia")
                .containsEntry("catalogue.parts.power-unit.price", "Price of part Power unit")
                .containsEntry(
                        "catalogue.parts.command-post-module.fieldRepairShare",
                        "Field repair share of 5 parts")
                .containsEntry("radar-mtbf", "Radar MTBF");
    }
}
