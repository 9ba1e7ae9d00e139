package parapet.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.text.Diagnostic;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.quantity.Span;
import parapet.scenario.Key;

/// What one word of a file says where the language wants a word, a whole number, a number, a
/// switch, a choice or a day. Quantities, which carry a unit and a basis, are read by
/// [QuantityForms].
final class PlainValues {
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");

    private PlainValues() {}

    static @Nullable Object read(Binder binder, Shape shape, Key key, Tree.Scalar s, Where where) {
        String text = s.text().strip();
        Object value =
                switch (shape) {
                    case Shape.Words _ -> s.text().strip();
                    case Shape.Whole w -> whole(w, text);
                    case Shape.Decimal _ -> decimal(text);
                    case Shape.Switch _ ->
                            text.equals("true")
                                    ? Boolean.TRUE
                                    : text.equals("false") ? Boolean.FALSE : null;
                    case Shape.Choice c -> constant(c, text);
                    case Shape.Day _ -> day(text);
                    default -> null;
                };
        if (value == null) {
            String near = shape instanceof Shape.Choice c ? Words.didYouMean(text, c.words()) : "";
            binder.report(
                    Diagnostic.error(
                                    s.place(),
                                    where.subject() + " is not " + named(shape, text) + near)
                            .expecting(binder.expected(new Field("", shape, false, key)))
                            .finding(Binder.describe(s)));
            return null;
        }
        if (value instanceof Number n && !key.range().allows(n.doubleValue())) {
            binder.report(
                    Diagnostic.error(
                                    s.place(),
                                    "%s must be %s".formatted(where.subject(), key.range().words()))
                            .finding(text));
        }
        if (value instanceof String id && !key.in().isEmpty() && !id.isEmpty()) {
            binder.facts.references.add(
                    new Facts.Reference(key.in(), id, s.place(), where.subject()));
        }
        return value;
    }

    private static String named(Shape shape, String text) {
        return switch (shape) {
            case Shape.Whole _ ->
                    WHOLE.matcher(text.replace(",", "")).matches()
                            ? "a whole number below 2 billion"
                            : "a whole number";
            case Shape.Decimal _ -> "a number";
            case Shape.Switch _ -> "true or false";
            case Shape.Choice _ -> "a known word";
            case Shape.Day _ -> "a day";
            default -> "a value";
        };
    }

    private static @Nullable Object whole(Shape.Whole shape, String text) {
        String digits = text.replace(",", "");
        if (!WHOLE.matcher(digits).matches()) {
            return null;
        }
        long number = Long.parseLong(digits);
        if (shape.wide()) {
            return number;
        }
        return Math.abs(number) < 2_000_000_000L ? (Object) (int) number : null;
    }

    static @Nullable Double decimal(String text) {
        Span span = Measures.read(text, Dimension.COUNT).span();
        return span == null || !span.single() || text.contains("count")
                ? null
                : Double.valueOf(span.low());
    }

    private static @Nullable Object constant(Shape.Choice c, String text) {
        int at = c.words().indexOf(text);
        return at < 0 ? null : c.type().getEnumConstants()[at];
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
