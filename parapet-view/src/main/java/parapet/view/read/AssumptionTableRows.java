package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.AssumptionTable] asks of the tables.
public final class AssumptionTableRows {
    private AssumptionTableRows() {}

    /// Assumptions of the scenario; what the language sets where nothing is said is left out.
    @Sql(
            """
            select quantity, unit, low, typical, high, because from quantities
            where basis = 'assumption' and coalesce(because, '') <> 'default of the language'
            """)
    public record Assumed(
            String quantity,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String low,
            @Sql.OrEmpty String typical,
            @Sql.OrEmpty String high,
            @Sql.OrEmpty String because) {}

    /// How many numbers the language sets because nothing is said of them.
    @Sql("select count(*) as n from quantities where because = 'default of the language'")
    public record Defaults(int n) {}
}
