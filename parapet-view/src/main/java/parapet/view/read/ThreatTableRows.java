package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// What [parapet.view.figure.ThreatTable] asks of the tables.
public final class ThreatTableRows {
    private ThreatTableRows() {}

    @Sql(
            """
            with t as (select raid, threat, any_value(fate) as fate, sum(fired) as fired from threats group by raid, threat),
              r as (select *, row_number() over (partition by raid, fate order by fired desc, threat) as place from t)
            select raid, day, threat, target, lane, threats.fate, endMin, "by", battery, reasonLabel,
              trackMin, opensMin, closesMin, threats.fired
            from threats join r using (raid, threat) where r.place <= case r.fate when 'failed' then 0 when 'not-released' then 0 else 1 end
            order by raid, threats.fate desc, threat, battery
            """)
    public record Story(
            String raid,
            LocalDate day,
            String threat,
            String target,
            @Sql.OrEmpty String lane,
            String fate,
            @Sql.OrNaN double endMin,
            @Sql.OrEmpty String by,
            @Sql.OrEmpty String battery,
            @Sql.OrEmpty String reasonLabel,
            @Sql.OrNaN double trackMin,
            @Sql.OrNaN double opensMin,
            @Sql.OrNaN double closesMin,
            int fired) {}
}
