package parapet.io.shape;

import parapet.scenario.Key;

/// One key of a record.
///
/// @param name the key
/// @param shape what may stand there
/// @param nullable whether it may be absent without a default
/// @param key its meaning, dimension, range and default
public record Field(String name, Shape shape, boolean nullable, Key key) {
    /// Whether the key may be absent.
    public boolean optional() {
        return nullable
                || !key.otherwise().isEmpty()
                || !key.sameAs().isEmpty()
                || switch (shape) {
                    case Shape.ListOf _, Shape.TableOf _, Shape.Evidence _ -> true;
                    case Shape.Group g -> g.fields().stream().allMatch(Field::optional);
                    default -> false;
                };
    }
}
