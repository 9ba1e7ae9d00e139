package parapet.study.rows;

import java.time.LocalDate;
import parapet.tables.Col;
import parapet.tables.Table;

/// Units by state and month.
@Table(value = "readiness", doc = "Mean number of units in each state, by month")
public record ReadinessRow(
        @Col("key of the plan") String plan,
        @Col("draw") int draw,
        @Col("replication") int replication,
        @Col("first day of the month") LocalDate month,
        @Col("units due") double promised,
        @Col("units in the country") double delivered,
        @Col("units in service") double inService,
        @Col("units that are full") double ready,
        @Col("units that are degraded") double degraded,
        @Col("units that are down") double down,
        @Col("units away for overhaul or upgrade") double away) {}
