package parapet.view.doc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
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
    /// @param unit unit of its numbers, for files; empty where the name says it
    public record Column(String name, boolean number, String unit) {
        /// A column of words.
        public static Column words(String name) {
            return new Column(name, false, "");
        }

        /// A column of numbers.
        public static Column number(String name) {
            return new Column(name, true, "");
        }

        /// A column of numbers in a unit.
        public static Column number(String name, String unit) {
            return new Column(name, true, unit);
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
    /// @param numbers what is shown, not rounded, for files: nothing, a value, or a value with the
    ///   low and the high end of its range
    public record Cell(Text text, String small, String tone, List<Double> numbers) {
        /// A cell that files read as it is shown.
        public Cell(Text text, String small, String tone) {
            this(text, small, tone, List.of());
        }

        /// A plain cell.
        public static Cell of(String text) {
            return new Cell(Text.of(text), "", "");
        }

        /// A cell with small print below.
        public static Cell of(String text, String small) {
            return new Cell(Text.of(text), small, "");
        }

        /// The same cell with its numbers.
        public Cell with(double... values) {
            var all = new ArrayList<Double>();
            for (double value : values) {
                all.add(value);
            }
            return new Cell(text, small, tone, List.copyOf(all));
        }

        /// The numbers as a file has them, null for none.
        public @Nullable String data() {
            if (numbers.isEmpty()) {
                return null;
            }
            var data = new StringBuilder();
            for (double value : numbers) {
                data.append(data.isEmpty() ? "" : ";")
                        .append(Double.isFinite(value) ? plain(value) : "");
            }
            return data.toString();
        }

        /// Five significant digits, bare.
        private static String plain(double value) {
            return new BigDecimal(value)
                    .round(new MathContext(5))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }
}
