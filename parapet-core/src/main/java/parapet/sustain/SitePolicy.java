package parapet.sustain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a site works beside its stock and shop.
///
/// @param rests whether it is closed for the season in this phase: it issues nothing to other sites
///   and begins no work on units; its shop keeps the hours of its own
/// @param crews crews that mend and fit on units based here and work on units in tasks here
/// @param crewHours when crews work
/// @param mostUrgent whether a spare goes to the most urgent request rather than to the oldest
/// @param helpers sites that are asked for a spare when none is here, the first preferred
/// @param reserve spares of each kind that a site that helps keeps for itself, by part; empty for
///   none
/// @param replenishment how scrapped parts are replaced, by part; null, or past the end, for one
///   for one
/// @param cannibalise whether a unit that is down gives good parts to others based here
/// @param moveSec mean time to move and fit such a part (exponential; 0 is at once)
public record SitePolicy(
        boolean rests,
        int crews,
        WorkTime crewHours,
        boolean mostUrgent,
        List<Integer> helpers,
        int[] reserve,
        @Nullable Replenishment[] replenishment,
        boolean cannibalise,
        double moveSec) {
    /// Crews without limit.
    public static final int AMPLE = Integer.MAX_VALUE;

    /// First come first served, one for one, nobody helps.
    public static final SitePolicy PLAIN =
            new SitePolicy(
                    false,
                    AMPLE,
                    WorkTime.ALWAYS,
                    false,
                    List.of(),
                    new int[0],
                    new Replenishment[0],
                    false,
                    0);

    public SitePolicy {
        helpers = List.copyOf(helpers);
    }

    int reserve(int part) {
        return part < reserve.length ? reserve[part] : 0;
    }

    @Nullable Replenishment replenishment(int part) {
        return part < replenishment.length ? replenishment[part] : null;
    }
}
