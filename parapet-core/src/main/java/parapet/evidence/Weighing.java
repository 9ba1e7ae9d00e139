package parapet.evidence;

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

    /// One claim and what became of it.
    ///
    /// @param claim the claim
    /// @param span its value in the unit and currency of the quantity, null when it is words or
    ///   could not be converted
    /// @param share share of the draws that use it, 0..1
    /// @param setAside why it is not used; empty when it is
    /// @param flagged whether it differs from the others by about a power of ten or more
    public record Voice(
            Claim claim, @Nullable Span span, double share, String setAside, boolean flagged) {
        /// Whether the law uses the claim.
        public boolean used() {
            return setAside.isEmpty();
        }
    }
}
