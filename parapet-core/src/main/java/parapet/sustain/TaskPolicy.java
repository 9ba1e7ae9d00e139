package parapet.sustain;

/// What a task needs and what comes of it, beside time and place.
///
/// @param useSec operating time of the unit from the start of service, or the end of the last time,
///   to the next; infinite when only the calendar counts. Whatever comes first makes it due.
/// @param findings share of the times that take longer for what is found
/// @param findingsSec mean time that findings add
/// @param parts `parts[part]` taken from the stock of the site where it is done; empty for none
/// @param crews crews of that site, for the whole time
/// @param renews whether it fills all holes of the unit that wait for parts
/// @param togetherSec how long before it is due it is done along with another task of the same unit
///   at the same site; 0 for never
/// @param lostShare share of the times after which the unit is found beyond repair
public record TaskPolicy(
        double useSec,
        double findings,
        double findingsSec,
        int[] parts,
        int crews,
        boolean renews,
        double togetherSec,
        double lostShare) {
    /// By the calendar, without parts or crews.
    public static final TaskPolicy PLAIN =
            new TaskPolicy(Double.POSITIVE_INFINITY, 0, 0, new int[0], 0, false, 0, 0);

    int parts(int part) {
        return part < parts.length ? parts[part] : 0;
    }
}
