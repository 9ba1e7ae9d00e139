package parapet.quantity;

import org.jspecify.annotations.Nullable;

/// One number, a range, or a range with a most likely value, in the inner unit of its dimension.
///
/// @param low least value
/// @param mode most likely value; equal to `low` and `high` when the span is one number; NaN when
///   only the range is known
/// @param high greatest value
/// @param currency ISO 4217 code when the dimension is money, the pair, two codes and a slash
///   between, when it is an exchange rate, else null
public record Span(double low, double mode, double high, @Nullable String currency) {
    public Span {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "The low (%s) must not exceed the high (%s).".formatted(low, high));
        }
        if (!Double.isNaN(mode) && (mode < low || mode > high)) {
            throw new IllegalArgumentException(
                    "The mode (%s) must lie within low (%s) and high (%s)."
                            .formatted(mode, low, high));
        }
    }

    /// One exact value.
    public static Span of(double value) {
        return new Span(value, value, value, null);
    }

    /// One exact amount in a currency.
    public static Span of(double value, @Nullable String currency) {
        return new Span(value, value, value, currency);
    }

    /// Whether the span is a single value.
    public boolean single() {
        return low == high;
    }

    /// The most likely value, or the middle of the range when none is given.
    public double typical() {
        return Double.isNaN(mode) ? (low + high) / 2 : mode;
    }

    /// All three numbers times `factor` (positive), now in `newCurrency`.
    public Span times(double factor, @Nullable String newCurrency) {
        return new Span(low * factor, mode * factor, high * factor, newCurrency);
    }
}
