package parapet.view.doc;

import java.util.List;

/// Maps side by side, with one legend and their numbers.
///
/// @param id anchor
/// @param title what they show, as a sentence
/// @param reading how to read them
/// @param legend colours and what they mean
/// @param defs what the maps share, as SVG made by this program; empty for nothing
/// @param sheets maps
/// @param table the numbers
public record Maps(
        String id,
        String title,
        Text reading,
        List<Swatch> legend,
        String defs,
        List<Sheet> sheets,
        Table table) {

    /// A colour of the legend.
    ///
    /// @param light colour on white paper, in CSS
    /// @param dark colour on a dark screen
    /// @param label what it means
    public record Swatch(String light, String dark, String label) {}

    /// One map.
    ///
    /// @param title title
    /// @param svg drawing, made by this program, its texts escaped
    public record Sheet(String title, String svg) {}
}
