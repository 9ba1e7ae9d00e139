package parapet.study.rows;

import org.jspecify.annotations.Nullable;
import parapet.tables.Col;
import parapet.tables.Table;

/// What an answer rests on.
@Table(
        value = "confidence",
        doc =
                "What the spread of an answer rests on: the grades of the inputs that explain it, and one word for them; an answer that is the same in every draw has no row")
public record ConfidenceRow(
        @Col("key of the comparison; empty for the reference plan alone") String comparison,
        @Col("key of the plan, or `A minus B` for the difference of two, as in `drivers`")
                String plan,
        @Col("key of the metric") String metric,
        @Col("public record, analogy or our judgement; empty for none") String word,
        @Col("why there is no word; empty where there is one") String none,
        @Col(
                        "of what is explained, the part on claims of grade A or B about the thing itself, 0..1; null for none")
                @Nullable Double publicRecord,
        @Col(
                        "of what is explained, the part on analogies and claims of grade C, 0..1; null for none")
                @Nullable Double analogy,
        @Col(
                        "of what is explained, the part on grade D, assumptions and values without a source, 0..1; null for none")
                @Nullable Double judgement,
        @Col(
                        "share of the variance explained by the inputs clear of noise, each alone, 0..1; null where none are ranked")
                @Nullable Double explained,
        @Col(
                        "what no input of the defender explains alone: the raid that comes, chance, inputs together, inputs too weak to tell, 0..1; null where none are ranked")
                @Nullable Double unexplained,
        @Col("inputs clear of noise") int drivers,
        @Col("number of draws") int draws) {}
