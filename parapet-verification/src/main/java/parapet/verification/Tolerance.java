package parapet.verification;

/// How far computed may be from expected: |computed - expected| ≤ max(relative |expected|,
/// absolute).
///
/// @param relative 0 or more; 0 if only absolute
/// @param absolute 0 or more; 0 if only relative
/// @param because why it is no narrower, for the reader; may be empty
public record Tolerance(double relative, double absolute, String because) {
    public Tolerance {
        if (!(relative >= 0 && relative < Double.POSITIVE_INFINITY)
                || !(absolute >= 0 && absolute < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The tolerances (%s) and (%s) must be 0 or more and finite."
                            .formatted(relative, absolute));
        }
    }

    /// A tolerance that needs no reason, such as rounding.
    public Tolerance(double relative, double absolute) {
        this(relative, absolute, "");
    }

    /// Largest difference allowed at an expected value.
    public double allowed(double expected) {
        return StrictMath.max(relative * StrictMath.abs(expected), absolute);
    }
}
