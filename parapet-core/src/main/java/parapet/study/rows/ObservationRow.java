package parapet.study.rows;

import java.time.LocalDate;
import parapet.tables.Col;
import parapet.tables.Table;

/// Published figures beside fitted and predicted ones.
@Table(
        value = "observations",
        doc = "Every published figure beside what the model says before and after fitting")
public record ObservationRow(
        @Col("key of the observation") String observation,
        @Col("name shown to readers") String name,
        @Col("key of the plan whose figure is compared") String plan,
        @Col("fit or judge") String use,
        @Col("first day of the period") LocalDate first,
        @Col("last day of the period") LocalDate last,
        @Col("unit of the values") String unit,
        @Col("mean of the published range") double published,
        @Col("least published value") double publishedLow,
        @Col("greatest published value") double publishedHigh,
        @Col("standard deviation of published range and tolerance together") double deviation,
        @Col("mean of the simulated figure before fitting") double priorMean,
        @Col("5 % of the replications lie below") double prior05,
        @Col("95 %") double prior95,
        @Col("weighted mean after fitting") double mean,
        @Col("5 % of the weight lies below") double p05,
        @Col("25 %") double p25,
        @Col("50 %") double p50,
        @Col("75 %") double p75,
        @Col("95 %") double p95,
        @Col("published minus weighted mean, over the standard deviation of both together")
                double z,
        @Col("chance, by the fitted model, of a published figure as far out on either side, 0..1")
                double tail) {}
