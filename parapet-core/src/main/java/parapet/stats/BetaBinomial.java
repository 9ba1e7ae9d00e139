package parapet.stats;

/// Beta-binomial law: successes in n trials whose probability is itself drawn, once for all of them,
/// from a beta law.
///
///     P(X = k) = C(n, k) B(k + a, n - k + b) / B(a, b)
///     E[X] = n p,   Var[X] = n p (1-p) (1 + (n-1) ρ),   p = a / (a+b),   ρ = 1 / (a+b+1)
///
/// ρ is the correlation between two trials. [Johnson, Kemp & Kotz 2005, ch. 6]
///
/// @param trials n, 0 or more
/// @param alpha a, more than 0
/// @param beta b, more than 0
public record BetaBinomial(int trials, double alpha, double beta) {
    public BetaBinomial {
        Require.atLeast("number of trials", trials, 0);
        if (!(alpha > 0 && beta > 0 && Double.isFinite(alpha + beta))) {
            throw new IllegalArgumentException(
                    "The alpha (%s) and beta (%s) must be above 0.".formatted(alpha, beta));
        }
    }

    /// The law with this mean share and correlation.
    ///
    /// @param mean p, more than 0 and less than 1
    /// @param correlation ρ, more than 0 and less than 1; for none take [Binomial]
    public static BetaBinomial of(int trials, double mean, double correlation) {
        double size = 1 / correlation - 1;
        return new BetaBinomial(trials, mean * size, (1 - mean) * size);
    }

    /// P(X = 0), ..., P(X = n).
    ///
    /// Weights start at the mean with 1 and are multiplied outwards by the ratio of neighbours,
    /// then divided by their sum. Between two peaks at the ends (a, b < 1) they rise as a power of
    /// n only, so nothing overflows.
    public double[] probabilities() {
        var w = new double[trials + 1];
        int start = (int) StrictMath.min(trials, trials * (alpha / (alpha + beta)));
        w[start] = 1;
        for (int k = start; k < trials; k++) {
            w[k + 1] = w[k] * ratio(k);
        }
        for (int k = start; k > 0; k--) {
            w[k - 1] = w[k] / ratio(k - 1);
        }
        double sum = 0;
        for (double x : w) {
            sum += x;
        }
        for (int k = 0; k <= trials; k++) {
            w[k] /= sum;
        }
        return w;
    }

    /// P(X = k+1) / P(X = k).
    private double ratio(int k) {
        return (trials - k) * (k + alpha) / ((k + 1.0) * (trials - k - 1 + beta));
    }

    /// ln P(X = k) less ln C(n, k), which is the same for all a and b.
    ///
    /// @param k 0..n
    public double logLikelihood(int k) {
        Require.between("number of successes", k, 0, trials);
        return LogGamma.rising(alpha, k)
                + LogGamma.rising(beta, trials - k)
                - LogGamma.rising(alpha + beta, trials);
    }
}
