package parapet.io.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
    @TempDir Path out;

    /// Ten paired differences, five of 1 and five of 1.2: mean 1.1, standard deviation 0.1 √(10/9),
    /// so the half-width is t(9; 0.975) · 0.1 √(10/9) / √10 = 2.262157 / 30 = 0.0754052.
    @Test
    void plansAreComparedDrawByDraw() {
        RunFolder run = SmallRun.write(out.resolve("r"), "i", SmallRun.rows(1, 2));
        Comparison comparison = Compare.plans(run, "local", "base");
        QueryResult differences = section(comparison, "differences");
        assertThat(differences.column("metric")).containsExactly("cost", "ready");
        assertThat(differences.column("difference").get(0)).isEqualTo(30.0);
        assertThat(differences.column("inHalfWidths").get(0)).as("no spread").isNull();
        assertThat(number(differences, "difference", 1)).isCloseTo(1.1, within(1e-12));
        assertThat(number(differences, "halfWidth", 1)).isCloseTo(0.0754052, within(1e-7));
        assertThat(differences.column("better")).containsExactly("against", "plan");

        QueryResult downtime = section(comparison, "downtime");
        assertThat(downtime.column("cause")).containsExactly("down: waits for a part", "full");
        assertThat(downtime.column("difference"))
                .as("40 against 20 in half of the draws")
                .containsExactly(-30.0, 10.0);
        QueryResult money = section(comparison, "money");
        assertThat(money.column("cause")).containsExactly("workshop", "price");
        assertThat(money.column("difference")).containsExactly(30e-6, 0.0);
    }

    @Test
    void anUnknownPlanIsSaidSo() {
        RunFolder run = SmallRun.write(out.resolve("r"), "i", SmallRun.rows(1, 2));
        assertThatThrownBy(() -> Compare.plans(run, "lokal", "base"))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("no plan lokal")
                .hasMessageContaining("base, local");
    }

    @Test
    void runsSayWhatMovedAndWhy() {
        RunFolder before = SmallRun.write(out.resolve("before"), "i", SmallRun.rows(1, 1));
        RunFolder after = SmallRun.write(out.resolve("after"), "j", SmallRun.rows(3, 2));
        Comparison comparison = CompareRuns.of(before, after);
        assertThat(comparison.notes()).isEmpty();

        QueryResult answers = section(comparison, "answers");
        assertThat(answers.column("plan")).containsExactly("local");
        assertThat(number(answers, "difference", 0)).isCloseTo(2.0, within(1e-12));
        assertThat(answers.column("because")).containsExactly("Slip (63 %)");

        QueryResult quantities = section(comparison, "quantities");
        assertThat(quantities.column("quantity")).containsExactly("slip");
        assertThat(quantities.column("before")).containsExactly("1 .. 5.5 .. 10");
        assertThat(number(quantities, "shiftInSd", 0))
                .as("1 month of 3.03")
                .isCloseTo(1 / Math.sqrt(55.0 / 6), within(1e-9));
        assertThat(quantities.column("claims")).containsExactly("C-1 added");

        QueryResult claims = section(comparison, "claims");
        assertThat(claims.column("claim")).containsExactly("C-1", "C-0");
        assertThat(claims.column("change")).containsExactly("added", "reweighted");
        assertThat(claims.column("what")).containsExactly("", "weight: 1 → 0.5");
    }

    @Test
    void equalRunsAreSaidToBeEqual() {
        RunFolder a = SmallRun.write(out.resolve("a"), "i", SmallRun.rows(1, 1));
        RunFolder b = SmallRun.write(out.resolve("b"), "i", SmallRun.rows(1, 1));
        Comparison comparison = CompareRuns.of(a, b);
        assertThat(comparison.notes()).containsExactly("The runs are equal, row by row.");
        assertThat(comparison.sections().values()).allSatisfy(s -> assertThat(s.rows()).isEmpty());
    }

    private static QueryResult section(Comparison comparison, String name) {
        return Objects.requireNonNull(comparison.sections().get(name));
    }

    private static double number(QueryResult table, String column, int row) {
        List<@Nullable Object> values = table.column(column);
        return ((Number) Objects.requireNonNull(values.get(row))).doubleValue();
    }
}
