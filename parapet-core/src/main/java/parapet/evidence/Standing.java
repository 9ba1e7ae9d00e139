package parapet.evidence;

import java.util.List;

/// What the spread of an input rests on: parts of 1 on public record (claims of grade A or B about
/// the thing itself), on analogies and single or second-hand reports (claims of kind analogy, grade
/// C), and on our own judgement (grade D, assumptions, values without a source).
///
/// @param record part on grade A or B, 0..1
/// @param analogy part on analogies and grade C, 0..1
/// @param judgement part on grade D or on no source, 0..1
public record Standing(double record, double analogy, double judgement) {
    /// Nothing but judgement.
    public static final Standing JUDGEMENT = new Standing(0, 0, 1);

    /// Of claims: each for the share of the draws that use it; where all span one range, in equal
    /// parts.
    ///
    /// @param voices the claims about a quantity
    static Standing of(List<Weighing.Voice> voices) {
        double record = 0;
        double analogy = 0;
        double judgement = 0;
        for (Weighing.Voice voice : voices) {
            Claim claim = voice.claim();
            if (claim.grade() == Grade.D) {
                judgement += voice.share();
            } else if (claim.grade() == Grade.C || claim.kind() == Claim.Kind.ANALOGY) {
                analogy += voice.share();
            } else {
                record += voice.share();
            }
        }
        double sum = record + analogy + judgement;
        return sum > 0 ? new Standing(record / sum, analogy / sum, judgement / sum) : JUDGEMENT;
    }

    /// The standing of what needs both: of each class and the better ones, no more than either has.
    public Standing with(Standing other) {
        double best = Math.min(record, other.record);
        double good = Math.min(record + analogy, other.record + other.analogy);
        return new Standing(best, Math.max(0, good - best), Math.max(0, 1 - good));
    }
}
