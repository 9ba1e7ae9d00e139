package parapet.verification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One reference case.
///
/// @param id unique name, `kind/what-is-special`
/// @param model kind of model, such as `spares.two-echelon`
/// @param title what it is, for the reader; may be empty
/// @param source where model or number come from; may be empty
/// @param method which of several methods of the kind; null where there is one only
/// @param inputs keys end with their unit
/// @param expected outputs to compare, at least one
/// @param tolerance for all of them
public record Case(
        String id,
        String model,
        String title,
        String source,
        @Nullable String method,
        Value.Fields inputs,
        SequencedMap<String, Value> expected,
        Tolerance tolerance) {
    public Case {
        expected = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(expected));
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("The case (%s) expects nothing.".formatted(id));
        }
    }
}
