package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// Raids after real ones.
@Table(
        value = "analogues",
        doc =
                "Raids made after public figures of real ones: share stopped as computed, beside what was reported, judged by its predictive probability; nothing is fitted")
public record AnalogueRow(
        @Col("key of the raid") String raid,
        @Col("class of target") String target,
        @Col(value = "computed share stopped", unit = "%") double mean,
        @Col(value = "5 % of the draws lie below", unit = "%") double p05,
        @Col(value = "95 %", unit = "%") double p95,
        @Col(value = "least reported share", unit = "%") double reportedLow,
        @Col(value = "greatest reported share", unit = "%") double reportedHigh,
        @Col(
                        "predictive probability of what was reported or lies further out on its side, twice, that of equal shares half; where reports differ, of the one for which it is greatest")
                double probability,
        @Col("whether that is 10 % or more; null where the comparison cannot fail")
                @Nullable Boolean inside,
        @Col(
                        "true: the defenders have no round against this class, so 0 was put in and is no evidence")
                boolean decidedByInput,
        @Col(
                        "whether the middle 90 % of the draws and the reported range are each less than half of 0..100 %, and the input does not decide")
                boolean canFail) {}
