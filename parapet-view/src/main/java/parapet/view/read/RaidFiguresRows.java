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
                    select f.plan, f.day, t.hour, k.kind, mean_of(coalesce(h.number, 0), f.draw) as mean, quantile_of(coalesce(h.number, 0), f.draw, 0.05) as low, quantile_of(coalesce(h.number, 0), f.draw, 0.95) as high
                    from f cross join t cross join k left join h on h.draw = f.draw and h.battle = f.battle and h.hour = t.hour and h.kind = k.kind
                    group by f.plan, f.day, t.hour, k.kind order by t.hour
                    """)
    public record Hour(
            String plan, LocalDate day, int hour, String kind, double low, double mean, double high)
            implements Dated, Band {}

    /// Rounds left after each night; a kind that is used up, or has not come yet, has no row, which
    /// is 0.
    @Sql(
            "with "
                    + Met.FORCES
                    + """
                    , first as (select draw, battle, round,
                        coalesce(sum("fired" + "left" - coalesce(supplied, 0)) filter (night = 1), 0) as stock from rounds where raid = $1 group by all),
                      later as (select draw, battle, round, night, sum("left") as stock from rounds where raid = $1 group by all),
                      nights as (select unnest(range(1, coalesce((select max(night) from battles where raid = $1), 0) + 1)) as night),
                      s as (select draw, battle, round, 0 as night, stock from first
                        union all select first.draw, first.battle, first.round, nights.night, coalesce(later.stock, 0)
                        from first cross join nights left join later on later.draw = first.draw and later.battle = first.battle
                          and later.round = first.round and later.night = nights.night),
                      kinds as (select distinct f.plan, f.day, s.round, s.night from f join s on s.draw = f.draw and s.battle = f.battle),
                      t as (select f.plan, f.day, f.draw, k.round, k.night, coalesce(s.stock, 0) as stock
                        from f join kinds k on k.plan = f.plan and k.day = f.day
                        left join s on s.draw = f.draw and s.battle = f.battle and s.round = k.round and s.night = k.night)
                    select plan, day, round, night, mean_of(stock, draw) as mean, quantile_of(stock, draw, 0.05) as low, quantile_of(stock, draw, 0.95) as high
                    from t group by plan, day, round, night order by round, night
                    """)
    public record Stock(
            String plan,
            LocalDate day,
            String round,
            int night,
            double low,
            double mean,
            double high)
            implements Dated, Band {}
}
