package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.scenario.Quantities;
import parapet.scenario.QuantityNames;

/// What people call the quantities of the scenarios that come with the program.
class QuantityNamesTest {
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
