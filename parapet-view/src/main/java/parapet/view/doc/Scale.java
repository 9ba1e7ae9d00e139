package parapet.view.doc;

import java.util.ArrayList;
import java.util.List;

/// A horizontal scale with fixed ends, and marks on it.
///
/// @param left label of the left end
/// @param right label of the right end
/// @param label the whole, for those who cannot see it
/// @param marks marks from the back to the front
public record Scale(String left, String right, String label, List<Mark> marks) {
    /// No scale.
    public static final Scale NONE = new Scale("", "", "", List.of());

    /// One mark.
    ///
    /// @param kind `band`, `dot`, `rule`, or `part` with a class of its own such as `part record`
    /// @param at left end, percent of the scale
    /// @param width width, percent of the scale; 0 for what is a point
    public record Mark(String kind, double at, double width) {
        /// The place in CSS.
        public String css() {
            return width > 0
                    ? "left:%.2f%%;width:%.2f%%".formatted(at, width)
                    : "left:%.2f%%".formatted(at);
        }
    }

    /// A band with a dot at its mean, and a rule at zero where zero lies within the scale.
    ///
    /// @param least value at the left end
    /// @param most value at the right end
    public static Scale band(
            double least,
            double most,
            double low,
            double mean,
            double high,
            String left,
            String right,
            String label) {
        var marks = new ArrayList<Mark>();
        if (least < 0 && most > 0) {
            marks.add(new Mark("rule", place(0, least, most), 0));
        }
        double from = place(low, least, most);
        marks.add(new Mark("band", from, Math.max(0.6, place(high, least, most) - from)));
        marks.add(new Mark("dot", place(mean, least, most), 0));
        return new Scale(left, right, label, marks);
    }

    private static double place(double value, double least, double most) {
        return 100 * Math.clamp((value - least) / (most - least), 0, 1);
    }
}
