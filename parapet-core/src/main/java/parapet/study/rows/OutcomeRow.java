package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Numbers that answer questions, one per replication.
@Table(value = "outcomes", doc = "The numbers that answer the questions, one for each replication")
public record OutcomeRow(
        @Col("key of the plan") String plan,
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("key of the metric, such as ready-unit-years/2030-03-31") String metric,
        @Col("value in the unit of the metric") double value) {}
