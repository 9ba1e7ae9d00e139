package parapet.view.doc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table.
///
/// @param id anchor, also the name of its CSV file
/// @param caption what it holds
/// @param columns columns
/// @param rows rows
public record Table(String id, String caption, List<Column> columns, List<Row> rows) {

    /// A column.
    ///
    /// @param name name
    /// @param number whether it holds numbers, which stand to the right
    public record Column(String name, boolean number) {
        /// A column of words.
        public static Column words(String name) {
            return new Column(name, false);
        }

        /// A column of numbers.
        public static Column number(String name) {
            return new Column(name, true);
        }

        /// The classes of a cell of this column in the style sheet, null for none.
        public @Nullable String css(Cell cell) {
            String css = (number ? "n " : "") + cell.tone();
            return css.isBlank() ? null : css.strip();
        }
    }

    /// A row.
    ///
    /// @param id anchor, empty for none
    /// @param group whether it is a heading over the rows that follow
    /// @param tags words by which filters find it
    /// @param cells cells; a group has one
    public record Row(String id, boolean group, String tags, List<Cell> cells) {
        /// A row of plain cells.
        public static Row of(Cell... cells) {
            return new Row("", false, "", List.of(cells));
        }
    }

    /// A cell.
    ///
    /// @param text what is shown
    /// @param small second line in small print, empty for none
    /// @param tone better, worse, flag, pale or empty
    public record Cell(Text text, String small, String tone) {
        /// A plain cell.
        public static Cell of(String text) {
            return new Cell(Text.of(text), "", "");
        }

        /// A cell with small print below.
        public static Cell of(String text, String small) {
            return new Cell(Text.of(text), small, "");
        }
    }
}
