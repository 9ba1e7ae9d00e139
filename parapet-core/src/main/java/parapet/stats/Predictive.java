package parapet.stats;

/// What came, judged by its predictive law: what of it lies below, and what is equal.
///
///     p = 2 min(P(X < x) + P(X = x) / 2, P(X > x) + P(X = x) / 2), at most 1
///
/// The mid-p value: for counts the plain tail takes too much as inside. [Lancaster 1961; as the fair
/// coverage of Czado, Gneiting and Held 2009]
public final class Predictive {
    /// From this probability on what came lies inside: within the middle nine tenths.
    public static final double LEAST = 0.1;

    private Predictive() {}

    /// The probability of what came or what lies further out on its side, twice.
    ///
    /// @param below P(X < x)
    /// @param equal P(X = x)
    public static double probability(double below, double equal) {
        double least = below + equal / 2;
        return Math.clamp(2 * Math.min(least, 1 - least), 0, 1);
    }

    /// Whether what came could have lain outside: whether the middle nine tenths are less than half
    /// of what could come at all.
    ///
    /// @param low the 5 % quantile
    /// @param high the 95 % quantile
    /// @param room from the least to the greatest that could come
    public static boolean canFail(double low, double high, double room) {
        return 2 * (high - low) < room;
    }
}
