package parapet.sustain.decide;

import parapet.stats.Binomial;
import parapet.stats.DiscreteLaw;
import parapet.stats.Require;

/// Units ready under a plan of stocks.
///
/// A base with one unit is ready when no item has a hole that hurts, Π_j P(X_j ≤ s_j + free_j); of
/// several units at a base each is ready with Π_j (1 - EBO_j / N), which spreads the holes evenly
/// and is too low where they cluster in one unit. Items and bases are taken as independent, though
/// bases share the depot's luck; time away for overhaul is outside.
///
/// @param expected expected number of ready units
/// @param law law of the number of ready units
public record FleetReadiness(double expected, DiscreteLaw law) {
    /// Readiness of a fleet.
    ///
    /// @param unitsAtBase units by base, 0 or more
    public static FleetReadiness of(StockValue value, int[] unitsAtBase) {
        return of(value, unitsAtBase, new double[unitsAtBase.length]);
    }

    /// Readiness of a fleet in which parts are also being mended on the spot.
    ///
    /// @param unitsAtBase units by base, 0 or more
    /// @param mending mean number of such holes by base, Poisson
    public static FleetReadiness of(StockValue value, int[] unitsAtBase, double[] mending) {
        int m = unitsAtBase.length;
        DiscreteLaw law = DiscreteLaw.certain(0);
        for (int i = 0; i < m; i++) {
            int n = Require.atLeast("units at a base", unitsAtBase[i], 0);
            double ready = n > 0 ? StrictMath.exp(-mending[i] / n) : 0;
            for (int at = i; at < value.owed().length && n > 0; at += m) {
                ready *=
                        n == 1
                                ? 1 - value.shortage()[at]
                                : StrictMath.max(0, 1 - value.owed()[at] / n);
            }
            if (n > 0) {
                law = law.plus(new Binomial(n, ready).law());
            }
        }
        return new FleetReadiness(law.mean(), law);
    }

    /// P(at least `units` ready).
    public double atLeast(int units) {
        return law.survival(units - 1);
    }
}
