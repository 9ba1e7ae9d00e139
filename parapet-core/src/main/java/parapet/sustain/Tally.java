package parapet.sustain;

/// Counts of one replication. `brought`, `received` and so on are indexed by part, `repairs` and
/// `lent` by site.
final class Tally {
    final int[] brought;
    final int[] failures;
    final int[] fieldRepairs;
    final int[] retired;
    final int[] removals;
    final int[] condemned;
    final int[] ordered;
    final int[] received;
    final int[] withdrawn;
    final int[] exchanged;
    final int[] fittedInside;
    final int[] repairs;

    /// Spares that other sites gave, by the site that took them.
    final int[] lent;

    long events;

    Tally(int parts, int sites) {
        brought = new int[parts];
        failures = new int[parts];
        fieldRepairs = new int[parts];
        retired = new int[parts];
        removals = new int[parts];
        condemned = new int[parts];
        ordered = new int[parts];
        received = new int[parts];
        withdrawn = new int[parts];
        exchanged = new int[parts];
        fittedInside = new int[parts];
        repairs = new int[sites];
        lent = new int[sites];
    }
}
