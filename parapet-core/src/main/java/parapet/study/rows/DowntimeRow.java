package parapet.study.rows;

import parapet.tables.Col;
import parapet.tables.Table;

/// Unit-days by cause.
@Table(
        value = "downtime",
        doc =
                "Unit-days by state and reason in each fiscal year; the days of all states sum to the unit-days since the due dates")
public record DowntimeRow(
        @Col("key of the plan") String plan,
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("calendar year in which the fiscal year begins") int fiscalYear,
        @Col("state of the unit: not-delivered, deploying, full, degraded, down, away")
                String state,
        @Col("key of the reason, empty when full") String reason,
        @Col("the reason in words, empty when full") String reasonLabel,
        @Col("missing part, empty when none") String part,
        @Col("site where the missing part (or the unit) is, empty when none") String site,
        @Col(value = "time of units in that state", unit = "unit-day") double days) {}
