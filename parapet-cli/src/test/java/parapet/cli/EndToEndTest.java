package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.study.ResultTable;

/// The commands with the real engine, on a copy of `scenarios/first`.
class EndToEndTest {
    @TempDir Path folder;

    private final Shown shown = new Shown();
    private Path scenario = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void copyTheScenario() throws IOException {
        scenario = copy("first", "first");
        out = folder.resolve("out");
    }

    private static Path root() {
        return Path.of(System.getProperty("parapet.root", ".")).toAbsolutePath().normalize();
    }

    private Path copy(String name, String as) throws IOException {
        Path to = Files.createDirectories(folder.resolve(as));
        try (var files = Files.list(root().resolve("scenarios").resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
        return to;
    }

    private void edit(String what, String with) throws IOException {
        Path file = scenario.resolve("scenario.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with));
    }

    private String digest(Path run) {
        shown.good("digest", run);
        return shown.out().substring(0, 64);
    }

    /// A quick run; its digest.
    private String quick(String as, Object... more) {
        var words =
                new ArrayList<Object>(
                        List.of("run", scenario, "--quick", "--out", folder.resolve(as)));
        words.addAll(List.of(more));
        shown.good(words.toArray());
        return digest(folder.resolve(as).resolve("first"));
    }

    private String query(Path run, String sql) {
        shown.good("query", run, sql, "--format", "csv");
        return shown.out();
    }

    private static List<String> tree(Path top) {
        try (var files = Files.walk(top)) {
            return files.map(
                            f -> top.relativize(f) + " " + (Files.isRegularFile(f) ? size(f) : "/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRunLeavesReportTablesAndWhatItIs() throws IOException {
        shown.good("run", scenario, "--quick", "--out", out, "--threads", 2);
        assertThat(shown.out()).contains("Report ", "Digest ", "16 draws");
        Path run = out.resolve("first");
        assertThat(Files.readString(run.resolve("report.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("One squadron, repaired far away or near")
                .doesNotContain("src=\"http");
        assertThat(Files.readString(run.resolve("run.json")))
                .contains("\"digest\"", "./parapet run " + scenario + " --seed 1");
        for (ResultTable table : ResultTable.values()) {
            Path file = run.resolve("tables").resolve(table.table() + ".parquet");
            assertThat(file).isRegularFile();
            query(run, "SELECT count(*) FROM " + table.table());
        }
        try (var left = Files.list(out)) {
            assertThat(
                            left.map(p -> String.valueOf(p.getFileName()))
                                    .filter(n -> !n.endsWith(".lock")))
                    .containsExactly("first");
        }
    }

    @Test
    void aFinishedRunIsNotComputedAgainUnlessAsked() {
        String first = quick("out");
        shown.good("run", scenario, "--quick", "--out", out);
        assertThat(shown.out()).contains("Nothing to do").contains(first.substring(0, 12));
        shown.good("run", scenario, "--quick", "--out", out, "--fresh");
        assertThat(shown.out()).doesNotContain("Nothing to do").contains(first);
    }

    @Test
    void theDigestIsTheSameForThreadsAuditsAndShards() {
        String one = quick("one", "--threads", 1);
        assertThat(quick("two", "--threads", 2)).isEqualTo(one);
        assertThat(quick("audited", "--audit", "full")).isEqualTo(one);
        assertThat(quick("seeded", "--seed", 2)).as("another seed").isNotEqualTo(one);
        for (int i : new int[] {3, 1, 2}) {
            shown.good(
                    "run",
                    scenario,
                    "--quick",
                    "--out",
                    folder.resolve("parts"),
                    "--shard",
                    i + "/3");
            assertThat(shown.out()).contains("Shard " + i + " of 3 is finished");
        }
        shown.good("merge", scenario, folder.resolve("parts"), "--out", folder.resolve("merged"));
        assertThat(digest(folder.resolve("merged/first"))).isEqualTo(one);
    }

    @Test
    void aShardThatIsMissingIsNamed() {
        shown.good("run", scenario, "--quick", "--out", folder.resolve("parts"), "--shard", "1/2");
        assertThat(shown.parapet("merge", scenario, folder.resolve("parts"), "--out", out))
                .isEqualTo(2);
        assertThat(shown.err()).contains("chunks are missing").contains("shard 2/2");
        assertThat(out).doesNotExist();
    }

    @Test
    void plansAndTheDayOfTheEvidenceCanBeChosen() {
        quick("out", "--plan", "baseline", "--plan", "depot", "--as-of", "2025-08");
        Path run = out.resolve("first");
        assertThat(query(run, "SELECT plan FROM plans ORDER BY ord"))
                .isEqualTo("plan\r\nbaseline\r\ndepot\r\n");
        assertThat(query(run, "SELECT claim, weight, setAside FROM evidence WHERE claim = 'c2'"))
                .contains("c2,")
                .contains("not known on 2025-08-31");
        assertThat(shown.parapet("run", scenario, "--quick", "--out", out, "--plan", "depto"))
                .isEqualTo(2);
        assertThat(shown.err())
                .contains("There is no plan \"depto\"")
                .contains("Did you mean \"depot\"");
    }

    @Test
    void aHalfWidthIsReachedOrTheMostDrawsAreUsed() throws IOException {
        edit("plans:\n", "study: {draws: 8, mostDraws: 40}\nplans:\n");
        for (String width : new String[] {"1.5", "0.0001"}) {
            shown.good("run", scenario, "--out", out, "--half-width", width);
            String result =
                    query(
                            out.resolve("first"),
                            "SELECT max(n), max(halfWidth) FROM estimates WHERE metric ="
                                    + " 'availability/2026-01-01..2035-12-31'");
            Matcher m = Pattern.compile("\r\n(\\d+),(.*)\r\n").matcher(result);
            assertThat(m.find()).as(result).isTrue();
            int n = Integer.parseInt(m.group(1));
            double reached = Double.parseDouble(m.group(2));
            assertThat(n % 8).as("whole rounds").isZero();
            assertThat(reached <= Double.parseDouble(width) || n == 40).as(result).isTrue();
        }
        String alone = digest(out.resolve("first"));
        for (int i = 1; i <= 2; i++) {
            shown.good(
                    "run",
                    scenario,
                    "--out",
                    folder.resolve("parts"),
                    "--half-width",
                    "0.0001",
                    "--shard",
                    i + "/2");
        }
        shown.good("merge", scenario, folder.resolve("parts"), "--out", folder.resolve("merged"));
        assertThat(digest(folder.resolve("merged/first"))).isEqualTo(alone);
    }

    @Test
    void aPlanThatNeverDeliversSaysSo() throws IOException {
        edit("2027-03..2027-09", "2040-03..2040-09");
        quick("out");
        shown.good("run", scenario, "--quick", "--out", out, "--fresh");
        assertThat(shown.out()).contains("No unit comes by 2035-12-31 in any draw");
        assertThat(
                        query(
                                out.resolve("first"),
                                "SELECT count(*) FROM warnings WHERE subject LIKE 'plan %'"))
                .contains("3");
        assertThat(
                        query(
                                out.resolve("first"),
                                "SELECT max(value) FROM outcomes WHERE metric LIKE 'ready%'"))
                .contains("0");
        assertThat(
                        query(
                                out.resolve("first"),
                                "SELECT count(*) FROM money WHERE cause = 'Payments on delivery'"))
                .contains("0");
    }

    @Test
    void aScenarioWithoutUnitsSaysSo() throws IOException {
        edit(
                "      deliveries:\n        squadron-1: {type: squadron, base: base, arrives: 2027-03..2027-09}\n",
                "      deliveries: {}\n");
        shown.good("run", scenario, "--quick", "--out", out);
        assertThat(shown.out()).contains("The plan has no units");
        assertThat(Files.readString(out.resolve("first/report.html")))
                .contains("The plan has no units");
    }

    @Test
    void whatIsInTheWayIsNotTouched() throws IOException {
        Path mine = Files.createDirectories(out.resolve("first"));
        Files.writeString(mine.resolve("notes.txt"), "mine");
        List<String> before = tree(folder);
        assertThat(shown.parapet("run", scenario, "--quick", "--out", out)).isEqualTo(2);
        assertThat(shown.err()).contains("holds other files and no run");
        assertThat(tree(folder)).isEqualTo(before);

        Path file = Files.writeString(folder.resolve("file"), "mine");
        before = tree(folder);
        for (Path place : List.of(file, file.resolve("deep"), file.resolve("deep/er"))) {
            assertThat(shown.parapet("run", scenario, "--quick", "--out", place)).isEqualTo(1);
            assertThat(shown.err())
                    .contains(file + " is a file where a folder is needed")
                    .doesNotContain("\tat ");
        }
        assertThat(tree(folder)).isEqualTo(before);
    }

    @Test
    void aScenarioThatCannotBeReadLeavesNothing() throws IOException {
        assertThat(shown.parapet("run", folder.resolve("nowhere"), "--out", out)).isEqualTo(2);
        assertThat(shown.err()).contains("nowhere");
        Files.write(scenario.resolve("scenario.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        assertThat(shown.parapet("run", scenario, "--out", out)).isEqualTo(2);
        assertThat(shown.err()).contains("scenario.yaml").doesNotContain("\tat ");
        Files.delete(scenario.resolve("scenario.yaml"));
        assertThat(shown.parapet("run", scenario, "--out", out)).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void aNewClaimMovesTheAnswersAndTheComparisonSaysWhich() throws IOException {
        String before = quick("old");
        String[] claim = {
            "--of",
            "repair-time",
            "--statement",
            "Repairs now take three months",
            "--value",
            "3",
            "--unit",
            "month",
            "--status",
            "actual",
            "--as-of",
            "2025-10-01",
            "--grade",
            "A",
            "--source",
            "paper-2025",
            "--publisher",
            "A paper",
            "--title",
            "Repairs, faster",
            "--published",
            "2025-10-02"
        };
        List<String> untouched = tree(scenario);
        var words = new ArrayList<Object>(List.of("claim", scenario));
        words.addAll(List.of(claim));
        shown.good(words.toArray());
        assertThat(shown.out()).contains("The claim is in order");
        assertThat(tree(scenario)).isEqualTo(untouched);

        words.add("--add");
        shown.good(words.toArray());
        assertThat(shown.out()).contains("Added NEW-repair-time-1");
        assertThat(Files.readString(scenario.resolve("sources.csv")))
                .contains("paper-2025,A paper,\"Repairs, faster\",2025-10-02,A,");
        shown.good("check", scenario);
        shown.good("explain", scenario, "repair-time");
        assertThat(shown.out()).contains("NEW-repair-time-1", "3 month", "A paper, 2025-10-02");

        assertThat(quick("new")).isNotEqualTo(before);
        shown.good("compare", folder.resolve("old/first"), folder.resolve("new/first"));
        assertThat(shown.out()).contains("NEW-repair-time-1").contains("repair-time");
        assertThat(shown.out()).contains("Share of the time in service that squadrons are ready");

        // The source is known now; without a key a new one is made from publisher and date.
        shown.good(
                "claim",
                scenario,
                "--add",
                "--of",
                "repair-time",
                "--statement",
                "Four months",
                "--value",
                "4",
                "--unit",
                "month",
                "--grade",
                "C",
                "--publisher",
                "The Daily",
                "--title",
                "Four months",
                "--published",
                "2025-11");
        assertThat(Files.readString(scenario.resolve("sources.csv")))
                .contains("the-daily-2025-11,The Daily,");
        assertThat(Files.readString(scenario.resolve("claims.csv"))).contains("NEW-repair-time-2");

        List<String> now = tree(scenario);
        assertThat(
                        shown.parapet(
                                "claim",
                                scenario,
                                "--add",
                                "--of",
                                "repair-time",
                                "--statement",
                                "x",
                                "--value",
                                "4",
                                "--unit",
                                "km",
                                "--source",
                                "paper-2025"))
                .isEqualTo(2);
        assertThat(shown.err()).contains("km").contains("Nothing was written");
        assertThat(tree(scenario)).isEqualTo(now);
    }

    @Test
    void thePriceIsExplainedWithItsOutlier() {
        shown.good("explain", root().resolve("scenarios/india-s400"), "contract-price");
        List<String> lines = shown.out().lines().toList();
        assertThat(lines).anyMatch(l -> l.contains("range used") && l.contains("billion USD"));
        assertThat(lines)
                .filteredOn(l -> l.contains("FLAGGED"))
                .singleElement()
                .asString()
                .contains("ART-3-02", "0.4 billion INR");
        assertThat(lines).filteredOn(l -> l.contains(" used ")).hasSizeGreaterThan(3);
    }

    @Test
    void aMilestoneIsExplainedWithEveryForecastAndItsError() throws IOException {
        Path india = root().resolve("scenarios/india-s400");
        long forecasts =
                Files.readAllLines(india.resolve("claims.csv")).stream()
                        .filter(l ->
                                l.contains(",squadron-4-delivery,") && l.contains(",forecast,"))
                        .count();
        shown.good("explain", india, "squadron-4-delivery");
        List<String> rows =
                shown.out().lines().filter(l -> l.matches("\\S+ +forecast .*")).toList();
        assertThat(rows).hasSize((int) forecasts);
        List<String> wordless = rows.stream().filter(l -> l.contains("words, no value")).toList();
        assertThat(rows)
                .allMatch(l -> l.matches("\\S+ +forecast +\\d{4}-\\d\\d-\\d\\d .*"), "made on")
                .filteredOn(l -> !wordless.contains(l))
                .hasSizeGreaterThan(15)
                .allMatch(l -> l.matches("\\S+ +forecast +\\S+ +\\S+ +[+-]\\d+\\.\\d .*"), "error");
        // Said in August 2022: December 2023. It came between May and June 2026: 29.5 months later.
        assertThat(rows)
                .anyMatch(l -> l.matches("DEL-07 +forecast +2022-08-01 +2023-12 +\\+29\\.5 .*"));
        assertThat(shown.parapet("explain", india, "squadron-4-delivry")).isEqualTo(2);
        assertThat(shown.err()).contains("Did you mean \"squadron-4-delivery\"");
    }

    @Test
    void theScenariosOfThisProjectAreInOrder() {
        Path all = root().resolve("scenarios");
        shown.good("check", all.resolve("first"), all.resolve("full"), all.resolve("india-s400"));
        assertThat(shown.out().lines()).hasSize(3).allMatch(l -> l.contains("no error"));
    }

    @Test
    void verifyCountsItsCases() {
        shown.good("verify");
        assertThat(shown.out().lines().toList().getLast())
                .matches("\\d\\d\\d passed, 0 failed, 0 not computed");
    }

    @Test
    void theSchemaIsTheOneInTheReference() throws IOException {
        shown.good("schema");
        assertThat(shown.out())
                .isEqualTo(Files.readString(root().resolve("docs/reference/scenario.schema.json")));
        shown.good("schema", "--out", folder.resolve("s.json"));
        assertThat(Files.readString(folder.resolve("s.json"))).startsWith("{");
    }

    @Test
    void aNewScenarioChecksAndRuns() {
        Path fresh = folder.resolve("a new one");
        shown.good("new", fresh);
        shown.good("check", fresh);
        assertThat(shown.out()).contains("no error, 0 warnings");
        shown.good("run", fresh, "--quick", "--out", out);
        assertThat(out.resolve("a new one/report.html")).isRegularFile();
        List<String> before = tree(fresh);
        assertThat(shown.parapet("new", fresh)).isEqualTo(2);
        assertThat(shown.err()).contains("exists already");
        assertThat(tree(fresh)).isEqualTo(before);
    }
}
