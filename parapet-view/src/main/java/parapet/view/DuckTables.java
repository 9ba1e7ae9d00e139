package parapet.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.tables.Column;
import parapet.study.ResultTable;

/// The tables of a run in DuckDB, in memory: views over a folder of Parquet files, or empty tables
/// to be filled. Not for several threads.
public final class DuckTables implements Tables, AutoCloseable {
    private final Connection connection;

    private DuckTables(Connection connection) {
        this.connection = connection;
    }

    /// The tables of a folder with one Parquet file for each table. A table without a file is
    /// empty.
    public static DuckTables of(Path folder) {
        DuckTables tables = open();
        for (ResultTable table : ResultTable.values()) {
            Path file = folder.resolve(table.table() + ".parquet");
            if (Files.isRegularFile(file)) {
                tables.execute(
                        "create view %s as select * from read_parquet('%s')"
                                .formatted(table.table(), file.toString().replace("'", "''")));
            } else {
                tables.create(table);
            }
        }
        return tables;
    }

    /// All tables, without rows.
    public static DuckTables empty() {
        DuckTables tables = open();
        for (ResultTable table : ResultTable.values()) {
            tables.create(table);
        }
        return tables;
    }

    private static DuckTables open() {
        try {
            return new DuckTables(DriverManager.getConnection("jdbc:duckdb:"));
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not open: " + e.getMessage(), e);
        }
    }

    private void create(ResultTable table) {
        execute(
                "create table %s (%s)"
                        .formatted(
                                table.table(),
                                table.columns().stream()
                                        .map(c -> "\"%s\" %s".formatted(c.name(), type(c.type())))
                                        .collect(Collectors.joining(", "))));
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case TEXT -> "varchar";
            case INTEGER -> "bigint";
            case NUMBER -> "double";
            case DATE -> "date";
            case FLAG -> "boolean";
        };
    }

    /// Runs a statement that gives no rows.
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("%s%nin: %s".formatted(e.getMessage(), sql), e);
        }
    }

    @Override
    public List<Map<String, @Nullable Object>> query(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData meta = rows.getMetaData();
            List<Map<String, @Nullable Object>> answer = new ArrayList<>();
            while (rows.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    row.put(meta.getColumnLabel(i), rows.getObject(i));
                }
                answer.add(row);
            }
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException("%s%nin: %s".formatted(e.getMessage(), sql), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close: " + e.getMessage(), e);
        }
    }
}
