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

/// Adds checked rows to the claims table of a scenario, and changes rows that are there.
///
/// The file is written beside itself under a temporary name and then renamed, so that at every
/// instant either the old table or the whole new one is there.
public final class ClaimTable {
    /// The last row: nothing follows it.
    private static final int NO_END = Integer.MAX_VALUE;

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
        boolean ended = file.text().endsWith("\n") || file.text().endsWith("\r");
        String text = file.text() + (ended ? "" : ending(file)) + line + ending(file);
        TextFile after = TextFile.of(name, text);
        return checked(claimsCsv, row, columns, after, after.lines().size() - 1, NO_END, problems);
    }

    /// Changes cells of one row; every other row stays as it is, to the byte.
    ///
    /// @param claimsCsv the table
    /// @param id key of the row
    /// @param cells column to text; empty texts empty the cell
    /// @return the problems with the row or the table; when there is any error nothing was written
    public static List<Diagnostic> change(Path claimsCsv, String id, Map<String, String> cells) {
        var problems = new ArrayList<Diagnostic>();
        String name = claimsCsv.toString();
        TextFile file = TextFile.read(claimsCsv, name, problems::add);
        CsvTree.Table table = file == null ? null : CsvTree.read(file, problems::add);
        if (file == null || table == null || problems.stream().anyMatch(Diagnostic::isError)) {
            return Diagnostics.sorted(problems);
        }
        Tree.Entry entry = table.rows().entry(id);
        if (entry == null) {
            List<String> ids = table.rows().entries().stream().map(e -> e.key().text()).toList();
            problems.add(
                    Diagnostic.error(
                            Place.whole(name),
                            "there is no claim %s%s"
                                    .formatted(Words.quoted(id), Words.didYouMean(id, ids))));
            return problems;
        }
        List<String> columns = table.header().stream().map(Tree.Scalar::text).toList();
        Map<String, String> row = row(entry);
        row.putAll(cells);
        int from = entry.key().place().line();
        int to = entry.value().place().endLine();
        String line = line(row, columns, table.separator());
        String text =
                file.text().substring(0, offset(file.text(), from))
                        + line
                        + ending(file)
                        + file.text().substring(offset(file.text(), to + 1));
        int end = from + (int) line.chars().filter(c -> c == '\n').count();
        return checked(claimsCsv, cells, columns, TextFile.of(name, text), from, end, problems);
    }

    /// The cells of a row, by column.
    static Map<String, String> row(Tree.Entry entry) {
        var row = new LinkedHashMap<String, String>();
        row.put("id", entry.key().text());
        if (entry.value() instanceof Tree.Mapping cells) {
            for (Tree.Entry cell : cells.entries()) {
                row.put(cell.key().text(), ((Tree.Scalar) cell.value()).text());
            }
        }
        return row;
    }

    /// The cells of one row of a table, by column; empty when the table or the row cannot be read.
    public static Map<String, String> row(Path claimsCsv, String id) {
        TextFile file = TextFile.read(claimsCsv, claimsCsv.toString(), d -> {});
        CsvTree.Table table = file == null ? null : CsvTree.read(file, d -> {});
        Tree.Entry entry = table == null ? null : table.rows().entry(id);
        return entry == null ? Map.of() : row(entry);
    }

    private static String ending(TextFile file) {
        return file.text().contains("\r\n") ? "\r\n" : "\n";
    }

    /// Where a line begins, counted from 1; the length of the text when it has no such line.
    private static int offset(String text, int line) {
        int at = 0;
        for (int n = 1; n < line && at < text.length(); at++) {
            char c = text.charAt(at);
            boolean both = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            n += (c == '\n' || c == '\r') && !both ? 1 : 0;
        }
        return at;
    }

    /// Checks a table with a row that is new, and writes it when the row is in order.
    private static List<Diagnostic> checked(
            Path claimsCsv,
            Map<String, String> given,
            List<String> columns,
            TextFile after,
            int from,
            int to,
            List<Diagnostic> problems) {
        var added = new ArrayList<Diagnostic>();
        for (String column : given.keySet()) {
            if (!columns.contains(column)) {
                added.add(
                        Diagnostic.error(
                                        new Place(after, from, 1, from, 2),
                                        "unknown column %s%s"
                                                .formatted(
                                                        Words.quoted(column),
                                                        Words.didYouMean(column, columns)))
                                .noting("columns known here: " + Words.list(columns)));
            }
        }
        check(claimsCsv, after, from, to, added);
        problems.addAll(added);
        if (problems.stream().noneMatch(Diagnostic::isError)) {
            try {
                write(claimsCsv, after.text());
            } catch (IOException | UncheckedIOException e) {
                problems.add(
                        Diagnostic.error(
                                Place.whole(claimsCsv.toString()),
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
    private static void check(
            Path claimsCsv, TextFile after, int at, int to, List<Diagnostic> added) {
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
            int from = to == NO_END ? last(after, at, table) : at;
            if (d.file().equals(after.name()) && d.line() >= from && d.line() <= to) {
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
