package parapet.engage.exact;

import parapet.stats.ErlangB;
import parapet.stats.Require;

/// Threats that can wait for a channel only as long as their window is open: the M/M/c queue with a
/// fixed patience D, first come first served.
///
///     loss = λ π t / (1 + λ π (b + t)),   x = c μ - λ,
///     b = (1 - exp(-x D)) / x,   t = exp(-x D) / (c μ)                              [Barrer 1957]
///
/// λ arrivals and μ services of one channel in a unit of time, π = p_(c-1) / Σ_(k<c) p_k with p_k =
/// a^k / k!, a = λ/μ, which is the loss formula of c - 1 channels. Loads above c are allowed. A
/// threat taken up is served to the end.
public final class LimitedPatience {
    private LimitedPatience() {}

    /// Share of the threats lost.
    ///
    /// @param channels c, 1 or more
    /// @param arrivalRate λ, 0 or more
    /// @param serviceRate μ, more than 0
    /// @param patience D, in the unit of time of the rates, 0 or more
    public static double lossProbability(
            int channels, double arrivalRate, double serviceRate, double patience) {
        Require.atLeast("number of channels", channels, 1);
        Require.notNegative("arrivalRate", arrivalRate);
        Require.positive("serviceRate", serviceRate);
        Require.notNegative("patience", patience);
        double load = arrivalRate / serviceRate;
        double arrivals = arrivalRate * ErlangB.lossProbability(channels - 1, load);
        double service = channels * serviceRate;
        double x = service - arrivalRate;
        double b = x == 0 ? patience : -StrictMath.expm1(-x * patience) / x;
        double t = StrictMath.exp(-x * patience) / service;
        return t == Double.POSITIVE_INFINITY
                ? 1 - service / arrivalRate
                : arrivals * t / (1 + arrivals * (b + t));
    }
}
