package parapet.view.read;

import parapet.io.results.Sql;

/// What [parapet.view.question.RaidSection] asks of the tables.
public final class RaidSectionRows {
    private RaidSectionRows() {}

    @Sql("select coalesce(max(night), 0) as n from battles where raid = $1")
    public record Nights(int n) {}

    @Sql(
            """
            select target, mean_of(threats, draw) as mean, min(threats) as least, max(threats) as most,
              (select max(night) from battles where raid = $1) as nights
            from battles where raid = $1 and night = 1 group by target order by mean desc
            """)
    public record Coming(String target, double mean, double least, double most, int nights) {}
}
