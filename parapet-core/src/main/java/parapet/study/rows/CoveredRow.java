package parapet.study.rows;

import java.time.LocalDate;
import parapet.tables.Col;
import parapet.tables.Table;

/// Covered sky.
@Table(
        value = "covered",
        doc =
                "Area over which the ready units see a target of the covering class, or could engage it")
public record CoveredRow(
        @Col("key of the plan") String plan,
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("the day") LocalDate day,
        @Col(value = "height above the ground", unit = "m") double height,
        @Col("seen (by a search radar) or reached (within the reach of a round and in view)")
                String kind,
        @Col("by at least so many sites") int atLeast,
        @Col(value = "area", unit = "thousand km2") double area) {}
