package parapet.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.text.Diagnostics;
import parapet.programme.ProgrammeInput;
import parapet.scenario.Case;
import parapet.scenario.Realiser;

/// When deliveries are due: what the author puts later is promised later; what a plan lets slip is
/// due as before.
class DueDatesTest {
    private static final String SCENARIO =
            """
            schema: 1
            title: Batteries that come in a rhythm
            start: 2020-01-01
            end: 2036-12-31
            asOf: 2026-01-31
            sources: sources.csv
            claims: claims.csv
            money: {}
            catalogue:
              parts: {radar: {meanTimeBetweenFailures: 500 h, price: 1 million USD}}
              missiles: {}
              units: {battery: {slots: {radar: {part: radar}}}}
            support:
              sites: {maker: {shop: {repairTime: 3 month}}, base: {supplier: maker, repairsAt: [maker]}}
            programme:
              contracts:
                phase2:
                  signed: 2024-01-01
                  price: 1 billion USD
                  basis: BASIS
                  deliveries:
                    third: {type: battery, base: base, arrives: &third {foretold: third, slip: {perMonthAhead: 10..60 %}}}
                    fourth: {type: battery, base: base, arrives: {later: *third, by: 6 month}}
                    fifth: {type: battery, base: base, arrives: {later: {later: *third, by: 6 month}, by: 6 month}}
                    stated: {type: battery, base: base, arrives: {later: 2028-03-01, by: 31 day}}
            study: {dates: [2030-12-31]}
            plans:
              baseline: {}
              slips:
                changes:
                  - {slip: programme.contracts.phase2.deliveries.third.arrives, by: 12 month}
                  - {slip: programme.contracts.phase2.deliveries.fourth.arrives, by: 12 month}
                  - {slip: programme.contracts.phase2.deliveries.stated.arrives, by: 12 month}
            """;

    @TempDir Path folder;

    private Map<String, ProgrammeInput.Planned> planned(String basis, String plan)
            throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), SCENARIO.replace("BASIS", basis));
        Files.writeString(
                folder.resolve("sources.csv"),
                "id,publisher,title,date,grade\ns1,The ministry,Contract,2024-01-02,A\n");
        Files.writeString(
                folder.resolve("claims.csv"),
                """
                id,of,statement,value,unit,status,madeOn,source
                c1,third,promised,2027-12,date,promised,2024-01-02,s1
                c2,third,expected,2028-06,date,forecast,2025-06-30,s1
                """);
        ReadResult read = ScenarioReader.read(folder);
        assertThat(read.errors()).as(Diagnostics.render(read.diagnostics())).isZero();
        var scenario = read.scenarioOrThrow();
        var realiser = new Realiser(Realiser.evidence(scenario, LocalDate.of(2026, 1, 31)), 3);
        Case made = realiser.realise(read.plan(plan), 0);
        start = made;
        var units = new LinkedHashMap<String, ProgrammeInput.Planned>();
        made.programme().contracts().getFirst().deliveries().forEach(p -> units.put(p.unit(), p));
        return units;
    }

    private @Nullable Case start;

    private LocalDate due(Map<String, ProgrammeInput.Planned> units, String id) {
        return requireNonNull(start).calendar().date(requireNonNull(units.get(id)).dueTick());
    }

    private LocalDate ready(Map<String, ProgrammeInput.Planned> units, String id) {
        return requireNonNull(start).calendar().date(requireNonNull(units.get(id)).readyTick());
    }

    @Test
    void timeThatTheAuthorAddsIsPromised() throws IOException {
        var units = planned("expected", "baseline");
        assertThat(due(units, "third")).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(due(units, "fourth")).isEqualTo(LocalDate.of(2028, 6, 30));
        assertThat(due(units, "fifth")).isEqualTo(LocalDate.of(2028, 12, 30));
        assertThat(due(units, "stated")).isEqualTo(LocalDate.of(2028, 4, 1));
        assertThat(requireNonNull(units.get("fourth")).settled()).isFalse();
    }

    @Test
    void promisesThatComeTrueComeInThatRhythm() throws IOException {
        var units = planned("promised", "baseline");
        for (String id : units.keySet()) {
            assertThat(ready(units, id)).as(id).isEqualTo(due(units, id));
        }
        assertThat(ready(units, "fifth")).isEqualTo(LocalDate.of(2028, 12, 30));
    }

    @Test
    void theSlipOfAPlanMovesNoDueDate() throws IOException {
        var before = planned("expected", "baseline");
        var after = planned("expected", "slips");
        for (String id : before.keySet()) {
            assertThat(due(after, id)).as(id).isEqualTo(due(before, id));
        }
        assertThat(ready(after, "stated")).isEqualTo(ready(before, "stated").plusDays(365));
        assertThat(ready(after, "fifth")).isEqualTo(ready(before, "fifth"));
    }
}
