package parapet.study;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parapet.engage.Battle;
import parapet.engage.Battlefield;
import parapet.engage.ForceState;
import parapet.engage.Picture;
import parapet.engage.RaidOutcome;
import parapet.random.Streams;
import parapet.scenario.PlaceKind;
import parapet.scenario.RaidMaker;
import parapet.scenario.SkyCase;
import parapet.scenario.Study;
import parapet.study.rows.CrossedRow;
import parapet.tables.Rows;

/// The crossed design of one draw: two plans, with the forces that the run gave them, against the
/// same members of each family, member by member with the same chance. Members are drawn anew for
/// each kind of place of what they attack, so that rare kinds have as many as common ones.
///
/// Only differences leave this class; what one plan lets one member do is told nowhere. For one
/// thread.
final class Crossed {
    static final String ANY = "any";

    private final Setup setup;
    private final int draw;
    private final Map<String, Force> forces = new HashMap<>();
    private final Map<Object, Field> fields = new HashMap<>();

    private final Map<Asked, Optional<SkyCase.RaidCase>> members = new HashMap<>();

    /// A further member; a maker is equal to itself alone.
    private record Asked(RaidMaker maker, String family, PlaceKind kind, List<PlaceKind> kinds) {}

    private record Force(SkyCase sky, Forces forces, Map<String, Score> scores) {}

    private record Field(
            Battlefield battlefield, boolean[] touches, Map<ForceState, Score> scores) {}

    /// What came of a battle, %.
    private record Score(double kept, double stopped) {
        static Score of(SkyCase.RaidCase raid, RaidOutcome outcome) {
            return new Score(
                    RaidFacts.kept(raid.input(), outcome, 0), RaidFacts.stopped(outcome, 0));
        }
    }

    Crossed(Setup setup, int draw) {
        this.setup = setup;
        this.draw = draw;
    }

    /// Takes the force of a plan.
    void take(String plan, SkyCase sky, Forces of) {
        forces.put(plan, new Force(sky, of, new HashMap<>()));
    }

    /// Takes what came of the member of a family that the draw has.
    void take(String plan, SkyCase.RaidCase raid, RaidOutcome outcome) {
        Force force = forces.get(plan);
        if (force != null && raid.family()) {
            force.scores.put(raid.id(), Score.of(raid, outcome));
        }
    }

    /// Posts the differences of all comparisons of forces.
    void post(Rows rows) {
        setup.scenario()
                .study()
                .comparisons()
                .forEach((id, c) -> {
                    Force one = forces.get(c.plan());
                    Force other = forces.get(c.against());
                    if (c.topic() == Study.Topic.FORCE && one != null && other != null) {
                        for (SkyCase.RaidCase raid : one.sky.raids()) {
                            if (raid.family()) {
                                compare(id, raid.id(), one, other, rows);
                            }
                        }
                    }
                });
    }

    private void compare(String id, String family, Force one, Force other, Rows rows) {
        Score with = one.scores.get(family);
        Score without = other.scores.get(family);
        if (with != null && without != null) {
            rows.add(row(id, family, ANY, with, without));
        }
        List<PlaceKind> kinds = other.sky.kinds();
        for (PlaceKind kind : PlaceKind.values()) {
            SkyCase.RaidCase a = member(one.sky, family, kind, kinds);
            SkyCase.RaidCase b = member(other.sky, family, kind, kinds);
            if (a != null && b != null) {
                rows.add(row(id, family, kind.key(), score(one, a), score(other, b)));
            }
        }
    }

    /// Plans that share a sky share its members.
    private SkyCase.@Nullable RaidCase member(
            SkyCase sky, String family, PlaceKind kind, List<PlaceKind> kinds) {
        var key = new Asked(sky.maker(), family, kind, kinds);
        Optional<SkyCase.RaidCase> known = members.get(key);
        if (known == null) {
            known =
                    Optional.ofNullable(
                            sky.maker()
                                    .member(
                                            family,
                                            1 + kind.ordinal(),
                                            asset -> kinds.get(asset) == kind));
            members.put(key, known);
        }
        return known.orElse(null);
    }

    private CrossedRow row(String id, String family, String kind, Score with, Score without) {
        return new CrossedRow(
                id, family, kind, draw, with.kept - without.kept, with.stopped - without.stopped);
    }

    private Score score(Force force, SkyCase.RaidCase raid) {
        Streams streams = Battles.battleStreams(setup, raid.id(), draw);
        Field field = fields.computeIfAbsent(raid.content(), k -> field(raid));
        ForceState state = force.forces.lumped(raid, field.touches);
        Score known = field.scores.get(state);
        if (known == null) {
            Battlefield battlefield = field.battlefield;
            RaidOutcome outcome =
                    Battle.fight(
                            battlefield,
                            Picture.of(battlefield, streams),
                            state,
                            streams,
                            false,
                            setup.options().audit());
            known = Score.of(raid, outcome);
            field.scores.put(state, known);
        }
        return known;
    }

    private static Field field(SkyCase.RaidCase raid) {
        Battlefield battlefield =
                Battlefield.of(raid.input().against(raid.input().raid().nights(1)));
        var touches = new boolean[raid.owners().size()];
        for (int o = 0; o < touches.length; o++) {
            touches[o] = battlefield.touches(o);
        }
        return new Field(battlefield, touches, new LinkedHashMap<>());
    }
}
