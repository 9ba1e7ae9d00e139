package parapet.evidence;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Span;
import parapet.stats.Law;

/// From the claims about a quantity to its law, with nothing hidden.
///
/// @param quantity the quantity
/// @param currency currency of the law's values, null when they have none
/// @param law the law; for a milestone that has not come, the law of the forecasts before their
///   error is added
/// @param voices every claim about it, used or not
/// @param settled for a milestone, whether it has come
/// @param findings what a reader should know: conflicts, thin evidence
public record Weighing(
        Quantity quantity,
        @Nullable String currency,
        Law law,
        List<Voice> voices,
        boolean settled,
        List<String> findings) {
    public Weighing {
        voices = List.copyOf(voices);
        findings = List.copyOf(findings);
    }

    /// The voice that a mixture of claims gives at a uniform number: as the law, which lets them
    /// speak in the order of their means, each for its share.
    ///
    /// @param u uniform number, 0..1
    /// @throws IllegalStateException when no claim is used
    public Voice speaking(double u) {
        List<Voice> rising =
                voices.stream()
                        .filter(Voice::used)
                        .sorted(Comparator.comparingDouble(Voice::mean))
                        .toList();
        double before = 0;
        for (Voice voice : rising) {
            before += voice.share();
            if (u < before) {
                return voice;
            }
        }
        if (rising.isEmpty()) {
            throw new IllegalStateException(
                    "No claim about (%s) is used.".formatted(quantity.key()));
        }
        return rising.getLast();
    }

    /// One claim and what became of it.
    ///
    /// @param claim the claim
    /// @param span its value in the unit and currency of the quantity, null when it is words or
    ///   could not be converted
    /// @param share share of the draws that use it, 0..1; laws that span the claims (uniform,
    ///   triangular) use all of them in every draw
    /// @param setAside why it is not used; empty when it is
    /// @param flagged whether it differs from the others by about a power of ten or more
    public record Voice(
            Claim claim, @Nullable Span span, double share, String setAside, boolean flagged) {
        /// Whether the law uses the claim.
        public boolean used() {
            return setAside.isEmpty();
        }

        private double mean() {
            return span == null ? Double.NaN : Evidence.lawOf(span).mean();
        }
    }
}
