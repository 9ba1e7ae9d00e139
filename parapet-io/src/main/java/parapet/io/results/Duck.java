package parapet.io.results;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.study.ResultTable;
import parapet.tables.Column;

/// The few words of DuckDB that are used in several places.
final class Duck {
    private Duck() {}

    /// A new, empty database in memory.
    static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:");
    }

    /// A name in SQL.
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A text in SQL.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// A file in SQL.
    static String literal(Path file) {
        return literal(file.toAbsolutePath().toString());
    }

    /// The columns of a table, in order.
    static String columns(ResultTable table) {
        return table.columns().stream()
                .map(column -> name(column.name()))
                .collect(Collectors.joining(", "));
    }

    /// The columns of a table with their types, as in CREATE TABLE.
    static String declared(ResultTable table) {
        return table.columns().stream()
                .map(column -> name(column.name()) + " " + type(column.type()))
                .collect(Collectors.joining(", "));
    }

    /// The type of a column in SQL.
    static String type(Column.Type type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case DATE -> "DATE";
            case FLAG -> "BOOLEAN";
        };
    }

    /// A value of a row, in the Java class of its column type.
    static @Nullable Object value(ResultSet rows, int column, Column.Type type)
            throws SQLException {
        return switch (type) {
            case TEXT -> rows.getString(column);
            case INTEGER -> {
                long value = rows.getLong(column);
                yield rows.wasNull() ? null : Long.valueOf(value);
            }
            case NUMBER -> {
                double value = rows.getDouble(column);
                yield rows.wasNull() ? null : Double.valueOf(value);
            }
            case DATE -> {
                Object value = rows.getObject(column);
                yield value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
            }
            case FLAG -> {
                boolean value = rows.getBoolean(column);
                yield rows.wasNull() ? null : Boolean.valueOf(value);
            }
        };
    }

    /// The message of the engine in one line.
    static String oneLine(Exception e) {
        String message = e.getMessage();
        if (message == null) {
            return e.getClass().getSimpleName();
        }
        String text = message.replaceFirst("(?s)\n+\\s*LINE \\d+:.*$", "");
        text = text.replaceFirst("(?s)\n+\\s*\\^.*$", "");
        return text.replaceAll("\\s*\n\\s*", " ").strip();
    }

    /// A table that cannot be read.
    static RunException unreadable(Path file, Exception e) {
        return RunException.work(
                "Cannot read " + file + ": " + oneLine(e),
                "The file may be damaged or from another version; compute the run anew with --fresh.",
                e);
    }

    /// A failure of the engine at work.
    static RunException failed(String doing, Path place, SQLException e) {
        return Disk.explain(doing, place, new java.io.IOException(oneLine(e), e));
    }
}
