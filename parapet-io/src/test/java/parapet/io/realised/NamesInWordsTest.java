package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.scenario.Quantities;
import parapet.scenario.QuantityNames;
import parapet.scenario.Scenario;

/// What people read where a quantity is named: one of each kind of place.
class NamesInWordsTest {
    @TempDir Path folder;

    private static Quantities quantities(ReadResult read) {
        Quantities all = new Quantities(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (var plan : read.plans().values()) {
            all = all.and(Quantities.of(plan));
        }
        return all;
    }

    @Test
    void eachKindOfPlaceOfTheScenarioThatHasEveryKey() {
        ReadResult read = ScenarioReader.read(Path.of("../scenarios/full"));
        Quantities all = quantities(read);
        Map<String, String> names = QuantityNames.of(read.scenarioOrThrow(), all);
        assertThat(names.keySet()).containsExactlyElementsOf(all.byKey().keySet());
        assertThat(names)
                .containsEntry("money.discount", "Discount")
                .containsEntry("money.pricesOf", "Base day of prices")
                .containsEntry("money.escalation.repairs", "Repairs, escalation")
                .containsEntry("money.rates.INR.drift", "Drift of exchange rate INR")
                .containsEntry("money.indices.industry.rise", "Rise of index industry")
                .containsEntry(
                        "catalogue.parts.cabin.condemnedShare",
                        "Condemned share of part Command cabin")
                .containsEntry("catalogue.parts.launcher.price", "Price of part launcher")
                .containsEntry(
                        "catalogue.parts.radar.observed.removals",
                        "Removals, observed of Engagement radar module")
                .containsEntry(
                        "catalogue.units.squadron.yearlyCost",
                        "Yearly cost of Squadron of two batteries")
                .containsEntry(
                        "catalogue.units.squadron.slots.radar.operating",
                        "Operating share of slot radar, Squadron of two batteries")
                .containsEntry(
                        "catalogue.units.squadron.spares.radar.count",
                        "Number of spare Engagement radar module, Squadron of two batteries")
                .containsEntry(
                        "catalogue.units.squadron.tasks.overhaul.at.maker.price",
                        "Price at Maker's plant, task Overhaul, Squadron of two batteries")
                .containsEntry(
                        "catalogue.units.squadron.tasks.overhaul.findings.share",
                        "Share, findings of Overhaul, Squadron of two batteries")
                .containsEntry(
                        "support.sites.base.stock.radar.count",
                        "Number of stock Engagement radar module, site Base")
                .containsEntry("support.sites.depot.opens", "Opening of site depot")
                .containsEntry(
                        "support.sites.depot.shop.learningFactor", "Learning factor, shop of depot")
                .containsEntry("squadron-1", "Squadron 1")
                .containsEntry(
                        "programme.contracts.first.deliveries.two.arrives@by",
                        "How much later, arrival of two, contract Two squadrons")
                .containsEntry(
                        "programme.purchases.spares-2028.budget",
                        "Budget of purchase Spares and missiles, 2028")
                .containsEntry(
                        "missile-price@catalogue.missiles.long.price",
                        "Price of missile Long-range missile")
                .containsEntry("sky.refraction", "Refraction")
                .containsEntry(
                        "sky.radars.engage.detects",
                        "Range of detection of radar type engage, and elsewhere")
                .containsEntry(
                        "sky.rounds.round.against.aircraft.kill",
                        "Kill probability of target Aircraft, round Round")
                .containsEntry(
                        "study.observations.shop-full.number", "Number of observation shop full")
                .containsEntry(
                        "plans.depot.changes.2.on@depot.2",
                        "Day of change of repair time, shop of depot")
                .containsEntry(
                        "support.sites.depot.shop.repairTime@depot.2",
                        "Repair time, shop of depot, variant 2");
        assertThat(all.usedAt())
                .containsEntry(
                        "sky.radars.engage.detects",
                        List.of("sky.radars.engage.detects", "sky.radars.engage.most"))
                .containsEntry(
                        "plans.depot.changes.2.on@depot.2",
                        List.of("support.sites.depot.shop.repairTime (day of change)"))
                .containsEntry(
                        "support.sites.depot.shop.repairTime@depot.2",
                        List.of("support.sites.depot.shop.repairTime"))
                .containsEntry(
                        "programme.contracts.first.deliveries.one.arrives.slip.shock",
                        List.of("programme.contracts.first.deliveries.one.arrives.slip.shock"))
                .containsEntry(
                        "support.sites.depot.opens@by", List.of("support.sites.depot.opens.by"));
    }

    @Test
    void placesThatAreEntriesAsAWhole() {
        Scenario scenario = ScenarioReader.read(Path.of("../scenarios/full")).scenarioOrThrow();
        assertThat(QuantityNames.ofPlace(scenario, "support.sites.depot")).isEqualTo("Site depot");
        assertThat(QuantityNames.ofPlace(scenario, "catalogue.parts.radar"))
                .isEqualTo("Part Engagement radar module");
        assertThat(QuantityNames.ofPlace(scenario, "catalogue.units.squadron"))
                .isEqualTo("Squadron of two batteries");
        assertThat(QuantityNames.ofPlace(scenario, "support.sites.depot.shop"))
                .isEqualTo("Shop of site depot");
        assertThat(QuantityNames.ofPlace(scenario, "support.sites.new-depot.opens"))
                .as("of a site that this scenario does not have")
                .isEqualTo("Opening of site new depot");
        assertThat(QuantityNames.ofPlace(scenario, "programme.contracts.first.signed"))
                .isEqualTo("Signed of contract Two squadrons");
        assertThat(QuantityNames.named("base-8", "base-8")).isEqualTo("Base 8");
        assertThat(QuantityNames.named("the_base", "the_base")).isEqualTo("The base");
        assertThat(QuantityNames.named("Base 8", "base-8")).isEqualTo("Base 8");
    }

    private static final String SHARED =
            Realised.HEAD
                    + """
                      m1: {of: radar-mtbf, statement: Said, value: 300, unit: h, status: reported, source: bank}
                      m2: {of: usd-inr-share, statement: Said, value: 50, unit: "%%", status: reported, source: bank}
                    catalogue:
                      parts:
                        one: {meanTimeBetweenFailures: &mean {claims: radar-mtbf}, price: &price {claims: radar-mtbf-price}, fieldRepairShare: &share %1$s}
                        two: {meanTimeBetweenFailures: *mean, price: 1 USD, fieldRepairShare: *share}
                        three: {meanTimeBetweenFailures: 1 h, price: 1 USD, fieldRepairShare: *share}
                      units: {u: {slots: {a: {part: one}}}}
                    support: {sites: {base: {}}}
                    programme: {contracts: {c: {signed: 2020-01-01, price: 1 USD, deliveries: {u1: {type: u, base: base, arrives: 2020-01-01}}}}}
                    study: {draws: 2}
                    plans: {baseline: {name: As written}}
                    """;

    /// One quantity of several parts is named once, by how many they are; acronyms and currencies
    /// keep their capitals.
    @Test
    void whatSeveralShare() {
        ReadResult read =
                Realised.read(
                        folder,
                        SHARED.replace("&price {claims: radar-mtbf-price}", "1 USD")
                                .formatted("{assume: 40 %, because: a guess}"));
        Map<String, String> names = QuantityNames.of(read.scenarioOrThrow(), quantities(read));
        assertThat(names)
                .containsEntry("radar-mtbf", "Radar MTBF")
                .containsEntry(
                        "catalogue.parts.one.fieldRepairShare", "Field repair share of 3 parts");
        ReadResult claimed =
                Realised.read(
                        folder,
                        SHARED.replace("&price {claims: radar-mtbf-price}", "1 USD")
                                .formatted("{claims: usd-inr-share}"));
        assertThat(QuantityNames.of(claimed.scenarioOrThrow(), quantities(claimed)))
                .containsEntry("usd-inr-share", "USD inr share");
    }
}
