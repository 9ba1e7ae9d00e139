package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.study.ResultTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A made-up programme in zloty (figures notional), as a stranger runs it: whatever a command says
/// or writes is in its own money and its own words, and in words at all: no key path, no date by
/// numbers in titles.
class OtherCountryTest {
    @TempDir static Path folder = Path.of("");

    private static final Path ROOT =
            Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
    private static final Path CASE = ROOT.resolve("bench/show/cases/reporting-in-pln");

    /// Words of another programme, none of which stands in the scenario.
    private static final Pattern FOREIGN =
            Pattern.compile("INR|(?i:crore|rupee|lakh|squadron|s-?400|\\bindian?\\b)");

    private static final Pattern KEY_PATH =
            Pattern.compile("\\b[a-z][A-Za-z0-9-]*(\\.[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*){2,}");
    private static final Pattern ISO_DATE =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b(came|by|on|in) \\d{4}-\\d\\d\\b");

    private static Path zloty = Path.of("");
    private static Path run = Path.of("");
    private static Path first = Path.of("");
    private static String said = "";

    private final Shown shown = new Shown();

    @BeforeAll
    static void runBoth() throws IOException {
        zloty = copy(CASE, "zloty", "  draws: 40\n", "  draws: 40\n  quickDraws: 24\n");
        var console = new OtherCountryTest();
        said = console.good("run", zloty, "--quick", "--out", folder.resolve("out"));
        said += console.shown.err();
        run = folder.resolve("out/zloty");
        Path other =
                copy(
                        ROOT.resolve("scenarios/first"),
                        "first",
                        "plans:\n",
                        "study: {quickDraws: 24}\nplans:\n");
        console.good("run", other, "--quick", "--out", folder.resolve("other"));
        first = folder.resolve("other/first");
    }

    private static Path copy(Path from, String as, String what, String with) throws IOException {
        Path to = Files.createDirectories(folder.resolve(as));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(to.resolve(file.getFileName()), Files.readString(file));
            }
        }
        Path file = to.resolve("scenario.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with));
        return to;
    }

    private int parapet(Object... words) {
        shown.outBytes.reset();
        shown.errBytes.reset();
        var arguments = new ArrayList<String>();
        for (Object word : words) {
            arguments.add(word.toString());
        }
        return Parapet.run(shown.console, new LiveActions(), arguments.toArray(String[]::new));
    }

    private String good(Object... words) {
        assertThat(parapet(words)).as("%s%n%s", shown.out(), shown.err()).isZero();
        return shown.out();
    }

    /// What a command says, wherever it says it; none of it is foreign.
    private String own(Object... words) {
        String text = good(words) + shown.err();
        foreign(text, List.of(words).toString());
        return text;
    }

    private static void foreign(String text, String where) {
        assertThat(FOREIGN.matcher(text).results().map(m -> around(text, m.start())).toList())
                .as(where)
                .isEmpty();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 40));
    }

    @Test
    void theScenarioItselfHasNoneOfTheWords() throws IOException {
        try (Stream<Path> files = Files.list(zloty)) {
            for (Path file : files.toList()) {
                foreign(Files.readString(file), file.toString());
            }
        }
    }

    @Test
    void theConsoleSpeaksOfBatteriesAndZloty() {
        foreign(said, "run");
        assertThat(said)
                .contains("Batteries ready in December 2030", "ready battery-years by 31 December");
        own("check", zloty, "--all");
        own("runs", folder.resolve("out"));
        assertThat(own("explain", zloty, "phase1-price")).contains("4.75 billion USD");
        own("explain", zloty, "money");
        own("explain", zloty);
        assertThat(own("compare", run, "centre", "baseline", "--top", "0"))
                .contains("million PLN  ", "Battery-years promised but not ready");
        assertThat(own("coverage", zloty, "--ready", "battery-1,battery-2")).isNotEmpty();
        assertThat(own("raid", zloty, "--ready", "battery-1,battery-2", "--draws", "4"))
                .isNotEmpty();
        assertThat(own("why", run)).contains("night-1 to night-98");
        assertThat(own("why", run, "night-1")).contains("Battery 1");
    }

    @Test
    void sustainDecidesInZloty() {
        assertThat(own("sustain", zloty, "--draws", 4)).contains("Batteries by state");
        assertThat(own("sustain", zloty, "--draws", 4, "--slip", 12))
                .contains("Ready battery-years lost", "spentMillionPLN", "a ready battery-year");
        assertThat(
                        own(
                                "sustain",
                                zloty,
                                "--draws",
                                4,
                                "--optimise",
                                "spares",
                                "--budget",
                                "2027: 60 million PLN"))
                .contains("Bought year by year", "millionPLN", "million PLN");
        assertThat(
                        own(
                                "sustain",
                                zloty,
                                "--draws",
                                4,
                                "--plan",
                                "centre",
                                "--optimise",
                                "opening",
                                "--item",
                                "grudziadz"))
                .contains("ready battery-years, million PLN");
        for (String decision : List.of("repair", "places", "last-buy")) {
            parapet(
                    "sustain",
                    zloty,
                    "--draws",
                    4,
                    "--plan",
                    "centre",
                    "--optimise",
                    decision,
                    "--on",
                    "2030-12-31",
                    "--item",
                    decision.equals("last-buy") ? "radar" : "grudziadz");
            foreign(shown.out() + shown.err(), decision);
        }
    }

    @Test
    void theTablesSpeakOfBatteriesAndZloty() throws IOException {
        for (ResultTable table : ResultTable.values()) {
            foreign(good("query", run, "FROM " + table.table(), "--format", "csv"), table.table());
        }
        assertThat(good("query", run, "SELECT DISTINCT currency FROM money", "--format", "csv"))
                .contains("PLN");
        assertThat(good("query", run, "SELECT DISTINCT noun, nouns FROM units", "--format", "csv"))
                .contains("battery,batteries");
        Path sheets = folder.resolve("sheets");
        own("export", run, "--format", "csv", "--out", sheets);
        own("export", run, "--format", "xlsx", "--out", sheets);
        own("export", run, "--format", "json", "--out", sheets, "--table", "metrics");
        try (Stream<Path> files = Files.list(sheets)) {
            for (Path file : files.toList()) {
                foreign(text(file), file.toString());
            }
        }
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".xlsx")) {
            return Files.readString(file);
        }
        var all = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    @Test
    void theReportSpeaksOfBatteriesAndZloty() throws IOException {
        String html = Files.readString(run.resolve("report.html"));
        String text = visible(html);
        foreign(text, "report");
        foreign(data(html).toString(), "charts");
        assertThat(text)
                .contains("batteries", "ready battery-years", "million PLN")
                .doesNotContain("unit-years", "batterys");
    }

    /// What people read: no script, no style, no tag.
    private static String visible(String html) {
        return html.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ").replaceAll("<[^>]*>", " ");
    }

    private static JsonNode data(String html) {
        String mark = "<script type=\"application/json\" id=\"data\">";
        int from = html.indexOf(mark) + mark.length();
        return new JsonMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
    }

    @Test
    void helpAndErrorsSpeakOfNobody() throws IOException {
        for (String command :
                Parapet.commandLine(shown.console, new LiveActions()).getSubcommands().keySet()) {
            own(command, "--help");
        }
        own("--help");
        String budget = "12 billion PLN";
        Map<String, String> broken = new TreeMap<>();
        for (String amount :
                List.of("12 mld PLN", "'1,5 billion PLN'", "12 billion", "12 billion EUR", "-3")) {
            broken.put(amount, budget);
        }
        broken.put("reporting: zloty", "reporting: PLN");
        broken.put("fiscalYear: jan", "fiscalYear: january");
        broken.put("yearlyCots: {assume: 80", "yearlyCost: {assume: 80");
        broken.put("asOf: 2016-01-31", "asOf: 2026-01-31");
        broken.put("asOf: 31.01.2026", "asOf: 2026-01-31");
        broken.put(
                "meanTimeBetweenFailures: {assume: 80x", "meanTimeBetweenFailures: {assume: 800");
        broken.put("type: batery, base: north", "type: battery, base: north");
        broken.put("noun: {three: x}, name: Patriot", "name: Patriot");
        int n = 0;
        for (var edit : broken.entrySet()) {
            Path scenario = copy(CASE, "broken" + n++, edit.getValue(), edit.getKey());
            assertThat(parapet("check", scenario)).as(edit.toString()).isEqualTo(2);
            assertThat(shown.out() + shown.err()).contains("error: ");
            foreign(shown.out() + shown.err(), edit.toString());
        }
        for (String option : List.of("--worth", "--budget")) {
            assertThat(parapet("sustain", zloty, option, "40")).isEqualTo(2);
            foreign(shown.out() + shown.err(), option);
        }
        Stream.of(
                        List.of("explain", zloty, "batery-3"),
                        List.of("run", zloty, "--plan", "centr"),
                        List.of("query", run, "SELECT nothing"),
                        List.of("why", run, "night-999"),
                        List.of("compare", run, "centre", "base"))
                .forEach(words -> {
                    assertThat(parapet(words.toArray())).as(words.toString()).isEqualTo(2);
                    foreign(shown.out() + shown.err(), words.toString());
                });
    }

    /// What the axes, legends, lists and series of charts are called.
    private static void titles(JsonNode node, String name, Set<String> found) {
        if (node.isObject()) {
            node.properties()
                    .forEach(e -> {
                        boolean axis = name.matches("[xy]Axis|legend|markLine|label|title");
                        boolean named =
                                e.getKey().matches("name|text|formatter")
                                        || (axis && e.getKey().equals("data"));
                        if (named && e.getValue().isString()) {
                            found.add(e.getValue().asString());
                        } else if (named && e.getValue().isArray()) {
                            e.getValue()
                                    .forEach(v -> {
                                        if (v.isString()) {
                                            found.add(v.asString());
                                        }
                                    });
                        }
                        if (!e.getKey().equals("tables")) {
                            titles(e.getValue(), e.getKey(), found);
                        }
                    });
        } else if (node.isArray()) {
            node.forEach(n -> titles(n, name, found));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zloty", "first"})
    void titlesAreInWords(String name) throws IOException {
        Path of = name.equals("zloty") ? run : first;
        String html = Files.readString(of.resolve("report.html"));
        var titles = new TreeSet<String>();
        titles(data(html), "", titles);
        assertThat(titles).as("titles of charts").hasSizeGreaterThan(40);
        Pattern.compile(
                        "(?s)<(h[1-4]|th|caption|figcaption|option|legend|summary)\\b[^>]*>(.*?)</\\1>")
                .matcher(html.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " "))
                .results()
                .forEach(m -> titles.add(visible(m.group(2)).strip()));
        String names = good("query", of, "SELECT DISTINCT name FROM drivers", "--format", "csv");
        assertThat(names.lines().count()).as("drivers").isGreaterThan(4);
        names.lines().skip(1).forEach(titles::add);
        good("query", of, "SELECT DISTINCT label FROM metrics", "--format", "csv")
                .lines()
                .skip(1)
                .forEach(titles::add);
        assertThat(titles)
                .noneMatch(t -> KEY_PATH.matcher(t).find())
                .noneMatch(t -> ISO_DATE.matcher(t).find());
    }

    @Test
    void wherePeopleReadTheNameComesBeforeTheKey() {
        String key = "support.sites.maker.shop.repairTime";
        assertThat(good("explain", zloty, key).lines().toList())
                .startsWith("Repair time, shop of Raytheon  (assumption)", "  key         " + key);
        assertThat(good("explain", zloty, "mse-price").lines().toList())
                .startsWith("Mse price  (claims, mixture)", "  key         mse-price");
        assertThat(good("explain", zloty).lines().findFirst().orElse(""))
                .startsWith("name ")
                .contains("quantity");
        for (String table : List.of("inputs", "drivers", "quantities")) {
            assertThat(
                            good(
                                    "query",
                                    run,
                                    "SELECT count(*) FROM %s WHERE name IS NULL OR name LIKE '%%.%%.%%'"
                                            .formatted(table),
                                    "--format",
                                    "csv"))
                    .as(table)
                    .isEqualTo("count_star()\r\n0\r\n");
        }
        assertThat(
                        good(
                                "query",
                                run,
                                "SELECT changes FROM plans WHERE plan = 'centre' OR plan = 'late'",
                                "--format",
                                "csv"))
                .contains("Active of site WZU Grudziądz: true", "comes later by 12 month")
                .doesNotContain("programme.contracts");
    }
}
