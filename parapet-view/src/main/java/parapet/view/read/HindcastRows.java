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
            select milestone, asOfDay, p05, p25, p50, p75, p95, actual, inside
            from hindcast order by milestone, asOfDay
            """)
    public record Forecast(
            String milestone,
            LocalDate asOfDay,
            @Nullable LocalDate p05,
            @Nullable LocalDate p25,
            @Nullable LocalDate p50,
            @Nullable LocalDate p75,
            @Nullable LocalDate p95,
            @Nullable LocalDate actual,
            @Nullable Boolean inside) {
        public double[] days() {
            return Stream.of(
                            Optional.ofNullable(p05),
                            Optional.ofNullable(p25),
                            Optional.ofNullable(p50),
                            Optional.ofNullable(p75),
                            Optional.ofNullable(p95))
                    .mapToDouble(day ->
                            day.map(LocalDate::toEpochDay)
                                    .map(Long::doubleValue)
                                    .orElse(Double.NaN))
                    .toArray();
        }
    }
}
