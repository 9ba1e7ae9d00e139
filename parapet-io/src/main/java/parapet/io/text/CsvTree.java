package parapet.io.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a CSV table (RFC 4180: commas, double quotes, any line end) with the place of each cell.
///
/// The first row names the columns and the first column is `id`. The table becomes a mapping from
/// id to a mapping from column to cell; empty cells are left out. Rows without any text are
/// skipped.
public final class CsvTree {
    private final TextFile file;
    private final Consumer<Diagnostic> problems;
    private final List<String> columns = new ArrayList<>();
    private int at;
    private int line = 1;
    private int column = 1;

    private CsvTree(TextFile file, Consumer<Diagnostic> problems) {
        this.file = file;
        this.problems = problems;
    }

    /// A table.
    ///
    /// @param header the cells of the first row
    /// @param rows the mapping from id to row
    public record Table(List<Tree.Scalar> header, Tree.Mapping rows) {}

    /// The table of a file; every problem is reported, rows that can be used are kept; null when
    /// there is no usable header.
    public static @Nullable Table read(TextFile file, Consumer<Diagnostic> problems) {
        return new CsvTree(file, problems).read();
    }

    private @Nullable Table read() {
        List<Tree.Scalar> header = row();
        while (header != null && blank(header)) {
            header = row();
        }
        if (header == null) {
            return null;
        }
        Tree.Scalar first = header.getFirst();
        if (!first.text().equals("id")) {
            problems.accept(
                    Diagnostic.error(first.place(), "the first column of a table must be \"id\"")
                            .finding(Words.quoted(first.text())));
            return null;
        }
        for (Tree.Scalar cell : header) {
            if (columns.contains(cell.text())) {
                problems.accept(
                        Diagnostic.error(
                                cell.place(),
                                "the column %s is given twice"
                                        .formatted(Words.quoted(cell.text()))));
            }
            columns.add(cell.text());
        }
        return new Table(header, rows(first.place()));
    }

    private Tree.Mapping rows(Place start) {
        var entries = new ArrayList<Tree.Entry>();
        Map<String, Integer> lines = new HashMap<>();
        Place end = start;
        for (List<Tree.Scalar> cells = row(); cells != null; cells = row()) {
            if (blank(cells)) {
                continue;
            }
            Tree.Scalar id = cells.getFirst();
            end = cells.getLast().place();
            if (cells.size() != columns.size()) {
                problems.accept(
                        Diagnostic.error(
                                        cells.get(Math.min(cells.size(), columns.size() + 1) - 1)
                                                .place(),
                                        "the row has %d cells, the table %d columns"
                                                .formatted(cells.size(), columns.size()))
                                .noting(
                                        "a cell with a comma or a quote in it must stand in double quotes"));
                continue;
            }
            if (id.text().isEmpty()) {
                problems.accept(Diagnostic.error(id.place(), "the row has no id"));
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
            entries.add(new Tree.Entry(id, mapping(cells)));
        }
        return new Tree.Mapping(start.to(end), entries);
    }

    private Tree.Mapping mapping(List<Tree.Scalar> cells) {
        var entries = new ArrayList<Tree.Entry>();
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < cells.size(); i++) {
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
            if (c != ',') {
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
        return c == ',' || c == '\n' || c == '\r';
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
