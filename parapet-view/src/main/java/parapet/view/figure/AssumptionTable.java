package parapet.view.figure;

import java.util.ArrayList;
import java.util.List;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.AssumptionTableRows.Assumed;
import parapet.view.read.ClaimTableRows;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// Assumptions, kept apart from sources: numbers without one, and their reasons.
public final class AssumptionTable {
    private final Results results;

    public AssumptionTable(Results results) {
        this.results = results;
    }

    public List<Block> blocks(List<ClaimTableRows.Claim> claims) {
        List<Table.Row> table = new ArrayList<>();
        for (Assumed row : results.query.rows(Assumed.class)) {
            table.add(
                    Table.Row.of(
                            new Cell(
                                    new Text.Builder()
                                            .link(
                                                    results.quantity(row.quantity()),
                                                    Say.anchor("q", row.quantity()))
                                            .build(),
                                    "",
                                    ""),
                            Cell.of(
                                    "%s to %s, typically %s"
                                            .formatted(
                                                    Say.told(row.low(), row.unit()),
                                                    Say.told(row.high(), row.unit()),
                                                    Say.told(row.typical(), row.unit()))),
                            Cell.of(row.because())));
        }
        for (ClaimTableRows.Claim row : claims) {
            if (row.assumption()) {
                table.add(
                        Table.Row.of(
                                new Cell(
                                        new Text.Builder()
                                                .link(row.statement(), Say.anchor("e", row.claim()))
                                                .build(),
                                        row.claim(),
                                        ""),
                                Cell.of(row.value() + value(row)),
                                Cell.of(ClaimTable.join(row.formula(), row.note()))));
            }
        }
        if (table.isEmpty()) {
            return List.of(Block.quiet("No assumption without a source is used."));
        }
        return List.of(
                new Block.Paragraph(
                        Text.of(
                                "These numbers have no source (grade D). They are judgement, stated so that it can be challenged; the table of drivers above says which of them matter."),
                        false),
                new Block.Grid(
                        new Table(
                                "assumption-table",
                                "Assumptions and their reasons",
                                List.of(
                                        Column.words("Assumption"),
                                        Column.words("Value"),
                                        Column.words("Because")),
                                table),
                        true,
                        false));
    }

    private static String value(ClaimTableRows.Claim row) {
        return row.value().isEmpty() && Double.isFinite(row.low())
                ? Say.range(row.low(), row.high(), row.unit())
                : "";
    }
}
