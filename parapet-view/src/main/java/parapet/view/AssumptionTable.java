package parapet.view;

import java.util.ArrayList;
import java.util.List;
import parapet.io.results.Sql;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;

/// Assumptions, kept apart from sources: numbers without one, and their reasons.
final class AssumptionTable {
    @Sql(
            """
            select quantity, unit, low, typical, high, because from quantities where basis = 'assumption'
            """)
    private record Assumed(
            String quantity,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String low,
            @Sql.OrEmpty String typical,
            @Sql.OrEmpty String high,
            @Sql.OrEmpty String because) {}

    private final Results results;

    AssumptionTable(Results results) {
        this.results = results;
    }

    List<Block> blocks(List<ClaimTable.Claim> claims) {
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
        for (ClaimTable.Claim row : claims) {
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

    private static String value(ClaimTable.Claim row) {
        return row.value().isEmpty() && Double.isFinite(row.low())
                ? Say.range(row.low(), row.high(), row.unit())
                : "";
    }
}
