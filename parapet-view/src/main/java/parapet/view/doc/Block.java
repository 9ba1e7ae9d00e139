package parapet.view.doc;

import java.util.List;

/// A part of a section.
public sealed interface Block {

    /// A heading within a section.
    ///
    /// @param id anchor
    /// @param title title
    record Heading(String id, String title) implements Block {}

    /// A paragraph.
    ///
    /// @param text text
    /// @param quiet whether it is small print
    record Paragraph(Text text, boolean quiet) implements Block {}

    /// A paragraph in small print.
    static Block quiet(String text) {
        return new Paragraph(Text.of(text), true);
    }

    /// A list of points.
    ///
    /// @param points points
    record Points(List<Text> points) implements Block {}

    /// A text to be copied, such as a command.
    ///
    /// @param text text
    record Code(String text) implements Block {}

    /// A table that stands by itself.
    ///
    /// @param table table
    /// @param search whether a search box and filters stand above it
    record Grid(Table table, boolean search) implements Block {}

    /// A figure.
    ///
    /// @param figure figure
    record Chart(Figure figure) implements Block {}

    /// Maps.
    ///
    /// @param maps maps
    record Atlas(Maps maps) implements Block {}

    /// Blocks side by side where there is room.
    ///
    /// @param blocks blocks from the left
    record Beside(List<Block> blocks) implements Block {}

    /// Blocks that open on demand.
    ///
    /// @param summary what is there
    /// @param blocks blocks
    record Fold(String summary, List<Block> blocks) implements Block {}

    /// What the answer to a question rests on: it stands open, so that a link leads to it.
    ///
    /// @param id anchor
    /// @param title title
    /// @param table inputs with their claims and reasons
    record Trace(String id, String title, Table table) implements Block {}

    /// Two plans side by side, filled by the script from the numbers of all plans.
    ///
    /// @param table the numbers of the two plans that are chosen at the start
    record Compare(Table table) implements Block {}
}
