package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.engage.BattleEvent;
import parapet.engage.Ending;
import parapet.engage.Mend;
import parapet.engage.Replay;
import parapet.io.results.EventLog;

/// Why a target got through, and what would have helped: `why` of any battle of a run, and `raid`
/// with links mended and written down, on a copy of `scenarios/full`.
class WhyCommandTest {
    @TempDir static Path folder = Path.of("");

    private static Path scenario = Path.of("");
    private static Path run = Path.of("");

    private final Shown shown = new Shown();

    @BeforeAll
    static void runOnce() throws IOException {
        Path root = Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
        scenario = Files.createDirectories(folder.resolve("it's full"));
        try (var files = Files.list(root.resolve("scenarios/full"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, scenario.resolve(String.valueOf(file.getFileName())));
            }
        }
        Path out = folder.resolve("out");
        new Shown()
                .good(
                        "run",
                        scenario,
                        "--quick",
                        "--plan",
                        "depot",
                        "--plan",
                        "baseline",
                        "--out",
                        out);
        run = out.resolve("it's full");
    }

    private List<String[]> query(String sql) {
        return csv(shown.good("query", run, sql, "--format", "csv"));
    }

    /// Rows of simple CSV without the head.
    private static List<String[]> csv(String text) {
        return text.lines().skip(1).map(l -> l.split(",", -1)).toList();
    }

    private String target(String raid, Object... words) {
        return shown.good(Stream.concat(Stream.of("why", run, raid), Stream.of(words)).toArray());
    }

    /// The battle of the stored stories told again is told alike, but for the line that names it.
    @Test
    void theFirstDrawIsToldAlikeFromTheTablesAndAgain() {
        for (String name : List.of("visit-1", "visit-7", "visit-16", "salvos-2", "salvos-9")) {
            String stored = target(name);
            String again = target(name, "--draw", 0);
            assertThat(again).contains("Draw 0 of plan As contracted (baseline); ready");
            assertThat(again.lines().filter(l -> !stored.contains(l)).toList())
                    .as("%s\n%s", stored, again)
                    .allMatch(l -> l.startsWith("Draw 0") || l.startsWith("      "));
            assertThat(stored.lines()).allMatch(again::contains);
        }
    }

    /// In draws, plans and raids that were not stored, the targets add up to the tables.
    @Test
    void theTargetsOfAnyBattleAddUpToItsTable() {
        for (String plan : List.of("baseline", "depot")) {
            for (int draw = 1; draw < 4; draw++) {
                for (String raid : List.of("visit", "salvos")) {
                    List<String[]> targets =
                            csv(
                                    shown.good(
                                            "why",
                                            run,
                                            "--plan",
                                            plan,
                                            "--draw",
                                            draw,
                                            "--raid",
                                            raid,
                                            "--format",
                                            "csv"));
                    String[] counts =
                            query(
                                            "SELECT sum(threats), sum(killed), sum(jammed), sum(failed), sum(leaked)"
                                                    + " FROM battles b JOIN forces f ON f.draw = b.draw AND f.raid ="
                                                    + " b.raid AND f.battle = b.battle WHERE night = 1 AND replication = 0 AND plan = '"
                                                    + plan
                                                    + "' AND b.raid = '"
                                                    + raid
                                                    + "' AND b.draw = "
                                                    + draw)
                                    .getFirst();
                    assertThat(
                                    List.of(
                                            (long) targets.size(),
                                            fates(targets, "killed"),
                                            fates(targets, "jammed"),
                                            fates(targets, "failed"),
                                            fates(targets, "leaked")))
                            .as("%s %s %d", plan, raid, draw)
                            .isEqualTo(Stream.of(counts).map(Long::valueOf).toList());
                    for (int i = 0; i < targets.size(); i++) {
                        assertThat(targets.get(i)[0])
                                .as("the order of the raid")
                                .isEqualTo(raid + "-" + (i + 1));
                    }
                }
            }
        }
    }

    private static long fates(List<String[]> targets, String fate) {
        return targets.stream().filter(t -> t[3].equals(fate)).count();
    }

    @Test
    void aGroupThatDefendsAloneHasItsStory() {
        assertThat(target("elsewhere-2", "--draw", 1))
                .contains("these defend alone", "out of rounds")
                .doesNotContain(" on 20");
    }

    @Test
    void whatIsNotThereIsAnsweredWithWhatIs() throws IOException {
        shown.wrong(
                "There is no plan \"depo\". Did you mean \"depot\"?", "why", run, "--plan", "depo");
        shown.wrong("Draws are numbered from 0 to", "why", run, "--draw", 9999, "visit-1");
        shown.wrong("--draw must be 0 or more", "why", run, "--draw", -1, "visit-1");
        shown.wrong("which raid?", "why", run, "--draw", 1);
        shown.wrong("There is no raid \"vist\"", "why", run, "--raid", "vist");
        shown.wrong("Did you mean \"visit-3\"?", "why", run, "--draw", 1, "vist-3");
        shown.wrong("visit-1 to visit-16", "why", run, "--draw", 1, "visit-17");
        shown.wrong("It comes on: 2031-06-30", "why", run, "visit-1", "--date", "2031-07-01");
        shown.wrong("Say where it is with --scenario", "why", run, "visit-1", "--scenario", "none");
        Path other = Files.createDirectories(folder.resolve("other"));
        try (var files = Files.list(scenario)) {
            for (Path file : files.toList()) {
                Files.copy(file, other.resolve(String.valueOf(file.getFileName())));
            }
        }
        assertThat(target("visit-1", "--draw", 1, "--scenario", other))
                .isEqualTo(target("visit-1", "--draw", 1));
        Path file = other.resolve("scenario.yaml");
        Files.writeString(file, Files.readString(file).replace("count: 12", "count: 13"));
        shown.wrong("is not that of the run any more", "why", run, "visit-1", "--scenario", other);
    }

    /// Links come in the order of the chain, in every raid; a raid of one member a draw, too.
    @Test
    void mendsComeInTheOrderOfTheChain() {
        var keys = Stream.of(Mend.values()).map(Mend::key).toList();
        assertThat(keys)
                .containsExactly(
                        "mast",
                        "picture",
                        "track-files",
                        "reaction",
                        "channels",
                        "reload",
                        "rounds",
                        "fire");
        List<String[]> rows =
                csv(
                        shown.good(
                                "raid",
                                scenario,
                                "--section",
                                "mend",
                                "--draws",
                                6,
                                "--format",
                                "csv"));
        assertThat(rows.stream().map(r -> r[0] + " " + r[1]).toList())
                .containsExactlyElementsOf(
                        Stream.of("visit", "elsewhere", "salvos")
                                .flatMap(raid -> keys.stream().map(k -> raid + " " + k))
                                .toList());
        assertThat(rows)
                .as("an interval about what was found, and all nights beside the first")
                .anySatisfy(row -> assertThat(value(row, 6)).isLessThan(value(row, 5)))
                .anySatisfy(row -> assertThat(value(row, 8)).isGreaterThan(value(row, 5) + 1));
        assertThat(shown.good("raid", scenario, "--section", "mend", "--draws", 6))
                .contains(
                        "elsewhere: of 5.0 targets",
                        "  rounds without end: would have stopped 4",
                        "  picture shared: would have stopped no more.");
        shown.wrong("needs two draws", "raid", scenario, "--section", "mend", "--draws", 1);
    }

    private static double value(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }

    /// A link mended by the command stops what a scenario stops in which the limit is written away.
    @Test
    void aMendIsAsIfTheScenarioHadNoSuchLimit() {
        var limits =
                Map.of(
                        "picture",
                        "sky.sharedPicture=true",
                        "fire",
                        "sky.coordinatedFire=true",
                        "track-files",
                        "sky.radars.search.tracks=1000000",
                        "reaction",
                        "sky.batteries.battery.reaction=0 s",
                        "channels",
                        "sky.batteries.battery.channels=1000000",
                        "reload",
                        "sky.batteries.battery.launchers.round.reload=0 s");
        String[] bad = {
            "--set", "sky.sharedPicture=false",
            "--set", "sky.coordinatedFire=false",
            "--set", "sky.radars.search.tracks=4",
            "--set", "sky.batteries.battery.channels=1"
        };
        List<String[]> mended = csv(raid("mend", bad));
        List<String[]> asItIs = csv(raid("classes", bad));
        int differ = 0;
        for (var limit : limits.entrySet()) {
            var set = new ArrayList<String>(List.of(bad));
            set.addAll(List.of("--set", limit.getValue()));
            List<String[]> without = csv(raid("classes", set.toArray(String[]::new)));
            for (String raid : List.of("visit", "elsewhere", "salvos")) {
                double more =
                        mended.stream()
                                .filter(row -> row[0].equals(raid) && row[1].equals(limit.getKey()))
                                .mapToDouble(row -> value(row, 5))
                                .sum();
                assertThat(more)
                        .as("%s %s", raid, limit.getKey())
                        .isCloseTo(leaked(asItIs, raid) - leaked(without, raid), within(0.011));
                differ += more > 0.1 ? 1 : 0;
            }
        }
        assertThat(differ).as("mends that stop more").isGreaterThanOrEqualTo(4);
    }

    private static double leaked(List<String[]> classes, String raid) {
        return classes.stream()
                .filter(row -> row[0].equals(raid))
                .mapToDouble(row -> value(row, 3))
                .sum();
    }

    private String raid(String section, String... sets) {
        return shown.good(
                Stream.concat(
                                Stream.of(
                                        "raid",
                                        scenario,
                                        "--section",
                                        section,
                                        "--draws",
                                        6,
                                        "--format",
                                        "csv"),
                                Stream.of(sets))
                        .toArray());
    }

    @Test
    void threadsChangeNothing() throws IOException {
        for (String section : List.of("classes", "nights", "mend")) {
            var texts = new ArrayList<String>();
            for (int threads : List.of(1, 4)) {
                texts.add(
                        shown.good(
                                "raid",
                                scenario,
                                "--section",
                                section,
                                "--draws",
                                9,
                                "--threads",
                                threads));
            }
            assertThat(texts.getFirst()).isEqualTo(texts.getLast()).isNotEmpty();
        }
        Path one = folder.resolve("one.jsonl");
        Path four = folder.resolve("four.jsonl");
        shown.good(
                "raid",
                scenario,
                "--raid",
                "salvos",
                "--draws",
                5,
                "--draw",
                3,
                "--log",
                one,
                "--threads",
                1);
        shown.good(
                "raid",
                scenario,
                "--raid",
                "salvos",
                "--draws",
                5,
                "--draw",
                3,
                "--log",
                four,
                "--threads",
                4);
        assertThat(one).hasSameTextualContentAs(four);
        shown.wrong("--threads must be 1 or more", "raid", scenario, "--threads", 0);
    }

    /// The log of the first draw replayed gives what the command says of a single draw.
    @Test
    void aLogReplaysToWhatTheCommandSays() throws IOException {
        Path file = folder.resolve("logs/visit.jsonl");
        String text = shown.good("raid", scenario, "--raid", "visit", "--draws", 1, "--log", file);
        assertThat(text).contains("Log of draw 0 of visit: " + file);
        List<String[]> classes =
                csv(
                        shown.good(
                                "raid",
                                scenario,
                                "--raid",
                                "visit",
                                "--draws",
                                1,
                                "--format",
                                "csv"));
        var replay = new Replay();
        var events = new ArrayList<BattleEvent>();
        EventLog.Head head = EventLog.read(file, events::add);
        assertThat(head)
                .isEqualTo(
                        new EventLog.Head(
                                "visit",
                                "baseline",
                                0,
                                7,
                                List.of("one", "two", "layer", "roaming", "guard")));
        events.stream().filter(e -> e.night() == 1).forEach(replay::apply);
        for (String[] row : classes) {
            assertThat((double) replay.ended(row[1], Ending.LEAKED))
                    .isEqualTo(Double.parseDouble(row[3]));
        }
        shown.wrong("A log holds one raid", "raid", scenario, "--log", file);
        shown.wrong("--draw needs --log", "raid", scenario, "--draw", 2);
    }

    /// The page about the log names every kind of event and every field.
    @Test
    void thePageOfTheLogNamesEveryEvent() throws IOException {
        String page =
                Files.readString(
                        Path.of(
                                System.getProperty("parapet.root", ".."),
                                "docs/reference/battle-log.md"));
        String table = page.substring(page.indexOf("| `event` | what happens |"));
        List<String> named =
                table.lines()
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .flatMap(line -> Stream.of(line.split("\\|")[1].split(",")))
                        .map(cell -> cell.replace("`", "").strip())
                        .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(EventLog.kinds());
        for (Class<?> kind : BattleEvent.class.getPermittedSubclasses()) {
            for (var field : kind.getRecordComponents()) {
                assertThat(page).contains("`" + field.getName() + "`");
            }
        }
        assertThat(page).contains(EventLog.FORMAT);
    }
}
