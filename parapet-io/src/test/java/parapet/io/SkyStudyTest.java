package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import parapet.engage.Raid;
import parapet.io.terrain.Terrains;
import parapet.scenario.Case;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Skies;
import parapet.scenario.SkyCase;
import parapet.sim.Audit;
import parapet.study.Chunks;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.study.Summary;
import parapet.study.rows.AnalogueRow;
import parapet.study.rows.BattleRow;
import parapet.study.rows.CoveredRow;
import parapet.study.rows.ForceRow;
import parapet.study.rows.HourRow;
import parapet.study.rows.NameRow;
import parapet.study.rows.PlaceRow;
import parapet.study.rows.ReasonRow;
import parapet.study.rows.RoundRow;
import parapet.study.rows.SharingRow;
import parapet.study.rows.SkyCellRow;
import parapet.tables.Column;
import parapet.tables.Rows;
import parapet.tables.Tables;

/// Sky and raids in a study, on the scenario that uses every key.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SkyStudyTest {
    private static final int DRAWS = 200;

    private Rows rows = new Rows();
    private Rows summary = new Rows();
    private Setup setup = new Setup(read(), plans(), options());

    private static ReadResult result() {
        return ScenarioReader.read(Path.of("../scenarios/full"));
    }

    private static parapet.scenario.Scenario read() {
        return result().scenarioOrThrow();
    }

    private static List<PlannedScenario> plans() {
        return List.copyOf(result().plans().values());
    }

    private static Setup.Options options() {
        return new Setup.Options(7, DRAWS, DRAWS, 1, null, LocalDate.of(2026, 6, 30), Audit.FULL);
    }

    /// Chunks held in memory.
    private static final class Held implements Chunks {
        private final Map<Integer, Rows> held = new TreeMap<>();

        @Override
        public boolean has(int chunk) {
            return held.containsKey(chunk);
        }

        @Override
        public synchronized void write(int chunk, Rows rows) {
            held.put(chunk, rows);
        }

        @Override
        public @Nullable Rows read(int chunk) {
            return held.get(chunk);
        }
    }

    @BeforeAll
    void run() {
        setup = new Setup(read(), plans(), options(), Terrains.byDefault());
        var chunks = new Held();
        int count = new StudyRunner(setup, chunks, 2, (_, _, _) -> {}).run(_ -> true);
        for (int i = 0; i < count; i++) {
            Rows chunk = Objects.requireNonNull(chunks.read(i));
            chunk.tables().forEach(table -> rows.addAll(chunk.of(table)));
        }
        summary = Summary.of(setup, chunks, count);
    }

    /// Plans share a sky within a draw only where each would have made the same, and some do.
    @Test
    void aSharedSkyIsTheOneThatAPlanWouldHaveAlone() {
        int shared = 0;
        for (int draw = 0; draw < 5; draw++) {
            var skies = new Skies();
            Set<SkyCase> made = Collections.newSetFromMap(new IdentityHashMap<>());
            for (PlannedScenario plan : setup.plans()) {
                SkyCase alone = sky(setup.realiser().realise(plan, draw));
                SkyCase together = sky(setup.realiser().realise(plan, draw, skies));
                shared += made.add(together) ? 0 : 1;
                assertThat(together)
                        .usingRecursiveComparison()
                        .ignoringFields("raids", "maker")
                        .isEqualTo(alone);
                assertThat(together.raids())
                        .extracting(SkyCase.RaidCase::content)
                        .isEqualTo(alone.raids().stream().map(r -> r.content()).toList());
            }
        }
        assertThat(shared).isPositive();
    }

    /// Whatever the plan has, the targets of a draw are the same and fly alike; those of another
    /// draw are others.
    @Test
    void everyDefenceOfADrawMeetsTheSameTargets() {
        ReadResult less =
                ScenarioReader.read(
                        Path.of("../scenarios/full"), List.of("sky.groups.layer.active=false"));
        var weaker =
                new Setup(
                        less.scenarioOrThrow(),
                        List.copyOf(less.plans().values()),
                        options(),
                        Terrains.byDefault());
        for (int draw = 0; draw < 3; draw++) {
            SkyCase reference = sky(setup.realiser().realise(setup.plans().getFirst(), draw));
            SkyCase later = sky(setup.realiser().realise(setup.plans().getFirst(), draw + 3));
            var others = new ArrayList<SkyCase>();
            for (Setup of : List.of(setup, weaker)) {
                for (PlannedScenario plan : of.plans()) {
                    others.add(sky(of.realiser().realise(plan, draw)));
                }
            }
            assertThat(others.getLast().owners()).hasSizeLessThan(reference.owners().size());
            for (SkyCase.RaidCase one : reference.raids()) {
                Raid raid = one.input().raid();
                for (SkyCase other : others) {
                    Raid met = other.raid(one.id()).input().raid();
                    assertThat(met.threats()).isEqualTo(raid.threats());
                    assertThat(met.nights()).isEqualTo(raid.nights());
                    assertThat(met)
                            .usingRecursiveComparison()
                            .comparingOnlyFields("lanes", "flights")
                            .isEqualTo(raid);
                }
                assertThat(later.raid(one.id()).input().raid().threats())
                        .isNotEqualTo(raid.threats());
            }
        }
    }

    private static SkyCase sky(Case c) {
        return Objects.requireNonNull(c.sky());
    }

    @Test
    void everyTargetEndsOnce() {
        assertThat(rows.of(BattleRow.class)).isNotEmpty();
        for (BattleRow row : rows.of(BattleRow.class)) {
            assertThat(row.killed() + row.jammed() + row.failed() + row.turned() + row.leaked())
                    .isEqualTo(row.threats());
        }
    }

    @Test
    void reasonsAndHoursAddUpToTheTargetsThatGotThrough() {
        var leaked = new HashMap<String, Integer>();
        for (BattleRow row : rows.of(BattleRow.class)) {
            if (row.night() == 1) {
                leaked.merge(key(row.draw(), row.raid(), row.battle()), row.leaked(), Integer::sum);
            }
        }
        leaked.values().removeIf(n -> n == 0);
        var reasons = new HashMap<String, Integer>();
        for (ReasonRow row : rows.of(ReasonRow.class)) {
            reasons.merge(key(row.draw(), row.raid(), row.battle()), row.leaked(), Integer::sum);
        }
        var hours = new HashMap<String, Integer>();
        for (HourRow row : rows.of(HourRow.class)) {
            if (row.kind().equals("leaked")) {
                hours.merge(key(row.draw(), row.raid(), row.battle()), row.number(), Integer::sum);
            }
        }
        assertThat(reasons).isEqualTo(leaked);
        assertThat(hours).isEqualTo(leaked);
    }

    private static String key(int draw, String raid, String battle) {
        return draw + "/" + raid + "/" + battle;
    }

    @Test
    void everyStateHasABattleAndEqualStatesShareIt() {
        var battles = new HashSet<String>();
        rows.of(BattleRow.class).forEach(r -> battles.add(key(r.draw(), r.raid(), r.battle())));
        // The plans of this scenario have the same sky, so the state alone decides.
        var battlesOfState = new HashMap<String, Set<Object>>();
        var statesOfBattle = new HashMap<String, Set<Object>>();
        for (ForceRow row : rows.of(ForceRow.class)) {
            assertThat(battles).contains(key(row.draw(), row.raid(), row.battle()));
            String raid = row.draw() + "/" + row.raid();
            Object state = row.state();
            battlesOfState
                    .computeIfAbsent(raid + "/" + state, k -> new HashSet<>())
                    .add(row.battle());
            statesOfBattle
                    .computeIfAbsent(
                            key(row.draw(), row.raid(), row.battle()), k -> new HashSet<>())
                    .add(state);
        }
        assertThat(battlesOfState.values()).allMatch(b -> b.size() == 1);
        assertThat(statesOfBattle.values()).allMatch(b -> b.size() == 1);
        assertThat(rows.of(ForceRow.class).size())
                .as("states are shared")
                .isGreaterThan(statesOfBattle.size());
        assertThat(battlesOfState.size()).as("states differ").isGreaterThan(DRAWS);
    }

    @Test
    void roundsLeftAreThoseBeforeAndSuppliedLessThoseFired() {
        var left = new TreeMap<String, Integer>();
        for (RoundRow row : rows.of(RoundRow.class)) {
            String key = key(row.draw(), row.raid(), row.battle()) + row.round();
            int now = row.left();
            Integer before = left.put(key, now);
            if (before != null) {
                assertThat(now + row.fired()).isEqualTo(before + row.supplied());
            }
        }
    }

    @Test
    void coveredSkyFallsWithTheNumberOfSitesAskedAndRisesWithHeight() {
        var area = new HashMap<String, Double>();
        for (CoveredRow row : rows.of(CoveredRow.class)) {
            area.put(
                    row.plan()
                            + "/"
                            + row.draw()
                            + "/"
                            + row.replication()
                            + "/"
                            + row.kind()
                            + "/"
                            + row.atLeast()
                            + "/"
                            + row.height(),
                    row.area());
        }
        assertThat(area.values().stream().mapToDouble(a -> a).max().orElse(0)).isGreaterThan(10);
        area.forEach((key, value) -> {
            if (key.contains("seen/1/")) {
                assertThat(value)
                        .isGreaterThanOrEqualTo(
                                area.getOrDefault(key.replace("seen/1/", "seen/2/"), 1e9));
            }
            if (key.endsWith("/100.0") && key.contains("seen")) {
                assertThat(value)
                        .isLessThanOrEqualTo(
                                area.getOrDefault(key.replace("/100.0", "/10000.0"), -1.0) + 1e-9);
            }
        });
    }

    @Test
    void lumpingChangesNothingWhereRoundsAreFull() {
        // One squadron with a full load meets ten targets: lumped and exact are the same battle, so
        // an error of any size in either would be seen, such as counting an eighth of the rounds.
        ReadResult read = ScenarioReader.read(ExamplesTest.ROOT.resolve("docs/tutorial/step5"));
        var options =
                new Setup.Options(1, DRAWS, DRAWS, 1, null, LocalDate.of(2026, 1, 1), Audit.FULL);
        var one =
                new Setup(
                        read.scenarioOrThrow(),
                        List.of(Objects.requireNonNull(read.plans().get("ready"))),
                        options,
                        Terrains.byDefault());
        var chunks = new Held();
        int count = new StudyRunner(one, chunks, 2, (_, _, _) -> {}).run(_ -> true);
        List<SharingRow> sharing = Summary.of(one, chunks, count).of(SharingRow.class);
        assertThat(sharing).hasSize(1);
        SharingRow row = sharing.getFirst();
        assertThat(row.compared()).isEqualTo(DRAWS / 10);
        assertThat(row.halfWidth()).isZero();
        assertThat(row.detectable()).isZero();
        assertThat(row.difference()).isZero();
    }

    @Test
    void aChunkIsAPureFunctionOfItsNumber() {
        var again =
                new StudyRunner(
                        new Setup(read(), plans(), options(), Terrains.byDefault()),
                        new Held(),
                        1,
                        (_, _, _) -> {});
        Rows chunk = again.chunk(3);
        for (Class<? extends Record> table :
                List.of(ForceRow.class, BattleRow.class, CoveredRow.class)) {
            assertThat(chunk.of(table)).isNotEmpty().isEqualTo(List.copyOf(ofChunkThree(table)));
        }
    }

    private List<? extends Record> ofChunkThree(Class<? extends Record> table) {
        Column draw =
                Tables.of(table).columns().stream()
                        .filter(c -> c.name().equals("draw"))
                        .findFirst()
                        .orElseThrow();
        return rows.of(table).stream().filter(r -> List.of(6L, 7L).contains(draw.of(r))).toList();
    }

    @Test
    void theMapAndTheAnaloguesAreThere() {
        assertThat(summary.of(PlaceRow.class)).hasSize(2);
        assertThat(summary.of(SkyCellRow.class).size()).isGreaterThan(500);
        assertThat(summary.of(AnalogueRow.class)).hasSize(1);
        AnalogueRow judged = summary.of(AnalogueRow.class).getFirst();
        assertThat(judged.decidedByInput())
                .as("the defenders of scenarios/full have no rounds at all")
                .isTrue();
        assertThat(judged.inside()).as("inside").isNull();
        assertThat(summary.of(NameRow.class))
                .filteredOn(r -> List.of("raid", "target", "round").contains(r.kind()))
                .hasSize(7);
    }
}
