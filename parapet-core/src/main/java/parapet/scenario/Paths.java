package parapet.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and replaces values deep inside records by their path, such as
/// `support.sites.maker.shop.repairTime`: names of record components and keys of maps, parted by
/// dots.
///
/// Nothing is changed in place: [#with] returns a new record that shares all that did not change.
public final class Paths {
    private Paths() {}

    /// The value at `path`.
    ///
    /// @return the value; null when an optional value, or the last key of a map, is absent
    /// @throws IllegalArgumentException if a name on the way does not exist
    public static @Nullable Object get(Record root, String path) {
        Object at = root;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            Object next =
                    switch (at) {
                        case Record r -> value(r, component(r, names[i], path));
                        case Map<?, ?> m -> m.get(names[i]);
                        default -> throw noSuch(names[i], path, "inside a value without parts");
                    };
            if (next == null) {
                if (i < names.length - 1) {
                    throw noSuch(names[i], path, "absent");
                }
                return null;
            }
            at = next;
        }
        return at;
    }

    /// A copy of `root` with `value` at `path`.
    ///
    /// @param value the new value; null takes the key of a map away
    /// @throws IllegalArgumentException if a name on the way does not exist, or the value is of
    ///   another type
    public static <R extends Record> R with(R root, String path, @Nullable Object value) {
        Object copy = rebuilt(root, path.split("\\.", -1), 0, path, value);
        @SuppressWarnings("unchecked")
        var same = (R) copy;
        return same;
    }

    private static Object rebuilt(
            @Nullable Object at, String[] names, int depth, String path, @Nullable Object value) {
        String name = names[depth];
        boolean last = depth == names.length - 1;
        return switch (at) {
            case null -> throw noSuch(name, path, "inside a value that is absent");
            case Record r -> {
                RecordComponent replaced = component(r, name, path);
                Object inner =
                        last ? value : rebuilt(value(r, replaced), names, depth + 1, path, value);
                yield construct(r, replaced, inner, path);
            }
            case Map<?, ?> m -> {
                var copy = new LinkedHashMap<Object, Object>(m);
                if (!last) {
                    copy.put(name, rebuilt(m.get(name), names, depth + 1, path, value));
                } else if (value == null) {
                    copy.remove(name);
                } else {
                    copy.put(name, value);
                }
                yield Collections.unmodifiableMap(copy);
            }
            default -> throw noSuch(name, path, "inside a value without parts");
        };
    }

    private static Object construct(
            Record r, RecordComponent replaced, @Nullable Object inner, String path) {
        RecordComponent[] components = r.getClass().getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] =
                    components[i].getName().equals(replaced.getName())
                            ? inner
                            : value(r, components[i]);
        }
        try {
            Constructor<? extends Record> canonical = r.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (InvocationTargetException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The value (%s) does not fit the path (%s).".formatted(inner, path), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The record (%s) cannot be rebuilt.".formatted(r.getClass().getName()), e);
        }
    }

    private static RecordComponent component(Record r, String name, String path) {
        return Arrays.stream(r.getClass().getRecordComponents())
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> noSuch(name, path, "no part of " + r.getClass().getSimpleName()));
    }

    private static @Nullable Object value(Record r, RecordComponent component) {
        try {
            return component.getAccessor().invoke(r);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The component (%s) of (%s) cannot be read."
                            .formatted(component.getName(), r.getClass().getName()),
                    e);
        }
    }

    private static IllegalArgumentException noSuch(String name, String path, String why) {
        return new IllegalArgumentException(
                "The name (%s) in the path (%s) is %s.".formatted(name, path, why));
    }
}
