package parapet.io;

import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Quantity;
import parapet.quantity.Span;

/// The least and the greatest value that a quantity can take in any draw.
///
/// @param least the least, in inner units
/// @param most the greatest
record Bounds(double least, double most) {
    /// The bounds of a quantity; null where they are not known before it is drawn.
    static @Nullable Bounds of(Quantity q, Evidence evidence) {
        return switch (q.basis()) {
            case Quantity.Stated(Span span) -> new Bounds(span.low(), span.high());
            case Quantity.Assumed assumed ->
                    new Bounds(assumed.span().low(), assumed.span().high());
            case Quantity.Claimed claimed -> of(claimed, evidence);
            case Quantity.Foretold _, Quantity.Later _ -> null;
        };
    }

    private static @Nullable Bounds of(Quantity.Claimed claimed, Evidence evidence) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Claim c : evidence.claims(claimed.of())) {
            Span span = c.span();
            if (span != null && (claimed.use().isEmpty() || claimed.use().contains(c.id()))) {
                least = Math.min(least, span.low() * claimed.scale());
                most = Math.max(most, span.high() * claimed.scale());
            }
        }
        return least > most ? null : new Bounds(least, most);
    }
}
