package parapet.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.engage.Battle;
import parapet.engage.BattleInput;
import parapet.engage.Battlefield;
import parapet.engage.ForceState;
import parapet.engage.Picture;
import parapet.engage.RaidOutcome;
import parapet.quantity.Calendar;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.SkyCase;
import parapet.scenario.Study;
import parapet.study.rows.ForceRow;
import parapet.study.rows.StationRow;
import parapet.sustain.ReadinessHistory;
import parapet.tables.Rows;

/// The raids of one draw, and by [CoveredRows] its covered sky. Battles are shared between plans,
/// dates and replications where the drawn inputs of the battle and the lumped state of the force
/// are equal; they are independent of the order in which they are asked for. For one thread.
final class Battles {
    /// One draw in so many is fought again state by state, to measure what lumping changes.
    static final int COMPARED_EVERY = 10;

    private final Setup setup;
    private final int draw;
    private final Rows rows;
    private final Map<String, List<Field>> fields = new HashMap<>();
    private final CoveredRows covered;
    private final Crossed crossed;
    private final double levelStopped;
    private final double levelKept;

    /// A battlefield of this draw and the battles fought on it so far.
    private record Field(
            Object content,
            Battlefield battlefield,
            Battlefield oneNight,
            Picture picture,
            Picture firstNight,
            boolean[] touches,
            Map<ForceState, Fought> fought) {}

    /// A battle and its key.
    private record Fought(String id, RaidOutcome outcome) {}

    Battles(Setup setup, int draw, Rows rows) {
        this.setup = setup;
        this.draw = draw;
        this.rows = rows;
        this.covered = new CoveredRows(draw, rows);
        this.crossed = new Crossed(setup, draw);
        Study.Holds holds = setup.scenario().study().holds();
        this.levelStopped = 100 * setup.realiser().weigh(holds.stopped()).law().mean();
        this.levelKept = 100 * setup.realiser().weigh(holds.kept()).law().mean();
    }

    /// Posts what only all plans together give.
    void close() {
        crossed.post(rows);
    }

    /// Fights the raids of a history and posts their rows.
    ///
    /// @return what came of them
    SkyFacts post(Case c, int replication, ReadinessHistory history) {
        SkyCase sky = c.sky();
        if (sky == null) {
            return new SkyFacts();
        }
        var facts = new SkyFacts();
        if (replication == 0 && c.plan().equals(setup.reference())) {
            sky.stations()
                    .forEach((station, place) -> rows.add(new StationRow(draw, station, place)));
        }
        for (LocalDate day : setup.metricsOfStudy().raidDates()) {
            long tick = c.calendar().tick(day) + Calendar.DAY / 2;
            var streams = new Streams(setup.options().seed(), draw, replication);
            var forces = Forces.at(c, sky, history, tick, streams);
            boolean last = false;
            covered.post(c, sky, replication, day, forces, facts);
            if (replication == 0 && day.equals(setup.metricsOfStudy().raidDates().getLast())) {
                crossed.take(c.plan(), sky, forces);
                last = true;
            }
            for (SkyCase.RaidCase raid : sky.raids()) {
                if (!raid.alone()) {
                    RaidOutcome outcome = raid(c, sky, raid, replication, day, forces, facts);
                    if (last) {
                        crossed.take(c.plan(), raid, outcome);
                    }
                }
            }
        }
        for (SkyCase.RaidCase raid : sky.raids()) {
            if (raid.alone()) {
                Field field = field(raid);
                fight(sky, raid, field, Forces.alone(sky, raid));
            }
        }
        return facts;
    }

    private RaidOutcome raid(
            Case c,
            SkyCase sky,
            SkyCase.RaidCase raid,
            int replication,
            LocalDate day,
            Forces forces,
            SkyFacts facts) {
        Field field = field(raid);
        ForceState state = forces.lumped(raid, field.touches);
        Fought fought = fight(sky, raid, field, state);
        RaidOutcome outcome = fought.outcome;
        int leaked = sum(outcome.leaked()[0]);
        rows.add(
                new ForceRow(
                        c.plan(),
                        draw,
                        replication,
                        day,
                        raid.id(),
                        Forces.words(sky, raid, state, field.touches),
                        fought.id,
                        leaked,
                        alone(c, raid, field, leaked, state, forces.exact(raid, field.touches))));
        facts.fought(
                raid.id(),
                day,
                new SkyFacts.Fought(
                        leaked,
                        RaidFacts.stopped(outcome, 0),
                        sum(outcome.fired()[0]),
                        RaidFacts.nightsStopped(outcome, levelStopped),
                        RaidFacts.exchange(raid.input(), outcome),
                        RaidFacts.kept(raid.input(), outcome, 0),
                        RaidFacts.kept(raid.input(), outcome, outcome.threats().length - 1),
                        RaidFacts.nightsKept(raid.input(), outcome, levelKept)));
        if (draw == 0
                && replication == 0
                && c.plan().equals(setup.reference())
                && day.equals(setup.metricsOfStudy().raidDates().getLast())) {
            Stories.post(
                    rows,
                    sky,
                    raid,
                    day,
                    Battle.fight(
                            field.battlefield, field.picture, state, battleStreams(raid), true));
        }
        return outcome;
    }

    private static int sum(int[] counts) {
        return RaidFacts.sum(counts);
    }

    private Field field(SkyCase.RaidCase raid) {
        BattleInput input = raid.input();
        List<Field> known = fields.computeIfAbsent(raid.id(), k -> new ArrayList<>());
        for (Field field : known) {
            if (field.content.equals(raid.content())) {
                return field;
            }
        }
        Battlefield battlefield = Battlefield.of(input);
        Battlefield oneNight =
                draw % COMPARED_EVERY == 0
                        ? Battlefield.of(input.against(input.raid().nights(1)))
                        : battlefield;
        var field =
                new Field(
                        raid.content(),
                        battlefield,
                        oneNight,
                        Picture.of(battlefield, battleStreams(raid)),
                        Picture.of(oneNight, battleStreams(raid)),
                        touches(battlefield),
                        new LinkedHashMap<>());
        known.add(field);
        return field;
    }

    /// Whether each owner could see or engage any target of a raid.
    static boolean[] touches(Battlefield field) {
        var touches = new boolean[field.input().owners().size()];
        for (int o = 0; o < touches.length; o++) {
            touches[o] = field.touches(o);
        }
        return touches;
    }

    private Streams battleStreams(SkyCase.RaidCase raid) {
        return battleStreams(setup, raid.id(), draw);
    }

    /// Chance of the battles of a raid in one draw, the same for all plans and states of the force.
    static Streams battleStreams(Setup setup, String raid, int draw) {
        return new Streams(setup.options().seed() ^ Streams.entity(raid), draw, -1);
    }

    private Fought fight(SkyCase sky, SkyCase.RaidCase raid, Field field, ForceState state) {
        Fought known = field.fought.get(state);
        if (known != null) {
            return known;
        }
        RaidOutcome outcome =
                Battle.fight(field.battlefield, field.picture, state, battleStreams(raid), false);
        int number =
                fields.getOrDefault(raid.id(), List.of()).stream()
                                .mapToInt(f -> f.fought.size())
                                .sum()
                        + 1;
        var fought = new Fought(String.valueOf(number), outcome);
        field.fought.put(state, fought);
        BattleRows.post(rows, sky, raid, draw, fought.id, outcome);
        return fought;
    }

    /// Fights a state with exact rounds, one night with the chance of the shared battle, when this
    /// draw is compared: pairs that differ by lumping alone. Sharing the chance of a draw between
    /// plans and days changes no mean.
    private @Nullable Integer alone(
            Case c,
            SkyCase.RaidCase raid,
            Field field,
            int leaked,
            ForceState lumped,
            ForceState exact) {
        if (draw % COMPARED_EVERY != 0 || !compared(c.plan())) {
            return null;
        }
        if (exact.equals(lumped)) {
            return leaked;
        }
        RaidOutcome outcome =
                Battle.fight(field.oneNight, field.firstNight, exact, battleStreams(raid), false);
        return sum(outcome.leaked()[0]);
    }

    /// The reference plan and those that the scenario compares as forces.
    private boolean compared(String plan) {
        return plan.equals(setup.reference())
                || setup.scenario().study().comparisons().values().stream()
                        .anyMatch(k ->
                                k.topic() == Study.Topic.FORCE
                                        && (k.plan().equals(plan) || k.against().equals(plan)));
    }
}
