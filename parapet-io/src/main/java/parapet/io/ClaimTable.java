package parapet.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Source;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.io.text.CsvTree;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;
import parapet.io.text.Place;
import parapet.io.text.TextFile;
import parapet.io.text.Tree;
import parapet.io.text.Words;

/// Adds checked rows to the claims table of a scenario.
///
/// The file is written beside itself under a temporary name and then renamed, so that at every
/// instant either the old table or the whole new one is there.
public final class ClaimTable {
    private ClaimTable() {}

    /// Appends one row.
    ///
    /// @param claimsCsv the table; `sources.csv` beside it, when it is there, says which sources
    ///   exist
    /// @param row column to text; `id` and `statement` at least; empty texts are empty cells
    /// @return the problems with the row or the table; when there is any error nothing was written
    public static List<Diagnostic> add(Path claimsCsv, Map<String, String> row) {
        var problems = new ArrayList<Diagnostic>();
        String name = claimsCsv.toString();
        TextFile file = TextFile.read(claimsCsv, name, problems::add);
        CsvTree.Table table = file == null ? null : CsvTree.read(file, problems::add);
        if (file == null || table == null || problems.stream().anyMatch(Diagnostic::isError)) {
            return Diagnostics.sorted(problems);
        }
        List<String> columns = table.header().stream().map(Tree.Scalar::text).toList();
        String line = line(row, columns, table.separator());
        String ending = file.text().contains("\r\n") ? "\r\n" : "\n";
        boolean ended = file.text().endsWith("\n") || file.text().endsWith("\r");
        String text = file.text() + (ended ? "" : ending) + line + ending;
        var added = new ArrayList<Diagnostic>();
        TextFile after = TextFile.of(name, text);
        int at = after.lines().size() - 1;
        for (String column : row.keySet()) {
            if (!columns.contains(column)) {
                added.add(
                        Diagnostic.error(
                                        new Place(after, at, 1, at, 2),
                                        "unknown column %s%s"
                                                .formatted(
                                                        Words.quoted(column),
                                                        Words.didYouMean(column, columns)))
                                .noting("columns known here: " + Words.list(columns)));
            }
        }
        check(claimsCsv, after, at, added);
        problems.addAll(added);
        if (problems.stream().noneMatch(Diagnostic::isError)) {
            try {
                write(claimsCsv, text);
            } catch (IOException | UncheckedIOException e) {
                problems.add(
                        Diagnostic.error(
                                Place.whole(name),
                                "the file cannot be written: " + e.getMessage()));
            }
        }
        return Diagnostics.sorted(problems);
    }

    /// A warning when no quantity of a scenario uses the key of a claim; null when one does, or the
    /// claim has no key.
    public static @Nullable Diagnostic unused(ReadResult read, String id) {
        if (read.scenario() == null) {
            return null;
        }
        Claim claim = read.scenario().claims().get(id);
        return claim == null ? null : ClaimLints.unused(read, claim);
    }

    /// One row of a table as it is written.
    ///
    /// @param row column to text
    /// @param columns the columns in order
    /// @param separator what parts the cells
    public static String line(Map<String, String> row, List<String> columns, char separator) {
        return String.join(
                String.valueOf(separator),
                columns.stream().map(c -> cell(row.getOrDefault(c, ""), separator)).toList());
    }

    private static String cell(String text, char separator) {
        String one = text.strip();
        boolean quotes =
                one.indexOf(separator) >= 0
                        || one.contains(",")
                        || one.contains("\"")
                        || one.contains("\n")
                        || one.contains("\r");
        return quotes ? "\"" + one.replace("\"", "\"\"") + "\"" : one;
    }

    /// Reads the table as the reader would, and keeps what concerns the new row.
    private static void check(Path claimsCsv, TextFile after, int at, List<Diagnostic> added) {
        var found = new ArrayList<Diagnostic>();
        var evidence = new Evidence(found::add);
        var shapes = new LinkedHashMap<String, Shape.Evidence>();
        for (Field f : Shapes.scenario().fields()) {
            if (f.shape() instanceof Shape.Evidence e) {
                shapes.put(
                        e.type() == Source.class
                                ? "sources"
                                : e.type() == Claim.class ? "claims" : "",
                        e);
            }
        }
        Place place = new Place(after, 1, 1, 1, 2);
        Where top = Where.top(place);
        Shape.Evidence sources = shapes.get("sources");
        Shape.Evidence claims = shapes.get("claims");
        Path beside = claimsCsv.resolveSibling("sources.csv");
        if (sources != null && Files.isRegularFile(beside)) {
            TextFile file = TextFile.read(beside, beside.toString(), found::add);
            CsvTree.Table table = file == null ? null : CsvTree.read(file, found::add);
            if (table == null) {
                evidence.anySource();
            } else {
                evidence.readSources(table.rows(), sources, top.key("sources", place));
            }
        } else {
            evidence.anySource();
        }
        CsvTree.Table table = CsvTree.read(after, found::add);
        if (claims != null && table != null) {
            evidence.readClaims(table.rows(), claims, top.key("claims", place));
        }
        for (Diagnostic d : found) {
            if (d.file().equals(after.name()) && d.line() >= last(after, at, table)) {
                added.add(d);
            }
        }
    }

    private static int last(TextFile after, int at, CsvTree.@Nullable Table table) {
        int line = Math.min(at, after.lines().size());
        if (table != null && !table.rows().entries().isEmpty()) {
            int start = table.rows().entries().getLast().key().place().line();
            int end = table.rows().entries().getLast().value().place().endLine();
            return end >= line ? start : line;
        }
        return line;
    }

    private static void write(Path path, String text) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, ".claims", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                var bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            keepPermissions(path, temporary);
            try {
                Files.move(
                        temporary,
                        path,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(from);
            Files.setPosixFilePermissions(to, permissions);
        } catch (UnsupportedOperationException e) {
            return; // no such permissions on this file system
        }
    }
}
