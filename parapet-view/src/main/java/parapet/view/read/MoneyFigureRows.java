package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.figure.MoneyFigure] asks of the tables.
public final class MoneyFigureRows {
    private MoneyFigureRows() {}

    /// Mean of each year and cause over the runs of a plan.
    @Sql(
            """
            with m as (select plan, draw, replication, fiscalYear, cause, currency, amount from money),
              runs as (select plan, sum(weight_of(draw)) as n from (select distinct plan, draw, replication from money) group by plan)
            select m.plan, m.fiscalYear, m.cause, m.currency, sum(amount * weight_of(draw)) / any_value(n) as amount
            from m join runs on runs.plan = m.plan group by m.plan, m.fiscalYear, m.cause, m.currency
            order by m.plan, m.fiscalYear
            """)
    public record Spent(
            String plan, int fiscalYear, String cause, String currency, double amount) {}

    /// Total of each year over the runs of a plan; a run that spends nothing in a year counts.
    @Sql(
            """
            with m as (select plan, draw, replication, fiscalYear, cause, currency, amount from money),
              runs as (select distinct plan, draw, replication from money),
              years as (select distinct plan, fiscalYear, currency from m),
              t as (select plan, draw, replication, fiscalYear, currency, sum(amount) as amount from m group by all),
              f as (select runs.plan, runs.draw, years.fiscalYear, years.currency, coalesce(t.amount, 0) as amount
                from runs join years on years.plan = runs.plan left join t on t.plan = runs.plan and t.draw = runs.draw
                  and t.replication = runs.replication and t.fiscalYear = years.fiscalYear and t.currency = years.currency)
            select plan, fiscalYear, currency, mean_of(amount, draw) as mean,
              quantile_of(amount, draw, 0.05) as p05, quantile_of(amount, draw, 0.95) as p95
            from f group by plan, fiscalYear, currency order by plan, fiscalYear
            """)
    public record Year(
            String plan, int fiscalYear, String currency, double mean, double p05, double p95) {}
}
