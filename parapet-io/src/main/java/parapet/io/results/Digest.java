package parapet.io.results;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.study.ResultTable;
import parapet.tables.Column;

/// SHA-256 over the contents of result tables: names, columns, and rows in their order, numbers by
/// their bits. It does not depend on times, paths, threads or the engine that wrote the files.
///
/// Rows of one table must be added in their order; the order between tables does not matter. Not
/// for several threads at a time.
///
/// The bytes: for each table in the order of [ResultTable], its name, the number of columns, the
/// name and type of each, the number of rows, and the SHA-256 of its values. A text is its length
/// in UTF-8 bytes and the bytes; a value is one byte for its presence and then eight bytes (whole
/// number, bits of the number, day since 1970-01-01), one byte (flag), or a text. Numbers are
/// big-endian.
public final class Digest {
    private static final int BUFFER = 1 << 16;

    private final Map<ResultTable, Part> parts = new EnumMap<>(ResultTable.class);

    /// A digest of no rows yet.
    public Digest() {
        for (ResultTable table : ResultTable.values()) {
            parts.put(table, new Part(table));
        }
    }

    /// Adds a row to the end of its table.
    ///
    /// @throws IllegalArgumentException if no result table has such rows
    public void add(Record row) {
        add(ResultTable.of(row.getClass()), row);
    }

    void add(ResultTable table, Record row) {
        part(table).add(row);
    }

    /// Number of rows added to a table.
    public long rows(ResultTable table) {
        return part(table).rows;
    }

    /// The digest, 64 hexadecimal digits. Ends the adding of rows.
    public String value() {
        MessageDigest all = sha256();
        for (Part part : parts.values()) {
            text(all, part.table.table());
            number(all, part.columns.length);
            for (Column column : part.columns) {
                text(all, column.name());
                text(all, column.type().name());
            }
            number(all, part.rows);
            all.update(part.end());
        }
        return HexFormat.of().formatHex(all.digest());
    }

    /// The digest of a finished run, computed anew from its files.
    ///
    /// @throws RunException if a table cannot be read
    public static String of(RunFolder run) {
        var digest = new Digest();
        try (Connection connection = Duck.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            for (ResultTable table : ResultTable.values()) {
                var file = run.tableFile(table);
                var columns = table.columns();
                @Nullable Object[] cells = new Object[columns.size()];
                try (ResultSet rows =
                        statement.executeQuery(
                                "SELECT %s FROM read_parquet(%s)"
                                        .formatted(Duck.columns(table), Duck.literal(file)))) {
                    while (rows.next()) {
                        for (int c = 0; c < cells.length; c++) {
                            cells[c] = Duck.value(rows, c + 1, columns.get(c).type());
                        }
                        digest.add(table, table.type().make(cells));
                    }
                } catch (SQLException | IllegalArgumentException e) {
                    throw Duck.unreadable(file, e);
                }
            }
        } catch (SQLException e) {
            throw Duck.failed("read the tables of " + run.folder(), run.folder(), e);
        }
        return digest.value();
    }

    private Part part(ResultTable table) {
        Part part = parts.get(table);
        if (part == null) {
            throw new IllegalArgumentException("Unknown table (%s).".formatted(table));
        }
        return part;
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(digest, bytes.length);
        digest.update(bytes);
    }

    private static void number(MessageDigest digest, long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static final class Part {
        private final ResultTable table;
        private final Column[] columns;
        private final MessageDigest digest = sha256();
        private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        private long rows;
        private byte @Nullable [] result;

        Part(ResultTable table) {
            this.table = table;
            this.columns = table.columns().toArray(Column[]::new);
        }

        void add(Record row) {
            if (result != null) {
                throw new IllegalStateException(
                        "The digest has been taken; no row can be added to table (%s)."
                                .formatted(table.table()));
            }
            for (Column column : columns) {
                value(column.of(row));
            }
            rows++;
        }

        private void value(@Nullable Object value) {
            room(1 + Long.BYTES);
            if (value == null) {
                buffer.put((byte) 0);
                return;
            }
            buffer.put((byte) 1);
            switch (value) {
                case Long l -> buffer.putLong(l);
                case Double d -> buffer.putLong(Double.doubleToLongBits(d));
                case LocalDate d -> buffer.putLong(d.toEpochDay());
                case Boolean b -> buffer.put((byte) (b ? 1 : 0));
                case String s -> {
                    byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
                    buffer.putLong(bytes.length);
                    room(bytes.length);
                    buffer.put(bytes);
                }
                default -> throw new IllegalStateException("Not canonical: " + value);
            }
        }

        private void room(int bytes) {
            if (buffer.remaining() < bytes) {
                digest.update(buffer.flip());
                buffer.clear();
                if (buffer.capacity() < bytes) {
                    buffer = ByteBuffer.allocate(bytes);
                }
            }
        }

        byte[] end() {
            byte[] end = result;
            if (end == null) {
                digest.update(buffer.flip());
                end = digest.digest();
                result = end;
            }
            return Arrays.copyOf(end, end.length);
        }
    }

    /// The columns of every table as text, part of what a chunk must agree with.
    static String schema(ResultTable table) {
        var text = new StringBuilder(table.table());
        List<Column> columns = table.columns();
        for (Column column : columns) {
            text.append('|').append(column.name()).append(':').append(column.type());
        }
        return text.toString();
    }
}
