package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Paired differences between plans.
@Table(value = "differences", doc = "Paired differences between plans on common random numbers")
public record DifferenceRow(
        @Col("key of the comparison in the scenario, or `reference` for plan against reference")
                String comparison,
        @Col("the question in words, empty for none") String question,
        @Col("key of the plan") String plan,
        @Col("key of the plan it is compared with") String against,
        @Col("key of the metric") String metric,
        @Col("number of draws") int n,
        @Col("mean of plan minus against") @Nullable Double mean,
        @Col("half-width of its 95 % interval") @Nullable Double halfWidth,
        @Col("5 % of the draws lie below") @Nullable Double p05,
        @Col("50 %") @Nullable Double p50,
        @Col("95 %") @Nullable Double p95,
        @Col("share of the draws in which the plan is better, ties counted half")
                double shareBetter,
        @Col("mean divided by the months of slip between the plans, null when none")
                @Nullable Double perMonth,
        @Col("half-width of the 95 % interval of `perMonth`, null when none")
                @Nullable Double perMonthHalfWidth,
        @Col(
                        "what the question is about: delay, slip, repair, force, money, other; empty for plan against reference")
                String topic) {}
