package parapet.io.results;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Columns and rows.
///
/// @param columns names
/// @param rows values, as many in each row as there are columns
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows) {
    private static final String KEY = "metric";
    private static final String LABEL = "label";

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

    /// The components of a record by name, in order; not-a-number is null.
    public static SequencedMap<String, @Nullable Object> values(Record one) {
        QueryResult row = ofRecords(one);
        SequencedMap<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < row.columns().size(); i++) {
            values.put(row.columns().get(i), row.rows().getFirst().get(i));
        }
        return values;
    }

    private static <R extends Record> QueryResult ofRecords(R one) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) one.getClass();
        return ofRecords(type, List.of(one));
    }

    /// The first rows for people: without the keys of metrics where their labels stand beside them,
    /// and without columns in which nothing stands.
    ///
    /// @param most how many rows at most
    public QueryResult forPeople(int most) {
        List<List<@Nullable Object>> first = rows.subList(0, Math.min(most, rows.size()));
        boolean labelled = columns.contains(LABEL);
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            boolean empty =
                    first.stream()
                            .map(row -> row.get(column))
                            .allMatch(cell -> cell == null || cell.equals(""));
            if (!empty && !(labelled && columns.get(c).equals(KEY))) {
                kept.add(c);
            }
        }
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (List<@Nullable Object> row : first) {
            List<@Nullable Object> some = new ArrayList<>();
            kept.forEach(c -> some.add(row.get(c)));
            cells.add(some);
        }
        return new QueryResult(kept.stream().map(columns::get).toList(), cells);
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
