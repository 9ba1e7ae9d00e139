package parapet.study.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// The hindcast.
@Table(
        value = "hindcast",
        doc = "Forecasts of milestones made with what was known on a day, beside what happened")
public record HindcastRow(
        @Col("day up to which the evidence is used") LocalDate asOfDay,
        @Col("key of the quantity") String milestone,
        @Col("5 % of the draws come earlier") LocalDate p05,
        @Col("25 %") LocalDate p25,
        @Col("50 %") LocalDate p50,
        @Col("75 %") LocalDate p75,
        @Col("95 %") LocalDate p95,
        @Col("what happened (middle of the period known), null while it has not")
                @Nullable LocalDate actual,
        @Col(
                        "whether it lies inside the 90 % band; while it has not happened, null, or false once the band has passed")
                @Nullable Boolean inside,
        @Col(
                        "keys of the assumptions used that were not known on that day, separated by commas; empty for a forecast that could have been made then")
                String hindsight) {}
