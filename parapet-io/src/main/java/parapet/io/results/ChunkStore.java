package parapet.io.results;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import parapet.study.ResultTable;
import parapet.tables.Column;
import parapet.tables.Rows;

/// The finished chunks of an unfinished run, one file each. A chunk is written whole or not at all,
/// so a run that is killed at any instant loses none; a file that is torn, damaged, of another
/// fingerprint or of other columns is as if it were not there.
///
/// Several threads may write different chunks at the same time. Several processes must not; see
/// [RunFolder], which holds a lock.
///
/// The file: eight bytes of magic, the SHA-256 of the rest, then deflated: fingerprint, chunk, and
/// for each table its schema, the texts used, and the rows.
public final class ChunkStore {
    private static final int BUFFER = 1 << 16;

    /// More bytes than fingerprint and number take.
    private static final int HEADER = 1 << 10;

    private static final byte[] MAGIC = "PARACHK1".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 32;
    private static final Pattern NAME = Pattern.compile("chunk-(\\d{1,9})\\.bin");
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final Manifest manifest;
    private final Disk disk;

    private ChunkStore(Path folder, Manifest manifest, Disk disk) {
        this.folder = folder;
        this.manifest = manifest;
        this.disk = disk;
    }

    /// Opens a store, or makes it. Chunks of another fingerprint are removed.
    ///
    /// @throws RunException if the folder cannot be made or written
    public static ChunkStore open(Path folder, Manifest manifest) {
        return open(folder, manifest, Disk.REAL);
    }

    static ChunkStore open(Path folder, Manifest manifest, Disk disk) {
        try {
            disk.folders(folder);
            Optional<Manifest> there = readManifest(folder);
            if (there.isPresent() && !there.get().equals(manifest)) {
                if (!there.get().fingerprint().equals(manifest.fingerprint())) {
                    disk.delete(folder);
                    disk.folders(folder);
                }
                there = Optional.empty();
            }
            if (there.isEmpty()) {
                disk.write(folder.resolve(MANIFEST), Json.bytes(Json.of(manifest)));
            }
        } catch (IOException e) {
            throw Disk.explain("keep finished chunks in " + folder, folder, e);
        }
        return new ChunkStore(folder, manifest, disk);
    }

    /// Opens a store that is there, to be read; empty when the folder holds none.
    static Optional<ChunkStore> existing(Path folder) {
        try {
            return readManifest(folder).map(m -> new ChunkStore(folder, m, Disk.REAL));
        } catch (IOException e) {
            throw Disk.explain("read the chunks in " + folder, folder, e);
        }
    }

    /// Where it is.
    public Path folder() {
        return folder;
    }

    /// What it belongs to.
    public Manifest manifest() {
        return manifest;
    }

    /// Numbers of the chunks that are there and whole. Reads every file once.
    ///
    /// @throws RunException if the folder cannot be read
    public SortedSet<Integer> finished() {
        SortedSet<Integer> finished = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "chunk-*.bin")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    int chunk = Integer.parseInt(name.group(1));
                    if (file(chunk).equals(file) && body(chunk) != null) {
                        finished.add(chunk);
                    }
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw Disk.explain("read the finished chunks in " + folder, folder, e);
        }
        return Collections.unmodifiableSortedSet(finished);
    }

    /// Keeps a finished chunk; it is on the disk when this returns.
    ///
    /// @param chunk its number, 0 or more
    /// @param rows its rows, in canonical order within each table
    /// @throws RunException if it cannot be written; an earlier file of this chunk stays as it was
    public void write(int chunk, Rows rows) {
        if (chunk < 0) {
            throw new IllegalArgumentException(
                    "The chunk (%d) must be 0 or more.".formatted(chunk));
        }
        try {
            byte[] body = encode(chunk, rows);
            var file = new ByteArrayOutputStream(body.length + MAGIC.length + HASH);
            file.write(MAGIC);
            file.write(Digest.sha256().digest(body));
            file.write(body);
            disk.write(file(chunk), file.toByteArray());
        } catch (IOException e) {
            throw Disk.explain("keep chunk " + chunk + " in " + folder, folder, e);
        }
    }

    /// The rows of a chunk as they were written (in their canonical form, see [Column]), or empty
    /// when it is not there or not whole.
    ///
    /// @throws RunException if the file is there and cannot be read
    public Optional<Rows> read(int chunk) {
        byte[] body = body(chunk);
        if (body == null) {
            return Optional.empty();
        }
        try {
            return decode(chunk, inflate(body, Integer.MAX_VALUE));
        } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty(); // whole by its checksum, but written by something else
        }
    }

    private Path file(int chunk) {
        return folder.resolve("chunk-%06d.bin".formatted(chunk));
    }

    /// The checked body of a chunk that carries the right fingerprint and number, or null.
    private byte @Nullable [] body(int chunk) {
        Path path = file(chunk);
        byte[] file;
        try {
            file = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw Disk.explain("read " + path, path, e);
        }
        int from = MAGIC.length + HASH;
        if (file.length < from || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return null;
        }
        MessageDigest digest = Digest.sha256();
        digest.update(file, from, file.length - from);
        if (!Arrays.equals(digest.digest(), Arrays.copyOfRange(file, MAGIC.length, from))) {
            return null;
        }
        byte[] body = Arrays.copyOfRange(file, from, file.length);
        try {
            return headerFits(chunk, inflate(body, HEADER)) ? body : null;
        } catch (IOException | BufferUnderflowException e) {
            return null;
        }
    }

    /// The first bytes of a body, or all of it.
    private static ByteBuffer inflate(byte[] body, int most) throws IOException {
        var inflater = new Inflater();
        try (var in = new InflaterInputStream(new ByteArrayInputStream(body), inflater, BUFFER)) {
            return ByteBuffer.wrap(in.readNBytes(most));
        } finally {
            inflater.end();
        }
    }

    private boolean headerFits(int chunk, ByteBuffer in) {
        return readText(in).equals(manifest.fingerprint()) && in.getInt() == chunk;
    }

    private byte[] encode(int chunk, Rows rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new DeflaterOutputStream(bytes, deflater, BUFFER), BUFFER))) {
            writeText(out, manifest.fingerprint());
            out.writeInt(chunk);
            List<ResultTable> tables =
                    rows.tables().stream().map(ResultTable::of).sorted().toList();
            out.writeInt(tables.size());
            for (ResultTable table : tables) {
                encode(out, table, rows.of(table.type().row()));
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void encode(DataOutputStream out, ResultTable table, List<? extends Record> rows)
            throws IOException {
        Column[] columns = table.columns().toArray(Column[]::new);
        writeText(out, Digest.schema(table));
        out.writeInt(rows.size());
        Map<String, Integer> texts = new HashMap<>();
        for (Record row : rows) {
            for (Column column : columns) {
                Object value = column.of(row);
                out.writeByte(value == null ? 0 : 1);
                switch (value) {
                    case null -> {}
                    case Long l -> out.writeLong(l);
                    case Double d -> out.writeLong(Double.doubleToLongBits(d));
                    case LocalDate d -> out.writeLong(d.toEpochDay());
                    case Boolean b -> out.writeBoolean(b);
                    case String s -> {
                        Integer known = texts.putIfAbsent(s, texts.size());
                        out.writeInt(known == null ? texts.size() - 1 : known);
                        if (known == null) {
                            writeText(out, s);
                        }
                    }
                    default -> throw new IllegalStateException("Not canonical: " + value);
                }
            }
        }
    }

    private Optional<Rows> decode(int chunk, ByteBuffer in) {
        if (!headerFits(chunk, in)) {
            return Optional.empty();
        }
        Map<String, ResultTable> bySchema = new HashMap<>();
        for (ResultTable table : ResultTable.values()) {
            bySchema.put(Digest.schema(table), table);
        }
        var rows = new Rows();
        int tables = in.getInt();
        for (int t = 0; t < tables; t++) {
            ResultTable table = bySchema.get(readText(in));
            if (table == null) {
                return Optional.empty(); // columns of another version
            }
            decode(table, in, rows);
        }
        return Optional.of(rows);
    }

    private static void decode(ResultTable table, ByteBuffer in, Rows rows) {
        Column[] columns = table.columns().toArray(Column[]::new);
        int count = in.getInt();
        List<String> texts = new ArrayList<>();
        @Nullable Object[] cells = new Object[columns.length];
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < columns.length; c++) {
                if (in.get() == 0) {
                    cells[c] = null;
                    continue;
                }
                cells[c] =
                        switch (columns[c].type()) {
                            case INTEGER -> in.getLong();
                            case NUMBER -> Double.longBitsToDouble(in.getLong());
                            case DATE -> LocalDate.ofEpochDay(in.getLong());
                            case FLAG -> in.get() != 0;
                            case TEXT -> {
                                int known = in.getInt();
                                if (known == texts.size()) {
                                    texts.add(readText(in));
                                }
                                yield texts.get(known);
                            }
                        };
            }
            rows.add(table.type().make(cells));
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String text =
                new String(
                        in.array(),
                        in.arrayOffset() + in.position(),
                        length,
                        StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static Optional<Manifest> readManifest(Path folder) throws IOException {
        Path file = folder.resolve(MANIFEST);
        try {
            return Optional.of(Json.manifest(Files.readAllBytes(file)));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty(); // damaged: begin anew
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Not a directory")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
