package parapet.view.doc;

/// The answer to one question, as it stands on the first screen.
///
/// @param id anchor of its section
/// @param number number of the question
/// @param question the question
/// @param sentence the answer, at most [#MOST_WORDS] words
/// @param range the numbers of the answer with their range, in words; empty for none
/// @param scale the same on a fixed scale
/// @param confidence what the spread rests on in one word, empty for none
/// @param why why there is no such word, empty where there is one
/// @param rests the inputs it rests on, as words; empty for none
/// @param evidence anchor at which these inputs stand with their claims and reasons
/// @param turns where the sign of the answer flips; empty where nothing is known of it
public record Answer(
        String id,
        String number,
        String question,
        String sentence,
        String range,
        Scale scale,
        String confidence,
        String why,
        String rests,
        String evidence,
        String turns) {
    /// Most words of a sentence that can be taken in at a glance.
    public static final int MOST_WORDS = 20;
}
