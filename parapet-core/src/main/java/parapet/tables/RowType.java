package parapet.tables;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a record class, and how a record is made from their values.
///
/// @param <R> the record
public final class RowType<R extends Record> {
    private final Class<R> row;
    private final String name;
    private final String doc;
    private final List<Column> columns;

    /// Takes an array of values, gives a `Record`.
    private final MethodHandle maker;

    RowType(Class<R> row, String name, String doc, List<Column> columns, MethodHandle maker) {
        this.row = row;
        this.name = name;
        this.doc = doc;
        this.columns = List.copyOf(columns);
        this.maker = maker;
    }

    /// The record class.
    public Class<R> row() {
        return row;
    }

    /// Name of the table, as in SQL; empty for a record that is no table.
    public String name() {
        return name;
    }

    /// What the table holds.
    public String doc() {
        return doc;
    }

    /// Its columns, in the order of the components.
    public List<Column> columns() {
        return columns;
    }

    /// A record of the values of its columns, in order, each of the class of its type or null.
    ///
    /// @throws IllegalArgumentException if they are too few or too many, or one is of another class
    ///   or missing where the record has a primitive
    public R make(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of (%s) has (%d) values, not (%d)."
                            .formatted(row.getSimpleName(), columns.size(), values.length));
        }
        try {
            return row.cast((Record) maker.invokeExact(values));
        } catch (ClassCastException | NullPointerException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The values do not fit a row of (%s): %s"
                            .formatted(row.getSimpleName(), e.getMessage()),
                    e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A row throws nothing of that kind.", e);
        }
    }

    @Override
    public String toString() {
        return name.isEmpty() ? row.getSimpleName() : name;
    }
}
