package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
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
    private int draws = 20;
    private IntToDoubleFunction of = draw -> draw;
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
        for (int draw = 0; draw < draws; draw++) {
            Rows rows = memory.kept.computeIfAbsent(draw / 2, k -> new Rows());
            for (int p = 0; p < 2; p++) {
                for (String metric : setup.metrics().keySet()) {
                    rows.add(
                            new OutcomeRow(
                                    setup.plans().get(p).id(),
                                    draw,
                                    0,
                                    metric,
                                    of.applyAsDouble(draw) * (p + 1)));
                }
            }
        }
        return Summary.of(setup, memory, draws / 2);
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
        assertThat(row.n()).isEqualTo(draws);
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

    /// What is the same in every draw on a day that was known is history; not what differs in one
    /// draw of a hundred, what is of a later day, of another plan or of a difference.
    @Test
    void onlyWhatIsTheSameInEveryDrawOfAKnownDayIsHistory() {
        draws = 100;
        says("past", null, "delivered/2026-06-30", 1, null);
        says("later", null, "delivered/2026-07-01", 1, null);
        says("gain", "baseline", "delivered/2026-06-30", 1, null);
        news.put(
                "other",
                new Study.Statement(
                        "Said.",
                        List.of(),
                        "depot",
                        null,
                        "delivered/2026-06-30",
                        Made.count("other-least", 1),
                        null,
                        ""));
        of = draw -> 1;
        assertThat(judged()).containsExactly("history", "draws", "draws", "draws");
        of = draw -> draw == 7 ? 2 : 1;
        assertThat(judged()).containsExactly("draws", "draws", "draws", "draws");
    }

    private List<String> judged() {
        return summary().of(NewsRow.class).stream().map(NewsRow::judged).toList();
    }

    /// Without a metric: beside the range of the input that its claims feed. `u2` is still
    /// foretold, so nothing is said of its range.
    @ParameterizedTest
    @CsvSource({"u2-promise, ''", "unknown, ''"})
    void whatFeedsNoInputIsNotJudged(String claim, String judged) {
        news.put(
                "context",
                new Study.Statement(
                        "Said.", List.of(claim), null, null, null, null, null, "an opinion"));
        NewsRow row = row("context");
        assertThat(row.judged()).isEqualTo(judged);
        assertThat(row.verdict()).isEqualTo("not decisive");
        assertThat(row.because()).isEqualTo("an opinion");
        assertThat(row.share()).isNull();
        assertThat(row.low()).isNull();
    }

    /// A plan that is not run judges nothing, and no other stands in for it.
    @Test
    void aPlanThatIsNotRunIsToldAndNotReplaced() {
        says("absent", "baseline", READY, 1, null);
        Scenario scenario = Paths.with(Made.scenario(), "study.news", news);
        Setup alone = Memory.setup(scenario, List.of(Made.depot()), 1, null, Made.AS_OF);
        var memory = new Memory();
        Rows rows = memory.kept.computeIfAbsent(0, k -> new Rows());
        for (int draw = 0; draw < 2; draw++) {
            for (String metric : alone.metrics().keySet()) {
                rows.add(new OutcomeRow("depot", draw, 0, metric, 1.0));
            }
        }
        Rows summary = Summary.of(alone, memory, 1);
        assertThat(summary.of(NewsRow.class)).isEmpty();
        assertThat(summary.of(WarningRow.class))
                .anyMatch(w -> w.subject().equals("news absent") && w.warning().contains("plans"));
    }

    @ParameterizedTest
    @CsvSource({
        "delivered/2028-02-30",
        "delivered/2025-12-31",
        "delivered/2030-01-01",
        "ready/2028-02-29",
        "made-up"
    })
    void whatNoRunMeasuresIsToldAndNotJudged(String metric) {
        says("odd", null, metric, 10, null);
        Rows rows = summary();
        assertThat(rows.of(NewsRow.class)).isEmpty();
        assertThat(rows.of(WarningRow.class))
                .anyMatch(w -> w.subject().equals("news odd") && w.warning().contains(metric));
    }
}
