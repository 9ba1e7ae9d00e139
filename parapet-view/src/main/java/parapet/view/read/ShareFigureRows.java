package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// What [parapet.view.figure.ShareFigure] asks of the tables.
public final class ShareFigureRows {
    private ShareFigureRows() {}

    @Sql(
            "with "
                    + Met.FORCES
                    + """
                    , s as (select f.plan, f.day, f.draw, f.replication, coalesce(b.target, '') as target,
                        sum(b.threats) as threats, 100.0 * sum(b.killed + b.jammed + b.failed) / nullif(sum(b.threats), 0) as share
                      from f join battles b on b.raid = $1 and b.draw = f.draw and b.battle = f.battle where b.night = 1
                      group by grouping sets ((f.plan, f.day, f.draw, f.replication, b.target), (f.plan, f.day, f.draw, f.replication)))
                    select plan, day, target, mean_of(threats, draw) as threats, mean_of(share, draw) as mean, quantile_of(share, draw, 0.05) as low, quantile_of(share, draw, 0.95) as high
                    from s where share is not null group by all order by threats desc
                    """)
    public record Share(
            String plan,
            LocalDate day,
            String target,
            double threats,
            double low,
            double mean,
            double high)
            implements Dated, Band {}
}
