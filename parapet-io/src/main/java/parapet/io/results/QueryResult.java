package parapet.io.results;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns and rows.
///
/// @param columns names
/// @param rows values, as many in each row as there are columns
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows) {
    /// Copies the lists.
    public QueryResult {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row has (%d) values, but there are (%d) columns."
                                .formatted(row.size(), columns.size()));
            }
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }

    /// The same as the constructor, whose nullable values tools do not see in the class file.
    public static QueryResult of(List<String> columns, List<List<@Nullable Object>> rows) {
        return new QueryResult(columns, rows);
    }

    /// Records as a table: the names of the components as columns.
    public static <R extends Record> QueryResult ofRecords(Class<R> type, List<R> records) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (R one : records) {
            List<@Nullable Object> row = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                try {
                    Object value = accessor.invoke(one);
                    row.add(value instanceof Double d && d.isNaN() ? null : value);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
            rows.add(row);
        }
        return new QueryResult(
                Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList(),
                rows);
    }

    /// The values of a column.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public List<@Nullable Object> column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "The column (%s) must be one of (%s).".formatted(name, columns));
        }
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            values.add(row.get(index));
        }
        return values;
    }
}
