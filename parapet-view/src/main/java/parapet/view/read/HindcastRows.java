package parapet.view.read;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;

/// What [parapet.view.figure.Hindcast] asks of the tables.
public final class HindcastRows {
    private HindcastRows() {}

    @Sql(
            """
            select milestone, asOfDay, p05, p50, p95, actual, inside, hindsight
            from hindcast order by milestone, asOfDay
            """)
    public record Forecast(
            String milestone,
            LocalDate asOfDay,
            @Nullable LocalDate p05,
            @Nullable LocalDate p50,
            @Nullable LocalDate p95,
            @Nullable LocalDate actual,
            @Nullable Boolean inside,
            @Sql.OrEmpty String hindsight) {
        public double[] days() {
            return Stream.of(
                            Optional.ofNullable(p05),
                            Optional.ofNullable(p50),
                            Optional.ofNullable(p95))
                    .mapToDouble(day ->
                            day.map(LocalDate::toEpochDay)
                                    .map(Long::doubleValue)
                                    .orElse(Double.NaN))
                    .toArray();
        }
    }
}
