package parapet.io.made;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether two inputs of the engines have the same content, arrays and the inside of classes
/// included.
final class Same {
    private final Set<String> leftOut;

    private Same(Set<String> leftOut) {
        this.leftOut = leftOut;
    }

    /// Whether both have the same content but for fields of those names.
    static boolean content(@Nullable Object a, @Nullable Object b, String... leftOut) {
        return new Same(Set.of(leftOut)).same(a, b);
    }

    @SuppressWarnings("ReferenceEquality") // the same object has the same content
    private boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        }
        if (a == null
                || b == null
                || (a.getClass() != b.getClass()
                        && !(a instanceof Collection)
                        && !(a instanceof Map))) {
            return false;
        }
        if (a.getClass().isArray()) {
            int n = Array.getLength(a);
            boolean same = n == Array.getLength(b);
            for (int i = 0; same && i < n; i++) {
                same = same(Array.get(a, i), Array.get(b, i));
            }
            return same;
        }
        if (a instanceof Collection<?> x && b instanceof Collection<?> y) {
            return each(new ArrayList<>(x), new ArrayList<>(y));
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return each(List.copyOf(x.keySet()), List.copyOf(y.keySet()))
                    && each(new ArrayList<>(x.values()), new ArrayList<>(y.values()));
        }
        if (!a.getClass().getName().startsWith("parapet.") || a instanceof Enum) {
            return a.equals(b);
        }
        for (Class<?> c = a.getClass(); c != null; c = c.getSuperclass()) {
            for (Field f : c.getDeclaredFields()) {
                if (!Modifier.isStatic(f.getModifiers())
                        && !leftOut.contains(f.getName())
                        && !field(f, a, b)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean field(Field f, Object a, Object b) {
        try {
            f.setAccessible(true);
            return same(f.get(a), f.get(b));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean each(List<?> x, List<?> y) {
        boolean same = x.size() == y.size();
        for (int i = 0; same && i < x.size(); i++) {
            same = same(x.get(i), y.get(i));
        }
        return same;
    }
}
