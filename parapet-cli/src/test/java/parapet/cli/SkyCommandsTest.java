package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `coverage`, `raid`, `why` and `export` with the real engine on a copy of `scenarios/full`, in
/// which the group that defends alone has rounds.
class SkyCommandsTest {
    @TempDir static Path folder = Path.of("");

    private static final String KITE =
            "speed: 20 m/s, height: 300 m, crossSection: 0.1 m2, price: 100 USD";
    private static final String KITES =
            "{defendedBy: [other], reported: {kite: {stopped: 0 %}}, waves:"
                    + " {low: {target: kite, count: 2, toward: region, bearing: 0 deg}}}";

    private static Path scenario = Path.of("");
    private static Path run = Path.of("");

    private final Shown shown = new Shown();

    @BeforeAll
    static void runOnce() throws IOException {
        Path root = Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
        scenario = Files.createDirectories(folder.resolve("full"));
        try (var files = Files.list(root.resolve("scenarios/full"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, scenario.resolve(String.valueOf(file.getFileName())));
            }
        }
        Path file = scenario.resolve("scenario.yaml");
        String text = Files.readString(file);
        String other =
                "other: {battery: battery, place: region, faces: {assume: 0 deg, because: notional}, active: false}";
        assertThat(text).contains(other, "  raids:\n", "  targets:\n", "  draws: 50\n");
        Files.writeString(
                file,
                text.replace(other, other.replace("false}", "false, rounds: {round: {count: 3}}}"))
                        .replace("  targets:\n", "  targets:\n    kite: {" + KITE + "}\n")
                        .replace("  raids:\n", "  raids:\n    kites: " + KITES + "\n")
                        .replace("  draws: 50\n", "  draws: 8\n"));
        run = folder.resolve("out/full");
        new Shown()
                .good(
                        "run",
                        scenario,
                        "--quick",
                        "--plan",
                        "baseline",
                        "--out",
                        folder.resolve("out"));
    }

    private List<String[]> query(String sql) {
        return csv(shown.good("query", run, sql, "--format", "csv"));
    }

    /// Rows of simple CSV without the head.
    private static List<String[]> csv(String text) {
        return text.lines().skip(1).map(l -> l.split(",", -1)).toList();
    }

    @Test
    void aClassThatNoRoundIsUsedAgainstIsDecidedByTheInput() {
        assertThat(
                        query(
                                "SELECT target, mean, inside, decidedByInput, probability, canFail FROM analogues ORDER BY 1"))
                .satisfiesExactly(
                        aircraft -> {
                            assertThat(aircraft[3]).isEqualTo("false");
                            double probability = Double.parseDouble(aircraft[4]);
                            assertThat(aircraft[2])
                                    .as("inside")
                                    .isEqualTo(
                                            aircraft[5].equals("false")
                                                    ? ""
                                                    : String.valueOf(probability >= 0.1));
                        },
                        kite ->
                                assertThat(kite)
                                        .as("0 of 2 as computed and as reported is no success")
                                        .contains("kite", "0.0", "", "true", "false"));
    }

    @Test
    void coverageTellsAreasEdgesPlacesAndLimits() {
        String text = shown.good("coverage", scenario);
        assertThat(text)
                .contains(
                        "plan As contracted (baseline) against Aircraft, ready: one, two",
                        "What ends the view",
                        "A border region",
                        "that of a smooth earth",
                        "where the map ends",
                        "not counted here: layer");
        List<String[]> areas = csv(shown.good("coverage", scenario, "--format", "csv"));
        assertThat(areas).hasSize(6);
        for (String[] row : areas) {
            double one = Double.parseDouble(row[2]);
            assertThat(Double.parseDouble(row[3])).isLessThanOrEqualTo(one);
        }
        List<String[]> edges =
                csv(shown.good("coverage", scenario, "--section", "edges", "--format", "csv"));
        for (String[] row : edges) {
            double sum = 0;
            for (int i = 1; i < row.length; i++) {
                sum += Double.parseDouble(row[i]);
            }
            assertThat(sum).as("shares of %s", row[0]).isBetween(99.7, 100.3);
        }
        assertThat(shown.good("coverage", scenario, "--format", "json"))
                .contains("\"areas\": [", "\"places\": [", "\"notes\": [");
    }

    @Test
    void fewerReadySeeNoMoreAndASmallTargetIsSeenLess() {
        double all = seen("coverage", scenario, "--ready", "one,two,layer");
        double one = seen("coverage", scenario, "--ready", "one");
        double layer = seen("coverage", scenario, "--ready", "layer");
        double arc = seen("coverage", scenario, "--ready", "one", "--of", "arc");
        assertThat(all).isGreaterThanOrEqualTo(Math.max(one, layer)).isLessThan(one + layer);
        assertThat(arc).isLessThan(one).isPositive();
    }

    /// Area seen at 10 km, thousand km2.
    private double seen(Object... words) {
        var all = new ArrayList<Object>(List.of(words));
        all.addAll(List.of("--format", "csv"));
        return Double.parseDouble(csv(shown.good(all.toArray())).get(2)[2]);
    }

    /// What `run` fights with a group that defends alone is what `raid` fights, draw by draw.
    @Test
    void raidFightsAsRunDoes() {
        String[] expected =
                query(
                                "SELECT round(avg(threats), 2), round(avg(leaked), 2), round(avg(100.0 * (threats - leaked)"
                                        + " / threats), 2), count(*), max(leaked) - min(leaked) FROM battles"
                                        + " WHERE raid = 'elsewhere' AND night = 1")
                        .getFirst();
        assertThat(expected[3]).isEqualTo("8");
        assertThat(Double.parseDouble(expected[4])).as("draws differ").isPositive();
        String[] found =
                csv(shown.good(
                                "raid",
                                scenario,
                                "--raid",
                                "elsewhere",
                                "--draws",
                                8,
                                "--format",
                                "csv"))
                        .getFirst();
        for (int i = 0; i < 3; i++) {
            assertThat(Double.parseDouble(found[2 + i])).isEqualTo(Double.parseDouble(expected[i]));
        }
    }

    @Test
    void raidTellsClassesRoundsNightsAndReasons() {
        String text = shown.good("raid", scenario, "--draws", 10);
        assertThat(text)
                .contains(
                        "First night by class",
                        "Rounds fired",
                        "By night: share stopped",
                        "fired at and missed",
                        "visit (A small raid): ready one, two, layer, roaming, guard.",
                        "the scenario lets these defend alone");
        assertThat(shown.good("raid", scenario, "--draws", 10)).as("again").isEqualTo(text);
        List<String[]> reasons =
                csv(
                        shown.good(
                                "raid",
                                scenario,
                                "--draws",
                                10,
                                "--raid",
                                "visit",
                                "--section",
                                "reasons",
                                "--format",
                                "csv"));
        List<String[]> classes =
                csv(
                        shown.good(
                                "raid",
                                scenario,
                                "--draws",
                                10,
                                "--raid",
                                "visit",
                                "--format",
                                "csv"));
        for (String[] row : classes) {
            double through =
                    reasons.stream()
                            .filter(r -> r[1].equals(row[1]))
                            .mapToDouble(r -> Double.parseDouble(r[3]))
                            .sum();
            assertThat(through).as(row[1]).isCloseTo(Double.parseDouble(row[3]), within(0.03));
        }
        assertThat(shown.good("raid", scenario, "--draws", 3, "--format", "json"))
                .contains("\"classes\": [", "\"nights\": [");
    }

    @Test
    void whatIsNotKnownIsAnsweredWithWhatIs() {
        shown.wrong("Did you mean \"baseline\"?", "raid", scenario, "--plan", "baselin");
        shown.wrong(
                "There is no raid \"vist\". Did you mean \"visit\"?",
                "raid",
                scenario,
                "--raid",
                "vist");
        shown.wrong(
                "There is no unit or group \"laier\"", "raid", scenario, "--ready", "one,laier");
        shown.wrong("does not get \"other\"", "coverage", scenario, "--ready", "other");
        shown.wrong("There is no target \"aircrat\"", "coverage", scenario, "--of", "aircrat");
        shown.wrong("There is no section \"edge\"", "coverage", scenario, "--section", "edge");
        shown.wrong("Did you mean \"sky\"?", "export", run, "--format", "csv", "--table", "sk");
        shown.wrong("There is no run at", "why", folder.resolve("nowhere"));
    }

    @Test
    void aScenarioAndARunWithoutSkySaySo() {
        Path first = scenario.resolveSibling("first");
        shown.good("new", first);
        shown.wrong("has no sky", "coverage", first);
        shown.wrong("has no sky", "raid", first);
        shown.good("run", first, "--quick", "--out", folder.resolve("skyless"));
        Path skyless = folder.resolve("skyless/first");
        shown.wrong("tells no stories", "why", skyless);
        shown.wrong("has no sky", "export", skyless, "--format", "tif");
        shown.wrong("has no sky", "export", skyless, "--format", "gpkg");
        assertThat(shown.good("export", skyless, "--format", "csv"))
                .contains("first-estimates.csv");
    }

    @Test
    void whyListsRaidsAndTellsStories() {
        assertThat(shown.good("why", run)).contains("visit-1 to visit-16", "such as: parapet why");
        shown.wrong("Did you mean \"visit-3\"?", "why", run, "vist-3");
        shown.wrong("visit-1 to visit-16", "why", run, "visit-17");
        for (String[] row : query("SELECT DISTINCT threat, fate FROM threats ORDER BY threat")) {
            String story = shown.good("why", run, row[0]);
            assertThat(story).startsWith(row[0] + ": ");
            assertThat(story)
                    .contains(
                            switch (row[1]) {
                                case "killed" -> "It was stopped at minute";
                                case "jammed" -> "jamming made it miss";
                                case "failed" -> "It failed by itself";
                                default -> "It got through";
                            });
            assertThat(story.lines().count()).as("fits a screen").isLessThan(25);
            assertThat(Pattern.compile("hit\\.").matcher(story).find())
                    .as(story)
                    .isEqualTo(row[1].equals("killed"));
        }
        assertThat(shown.good("why", run, "visit-1", "--format", "json"))
                .contains("\"threat\": \"visit-1\"", "\"lines\": [", "\"batteries\": [");
    }

    /// The second contract is an option that the reference plan leaves: its unit stands in no
    /// story.
    @Test
    void whyNamesNobodyWhomThePlanNeverGets() {
        List<String> owners =
                query("SELECT DISTINCT split_part(battery, '/', 1) FROM threats").stream()
                        .map(row -> row[0])
                        .toList();
        assertThat(owners).contains("one", "two").doesNotContain("three");
        for (String[] row : query("SELECT DISTINCT threat FROM threats")) {
            assertThat(shown.good("why", run, row[0])).doesNotContainIgnoringCase("three");
        }
    }

    @Test
    void csvHasEveryRow() throws IOException {
        Path to = folder.resolve("sheets");
        shown.good("export", run, "--format", "csv", "--table", "sky", "--out", to);
        String all = shown.good("query", run, "FROM sky", "--format", "csv");
        assertThat(Files.readString(to.resolve("full-sky.csv"))).isEqualTo(all);
        try (var files = Files.list(to)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void nothingEndsAViewBeyondTheReachOfAll() {
        assertThat(
                        query(
                                        "SELECT count(*) FILTER (edge10000 <> '' OR edge1000 <> ''), count(*) > 100"
                                                + " FROM sky WHERE lowest IS NULL")
                                .getFirst())
                .containsExactly("0", "true");
    }

    /// Twenty points spread over the table, by value, in both maps; GDAL reads them.
    @Test
    @Tag("gdal")
    void gdalReadsTheTableFromTheMaps() throws Exception {
        Path maps = folder.resolve("maps");
        shown.good("export", run, "--format", "tif", "--out", maps);
        shown.good("coverage", scenario, "--out", maps);
        List<String[]> rows =
                query(
                        "SELECT longitude, latitude, coalesce(lowest, -9999), ground, sites100, sites1000,"
                                + " sites10000 FROM sky ORDER BY (row_number() OVER () * 7919) % 1225 LIMIT 20");
        assertThat(rows).hasSize(20);
        assertThat(rows.stream().map(r -> r[2]).distinct().count())
                .as("the points differ")
                .isGreaterThan(8);
        for (String[] row : rows) {
            List<Double> ofRun = values(maps.resolve("full-sky.tif"), row);
            List<Double> ofMap = values(maps.resolve("full-baseline-sky.tif"), row);
            for (int i = 2; i < row.length; i++) {
                assertThat(ofRun.get(i - 2))
                        .as("band %d", i - 1)
                        .isEqualTo(Double.parseDouble(row[i]));
            }
            double lowest = Double.parseDouble(row[2]);
            assertThat(ofMap.getFirst()).isBetween(lowest - 0.5, lowest + 0.5);
            for (int i = 4; i < row.length; i++) {
                assertThat(ofMap.get(i - 3)).isEqualTo(Double.parseDouble(row[i]));
            }
        }
    }

    private static List<Double> values(Path file, String[] row) throws Exception {
        return gdal(List.of(
                        "gdallocationinfo", "-valonly", "-wgs84", file.toString(), row[0], row[1]))
                .lines()
                .map(Double::parseDouble)
                .toList();
    }

    @Test
    @Tag("gdal")
    void gdalReadsTheGeoPackage() throws Exception {
        Path maps = folder.resolve("packages");
        shown.good("export", run, "--format", "gpkg", "--out", maps);
        String file = maps.resolve("full.gpkg").toString();
        String all = gdal(List.of("ogrinfo", "-so", "-al", file));
        assertThat(all).doesNotContain("ERROR", "Warning");
        List<String> counts = all.lines().filter(l -> l.startsWith("Feature Count")).toList();
        long outlines =
                query(
                                "SELECT count(*) FROM range(1, 4) f(n), (VALUES ('a'), ('b'), ('c')) h(k)"
                                        + " WHERE (SELECT max(CASE k WHEN 'a' THEN sites100 WHEN 'b' THEN"
                                        + " sites1000 ELSE sites10000 END) FROM sky) >= n")
                        .stream()
                        .mapToLong(r -> Long.parseLong(r[0]))
                        .sum();
        String areas =
                query(
                                "SELECT count(*) FROM (SELECT DISTINCT plan, day, height, kind, atLeast FROM covered)")
                        .getFirst()[0];
        assertThat(counts)
                .containsExactly(
                        "Feature Count: 2",
                        "Feature Count: " + outlines,
                        "Feature Count: " + areas);
        // The outlines hold the cells of the table, 0.2 x 0.2 degrees each.
        String area =
                gdal(
                        List.of(
                                "ogrinfo",
                                "-q",
                                "-dialect",
                                "OGRSQL",
                                "-sql",
                                "SELECT height_m, at_least, OGR_GEOM_AREA FROM covered_sky",
                                file));
        String cells = query("SELECT count(*) FROM sky WHERE sites10000 >= 1").getFirst()[0];
        assertThat(doubles(area, "OGR_GEOM_AREA"))
                .anySatisfy(
                        a -> assertThat(a).isCloseTo(0.04 * Integer.parseInt(cells), within(1e-6)));
    }

    private static List<Double> doubles(String text, String name) {
        return Pattern.compile(name + " \\(Real\\) = (\\S+)")
                .matcher(text)
                .results()
                .map(m -> Double.parseDouble(m.group(1)))
                .toList();
    }

    private static String gdal(List<String> words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", words, said).isZero();
        return said;
    }
}
