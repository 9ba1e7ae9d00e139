package parapet.stats;

/// Negative binomial law fitted by two moments; a Poisson law whose mean is gamma-distributed.
///
///     P(X = k) = Γ(k+r) / (Γ(r) k!) p^r (1-p)^k,   r = m²/(v-m),   p = m/v
///
/// Written with neighbouring ratios P(k+1)/P(k) = (m² + k (v-m)) / (v (k+1)), which pass smoothly
/// into the Poisson law as v falls to m.
///
/// @param mean m, 0 or more
/// @param variance v; a variance of at most m gives the Poisson law of mean m
public record NegativeBinomial(double mean, double variance) {
    public NegativeBinomial {
        if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The mean (%s) must be 0 or more and finite.".formatted(mean));
        }
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The variance (%s) must be 0 or more and finite.".formatted(variance));
        }
    }

    /// Probabilities, cut where less than 1e-18 is left.
    public DiscreteLaw law() {
        if (variance <= mean || mean == 0) {
            return new Poisson(mean).law();
        }
        double extra = variance - mean;
        return DiscreteLaw.fromRatios(
                k -> (mean * mean + k * extra) / (variance * (k + 1.0)),
                extra / variance,
                Integer.MAX_VALUE);
    }
}
