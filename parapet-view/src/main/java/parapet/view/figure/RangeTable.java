package parapet.view.figure;

import java.util.ArrayList;
import java.util.List;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.RangeTableRows.Range;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// The range used for every uncertain number, and what it stands on.
public final class RangeTable {
    private final Results results;

    public RangeTable(Results results) {
        this.results = results;
    }

    /// What a run takes of the range; nothing to be said where it is one value.
    private static String words(Range row) {
        return row.low().equals(row.high())
                ? ""
                : row.used().equals("typical value") ? "typical value used" : row.used();
    }

    public List<Block> blocks() {
        List<Range> rows = results.rows(Range.class);
        if (rows.isEmpty()) {
            return List.of(Block.quiet("No number of the scenario is uncertain."));
        }
        List<Table.Row> table = new ArrayList<>();
        for (Range row : rows) {
            String of = row.of();
            Text basis =
                    !of.isEmpty() && Boolean.TRUE.equals(row.claimed())
                            ? new Text.Builder().link(row.basis(), Say.anchor("of", of)).build()
                            : Text.of(row.basis());
            table.add(
                    new Table.Row(
                            Say.anchor("q", row.quantity()),
                            false,
                            "",
                            List.of(
                                    Cell.of(results.quantity(row.quantity())),
                                    Cell.of(Say.told(row.low(), row.unit())),
                                    Cell.of(Say.told(row.typical(), row.unit())),
                                    Cell.of(Say.told(row.high(), row.unit())),
                                    Cell.of(words(row)),
                                    new Cell(basis, row.because(), ""))));
        }
        return List.of(
                new Block.Grid(
                        new Table(
                                "quantity-table",
                                "Uncertain numbers: range used, and what it stands on",
                                List.of(
                                        Column.words("Number"),
                                        Column.number("Low"),
                                        Column.number("Typical"),
                                        Column.number("High"),
                                        Column.words("In a run"),
                                        Column.words("Stands on")),
                                table),
                        false));
    }
}
