package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.study.rows.PlanRow;
import parapet.study.rows.UnitRow;
import parapet.study.rows.WarningRow;
import parapet.tables.Rows;

/// What a summary says of its plans in words: changes, cautions, fleets that never come.
class SummaryByHandTest {
    private static final String REST =
            """
            catalogue: {parts: {p: {meanTimeBetweenFailures: 1000 year, price: 1 USD}}, units: {battery: {slots: {a: {part: p}}}}}
            support: {sites: {base: {region: " north "}, depot: {name: The depot, opens: 2025-01-01, shop: {repairTime: 1 month}}}}
            programme:
              contracts:
                bought: {name: As bought, caution: of the contract, signed: 2020-01-01, price: 1 USD, deliveries: {one: {name: Battery 1, type: battery, base: base, arrives: 2030-01-01}}}
                option: {active: false, signed: 2020-01-01, price: 1 USD, deliveries: {two: {type: battery, base: base, arrives: 2022-01-01}}}
            study: {draws: 2, dates: [2025-12-31], reference: baseline}
            plans:
              baseline: {name: As written}
              none: {name: Nothing, changes: [{set: programme.contracts.bought.active, to: false}]}
              more:
                name: More
                caution: of the plan
                changes:
                  - {set: programme.contracts.option.active, to: true}
                  - {slip: support.sites.depot.opens, by: 6 month}
                  - {on: 2026-01-01, set: support.sites.depot.shop.repairTime, to: 2 month}
            """;

    @TempDir Path folder;

    private Rows run() {
        return Studied.run(Realised.read(folder, Realised.HEAD + REST), LocalDate.of(2021, 6, 30));
    }

    @Test
    void plansInWords() {
        Rows rows = run();
        assertThat(rows.of(PlanRow.class))
                .extracting(PlanRow::plan, PlanRow::caution, PlanRow::reference)
                .containsExactly(
                        tuple("baseline", "of the contract", true),
                        tuple("none", "", false),
                        tuple("more", "of the plan", false));
        assertThat(rows.of(PlanRow.class).getFirst().changes()).isEmpty();
        assertThat(rows.of(PlanRow.class).getLast().changes().lines())
                .satisfiesExactly(
                        l -> assertThat(l).startsWith("Active of contract option: "),
                        l ->
                                assertThat(l)
                                        .isEqualTo(
                                                "Opening of site The depot comes later by 6 month"),
                        l ->
                                assertThat(l)
                                        .startsWith(
                                                "from a date: Repair time, shop of The depot: "));
        assertThat(rows.of(UnitRow.class))
                .extracting(UnitRow::plan, UnitRow::name, UnitRow::contract, UnitRow::region)
                .containsExactly(
                        tuple("baseline", "Battery 1", "bought", "north"),
                        tuple("more", "Battery 1", "bought", "north"),
                        tuple("more", "Two", "option", "north"));
        assertThat(rows.of(UnitRow.class))
                .allMatch(r -> r.noun().equals("battery") && r.nouns().equals("batteries"));
    }

    @Test
    void fleetsThatNeverComeSayNothing() {
        assertThat(run().of(WarningRow.class))
                .extracting(WarningRow::subject, WarningRow::warning, WarningRow::count)
                .contains(
                        tuple(
                                "plan baseline",
                                "No unit comes by 2029-12-31 in any draw: shares of the time in service are given as 0 % there and say nothing.",
                                2),
                        tuple(
                                "plan none",
                                "The plan has no units: shares of the time in service are given as 0 % and say nothing.",
                                2))
                .noneMatch(t -> t.toList().getFirst().equals("plan more"));
    }
}
