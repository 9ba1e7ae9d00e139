package parapet.view.doc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A figure: what it finds, choices above it, one or more charts, how to read it, and its numbers.
///
/// @param id anchor
/// @param titles what it finds, as a sentence, by the key of the variant; that under the empty key
///   holds for all that have none
/// @param reading how to read it
/// @param choices choices above it
/// @param panels charts
/// @param table the numbers of the first variant
/// @param tables the rows of every variant by its key; empty when choices change nothing in the
///   table
public record Figure(
        String id,
        Map<String, String> titles,
        Text reading,
        List<Choice> choices,
        List<Panel> panels,
        Table table,
        Map<String, List<Table.Row>> tables) {
    public Figure {
        titles = new LinkedHashMap<>(titles);
    }

    /// The title of the variant that is shown first.
    public String title() {
        String key =
                panels.isEmpty() || panels.getFirst().variants().isEmpty()
                        ? ""
                        : panels.getFirst().variants().keySet().iterator().next();
        return titles.getOrDefault(key, titles.getOrDefault("", ""));
    }

    /// A choice above a figure.
    ///
    /// @param name name
    /// @param shared which choice of the whole page it follows: `a` for the plan, `at` for the
    ///   date, `in` for the currency; empty for one of its own
    /// @param options keys and labels; the first is chosen at the start
    public record Choice(String name, String shared, List<Option> options) {}

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
    /// @param variants option trees by the key of the variant; the first is shown at the start
    public record Panel(
            String id, String title, int height, Map<String, Map<String, Object>> variants) {}
}
