package parapet.view.read;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The colours of categories: a category has one colour in the whole document, and two categories
/// of one family, which may meet in a chart, have two while there are enough.
///
/// Colours are given in the order in which they are asked for. Not for several threads.
public final class Palette {
    /// Colours of the style sheet: `--c0` and so on.
    public static final int COLOURS = 14;

    private final Map<String, Map<String, Integer>> families = new HashMap<>();

    /// The colour of a category.
    ///
    /// @param family categories that may meet in a chart, such as causes of money
    /// @param category the category, by its key or its name, the same everywhere
    public String of(String family, String category) {
        Map<String, Integer> known = families.computeIfAbsent(family, k -> new LinkedHashMap<>());
        int index = known.computeIfAbsent(category, k -> known.size());
        return "var(--c" + index % COLOURS + ")";
    }
}
