package parapet.io.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a CSV table (RFC 4180: double quotes, any line end) with the place of each cell. Cells are
/// parted by commas, or by semicolons or tabs where the first line is; a line `sep=;` before it
/// says so too. In a table parted by semicolons a number with a comma is refused, because there a
/// comma may be the decimal sign.
///
/// The first row names the columns and the first column is `id`. The table becomes a mapping from
/// id to a mapping from column to cell; empty cells are left out. Rows without any text are
/// skipped. A list without ids ([#list]) is read the same way, row by row.
public final class CsvTree {
    private static final String ID = "id";

    private final TextFile file;
    private final Consumer<Diagnostic> problems;
    private final String known;
    private final List<String> columns = new ArrayList<>();
    private char separator = ',';
    private int at;
    private int line = 1;
    private int column = 1;

    private static final Pattern NUMBER_WITH_COMMA =
            Pattern.compile(
                    "[-+]?\\d{1,3}(?:,\\d{3})(?:\\.\\.[-+]?[\\d,.]+)*(?:\\s*\\S+(?:\\s\\S+)?)?");
    private static final Set<String> WORDS = Set.of("statement", "note", "title", "name", "about");

    private CsvTree(TextFile file, String known, Consumer<Diagnostic> problems) {
        this.file = file;
        this.known = known;
        this.problems = problems;
    }

    /// A table.
    ///
    /// @param header the cells of the first row
    /// @param rows the mapping from id to row
    /// @param separator what parts the cells
    public record Table(List<Tree.Scalar> header, Tree.Mapping rows, char separator) {}

    /// A list of rows, which no column tells apart.
    ///
    /// @param header the cells of the first row
    /// @param rows each a mapping from column to cell; empty cells are left out
    public record Rows(List<Tree.Scalar> header, List<Tree.Mapping> rows) {}

    /// The rows of a file whose columns may stand in any order; every problem is reported, rows
    /// that can be used are kept; null when there is no usable header.
    ///
    /// @param column a column that it must have, by which is found what parts the cells
    public static @Nullable Rows list(TextFile file, String column, Consumer<Diagnostic> problems) {
        var csv = new CsvTree(file, column, problems);
        List<Tree.Scalar> header = csv.header();
        if (header == null) {
            return null;
        }
        int width = header.size();
        trimmed(header);
        csv.name(header);
        List<List<Tree.Scalar>> rows = csv.fitting(header, width);
        if (rows == null) {
            return null;
        }
        rows.forEach(cells -> csv.commas(cells, 0));
        return new Rows(
                List.copyOf(header), rows.stream().map(cells -> csv.mapping(cells, 0)).toList());
    }

    /// The table of a file; every problem is reported, rows that can be used are kept; null when
    /// there is no usable header.
    public static @Nullable Table read(TextFile file, Consumer<Diagnostic> problems) {
        return new CsvTree(file, ID, problems).read();
    }

    private @Nullable Table read() {
        List<Tree.Scalar> header = header();
        if (header == null) {
            return null;
        }
        int width = header.size();
        trimmed(header);
        Tree.Scalar first = header.getFirst();
        if (!first.text().equals(ID)) {
            Diagnostic d =
                    Diagnostic.error(first.place(), "the first column of a table must be \"id\"")
                            .finding(Words.quoted(first.text()));
            problems.accept(
                    first.text().equalsIgnoreCase(ID) ? d.noting("write id in small letters") : d);
            return null;
        }
        name(header);
        Tree.Mapping rows = rows(header, width);
        return rows == null ? null : new Table(List.copyOf(header), rows, separator);
    }

    /// The first line with any text.
    private @Nullable List<Tree.Scalar> header() {
        separator();
        List<Tree.Scalar> header = row();
        while (header != null && blank(header)) {
            header = row();
        }
        return header;
    }

    /// Takes columns without a name off the end.
    private static void trimmed(List<Tree.Scalar> header) {
        while (header.size() > 1 && header.getLast().text().isEmpty()) {
            header.removeLast();
        }
    }

    /// Takes the names of the columns.
    private void name(List<Tree.Scalar> header) {
        for (Tree.Scalar cell : header) {
            if (cell.text().isEmpty()) {
                problems.accept(
                        Diagnostic.error(cell.place(), "a column without a name")
                                .noting("name it in the first line, or take the column out"));
            } else if (columns.contains(cell.text())) {
                problems.accept(
                        Diagnostic.error(
                                        cell.place(),
                                        "the column %s is given twice"
                                                .formatted(Words.quoted(cell.text())))
                                .noting("keep one of the two"));
            }
            columns.add(cell.text());
        }
    }

    /// Finds what parts the cells: what a line `sep=` says, else what makes `id` the first column,
    /// or the known column of a list any of them.
    private void separator() {
        while (at < file.text().length() && "\r\n".indexOf(peek()) >= 0) {
            step();
        }
        String head = file.text().substring(at).lines().findFirst().orElse("");
        if (head.matches("\"?sep=.\"?")) {
            separator = head.replace("\"", "").charAt(4);
            while (more() && "\r\n".indexOf(peek()) < 0) {
                step();
            }
            return;
        }
        for (char c : new char[] {',', ';', '\t', '|'}) {
            List<String> cells = List.of(head.split(Pattern.quote(String.valueOf(c)), -1));
            boolean found =
                    cells.size() > 1
                            && cells.stream()
                                    .limit(known.equals(ID) ? 1 : cells.size())
                                    .map(cell -> cell.replace("\"", "").strip())
                                    .anyMatch(known::equalsIgnoreCase);
            if (found) {
                separator = c;
                return;
            }
        }
    }

    /// The rows that have a cell for each column; null when none fits the first line, for then that
    /// is wrong, and a cell may stand under another's name.
    ///
    /// @param width cells of the first line, those without a name at its end included
    private @Nullable List<List<Tree.Scalar>> fitting(List<Tree.Scalar> header, int width) {
        var all = new ArrayList<List<Tree.Scalar>>();
        for (List<Tree.Scalar> cells = row(); cells != null; cells = row()) {
            if (!blank(cells)) {
                all.add(cells);
            }
        }
        if (all.size() > 1
                && all.stream().noneMatch(r -> r.size() == columns.size() || r.size() == width)) {
            misfit(header, all);
            return null;
        }
        var fitting = new ArrayList<List<Tree.Scalar>>();
        for (List<Tree.Scalar> cells : all) {
            while (cells.size() > columns.size() && cells.getLast().text().isEmpty()) {
                cells.removeLast();
            }
            if (cells.size() != columns.size()) {
                uneven(cells);
                continue;
            }
            fitting.add(cells);
        }
        return fitting;
    }

    /// The rows by their ids; null when none fits the first line.
    private Tree.@Nullable Mapping rows(List<Tree.Scalar> header, int width) {
        List<List<Tree.Scalar>> fitting = fitting(header, width);
        if (fitting == null) {
            return null;
        }
        Place start = header.getFirst().place();
        var entries = new ArrayList<Tree.Entry>();
        Map<String, Integer> lines = new HashMap<>();
        Place end = start;
        for (List<Tree.Scalar> cells : fitting) {
            Tree.Scalar id = cells.getFirst();
            end = cells.getLast().place();
            commas(cells, 1);
            if (id.text().isEmpty()) {
                problems.accept(
                        Diagnostic.error(id.place(), "the row has no id")
                                .noting("give it an id of its own"));
                continue;
            }
            Integer before = lines.putIfAbsent(id.text(), id.place().line());
            if (before != null) {
                problems.accept(
                        Diagnostic.error(
                                        id.place(),
                                        "the id %s is given twice"
                                                .formatted(Words.quoted(id.text())))
                                .noting("first given on line " + before));
                continue;
            }
            entries.add(new Tree.Entry(id, mapping(cells, 1)));
        }
        return new Tree.Mapping(start.to(end), entries);
    }

    private void misfit(List<Tree.Scalar> header, List<List<Tree.Scalar>> rows) {
        int cells = rows.getFirst().size();
        boolean alike = rows.stream().allMatch(r -> r.size() == cells);
        problems.accept(
                Diagnostic.error(
                                header.getLast().place(),
                                "the first line names %d columns, but %s"
                                        .formatted(
                                                columns.size(),
                                                alike
                                                        ? "all %d rows have %d cells"
                                                                .formatted(rows.size(), cells)
                                                        : "no row has as many cells"))
                        .finding(Words.list(columns))
                        .noting(
                                cells > columns.size()
                                        ? "name the missing column in the first line"
                                        : "take the column out of the first line, or add its cells"));
    }

    private void uneven(List<Tree.Scalar> cells) {
        String what = separator == ',' ? "comma" : separator == ';' ? "semicolon" : "separator";
        problems.accept(
                Diagnostic.error(
                                cells.get(Math.min(cells.size(), columns.size() + 1) - 1).place(),
                                "the row has %d cells, the table %d columns"
                                        .formatted(cells.size(), columns.size()))
                        .noting(
                                "a cell with a %s or a quote in it must stand in double quotes"
                                        .formatted(what)));
    }

    /// Where semicolons part the cells, a comma may be the decimal sign, and `1,500` one and a
    /// half.
    ///
    /// @param first the first column looked at
    private void commas(List<Tree.Scalar> cells, int first) {
        if (separator != ';') {
            return;
        }
        for (int i = first; i < cells.size(); i++) {
            Tree.Scalar cell = cells.get(i);
            if (NUMBER_WITH_COMMA.matcher(cell.text()).matches()
                    && !WORDS.contains(columns.get(i))) {
                String plain = cell.text().replaceAll("(?<=\\d),(?=\\d)", "");
                problems.accept(
                        Diagnostic.error(
                                        cell.place(),
                                        "a number with a comma in a table parted by semicolons")
                                .expecting("a point for the decimal sign and no groups")
                                .finding(Words.quoted(cell.text()))
                                .noting(
                                        "write %s, or %s if a decimal is meant"
                                                .formatted(plain, cell.text().replace(',', '.'))));
            }
        }
    }

    /// A row as column and cell.
    ///
    /// @param first the first column taken
    private Tree.Mapping mapping(List<Tree.Scalar> cells, int first) {
        var entries = new ArrayList<Tree.Entry>();
        Set<String> seen = new HashSet<>();
        for (int i = first; i < cells.size(); i++) {
            Tree.Scalar cell = cells.get(i);
            if (seen.add(columns.get(i)) && !cell.text().isEmpty()) {
                entries.add(
                        new Tree.Entry(new Tree.Scalar(cell.place(), columns.get(i), true), cell));
            }
        }
        return new Tree.Mapping(cells.getFirst().place().to(cells.getLast().place()), entries);
    }

    private static boolean blank(List<Tree.Scalar> cells) {
        return cells.stream().allMatch(c -> c.text().isEmpty());
    }

    private @Nullable List<Tree.Scalar> row() {
        if (at >= file.text().length()) {
            return null;
        }
        var cells = new ArrayList<Tree.Scalar>();
        while (true) {
            cells.add(cell());
            if (at >= file.text().length()) {
                return cells;
            }
            char c = file.text().charAt(at);
            step();
            if (c != separator) {
                return cells;
            }
        }
    }

    private Tree.Scalar cell() {
        int startLine = line;
        int startColumn = column;
        var text = new StringBuilder();
        boolean quoted = more() && peek() == '"';
        if (quoted) {
            step();
            boolean closed = false;
            while (more() && !closed) {
                if (peek() != '"') {
                    text.append(peek() == '\r' ? '\n' : peek());
                    step();
                } else if (at + 1 < file.text().length() && file.text().charAt(at + 1) == '"') {
                    text.append('"');
                    step();
                    step();
                } else {
                    step();
                    closed = true;
                }
            }
            Place start = new Place(file, startLine, startColumn, startLine, startColumn + 1);
            if (!closed) {
                problems.accept(Diagnostic.error(start, "the quote is never closed"));
            } else if (more() && !atEnd()) {
                problems.accept(
                        Diagnostic.error(
                                        new Place(file, line, column, line, column + 1),
                                        "text after the closing quote of a cell")
                                .noting("a quote inside a cell is written twice: \"\""));
            }
        }
        while (more() && !atEnd()) {
            text.append(peek());
            step();
        }
        var place = new Place(file, startLine, startColumn, line, column);
        return new Tree.Scalar(place, text.toString().strip(), true);
    }

    private boolean more() {
        return at < file.text().length();
    }

    private char peek() {
        return file.text().charAt(at);
    }

    private boolean atEnd() {
        char c = peek();
        return c == separator || c == '\n' || c == '\r';
    }

    /// Goes one character on; CR LF counts as one line end and is passed as one at the end of a
    /// row.
    private void step() {
        char c = file.text().charAt(at++);
        if (c == '\r' && more() && peek() == '\n') {
            at++;
        }
        if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(c)) {
            column++;
        }
    }
}
