package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// What explains the spread.
@Table(
        value = "drivers",
        doc =
                "Which inputs explain the spread of an answer: first-order share of the variance over draws")
public record DriverRow(
        @Col("key of the plan, or `A minus B` for the difference of two") String plan,
        @Col("key of the metric") String metric,
        @Col("1 for the input that explains most") int rank,
        @Col("key of the quantity") String quantity,
        @Col("share of the variance explained by this input alone, 0..1") double share,
        @Col("share that no input without an effect exceeds in 95 of 100 rankings") double noise,
        @Col("rank correlation of input and answer, -1..1; null for where a unit stands")
                @Nullable Double correlation,
        @Col("mean answer in the lowest fifth of the input; null for where a unit stands")
                @Nullable Double low,
        @Col("mean answer in the highest fifth of the input; null for where a unit stands")
                @Nullable Double high,
        @Col("what people call the quantity") String name) {}
