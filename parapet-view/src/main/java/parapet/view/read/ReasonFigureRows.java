package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// What [parapet.view.figure.ReasonFigure] asks of the tables.
public final class ReasonFigureRows {
    private ReasonFigureRows() {}

    @Sql(
            "with "
                    + Met.FORCES
                    + """
                    , n as (select plan, day, sum(weight_of(draw)) as n from f group by all)
                    select f.plan, f.day, r.target, r.reasonLabel as reason, sum(r.leaked * weight_of(f.draw)) / any_value(n.n) as mean
                    from f join reasons r on r.raid = $1 and r.draw = f.draw and r.battle = f.battle
                      join n on n.plan = f.plan and n.day = f.day
                    where r.leaked > 0 group by f.plan, f.day, r.target, r.reasonLabel order by mean desc
                    """)
    public record Leak(String plan, LocalDate day, String target, String reason, double mean)
            implements Dated {}
}
