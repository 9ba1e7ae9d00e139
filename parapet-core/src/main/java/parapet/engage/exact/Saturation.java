package parapet.engage.exact;

import parapet.stats.Require;

/// All threats at once against channels that each serve one threat a cycle, the first from time 0.
///
///     engaged = min(threats, channels ⌊window / cycle⌋)
///
/// A cycle that ends with the window counts; the quotient is taken as whole within 1e-12 of it.
public final class Saturation {
    private Saturation() {}

    /// Threats that can be engaged at all.
    ///
    /// @param threats 0 or more
    /// @param channels 0 or more
    /// @param cycleSec time of one engagement, more than 0
    /// @param windowSec time in which cycles must end, 0 or more
    public static int engaged(int threats, int channels, double cycleSec, double windowSec) {
        Require.atLeast("number of threats", threats, 0);
        Require.atLeast("number of channels", channels, 0);
        Require.positive("cycleSec", cycleSec);
        Require.notNegative("windowSec", windowSec);
        double cycles = StrictMath.floor(windowSec / cycleSec * (1 + 1e-12));
        return (int) Math.min(threats, channels * cycles);
    }
}
