package parapet.stats;

/// Binomial law, the number of successes in independent trials.
///
///     P(X = k) = C(n, k) p^k (1-p)^(n-k)
///
/// @param trials n, 0 or more
/// @param probability p of a success, 0..1
public record Binomial(int trials, double probability) {
    public Binomial {
        if (trials < 0) {
            throw new IllegalArgumentException(
                    "The number of trials (%d) must be 0 or more.".formatted(trials));
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The probability (%s) must lie in 0..1.".formatted(probability));
        }
    }

    /// Probabilities; values of less than 1e-18 at the upper end are cut.
    public DiscreteLaw law() {
        if (probability == 0) {
            return DiscreteLaw.certain(0);
        }
        if (probability == 1) {
            return DiscreteLaw.certain(trials);
        }
        double odds = probability / (1 - probability);
        return DiscreteLaw.fromRatios(k -> (trials - k) * odds / (k + 1.0), 0, trials);
    }
}
