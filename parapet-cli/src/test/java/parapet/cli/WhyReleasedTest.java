package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why a target that another one released got through, or never came: five carriers, `x-1` to
/// `x-5`, with three weapons each, `x-6` to `x-20`, in the order of the carriers. The battery comes
/// between the two days of the raid.
class WhyReleasedTest {
    private static final int CARRIERS = 5;
    private static final int EACH = 3;
    private static final Map<String, String> SAID =
            Map.of(
                    "killed", "It was stopped at minute ",
                    "leaked", "It got through at minute ",
                    "turned-away", "It released what it carried at minute 7.5 and turned away.",
                    "not-released",
                            "It never came: what carried it did not reach the point of release.");

    @TempDir static Path folder = Path.of("");

    private static Path run = Path.of("");

    private final Shown shown = new Shown();

    @BeforeAll
    static void runOnce() throws IOException {
        Path root = Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
        Path of = root.resolve("parapet-cli/src/test/resources/cases/release/scenario.yaml");
        String text = Files.readString(of);
        String used = "against: {t: {kill: 60 %}}";
        String ga = "ga: {battery: near, count: 1,";
        assertThat(text).contains(used, ga, "[2021-01-01]", "draws: 20");
        Path scenario = Files.createDirectories(folder.resolve("release"));
        Files.writeString(
                scenario.resolve("scenario.yaml"),
                text.replace(used, "against: {t: {kill: 60 %}, b: {kill: 50 %}}")
                        .replace(ga, ga + " from: 2021-06-01,")
                        .replace("[2021-01-01]", "[2021-01-01, 2022-01-01]")
                        .replace("draws: 20", "draws: 4"));
        new Shown().good("run", scenario, "--out", folder.resolve("out"));
        run = folder.resolve("out/release");
    }

    private List<String[]> csv(Object... words) {
        Object[] all = Stream.concat(Stream.of(words), Stream.of("--format", "csv")).toArray();
        return shown.good(all)
                .lines()
                .skip(1)
                .map(l -> l.replace("\"\"", "").split(",", -1))
                .toList();
    }

    private static Object[] why(String plan, int draw, String day, Object... more) {
        return Stream.concat(
                        Stream.<Object>of(
                                "why", run, "--plan", plan, "--draw", draw, "--date", day, "--raid",
                                "x"),
                        Stream.of(more))
                .toArray();
    }

    /// Targets by class and fate, as the tables of the run have them.
    private Map<String, Integer> counted(String plan, int draw, String day) {
        List<String[]> rows =
                csv(
                        "query",
                        run,
                        """
                        SELECT target, killed, jammed, failed, turned, leaked, unreleased
                        FROM battles b JOIN forces f ON f.draw = b.draw AND f.raid = b.raid AND f.battle = b.battle
                        WHERE plan = '%s' AND b.draw = %d AND day = DATE '%s' AND replication = 0
                        """
                                .formatted(plan, draw, day));
        var counted = new TreeMap<String, Integer>();
        for (String[] row : rows) {
            String[] fates = {
                "killed", "jammed", "failed", "turned-away", "leaked", "not-released"
            };
            for (int f = 0; f < fates.length; f++) {
                if (!row[f + 1].equals("0")) {
                    counted.put(row[0] + " " + fates[f], Integer.parseInt(row[f + 1]));
                }
            }
        }
        return counted;
    }

    private int fired(String plan, int draw, String day) {
        return Integer.parseInt(
                csv(
                                "query",
                                run,
                                """
                                SELECT coalesce(sum(fired), 0) FROM rounds r JOIN forces f ON f.draw = r.draw AND f.raid = r.raid AND f.battle = r.battle
                                WHERE plan = '%s' AND r.draw = %d AND day = DATE '%s' AND replication = 0
                                """
                                        .formatted(plan, draw, day))
                        .getFirst()[0]);
    }

    /// Carriers and weapons have the fates of the tables, in every plan and draw and on both days:
    /// three weapons come for each carrier that turns away, and none for another.
    @Test
    void weaponsHaveTheFatesOfTheTables() {
        var seen = new TreeMap<String, Integer>();
        for (String plan : List.of("baseline", "far")) {
            for (String day : List.of("2021-01-01", "2022-01-01")) {
                for (int draw = 0; draw < 4; draw++) {
                    List<String[]> targets = csv(why(plan, draw, day));
                    assertThat(targets).hasSize(CARRIERS * (1 + EACH));
                    var told = new TreeMap<String, Integer>();
                    for (int i = 0; i < targets.size(); i++) {
                        String[] target = targets.get(i);
                        assertThat(target[0]).isEqualTo("x-" + (i + 1));
                        assertThat(target[1]).isEqualTo(i < CARRIERS ? "t" : "b");
                        assertThat(target[2]).isEqualTo(i < CARRIERS ? "w-1" : "w-released-1");
                        told.merge(target[1] + " " + target[3], 1, Integer::sum);
                        if (i >= CARRIERS) {
                            String carrier = targets.get((i - CARRIERS) / EACH)[3];
                            assertThat(!target[3].equals("not-released"))
                                    .as("%s %s %d %s", plan, day, draw, target[0])
                                    .isEqualTo(carrier.equals("turned-away"));
                        }
                    }
                    assertThat(told)
                            .as("%s %s %d", plan, day, draw)
                            .isEqualTo(counted(plan, draw, day));
                    told.forEach((k, n) -> seen.merge(k, n, Integer::sum));
                }
            }
        }
        assertThat(seen.keySet())
                .containsExactly(
                        "b killed", "b leaked", "b not-released", "t killed", "t turned-away");
    }

    /// The story of each target: which class on which lane, what became of it, by whom, and how
    /// many rounds were fired at it, which add up to the table.
    @Test
    void theStoryOfAWeapon() {
        var told = new ArrayList<String>();
        for (String day : List.of("2021-01-01", "2022-01-01")) {
            int fired = 0;
            for (int i = 1; i <= CARRIERS * (1 + EACH); i++) {
                String name = "x-" + i;
                String[] row = csv(why("baseline", 1, day, name)).getFirst();
                String text = shown.good(why("baseline", 1, day, name));
                assertThat(text)
                        .startsWith(
                                i <= CARRIERS
                                        ? name + ": t of raid x on " + day + ", on lane w-1."
                                        : name
                                                + ": b of raid x on "
                                                + day
                                                + ", on lane w-released-1.")
                        .contains("Draw 1 of plan b (baseline)", SAID.get(row[5]));
                boolean came = !row[5].equals("not-released");
                assertThat(text.contains("\n\n")).as("batteries in %s", text).isEqualTo(came);
                assertThat(row[7]).isEqualTo(row[5].equals("killed") ? "ga/1" : "");
                if (came && i > CARRIERS) {
                    // Released at 450 s; the rest of the way takes 100 s.
                    assertThat(Double.parseDouble(row[6])).isBetween(7.5, 9.17);
                }
                fired += Integer.parseInt(row[14]);
                told.add(row[5]);
            }
            assertThat(fired).as(day).isEqualTo(fired("baseline", 1, day));
        }
        assertThat(told.subList(0, 20)).containsOnly("turned-away", "leaked");
        assertThat(told.subList(20, 40)).contains("killed", "not-released");
    }
}
