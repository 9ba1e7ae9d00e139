package parapet.io;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;
import parapet.io.text.Place;
import parapet.io.text.TextFile;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.record.ClassMonth;
import parapet.record.MonthlyRecord;

/// Reads a record of attacks by class and month from a CSV table: `class`, `month`, `launched`,
/// `shot_down`; `lost_otherwise` and `nights` where they are told, and `kind`, which says which
/// classes are alike. Stopped is shot down or lost otherwise, at most all launched.
public final class RecordReader {
    private static final String MONTH = "month";
    private static final String KIND = "kind";
    private static final List<String> COLUMNS =
            List.of(
                    RecordTable.CLASS,
                    MONTH,
                    RecordTable.NIGHTS,
                    RecordTable.LAUNCHED,
                    RecordTable.SHOT_DOWN,
                    RecordTable.LOST,
                    KIND);
    private static final List<String> NEEDED =
            List.of(RecordTable.CLASS, MONTH, RecordTable.LAUNCHED, RecordTable.SHOT_DOWN);

    private final RecordTable table = new RecordTable();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<List<Object>, Integer> lines = new HashMap<>();

    private RecordReader() {}

    /// What came of reading a record.
    ///
    /// @param record the record; null when there is any error
    /// @param diagnostics every problem found, sorted by line
    public record Read(@Nullable MonthlyRecord record, List<Diagnostic> diagnostics) {
        /// Copies the list.
        public Read {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /// Reads a file.
    public static Read read(Path path) {
        var reader = new RecordReader();
        TextFile file = TextFile.read(path, path.toString(), reader.table.problems::add);
        return file == null ? reader.done(List.of()) : reader.done(reader.rows(file));
    }

    /// Reads a text.
    ///
    /// @param name name shown in messages
    public static Read read(String name, String text) {
        var reader = new RecordReader();
        return reader.done(reader.rows(TextFile.of(name, text)));
    }

    private Read done(List<ClassMonth> rows) {
        boolean wrong = table.problems.stream().anyMatch(Diagnostic::isError);
        return new Read(
                wrong ? null : new MonthlyRecord(rows, kinds), Diagnostics.sorted(table.problems));
    }

    private List<ClassMonth> rows(TextFile file) {
        var rows = new ArrayList<ClassMonth>();
        for (Tree.Mapping cells : table.rows(file, COLUMNS, NEEDED)) {
            ClassMonth row = row(cells);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private @Nullable ClassMonth row(Tree.Mapping cells) {
        String targetClass = table.name(cells);
        YearMonth month = month(cells);
        Integer launched = table.count(cells, RecordTable.LAUNCHED, true);
        Integer shotDown = table.count(cells, RecordTable.SHOT_DOWN, true);
        Integer lost = table.count(cells, RecordTable.LOST, false);
        Integer nights = table.count(cells, RecordTable.NIGHTS, false);
        if (targetClass == null
                || month == null
                || launched == null
                || shotDown == null
                || lost == null
                || nights == null) {
            return null;
        }
        Tree.Scalar at = RecordTable.cell(cells, MONTH);
        Place place = at == null ? cells.place() : at.place();
        Integer before = lines.putIfAbsent(List.of(targetClass, month), place.line());
        if (before != null) {
            table.problems.add(
                    Diagnostic.error(
                                    place,
                                    "%s has the month %s twice"
                                            .formatted(Words.quoted(targetClass), month))
                            .noting("first given on line %d; keep one row".formatted(before)));
            return null;
        }
        if (shotDown > launched) {
            Tree.Scalar shot = RecordTable.cell(cells, RecordTable.SHOT_DOWN);
            table.problems.add(
                    Diagnostic.warning(
                                    shot == null ? place : shot.place(),
                                    "%s, %s: more shot down than launched"
                                            .formatted(Words.quoted(targetClass), month))
                            .finding("%d of %d".formatted(shotDown, launched))
                            .noting("all of them are taken as stopped"));
        }
        if (nights > month.lengthOfMonth()) {
            Tree.Scalar told = RecordTable.cell(cells, RecordTable.NIGHTS);
            table.problems.add(
                    Diagnostic.error(
                                    told == null ? place : told.place(),
                                    "%s has %d nights".formatted(month, month.lengthOfMonth()))
                            .finding(String.valueOf(nights)));
            return null;
        }
        kind(cells, targetClass);
        return new ClassMonth(
                targetClass, month, nights, launched, Math.min(launched, shotDown + lost));
    }

    private @Nullable YearMonth month(Tree.Mapping cells) {
        Tree.Scalar cell = RecordTable.cell(cells, MONTH);
        String text = cell == null ? "" : cell.text();
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            // told below, with the other mistakes
        }
        table.problems.add(
                Diagnostic.error(
                                cell == null ? cells.place() : cell.place(),
                                cell == null ? "the row has no month" : "this is not a month")
                        .expecting("a year and a month such as 2024-01")
                        .finding(cell == null ? null : Words.quoted(text)));
        return null;
    }

    private void kind(Tree.Mapping cells, String targetClass) {
        Tree.Scalar cell = RecordTable.cell(cells, KIND);
        if (cell == null) {
            return;
        }
        String before = kinds.putIfAbsent(targetClass, cell.text());
        if (before != null && !before.equals(cell.text())) {
            table.problems.add(
                    Diagnostic.error(
                                    cell.place(),
                                    "%s is of two kinds".formatted(Words.quoted(targetClass)))
                            .expecting(Words.quoted(before) + ", as in an earlier row")
                            .finding(Words.quoted(cell.text())));
        }
    }
}
