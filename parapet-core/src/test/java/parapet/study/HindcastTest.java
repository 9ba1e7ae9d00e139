package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.evidence.Claim;
import parapet.scenario.Made;
import parapet.scenario.Paths;
import parapet.scenario.Scenario;
import parapet.study.rows.HindcastRow;
import parapet.tables.Rows;

class HindcastTest {
    /// The one forecast made on 2026-06-30, when the evidence reaches to `asOf`.
    private static String inside(LocalDate asOf, Claim... more) {
        Scenario s = Paths.with(Made.scenario(), "asOf", asOf);
        var claims = new LinkedHashMap<>(Made.claims());
        for (Claim claim : more) {
            claims.put(claim.id(), claim);
        }
        s = Paths.with(s, "claims", claims);
        s = Paths.with(s, "study.hindcasts", List.of(Made.AS_OF));
        var rows = new Rows();
        Hindcast.post(Memory.setup(s, List.of(Made.plan("baseline", s)), 1, null, asOf), rows);
        assertThat(rows.of(HindcastRow.class)).hasSize(1);
        return String.valueOf(rows.of(HindcastRow.class).getFirst().inside());
    }

    private static Claim came(LocalDate day) {
        return Made.dated("came", Claim.Status.ACTUAL, day, day, day);
    }

    @Test
    void anOutcomeLiesInsideOrOutsideTheBand() {
        LocalDate after = LocalDate.of(2040, 1, 1);
        assertThat(inside(after, came(LocalDate.of(2027, 8, 1)))).isEqualTo("true");
        assertThat(inside(after, came(LocalDate.of(2026, 8, 1)))).isEqualTo("false");
        assertThat(inside(after, came(LocalDate.of(2035, 1, 1)))).isEqualTo("false");
    }

    @Test
    void whatShouldHaveComeAndHasNotIsAMiss() {
        assertThat(inside(LocalDate.of(2027, 6, 1))).as("may still come").isEqualTo("null");
        assertThat(inside(LocalDate.of(2040, 1, 1))).as("the band has passed").isEqualTo("false");
    }
}
