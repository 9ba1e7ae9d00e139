package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Estimates of outcomes.
@Table(
        value = "estimates",
        doc = "Estimate of each metric for each plan, with its interval and the spread of the runs")
public record EstimateRow(
        @Col("key of the plan") String plan,
        @Col("key of the metric") String metric,
        @Col("number of draws") int n,
        @Col("mean over draws") double mean,
        @Col("half-width of the 95 % interval of the mean") @Nullable Double halfWidth,
        @Col("5 % of the draws lie below") double p05,
        @Col("25 %") double p25,
        @Col("50 %") double p50,
        @Col("75 %") double p75,
        @Col("95 %") double p95) {}
