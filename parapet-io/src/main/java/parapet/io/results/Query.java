package parapet.io.results;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.study.ResultTable;

/// The one door to the tables of a run or of two: DuckDB in memory with a view for each table. Only
/// reading is possible, and only of these tables: other files, the network and extensions are
/// switched off. The product asks by records that carry their [Sql]; only [#run] takes a text, that
/// of the person who asks. Not for several threads.
public final class Query implements AutoCloseable {
    private final Connection connection;
    private final boolean filled;

    private Query(Connection connection, boolean filled) {
        this.connection = connection;
        this.filled = filled;
    }

    /// Opens the tables of a run under their own names, such as `estimates`.
    ///
    /// @throws RunException if they cannot be read
    public static Query open(RunFolder run) {
        return open(List.of(""), List.of(run));
    }

    /// All declared tables without rows, to be filled with [#fill].
    public static Query empty() {
        return empty(List.of(""));
    }

    /// The empty tables in the schemas `before` and `after`.
    public static Query emptyPair() {
        return empty(List.of("before", "after"));
    }

    private static Query empty(List<String> schemas) {
        try {
            Connection connection = Duck.connect();
            try (Statement statement = connection.createStatement()) {
                for (String schema : schemas) {
                    if (!schema.isEmpty()) {
                        statement.execute("CREATE SCHEMA " + Duck.name(schema));
                    }
                    for (ResultTable table : ResultTable.values()) {
                        statement.execute(
                                "CREATE TABLE %s (%s)"
                                        .formatted(view(schema, table), Duck.declared(table)));
                    }
                }
            }
            var query = new Query(connection, true);
            query.weigh(Map.of());
            return query;
        } catch (SQLException e) {
            throw new IllegalStateException(Duck.oneLine(e), e);
        }
    }

    /// Makes the words that weigh draws known to SQL, see [DrawWeights].
    void weigh(Map<Long, Double> weights) {
        try (Statement statement = connection.createStatement()) {
            for (String words : DrawWeights.words(weights)) {
                statement.execute(words);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(Duck.oneLine(e), e);
        }
    }

    private static String view(String schema, ResultTable table) {
        return (schema.isEmpty() ? "" : Duck.name(schema) + ".") + Duck.name(table.table());
    }

    /// Fills tables that began empty.
    ///
    /// @param sql one statement, such as an INSERT
    public void fill(String sql) {
        if (!filled) {
            throw new IllegalStateException("The tables of a run are only read.");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("%s%nin: %s".formatted(e.getMessage(), sql), e);
        }
    }

    /// Opens the tables of two runs in the schemas `before` and `after`.
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
                        try {
                            statement.execute(
                                    "CREATE VIEW %s AS SELECT * FROM read_parquet(%s)"
                                            .formatted(view(schema, table), Duck.literal(file)));
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
            var query = new Query(connection, false);
            query.weigh(schemas.size() > 1 ? Map.of() : DrawWeights.of(query));
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
        return ask(sql);
    }

    /// A whole table as it stands.
    public QueryResult whole(ResultTable table) {
        return ask("FROM " + Duck.name(table.table()));
    }

    private QueryResult ask(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return read(rows);
        } catch (SQLException e) {
            throw wrong(Duck.oneLine(e), e);
        }
    }

    /// A table row by row, in the order of its declared columns; it may be large.
    ///
    /// @param row takes each row; not kept afterwards
    public void each(ResultTable table, Consumer<List<@Nullable Object>> row) {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT %s FROM %s"
                                        .formatted(
                                                Duck.columns(table), Duck.name(table.table())))) {
            while (rows.next()) {
                row.accept(values(rows, table.columns().size()));
            }
        } catch (SQLException e) {
            throw wrong(Duck.oneLine(e), e);
        }
    }

    /// The number of rows of a table.
    public long count(ResultTable table) {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT count(*) AS n FROM " + Duck.name(table.table()))) {
            rows.next();
            return rows.getLong("n");
        } catch (SQLException e) {
            throw wrong(Duck.oneLine(e), e);
        }
    }

    /// The rows of an answer as records, see [Sql].
    ///
    /// @param answer a record with its SQL
    /// @param values values of its parameters: texts, numbers, days, or a list of texts
    /// @throws IllegalArgumentException if columns and components do not match
    public <R extends Record> List<R> rows(Class<R> answer, Object... values) {
        Sql sql = answer.getAnnotation(Sql.class);
        if (sql == null) {
            throw new IllegalArgumentException(
                    "The record %s must have an @Sql.".formatted(answer.getName()));
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.value())) {
            for (int v = 0; v < values.length; v++) {
                statement.setObject(
                        v + 1,
                        values[v] instanceof Collection<?> many
                                ? connection.createArrayOf("VARCHAR", many.toArray())
                                : values[v]);
            }
            RecordBinder<R> binder = RecordBinder.of(answer);
            List<R> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                int[] places = binder.places(found.getMetaData());
                while (found.next()) {
                    rows.add(binder.read(found, places));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw unanswered(answer, e);
        }
    }

    /// The first row of an answer; empty when it has none.
    public <R extends Record> Optional<R> first(Class<R> answer, Object... values) {
        return rows(answer, values).stream().findFirst();
    }

    /// Whether the SQL of a record can be answered from these tables, and gives its components.
    ///
    /// @throws IllegalArgumentException if it cannot, or gives others
    public void prepare(Class<? extends Record> answer) {
        Sql sql = answer.getAnnotation(Sql.class);
        if (sql == null) {
            throw new IllegalArgumentException(
                    "The record %s must have an @Sql.".formatted(answer.getName()));
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.value())) {
            RecordBinder.of(answer).places(statement.getMetaData());
        } catch (SQLException e) {
            throw unanswered(answer, e);
        }
    }

    private static IllegalArgumentException unanswered(Class<?> answer, SQLException e) {
        return new IllegalArgumentException(
                "The SQL of %s cannot be answered: %s".formatted(answer.getName(), Duck.oneLine(e)),
                e);
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
            Object cell = rows.getObject(c);
            row.add(cell instanceof Array list ? listed(list) : cell);
        }
        return row;
    }

    /// A list of the engine as a list of Java.
    private static List<@Nullable Object> listed(Array array) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object cell : (Object[]) array.getArray()) {
            list.add(cell instanceof Array inner ? listed(inner) : cell);
        }
        return list;
    }

    /// The engine itself says whether the text is a SELECT: only those have a tree in JSON.
    private void checkReads(String sql) {
        if (sql.isBlank()) {
            throw wrong("the statement is empty.", null);
        }
        String json;
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT json_serialize_sql(?::VARCHAR) AS tree,"
                                + " json_array_length(json_serialize_sql(?::VARCHAR), '$.statements') AS statements")) {
            statement.setString(1, sql);
            statement.setString(2, sql);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                json = rows.getString("tree");
                long statements = rows.getLong("statements");
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
