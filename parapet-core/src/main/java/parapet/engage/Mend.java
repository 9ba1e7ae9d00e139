package parapet.engage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import parapet.radar.Radar;

/// One link of the chain mended: the same defence as it would fight without that limit. Fought
/// again with the same streams, it meets the same chance of every look and shot that both have, so
/// the difference in pairs is what mending the link would have stopped.
///
/// A mend takes a limit away; it does not say how, or what that would cost. Nothing of the raid is
/// changed. Mending one link moves some threats on to the next that breaks. Where fire is not
/// coordinated and rounds are few, more channels can raise the leakers: units that fire at the same
/// threats spend their rounds sooner.
public enum Mend {
    /// Channels without end: cures [Reason#NO_CHANNEL].
    CHANNELS("channels without end"),
    /// Rounds without end for every magazine: cures [Reason#OUT_OF_ROUNDS].
    ROUNDS("rounds without end"),
    /// Launchers reloaded at once: cures [Reason#RELOADING].
    RELOAD("launchers reloaded at once"),
    /// A track of any working sensor serves every fire unit: cures [Reason#NO_TRACK] in part.
    PICTURE("picture shared"),
    /// Fire units know which threats others are engaging. Where rounds are plenty and only then it
    /// may stop less: two units that both fire kill more likely than one that leaves the threat to
    /// the other.
    FIRE("fire coordinated"),
    /// No time from decision to launch.
    REACTION("reaction at once"),
    /// Track files without end: cures [Reason#TRACK_FILE_FULL].
    TRACK_FILES("track files without end");

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
    public BattleInput mend(BattleInput in) {
        return switch (this) {
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
