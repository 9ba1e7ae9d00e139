package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.AssumptionTable] asks of the tables.
public final class AssumptionTableRows {
    private AssumptionTableRows() {}

    @Sql(
            """
            select quantity, unit, low, typical, high, because from quantities where basis = 'assumption'
            """)
    public record Assumed(
            String quantity,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String low,
            @Sql.OrEmpty String typical,
            @Sql.OrEmpty String high,
            @Sql.OrEmpty String because) {}
}
