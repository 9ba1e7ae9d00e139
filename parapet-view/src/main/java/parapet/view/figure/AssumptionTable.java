package parapet.view.figure;

import java.util.ArrayList;
import java.util.List;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.AssumptionTableRows.Assumed;
import parapet.view.read.AssumptionTableRows.Defaults;
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
        Trust trust = new Trust(results);
        for (Assumed row : results.rows(Assumed.class)) {
            String low = Say.told(row.low(), row.unit());
            String high = Say.told(row.high(), row.unit());
            table.add(
                    new Table.Row(
                            Say.anchor("q", row.quantity()),
                            false,
                            "",
                            List.of(
                                    Cell.of(results.quantity(row.quantity())),
                                    Cell.of(
                                            low.equals(high)
                                                    ? low
                                                    : "%s to %s, mean %s"
                                                            .formatted(
                                                                    low,
                                                                    high,
                                                                    Say.told(
                                                                            row.typical(),
                                                                            row.unit()))),
                                    new Cell(trust.linked(row.because()), "", ""))));
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
                                "These numbers have no source (grade D). They are judgement, stated so that it can be challenged; the drivers above say which of them matter. %s that the language sets where a scenario says nothing are not listed."
                                        .formatted(
                                                Say.count(
                                                        results.rows(Defaults.class).getFirst().n(),
                                                        "number",
                                                        "numbers"))),
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
                        false));
    }

    private static String value(ClaimTableRows.Claim row) {
        return row.value().isEmpty() && Double.isFinite(row.low())
                ? Say.range(row.low(), row.high(), row.unit())
                : "";
    }
}
