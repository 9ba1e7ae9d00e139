package parapet.study;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.quantity.Dimension;
import parapet.quantity.Show;
import parapet.quantity.Span;

/// Values of the scenario in words for readers.
final class PlainWords {
    private PlainWords() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Quantity q -> quantity(q);
            case Map<?, ?> map ->
                    map.size()
                            + " entries: "
                            + String.join(
                                    ", ", map.keySet().stream().map(String::valueOf).toList());
            case Record record -> record.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            case Enum<?> e -> e.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    static String quantity(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Stated(var span) -> span(span, q.dimension());
            case Quantity.Assumed a -> span(a.span(), q.dimension()) + " (assumed)";
            case Quantity.Claimed claimed -> "claims about " + claimed.of();
            case Quantity.Foretold foretold -> "forecasts of " + foretold.of();
            case Quantity.Later(var of, var by, var _) ->
                    quantity(of) + " later by " + quantity(by);
        };
    }

    private static String span(Span span, Dimension dimension) {
        String currency = span.currency() == null ? "" : span.currency();
        return span.single()
                ? Show.text(span.low(), dimension, currency)
                : Show.text(span.low(), dimension, currency)
                        + " to "
                        + Show.text(span.high(), dimension, currency);
    }
}
