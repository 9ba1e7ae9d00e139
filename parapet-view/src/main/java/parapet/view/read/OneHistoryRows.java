package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// What [parapet.view.figure.OneHistory] asks of the tables.
public final class OneHistoryRows {
    private OneHistoryRows() {}

    @Sql(
            """
            select plan, unit, first, last, state, reasonLabel, part, site from states
            where first is not null and last is not null order by plan, unit, first
            """)
    public record Interval(
            String plan,
            String unit,
            LocalDate first,
            LocalDate last,
            String state,
            @Sql.OrEmpty String reasonLabel,
            @Sql.OrEmpty String part,
            @Sql.OrEmpty String site) {}

    @Sql("select plan, unit, name from units")
    public record UnitName(String plan, String unit, String name) {}

    @Sql(
            """
            select unit, state, sum(last - first + 1)::double as days from states
            where plan = $1 and first is not null and last is not null group by all
            """)
    public record Share(String unit, String state, double days) {}
}
