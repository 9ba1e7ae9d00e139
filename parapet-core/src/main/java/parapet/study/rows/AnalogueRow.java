package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Raids after real ones.
@Table(
        value = "analogues",
        doc =
                "Raids made after public figures of real ones: share stopped as computed, beside what was reported; nothing is fitted")
public record AnalogueRow(
        @Col("key of the raid") String raid,
        @Col("class of target") String target,
        @Col(value = "computed share stopped", unit = "%") double mean,
        @Col(value = "5 % of the draws lie below", unit = "%") double p05,
        @Col(value = "95 %", unit = "%") double p95,
        @Col(value = "least reported share", unit = "%") double reportedLow,
        @Col(value = "greatest reported share", unit = "%") double reportedHigh,
        @Col(
                        "whether the reported range touches the computed 90 % band; null where the input decides")
                @Nullable Boolean inside,
        @Col(
                        "true: the defenders have no round against this class, so 0 was put in and is no evidence")
                boolean decidedByInput) {}
