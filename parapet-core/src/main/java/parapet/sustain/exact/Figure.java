package parapet.sustain.exact;

import java.util.Locale;
import parapet.stats.Require;

/// A number with the method that made it and how far off it can be.
///
/// @param value the number
/// @param method what made it
/// @param error absolute, 0 or more: the true value of the model lies within `value` ± `error`, as
///   far as `basis` tells
/// @param basis how the error is known
public record Figure(double value, Method method, double error, Basis basis) {
    /// Error from which on it belongs beside the number.
    private static final double PRINTED_FROM = 0.01;

    /// What made a figure, best first.
    public enum Method {
        /// The whole law by convolution, for demand that does not fall.
        EXACT("exact"),

        /// A Markov chain of the fleet and its demand.
        CLOSED_CHAIN("closed chain"),

        /// The law of the network, tilted for demand that falls.
        CLOSED_CORRECTION("closed correction"),

        /// A negative binomial law by mean and variance.
        VARI_METRIC("two-moment");

        private final String words;

        Method(String words) {
            this.words = words;
        }
    }

    /// How an error is known.
    public enum Basis {
        /// Rounding and the cut of endless laws only.
        ROUNDING("to rounding"),

        /// A proven bound.
        BOUNDED("bounded"),

        /// The distance to the next better or other method, widened; measured, not proven.
        COMPARED("by comparison");

        private final String words;

        Basis(String words) {
            this.words = words;
        }
    }

    public Figure {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("The value (%s) must be finite.".formatted(value));
        }
        Require.notNegative("error", error);
    }

    /// Error as a share of the value; infinite when only the value is 0.
    public double relativeError() {
        return error == 0 ? 0 : error / StrictMath.abs(value);
    }

    /// Whether the error is 1 % of the value or more and so belongs beside it.
    public boolean showsError() {
        return relativeError() >= PRINTED_FROM;
    }

    /// The number for a reader: the method always, the error where it is 1 % or more.
    public String text() {
        return showsError()
                ? String.format(
                        Locale.ROOT,
                        "%.5g ± %.2g (%s, %s)",
                        value,
                        error,
                        method.words,
                        basis.words)
                : String.format(Locale.ROOT, "%.5g (%s)", value, method.words);
    }
}
