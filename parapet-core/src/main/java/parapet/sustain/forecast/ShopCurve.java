package parapet.sustain.forecast;

/// How much a shop gives back, by the mean number of parts in it: the throughput of a finite-source
/// queue that has that mean in the long run (pointwise stationary flow).
///
///     P(k+1) / P(k) = θ (K - k) / min(k+1, c),   L(θ) mean in the shop,  B(θ) mean busy places
///                                                           [Wang, Tipper and Banerjee 1996]
///
/// so that a fluid with outflow B(L)/R settles where the queue does. K parts can be there. The
/// dispersion is that of an M/M/c queue with the same busy places: (Var - L)/L².
final class ShopCurve {
    private static final int POINTS = 64;
    private static final int MOST = 2_000;

    private final int places;
    private final boolean ample;
    private final double[] load = new double[POINTS];
    private final double[] busy = new double[POINTS];
    private final double[] dispersion = new double[POINTS];

    /// Curve of a shop.
    ///
    /// @param places c, 1 or more
    /// @param population K, parts that can be there at once, 0 or more
    ShopCurve(int places, int population) {
        this.places = places;
        this.ample = places >= population;
        if (!ample) {
            int n = StrictMath.min(population, MOST + places);
            for (int i = 1; i < POINTS; i++) {
                // offered load of one part: from a hundredth of a place to far beyond all places
                double theta = places / (double) n * StrictMath.exp(-5 + 10.0 * i / (POINTS - 1));
                fill(i, theta, n);
            }
        }
    }

    private void fill(int i, double theta, int n) {
        double w = 1;
        double sum = 1;
        double mean = 0;
        double work = 0;
        for (int k = 0; k < n; k++) {
            w *= theta * (n - k) / StrictMath.min(k + 1.0, places);
            sum += w;
            mean += (k + 1) * w;
            work += StrictMath.min(k + 1.0, places) * w;
            if (sum > 1e200) {
                mean /= sum;
                work /= sum;
                w /= sum;
                sum = 1;
            }
        }
        load[i] = mean / sum;
        busy[i] = work / sum;
        dispersion[i] = open(StrictMath.min(busy[i], 0.98 * places));
    }

    /// Dispersion of M/M/c at an offered load a below c.
    private double open(double a) {
        double w = 1;
        double sum = 1;
        double m1 = 0;
        double m2 = 0;
        for (int k = 0; k < 60 * places + 600 && w > 1e-14 * sum; k++) {
            w *= a / StrictMath.min(k + 1.0, places);
            sum += w;
            m1 += (k + 1) * w;
            m2 += (k + 1.0) * (k + 1) * w;
        }
        double mean = m1 / sum;
        return StrictMath.max(0, (m2 / sum - mean * mean - mean) / (mean * mean));
    }

    /// Mean busy places with `mean` parts there.
    double busy(double mean) {
        return ample ? StrictMath.min(mean, places) : at(busy, mean, StrictMath.min(mean, places));
    }

    /// Dispersion with `mean` parts there.
    double dispersion(double mean) {
        return ample ? 0 : at(dispersion, mean, dispersion[mean < load[1] ? 1 : POINTS - 1]);
    }

    private double at(double[] y, double mean, double outside) {
        if (mean <= load[1] || mean >= load[POINTS - 1]) {
            return outside;
        }
        int low = 1;
        int high = POINTS - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (load[middle] <= mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double part = (mean - load[low]) / (load[high] - load[low]);
        return y[low] + part * (y[high] - y[low]);
    }
}
