package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.scenario.Made;
import parapet.scenario.Paths;
import parapet.scenario.Scenario;
import parapet.scenario.Study;
import parapet.study.rows.NewsRow;
import parapet.study.rows.OutcomeRow;
import parapet.study.rows.WarningRow;
import parapet.tables.Rows;

/// Outcomes are made up: in draw d of 20 every metric is d for one plan and 2d for the other.
class NewsTest {
    private static final int DRAWS = 20;
    private static final String READY = "ready-unit-years/2029-12-31";
    private static final String OWN_DAY = "delivered/2028-02-29";

    private final Map<String, Study.Statement> news = new LinkedHashMap<>();

    private void says(
            String key,
            @Nullable String against,
            @Nullable String metric,
            @Nullable Integer least,
            @Nullable Integer most) {
        news.put(
                key,
                new Study.Statement(
                        "Said.",
                        List.of(),
                        against == null ? null : "depot",
                        against,
                        metric,
                        least == null ? null : Made.count(key + "-least", least),
                        most == null ? null : Made.count(key + "-most", most),
                        ""));
    }

    private Rows summary() {
        Scenario scenario = Paths.with(Made.scenario(), "study.news", news);
        Setup setup = Memory.setup(scenario, 1, null);
        var memory = new Memory();
        for (int draw = 0; draw < DRAWS; draw++) {
            Rows rows = memory.kept.computeIfAbsent(draw / 2, k -> new Rows());
            for (int p = 0; p < 2; p++) {
                for (String metric : setup.metrics().keySet()) {
                    rows.add(
                            new OutcomeRow(
                                    setup.plans().get(p).id(), draw, 0, metric, draw * (p + 1.0)));
                }
            }
        }
        return Summary.of(setup, memory, DRAWS / 2);
    }

    private NewsRow row(String key) {
        return summary().of(NewsRow.class).stream()
                .filter(r -> r.statement().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /// Of 0, 1, ..., 19 the levels hold a counted number.
    @ParameterizedTest
    @CsvSource({
        "2, , 18, supports",
        "3, , 17, not decisive",
        "18, , 2, contradicts",
        "17, , 3, not decisive",
        ", 17, 18, supports",
        "5, 5, 1, contradicts",
        "5, 14, 10, not decisive",
        "100, , 0, contradicts",
    })
    void theShareIsThatOfTheDrawsBetweenTheLevels(
            @Nullable Integer least, @Nullable Integer most, int holds, String verdict) {
        says("one", null, READY, least, most);
        NewsRow row = row("one");
        assertThat(row.share()).isEqualTo(holds / 20.0);
        assertThat(row.verdict()).isEqualTo(verdict);
        assertThat(row.plan()).isEqualTo("baseline");
        assertThat(row.n()).isEqualTo(DRAWS);
        assertThat(row.mean()).isCloseTo(9.5, within(1e-12));
        assertThat(row.p05()).isCloseTo(0.95, within(1e-12));
        assertThat(row.p95()).isCloseTo(18.05, within(1e-12));
    }

    /// 2d - d = d: paired, draw by draw.
    @Test
    void aDifferenceIsTakenDrawByDraw() {
        says("gain", "baseline", READY, 2, null);
        NewsRow row = row("gain");
        assertThat(row.share()).isEqualTo(0.9);
        assertThat(row.mean()).isCloseTo(9.5, within(1e-12));
        assertThat(row.against()).isEqualTo("baseline");
    }

    @Test
    void aMetricOfUnitsMayHaveADayOfItsOwn() {
        says("day", null, OWN_DAY, 10, null);
        assertThat(row("day").share()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"delivered/2028-02-30", "delivered/2025-12-31", "delivered/2030-01-01", "made-up"})
    void whatNoRunMeasuresIsToldAndNotJudged(String metric) {
        says("odd", null, metric, 10, null);
        Rows rows = summary();
        assertThat(rows.of(NewsRow.class)).isEmpty();
        assertThat(rows.of(WarningRow.class))
                .anyMatch(w -> w.subject().equals("news odd") && w.warning().contains(metric));
    }
}
