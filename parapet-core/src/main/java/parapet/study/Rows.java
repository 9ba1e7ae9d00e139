package parapet.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows for the result tables, in order. A row is an array of the values of the columns.
public final class Rows {
    private final Map<ResultTable, List<@Nullable Object[]>> rows =
            new EnumMap<>(ResultTable.class);

    /// Rows read back from a store.
    public static Rows of(Map<ResultTable, List<@Nullable Object[]>> stored) {
        var rows = new Rows();
        rows.rows.putAll(stored);
        return rows;
    }

    /// Appends a row.
    ///
    /// @param table the table
    /// @param values one for each column, of the class of its type, or null
    public void add(ResultTable table, @Nullable Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    "The table (%s) has (%d) columns, not (%d)."
                            .formatted(table.table(), table.columns().size(), values.length));
        }
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(values);
    }

    /// The rows of a table, empty when it has none.
    public List<@Nullable Object[]> of(ResultTable table) {
        return rows.getOrDefault(table, List.of());
    }

    /// All rows by table.
    public Map<ResultTable, List<@Nullable Object[]>> all() {
        return rows;
    }
}
