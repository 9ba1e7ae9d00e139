package parapet.engage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import parapet.radar.Radar;

/// One link of the chain mended: the same defence as it would fight without that limit. Fought
/// again with the same streams, it meets the same chance of every look and shot that both have, so
/// the difference in pairs is what mending the link would have stopped.
///
/// A mend takes a limit away; it does not say how, or what that would cost. Nothing of the raid is
/// changed. Mending one link moves some threats on to the next that breaks. Where fire is not
/// coordinated and rounds are few, more channels can raise the leakers: units that fire at the same
/// threats spend their rounds sooner.
///
/// The order is that of the chain: view, track, time, channel, round, neighbour.
public enum Mend {
    /// Radars see as from masts [#HIGHER_M] higher: cures [Reason#BEHIND_HORIZON], and
    /// [Reason#BEHIND_TERRAIN] where a mast helps. Ranges stay those from the ground.
    MAST("masts 1 km higher"),
    /// A track of any working sensor serves every fire unit: cures [Reason#NO_TRACK] in part.
    PICTURE("picture shared"),
    /// Track files without end: cures [Reason#TRACK_FILE_FULL].
    TRACK_FILES("track files without end"),
    /// No time from decision to launch.
    REACTION("reaction at once"),
    /// Channels without end: cures [Reason#NO_CHANNEL].
    CHANNELS("channels without end"),
    /// Launchers reloaded at once: cures [Reason#RELOADING].
    RELOAD("launchers reloaded at once"),
    /// Rounds without end for every magazine: cures [Reason#OUT_OF_ROUNDS].
    ROUNDS("rounds without end"),
    /// Fire units know which threats others are engaging. Where rounds are plenty and only then it
    /// may stop less: two units that both fire kill more likely than one that leaves the threat to
    /// the other.
    FIRE("fire coordinated");

    /// By how much [#MAST] raises the masts, m.
    public static final double HIGHER_M = 1_000;

    private static final int WITHOUT_END = 1_000_000;

    private final String label;

    Mend(String label) {
        this.label = label;
    }

    /// Key in tables, such as `track-files`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The mend in words.
    public String label() {
        return label;
    }

    /// The defence with the link mended; rounds are mended by [#mend(ForceState)].
    ///
    /// @param views the lanes of the raid as they are seen from masts higher by so many m,
    ///   `views[site][lane]`; asked by [#MAST] alone
    public BattleInput mend(BattleInput in, DoubleFunction<LaneView[][]> views) {
        return switch (this) {
            case MAST -> seen(in, views.apply(HIGHER_M));
            case ROUNDS -> in;
            case CHANNELS, RELOAD, REACTION ->
                    of(
                            in,
                            in.sensors(),
                            in.fireUnits().stream().map(this::mend).toList(),
                            in.sharedPicture(),
                            in.coordinatedFire());
            case PICTURE -> of(in, in.sensors(), in.fireUnits(), true, in.coordinatedFire());
            case FIRE -> of(in, in.sensors(), in.fireUnits(), in.sharedPicture(), true);
            case TRACK_FILES ->
                    of(
                            in,
                            in.sensors().stream().map(Mend::endless).toList(),
                            in.fireUnits(),
                            in.sharedPicture(),
                            in.coordinatedFire());
        };
    }

    /// The force with the link mended: others than rounds leave it as it is. Who works stays.
    public ForceState mend(ForceState state) {
        if (this != ROUNDS) {
            return state;
        }
        var rounds = new int[state.rounds().length][];
        for (int o = 0; o < rounds.length; o++) {
            rounds[o] = new int[state.rounds()[o].length];
            Arrays.fill(rounds[o], WITHOUT_END);
        }
        return new ForceState(state.working(), rounds);
    }

    /// The battle with lanes seen as from other masts on the same sites; sites and ranges stay.
    ///
    /// @param views the lanes from these masts, `views[site][lane]`
    public static BattleInput seen(BattleInput in, LaneView[][] views) {
        Raid raid = in.raid();
        var seen = new LaneView[views.length][];
        for (int s = 0; s < seen.length; s++) {
            seen[s] = new LaneView[views[s].length];
            for (int l = 0; l < seen[s].length; l++) {
                LaneView was = raid.views()[s][l];
                seen[s][l] =
                        new LaneView(
                                was.eastM(),
                                was.northM(),
                                was.siteM(),
                                views[s][l].lowestM(),
                                views[s][l].smoothLowestM());
            }
        }
        return in.against(
                new Raid(
                        raid.id(),
                        raid.lanes(),
                        raid.flights(),
                        seen,
                        raid.threats(),
                        raid.nights()));
    }

    private FireUnit mend(FireUnit u) {
        return new FireUnit(
                u.id(),
                u.owner(),
                u.site(),
                u.radar(),
                this == CHANNELS && u.channels() > 0 ? WITHOUT_END : u.channels(),
                this == REACTION ? 0 : u.reactionSec(),
                u.assessment(),
                this == RELOAD
                        ? u.magazines().stream()
                                .map(m ->
                                        new Magazine(
                                                m.interceptor(),
                                                m.launchers(),
                                                m.roundsPerLauncher(),
                                                0))
                                .toList()
                        : u.magazines(),
                u.doctrine(),
                u.sector());
    }

    private static Sensor endless(Sensor s) {
        Radar r = s.radar();
        return new Sensor(
                s.id(),
                s.owner(),
                s.site(),
                new Radar(
                        r.id(),
                        r.frequencyHz(),
                        r.referenceRangeM(),
                        r.referenceCrossSectionM2(),
                        r.referenceProbability(),
                        r.falseAlarmProbability(),
                        r.swerlingCase(),
                        r.pulses(),
                        r.instrumentedRangeM(),
                        r.antennaHeightM(),
                        r.scanPeriodSec(),
                        r.confirmHits(),
                        r.confirmLooks(),
                        WITHOUT_END));
    }

    private static BattleInput of(
            BattleInput in,
            List<Sensor> sensors,
            List<FireUnit> units,
            boolean sharedPicture,
            boolean coordinatedFire) {
        return new BattleInput(
                in.classes(),
                in.interceptors(),
                in.owners(),
                in.sites(),
                sensors,
                units,
                in.assets(),
                sharedPicture,
                coordinatedFire,
                in.raid(),
                in.supplies());
    }
}
