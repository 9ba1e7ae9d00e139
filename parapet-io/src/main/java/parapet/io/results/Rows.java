package parapet.io.results;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.study.Column;
import parapet.study.ResultTable;

/// The rows of result tables as arrays, one value for each column, and their canonical form.
final class Rows {
    private Rows() {}

    /// The value as it is kept: an `Integer` becomes a `Long`, -0.0 becomes 0.0 and every NaN the
    /// same NaN, so that two rows are equal exactly when their kept values are.
    ///
    /// @throws IllegalArgumentException if the value is not of the column's type
    static @Nullable Object canonical(ResultTable table, Column column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> value instanceof String s ? s : wrong(table, column, value);
            case INTEGER ->
                    value instanceof Long l
                            ? l
                            : value instanceof Integer i
                                    ? Long.valueOf(i)
                                    : wrong(table, column, value);
            case NUMBER -> value instanceof Double d ? canonical(d) : wrong(table, column, value);
            case DATE -> value instanceof LocalDate d ? d : wrong(table, column, value);
            case FLAG -> value instanceof Boolean b ? b : wrong(table, column, value);
        };
    }

    /// A number without the sign of zero and with one NaN.
    static double canonical(double value) {
        return Double.isNaN(value) ? Double.NaN : value + 0.0;
    }

    /// Checks the width of a row.
    static void checkWidth(ResultTable table, @Nullable Object[] row) {
        List<Column> columns = table.columns();
        if (row.length != columns.size()) {
            throw new IllegalArgumentException(
                    "A row of table (%s) has (%d) values, but the table has (%d) columns."
                            .formatted(table.table(), row.length, columns.size()));
        }
    }

    private static Object wrong(ResultTable table, Column column, Object value) {
        throw new IllegalArgumentException(
                "The value (%s) of class (%s) in column (%s.%s) must be of type (%s)."
                        .formatted(
                                value,
                                value.getClass().getSimpleName(),
                                table.table(),
                                column.name(),
                                column.type()));
    }
}
