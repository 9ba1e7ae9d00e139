package parapet.io;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.text.Diagnostic;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Numbers;
import parapet.scenario.Key;

/// What one word of a file says where the language wants a word, a whole number, a number, a
/// switch, a choice or a day. Quantities, which carry a unit and a basis, are read by
/// [QuantityForms].
final class PlainValues {
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
            Diagnostic d =
                    Diagnostic.error(s.place(), where.subject() + " is not " + named(shape) + near)
                            .expecting(binder.expected(new Field("", shape, false, key)))
                            .finding(Binder.describe(s));
            boolean number = shape instanceof Shape.Whole || shape instanceof Shape.Decimal;
            String cure = number ? Numbers.read(text).cure() : null;
            binder.report(cure == null ? d : d.noting(cure));
            return null;
        }
        if (value instanceof Number n && !key.range().allows(n.doubleValue())) {
            binder.report(
                    Diagnostic.error(
                                    s.place(),
                                    "%s must be %s".formatted(where.subject(), key.range().words()))
                            .finding(text));
        }
        if (shape instanceof Shape.Whole w
                && !w.wide()
                && value instanceof Number n
                && Math.abs(n.doubleValue()) > key.most()) {
            binder.report(
                    Diagnostic.error(
                                    s.place(),
                                    "%s must be %,d at most".formatted(where.subject(), key.most()))
                            .finding(text)
                            .noting("a greater number makes no sense here"));
        }
        if (value instanceof String id && !key.in().isEmpty() && !id.isEmpty()) {
            binder.facts.references.add(
                    new Facts.Reference(key.in(), id, s.place(), where.subject()));
        }
        return value;
    }

    private static String named(Shape shape) {
        return switch (shape) {
            case Shape.Whole _ -> "a whole number";
            case Shape.Decimal _ -> "a number";
            case Shape.Switch _ -> "true or false";
            case Shape.Choice _ -> "a known word";
            case Shape.Day _ -> "a day";
            default -> "a value";
        };
    }

    /// A whole number; those too large for an `int` come back as its greatest, which no key takes.
    private static @Nullable Object whole(Shape.Whole shape, String text) {
        BigDecimal number = Numbers.read(text).value();
        if (number == null || number.precision() - number.scale() > 19) {
            return number == null || shape.wide() || number.stripTrailingZeros().scale() > 0
                    ? null
                    : (Object) Integer.MAX_VALUE;
        }
        try {
            long value = number.longValueExact();
            return shape.wide()
                    ? (Object) value
                    : (Object)
                            Math.toIntExact(
                                    Math.clamp(value, -Integer.MAX_VALUE, Integer.MAX_VALUE));
        } catch (ArithmeticException e) {
            return null;
        }
    }

    static @Nullable Double decimal(String text) {
        BigDecimal number = Numbers.read(text).value();
        return number == null ? null : Double.valueOf(number.doubleValue());
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
