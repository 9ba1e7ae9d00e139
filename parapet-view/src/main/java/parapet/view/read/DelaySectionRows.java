package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.question.DelaySection] asks of the tables.
public final class DelaySectionRows {
    private DelaySectionRows() {}

    /// Units in the month of a day.
    @Sql(
            """
            with m as (select draw, replication, promised, ready from readiness
              where plan = $1 and month = date_trunc('month', $2::date)),
              c as (select draw, replication, count(*) filter (arrived <= $2::date) as delivered
                from deliveries where plan = $1 group by all),
              r as (select m.*, coalesce(c.delivered, 0) as delivered from m left join c using (draw, replication))
            select avg(promised) as promised, quantile_cont(delivered, 0.5) as delivered,
              avg(ready) as ready, quantile_cont(ready, 0.05) as ready05, quantile_cont(ready, 0.95) as ready95
            from r having count(*) > 0
            """)
    public record Standing(
            double promised, double delivered, double ready, double ready05, double ready95) {}
}
