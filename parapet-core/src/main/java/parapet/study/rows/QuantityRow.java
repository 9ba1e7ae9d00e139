package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// The quantities of the scenario.
@Table(value = "quantities", doc = "Every uncertain number, what it stands on and the range used")
public record QuantityRow(
        @Col("key") String quantity,
        @Col("claims, forecasts, assumption or stated") String basis,
        @Col("key of its claims, empty when it has none") String of,
        @Col("unit for readers") String unit,
        @Col("least value used, in words") String low,
        @Col("mean value used, in words") String typical,
        @Col("greatest value used, in words") String high,
        @Col("reason of an assumption, empty otherwise") String because,
        @Col("places in the scenario, separated by a line break") String usedAt,
        @Col("what people call it") String name,
        @Col(
                        "how a run uses it: drawn (in `inputs`, or in `stations`), drawn each time (a law of waits or errors), typical value, or"
                                + " mean")
                String used,
        @Col("part of its spread on claims of grade A or B about the thing itself, 0..1")
                double publicRecord,
        @Col("part on analogies and claims of grade C, 0..1") double analogy,
        @Col("part on grade D, assumptions and values without a source, 0..1") double judgement) {}
