package parapet.sustain.exact;

import parapet.stats.DiscreteLaw;
import parapet.stats.Poisson;
import parapet.stats.Require;

/// A fleet of wanted units with cold spares, where only units at work fail.
///
/// With N wanted, Y spares and k in repair, min(N, N+Y-k) are at work; each fails at rate 1/F, each
/// busy place returns one at rate 1/R. k is a birth-death chain:
///
///     P(k+1) / P(k) = min(N, N+Y-k)/F / (min(k+1, c)/R)
///                                                    [Gross, Miller and Soland 1983]
///
/// Exact in the long run for exponential times, and for any law of repair time when places are
/// ample. An infinite source ([#openPipeline]) overstates the failures: without spares its
/// availability is too low by u²/(1+u), u = R/F.
public final class ClosedFleet {
    private ClosedFleet() {}

    /// The fleet.
    ///
    /// @param units N, 1 or more
    /// @param spares Y, 0 or more
    /// @param meanTimeBetweenFailures F of a unit at work, more than 0
    /// @param meanRepairTime R, more than 0, in the unit of F
    /// @param places c
    public record Fleet(
            int units,
            int spares,
            double meanTimeBetweenFailures,
            double meanRepairTime,
            RepairPlaces places) {
        public Fleet {
            Require.between("number of units", units, 1, 1_000_000);
            Require.between("number of spares", spares, 0, 1_000_000);
            Require.positive("meanTimeBetweenFailures", meanTimeBetweenFailures);
            Require.positive("meanRepairTime", meanRepairTime);
        }
    }

    /// The fleet in the long run.
    ///
    /// @param availability mean at work / units
    /// @param meanUp mean at work
    /// @param probabilityAllUp P(N at work)
    /// @param meanInRepair mean in repair or waiting for it
    /// @param repairPlaceUse mean busy places / places; 0 when ample
    /// @param up law of the number at work, 0..N
    public record Result(
            double availability,
            double meanUp,
            double probabilityAllUp,
            double meanInRepair,
            double repairPlaceUse,
            DiscreteLaw up) {
        /// P(at least `neededUnits` at work).
        public double probabilityAtLeast(int neededUnits) {
            return up.survival(neededUnits - 1);
        }
    }

    /// The fleet by the infinite source.
    ///
    /// @param pipelineMean N R / F
    /// @param availability 1 - EBO(Y)/N of a Poisson pipeline; below 0 where the source is absurd
    public record OpenResult(double pipelineMean, double availability) {}

    /// Long run of the closed fleet, exactly.
    public static Result solve(Fleet fleet) {
        int n = fleet.units();
        int all = n + fleet.spares();
        double failuresPerRepair = fleet.meanRepairTime() / fleet.meanTimeBetweenFailures();
        var inRepair =
                DiscreteLaw.fromRatios(
                        k ->
                                StrictMath.min(n, all - k)
                                        * failuresPerRepair
                                        / fleet.places().busy(k + 1),
                        0,
                        all);
        var up = new double[n + 1];
        double busy = 0;
        for (int k = inRepair.largest(); k >= 0; k--) {
            up[StrictMath.min(n, all - k)] += inRepair.probability(k);
            busy += fleet.places().busy(k) * inRepair.probability(k);
        }
        var law = DiscreteLaw.of(up);
        return new Result(
                law.mean() / n,
                law.mean(),
                up[n],
                inRepair.mean(),
                fleet.places().isAmple() ? 0 : busy / fleet.places().count(),
                law);
    }

    /// The infinite source, for comparison; places are taken as ample.
    public static OpenResult openPipeline(Fleet fleet) {
        double mean = fleet.units() * fleet.meanRepairTime() / fleet.meanTimeBetweenFailures();
        double backorders = new Poisson(mean).law().expectedExcess(fleet.spares());
        return new OpenResult(mean, 1 - backorders / fleet.units());
    }
}
