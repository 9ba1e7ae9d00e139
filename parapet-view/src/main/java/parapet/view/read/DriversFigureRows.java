package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.DriversFigure] asks of the tables.
public final class DriversFigureRows {
    private DriversFigureRows() {}

    @Sql(
            """
            select plan, metric, quantity, share, noise, correlation, low, high
            from drivers order by plan, metric, rank
            """)
    public record Driver(
            String plan,
            String metric,
            String quantity,
            @Sql.OrNaN double share,
            @Sql.OrNaN double noise,
            @Sql.OrNaN double correlation,
            @Sql.OrNaN double low,
            @Sql.OrNaN double high) {}
}
