package parapet.engage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a raid in one replication. Arrays are by night first.
///
/// @param threats threats by night and class
/// @param killed of these, killed, by night and class
/// @param leaked of these, leaked, by night and class; killed and leaked make all
/// @param fired rounds fired, by night and interceptor
/// @param left rounds left at the end of the night, by night and interceptor
/// @param reasons leakers by night, class and ordinal of their [Reason]
/// @param leakedByHour leakers of the first night by class and hour since its begin
/// @param firedByHour rounds fired in the first night by interceptor and hour
/// @param logs the story of every threat of the first night, when it was asked for; else empty
public record RaidOutcome(
        int[][] threats,
        int[][] killed,
        int[][] leaked,
        int[][] fired,
        int[][] left,
        int[][][] reasons,
        int[][] leakedByHour,
        int[][] firedByHour,
        List<ThreatLog> logs) {

    /// The story of one threat.
    ///
    /// @param threat index of the threat
    /// @param killed whether it was killed
    /// @param endSec when it was killed or reached the end of its lane, s since the raid began
    /// @param by fire unit that killed it, -1 when it leaked
    /// @param links what each fire unit made of it, in the order of the fire units
    public record ThreatLog(int threat, boolean killed, double endSec, int by, List<Link> links) {
        public ThreatLog {
            links = List.copyOf(links);
        }
    }

    /// What one fire unit made of a threat.
    ///
    /// @param fireUnit index of the fire unit
    /// @param reason where its chain broke; MISSED also when another unit killed it later; null for
    ///   the unit that killed it, or when the threat died before the chain broke
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
}
