package parapet.sustain.exact;

import parapet.stats.ErlangB;
import parapet.stats.Require;

/// Many servers and one stream of calls.
///
/// Without waiting room calls are lost by the formula of [ErlangB]; with unlimited room,
/// exponential service and a < c they wait with probability
///
///     C = c B / (c - a (1-B))
///
/// with c servers and a = arrivals x mean service, in erlang. Cost O(c).
public final class Erlang {
    private static final int MOST_SERVERS = 10_000_000;

    private Erlang() {}

    /// Waiting system of the M/M/c queue.
    ///
    /// @param waitProbability a call finds all servers busy
    /// @param emptyProbability nobody is in the system; 0 where it is below 1e-308
    /// @param meanWait time in the queue, over all calls
    /// @param meanTimeInSystem wait and service
    public record Waiting(
            double waitProbability,
            double emptyProbability,
            double meanWait,
            double meanTimeInSystem) {}

    /// Load offered by calls at a rate, in erlang.
    ///
    /// @param arrivalRate 0 or more
    /// @param serviceRate of one server, more than 0
    public static double offeredLoad(double arrivalRate, double serviceRate) {
        return Require.notNegative("arrivalRate", arrivalRate)
                / Require.positive("serviceRate", serviceRate);
    }

    /// Share of calls lost, B.
    ///
    /// @param servers c, 0 to 10 000 000
    /// @param offeredLoad a, 0 or more
    public static double lossProbability(int servers, double offeredLoad) {
        return ErlangB.lossProbability(servers, offeredLoad);
    }

    /// Share of calls that wait, C.
    ///
    /// @param servers c, 1 or more
    /// @param offeredLoad a, 0 or more, below c
    public static double waitProbability(int servers, double offeredLoad) {
        requireStable(servers, offeredLoad);
        double b = lossProbability(servers, offeredLoad);
        return servers * b / (servers - offeredLoad * (1 - b));
    }

    /// Waiting times of the M/M/c queue, in the unit of time of the rates.
    ///
    /// @param servers c, 1 or more
    /// @param arrivalRate 0 or more
    /// @param serviceRate of one server, more than 0
    public static Waiting waiting(int servers, double arrivalRate, double serviceRate) {
        double load = offeredLoad(arrivalRate, serviceRate);
        double wait = waitProbability(servers, load);
        double meanWait = wait / (servers * serviceRate - arrivalRate);
        double term = 1;
        double sum = 1; // of a^k/k! for k < c
        for (int k = 1; k < servers; k++) {
            term *= load / k;
            sum += term;
        }
        sum += term * load / servers / (1 - load / servers);
        return new Waiting(wait, 1 / sum, meanWait, meanWait + 1 / serviceRate);
    }

    private static void requireStable(int servers, double offeredLoad) {
        Require.between("number of servers", servers, 1, MOST_SERVERS);
        Require.notNegative("offeredLoad", offeredLoad);
        if (!(offeredLoad < servers)) {
            throw new IllegalArgumentException(
                    "The offeredLoad (%s) must be below the servers (%d), or the queue grows without end."
                            .formatted(offeredLoad, servers));
        }
    }
}
