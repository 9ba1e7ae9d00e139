package parapet.io.results;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import parapet.study.ResultTable;
import parapet.tables.Column;
import parapet.tables.Rows;

/// Writes the result tables of a run as Parquet (zstd), one file each, and takes their digest on
/// the way. Rows of a table are written in the order in which they are given, which the caller
/// makes canonical; tables may be given in any order and in pieces. Every table gets a file, also
/// an empty one.
///
/// Until [#finish] no file is there under its name. Not for several threads.
public final class ResultWriter implements AutoCloseable {
    private final Path folder;
    private final Disk disk;
    private final DuckDBConnection connection;
    private final Map<ResultTable, DuckDBAppender> appenders = new EnumMap<>(ResultTable.class);
    private final Digest digest = new Digest();
    private boolean finished;

    private ResultWriter(Path folder, Disk disk, DuckDBConnection connection) {
        this.folder = folder;
        this.disk = disk;
        this.connection = connection;
    }

    /// What has been written.
    ///
    /// @param digest digest of all rows
    /// @param rows number of rows of each table, by its name
    public record Written(String digest, Map<String, Long> rows) {
        /// Copies the numbers.
        public Written {
            rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        }
    }

    /// Opens a writer into a folder, which is made when it is not there.
    ///
    /// @throws RunException if it cannot be made
    public static ResultWriter open(Path folder) {
        return open(folder, Disk.REAL);
    }

    static ResultWriter open(Path folder, Disk disk) {
        DuckDBConnection connection = null;
        try {
            disk.folders(folder);
            Connection plain = Duck.connect();
            connection = plain.unwrap(DuckDBConnection.class);
            var writer = new ResultWriter(folder, disk, connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET temp_directory = " + Duck.literal(folder.resolve(".spill")));
                for (ResultTable table : ResultTable.values()) {
                    statement.execute(create(table));
                    writer.appenders.put(
                            table,
                            connection.createAppender(
                                    DuckDBConnection.DEFAULT_SCHEMA, table.table()));
                }
            }
            return writer;
        } catch (IOException e) {
            throw Disk.explain("write the result tables", folder, e);
        } catch (SQLException e) {
            close(connection, e);
            throw Duck.failed("write the result tables", folder, e);
        }
    }

    private static String create(ResultTable table) {
        List<Column> columns = table.columns();
        return "CREATE TABLE %s (%s)"
                .formatted(
                        Duck.name(table.table()),
                        columns.stream()
                                .map(c -> Duck.name(c.name()) + " " + Duck.type(c.type()))
                                .collect(Collectors.joining(", ")));
    }

    /// Adds the rows of each table to its end.
    ///
    /// @throws RunException if there is no room for them
    public void append(Rows rows) {
        for (ResultTable table : ResultTable.values()) {
            append(table, rows.of(table.type().row()));
        }
    }

    private void append(ResultTable table, List<? extends Record> rows) {
        DuckDBAppender appender = appenders.get(table);
        if (appender == null || finished) {
            throw new IllegalStateException("The tables are finished.");
        }
        List<Column> columns = table.columns();
        try {
            for (Record row : rows) {
                digest.add(table, row);
                appender.beginRow();
                for (Column column : columns) {
                    append(appender, column.of(row));
                }
                appender.endRow();
            }
        } catch (SQLException e) {
            throw Duck.failed("write table " + table.table(), folder, e);
        }
    }

    private static void append(DuckDBAppender appender, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case Long l -> appender.append(l.longValue());
            case Double d -> appender.append(d.doubleValue());
            case LocalDate d -> appender.append(d);
            case Boolean b -> appender.append(b.booleanValue());
            case String s -> appender.append(s);
            default -> throw new IllegalStateException("Not canonical: " + value);
        }
    }

    /// Writes the files under temporary names, forces them to the disk and then gives them their
    /// names.
    ///
    /// @throws RunException if they cannot be written; no file is then there under its name, unless
    ///   the very renaming failed
    public Written finish() {
        if (finished) {
            throw new IllegalStateException("The tables are finished already.");
        }
        finished = true;
        var temporary = new EnumMap<ResultTable, Path>(ResultTable.class);
        try (Statement statement = connection.createStatement()) {
            for (var entry : appenders.entrySet()) {
                entry.getValue().close();
                ResultTable table = entry.getKey();
                Path file = folder.resolve("." + table.table() + ".parquet.tmp");
                temporary.put(table, file);
                disk.delete(file);
                statement.execute(
                        "COPY %s TO %s (FORMAT parquet, COMPRESSION zstd)"
                                .formatted(Duck.name(table.table()), Duck.literal(file)));
                disk.force(file);
                statement.execute("DROP TABLE " + Duck.name(table.table()));
            }
            for (var entry : temporary.entrySet()) {
                disk.move(entry.getValue(), folder.resolve(fileName(entry.getKey())));
            }
        } catch (SQLException e) {
            discard(temporary.values(), e);
            throw Duck.failed("write the result tables", folder, e);
        } catch (IOException e) {
            discard(temporary.values(), e);
            throw Disk.explain("write the result tables", folder, e);
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        for (ResultTable table : ResultTable.values()) {
            rows.put(table.table(), digest.rows(table));
        }
        return new Written(digest.value(), rows);
    }

    /// Name of the file of a table.
    static String fileName(ResultTable table) {
        return table.table() + ".parquet";
    }

    private void discard(Iterable<Path> files, Exception because) {
        for (Path file : files) {
            try {
                disk.delete(file);
            } catch (IOException e) {
                because.addSuppressed(e);
            }
        }
    }

    private static void close(@Nullable Connection connection, Exception because) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                because.addSuppressed(e);
            }
        }
    }

    /// Gives up what has not been finished.
    @Override
    public void close() {
        try {
            if (!finished) {
                for (DuckDBAppender appender : appenders.values()) {
                    appender.close();
                }
            }
        } catch (SQLException e) {
            // A row was left half given; the tables are in memory and go with the connection.
        }
        try {
            connection.close();
            disk.delete(folder.resolve(".spill"));
        } catch (SQLException | IOException e) {
            // Nothing is left to lose: the files are complete or were discarded.
        }
    }
}
