package parapet.io.results;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.study.ResultTable;

/// SQL over the tables of one run or more: DuckDB in memory with a view for each table. Only
/// reading is possible, and only of these tables: other files, the network and extensions are
/// switched off.
public final class Query implements AutoCloseable {
    private final Connection connection;

    private Query(Connection connection) {
        this.connection = connection;
    }

    /// Opens the tables of a run under their own names, such as `estimates`.
    ///
    /// @throws RunException if they cannot be read
    public static Query open(RunFolder run) {
        return open(List.of(""), List.of(run));
    }

    /// Opens the tables of two runs in the schemas `old` and `new`.
    static Query open(RunFolder before, RunFolder after) {
        return open(List.of("before", "after"), List.of(before, after));
    }

    private static Query open(List<String> schemas, List<RunFolder> runs) {
        Connection connection = null;
        try {
            connection = Duck.connect();
            List<Path> allowed = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                if (runs.size() > 1) {
                    statement.execute("SET threads = 1"); // sums in one order
                }
                for (int r = 0; r < runs.size(); r++) {
                    String schema = schemas.get(r);
                    if (!schema.isEmpty()) {
                        statement.execute("CREATE SCHEMA " + Duck.name(schema));
                    }
                    for (ResultTable table : ResultTable.values()) {
                        Path file = runs.get(r).tableFile(table);
                        allowed.add(file);
                        String view =
                                (schema.isEmpty() ? "" : Duck.name(schema) + ".")
                                        + Duck.name(table.table());
                        try {
                            statement.execute(
                                    "CREATE VIEW %s AS SELECT * FROM read_parquet(%s)"
                                            .formatted(view, Duck.literal(file)));
                        } catch (SQLException e) {
                            throw Duck.unreadable(file, e);
                        }
                    }
                }
                statement.execute(
                        "SET allowed_paths = ["
                                + allowed.stream()
                                        .map(Duck::literal)
                                        .collect(Collectors.joining(", "))
                                + "]");
                statement.execute("SET enable_external_access = false");
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                statement.execute("SET lock_configuration = true");
            }
            var query = new Query(connection);
            connection = null;
            return query;
        } catch (SQLException e) {
            throw RunException.work(
                    "The tables cannot be opened: " + Duck.oneLine(e),
                    "Give the command again.",
                    e);
        } finally {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    // The failure above is the one to be told.
                }
            }
        }
    }

    /// Answers one SELECT, also in the short forms of DuckDB such as `FROM plans`, `DESCRIBE money`
    /// or `SUMMARIZE outcomes`.
    ///
    /// @throws RunException if the engine does not understand it, in the engine's words
    public QueryResult run(String sql) {
        checkReads(sql);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return read(rows);
        } catch (SQLException e) {
            throw wrong(Duck.oneLine(e), e);
        }
    }

    /// Answers one SELECT row by row, for tables that may be large.
    ///
    /// @param row takes each row; not kept afterwards
    /// @return the names of the columns
    /// @throws RunException if the engine does not understand it, in the engine's words
    public List<String> each(String sql, Consumer<List<@Nullable Object>> row) {
        checkReads(sql);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> columns = columns(rows);
            while (rows.next()) {
                row.accept(values(rows, columns.size()));
            }
            return columns;
        } catch (SQLException e) {
            throw wrong(Duck.oneLine(e), e);
        }
    }

    /// Answers a statement of our own with values for its question marks.
    QueryResult ask(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int v = 0; v < values.length; v++) {
                statement.setObject(v + 1, values[v]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw RunException.work(
                    "The tables cannot be compared: " + Duck.oneLine(e),
                    "The runs may be from different versions; compute them anew.",
                    e);
        }
    }

    private static QueryResult read(ResultSet rows) throws SQLException {
        List<String> columns = columns(rows);
        List<List<@Nullable Object>> values = new ArrayList<>();
        while (rows.next()) {
            values.add(values(rows, columns.size()));
        }
        return new QueryResult(columns, values);
    }

    private static List<String> columns(ResultSet rows) throws SQLException {
        var meta = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int c = 1; c <= meta.getColumnCount(); c++) {
            columns.add(meta.getColumnLabel(c));
        }
        return columns;
    }

    private static List<@Nullable Object> values(ResultSet rows, int width) throws SQLException {
        List<@Nullable Object> row = new ArrayList<>(width);
        for (int c = 1; c <= width; c++) {
            row.add(rows.getObject(c));
        }
        return row;
    }

    /// The engine itself says whether the text is a SELECT: only those have a tree in JSON.
    private void checkReads(String sql) {
        if (sql.isBlank()) {
            throw wrong("the statement is empty.", null);
        }
        String json;
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT json_serialize_sql(?::VARCHAR),"
                                + " json_array_length(json_serialize_sql(?::VARCHAR), '$.statements')")) {
            statement.setString(1, sql);
            statement.setString(2, sql);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                json = rows.getString(1);
                long statements = rows.getLong(2);
                if (json.startsWith("{\"error\":false") && statements != 1) {
                    throw wrong("give one statement at a time.", null);
                }
            }
        } catch (SQLException e) {
            throw wrong(Duck.oneLine(e), e);
        }
        if (!json.startsWith("{\"error\":false") && json.contains("\"not implemented\"")) {
            throw wrong(
                    "only reading is possible here: SELECT, FROM, WITH, DESCRIBE, SUMMARIZE.",
                    null);
        }
    }

    private static RunException wrong(String said, @Nullable Throwable cause) {
        String tables =
                Arrays.stream(ResultTable.values())
                        .map(ResultTable::table)
                        .collect(Collectors.joining(", "));
        RunException wrong =
                RunException.input(
                        "SQL: " + said,
                        "tables here: "
                                + tables
                                + "; columns: `DESCRIBE estimates` or docs/reference/results.md");
        if (cause != null) {
            wrong.addSuppressed(cause);
        }
        return wrong;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It was in memory; nothing is lost.
        }
    }
}
