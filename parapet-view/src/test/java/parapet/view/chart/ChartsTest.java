package parapet.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parapet.view.read.Palette;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChartsTest {
    private static JsonNode read(Map<String, Object> option) {
        return JsonMapper.shared().readTree(Json.write(option));
    }

    private static JsonNode series(JsonNode option, String id) {
        for (JsonNode series : option.get("series")) {
            if (series.get("id").asString().equals(id)) {
                return series;
            }
        }
        throw new AssertionError("no series " + id);
    }

    @Test
    void jsonIsSafeInAPageAndFinite() {
        assertThat(
                        Json.write(
                                Json.object(
                                        "a",
                                        Json.array(1.0, Double.NaN, Double.NEGATIVE_INFINITY, null),
                                        "b",
                                        "</script>",
                                        "c",
                                        1234567.89,
                                        "d",
                                        0.1 + 0.2)))
                .isEqualTo(
                        "{\"a\":[1,null,null,null],\"b\":\"\\u003c/script>\",\"c\":1234600,\"d\":0.3}");
    }

    @Test
    void barsCarryTheirMeanAndAWhiskerOverTheirBand() {
        var group =
                new Bars.Group(
                        "Left",
                        "blue",
                        new double[] {1, 0},
                        new double[] {2, 0.5},
                        new double[] {4, 1});
        JsonNode option =
                read(new Bars("night", "rounds", List.of("a", "b"), List.of(group)).option());
        assertThat(series(option, "bar:Left").get("data").toString()).isEqualTo("[2,0.5]");
        assertThat(series(option, "whisker:Left").get("data").toString())
                .isEqualTo("[[0,1,4,0,1],[1,0,1,0,1]]");
        assertThat(option.get("xAxis").get("name").asString()).isEqualTo("night");
    }

    @Test
    void linesOverMonthsKeepTheirBandAsDifferences() {
        LocalDate month = LocalDate.of(2026, 3, 1);
        var ready =
                new TimeChart.Line(
                        "fully ready",
                        "blue",
                        new double[] {2, 3},
                        new double[] {1, 1},
                        new double[] {2.5, 4},
                        false);
        var promised = TimeChart.Line.plain("promised", "grey", new double[] {5, 5}, true);
        JsonNode option =
                read(
                        new TimeChart(
                                        "units",
                                        List.of(month, month.plusMonths(3)),
                                        month,
                                        List.of(promised, ready),
                                        false)
                                .option());
        assertThat(series(option, "band:fully ready:low").get("data").toString())
                .isEqualTo("[1,1]");
        assertThat(series(option, "band:fully ready:high").get("data").toString())
                .isEqualTo("[1.5,3]");
        assertThat(series(option, "line:promised").get("lineStyle").get("type").asString())
                .isEqualTo("dashed");
        assertThat(option.get("extra").get("months").get(0).asLong())
                .isEqualTo(month.toEpochDay() * 86_400_000L);
        assertThat(option.get("legend")).as("lines bear their names").isNull();
    }

    @Test
    void aCategoryHasOneColourAndAFamilyHasNoTwoAlike() {
        var palette = new Palette();
        String repairs = palette.of("money", "Repairs");
        List<String> others = new ArrayList<>();
        for (int i = 1; i < Palette.COLOURS; i++) {
            others.add(palette.of("money", "cause " + i));
        }
        assertThat(others).doesNotContain(repairs).doesNotHaveDuplicates();
        assertThat(palette.of("money", "Repairs")).isEqualTo(repairs);
    }

    @Test
    void waterfallHangsEveryLossBelowTheOneBefore() {
        JsonNode option =
                read(
                        new WaterfallChart(
                                        "days",
                                        List.of(
                                                step("Promised", 100, true),
                                                step("late", 30, false),
                                                step("repair", 20, false),
                                                step("Ready", 50, true)))
                                .option());
        assertThat(series(option, "base").get("data").toString()).isEqualTo("[0,70,50,0]");
    }

    private static WaterfallChart.Step step(String label, double value, boolean total) {
        return new WaterfallChart.Step(label, value, total, "", "");
    }

    @Test
    void tornadoRunsFromTheMeanAndFadesNoise() {
        JsonNode option =
                read(
                        new TornadoChart(
                                        "answer",
                                        10,
                                        List.of(
                                                new TornadoChart.Row("a", 8, 13, true, "40 %", ""),
                                                new TornadoChart.Row("b", 11, 9, false, "1 %", "")))
                                .option());
        JsonNode low = series(option, "low").get("data");
        assertThat(low.get(0).get("value").toString()).isEqualTo("[10,8,0]");
        assertThat(low.get(1).get("text").asString()).isEqualTo("1 %");
        assertThat(low.get(1).get("itemStyle").get("opacity").asDouble()).isEqualTo(0.35);
    }

    @Test
    void slipKeepsThePeriodAndTheGrade() {
        JsonNode option =
                read(
                        new SlipChart(
                                        List.of(
                                                new SlipChart.Point(
                                                        LocalDate.of(2022, 8, 1),
                                                        LocalDate.of(2023, 1, 1),
                                                        LocalDate.of(2023, 12, 31),
                                                        "B",
                                                        "tip")),
                                        LocalDate.of(2026, 5, 31),
                                        LocalDate.of(2018, 1, 1),
                                        LocalDate.of(2030, 1, 1))
                                .option());
        assertThat(series(option, "spans").get("data").get(0).get("value").toString())
                .isEqualTo("[\"2022-08-01\",\"2023-01-01\",\"2023-12-31\"]");
        assertThat(series(option, "grade:B").get("data").get(0).get("value").toString())
                .isEqualTo("[\"2022-08-01\",\"2023-07-02\"]");
        assertThat(series(option, "rule:yAxis").toString()).contains("came May 2026");
    }

    @Test
    void ganttCountsDaysAndSharesTips() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        JsonNode option =
                read(
                        new GanttChart(
                                        List.of("Squadron 1"),
                                        List.of(
                                                new GanttChart.Bar(0, day, day, "full", "Full"),
                                                new GanttChart.Bar(
                                                        0,
                                                        day.plusDays(1),
                                                        day.plusDays(9),
                                                        "down",
                                                        "Down"),
                                                new GanttChart.Bar(
                                                        0,
                                                        day.plusDays(10),
                                                        day.plusDays(10),
                                                        "full",
                                                        "Full")))
                                .option());
        long first = day.toEpochDay();
        assertThat(series(option, "state:full").get("data").toString())
                .isEqualTo(
                        "[[%d,%d,0,0.72,0],[%d,%d,0,0.72,0]]"
                                .formatted(first, first + 1, first + 10, first + 11));
        assertThat(option.get("extra").get("tips").toString()).isEqualTo("[\"Full\",\"Down\"]");
    }

    @Test
    void moneyStacksCausesAndWhiskersTheTotal() {
        JsonNode option =
                read(
                        new MoneyChart(
                                        "crore",
                                        List.of("2026-27"),
                                        List.of(
                                                new MoneyChart.Cause(
                                                        "Repairs", "blue", new double[] {3})),
                                        new double[] {2},
                                        new double[] {5},
                                        new double[] {Double.NaN})
                                .option());
        assertThat(series(option, "cause:0").get("data").toString()).isEqualTo("[3]");
        assertThat(series(option, "whiskers").get("data").toString()).isEqualTo("[[0,2,5]]");
        assertThat(option.toString()).as("nothing is granted").doesNotContain("udget");
    }

    @Test
    void theBudgetIsALineOverTheYearsThatHaveOne() {
        JsonNode option =
                read(
                        new MoneyChart(
                                        "crore",
                                        List.of("2026-27", "2027-28", "2028-29", "2029-30"),
                                        List.of(
                                                new MoneyChart.Cause(
                                                        "Repairs",
                                                        "blue",
                                                        new double[] {3, 3, 3, 3})),
                                        new double[4],
                                        new double[4],
                                        new double[] {4, 5, Double.NaN, 6})
                                .option());
        // index, budget, and the one of the year before from which the line steps
        assertThat(series(option, "budget").get("data").toString())
                .isEqualTo("[[0,4,4],[1,5,4],[3,6,6]]");
        assertThat(option.get("legend").get("data").get(2).get("name").asString())
                .isEqualTo("Budget");
    }

    @Test
    void costBarsHaveARowForEachThing() {
        var chart =
                new CostBars(
                        "crore",
                        List.of("one", "two"),
                        List.of(new MoneyChart.Cause("Repairs", "blue", new double[] {3, 4})));
        JsonNode option = read(chart.option());
        assertThat(series(option, "cause:0").get("data").toString()).isEqualTo("[3,4]");
        assertThat(option.get("yAxis").get("data").toString()).isEqualTo("[\"one\",\"two\"]");
        assertThat(option.get("extra").get("height").asInt()).isEqualTo(chart.height());
    }

    @Test
    void bandDotsMarkWhatHappened() {
        JsonNode option =
                read(
                        new BandDots(
                                        null,
                                        true,
                                        null,
                                        List.of(
                                                BandDots.Row.of(
                                                        "row",
                                                        new BandDots.Bar(
                                                                1, 3, 5, 6.0, 7.0, true, "red",
                                                                "tip"))))
                                .option());
        assertThat(series(option, "bands").get("data").get(0).get("value").toString())
                .isEqualTo("[86400000,259200000,432000000,0,0]");
        assertThat(series(option, "marks").get("data").get(0).get("value").toString())
                .as("its range, and that it lies outside")
                .isEqualTo("[518400000,604800000,0,0,1]");
    }
}
