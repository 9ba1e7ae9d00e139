package parapet.stats;

/// Poisson law.
///
///     P(X = k) = e^-m m^k / k!
///
/// Valid to means of some millions; e^-m is never formed, so it cannot underflow.
///
/// @param mean m, 0 or more
public record Poisson(double mean) {
    public Poisson {
        if (!(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The mean (%s) of a Poisson law must be 0 or more and finite.".formatted(mean));
        }
    }

    /// Probabilities, cut where less than 1e-18 is left.
    public DiscreteLaw law() {
        return mean == 0
                ? DiscreteLaw.certain(0)
                : DiscreteLaw.fromRatios(k -> mean / (k + 1.0), 0, Integer.MAX_VALUE);
    }

    /// Law of the number kept when each is kept independently with probability `share`; Poisson.
    public Poisson thinned(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share (%s) must lie in 0..1.".formatted(share));
        }
        return new Poisson(mean * share);
    }

    /// Law of the sum with an independent Poisson number; Poisson.
    public Poisson plus(Poisson other) {
        return new Poisson(mean + other.mean);
    }
}
