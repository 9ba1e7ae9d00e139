package parapet.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Standing;

/// In one word, what the spread of an answer rests on.
///
/// The inputs that are clear of noise carry what is explained, each its share, parted by the grades
/// it stands on ([Standing]). The word is the best class that carries, together with the better
/// ones, three quarters of it: *public record* when grades A and B do, *analogy* when these, C and
/// analogies do, else *our judgement*. There is none when nothing is clear of noise, or when an
/// input that explains a quarter might well be missed: the level of noise must be at most 0.15,
/// which finds such an input in 9 of 10 studies.
///
/// @param word the word, empty for none
/// @param none why there is none, empty where there is one
/// @param parts parts of what is explained by class; null when nothing is
/// @param explained share of the variance explained, 0..1; null where no input is ranked
/// @param drivers inputs clear of noise
record Confidence(
        String word,
        String none,
        @Nullable Standing parts,
        @Nullable Double explained,
        int drivers) {
    static final String RECORD = "public record";
    static final String ANALOGY = "analogy";
    static final String JUDGEMENT = "our judgement";
    static final double MOST_NOISE = 0.15;

    private static final double CARRIES = 0.75;

    /// An input clear of noise.
    ///
    /// @param share share of the variance that it explains, 0..1
    /// @param standing what it stands on
    record Carrier(double share, Standing standing) {}

    /// No word, for want of draws.
    static Confidence tooFew() {
        return new Confidence("", "too few draws", null, null, 0);
    }

    /// The word for what some inputs explain.
    ///
    /// @param clear the inputs clear of noise
    /// @param noise the share that an input of one regressor more than fifths exceeds by chance
    static Confidence of(List<Carrier> clear, double noise) {
        double record = 0;
        double analogy = 0;
        double judgement = 0;
        for (Carrier c : clear) {
            record += c.share * c.standing.record();
            analogy += c.share * c.standing.analogy();
            judgement += c.share * c.standing.judgement();
        }
        double sum = record + analogy + judgement;
        Standing parts =
                clear.isEmpty() ? null : new Standing(record / sum, analogy / sum, judgement / sum);
        String none =
                noise > MOST_NOISE
                        ? "too few draws"
                        : parts == null ? "no single input stands out of chance" : "";
        String word = parts == null || !none.isEmpty() ? "" : word(parts);
        return new Confidence(word, none, parts, Math.min(1, sum), clear.size());
    }

    private static String word(Standing parts) {
        double enough = CARRIES - 1e-9;
        if (parts.record() >= enough) {
            return RECORD;
        }
        return parts.record() + parts.analogy() >= enough ? ANALOGY : JUDGEMENT;
    }
}
