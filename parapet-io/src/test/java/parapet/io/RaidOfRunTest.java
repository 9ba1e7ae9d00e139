package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.engage.BattleEvent;
import parapet.engage.Ending;
import parapet.engage.LaneView;
import parapet.engage.Mend;
import parapet.engage.RaidOutcome;
import parapet.engage.Replay;
import parapet.io.results.EventLog;
import parapet.io.terrain.Terrains;
import parapet.scenario.PlannedScenario;
import parapet.scenario.SkyCase;
import parapet.sim.Audit;
import parapet.stats.Estimate;
import parapet.study.Chunks;
import parapet.study.Draws;
import parapet.study.RaidOfRun;
import parapet.study.ReadyRaid;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.rows.BattleRow;
import parapet.study.rows.ForceRow;
import parapet.study.rows.RoundRow;
import parapet.study.rows.ThreatRow;
import parapet.tables.Rows;

/// Battles fought again by themselves, on the scenario that uses every key: as the run had them,
/// with links mended, and written down.
class RaidOfRunTest {
    private static final Path FULL = Path.of("../scenarios/full");
    private static final int DRAWS = 200;
    private static final String HEAD =
            "{\"log\": \"%s\", \"raid\": \"x\", \"plan\": \"p\", \"draw\": 3, \"seed\": 7, \"ready\": [\"a\"]}"
                    .formatted(EventLog.FORMAT);

    @TempDir Path folder;

    private static Setup setup(String... sets) {
        ReadResult read = ScenarioReader.read(FULL, List.of(sets));
        return new Setup(
                read.scenarioOrThrow(),
                List.copyOf(read.plans().values()),
                new Setup.Options(
                        7, DRAWS, DRAWS, 1, null, LocalDate.of(2026, 6, 30), Audit.NORMAL),
                Terrains.byDefault());
    }

    private static PlannedScenario plan(Setup setup, String id) {
        return setup.plans().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    /// Every battle of the first draws, of every plan: classes and rounds of every night are those
    /// in the tables of the run, and the stories of its reference plan are, too.
    @Test
    void everyBattleComesOutAsInTheTables() {
        Setup setup = setup();
        var runner = new StudyRunner(setup, new NoChunks(), 1, (_, _, _) -> {});
        int battles = 0;
        for (int chunk = 0; chunk < 2; chunk++) {
            Rows rows = runner.chunk(chunk);
            for (ForceRow force : rows.of(ForceRow.class)) {
                var again =
                        RaidOfRun.fight(
                                setup,
                                plan(setup, force.plan()),
                                force.draw(),
                                force.day(),
                                force.raid());
                assertThat(again.battles(force.battle()))
                        .as(force.toString())
                        .isNotEmpty()
                        .containsExactlyElementsOf(
                                rows.of(BattleRow.class).stream()
                                        .filter(b ->
                                                b.draw() == force.draw()
                                                        && b.raid().equals(force.raid())
                                                        && b.battle().equals(force.battle()))
                                        .toList());
                assertThat(again.rounds(force.battle()))
                        .as(force.toString())
                        .containsExactlyElementsOf(
                                rows.of(RoundRow.class).stream()
                                        .filter(b ->
                                                b.draw() == force.draw()
                                                        && b.raid().equals(force.raid())
                                                        && b.battle().equals(force.battle()))
                                        .toList());
                battles++;
                List<ThreatRow> told =
                        rows.of(ThreatRow.class).stream()
                                .filter(t -> t.raid().equals(force.raid()))
                                .toList();
                if (force.draw() == 0 && force.plan().equals(setup.reference())) {
                    assertThat(again.stories()).isNotEmpty().isEqualTo(told);
                }
            }
        }
        assertThat(battles).isGreaterThanOrEqualTo(4 * 3 * 2);
    }

    /// No chunk is kept.
    private static final class NoChunks implements Chunks {
        @Override
        public boolean has(int chunk) {
            return false;
        }

        @Override
        public void write(int chunk, Rows rows) {}

        @Override
        public @Nullable Rows read(int chunk) {
            return null;
        }
    }

    /// Lanes from higher masts are those of a scenario whose radars have such masts.
    @Test
    void higherMastsSeeAsIfTheyWereWritten() {
        Setup low = setup();
        Setup high = setup("sky.radars.search.antenna='1015 m'");
        SkyCase sky = low.realiser().realise(plan(low, "baseline"), 3).skyOrThrow();
        SkyCase tall = high.realiser().realise(plan(high, "baseline"), 3).skyOrThrow();
        int compared = 0;
        for (SkyCase.RaidCase raid : sky.raids()) {
            LaneView[][] raised = sky.maker().views(raid, Mend.HIGHER_M);
            LaneView[][] written = tall.raid(raid.id()).input().raid().views();
            for (int s = 0; s < raised.length; s++) {
                assertThat(sky.maker().view(raid, s, 0, Mend.HIGHER_M)).isSameAs(raised[s][0]);
                if (raid.input().sites().get(s).endsWith("/search")) {
                    for (int l = 0; l < raised[s].length; l++) {
                        assertThat(raised[s][l].lowestM()).isEqualTo(written[s][l].lowestM());
                        assertThat(raised[s][l].smoothLowestM())
                                .isEqualTo(written[s][l].smoothLowestM());
                        compared++;
                    }
                }
            }
            LaneView was = raid.input().raid().views()[0][0];
            LaneView seen = Mend.seen(raid.input(), raised).raid().views()[0][0];
            assertThat(seen.siteM()).as("ranges stay").isEqualTo(was.siteM());
            assertThat(seen.eastM()).isEqualTo(was.eastM());
            assertThat(seen.lowestM()).isNotEqualTo(was.lowestM());
        }
        assertThat(compared).isGreaterThan(10);
    }

    /// Five aircraft against one battery with no rounds; with rounds without end two looks of one
    /// round each, p even in 0.6..0.8. 2 % fail and a mean of 5 % of those that would get through
    /// are jammed either way, so in pairs
    ///
    ///     more = 5 · 0.98 · 0.95 · (1 - E(1 - p)²) = 4.655 (1 - 0.3² - 0.2²/12) = 4.22
    ///
    /// The standard error over 200 draws is some 0.05; a second look that were missing would give 3.3.
    @Test
    void roundsWithoutEndByClosedForm() {
        Setup setup = setup();
        var battle = new ReadyRaid(setup, plan(setup, "baseline"), "elsewhere", Set.of("other"));
        var one = Draws.each(DRAWS, 1, battle::mended, _ -> {});
        var four = Draws.each(DRAWS, 4, battle::mended, _ -> {});
        Estimate more = more(one, Mend.ROUNDS);
        assertThat(more.mean()).isCloseTo(4.22, within(3 * more.standardError()));
        assertThat(more.standardError()).isLessThan(0.08);
        assertThat(more(one, Mend.CHANNELS).mean()).as("none has a round").isZero();
        for (Mend mend : Mend.values()) {
            assertThat(more(four, mend)).as("on four threads").isEqualTo(more(one, mend));
        }
    }

    private static Estimate more(List<ReadyRaid.Mended> all, Mend mend) {
        return Estimate.of(
                all.stream()
                        .mapToDouble(m ->
                                Arrays.stream(m.asItIs().outcome().leaked()[0]).sum()
                                        - Arrays.stream(m.by(mend).leaked()[0]).sum())
                        .toArray());
    }

    /// A file that is read again and replayed gives the outcome: endings by class, rounds left and
    /// fired, every night; no channel is busy beyond its number on the way.
    @Test
    void aLogReplaysTheNight() throws IOException {
        Setup setup = setup();
        var ready = List.of("one", "two", "layer", "roaming", "guard");
        int events = 0;
        for (String raid : List.of("visit", "salvos")) {
            var battle =
                    new ReadyRaid(setup, plan(setup, "baseline"), raid, new LinkedHashSet<>(ready));
            for (int draw = 0; draw < 5; draw++) {
                var written = new ArrayList<BattleEvent>();
                ReadyRaid.Fought fought = battle.fight(draw, written::add);
                assertThat(fought.outcome().leaked())
                        .as("writing changes nothing")
                        .isEqualTo(battle.fight(draw).outcome().leaked());
                Path file = folder.resolve(raid + draw + ".jsonl");
                var head = new EventLog.Head(raid, "baseline", draw, 7, ready);
                EventLog.write(file, head, written);
                var read = new ArrayList<BattleEvent>();
                assertThat(EventLog.read(file, read::add)).isEqualTo(head);
                assertThat(read).isEqualTo(written);
                replays(read, fought);
                events += read.size();
                assertThat(Files.readAllLines(file)).hasSize(read.size() + 1);
            }
        }
        assertThat(events).isGreaterThan(1000);
    }

    private static void replays(List<BattleEvent> events, ReadyRaid.Fought fought) {
        RaidOutcome o = fought.outcome();
        var replay = new Replay();
        int at = 0;
        for (int n = 0; n < o.threats().length; n++) {
            var fired = new HashMap<String, Integer>();
            for (; at < events.size() && events.get(at).night() == n + 1; at++) {
                replay.apply(events.get(at));
                if (events.get(at) instanceof BattleEvent.Launch launch) {
                    fired.merge(launch.round(), launch.rounds(), Integer::sum);
                }
            }
            for (int c = 0; c < o.threats()[n].length; c++) {
                String target = fought.input().classes().get(c).id();
                assertThat(replay.ended(target, Ending.KILLED)).isEqualTo(o.killed()[n][c]);
                assertThat(replay.ended(target, Ending.JAMMED)).isEqualTo(o.jammed()[n][c]);
                assertThat(replay.ended(target, Ending.FAILED)).isEqualTo(o.failed()[n][c]);
                assertThat(replay.ended(target, Ending.LEAKED)).isEqualTo(o.leaked()[n][c]);
            }
            for (int i = 0; i < o.left()[n].length; i++) {
                String round = fought.input().interceptors().get(i).id();
                assertThat(replay.left(round)).isEqualTo(o.left()[n][i]);
                assertThat(fired.getOrDefault(round, 0)).isEqualTo(o.fired()[n][i]);
            }
        }
        assertThat(at).isEqualTo(events.size());
    }

    /// What is no line of a log is refused where it stands.
    @Test
    void whatIsNoLogIsRefused() throws IOException {
        refused("", "does not say parapet-battle/1");
        refused("x", "Line (1) is not JSON");
        refused("{}", "does not say parapet-battle/1");
        refused("{\"log\": \"other/1\"}", "does not say parapet-battle/1");
        refused(HEAD.replace("3", "\"3\"") + "\n", "Line (1) has no (draw) that is a (int)");
        refused(HEAD.replace("7", "0.5") + "\n", "Line (1) has no (seed) that is a (long)");
        refused(HEAD.replace("\"a\"", "1") + "\n", "Line (1) has no (ready) that is a (List)");
        refused(HEAD + "\nx", "Line (2) is not JSON");
        refused(HEAD + "\n{\"event\": \"dance\"}", "Line (2) is no event");
        refused(HEAD + "\n[1]", "Line (2) is no event");
        String good = "{\"event\": \"jammed\", \"night\": 1, \"sec\": 2, \"threat\": 5}";
        for (String wrong : List.of("\"1\"", "1.5", "null", "true", "[1]", "99999999999")) {
            refused(
                    HEAD + "\n" + good + "\n" + good.replace("1", wrong),
                    "Line (3) has no (night) that is a (int)");
        }
        refused(HEAD + "\n" + good.replace("2", "\"2\""), "(sec) that is a (double)");
        refused(HEAD + "\n" + good.replace(", \"threat\": 5", ""), "Line (2) has no (threat)");
        String by = good.replace("jammed", "killed").replace("5", "5, \"unit\": 6");
        refused(HEAD + "\n" + by, "Line (2) has no (unit) that is a (String)");
        Path file = Files.writeString(folder.resolve("good.jsonl"), HEAD + "\n" + good + "\n");
        var read = new ArrayList<BattleEvent>();
        assertThat(EventLog.read(file, read::add))
                .isEqualTo(new EventLog.Head("x", "p", 3, 7, List.of("a")));
        assertThat(read).containsExactly(new BattleEvent.Jammed(1, 2, 5));
    }

    @Test
    void theKindsOfEventsAreThoseOfABattle() {
        assertThat(EventLog.kinds())
                .containsExactlyInAnyOrder(
                        "stock",
                        "works",
                        "start",
                        "failed",
                        "track",
                        "track-refused",
                        "track-lost",
                        "decision",
                        "launch",
                        "reloading",
                        "reloaded",
                        "intercept",
                        "killed",
                        "jammed",
                        "turned-away",
                        "leaked",
                        "channel-free");
    }

    private void refused(String text, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("no.jsonl"), text);
        assertThatThrownBy(() -> EventLog.read(file, _ -> {}))
                .as(text)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }
}
