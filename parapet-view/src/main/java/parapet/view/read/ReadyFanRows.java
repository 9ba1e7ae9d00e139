package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// What [parapet.view.figure.ReadyFan] asks of the tables.
public final class ReadyFanRows {
    private ReadyFanRows() {}

    @Sql(
            """
            with q as (select plan, draw, replication, date_trunc('quarter', month)::date as period,
                avg(promised) as promised, avg(delivered) as delivered, avg(ready) as ready
              from readiness group by all)
            select plan, period, avg(promised) as promised,
              quantile_cont(delivered, 0.05) as d05, quantile_cont(delivered, 0.25) as d25, quantile_cont(delivered, 0.5) as d50,
              quantile_cont(delivered, 0.75) as d75, quantile_cont(delivered, 0.95) as d95,
              quantile_cont(ready, 0.05) as r05, quantile_cont(ready, 0.25) as r25, quantile_cont(ready, 0.5) as r50,
              quantile_cont(ready, 0.75) as r75, quantile_cont(ready, 0.95) as r95
            from q group by plan, period order by plan, period
            """)
    public record Quarter(
            String plan,
            LocalDate period,
            double promised,
            double d05,
            double d25,
            double d50,
            double d75,
            double d95,
            double r05,
            double r25,
            double r50,
            double r75,
            double r95) {}

    @Sql(
            """
            select plan, draw, date_trunc('quarter', month)::date as period, round(avg(ready), 2) as ready
            from readiness where draw < $1 and replication = 0 group by all order by plan, draw, period
            """)
    public record Single(String plan, int draw, LocalDate period, double ready) {}
}
