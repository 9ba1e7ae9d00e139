package parapet.io;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.text.CsvTree;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;
import parapet.io.text.Place;
import parapet.io.text.TextFile;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Numbers;
import parapet.record.ClassMonth;
import parapet.record.MonthlyRecord;
import parapet.record.Scoreboard;

/// Reads a record of attacks by class and month from a CSV table: `class`, `month`, `launched`,
/// `shot_down`; `lost_otherwise` and `nights` where they are told, and `kind`, which says which
/// classes are alike. Stopped is shot down or lost otherwise, at most all launched.
public final class RecordReader {
    private static final String CLASS = "class";
    private static final String MONTH = "month";
    private static final String LAUNCHED = "launched";
    private static final String SHOT_DOWN = "shot_down";
    private static final String LOST = "lost_otherwise";
    private static final String NIGHTS = "nights";
    private static final String KIND = "kind";
    private static final List<String> COLUMNS =
            List.of(CLASS, MONTH, NIGHTS, LAUNCHED, SHOT_DOWN, LOST, KIND);
    private static final List<String> NEEDED = List.of(CLASS, MONTH, LAUNCHED, SHOT_DOWN);

    /// More than any record of a month holds.
    private static final int MOST = 1_000_000;

    private final List<Diagnostic> problems = new ArrayList<>();
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
        TextFile file = TextFile.read(path, path.toString(), reader.problems::add);
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
        boolean wrong = problems.stream().anyMatch(Diagnostic::isError);
        return new Read(
                wrong ? null : new MonthlyRecord(rows, kinds), Diagnostics.sorted(problems));
    }

    private List<ClassMonth> rows(TextFile file) {
        CsvTree.Rows table = CsvTree.list(file, CLASS, problems::add);
        var rows = new ArrayList<ClassMonth>();
        if (table == null || !columns(table.header())) {
            return rows;
        }
        if (table.rows().isEmpty() && problems.isEmpty()) {
            problems.add(
                    Diagnostic.error(table.header().getFirst().place(), "the record has no rows"));
        }
        for (Tree.Mapping cells : table.rows()) {
            ClassMonth row = row(cells);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// Whether the columns needed are there.
    private boolean columns(List<Tree.Scalar> header) {
        List<String> names = header.stream().map(Tree.Scalar::text).toList();
        for (Tree.Scalar cell : header) {
            if (!cell.text().isEmpty() && !COLUMNS.contains(cell.text())) {
                problems.add(
                        Diagnostic.error(
                                        cell.place(),
                                        "unknown column %s%s"
                                                .formatted(
                                                        Words.quoted(cell.text()),
                                                        Words.didYouMean(cell.text(), COLUMNS)))
                                .noting("columns known here: " + Words.list(COLUMNS)));
            }
        }
        boolean all = true;
        for (String needed : NEEDED) {
            if (!names.contains(needed)) {
                all = false;
                problems.add(
                        Diagnostic.error(
                                        header.getFirst().place(),
                                        "the column %s is missing".formatted(Words.quoted(needed)))
                                .noting("columns needed: " + Words.list(NEEDED)));
            }
        }
        return all;
    }

    private @Nullable ClassMonth row(Tree.Mapping cells) {
        String targetClass = name(cells);
        YearMonth month = month(cells);
        Integer launched = count(cells, LAUNCHED, true);
        Integer shotDown = count(cells, SHOT_DOWN, true);
        Integer lost = count(cells, LOST, false);
        Integer nights = count(cells, NIGHTS, false);
        if (targetClass == null
                || month == null
                || launched == null
                || shotDown == null
                || lost == null
                || nights == null) {
            return null;
        }
        Tree.Scalar at = cell(cells, MONTH);
        Place place = at == null ? cells.place() : at.place();
        Integer before = lines.putIfAbsent(List.of(targetClass, month), place.line());
        if (before != null) {
            problems.add(
                    Diagnostic.error(
                                    place,
                                    "%s has the month %s twice"
                                            .formatted(Words.quoted(targetClass), month))
                            .noting("first given on line %d; keep one row".formatted(before)));
            return null;
        }
        if (shotDown > launched) {
            Tree.Scalar shot = cell(cells, SHOT_DOWN);
            problems.add(
                    Diagnostic.warning(
                                    shot == null ? place : shot.place(),
                                    "%s, %s: more shot down than launched"
                                            .formatted(Words.quoted(targetClass), month))
                            .finding("%d of %d".formatted(shotDown, launched))
                            .noting("all of them are taken as stopped"));
        }
        if (nights > month.lengthOfMonth()) {
            Tree.Scalar told = cell(cells, NIGHTS);
            problems.add(
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

    private @Nullable String name(Tree.Mapping cells) {
        Tree.Scalar cell = cell(cells, CLASS);
        if (cell == null) {
            problems.add(Diagnostic.error(cells.place(), "the row has no class"));
            return null;
        }
        if (cell.text().equals(Scoreboard.ALL)) {
            problems.add(
                    Diagnostic.error(
                            cell.place(),
                            "no class may be called %s: so are all classes together"
                                    .formatted(Words.quoted(Scoreboard.ALL))));
            return null;
        }
        return cell.text();
    }

    private @Nullable YearMonth month(Tree.Mapping cells) {
        Tree.Scalar cell = cell(cells, MONTH);
        String text = cell == null ? "" : cell.text();
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            // told below, with the other mistakes
        }
        problems.add(
                Diagnostic.error(
                                cell == null ? cells.place() : cell.place(),
                                cell == null ? "the row has no month" : "this is not a month")
                        .expecting("a year and a month such as 2024-01")
                        .finding(cell == null ? null : Words.quoted(text)));
        return null;
    }

    /// A count; 0 where it may be left out and is.
    private @Nullable Integer count(Tree.Mapping cells, String column, boolean needed) {
        Tree.Scalar cell = cell(cells, column);
        if (cell == null) {
            if (needed) {
                problems.add(
                        Diagnostic.error(cells.place(), "the row has no " + column)
                                .expecting("a whole number, 0 or more"));
            }
            return needed ? null : Integer.valueOf(0);
        }
        Numbers.Reading reading = Numbers.read(cell.text());
        BigDecimal value = reading.value();
        boolean whole = value != null && value.stripTrailingZeros().scale() <= 0;
        if (value == null
                || !whole
                || value.signum() < 0
                || value.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            Diagnostic d =
                    Diagnostic.error(cell.place(), column + " is not a count")
                            .expecting("a whole number from 0 to %,d".formatted(MOST))
                            .finding(Words.quoted(cell.text()));
            String cure = reading.cure();
            problems.add(cure == null ? d : d.noting(cure));
            return null;
        }
        return value.intValueExact();
    }

    private void kind(Tree.Mapping cells, String targetClass) {
        Tree.Scalar cell = cell(cells, KIND);
        if (cell == null) {
            return;
        }
        String before = kinds.putIfAbsent(targetClass, cell.text());
        if (before != null && !before.equals(cell.text())) {
            problems.add(
                    Diagnostic.error(
                                    cell.place(),
                                    "%s is of two kinds".formatted(Words.quoted(targetClass)))
                            .expecting(Words.quoted(before) + ", as in an earlier row")
                            .finding(Words.quoted(cell.text())));
        }
    }

    private static Tree.@Nullable Scalar cell(Tree.Mapping cells, String column) {
        Tree.Entry entry = cells.entry(column);
        return entry != null && entry.value() instanceof Tree.Scalar s ? s : null;
    }
}
