package parapet.engage.exact;

import parapet.engage.Crossings;
import parapet.stats.Require;

/// Crossings that a time-stepped model never sees.
///
/// A target crosses a disc of radius R on a straight line whose offset from the centre is uniform
/// over the radius, and is looked at every step with a random phase:
///
///     skip = ∫ max(0, 1 - k √(1 - u²)) du over 0..1,   k = 2 R / (speed step)
///          = 1 - k π/4                                                            for k <= 1
///          = 1 - u0 - k (F(1) - F(u0)),  F(u) = (u √(1 - u²) + asin u) / 2        otherwise
///
/// with u0 = √(1 - 1/k²). A next-event model computes entry and exit and skips nothing. Al Rowaei,
/// Buss and Lieberman 2011 state the effect.
public final class ScanSkip {
    private static final int LINES = 4_096;

    private ScanSkip() {}

    /// Probability that a time-stepped model never finds the target inside.
    ///
    /// @param speedMps more than 0
    /// @param radiusM more than 0
    /// @param stepSec more than 0
    public static double stepped(double speedMps, double radiusM, double stepSec) {
        double k =
                2
                        * Require.positive("radiusM", radiusM)
                        / (Require.positive("speedMps", speedMps)
                                * Require.positive("stepSec", stepSec));
        if (k <= 1) {
            return 1 - k * StrictMath.PI / 4;
        }
        double u0 = StrictMath.sqrt(1 - 1 / (k * k));
        double area = StrictMath.PI / 4 - (u0 / k + StrictMath.asin(u0)) / 2;
        return 1 - u0 - k * area;
    }

    /// Share of lines, evenly over the radius, for which the crossing function of the battle finds
    /// no crossing or one of another length than 2 √(R² - offset²).
    ///
    /// @param radiusM more than 0
    public static double nextEvent(double radiusM) {
        Require.positive("radiusM", radiusM);
        int skipped = 0;
        for (int i = 0; i < LINES; i++) {
            double offset = radiusM * (i + 0.5) / LINES;
            double half = StrictMath.sqrt(radiusM * radiusM - offset * offset);
            double way = 3 * radiusM;
            double[] u =
                    Crossings.inside(
                            new double[] {-way, offset, 0}, new double[] {way, offset, 0}, radiusM);
            boolean found =
                    u.length == 2
                            && StrictMath.abs((u[1] - u[0]) * 2 * way - 2 * half) < 1e-9 * radiusM;
            skipped += found ? 0 : 1;
        }
        return (double) skipped / LINES;
    }
}
