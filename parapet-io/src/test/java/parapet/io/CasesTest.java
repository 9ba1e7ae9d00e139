package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.evidence.Quantity;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;

/// Scenarios that once gave a wrong answer without a word.
class CasesTest {
    private static final Path CASES =
            ExamplesTest.ROOT.resolve("parapet-io/src/test/resources/cases");

    @TempDir Path folder;

    private static String shown(ReadResult read) {
        return Diagnostics.render(Diagnostics.folded(read.diagnostics()));
    }

    private void copy(String name, String... edits) throws IOException {
        try (var files = Files.list(CASES.resolve(name))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                for (int i = 0; i < edits.length; i += 2) {
                    text = text.replace(edits[i], edits[i + 1]);
                }
                Files.writeString(folder.resolve(String.valueOf(file.getFileName())), text);
            }
        }
    }

    @Test
    void aDecimalCommaIsRefused() throws IOException {
        ReadResult read = ScenarioReader.read(CASES.resolve("decimal-comma"));
        assertThat(read.errors()).as(shown(read)).isEqualTo(2);
        assertThat(shown(read)).contains("write 1.5\n", "write 1.5..2.5 month\n");
        copy("decimal-comma", "\"1,5\"", "1.5", "\"1,5..2,5 month\"", "1.5..2.5 month");
        assertThat(ScenarioReader.read(folder).diagnostics()).isEmpty();
    }

    @Test
    void aTableOfSemicolonsIsRead() throws IOException {
        ReadResult read = ScenarioReader.read(CASES.resolve("semicolon-csv"));
        assertThat(read.ok()).as(shown(read)).isTrue();
        assertThat(read.scenarioOrThrow().claims()).hasSize(22);
        copy("semicolon-csv", "4.75", "4,75");
        assertThat(shown(ScenarioReader.read(folder))).contains("write 4.75\n");
        copy("semicolon-csv", "4.75", "4,750");
        assertThat(shown(ScenarioReader.read(folder)))
                .contains("write 4750, or 4.750 if a decimal is meant");
    }

    @Test
    void twoSitesWithoutALinkAreNamed() throws IOException {
        ReadResult read = ScenarioReader.read(CASES.resolve("semicolon-csv"));
        assertThat(Diagnostics.render(read.diagnostics()))
                .contains("sites \"north\" and \"grudziadz\" exchange parts without a link")
                .contains("sites \"east\" and \"grudziadz\" exchange parts without a link")
                .contains("sites \"grudziadz\" and \"maker\" exchange parts without a link");
        copy(
                "semicolon-csv",
                "    road: {",
                """
                north-grudziadz: {from: north, to: grudziadz, time: 3..7..14 day}
                grudziadz-maker: {from: grudziadz, to: maker, time: 3..7..14 day}
                east-grudziadz: {from: east, to: grudziadz, time: 3..7..14 day}
                road: {\
                """
                        .indent(4)
                        .stripTrailing());
        assertThat(shown(ScenarioReader.read(folder))).doesNotContain("without a link");
    }

    @Test
    void aDeliveryThatStaysBehindIsNamed() throws IOException {
        copy(
                "semicolon-csv",
                "arrives: {foretold: battery-3, slip: *slip}}",
                "arrives: &third {foretold: battery-3, slip: *slip}}",
                "later: {foretold: battery-3, slip: *slip}",
                "later: *third");
        String shown = shown(ScenarioReader.read(folder));
        assertThat(shown)
                .contains(
                        "plan \"late\": delivery \"battery-3\" slips, but \"battery-4\", written as later than it, stays")
                .contains("slip it too: {slip: programme.contracts.phase2.deliveries.battery-4");
    }

    @Test
    void aDeliveryIsNoDate() throws IOException {
        copy("semicolon-csv", "later: {foretold: battery-3, slip: *slip}", "later: battery-3");
        assertThat(shown(ScenarioReader.read(folder)))
                .contains("write the date of battery-3 in full: {foretold: battery-3, slip:");
    }

    @Test
    void aBudgetThatCannotBuyIsNamedAndMayBeLeftOut() throws IOException {
        String price = "pac3mse: {name: PAC-3 MSE, price: {claims: mse-price}";
        String known = "pac3mse: {name: PAC-3 MSE, price: 5 million USD";
        copy("semicolon-csv", price, known, "budget: 3.4 billion USD", "budget: 1 million USD");
        assertThat(shown(ScenarioReader.read(folder)))
                .contains("purchase \"mse-2028\": what is bought costs at least 3.22 billion USD")
                .contains("or leave budget out");
        copy("semicolon-csv", price, known, "budget: 3.4 billion USD, ", "");
        ReadResult read = ScenarioReader.read(folder);
        assertThat(read.ok()).as(shown(read)).isTrue();
        assertThat(shown(read)).doesNotContain("mse-2028");
        copy("semicolon-csv", price, "pac3mse: {name: PAC-3 MSE, price: 0 USD");
        assertThat(shown(ScenarioReader.read(folder)))
                .contains("purchase \"mse-2028\": missile \"pac3mse\" costs nothing");
    }

    @Test
    void aShopThatNobodyNamesIsNamed() throws IOException {
        String shown = shown(ScenarioReader.read(CASES.resolve("shop-without-repairsAt")));
        assertThat(shown)
                .contains("site \"base\": no site sends parts to its shop")
                .contains("write `repairsAt: [base]`")
                .contains("site \"base\": nobody repairs or replaces the parts of its units")
                .contains("parts that fail there have nowhere to go");
        copy("shop-without-repairsAt", "base: {shop", "base: {repairsAt: [base], shop");
        assertThat(shown(ScenarioReader.read(folder))).doesNotContain("site \"base\"");
    }

    @Test
    void aSupplierWithAShopThatNobodyNamesRepairsNothing() throws IOException {
        copy(
                "shop-without-repairsAt",
                "base: {shop: {repairTime: 25 day, scatter: 100 %}}",
                "base: {supplier: maker}\n    maker: {shop: {repairTime: 25 day}}");
        assertThat(shown(ScenarioReader.read(folder)))
                .contains("site \"maker\": no site sends parts to its shop")
                .contains("site \"base\": nobody repairs");
        copy(
                "shop-without-repairsAt",
                "base: {shop: {repairTime: 25 day, scatter: 100 %}}",
                "base: {supplier: maker}\n    maker: {repairsAt: [maker], shop: {repairTime: 25 day}}");
        assertThat(shown(ScenarioReader.read(folder))).doesNotContain("site \"");
    }

    @Test
    void partsThatAreAlwaysScrappedNeedNoShop() throws IOException {
        copy(
                "shop-without-repairsAt",
                "base: {shop: {repairTime: 25 day, scatter: 100 %}}",
                "base: {}",
                "clock: calendar",
                "clock: calendar, condemnedShare: 100 %");
        assertThat(shown(ScenarioReader.read(folder))).doesNotContain("site \"base\"");
    }

    @Test
    void oneLineOwnsAFile() throws IOException {
        String unowned = shown(ScenarioReader.read(CASES.resolve("shop-without-repairsAt")));
        assertThat(unowned)
                .contains(" values without a source; the first: catalogue.parts.p.mean")
                .contains("--all lists them");
        copy("shop-without-repairsAt", "schema: 1", "schema: 1\nassumptions: notional");
        ReadResult read = ScenarioReader.read(folder);
        assertThat(shown(read)).doesNotContain("without a source");
        var price = read.scenarioOrThrow().catalogue().parts().values().iterator().next().price();
        assertThat(price.basis())
                .isInstanceOfSatisfying(
                        Quantity.Assumed.class, a -> assertThat(a.because()).isEqualTo("notional"));
    }

    @Test
    void anAnchorCountsOnceAndADefaultNever() throws IOException {
        ReadResult read = ScenarioReader.read(CASES.resolve("semicolon-csv"));
        List<Diagnostic> uncited =
                read.diagnostics().stream()
                        .filter(d -> d.kind().equals("values without a source"))
                        .toList();
        assertThat(uncited.stream().map(Diagnostic::message))
                .filteredOn(m -> m.contains("perMonthAhead"))
                .hasSize(2); // the opening's own, and the anchor that four deliveries share
        assertThat(uncited.stream().map(Diagnostic::message))
                .noneMatch(m -> m.contains("sky.radars.mpq65.most"));
    }

    @Test
    void aPlanThatChangesNothingIsNamed() throws IOException {
        copy(
                "shop-without-repairsAt",
                "plans: {baseline: {}}",
                """
                plans:
                  baseline: {}
                  same: {changes: [{set: support.sites.base.active, to: true}]}
                  other: {changes: [{set: catalogue.units.u.slots.p.count, to: 2}]}
                  copy: {basedOn: other}
                """);
        assertThat(shown(ScenarioReader.read(folder)))
                .contains("plan \"same\": its changes change nothing")
                .contains("plan \"copy\": its changes change nothing")
                .doesNotContain("plan \"other\"");
    }

    @Test
    void whatNobodyUsesIsNamed() throws IOException {
        copy(
                "shop-without-repairsAt",
                "base: {shop: {repairTime: 25 day, scatter: 100 %}}",
                "base: {repairsAt: [base], shop: {repairTime: 25 day}}\n    idle: {}\n    far: {supplier: base}\n"
                        + "  links:\n    ghost: {from: base, to: idle, time: 3 day}",
                "  units:\n",
                "  units:\n    v: {slots: {p: {part: p}}}\n",
                "arrives: 2026-01-01",
                "arrives: 2090-01-01");
        assertThat(shown(ScenarioReader.read(folder)))
                .contains("site \"idle\": no unit is based there and nothing is sent there")
                .contains("link \"ghost\": nothing travels between \"base\" and \"idle\"")
                .contains("unit type \"v\": no contract delivers one")
                .contains("delivery \"u1\": arrives lies after the simulated time")
                .doesNotContain("site \"far\"");
    }

    @Test
    void aSlipOfThePenInAClaimIsNamed() throws IOException {
        copy("semicolon-csv", "\nb3b;battery-3;", "\nb3b;batery-3;");
        assertThat(shown(ScenarioReader.read(folder)))
                .contains(
                        "claim \"b3b\": no quantity uses \"batery-3\"; did you mean \"battery-3\"?")
                .contains("write battery-3 in the column `of`");
        copy("semicolon-csv", "\nb3b;battery-3;", "\nb3b;speech-of-the-minister;");
        assertThat(shown(ScenarioReader.read(folder)))
                .contains("no quantity uses \"speech-of-the-minister\"")
                .contains("or leave its column `of` empty");
    }

    /// The first scenario knows most of its claims only as context.
    @Test
    void aLibraryOfClaimsIsLeftInPeace() {
        assertThat(shown(ScenarioReader.read(ExamplesTest.ROOT.resolve("scenarios/india-s400"))))
                .doesNotContain("no quantity uses");
    }

    @Test
    void bundledScenariosHaveNoWarnings() {
        for (String name :
                List.of(
                        "scenarios/first",
                        "scenarios/full",
                        "scenarios/india-s400",
                        "scenarios/mig29-engine-plant",
                        "scenarios/su30mki-2014",
                        "scenarios/tank-overhaul",
                        "scenarios/ukraine-record",
                        "docs/tutorial/step1",
                        "docs/tutorial/step3",
                        "docs/tutorial/step4",
                        "docs/tutorial/step5",
                        "docs/tutorial/step6",
                        "docs/tutorial/step7")) {
            ReadResult read = ScenarioReader.read(ExamplesTest.ROOT.resolve(name));
            assertThat(shown(read)).as(name).isEmpty();
        }
    }
}
