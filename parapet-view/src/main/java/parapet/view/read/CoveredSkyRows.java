package parapet.view.read;

import java.time.LocalDate;
import parapet.io.results.Sql;

/// What [parapet.view.figure.CoveredSky] asks of the tables.
public final class CoveredSkyRows {
    private CoveredSkyRows() {}

    @Sql(
            """
            select plan, height, kind, day, quantile_cont(area, 0.05) as q05, quantile_cont(area, 0.25) as q25,
              quantile_cont(area, 0.5) as q50, quantile_cont(area, 0.75) as q75, quantile_cont(area, 0.95) as q95
            from covered where atLeast = 1 and list_contains($1, plan) group by all order by day
            """)
    public record Spread(
            String plan,
            double height,
            String kind,
            LocalDate day,
            double q05,
            double q25,
            double q50,
            double q75,
            double q95)
            implements Band {}
}
