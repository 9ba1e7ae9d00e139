package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// A statement of the news beside what the model says to it.
@Table(
        value = "news",
        doc =
                "Statements of the news beside what the model says: how many draws bear them out, or where their figure lies in the range used")
public record NewsRow(
        @Col("key of the statement in the scenario") String statement,
        @Col("place in the order of the scenario, from 0") int ord,
        @Col("what was said, in a sentence of the scenario") String said,
        @Col("keys of the claims that hold it, one a line") String claims,
        @Col("who published them, and after whom, one a line") String publishers,
        @Col("key of the plan under which it is judged; null without a metric")
                @Nullable String plan,
        @Col("key of the plan it is compared with; null when none") @Nullable String against,
        @Col("key of the metric that is judged; null when none is") @Nullable String metric,
        @Col("the statement holds from this value on; null when none") @Nullable Double atLeast,
        @Col("the statement holds up to this value; null when none") @Nullable Double atMost,
        @Col("number of draws; 0 without a metric") int n,
        @Col("mean of the metric, or of the difference; null without a metric")
                @Nullable Double mean,
        @Col("5 % of the draws lie below") @Nullable Double p05,
        @Col("95 %") @Nullable Double p95,
        @Col("share of the draws in which the statement holds, 0..1; null without a metric")
                @Nullable Double share,
        @Col("key of the input that its claims are about; null when no calculation uses them")
                @Nullable String quantity,
        @Col("least value of that input, in words; null without one") @Nullable String low,
        @Col("its greatest value") @Nullable String high,
        @Col("supports, contradicts, not decisive, or no verdict where weighed draws are too few")
                String verdict,
        @Col(
                        "what judges it: draws, history (known and the same in every draw), input (the range used); empty when nothing does")
                String judged,
        @Col("why this number, or why none judges it; empty for no remark") String because) {}
