package parapet.view.read;

import parapet.io.results.Sql;

/// What two plans differ in, whichever two.
public final class CompareRows {
    private CompareRows() {}

    /// Paired differences of the metrics `$1` between any two plans, each pair once.
    @Sql(
            """
            with o as (select plan, metric, draw, mean_of(value, draw) as v from outcomes
                where list_contains($1, metric) and isfinite(value) group by all),
              p as (select plan, ord from plans)
            select a.plan, b.plan as against, a.metric, mean_of(a.v - b.v, a.draw) as mean,
              quantile_of(a.v - b.v, a.draw, 0.05) as low, quantile_of(a.v - b.v, a.draw, 0.95) as high,
              mean_of(case when a.v > b.v then 1.0 when a.v = b.v then 0.5 else 0 end, a.draw) as more
            from o a join o b on b.metric = a.metric and b.draw = a.draw
              join p pa on pa.plan = a.plan join p pb on pb.plan = b.plan
            where pa.ord > pb.ord group by a.plan, b.plan, a.metric
            """)
    public record Pair(
            String plan,
            String against,
            String metric,
            double mean,
            double low,
            double high,
            double more) {}
}
