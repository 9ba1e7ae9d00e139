package parapet.sustain.exact;

import parapet.stats.Require;

/// Loss system with few customers.
///
/// A customer not in service calls at a rate that times the mean service is α; lost calls change
/// nothing; any law of service:
///
///     E(0) = 1,   E(n) = (N-n+1) α E(n-1) / (n + (N-n+1) α E(n-1))               [Engset 1918]
///
/// is the share of time all n servers are busy; calls are lost in the share that N-1 customers see.
public final class Engset {
    private Engset() {}

    /// Share of time all servers are busy.
    ///
    /// @param sources customers N, 1 or more
    /// @param servers 1 or more
    /// @param loadPerIdleSource α, 0 or more
    public static double timeCongestion(int sources, int servers, double loadPerIdleSource) {
        Require.atLeast("number of sources", sources, 1);
        return congestion(sources, servers, loadPerIdleSource);
    }

    /// Share of calls lost.
    ///
    /// @param sources customers N, 1 or more
    /// @param servers 1 or more
    /// @param loadPerIdleSource α, 0 or more
    public static double callCongestion(int sources, int servers, double loadPerIdleSource) {
        Require.atLeast("number of sources", sources, 1);
        return congestion(sources - 1, servers, loadPerIdleSource);
    }

    private static double congestion(int sources, int servers, double load) {
        Require.atLeast("number of servers", servers, 1);
        Require.notNegative("loadPerIdleSource", load);
        if (servers > sources) {
            return 0;
        }
        double e = 1;
        for (int n = 1; n <= servers; n++) {
            double offered = (sources - n + 1) * load * e;
            e = offered / (n + offered);
        }
        return e;
    }
}
