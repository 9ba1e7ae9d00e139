package parapet.stats;

/// Mean of replications, made surer by controls: numbers of the same replications whose true means
/// are known.
///
///     y_c = ȳ - b·(c̄ - μ),   b = S_cc⁻¹ S_cy,
///     se² = s²_e (1/n + (c̄-μ)ᵀ S_cc⁻¹ (c̄-μ) / (n-1)),   s²_e = RSS/(n-q-1)
///                                                             [Lavenberg and Welch 1981]
///
/// The interval is y_c ± t se, t of Student with n-q-1 degrees of freedom, exact when values and
/// controls are jointly normal. The coefficients come from the same replications, so that y_c has a
/// bias of order 1/n unless the relation is linear; [#ofSplit] has none. Controls that tell nothing
/// new (constant, or a sum of others) are left out.
///
/// @param count replications n
/// @param controls controls used q
/// @param plain the estimate without controls
/// @param mean y_c
/// @param standardError se
/// @param varianceRatio how many times more replications the plain estimate would need for the same
///   standard error: plain se² / se²
public record ControlledEstimate(
        long count,
        int controls,
        Estimate plain,
        double mean,
        double standardError,
        double varianceRatio) {
    private static final double SMALL = 1e-10;

    /// Coefficients from all replications.
    ///
    /// @param y one value a replication
    /// @param controls `controls[replication][control]`
    /// @param means known means of the controls
    public static ControlledEstimate of(double[] y, double[][] controls, double[] means) {
        requireShape(y, controls, means);
        var fit = new Fit(y, controls, means, 0, y.length);
        double mean = fit.yMean;
        double lever = 1.0 / y.length;
        for (int j = 0; j < means.length; j++) {
            mean -= fit.b[j] * fit.cMean[j];
        }
        double[] solved = fit.solve(fit.cMean);
        for (int j = 0; j < means.length; j++) {
            lever += solved[j] * fit.cMean[j];
        }
        double rss = 0;
        for (int i = 0; i < y.length; i++) {
            double e = y[i] - mean - fit.adjustment(controls[i], means);
            rss += e * e;
        }
        double se = StrictMath.sqrt(rss / (y.length - fit.used - 1.0) * lever);
        return done(y, fit.used, mean, se);
    }

    /// Coefficients for each half of the replications from the other half: without bias, a little
    /// less sure.
    ///
    /// @param y one value a replication
    /// @param controls `controls[replication][control]`
    /// @param means known means of the controls
    public static ControlledEstimate ofSplit(double[] y, double[][] controls, double[] means) {
        requireShape(y, controls, means);
        int half = y.length / 2;
        var first = new Fit(y, controls, means, 0, half);
        var second = new Fit(y, controls, means, half, y.length);
        var residuals = new MeanEstimator();
        for (int i = 0; i < y.length; i++) {
            Fit other = i < half ? second : first;
            residuals.add(y[i] - other.adjustment(controls[i], means));
        }
        Estimate e = residuals.estimate();
        return done(y, StrictMath.max(first.used, second.used), e.mean(), e.standardError());
    }

    private static ControlledEstimate done(double[] y, int used, double mean, double se) {
        Estimate plain = Estimate.of(y);
        double ratio = plain.standardError() / se;
        return new ControlledEstimate(
                y.length,
                used,
                plain,
                mean,
                se,
                se == 0 && plain.variance() == 0 ? 1 : ratio * ratio);
    }

    private static void requireShape(double[] y, double[][] controls, double[] means) {
        if (controls.length != y.length || y.length < 2 * (means.length + 2)) {
            throw new IllegalArgumentException(
                    """
                    The (%d) values need as many rows of controls (%d), and twice as many values as \
                    controls (%d) and two more.\
                    """
                            .formatted(y.length, controls.length, means.length));
        }
        for (double[] row : controls) {
            if (row.length != means.length) {
                throw new IllegalArgumentException(
                        "A row of controls has (%d) of (%d) numbers."
                                .formatted(row.length, means.length));
            }
        }
    }

    /// Half the width of the two-sided interval.
    ///
    /// @param confidence such as 0.95, between 0 and 1
    public double halfWidth(double confidence) {
        return StudentT.quantile(count - controls - 1.0, 0.5 + 0.5 * confidence) * standardError;
    }

    /// Least squares of y on the controls over replications `from` to `to`; control means are taken
    /// off their known means. Normal equations by Cholesky's root, rows that add nothing left out.
    private static final class Fit {
        final int q;
        final double yMean;
        final double[] cMean;
        final double[] b;
        final int used;
        private final double[][] root;
        private final boolean[] kept;

        Fit(double[] y, double[][] c, double[] means, int from, int to) {
            q = means.length;
            int n = to - from;
            cMean = new double[q];
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += y[i];
                for (int j = 0; j < q; j++) {
                    cMean[j] += (c[i][j] - means[j]) / n;
                }
            }
            yMean = sum / n;
            var s = new double[q][q];
            var r = new double[q];
            for (int i = from; i < to; i++) {
                for (int j = 0; j < q; j++) {
                    double d = c[i][j] - means[j] - cMean[j];
                    r[j] += d * (y[i] - yMean);
                    for (int k = 0; k <= j; k++) {
                        s[j][k] += d * (c[i][k] - means[k] - cMean[k]);
                    }
                }
            }
            root = s;
            kept = new boolean[q];
            used = cholesky();
            b = solve(r);
        }

        private int cholesky() {
            int count = 0;
            for (int j = 0; j < q; j++) {
                double whole = root[j][j];
                for (int k = 0; k < j; k++) {
                    if (kept[k]) {
                        double x = root[j][k];
                        for (int l = 0; l < k; l++) {
                            x -= kept[l] ? root[j][l] * root[k][l] : 0;
                        }
                        root[j][k] = x / root[k][k];
                        root[j][j] -= root[j][k] * root[j][k];
                    }
                }
                kept[j] = root[j][j] > SMALL * whole;
                root[j][j] = kept[j] ? StrictMath.sqrt(root[j][j]) : 0;
                count += kept[j] ? 1 : 0;
            }
            return count;
        }

        /// S⁻¹ r, 0 where a control is left out.
        double[] solve(double[] r) {
            var x = new double[q];
            for (int j = 0; j < q; j++) {
                if (kept[j]) {
                    x[j] = r[j];
                    for (int k = 0; k < j; k++) {
                        x[j] -= kept[k] ? root[j][k] * x[k] : 0;
                    }
                    x[j] /= root[j][j];
                }
            }
            for (int j = q - 1; j >= 0; j--) {
                if (kept[j]) {
                    for (int k = j + 1; k < q; k++) {
                        x[j] -= kept[k] ? root[k][j] * x[k] : 0;
                    }
                    x[j] /= root[j][j];
                }
            }
            return x;
        }

        /// What the controls of one replication explain.
        double adjustment(double[] c, double[] means) {
            double sum = 0;
            for (int j = 0; j < q; j++) {
                sum += b[j] * (c[j] - means[j]);
            }
            return sum;
        }
    }
}
