package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.Waterfall] asks of the tables.
public final class WaterfallRows {
    private WaterfallRows() {}

    /// Days by reason, and the fiscal years they are of, from the year `$1` on.
    @Sql(
            """
            with d as (select * from downtime where fiscalYear >= $1),
              years as (select min(fiscalYear) as a, max(fiscalYear) as b from d),
              runs as (select distinct plan, draw, replication from d),
              l as (select plan, draw, replication, case when state = 'full' then '' when coalesce(reasonLabel, '') = '' then state else reasonLabel end as label, days from d),
              s as (select plan, draw, replication, label, sum(days) as days from l group by all),
              k as (select distinct plan, label from l),
              f as (select runs.plan, runs.draw, runs.replication, k.label, coalesce(s.days, 0) as days
                from runs join k on k.plan = runs.plan
                left join s on s.plan = runs.plan and s.draw = runs.draw and s.replication = runs.replication and s.label = k.label)
            select plan, label, mean_of(days, draw) as mean, quantile_of(days, draw, 0.05) as p05, quantile_of(days, draw, 0.95) as p95,
              (select a from years) as firstYear, (select b from years) as lastYear
            from f group by plan, label order by plan, mean desc
            """)
    public record Days(
            String plan,
            String label,
            double mean,
            double p05,
            double p95,
            int firstYear,
            int lastYear) {
        /// The same, spread over some years.
        public Days over(double years) {
            return new Days(
                    plan, label, mean / years, p05 / years, p95 / years, firstYear, lastYear);
        }
    }
}
