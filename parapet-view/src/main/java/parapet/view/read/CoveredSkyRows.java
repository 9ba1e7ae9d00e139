package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// What [parapet.view.figure.CoveredSky] asks of the tables.
public final class CoveredSkyRows {
    private CoveredSkyRows() {}

    @Sql(
            """
            select plan, height, kind, day, mean_of(area, draw) as mean, quantile_of(area, draw, 0.05) as low, quantile_of(area, draw, 0.95) as high
            from covered where atLeast = 1 and list_contains($1, plan) group by all order by day
            """)
    public record Spread(
            String plan,
            double height,
            String kind,
            LocalDate day,
            double low,
            double mean,
            double high)
            implements Band {}
}
