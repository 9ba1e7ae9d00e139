package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
    private static final Path FOLDER = Path.of("target");

    private DuckTables tables = DuckTables.empty();
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
    void leavesNoHalfWrittenFile() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
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
        Row row =
                Row.ask(
                                tables,
                                """
                                select quantile_cont(v, 0.05) as q05, quantile_cont(v, 0.5) as q50, quantile_cont(v, 0.95) as q95 from
                                (select draw, avg(ready) as v from readiness where plan = 'as-it-came'
                                and month between '2030-04-01' and '2030-06-01' group by draw)
                                """)
                        .getFirst();
        double stacked = 0;
        double median = Double.NaN;
        for (JsonNode series : option.get("series")) {
            String id = series.get("id").asString();
            if (id.startsWith("band:Ready:") && !id.endsWith("p50")) {
                stacked += series.get("data").get(index).asDouble();
                if (id.endsWith("p05")) {
                    assertThat(stacked).isCloseTo(row.number("q05"), within(1e-4));
                }
            } else if (id.equals("band:Ready:p50")) {
                median = series.get("data").get(index).asDouble();
            }
        }
        assertThat(stacked).as("95 %").isCloseTo(row.number("q95"), within(1e-4));
        assertThat(median).as("median").isCloseTo(row.number("q50"), within(1e-4));
    }

    @Test
    void textIsEscapedEverywhere() {
        RunInfo info = Fixture.info();
        String evil = "<script>alert(1)</script>\"'";
        try (DuckTables few = DuckTables.empty()) {
            few.execute(
                    "insert into plans values ('p', 0, '</script><b>x', '<i>', '<u>', null, '', true)");
            few.execute(
                    "insert into readiness select 'p', 0, 0, month::date, 1, 1, 1, 1, 0, 0, 0 from range(date '2020-01-01', date '2022-01-01', interval 1 month) t(month)");
            String page =
                    Report.html(
                            few,
                            new RunInfo(
                                    evil,
                                    evil,
                                    evil,
                                    info.start(),
                                    info.end(),
                                    info.asOf(),
                                    1,
                                    1,
                                    1,
                                    evil,
                                    evil,
                                    evil,
                                    "USD",
                                    "p",
                                    true));
            assertThat(page).doesNotContain("<script>alert").doesNotContain("<b>x");
            assertThat(page).doesNotContain("<i>").doesNotContain("<u>");
            assertThat(data(page).toString()).contains("2020 Q1");
        }
    }

    @Test
    void emptyTablesGiveAReadableReport() throws IOException {
        try (DuckTables none = DuckTables.empty()) {
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
    void readsAFolderOfParquet(@TempDir Path folder) {
        tables.execute(
                "copy plans to '%s' (format parquet)".formatted(folder.resolve("plans.parquet")));
        try (DuckTables read = DuckTables.of(folder)) {
            assertThat(read.query("select * from plans order by ord")).hasSize(22);
            assertThat(read.query("select * from units")).isEmpty();
        }
    }

    @Test
    void unknownMetricsAppearInTheTables() {
        assertThat(html).contains("Something new").contains("widgets");
    }
}
