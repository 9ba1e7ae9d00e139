package parapet.stats;

/// Loss formula: calls that find all servers busy are lost, any law of service.
///
///     B(0) = 1,   B(n) = a B(n-1) / (n + a B(n-1))                               [Erlang 1917]
///
/// with a = arrivals x mean service, in erlang. Cost O(servers).
public final class ErlangB {
    private static final int MOST_SERVERS = 10_000_000;

    private ErlangB() {}

    /// Share of calls lost.
    ///
    /// @param servers 0 to 10 000 000
    /// @param offeredLoad a, 0 or more
    public static double lossProbability(int servers, double offeredLoad) {
        if (servers < 0 || servers > MOST_SERVERS) {
            throw new IllegalArgumentException(
                    "The number of servers (%d) must lie in 0..%d."
                            .formatted(servers, MOST_SERVERS));
        }
        if (!(offeredLoad >= 0 && offeredLoad < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The offeredLoad (%s) must be 0 or more and finite.".formatted(offeredLoad));
        }
        double b = 1;
        for (int n = 1; n <= servers; n++) {
            b = offeredLoad * b / (n + offeredLoad * b);
        }
        return b;
    }
}
