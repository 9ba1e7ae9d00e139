package parapet.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Inputs of a case, or one object inside them, asked for by key.
///
/// Every question that the object cannot answer throws an [IllegalArgumentException] which says
/// what was expected and found; the verifier turns it into a failed case.
final class Inputs {
    private final String where;
    private final SequencedMap<String, Value> values;

    Inputs(Value.Fields fields) {
        this("", fields);
    }

    private Inputs(String where, Value.Fields fields) {
        this.where = where;
        this.values = fields.values();
    }

    /// Refuses keys that nobody would read, such as misspelt ones.
    Inputs only(String... known) {
        for (String key : values.keySet()) {
            if (!List.of(known).contains(key)) {
                throw new IllegalArgumentException(
                        "unknown input \"%s\"; inputs known here: %s"
                                .formatted(where + key, String.join(", ", known)));
            }
        }
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    double number(String key) {
        return number(key, values.get(key));
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    int whole(String key) {
        return whole(key, values.get(key));
    }

    boolean flag(String key) {
        if (values.get(key) instanceof Value.Flag(boolean flag)) {
            return flag;
        }
        throw refused("true or false", key, values.get(key));
    }

    String word(String key) {
        if (values.get(key) instanceof Value.Word(String word)) {
            return word;
        }
        throw refused("a word", key, values.get(key));
    }

    <E extends Enum<E>> E choice(Class<E> type, String key) {
        String word = word(key);
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "expected one of %s at \"%s\"; found \"%s\""
                        .formatted(
                                Arrays.stream(type.getEnumConstants()).map(Inputs::word).toList(),
                                key,
                                word));
    }

    /// What a case calls a constant.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    Inputs object(String key) {
        if (values.get(key) instanceof Value.Fields fields) {
            return new Inputs(where + key + ".", fields);
        }
        throw refused("an object", key, values.get(key));
    }

    List<Inputs> objects(String key) {
        var list = new ArrayList<Inputs>();
        for (Value value : listing(key)) {
            if (value instanceof Value.Fields fields) {
                list.add(new Inputs(where + key + "[" + list.size() + "].", fields));
            } else {
                throw refused("a list of objects", key, value);
            }
        }
        return list;
    }

    List<Double> numbers(String key) {
        var list = new ArrayList<Double>();
        for (Value value : listing(key)) {
            list.add(number(key + "[" + list.size() + "]", value));
        }
        return list;
    }

    private List<Value> listing(String key) {
        if (values.get(key) instanceof Value.Listing(List<Value> list)) {
            return list;
        }
        throw refused("a list", key, values.get(key));
    }

    private double number(String key, @Nullable Value value) {
        if (value instanceof Value.Num(double x)) {
            return x;
        }
        throw refused("a number", key, value);
    }

    private int whole(String key, @Nullable Value value) {
        if (value instanceof Value.Num(double x) && x == (int) x) {
            return (int) x;
        }
        throw refused("a whole number", key, value);
    }

    private IllegalArgumentException refused(String expected, String key, @Nullable Value value) {
        return new IllegalArgumentException(
                "expected %s at \"%s\"; found %s"
                        .formatted(
                                expected, where + key, value == null ? "nothing" : value.text()));
    }
}
