package parapet.engage;

/// A length of time that is fixed or exponential.
///
/// @param meanSec mean, s, 0 or more
/// @param exponential whether it varies exponentially
public record Timing(double meanSec, boolean exponential) {
    public Timing {
        if (!(meanSec >= 0)) {
            throw new IllegalArgumentException(
                    "The meanSec (%s) must be 0 or more.".formatted(meanSec));
        }
    }

    /// A fixed time.
    public static Timing fixed(double sec) {
        return new Timing(sec, false);
    }
}
