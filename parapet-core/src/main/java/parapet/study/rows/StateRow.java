package parapet.study.rows;

import java.time.LocalDate;
import parapet.tables.Col;
import parapet.tables.Table;

/// States of units in one replication, for the eye.
@Table(
        value = "states",
        doc =
                "States of every unit in the first replication of each plan, day by day, as intervals")
public record StateRow(
        @Col("key of the plan") String plan,
        @Col("key of the unit") String unit,
        @Col("first day") LocalDate first,
        @Col("last day") LocalDate last,
        @Col("state of the unit: not-delivered, deploying, full, degraded, down, away")
                String state,
        @Col("key of the reason, empty when full") String reason,
        @Col("the reason in words, empty when full") String reasonLabel,
        @Col("missing part, empty when none") String part,
        @Col("site where it is, empty when none") String site) {}
