package parapet.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rows of many tables, each table in the order in which its rows were added. For one thread at a
/// time.
public final class Rows {
    private final Map<Class<? extends Record>, List<Record>> rows = new HashMap<>();

    /// Adds a row to the end of its table.
    ///
    /// @param row a record with [Table]
    public void add(Record row) {
        List<Record> known = rows.get(row.getClass());
        if (known == null) {
            Tables.of(row.getClass());
            known = new ArrayList<>();
            rows.put(row.getClass(), known);
        }
        known.add(row);
    }

    /// Adds rows, each to the end of its table.
    public void addAll(Collection<? extends Record> more) {
        more.forEach(this::add);
    }

    /// The rows of a table, empty when it has none. They cannot be changed through it.
    public <R extends Record> List<R> of(Class<R> table) {
        @SuppressWarnings("unchecked") // a list holds records of the class it is kept under
        List<R> of = (List<R>) rows.getOrDefault(table, List.of());
        return Collections.unmodifiableList(of);
    }

    /// The tables that have rows, in no order.
    public Set<Class<? extends Record>> tables() {
        return Set.copyOf(rows.keySet());
    }
}
