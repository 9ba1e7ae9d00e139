package parapet.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// An input, an expected or a computed output of a case.
public sealed interface Value {
    /// A number; counts too.
    record Num(double value) implements Value {}

    /// A word.
    record Word(String value) implements Value {}

    /// True or false.
    record Flag(boolean value) implements Value {}

    /// A list, in its order.
    record Listing(List<Value> values) implements Value {
        public Listing {
            values = List.copyOf(values);
        }
    }

    /// An object, its keys in the order written.
    record Fields(SequencedMap<String, Value> values) implements Value {
        public Fields {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }
    }

    /// A number.
    static Value of(double value) {
        return new Num(value);
    }

    /// A list of numbers.
    static Value of(List<? extends Number> values) {
        var list = new ArrayList<Value>(values.size());
        for (Number x : values) {
            list.add(new Num(x.doubleValue()));
        }
        return new Listing(list);
    }

    /// The value as a person would write it.
    default String text() {
        return switch (this) {
            case Num(var x) ->
                    x == StrictMath.rint(x) && StrictMath.abs(x) < 1e15
                            ? Long.toString((long) x)
                            : Double.toString(x);
            case Word(var word) -> word;
            case Flag(var flag) -> Boolean.toString(flag);
            case Listing(var list) -> list.stream().map(Value::text).toList().toString();
            case Fields(var map) -> {
                var parts = new ArrayList<String>();
                for (Map.Entry<String, Value> e : map.entrySet()) {
                    parts.add(e.getKey() + ": " + e.getValue().text());
                }
                yield "{" + String.join(", ", parts) + "}";
            }
        };
    }

    /// What kind of value it is, for messages.
    default String kind() {
        return switch (this) {
            case Num _ -> "a number";
            case Word _ -> "a word";
            case Flag _ -> "true or false";
            case Listing _ -> "a list";
            case Fields _ -> "an object";
        };
    }
}
