package parapet.view.doc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole report.
///
/// @param title title
/// @param about what it is about
/// @param standing as of when, and how many draws
/// @param answers the answers of the first screen
/// @param now what there is today, promised to ready: a number and what it counts
/// @param meaning what the words of `now` mean
/// @param picture the picture beside the answers, null for none
/// @param leftOut what the model leaves out, a sentence each
/// @param shared choices that hold for the whole page
/// @param sections sections
/// @param paper what paper leaves out
/// @param citation how to cite the run
/// @param footer last line
/// @param assets what the page carries with it
public record Page(
        String title,
        String about,
        List<Text> standing,
        List<Answer> answers,
        List<Count> now,
        String meaning,
        @Nullable Figure picture,
        List<String> leftOut,
        List<Figure.Choice> shared,
        List<Section> sections,
        String paper,
        String citation,
        String footer,
        Assets assets) {

    /// A number of units.
    ///
    /// @param value the number
    /// @param label what it counts
    /// @param range its range, empty for none
    /// @param css class of its colour
    public record Count(String value, String label, String range, String css) {}

    /// What the page carries with it.
    ///
    /// @param style style sheet
    /// @param library chart library
    /// @param script script of the page
    /// @param data charts and tables as JSON
    public record Assets(String style, String library, String script, String data) {}
}
