package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.view.doc.Section;
import parapet.view.doc.Text;
import parapet.view.figure.RealRaids;
import parapet.view.question.ForceSection;
import parapet.view.question.RaidSection;
import parapet.view.read.Results;
import tools.jackson.databind.JsonNode;

/// Questions 3 and 4 of the report, from made tables.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SkySectionsTest {
    private Query tables = Query.empty();
    private String html = "";
    private JsonNode data = ReportTest.data(NOTHING);

    private static final String NOTHING =
            "<script type=\"application/json\" id=\"data\">{\"figures\":{}}</script>";

    @BeforeAll
    void write() {
        tables = Fixture.full();
        html = Report.html(tables, Fixture.info());
        data = ReportTest.data(html);
    }

    @AfterAll
    void close() {
        tables.close();
    }

    /// One row of an answer.
    private record Row(QueryResult of) {
        String text(String column) {
            return String.valueOf(of.column(column).getFirst());
        }

        double number(String column) {
            return ((Number) of.column(column).getFirst()).doubleValue();
        }
    }

    /// Three significant digits of a number that is not negative.
    private static String digits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    private Row ask(String sql) {
        return new Row(tables.run(sql));
    }

    private static String section(String html, String id) {
        int from = html.indexOf("<section id=\"" + id + "\"");
        return html.substring(from, html.indexOf("</section>", from));
    }

    private JsonNode option(String figure, String panel, String variant) {
        return ReportTest.option(data, figure, panel, variant);
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
    void theAnswerNamesThePackageThatStopsMost() {
        Row best =
                ask(
                        "select plan, mean from differences where comparison = 'reference' and metric = 'leaked-mixed-two-sides/2035-03-31' and plan in ('five-more', 'five-more-after', 'same-money-in-spares', 'close-in-layer') order by mean limit 1");
        assertThat(best.text("plan")).isEqualTo("five-more");
        assertThat(section(html, "q3"))
                .contains("most targets are stopped by <strong>“Five more squadrons”</strong>")
                .contains(Math.round(-best.number("mean")) + " targets fewer")
                .contains("of the simulation");
    }

    @Test
    void packagesAreDifferencesWithTheirIntervals() {
        Row d =
                ask(
                        "select mean, halfWidth from differences where comparison = 'reference' and metric = 'seen-1000/2035-03-31' and plan = 'same-money-in-spares'");
        String table = section(html, "q3");
        assertThat(table)
                .contains("+" + digits(d.number("mean")) + " ▲")
                .contains("± " + digits(d.number("halfWidth")));
    }

    /// A package of which no gain is clear stands in no chart of value, and the chart says so.
    @Test
    void whatOnlyCostsStandsInNoChartOfValue() {
        for (String metric : new String[] {"ready", "mixed-two-sides"}) {
            JsonNode points = series(option("value", "value-chart", metric), "points").get("data");
            assertThat(points.size()).as("points of %s", metric).isGreaterThan(1);
            for (JsonNode point : points) {
                String name = point.get("tip").asString().split("\n", -1)[0];
                if (name.equals("the reference")) {
                    continue;
                }
                double clear =
                        ask("select count(*) as n from differences d join plans p using (plan) where d.comparison = 'reference' and p.name = '%s' and mean > halfWidth and (metric like 'ready-unit-years%%' or metric like 'stopped-%%2035%%' or metric like 'kept-%%2035%%')"
                                        .formatted(name.replace("'", "''")))
                                .number("n");
                assertThat(clear).as(name).isPositive();
            }
        }
    }

    @Test
    void bandsOfCoveredSkyAreOfTheDraws() {
        Row q =
                ask(
                        "select quantile_cont(area, 0.05) as low, avg(area) as mean, quantile_cont(area, 0.95) as high from covered where plan = 'five-more' and day = '2035-03-31' and height = 10000 and kind = 'reached' and atLeast = 1");
        boolean found = false;
        for (JsonNode bar :
                series(option("covered", "covered-chart-0", "2035-03-31|10000"), "bands")
                        .get("data")) {
            if (bar.get("tip").asString().startsWith("Five more squadrons, reached")) {
                assertThat(bar.get("value").get(0).asDouble())
                        .isCloseTo(q.number("low"), within(0.1));
                assertThat(bar.get("value").get(1).asDouble())
                        .as("the dot is the mean that the words tell")
                        .isCloseTo(q.number("mean"), within(0.1));
                assertThat(bar.get("value").get(2).asDouble())
                        .isCloseTo(q.number("high"), within(0.1));
                found = true;
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void mapsSayWhatTheTableSays() {
        double share =
                100
                        * ask("select sum(cos(radians(latitude))) filter (sites1000 > 0) / sum(cos(radians(latitude))) as s from sky")
                                .number("s");
        assertThat(section(html, "q3"))
                .contains(
                        "1 km above the ground: "
                                + digits(Math.round(share * 10) / 10.0)
                                + " % seen")
                .contains("No borders are drawn")
                .contains("75° E")
                .contains("North-west")
                .contains("id=\"bound\"");
    }

    @Test
    void sharesStoppedComeFromBattlesOfTheFirstNight() {
        double mean =
                ask("""
                select avg(100.0 * (killed + jammed + failed) / threats) as m from forces f join battles b using (draw, raid, battle)
                where f.raid = 'mixed-two-sides' and plan = 'close-in-layer' and day = '2035-03-31' and night = 1 and target = 'cruise-missile'
                """)
                        .number("m");
        boolean found = false;
        for (JsonNode bar :
                series(option("classes", "classes-chart-0", "2035-03-31|mixed-two-sides"), "bands")
                        .get("data")) {
            if (bar.get("tip")
                    .asString()
                    .startsWith("Close-in layer for the same money: Cruise missile")) {
                assertThat(bar.get("value").get(1).asDouble()).isCloseTo(mean, within(1e-3));
                found = true;
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void hoursWithoutAnEventCountAsZero() {
        JsonNode leaked =
                series(
                                option("hours", "hours-chart-0", "as-it-came|2035-03-31|few-fast"),
                                "bar:Got through")
                        .get("data");
        assertThat(leaked.size()).isEqualTo(4);
        assertThat(leaked.get(3).asDouble()).isZero();
        double all =
                ask("""
                select avg(n) as m from (select f.draw, f.replication, coalesce(sum(number), 0) as n from forces f left join hours h on h.draw = f.draw and h.raid = f.raid
                and h.battle = f.battle and hour = 1 and kind = 'leaked'
                where f.raid = 'few-fast' and plan = 'as-it-came' and day = '2035-03-31' group by all)
                """)
                        .number("m");
        assertThat(leaked.get(1).asDouble()).isCloseTo(all, within(1e-3));
    }

    @Test
    void roundsBeforeTheFirstNightAreThoseFiredAndLeft() {
        double stock =
                ask("""
                select avg("fired" + "left") as m from forces f join rounds r using (draw, raid, battle)
                where f.raid = 'drones-by-night' and plan = 'as-it-came' and day = '2035-03-31' and night = 1 and round = 'long-range'
                """)
                        .number("m");
        JsonNode option =
                option("nights", "nights-chart-0", "as-it-came|2035-03-31|drones-by-night");
        assertThat(option.get("xAxis").get("data").toString())
                .isEqualTo(
                        "[\"before\",\"night 1\",\"night 2\",\"night 3\",\"night 4\",\"night 5\"]");
        assertThat(series(option, "bar:Long range").get("data").get(0).asDouble())
                .isCloseTo(stock, within(1e-3));
    }

    /// A kind that is used up has no row any more: it counts as 0, and rounds never come back.
    @Test
    void aKindThatIsUsedUpCountsAsZero() {
        try (Query few = Query.empty()) {
            few.fill("insert into plans values ('p', 0, 'P', '', '', null, '', true, 0, true)");
            few.fill(
                    "insert into metrics (metric, kind, subject, date, label, unit, better) values ('leaked-r/2030-01-01', 'leaked', 'r', '2030-01-01', 'l', 'targets', 'less')");
            few.fill(
                    "insert into forces by name select 'p' as plan, 'r' as raid, date '2030-01-01' as day, d as draw, 0 as replication, d as battle from range(10) t(d)");
            few.fill(
                    "insert into battles by name select d as draw, 'r' as raid, d as battle, n as night, 't' as target, 4 as threats, 3 as killed, 0 as jammed, 0 as failed, 1 as leaked from range(10) t(d), range(1, 4) u(n)");
            // nine battles use all up on the first night, one keeps 40 rounds to the end
            few.fill(
                    "insert into rounds by name select d as draw, 'r' as raid, d as battle, n as night, 'm' as round, 0 as fired, 40 as left from range(1) t(d), range(1, 4) u(n)");
            few.fill(
                    "insert into rounds by name select d as draw, 'r' as raid, d as battle, 1 as night, 'm' as round, 40 as fired, 0 as left from range(1, 10) t(d)");
            JsonNode figures = ReportTest.data(Report.html(few, Fixture.info()));
            JsonNode option =
                    ReportTest.option(figures, "nights", "nights-chart-0", "p|2030-01-01|r");
            assertThat(series(option, "bar:M").get("data").toString())
                    .as("before, and after each night: 40, then the mean of one 40 and nine 0")
                    .isEqualTo("[40,4,4,4]");
        }
    }

    @Test
    void reasonsAddUpToTheMeanOfTheTable() {
        double mean =
                ask("""
                select sum(leaked) / (select count(*) from forces where raid = 'mixed-two-sides' and plan = 'as-it-came' and day = '2035-03-31') as m
                from forces f join reasons r using (draw, raid, battle)
                where f.raid = 'mixed-two-sides' and plan = 'as-it-came' and day = '2035-03-31' and target = 'drone' and reason = 'all channels busy'
                """)
                        .number("m");
        JsonNode option = option("why", "why-chart-0", "as-it-came|2035-03-31|mixed-two-sides");
        boolean found = false;
        for (JsonNode part : option.get("series")) {
            if (part.get("name").asString().equals("all channels busy")) {
                assertThat(part.get("data").get(0).asDouble()).isCloseTo(mean, within(1e-3));
                found = true;
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void misfitIsSaidPlainly() {
        String q5 = section(html, "q5");
        assertThat(q5)
                .contains(
                        "Real drones, Drone: <strong>the model stops more than reported</strong>, 97 % computed (9 of 10 draws: 94 to 99 %) against 84 to 88 %.")
                .contains("<strong>the model stops less than reported</strong>")
                .contains(
                        "<strong>agrees: the model gives what was reported a chance of 80 %</strong>")
                .contains("of 3 comparisons that can fail, 1 agree")
                .contains(
                        "<strong>decided by the input: no round of the defence is used against this class</strong>, 0 % computed")
                .contains("<strong>cannot be judged</strong>")
                .contains("12,000 states of the force met a raid; 660 battles were fought");
        assertThat(section(html, "q4")).contains("./parapet why out/india-s400 ");
    }

    @Test
    void everyVariantOfAChoiceIsThere() {
        int checked = 0;
        for (JsonNode figure : data) {
            int product = 1;
            for (JsonNode choice : figure.get("choices")) {
                product *= choice.get("options").size();
            }
            for (JsonNode panel : figure.get("panels")) {
                assertThat(panel.size()).isEqualTo(product);
            }
            if (figure.get("tables").size() > 0) {
                assertThat(figure.get("tables").size()).isEqualTo(product);
            }
            checked++;
        }
        assertThat(checked).isGreaterThan(15);
    }

    /// Marks on the map mean what the table of regions says.
    @Test
    void marksOfTheMapAreThoseOfTheTable() {
        double bases = ask("select count(*) as n from places where units <> ''").number("n");
        double aims = ask("select count(*) as n from places where aim").number("n");
        String map = section(html, "q3");
        String one = map.substring(map.indexOf("<svg class=\"map\""));
        one = one.substring(0, one.indexOf("</svg>"));
        assertThat(one.split("class=\"base\"", -1).length - 1).isEqualTo((int) bases);
        assertThat(one.split("class=\"aim\"", -1).length - 1).isEqualTo((int) aims);
        assertThat(map)
                .contains(
                        "Triangles: regions where units stand; rings: regions at which a raid is aimed");
    }

    @Test
    void aRunWithoutASkySaysHowToAddOne() {
        try (Query none = Query.empty()) {
            none.fill("insert into plans values ('p', 0, 'P', '', '', null, '', true, 0, true)");
            String page = Report.html(none, Fixture.info());
            for (String id : new String[] {"q3", "q4"}) {
                assertThat(section(page, id))
                        .contains("The scenario has no sky")
                        .contains("study.raidDates");
            }
        }
    }

    @Test
    void aSkyWithoutRaidsOrPackagesSaysSo() {
        try (Query some = Query.empty()) {
            some.fill("insert into plans values ('p', 0, 'P', '', '', null, '', true, 0, true)");
            some.fill(
                    "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('seen-100/2030-01-01', 'x', 'thousand km2', 'more')) t(m, l, u, b)");
            Fixture.typed(some);
            String page = Report.html(some, Fixture.info());
            assertThat(section(page, "q3")).contains("The scenario compares no packages");
            assertThat(section(page, "q4")).contains("no raid comes to its plans");
        }
    }

    private static String words(Section section) {
        return section.answers().stream().map(Text::plain).collect(Collectors.joining(" "));
    }

    /// Half-filled tables, as of a scenario with places and raids but no terrain, or the other way:
    /// what is left is told as before, and what is not there is not made up.
    @Test
    void halfASkyStillGivesAReport() {
        Results whole = new Results(tables, Fixture.info());
        String force = words(new ForceSection(whole).section());
        String raid = words(new RaidSection(whole).section());
        int real = new RealRaids(whole).blocks().size();
        assertThat(raid).contains("the defence holds");
        for (String table :
                new String[] {
                    "sky",
                    "covered",
                    "battles",
                    "rounds",
                    "reasons",
                    "hours",
                    "threats",
                    "places",
                    "forces",
                    "estimates",
                    "differences",
                    "analogues",
                    "sharing"
                }) {
            tables.fill("create table kept as select * from " + table);
            tables.fill("delete from " + table);
            Results results = new Results(tables, Fixture.info());
            assertThat(words(new ForceSection(results).section()))
                    .as("question 3 without %s", table)
                    .isEqualTo(
                            table.equals("differences")
                                    ? "The scenario compares no packages (study comparisons of the topic force), so this run says what sky is covered, not what would be better."
                                    : force);
            assertThat(words(new RaidSection(results).section()))
                    .as("question 4 without %s", table)
                    .isEqualTo(
                            switch (table) {
                                case "estimates" ->
                                        "The raids came to no plan of this run, so there is no answer yet.";
                                case "battles" ->
                                        raid.replaceAll("; the defence holds.*?are simulated", "");
                                default -> raid;
                            });
            assertThat(new RealRaids(results).blocks())
                    .as("raids after real ones without %s", table)
                    .hasSize(
                            switch (table) {
                                case "analogues" -> real - 4;
                                case "sharing" -> real - 3;
                                default -> real;
                            });
            tables.fill("insert into %s select * from kept".formatted(table));
            tables.fill("drop table kept");
        }
    }

    @Test
    void namesOfPlacesAndReasonsCannotBreakThePage() {
        try (Query evil = Query.empty()) {
            String bad = "</svg><script>alert(1)</script>";
            evil.fill("insert into plans values ('p', 0, 'P', '', '', null, '', true, 0, true)");
            evil.fill(
                    "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('seen-100/2030-01-01', 'x', 'thousand km2', 'more')) t(m, l, u, b)");
            Fixture.typed(evil);
            evil.fill(
                    "insert into places values ('a', '%1$s', 30.0, 75.0, '%1$s', true)"
                            .formatted(bad));
            evil.fill(
                    "insert into sky values (30, 75, 200, 10, 1, 1, 1, true, '', '', ''), (31, 75, 200, null, 0, 0, 0, false, '%1$s', 'power', '')"
                            .formatted(bad));
            evil.fill(
                    "insert into threats values ('r', date '2030-01-01', '%1$s', 'd', '%1$s', 'leaked', 1, '', '%1$s', '%1$s', '%1$s', null, null, null, 0)"
                            .formatted(bad));
            assertThat(Report.html(evil, Fixture.info())).doesNotContain("<script>alert");
        }
    }
}
