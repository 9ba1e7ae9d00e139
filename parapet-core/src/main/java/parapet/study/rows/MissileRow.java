package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Missiles in stock.
@Table(value = "missiles", doc = "Missiles with units in service at the end of each fiscal year")
public record MissileRow(
        @Col("key of the plan") String plan,
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("calendar year in which the fiscal year begins") int fiscalYear,
        @Col("key of the missile") String missile,
        @Col("missiles in stock") double count) {}
