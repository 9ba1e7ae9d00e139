package parapet.io.results;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Binds the columns of an answer to the components of a record, by name and strictly: a column
/// without a component, a component without a column, a value of another type and null where the
/// component does not allow it are errors that name them.
///
/// Components are `String`, `int`, `long`, `double`, `boolean`, `LocalDate`, or one of these boxed
/// and `@Nullable`; [Sql.OrNaN] and [Sql.OrEmpty] say what null becomes.
///
/// @param <R> the record
final class RecordBinder<R extends Record> {
    private final Class<R> type;
    private final RecordComponent[] components;
    private final Constructor<R> constructor;

    private RecordBinder(Class<R> type, RecordComponent[] components, Constructor<R> constructor) {
        this.type = type;
        this.components = components;
        this.constructor = constructor;
    }

    /// The binder of a record.
    static <R extends Record> RecordBinder<R> of(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<R> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class[]::new));
            AccessibleObject.setAccessible(new AccessibleObject[] {constructor}, true);
            return new RecordBinder<>(type, components, constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where each component stands among the columns.
    ///
    /// @throws IllegalArgumentException if names do not match, one by one
    int[] places(ResultSetMetaData meta) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int c = 1; c <= meta.getColumnCount(); c++) {
            columns.add(meta.getColumnLabel(c));
        }
        List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
        Set<String> unknown = new LinkedHashSet<>(columns);
        names.forEach(unknown::remove);
        Set<String> missing = new LinkedHashSet<>(names);
        columns.forEach(missing::remove);
        if (!unknown.isEmpty() || !missing.isEmpty() || columns.size() != names.size()) {
            throw new IllegalArgumentException(
                    "The columns (%s) must be the components of %s; without a component: %s, without a column: %s."
                            .formatted(
                                    String.join(", ", columns), type.getName(), unknown, missing));
        }
        return names.stream().mapToInt(name -> columns.indexOf(name) + 1).toArray();
    }

    /// A row as a record.
    R read(ResultSet row, int[] places) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i], row.getObject(places[i]));
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(RecordComponent component, @Nullable Object value) {
        Class<?> wanted = component.getType();
        if (value == null) {
            if (component.isAnnotationPresent(Sql.OrNaN.class)) {
                return Double.NaN;
            }
            if (component.isAnnotationPresent(Sql.OrEmpty.class)) {
                return "";
            }
            if (!wanted.isPrimitive()
                    && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                return null;
            }
            throw wrong(component, "null");
        }
        try {
            Object bound = bound(wanted, value);
            if (bound != null) {
                return bound;
            }
        } catch (ArithmeticException e) {
            throw wrong(component, value.toString());
        }
        throw wrong(component, value.getClass().getSimpleName() + " " + value);
    }

    private static @Nullable Object bound(Class<?> wanted, Object value) {
        if (wanted == String.class) {
            return value instanceof String ? value : null;
        }
        if (wanted == double.class || wanted == Double.class) {
            return value instanceof Number n ? Double.valueOf(n.doubleValue()) : null;
        }
        if (wanted == long.class || wanted == Long.class) {
            return whole(value);
        }
        if (wanted == int.class || wanted == Integer.class) {
            Long whole = whole(value);
            return whole == null ? null : Integer.valueOf(Math.toIntExact(whole));
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return value instanceof Boolean ? value : null;
        }
        if (wanted == LocalDate.class) {
            return switch (value) {
                case LocalDate date -> date;
                case java.sql.Date date -> date.toLocalDate();
                default -> null;
            };
        }
        return null;
    }

    private static @Nullable Long whole(Object value) {
        return switch (value) {
            case Long n -> n;
            case Integer n -> n.longValue();
            case Short n -> n.longValue();
            case Byte n -> n.longValue();
            case BigInteger n -> n.longValueExact();
            case BigDecimal n when n.scale() == 0 -> n.longValueExact();
            default -> null;
        };
    }

    private IllegalArgumentException wrong(RecordComponent component, String found) {
        return new IllegalArgumentException(
                "The column (%s) of %s must be %s; found %s."
                        .formatted(
                                component.getName(),
                                type.getName(),
                                component.getType().getSimpleName(),
                                found));
    }
}
