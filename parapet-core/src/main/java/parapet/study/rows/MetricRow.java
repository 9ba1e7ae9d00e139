package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// The metrics.
@Table(value = "metrics", doc = "What each metric means")
public record MetricRow(
        @Col("key of the metric") String metric,
        @Col("in words") String label,
        @Col("unit") String unit,
        @Col("whether more is better") boolean higherIsBetter) {}
