package parapet.view.doc;

import java.util.List;
import java.util.Map;

/// A figure: what it shows, choices above it, one or more charts, how to read it, and its numbers.
///
/// @param id anchor
/// @param title what it shows, as a sentence
/// @param reading how to read it
/// @param choices choices above it
/// @param panels charts
/// @param table the numbers of the first variant
/// @param tables the rows of every variant by its key, as plain text; empty when choices change
///   nothing in the table
public record Figure(
        String id,
        String title,
        Text reading,
        List<Choice> choices,
        List<Panel> panels,
        Table table,
        Map<String, List<List<String>>> tables) {

    /// A choice above a figure.
    ///
    /// @param name name
    /// @param mode whether it hides and shows series (by the beginning of their ids) rather than
    ///   choosing a variant
    /// @param options keys and labels; the first is chosen at the start
    public record Choice(String name, boolean mode, List<Option> options) {}

    /// One option of a choice.
    ///
    /// @param key key; keys of several choices are joined by `|` to name a variant
    /// @param label label
    public record Option(String key, String label) {}

    /// One chart of a figure.
    ///
    /// @param id anchor
    /// @param title title, empty for none
    /// @param height height in pixels
    /// @param summary what it shows, for those who cannot see it
    /// @param variants option trees by the key of the variant; the first is shown at the start
    public record Panel(
            String id,
            String title,
            int height,
            String summary,
            Map<String, Map<String, Object>> variants) {}
}
