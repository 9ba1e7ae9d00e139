package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// What the simulation says to published figures.
@Table(
        value = "figures",
        doc = "What the simulation says to every published figure, in every replication")
public record FigureRow(
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("key of the observation") String observation,
        @Col("simulated value in the unit of the observation") double value) {}
