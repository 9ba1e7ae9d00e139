package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.Comparisons] asks of the tables.
public final class ComparisonsRows {
    private ComparisonsRows() {}

    /// Moments of the paired differences of the metric $1 and of the cost $2.
    @Sql(
            """
            with o as (select plan, metric, draw, sum(value) / count(value) as v from outcomes
                where metric in ($1, $2) and isfinite(value) group by all),
              p as (select distinct comparison, plan, against from differences where comparison <> 'reference'),
              d as (select p.comparison, r1.draw, r1.v - r0.v as x, c1.v - c0.v as y from p
                join o r1 on r1.plan = p.plan and r1.metric = $1
                join o r0 on r0.plan = p.against and r0.metric = $1 and r0.draw = r1.draw
                join o c1 on c1.plan = p.plan and c1.metric = $2 and c1.draw = r1.draw
                join o c0 on c0.plan = p.against and c0.metric = $2 and c0.draw = r1.draw)
            select comparison, effective_of(draw) as n, mean_of(x, draw) as x, mean_of(y, draw) as y,
              variance_of(x, draw) as xx, variance_of(y, draw) as yy, covariance_of(x, y, draw) as xy
            from d group by comparison
            """)
    public record Moments(
            String comparison,
            double n,
            double x,
            double y,
            @Sql.OrNaN double xx,
            @Sql.OrNaN double yy,
            @Sql.OrNaN double xy) {}
}
