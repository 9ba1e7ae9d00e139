package parapet.engage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a raid in one replication. Arrays are by night first.
///
/// @param threats threats that came by night and class, decoys included; killed, jammed, failed,
///   turned away and leaked make all
/// @param killed of these, killed by rounds, by night and class
/// @param jammed of these, made to miss by jamming at the end of their lanes
/// @param failed of these, failed by themselves before anyone could see them
/// @param turned of these, released what they carried and turned away: neither stopped nor leaked
/// @param unreleased threats that never came, as their carrier did not, by night and class
/// @param leaked of these, leaked
/// @param leakedAt leakers that are no decoys by night, asset that they were aimed at, and class
/// @param decoysLeaked leakers that are decoys by night and class
/// @param fired rounds fired, by night and interceptor
/// @param left rounds left at the end of the night, by night and interceptor
/// @param supplied rounds that came from behind before the night, by night and interceptor
/// @param behind rounds still held behind or on the way at the end of the night, by night and
///   interceptor; fired so far + left + behind = brought + held at first
/// @param reasons leakers by night, class and ordinal of their [Reason]
/// @param leakedByHour leakers of the first night by class and hour since its begin
/// @param firedByHour rounds fired in the first night by interceptor and hour
/// @param logs the story of every threat of the first night, when it was asked for; else empty
public record RaidOutcome(
        int[][] threats,
        int[][] killed,
        int[][] jammed,
        int[][] failed,
        int[][] turned,
        int[][] unreleased,
        int[][] leaked,
        int[][][] leakedAt,
        int[][] decoysLeaked,
        int[][] fired,
        int[][] left,
        int[][] supplied,
        int[][] behind,
        int[][][] reasons,
        int[][] leakedByHour,
        int[][] firedByHour,
        List<ThreatLog> logs) {

    /// The story of one threat.
    ///
    /// @param threat index of the threat
    /// @param ending what became of it
    /// @param endSec when it was killed, reached the end of its lane, or failed at its start, s
    ///   since the raid began
    /// @param by fire unit that killed it, else -1
    /// @param links what each fire unit made of it, in the order of the fire units
    public record ThreatLog(int threat, Ending ending, double endSec, int by, List<Link> links) {
        public ThreatLog {
            links = List.copyOf(links);
        }

        /// Whether a round killed it.
        public boolean killed() {
            return ending == Ending.KILLED;
        }
    }

    /// What one fire unit made of a threat.
    ///
    /// @param fireUnit index of the fire unit
    /// @param reason where its chain broke; MISSED also when another unit killed it later; null for
    ///   the unit that killed it, when the threat died before the chain broke, or when it failed
    /// @param trackSec when the fire unit first had a track, NaN when never
    /// @param opensSec when it could first have launched, NaN when never
    /// @param closesSec when it could last have launched, NaN when never
    /// @param fired rounds fired at it
    public record Link(
            int fireUnit,
            @Nullable Reason reason,
            double trackSec,
            double opensSec,
            double closesSec,
            int fired) {}

    public RaidOutcome {
        logs = List.copyOf(logs);
    }

    /// Threats of a class that were stopped: killed, jammed or failed. This is what a record of
    /// attacks counts as stopped.
    public int stopped(int night, int targetClass) {
        return killed[night][targetClass] + jammed[night][targetClass] + failed[night][targetClass];
    }

    /// Threats of all classes that were stopped.
    public int stopped(int night) {
        int stopped = 0;
        for (int c = 0; c < threats[night].length; c++) {
            stopped += stopped(night, c);
        }
        return stopped;
    }
}
