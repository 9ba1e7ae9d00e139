package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Weights after fitting.
@Table(
        value = "weights",
        doc = "Weight of every replication after fitting to the published figures; they sum to 1")
public record WeightRow(
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("weight, 0..1") double weight) {}
