package parapet.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.engage.Battle;
import parapet.engage.BattleInput;
import parapet.engage.Battlefield;
import parapet.engage.ForceState;
import parapet.engage.LaneView;
import parapet.engage.Mend;
import parapet.engage.Picture;
import parapet.engage.Raid;
import parapet.engage.RaidOutcome;
import parapet.engage.Reason;
import parapet.engage.Threat;
import parapet.flight.Flight;
import parapet.quantity.Calendar;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.scenario.PlannedScenario;
import parapet.scenario.SkyCase;
import parapet.study.rows.BattleRow;
import parapet.study.rows.RoundRow;
import parapet.study.rows.ThreatRow;
import parapet.tables.Rows;

/// One battle of a run fought again by itself, with the story of every target of the first night:
/// one raid against the force that one plan has on one day of one draw, in its first replication.
///
/// Chance and force are those of a run of the same setup, so it comes out as in its tables.
public final class RaidOfRun {
    /// By how much masts are raised until a target comes into view, m.
    private static final List<Double> HIGHER_M = List.of(10.0, 30.0, 100.0, 300.0, Mend.HIGHER_M);

    private final SkyCase sky;
    private final SkyCase.RaidCase raid;
    private final LocalDate day;
    private final int draw;
    private final RaidOutcome outcome;

    private RaidOfRun(
            SkyCase sky, SkyCase.RaidCase raid, LocalDate day, int draw, RaidOutcome outcome) {
        this.sky = sky;
        this.raid = raid;
        this.day = day;
        this.draw = draw;
        this.outcome = outcome;
    }

    /// Fights it.
    ///
    /// @param day the day on which it comes
    /// @param raid key of the raid or family
    /// @throws IllegalArgumentException if the plan knows no such raid
    public static RaidOfRun fight(
            Setup setup, PlannedScenario plan, int draw, LocalDate day, String raid) {
        Case c = setup.realiser().realise(plan, draw);
        SkyCase sky = c.skyOrThrow();
        SkyCase.RaidCase of = sky.raid(raid);
        Battlefield field = Battlefield.of(of.input());
        Streams battle = Battles.battleStreams(setup, raid, draw);
        return new RaidOfRun(
                sky,
                of,
                day,
                draw,
                Battle.fight(
                        field,
                        Picture.of(field, battle),
                        force(setup, c, sky, of, field, day),
                        battle,
                        true,
                        setup.options().audit()));
    }

    private static ForceState force(
            Setup setup,
            Case c,
            SkyCase sky,
            SkyCase.RaidCase raid,
            Battlefield field,
            LocalDate day) {
        if (raid.alone()) {
            return Forces.alone(sky, raid);
        }
        var streams = new Streams(setup.options().seed(), c.draw(), 0);
        History history = History.of(c, streams, setup.options().audit());
        long tick = c.calendar().tick(day) + Calendar.DAY / 2;
        return Forces.at(c, sky, history.readiness(), tick, streams)
                .lumped(raid, Battles.touches(field));
    }

    /// What came of it.
    public RaidOutcome outcome() {
        return outcome;
    }

    /// Its stories, in the order of the raid; one row for each battery that the plan gets.
    public List<ThreatRow> stories() {
        var rows = new Rows();
        Stories.post(rows, sky, raid, day, outcome);
        return rows.of(ThreatRow.class);
    }

    /// What a run writes of it by class and night.
    ///
    /// @param battle key of the battle
    public List<BattleRow> battles(String battle) {
        return rows(battle).of(BattleRow.class);
    }

    /// What a run writes of its rounds.
    ///
    /// @param battle key of the battle
    public List<RoundRow> rounds(String battle) {
        return rows(battle).of(RoundRow.class);
    }

    private Rows rows(String battle) {
        var rows = new Rows();
        BattleRows.post(rows, sky, raid, draw, battle, outcome);
        return rows;
    }

    /// A mast that would have shown a target.
    ///
    /// @param higherM by how much it is higher than the one that is there, m; NaN when none up to
    ///   [Mend#HIGHER_M] shows it
    /// @param then what would still keep it from being engaged; null when nothing
    public record Mast(double higherM, @Nullable Reason then) {}

    /// Which higher mast of each battery would have shown a target that it has behind the horizon
    /// or behind terrain, by name of the battery. Raised are the masts of all radars at its site;
    /// what else happened stays.
    ///
    /// @param threat index of the target
    public Map<String, Mast> masts(int threat) {
        BattleInput input = raid.input();
        var hidden = new ArrayList<Integer>();
        for (RaidOutcome.Link link : outcome.logs().get(threat).links()) {
            if (isHidden(link.reason())) {
                hidden.add(link.fireUnit());
            }
        }
        var masts = new LinkedHashMap<String, Mast>();
        for (int unit : hidden) {
            masts.put(input.fireUnits().get(unit).id(), new Mast(Double.NaN, null));
        }
        BattleInput single = single(threat);
        Threat named = input.raid().threats().get(threat);
        for (double higher : HIGHER_M) {
            if (hidden.isEmpty()) {
                break;
            }
            LaneView[][] views = single.raid().views().clone();
            for (int unit : hidden) {
                int site = input.fireUnits().get(unit).site();
                views[site] = new LaneView[] {sky.maker().view(raid, site, named.lane(), higher)};
            }
            Battlefield field = Battlefield.of(Mend.seen(single, views));
            for (int unit : List.copyOf(hidden)) {
                Reason then = field.fails(unit, named.targetClass(), 0);
                if (!isHidden(then)) {
                    masts.put(input.fireUnits().get(unit).id(), new Mast(higher, then));
                    hidden.remove(Integer.valueOf(unit));
                }
            }
        }
        return masts;
    }

    /// One target by itself on its lane; what carries it is no matter of masts.
    private BattleInput single(int threat) {
        Raid all = raid.input().raid();
        Threat named = all.threats().get(threat);
        int lane = named.lane();
        return raid.input()
                .against(
                        new Raid(
                                all.id(),
                                List.of(all.lanes().get(lane)),
                                Arrays.stream(all.flights())
                                        .map(of -> new Flight[] {of[lane]})
                                        .toArray(Flight[][]::new),
                                Arrays.stream(all.views())
                                        .map(of -> new LaneView[] {of[lane]})
                                        .toArray(LaneView[][]::new),
                                List.of(
                                        new Threat(
                                                named.targetClass(),
                                                0,
                                                named.startSec(),
                                                named.asset(),
                                                named.decoy())),
                                1));
    }

    private static boolean isHidden(@Nullable Reason reason) {
        return reason == Reason.BEHIND_HORIZON || reason == Reason.BEHIND_TERRAIN;
    }
}
