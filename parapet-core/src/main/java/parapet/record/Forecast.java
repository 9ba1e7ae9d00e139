package parapet.record;

import parapet.stats.Require;

/// A forecast of how many of those launched are stopped: its distribution over 0..launched.
/// Immutable.
public final class Forecast {
    /// The part of the distribution that a fair interval of 90 % covers.
    private static final double LOW = 0.05;

    private static final double HIGH = 0.95;

    private final double[] cumulative;

    private Forecast(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /// The forecast with the given weights of 0, 1, ..., launched; they are divided by their sum.
    static Forecast of(double[] weights) {
        var cumulative = new double[weights.length];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            if (!(weights[k] >= 0)) {
                throw new IllegalArgumentException(
                        "A weight (%s) must be 0 or more.".formatted(weights[k]));
            }
            sum += weights[k];
            cumulative[k] = sum;
        }
        Require.positive("sum of the weights", sum);
        for (int k = 0; k < weights.length; k++) {
            cumulative[k] /= sum;
        }
        return new Forecast(cumulative);
    }

    /// Number launched.
    public int launched() {
        return cumulative.length - 1;
    }

    /// F(k), the probability that k or fewer are stopped; 0 below 0, 1 from launched on.
    public double cdf(int k) {
        return k < 0 ? 0 : cumulative[StrictMath.min(k, launched())];
    }

    /// Mean number stopped.
    public double mean() {
        double sum = 0;
        for (int k = 0; k < launched(); k++) {
            sum += 1 - cumulative[k];
        }
        return sum;
    }

    /// Continuous ranked probability score, in counts; less is better, 0 for what was certain and
    /// came.
    ///
    ///     CRPS = Σ over k = 0..launched of (F(k) - [k >= stopped])²       [Gneiting & Raftery 2007]
    ///
    /// @param stopped what came, 0..launched
    public double crps(int stopped) {
        Require.between("number stopped", stopped, 0, launched());
        double sum = 0;
        for (int k = 0; k <= launched(); k++) {
            double gap = cumulative[k] - (k >= stopped ? 1 : 0);
            sum += gap * gap;
        }
        return sum;
    }

    /// How much of what came lies in the middle nine tenths of the forecast: the part of [F(stopped
    /// - 1), F(stopped)] within [0.05, 0.95].
    ///
    /// Its mean is 0.9 exactly when forecasts are right, for counts too, where the plain "inside or
    /// outside" is biased upwards. [the randomised probability integral transform, averaged; Czado,
    /// Gneiting & Held 2009]
    ///
    /// @param stopped what came, 0..launched
    public double fairCoverage(int stopped) {
        Require.between("number stopped", stopped, 0, launched());
        double low = cdf(stopped - 1);
        double high = cdf(stopped);
        if (!(high > low)) {
            return high >= LOW && high <= HIGH ? 1 : 0;
        }
        double inside = StrictMath.min(high, HIGH) - StrictMath.max(low, LOW);
        return StrictMath.max(0, inside) / (high - low);
    }
}
