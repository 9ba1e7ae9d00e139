package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.DriversFigure] asks of the tables.
public final class DriversFigureRows {
    private DriversFigureRows() {}

    /// The answers of the last day asked that have a word for what they rest on.
    @Sql(
            """
            select d.plan, d.metric, d.quantity, d.share, d.noise, d.correlation, d.low, d.high
            from drivers d join confidence c using (plan, metric) left join metrics m using (metric)
            where c.word <> '' and coalesce(c.comparison, '') = ''
              and (m.date is null or m.date = (select max(x.date) from metrics x where x.kind = m.kind))
            order by d.plan, d.metric, d.rank
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
