package parapet.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Outputs of a case by key, in the order computed.
final class Outputs {
    private final SequencedMap<String, Value> values = new LinkedHashMap<>();

    Outputs put(String key, double value) {
        values.put(key, Value.of(value));
        return this;
    }

    Outputs put(String key, List<? extends Number> list) {
        values.put(key, Value.of(list));
        return this;
    }

    Outputs put(String key, String word) {
        values.put(key, new Value.Word(word));
        return this;
    }

    /// The values so far.
    SequencedMap<String, Value> values() {
        return values;
    }
}
