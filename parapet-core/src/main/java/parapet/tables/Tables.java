package parapet.tables;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From a record class to its columns. The result is made once for each class and kept.
public final class Tables {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private static final ClassValue<RowType<?>> KNOWN =
            new ClassValue<>() {
                @Override
                protected RowType<?> computeValue(Class<?> type) {
                    if (!type.isRecord()) {
                        throw new IllegalArgumentException(
                                "The class (%s) is no record.".formatted(type.getName()));
                    }
                    return derive(type.asSubclass(Record.class));
                }
            };

    private Tables() {}

    /// The table that a record class declares.
    ///
    /// @param row a record with [Table], each component with [Col]
    /// @throws IllegalArgumentException if it is no such record
    public static <R extends Record> RowType<R> of(Class<R> row) {
        RowType<R> type = row(row);
        if (type.name().isEmpty()) {
            throw new IllegalArgumentException(
                    "The record (%s) is no table.%nMaybe give it @Table.".formatted(row.getName()));
        }
        for (Column column : type.columns()) {
            if (column.doc().isEmpty()) {
                throw new IllegalArgumentException(
                        "The column (%s) of (%s) says not what it holds.%nMaybe give it @Col."
                                .formatted(column.name(), row.getName()));
            }
        }
        return type;
    }

    /// The columns of any record, such as one that takes the answer of a question in SQL.
    ///
    /// @param row a record whose components are of the classes that a column can hold
    public static <R extends Record> RowType<R> row(Class<R> row) {
        @SuppressWarnings("unchecked") // a row type of the class it is kept under
        RowType<R> type = (RowType<R>) KNOWN.get(row);
        return type;
    }

    private static <R extends Record> RowType<R> derive(Class<R> row) {
        RecordComponent[] components = row.getRecordComponents();
        var columns = new ArrayList<Column>();
        var raw = new Class<?>[components.length];
        try {
            for (int c = 0; c < components.length; c++) {
                raw[c] = components[c].getType();
                columns.add(column(components[c]));
            }
            Table table = row.getAnnotation(Table.class);
            return new RowType<>(
                    row,
                    table == null ? "" : table.value(),
                    table == null ? "" : table.doc(),
                    columns,
                    maker(row, raw));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The record (%s) cannot be taken apart.".formatted(row.getName()), e);
        }
    }

    private static Column column(RecordComponent component) throws IllegalAccessException {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true); // a record may be private to the class that asks
        Col col = component.getAnnotation(Col.class);
        boolean nullable =
                !component.getType().isPrimitive()
                        && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Column(
                component.getName(),
                Column.Type.of(component.getType()),
                nullable,
                col == null ? "" : col.value(),
                col == null ? "" : col.unit(),
                LOOKUP.unreflect(accessor)
                        .asType(MethodType.methodType(Object.class, Record.class)));
    }

    private static <R extends Record> MethodHandle maker(Class<R> row, Class<?>[] raw)
            throws ReflectiveOperationException {
        Constructor<R> constructor = row.getDeclaredConstructor(raw);
        constructor.setAccessible(true);
        MethodHandle make = LOOKUP.unreflectConstructor(constructor);
        MethodHandle narrow =
                LOOKUP.findStatic(
                        Math.class, "toIntExact", MethodType.methodType(int.class, long.class));
        for (int c = 0; c < raw.length; c++) {
            if (raw[c] == int.class) {
                make = MethodHandles.filterArguments(make, c, narrow);
            } else if (raw[c] == Integer.class) {
                make =
                        MethodHandles.filterArguments(
                                make,
                                c,
                                LOOKUP.findStatic(
                                        Tables.class,
                                        "narrowed",
                                        MethodType.methodType(Integer.class, Long.class)));
            }
        }
        List<Class<?>> objects = new ArrayList<>();
        for (int c = 0; c < raw.length; c++) {
            objects.add(Object.class);
        }
        return make.asType(MethodType.methodType(Record.class, objects))
                .asSpreader(Object[].class, raw.length);
    }

    @SuppressWarnings("UnusedMethod") // called through a handle
    private static @Nullable Integer narrowed(@Nullable Long value) {
        return value == null ? null : (Integer) Math.toIntExact(value);
    }
}
