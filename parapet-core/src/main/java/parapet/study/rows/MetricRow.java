package parapet.study.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// The metrics.
@Table(value = "metrics", doc = "What each metric means")
public record MetricRow(
        @Col("key of the metric: its kind, and what it is about") String metric,
        @Col("what is measured, such as ready-unit-years") String kind,
        @Col("key of the raid it is about; null for others") @Nullable String subject,
        @Col("code of the currency; null for what is no money") @Nullable String currency,
        @Col(value = "height above the ground; null for what has none", unit = "m")
                @Nullable Integer height,
        @Col("first day of the period it is about; null for what has none")
                @Nullable LocalDate first,
        @Col("the day, or the last day of the period, it is about; null for what has none")
                @Nullable LocalDate date,
        @Col("in words") String label,
        @Col("unit") String unit,
        @Col("which is better: more or less") String better) {}
