package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parapet.io.results.Query;
import parapet.io.results.RunInfo;
import parapet.quantity.FiscalYears;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
    private static final Path FOLDER = Path.of("target");

    private Query tables = Query.empty();
    private String html = "";

    @BeforeAll
    void write() throws IOException {
        tables = Fixture.full();
        Path report = FOLDER.resolve("fixture-report.html");
        Report.write(tables, Fixture.info(), report);
        html = Files.readString(report);
    }

    @AfterAll
    void close() {
        tables.close();
    }

    static JsonNode data(String html) {
        Matcher matcher =
                Pattern.compile(
                                "<script type=\"application/json\" id=\"data\">(.*?)</script>",
                                Pattern.DOTALL)
                        .matcher(html);
        assertThat(matcher.find()).isTrue();
        return JsonMapper.shared().readTree(matcher.group(1));
    }

    @Test
    void isOneFileBelowFourMegabytesThatNamesEveryPlan() {
        assertThat(html.length()).isLessThan(4_000_000);
        assertThat(html).contains(PlanFixture.names().split("\n"));
        assertThat(html).doesNotContain("src=\"http").doesNotContain("href=\"http");
    }

    @Test
    void tellsHowTheModelMeetsWhatWasPublished() {
        assertThat(html)
                .contains("How the model meets what was published")
                .contains("Too few draws for the fit: 25.5 effective of 400.")
                .contains(
                        "Of 1 figure not used to fit, 1 lies where the fitted model gives less than a 5 % chance to a figure as far out.");
        assertThat(data(html).has("published-share")).isTrue();
    }

    @Test
    void chainsOfCausesNamePartsAndSitesAsTheScenarioDoes() {
        assertThat(table("chains"))
                .contains(
                        "Power unit, 400 kVA: no spare at base → no spare at Repair centre, north → in repair at Repair centre, north\n")
                .contains(
                        " → Pump: no spare at Repair centre, north → spare on its way from Maker's plant\n")
                .contains("Pump: repair on site\n")
                .doesNotContain("power-unit")
                .doesNotContain("mro-north");
    }

    @Test
    void chainsOfCausesAreDaysAYear() {
        // 700 days from 24 November 2026 to 31 March 2041, 14.35 years
        assertThat(table("chains")).contains(">48.8\n").doesNotContain(">50\n");
    }

    private String table(String id) {
        int from = html.indexOf("id=\"" + id + "\"");
        assertThat(from).as(id).isNotNegative();
        return html.substring(from, html.indexOf("</table>", from));
    }

    @Test
    void fiscalYearsAreThoseOfTheScenario() {
        assertThat(html).contains("fiscal years 2027-28 to 2040-41").contains("<td>2026-27\n");
        try (Query few = Query.empty()) {
            few.fill("insert into plans values ('p', 0, 'Plan', '', '', null, '', true, 0, true)");
            few.fill(
                    "insert into downtime select 'p', 0, 0, y, 'down', 'in-repair', 'No spare: in repair', '', '', 10 from range(2026, 2030) t(y)");
            few.fill(
                    "insert into money select 'p', 0, 0, y, 'Repairs', 'USD', 'INR', 8e7, 8e7 from range(2026, 2030) t(y)");
            // on 24 November 2026 the year that began in January 2026 is under way
            assertThat(Report.html(few, with(Month.JANUARY)))
                    .contains("fiscal years 2027 to 2029")
                    .contains("<td>2026\n")
                    .doesNotContain("2026-27");
            // and so is the one that began in December 2025
            assertThat(Report.html(few, with(Month.DECEMBER)))
                    .contains("fiscal years 2026-27 to 2029-30")
                    .contains("<td>2026-27\n");
        }
    }

    @Test
    void theYearsInWhichPlansExceedTheirBudgetAreSaid() {
        try (Query few = Query.empty()) {
            for (String plan : List.of("p", "q", "r")) {
                few.fill(
                        "insert into plans select '%s', count(*), 'Plan %s', '', '', null, '', false, 0, true from plans"
                                .formatted(plan, plan));
                few.fill(
                        "insert into money select '%s', 0, 0, y, 'Repairs', 'USD', c.currency, c.amount, c.real from range(2026, 2032) t(y), (values ('INR', 8e7, 8e7), ('USD', 1e6, null)) c(currency, amount, real)"
                                .formatted(plan));
            }
            few.fill(
                    "insert into budgets select plan, y, y || '-x', 'INR', 9, 'crore INR', 8, 7, 8, 9, case when plan = 'p' and y <> 2030 or plan = 'q' and y = 2028 then 0.6 else 0.2 end from plans, range(2027, 2032) t(y)");
            String page = Report.html(few, with(Month.APRIL));
            assertThat(page)
                    .contains(
                            "In more than half of the runs the budget is exceeded <strong>in 2027-28 to 2029-30 and 2031-32</strong> by “Plan p”; <strong>in 2028-29</strong> by “Plan q”. The other plan stays within the budget of every year in at least half of them.")
                    .contains("Line: the budget of the year, as granted in crore INR.");
            JsonNode charts = data(page).get("money-figure").get("panels").get("money-chart");
            assertThat(charts.get("p|INR").toString()).contains("[1,9,9],[2,9,9]");
            assertThat(charts.get("p|USD").toString()).doesNotContain("budget");
            few.fill("update budgets set shareOver = 0.04 where plan = 'q'");
            few.fill("update budgets set shareOver = 0 where plan <> 'q'");
            assertThat(Report.html(few, with(Month.APRIL)))
                    .contains(
                            "No plan exceeds the budget of any year in more than half of the runs</strong>; nearest comes “Plan q”, in 2027-x in 4 % of them.");
        }
    }

    private static RunInfo with(Month first) {
        return Fixture.info("p", new FiscalYears(first));
    }

    @Test
    void leavesNoHalfWrittenFile() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void holdsOnlyFiniteNumbers() {
        String data = data(html).toString();
        assertThat(data).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(html.substring(html.indexOf("<main"), html.indexOf("<script type")))
                .doesNotContain("NaN")
                .doesNotContain("Infinity")
                .doesNotContain("null");
    }

    @Test
    void everyLinkWithinThePageHasItsTarget() {
        Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
        while (links.find()) {
            assertThat(html).contains("id=\"" + links.group(1) + "\"");
        }
    }

    @Test
    void bandsEqualTheQuantilesOfTheRuns() {
        String plan = "as-it-came";
        JsonNode option = data(html).get("fan").get("panels").get("fan-chart").get(plan);
        int index = -1;
        for (int i = 0; i < option.get("xAxis").get("data").size(); i++) {
            index = option.get("xAxis").get("data").get(i).asString().equals("2030 Q2") ? i : index;
        }
        var row =
                tables.run(
                                """
                                select quantile_cont(v, 0.05) as q05, quantile_cont(v, 0.5) as q50, quantile_cont(v, 0.95) as q95 from
                                (select draw, avg(ready) as v from readiness where plan = 'as-it-came'
                                and month between '2030-04-01' and '2030-06-01' group by draw)
                                """)
                        .rows()
                        .getFirst();
        double stacked = 0;
        double median = Double.NaN;
        for (JsonNode series : option.get("series")) {
            String id = series.get("id").asString();
            if (id.startsWith("band:Ready:") && !id.endsWith("p50")) {
                stacked += series.get("data").get(index).asDouble();
                if (id.endsWith("p05")) {
                    assertThat(stacked)
                            .isCloseTo(((Number) row.get(0)).doubleValue(), within(1e-4));
                }
            } else if (id.equals("band:Ready:p50")) {
                median = series.get("data").get(index).asDouble();
            }
        }
        assertThat(stacked).as("95 %").isCloseTo(((Number) row.get(2)).doubleValue(), within(1e-4));
        assertThat(median)
                .as("median")
                .isCloseTo(((Number) row.get(1)).doubleValue(), within(1e-4));
    }

    @Test
    void textIsEscapedEverywhere() {
        String evil = "<script>alert(1)</script>\"'";
        try (Query few = Query.empty()) {
            few.fill(
                    "insert into plans values ('p', 0, '</script><b>x', '<i>', '<u>', null, '', true, 0, true)");
            few.fill(
                    "insert into readiness select 'p', 0, 0, month::date, 1, 1, 1, 1, 0, 0, 0 from range(date '2020-01-01', date '2022-01-01', interval 1 month) t(month)");
            String page = Report.html(few, Fixture.info(evil, evil, evil, "p", FiscalYears.APRIL));
            assertThat(page).doesNotContain("<script>alert").doesNotContain("<b>x");
            assertThat(page).doesNotContain("<i>").doesNotContain("<u>");
            assertThat(data(page).toString()).contains("2020 Q1");
        }
    }

    @Test
    void emptyTablesGiveAReadableReport() throws IOException {
        try (Query none = Query.empty()) {
            Path report = FOLDER.resolve("empty-report.html");
            Report.write(none, Fixture.info(), report);
            assertThat(Files.readString(report))
                    .contains("The run holds no plan")
                    .contains("No unit is due")
                    .contains("The scenario holds no claims.")
                    .contains("No money is spent");
        }
    }

    @Test
    void unknownMetricsAppearInTheTables() {
        assertThat(html).contains("Something new").contains("widgets");
    }
}
