package parapet.study.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Forecasts of milestones.
@Table(value = "forecasts", doc = "Every dated forecast of a milestone and its error")
public record ForecastRow(
        @Col("key of the quantity") String milestone,
        @Col("key of the claim") String claim,
        @Col("promised, forecast or actual") String status,
        @Col("day on which it was made") @Nullable LocalDate made,
        @Col("first day of the period named") LocalDate first,
        @Col("last day of the period named") LocalDate last,
        @Col(
                        value =
                                "what came minus what was said (middle to middle); null while it has not come",
                        unit = "month")
                @Nullable Double errorMonths,
        @Col("publisher") String publisher,
        @Col("A to D") String grade) {}
