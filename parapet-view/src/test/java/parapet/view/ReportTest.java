package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
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
import parapet.view.doc.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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
        return JsonMapper.shared().readTree(matcher.group(1)).get("figures");
    }

    /// The option of a variant, put together as the script does: a variant holds what is not as in
    /// the first one.
    static JsonNode option(JsonNode figures, String figure, String panel, String variant) {
        JsonNode variants = figures.get(figure).get("panels").get(panel);
        JsonNode first = variants.iterator().next();
        JsonNode change = variants.get(variant);
        assertThat(change).as("%s %s %s", figure, panel, variant).isNotNull();
        return variant.equals(variants.propertyNames().iterator().next())
                ? first
                : patch(first, change);
    }

    private static JsonNode patch(JsonNode base, JsonNode change) {
        if (change.isObject() && change.has("=")) {
            return change.get("=");
        }
        if (change.isObject() && change.has("#")) {
            ArrayNode list = JsonMapper.shared().createArrayNode();
            for (int i = 0; i < base.size(); i++) {
                JsonNode place = change.get("#").get(Integer.toString(i));
                list.add(place == null ? base.get(i) : patch(base.get(i), place));
            }
            return list;
        }
        ObjectNode copy = JsonMapper.shared().createObjectNode();
        base.properties().forEach(e -> copy.set(e.getKey(), e.getValue()));
        change.properties()
                .forEach(e -> {
                    if (e.getKey().equals("-")) {
                        e.getValue().forEach(gone -> copy.remove(gone.asString()));
                    } else {
                        JsonNode old = base.get(e.getKey());
                        copy.set(
                                e.getKey(),
                                old == null
                                        ? e.getValue().has("=")
                                                ? e.getValue().get("=")
                                                : e.getValue()
                                        : patch(old, e.getValue()));
                    }
                });
        return copy;
    }

    @Test
    void isOneFileBelowThreeMegabytesThatNamesEveryPlan() {
        assertThat(html.length()).isLessThan(3_000_000);
        assertThat(html).contains(PlanFixture.names().split("\n"));
        assertThat(html).doesNotContain("src=\"http").doesNotContainPattern("href=\"http[^\"]*\">");
    }

    @Test
    void tellsHowTheModelMeetsWhatWasPublished() {
        assertThat(html)
                .contains("The model beside what was published")
                .contains("not to be quoted: 25.5 effective draws, fewer than 100")
                .contains(
                        "Of 1 figure not used to fit, 1 lies where the fitted model gives less than a 5 % chance to a figure as far out.");
        assertThat(data(html).has("published-share")).isTrue();
    }

    @Test
    void chainsOfCausesNamePartsAndSitesAsTheScenarioDoes() {
        assertThat(table("chains"))
                .contains(
                        "Power unit, 400 kVA: no spare at base → no spare at Repair centre, north → in repair at Repair centre, north<")
                .contains(
                        " → Pump: no spare at Repair centre, north → spare on its way from Maker's plant<")
                .contains("Pump: repair on site<")
                .doesNotContain("power-unit")
                .doesNotContain("mro-north");
    }

    @Test
    void chainsOfCausesAreDaysAYear() {
        // 700 days from 24 November 2026 to 31 March 2041, 14.35 years
        assertThat(table("chains")).contains(">48.8<").doesNotContain(">50<");
    }

    private String table(String id) {
        int from = html.indexOf("id=\"" + id + "\"");
        assertThat(from).as(id).isNotNegative();
        return html.substring(from, html.indexOf("</table>", from));
    }

    @Test
    void fiscalYearsAreThoseOfTheScenario() {
        assertThat(html).contains("fiscal years 2027-28 to 2040-41").contains("<td>2026-27<");
        try (Query few = Query.empty()) {
            few.fill("insert into plans values ('p', 0, 'Plan', '', '', null, '', true, 0, true)");
            few.fill(
                    "insert into downtime select 'p', 0, 0, y, 'down', 'in-repair', 'No spare: in repair', '', '', 10 from range(2026, 2030) t(y)");
            few.fill(
                    "insert into money select 'p', 0, 0, y, 'Repairs', 'USD', 'INR', 8e7, 8e7 from range(2026, 2030) t(y)");
            // on 24 November 2026 the year that began in January 2026 is under way: the next is
            // 2027
            assertThat(Report.html(few, with(Month.JANUARY)))
                    .contains("fiscal years 2027 to 2029")
                    .contains("<td>2026<")
                    .doesNotContain("2026-27");
            // and so is the one that began in December 2025: the next is 2026-27
            assertThat(Report.html(few, with(Month.DECEMBER)))
                    .contains("fiscal years 2026-27 to 2029-30")
                    .contains("<td>2026-27<");
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
            JsonNode figures = data(page);
            assertThat(option(figures, "money-figure", "money-figure-chart-0", "p|INR").toString())
                    .contains("[1,9,9],[2,9,9]");
            assertThat(option(figures, "money-figure", "money-figure-chart-0", "p|USD").toString())
                    .doesNotContain("budget");
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

    /// The picture of the first screen against the table it is drawn from.
    @Test
    void thePictureHasTheMeansAndTheBandOfTheDraws() {
        JsonNode option = option(data(html), "picture", "picture-chart", "as-it-came");
        long month = LocalDate.of(2030, 6, 1).toEpochDay() * 86_400_000L;
        int index = -1;
        JsonNode months = option.get("extra").get("months");
        for (int i = 0; i < months.size(); i++) {
            index = months.get(i).asLong() == month ? i : index;
        }
        var row =
                tables.run(
                                """
                                select avg(ready) as mean, avg(ready + degraded) as fight, quantile_cont(ready, 0.05) as low, quantile_cont(ready, 0.95) as high
                                from readiness where plan = 'as-it-came' and month = '2030-06-01'
                                """)
                        .rows()
                        .getFirst();
        double[] drawn = {
            at(option, "line:fully ready", index),
            at(option, "line:able to fight", index),
            at(option, "band:fully ready:low", index),
            at(option, "band:fully ready:low", index) + at(option, "band:fully ready:high", index)
        };
        for (int i = 0; i < drawn.length; i++) {
            assertThat(drawn[i])
                    .as("number %d", i)
                    .isCloseTo(((Number) row.get(i)).doubleValue(), within(0.011));
        }
    }

    private static double at(JsonNode option, String id, int index) {
        for (JsonNode series : option.get("series")) {
            if (series.get("id").asString().equals(id)) {
                return series.get("data").get(index).asDouble();
            }
        }
        throw new AssertionError("no series " + id);
    }

    /// The states of the stack are all promised units.
    @Test
    void theStackOfStatesAddsUpToWhatIsPromised() {
        JsonNode option = option(data(html), "states", "states-chart", "as-it-came");
        JsonNode promised = option(data(html), "picture", "picture-chart", "as-it-came");
        for (int index = 0; index < option.get("extra").get("months").size(); index++) {
            double sum = 0;
            for (JsonNode series : option.get("series")) {
                if (series.get("id").asString().startsWith("cause:")) {
                    sum += series.get("data").get(index).asDouble();
                }
            }
            assertThat(sum)
                    .as("month %d", index)
                    .isGreaterThan(at(promised, "line:promised", index) - 0.35)
                    .isLessThan(at(promised, "line:promised", index) + 0.35);
        }
    }

    /// A decision reader stops at the first screen: five answers that can be taken in at a glance.
    @Test
    void theFirstScreenHasFiveShortAnswersWithRangeConfidenceAndWhatTheyRestOn() {
        Matcher answers =
                Pattern.compile("<li class=\"answer\">(.*?)</li>", Pattern.DOTALL).matcher(html);
        int n = 0;
        while (answers.find()) {
            n++;
            String answer = answers.group(1);
            Matcher said =
                    Pattern.compile("<p class=\"said\">(.*?)</p>", Pattern.DOTALL).matcher(answer);
            assertThat(said.find()).isTrue();
            assertThat(said.group(1).strip().split("\\s+").length)
                    .as(said.group(1))
                    .isLessThanOrEqualTo(Answer.MOST_WORDS);
            assertThat(answer).contains("href=\"#why-" + n + "\"");
        }
        assertThat(n).isEqualTo(5);
        assertThat(html)
                .contains("Fully ready: every part works. Able to fight:")
                .contains("What this model leaves out");
    }

    /// A price of a month in unit-years is told as days.
    @Test
    void aMonthOfSlipIsToldInDays() {
        double years =
                (Double)
                        tables.run(
                                        "select perMonth from differences where comparison = 'slip-5' and metric = 'ready-unit-years/2041-03-31'")
                                .rows()
                                .getFirst()
                                .getFirst();
        assertThat(years).isBetween(-30.4 / 365, -1.0 / 365);
        assertThat(html)
                .contains(
                        "One more month of “Squadron 5 slips a year” costs %d ready squadron-days (± "
                                .formatted(Math.round(-years * 365.2425)));
    }

    /// Rows of a variant lead where the first ones lead.
    @Test
    void cellsOfAVariantKeepTheirLinks() {
        JsonNode tables = data(html).get("tornado").get("tables");
        assertThat(tables.size()).isGreaterThan(1);
        int told = 0;
        for (JsonNode rows : tables) {
            JsonNode cell = rows.get(0).get(0);
            if (cell.isNumber()) {
                assertThat(cell.asInt()).as("as in the first").isZero();
                continue;
            }
            told++;
            JsonNode name = cell.get(0).get(0);
            assertThat(name.get(0).asString()).isEqualTo("Base availability");
            assertThat(name.get(1).asString()).isEqualTo("#q-base-availability");
        }
        assertThat(told).isPositive();
    }

    /// The style sheet has no rule for a class or a kind of input that neither the page nor the
    /// script holds; `none` is of an answer without a word, which these tables do not have.
    @Test
    void everyRuleOfTheStyleSheetHasSomethingToStyle() {
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
        assertThat(style.find()).isTrue();
        String selectors = style.group(1).replaceAll("\\{[^{}]*\\}", " ");
        String rest = html.replace(style.group(1), "");
        Matcher classes = Pattern.compile("\\.([a-z][a-z-]*)").matcher(selectors);
        int n = 0;
        while (classes.find()) {
            n++;
            if (!classes.group(1).equals("none")) {
                assertThat(
                                Pattern.compile(
                                                "(class=\"|'|className = ')([a-z -]*)?\\b%s\\b"
                                                        .formatted(classes.group(1)))
                                        .matcher(rest)
                                        .find())
                        .as(classes.group(1))
                        .isTrue();
            }
        }
        assertThat(n).isGreaterThan(50);
        Matcher inputs = Pattern.compile("input\\[type=([a-z]+)]").matcher(selectors);
        while (inputs.find()) {
            assertThat(rest).contains("<input type=\"%s\"".formatted(inputs.group(1)));
        }
    }

    /// Titles speak to people: no key path, no ISO date.
    @Test
    void noTitleHoldsAKeyOrAnIsoDate() {
        Matcher titles =
                Pattern.compile("<(h[1-4]|summary|caption)[^>]*>(.*?)</\\1>", Pattern.DOTALL)
                        .matcher(html);
        int n = 0;
        while (titles.find()) {
            n++;
            assertThat(titles.group(2))
                    .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}")
                    .doesNotContainPattern("[a-z]+\\.[a-z-]+\\.[a-z]");
        }
        assertThat(n).isGreaterThan(30);
    }

    /// What paper drops is said, and what the answers rest on stands in folds that paper opens.
    @Test
    void theEvidenceOfTheAnswersIsInThePageBesideThem() {
        assertThat(html).contains("On paper all folded tables are left out but those");
        for (int n = 1; n <= 2; n++) {
            int at = html.indexOf("<details class=\"trace fold\" id=\"why-" + n + "\"");
            assertThat(at).as("why-%d", n).isPositive();
        }
        assertThat(table("why-5-table")).contains("our assumption, no source");
    }

    /// One category, one colour, in every chart of the document.
    @Test
    void aCategoryHasOneColourInTheWholeDocument() {
        var colours = new HashMap<String, String>();
        data(html)
                .forEach(figure ->
                        figure.get("panels")
                                .forEach(panel -> {
                                    JsonNode option = panel.iterator().next();
                                    var inChart = new HashMap<String, String>();
                                    option.get("series")
                                            .forEach(series -> {
                                                if (!series.get("id")
                                                        .asString()
                                                        .startsWith("cause:")) {
                                                    return;
                                                }
                                                String name = series.get("name").asString();
                                                String colour =
                                                        series.get("itemStyle")
                                                                .get("color")
                                                                .asString();
                                                assertThat(colours.merge(name, colour, (a, b) -> a))
                                                        .as(name)
                                                        .isEqualTo(colour);
                                                assertThat(inChart.put(colour, name))
                                                        .as("%s twice in one chart", colour)
                                                        .isNull();
                                            });
                                }));
        assertThat(colours).hasSizeGreaterThan(8);
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
            assertThat(data(page).has("picture")).isTrue();
        }
    }

    @Test
    void emptyTablesGiveAReadableReport() throws IOException {
        try (Query none = Query.empty()) {
            Path report = FOLDER.resolve("empty-report.html");
            Report.write(none, Fixture.info(), report);
            assertThat(Files.readString(report))
                    .contains("No unit is due")
                    .contains("The scenario holds no claims.")
                    .contains("No money is spent");
        }
    }
}
