package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// What fitting did to the inputs.
@Table(
        value = "moved",
        doc = "The uncertain inputs before and after fitting, the one that moved most first")
public record MovedRow(
        @Col("key of the quantity") String quantity,
        @Col("unit of the values (dates: days since 1970-01-01)") String unit,
        @Col("mean before fitting") double priorMean,
        @Col("5 % of the draws lie below") double prior05,
        @Col("95 %") double prior95,
        @Col("weighted mean after fitting") double mean,
        @Col("5 % of the weight lies below") double p05,
        @Col("95 %") double p95,
        @Col("change of the mean over the standard deviation before") double shift,
        @Col("shift that an input without any effect exceeds in 1 of 20 cases") double noise,
        @Col("standard deviation after over before") double spread,
        @Col("what people call the quantity") String name) {}
