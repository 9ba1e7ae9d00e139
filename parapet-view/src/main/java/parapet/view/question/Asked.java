package parapet.view.question;

import parapet.view.doc.Answer;
import parapet.view.doc.Scale;
import parapet.view.doc.Text;
import parapet.view.figure.Trust;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.words.Say;

/// What the answers of the first screen have in common.
final class Asked {
    private Asked() {}

    /// An answer with what it rests on.
    static Answer answer(
            Results results,
            String number,
            String topic,
            String sentence,
            String range,
            Scale scale,
            Trust.Rests rests,
            String turns) {
        return new Answer(
                "q" + number,
                number,
                results.question(topic),
                sentence,
                range,
                scale,
                rests.word(),
                rests.why(),
                rests.words(results),
                "why-" + number,
                turns);
    }

    /// What is said, instead of an answer, of a run without a sky.
    static Text noSky() {
        return Text.of(
                "The scenario has no sky, so this run does not answer the question: add a sky (places, radars, targets, rounds, batteries and raids), the place of each base and study.raidDates to the scenario, and run it again.");
    }

    /// An answer that cannot be given.
    static Answer none(Results results, String number, String topic, String sentence) {
        return new Answer(
                "q" + number,
                number,
                results.question(topic),
                sentence,
                "",
                Scale.NONE,
                "",
                "",
                "",
                "",
                "");
    }

    /// The first sentence that is short enough to be taken in at a glance.
    ///
    /// @param sentences from the one that says most to the one that says least
    static String shortest(String... sentences) {
        for (String sentence : sentences) {
            if (sentence.strip().split("\\s+").length <= Answer.MOST_WORDS) {
                return sentence;
            }
        }
        return sentences[sentences.length - 1];
    }

    /// In how many draws the sign of a difference is another than that of its mean.
    static String turns(Results results, Difference d) {
        boolean better = d.mean() > 0 == results.metric(d.metric()).higherIsBetter();
        double other = better ? 1 - d.shareBetter() : d.shareBetter();
        return !Double.isFinite(other)
                ? ""
                : other < 0.005
                        ? "the same sign in every draw"
                        : "another sign in %s of draws".formatted(Say.percent(other));
    }
}
