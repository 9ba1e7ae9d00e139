package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// How many units there are, and in which state.
public final class StandingRows {
    private StandingRows() {}

    /// Units in the month of the day `$2` under the plan `$1`; what was delivered is counted on the
    /// day.
    @Sql(
            """
            with m as (select draw, replication, promised, ready, ready + degraded as fight from readiness
              where plan = $1 and month = date_trunc('month', $2::date)),
              c as (select draw, replication, count(*) filter (arrived <= $2::date) as delivered
                from deliveries where plan = $1 group by all),
              r as (select m.*, coalesce(c.delivered, 0) as delivered from m left join c using (draw, replication))
            select mean_of(promised, draw) as promised, mean_of(delivered, draw) as delivered,
              mean_of(fight, draw) as fight, quantile_of(fight, draw, 0.05) as fight05, quantile_of(fight, draw, 0.95) as fight95,
              mean_of(ready, draw) as ready, quantile_of(ready, draw, 0.05) as ready05, quantile_of(ready, draw, 0.95) as ready95
            from r having count(*) > 0
            """)
    public record Standing(
            double promised,
            double delivered,
            double fight,
            double fight05,
            double fight95,
            double ready,
            double ready05,
            double ready95) {}

    /// Means of all plans in the last month of each quarter, with a band for what is ready.
    @Sql(
            """
            select plan, month, mean_of(promised, draw) as promised, mean_of(delivered, draw) as delivered,
              mean_of(inService, draw) as inService, mean_of(ready, draw) as ready, mean_of(degraded, draw) as degraded,
              mean_of(down, draw) as down, mean_of(away, draw) as away,
              quantile_of(ready, draw, 0.05) as ready05, quantile_of(ready, draw, 0.95) as ready95
            from readiness where extract(month from month) % 3 = 0 or month = date_trunc('month', $1::date)
            group by plan, month order by plan, month
            """)
    public record Month(
            String plan,
            LocalDate month,
            double promised,
            double delivered,
            double inService,
            double ready,
            double degraded,
            double down,
            double away,
            double ready05,
            double ready95) {
        /// Units that can fight: fully ready or degraded.
        public double fight() {
            return ready + degraded;
        }

        /// Units that are delivered and not yet in service.
        public double deploying() {
            return Math.max(0, delivered - inService);
        }

        /// Units that are due and not delivered.
        public double due() {
            return Math.max(0, promised - delivered);
        }
    }

    /// Mean days of units that are not fully ready, by fiscal year and cause.
    @Sql(
            """
            with runs as (select plan, sum(weight_of(draw)) as n from (select distinct plan, draw, replication from downtime) group by plan)
            select d.plan, d.fiscalYear, coalesce(nullif(d.reasonLabel, ''), d.state) as label, d.state,
              sum(d.days * weight_of(d.draw)) / any_value(runs.n) as days
            from downtime d join runs on runs.plan = d.plan where d.state <> 'full'
            group by all order by d.plan, d.fiscalYear
            """)
    public record Cause(String plan, int fiscalYear, String label, String state, double days) {}
}
