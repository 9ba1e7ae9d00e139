package parapet.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.io.text.CsvTree;
import parapet.io.text.Diagnostic;
import parapet.io.text.TextFile;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Numbers;
import parapet.record.Scoreboard;

/// A table of counts by class of target, as records of attacks are kept: its columns and cells,
/// with every problem told where it stands.
final class RecordTable {
    static final String CLASS = "class";
    static final String NIGHTS = "nights";
    static final String LAUNCHED = "launched";
    static final String SHOT_DOWN = "shot_down";
    static final String LOST = "lost_otherwise";

    /// More than any row of a record holds.
    private static final int MOST = 1_000_000;

    final List<Diagnostic> problems = new ArrayList<>();

    /// The rows of a file; none where its columns are wrong.
    ///
    /// @param columns those known
    /// @param needed those of them that must be there
    List<Tree.Mapping> rows(TextFile file, List<String> columns, List<String> needed) {
        CsvTree.Rows table = CsvTree.list(file, CLASS, problems::add);
        if (table == null || !columns(table.header(), columns, needed)) {
            return List.of();
        }
        if (table.rows().isEmpty() && problems.isEmpty()) {
            problems.add(
                    Diagnostic.error(table.header().getFirst().place(), "the record has no rows"));
        }
        return table.rows();
    }

    private boolean columns(List<Tree.Scalar> header, List<String> columns, List<String> needed) {
        List<String> names = header.stream().map(Tree.Scalar::text).toList();
        for (Tree.Scalar cell : header) {
            if (!cell.text().isEmpty() && !columns.contains(cell.text())) {
                problems.add(
                        Diagnostic.error(
                                        cell.place(),
                                        "unknown column %s%s"
                                                .formatted(
                                                        Words.quoted(cell.text()),
                                                        Words.didYouMean(cell.text(), columns)))
                                .noting("columns known here: " + Words.list(columns)));
            }
        }
        boolean all = true;
        for (String each : needed) {
            if (!names.contains(each)) {
                all = false;
                problems.add(
                        Diagnostic.error(
                                        header.getFirst().place(),
                                        "the column %s is missing".formatted(Words.quoted(each)))
                                .noting("columns needed: " + Words.list(needed)));
            }
        }
        return all;
    }

    /// The class of a row.
    @Nullable String name(Tree.Mapping cells) {
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

    /// A count; 0 where it may be left out and is.
    @Nullable Integer count(Tree.Mapping cells, String column, boolean needed) {
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

    /// A number from 0 to 1; not a number where the cell is empty.
    @Nullable Double share(Tree.Mapping cells, String column) {
        Tree.Scalar cell = cell(cells, column);
        if (cell == null) {
            return Double.NaN;
        }
        BigDecimal value = Numbers.read(cell.text()).value();
        if (value == null || value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            problems.add(
                    Diagnostic.error(cell.place(), column + " is not a share")
                            .expecting("a number from 0 to 1, or nothing")
                            .finding(Words.quoted(cell.text())));
            return null;
        }
        return value.doubleValue();
    }

    static Tree.@Nullable Scalar cell(Tree.Mapping cells, String column) {
        Tree.Entry entry = cells.entry(column);
        return entry != null && entry.value() instanceof Tree.Scalar s ? s : null;
    }
}
