package parapet.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.evidence.Quantity;
import parapet.io.text.Diagnostics;
import parapet.quantity.Span;
import parapet.scenario.Paths;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Scenario;

class PlansTest {
    @TempDir Path folder;

    private ReadResult withPlans(String plans) throws IOException {
        for (Map.Entry<String, String> file : BrokenInputsTest.full().entrySet()) {
            String text = file.getValue();
            if (file.getKey().equals("scenario.yaml")) {
                text += plans.indent(2);
            }
            Files.writeString(folder.resolve(file.getKey()), text);
        }
        return ScenarioReader.read(folder);
    }

    private static Object at(PlannedScenario plan, String path) {
        return requireNonNull(Paths.get(plan.scenario(), path), path);
    }

    @Test
    void changesReachTablesFilesShortFormsAndWhatIsAbsent() throws IOException {
        ReadResult result =
                withPlans(
                        """
                        wide:
                          changes:
                            - {set: catalogue.parts.radar.price, to: 3 million USD}
                            - {set: catalogue.units.squadron.spares.radar.count, to: 5}
                            - {set: catalogue.units.squadron.spares.cabin, to: 1}
                            - {set: support.sites.base.shop.repairTime, to: {claims: repair-time}}
                            - {set: support.sites.depot2, to: {supplier: maker, stock: {cabin: 3}}}
                            - {set: support.sites.depot.shop, to: null}
                            - {set: support.sites.base.repairsAt, to: [base, maker]}
                            - {set: money.discount, to: 5 %/year}
                        wider:
                          basedOn: wide
                          changes:
                            - {set: catalogue.units.squadron.spares.radar, to: 6}
                            - {set: programme.contracts.second.active, to: true}
                        """);
        assertThat(result.errors()).as(Diagnostics.render(result.diagnostics())).isZero();
        PlannedScenario wide = result.plan("wide");
        Quantity price = (Quantity) at(wide, "catalogue.parts.radar.price");
        assertThat(span(price).low()).isEqualTo(3e6);
        assertThat(count(wide, "catalogue.units.squadron.spares.radar.count")).isEqualTo(5);
        assertThat(count(wide, "catalogue.units.squadron.spares.cabin.count")).isEqualTo(1);
        assertThat(count(wide, "support.sites.depot2.stock.cabin.count")).isEqualTo(3);
        assertThat(((Quantity) at(wide, "support.sites.base.shop.repairTime")).key())
                .isEqualTo("repair-time");
        assertThat(Paths.get(wide.scenario(), "support.sites.depot.shop")).isNull();
        assertThat(wide.scenario().support().sites().keySet())
                .containsExactly("base", "south", "depot", "maker", "depot2");
        PlannedScenario wider = result.plan("wider");
        assertThat(count(wider, "catalogue.units.squadron.spares.radar.count")).isEqualTo(6);
        assertThat(at(wider, "programme.contracts.second.active")).isEqualTo(true);
        assertThat(at(wider, "support.sites.depot2.active")).isEqualTo(true);
    }

    private static double count(PlannedScenario plan, String path) {
        return span((Quantity) at(plan, path)).low();
    }

    @Test
    void aSlipOfASlipKeepsTheDateItself() throws IOException {
        ReadResult result =
                withPlans(
                        """
                        later:
                          changes: [{slip: support.sites.depot.opens, by: 6 month}]
                        latest:
                          basedOn: later
                          changes: [{slip: support.sites.depot.opens, by: 1 year}]
                        """);
        assertThat(result.errors()).as(Diagnostics.render(result.diagnostics())).isZero();
        Quantity once = (Quantity) at(result.plan("later"), "support.sites.depot.opens");
        Quantity twice = (Quantity) at(result.plan("latest"), "support.sites.depot.opens");
        assertThat(((Quantity.Later) twice.basis()).of()).isEqualTo(once);
        assertThat(twice.key()).isNotEqualTo(once.key());
        Scenario base = requireNonNull(result.scenario());
        assertThat(((Quantity.Later) once.basis()).of())
                .isEqualTo(Paths.get(base, "support.sites.depot.opens"));
    }

    @Test
    void datedChangesMustHoldTogetherInEveryOrderInWhichTheyMayCome() throws IOException {
        String bad =
                """
                moved:
                  changes:
                    - {on: 2030-01-01, set: catalogue.units.squadron.slots.radar.degraded, to: 0}
                    - {on: %s, set: catalogue.units.squadron.slots.radar.full, to: 0}
                """;
        ReadResult certain = withPlans(bad.formatted("2031"));
        assertThat(certain.errors()).as(Diagnostics.render(certain.diagnostics())).isZero();
        ReadResult sameDay = withPlans(bad.formatted("2030-01-01"));
        assertThat(sameDay.errors()).as(Diagnostics.render(sameDay.diagnostics())).isZero();
        assertThat(Diagnostics.render(withPlans(bad.formatted("2029..2031")).diagnostics()))
                .contains("degraded (1) is more than full (0)")
                .contains("when of the dated changes of the plan only change 2 has come");
        assertThat(
                        Diagnostics.render(
                                withPlans(
                                                """
                                                gone:
                                                  changes:
                                                    - {on: 2030..2032, set: support.sites.depot.shop.places, to: 9}
                                                    - {on: 2031, set: support.sites.depot.shop, to: null}
                                                """)
                                        .diagnostics()))
                .contains("error");
    }

    @Test
    void aDatedChangeBelowWhatIsAbsentIsAnError() throws IOException {
        ReadResult read =
                withPlans(
                        """
                        nowhere:
                          changes:
                            - {set: catalogue.units.squadron, to: null}
                            - {on: 2030, set: catalogue.units.squadron.slots.radar.full, to: null}
                        """);
        assertThat(read.errors()).isPositive();
    }

    @Test
    void aProblemIsNotRepeatedForEachPlan() throws IOException {
        ReadResult result =
                withPlans(
                        """
                        a: {changes: [{set: support.sites.base.yearlyCost, to: 3}]}
                        b: {basedOn: a}
                        c: {basedOn: b}
                        """);
        assertThat(result.errors()).as(Diagnostics.render(result.diagnostics())).isEqualTo(1);
        assertThat(Diagnostics.render(result.diagnostics()))
                .contains("error: site \"base\": yearlyCost has no unit")
                .contains("{set: support.sites.base.yearlyCost, to: 3}");
    }

    private static Span span(Quantity q) {
        return q.basis() instanceof Quantity.Assumed a
                ? a.span()
                : ((Quantity.Stated) q.basis()).span();
    }
}
