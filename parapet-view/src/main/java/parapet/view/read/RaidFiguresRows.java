package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// What [parapet.view.figure.RaidFigures] asks of the tables.
public final class RaidFiguresRows {
    private RaidFiguresRows() {}

    @Sql(
            "with "
                    + Met.FORCES
                    + """
                    , h as (select draw, battle, hour, kind, sum(number) as number from hours where raid = $1 group by all),
                      t as (select unnest(range(0, coalesce((select max(hour) from h), -1) + 1)) as hour),
                      k as (select unnest(['leaked', 'fired']) as kind)
                    select f.plan, f.day, t.hour, k.kind, quantile_cont(coalesce(h.number, 0), 0.05) as q05, quantile_cont(coalesce(h.number, 0), 0.25) as q25,
                      quantile_cont(coalesce(h.number, 0), 0.5) as q50, quantile_cont(coalesce(h.number, 0), 0.75) as q75, quantile_cont(coalesce(h.number, 0), 0.95) as q95
                    from f cross join t cross join k left join h on h.draw = f.draw and h.battle = f.battle and h.hour = t.hour and h.kind = k.kind
                    group by f.plan, f.day, t.hour, k.kind order by t.hour
                    """)
    public record Hour(
            String plan,
            LocalDate day,
            int hour,
            String kind,
            double q05,
            double q25,
            double q50,
            double q75,
            double q95)
            implements Dated, Band {}

    @Sql(
            "with "
                    + Met.FORCES
                    + """
                    , s as (select draw, battle, round, 0 as night, sum("fired" + "left") as stock from rounds where raid = $1 and night = 1 group by all
                      union all select draw, battle, round, night, sum("left") from rounds where raid = $1 group by all)
                    select f.plan, f.day, s.round, s.night, quantile_cont(stock, 0.05) as q05, quantile_cont(stock, 0.25) as q25,
                      quantile_cont(stock, 0.5) as q50, quantile_cont(stock, 0.75) as q75, quantile_cont(stock, 0.95) as q95
                    from f join s on s.draw = f.draw and s.battle = f.battle
                    group by f.plan, f.day, s.round, s.night order by s.round, s.night
                    """)
    public record Stock(
            String plan,
            LocalDate day,
            String round,
            int night,
            double q05,
            double q25,
            double q50,
            double q75,
            double q95)
            implements Dated, Band {}
}
