package parapet.sustain.forecast;

import parapet.stats.Require;

/// Law of the parts of one kind that are missing from one place, from its mean.
///
/// With N installed, Y spares and k in the pipeline, min(N, N+Y-k) can fail:
///
///     P(k+1) / P(k) = θ min(N, N+Y-k) (1 + d k) / (k+1),   0 ≤ k ≤ N+Y
///
/// d = 0 is the exact form of a closed fleet with ample places in the long run, and of items without
/// spares at any time after a full start; d = 1 that of one repair place; far from the end of the
/// fleet it is a Poisson (d = 0) or negative binomial law with variance m + d m². θ is set so that
/// the mean is right. [Gross, Miller and Soland 1983; Sherbrooke 1986]
///
/// Mutable: keeps θ from one date to the next, which is where the search begins.
final class PipelineLaw {
    private static final int MOST = 100_000;
    private static final int ROUNDS = 60;
    private static final double SAME = 1e-6;

    private double logTheta = Double.NaN;
    private double[] p = {1};
    private int installed;
    private int spares;
    private double set = -1; // mean and dispersion of the law that p is
    private double dispersion;

    /// Sets the law.
    ///
    /// @param installed N, 0 or more
    /// @param spares Y, 0 or more
    /// @param mean of the pipeline, 0 or more; cut at N + Y
    /// @param d dispersion, 0 or more; the law stays as it is while mean and dispersion change by
    ///   less than a millionth
    void set(int installed, int spares, double mean, double d) {
        if (installed == this.installed
                && spares == this.spares
                && StrictMath.abs(mean - set) <= SAME * mean
                && StrictMath.abs(d - dispersion) <= SAME * d) {
            return;
        }
        set = mean;
        dispersion = d;
        this.installed = installed;
        this.spares = spares;
        int all = Require.between("number of parts", installed + spares, 0, MOST);
        double goal = StrictMath.min(mean, all * (1 - 1e-9));
        if (goal <= 1e-12 || installed == 0) {
            p = new double[] {1};
            return;
        }
        double low = -60;
        double high = 60;
        double x = logTheta > low && logTheta < high ? logTheta : StrictMath.log(goal / installed);
        for (int round = 0; round < ROUNDS; round++) {
            fill(all, StrictMath.exp(x), d);
            double m = 0;
            double square = 0;
            for (int k = p.length - 1; k > 0; k--) {
                m += k * p[k];
                square += (double) k * k * p[k];
            }
            double off = m - goal;
            if (StrictMath.abs(off) < 1e-9 * goal) {
                break;
            }
            if (off > 0) {
                high = x;
            } else {
                low = x;
            }
            double step = off / StrictMath.max(square - m * m, 1e-12); // dm/dlogθ is the variance
            x = x - step > low && x - step < high ? x - step : (low + high) / 2;
        }
        logTheta = x;
    }

    private void fill(int all, double theta, double d) {
        var q = new double[all + 1];
        q[0] = 1;
        double sum = 1;
        int last = 0;
        for (int k = 0; k < all; k++) {
            double ratio = theta * StrictMath.min(installed, all - k) * (1 + d * k) / (k + 1.0);
            q[k + 1] = q[k] * ratio;
            sum += q[k + 1];
            last = k + 1;
            if (sum > 1e200) {
                for (int i = 0; i <= last; i++) {
                    q[i] /= sum;
                }
                sum = 1;
            }
            if (ratio < 0.9 && q[k + 1] < 1e-17 * sum) {
                break;
            }
        }
        p = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            p[k] = q[k] / sum;
        }
    }

    /// P(exactly `holes` of the N installed are missing).
    double holes(int holes) {
        if (holes > 0) {
            int k = spares + holes;
            return k < p.length ? p[k] : 0;
        }
        double sum = 0;
        for (int k = StrictMath.min(spares, p.length - 1); k >= 0; k--) {
            sum += p[k];
        }
        return sum;
    }

    /// Most holes with any chance.
    int mostHoles() {
        return StrictMath.max(0, p.length - 1 - spares);
    }

    /// Mean number of holes, E[(X-Y)+].
    double meanHoles() {
        double sum = 0;
        for (int k = p.length - 1; k > spares; k--) {
            sum += (k - spares) * p[k];
        }
        return sum;
    }

    /// Variance of the number of holes.
    double varianceOfHoles() {
        double mean = meanHoles();
        double sum = 0;
        for (int k = p.length - 1; k > spares; k--) {
            sum += (k - spares) * (double) (k - spares) * p[k];
        }
        return sum - mean * mean;
    }
}
