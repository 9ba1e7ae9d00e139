package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row for each thing: a thin bar in which 9 of 10 draws lie, a thick one for the middle half,
/// a dot at the median, and where it is known a diamond at what happened.
///
/// @param xName name of the horizontal axis, null for none
/// @param time whether the numbers are days since 1970-01-01
/// @param zero where a vertical rule stands (no difference), null for none
/// @param rows rows from the top
public record BandDots(
        @Nullable String xName, boolean time, @Nullable Double zero, List<Row> rows) {

    /// One row.
    ///
    /// @param label label
    /// @param quantiles 5, 25, 50, 75 and 95 %
    /// @param mark what happened, null when not known
    /// @param colour colour of the style sheet
    /// @param tip shown when pointed at
    public record Row(
            String label, double[] quantiles, @Nullable Double mark, String colour, String tip) {}

    /// The height that lets every label be read.
    public int height() {
        return 64 + 34 * rows.size();
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> bars = new ArrayList<>();
        List<Object> marks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double[] q = row.quantiles();
            bars.add(
                    object(
                            "value",
                            array(at(q[0]), at(q[1]), at(q[2]), at(q[3]), at(q[4]), i),
                            "tip",
                            row.tip(),
                            "itemStyle",
                            object("color", row.colour())));
            if (row.mark() != null) {
                marks.add(object("value", array(at(row.mark()), i), "tip", row.tip()));
            }
        }
        List<Object> series = new ArrayList<>();
        series.add(
                object(
                        "type", "custom",
                        "id", "bands",
                        "name", "Range",
                        "renderItem", "@band",
                        "encode", object("x", List.of(0, 1, 2, 3, 4), "y", 5),
                        "data", bars));
        if (!marks.isEmpty()) {
            series.add(
                    object(
                            "type",
                            "scatter",
                            "id",
                            "marks",
                            "name",
                            "What happened",
                            "symbol",
                            "diamond",
                            "symbolSize",
                            13,
                            "z",
                            5,
                            "itemStyle",
                            object(
                                    "color", "var(--worse)",
                                    "borderColor", "var(--paper)",
                                    "borderWidth", 1.5),
                            "data",
                            marks));
        }
        if (zero != null) {
            series.add(Axes.rule("xAxis", zero, "", "end"));
        }
        Map<String, Object> x = time ? Axes.time(true) : Axes.value(xName, true);
        x.put("scale", zero == null ? true : false);
        Map<String, Object> grid = Axes.grid(8);
        if (xName != null && !time) {
            grid.put("bottom", 34);
        }
        return object(
                "grid",
                grid,
                "tooltip",
                Axes.itemTooltip(),
                "xAxis",
                x,
                "yAxis",
                Axes.category(rows.stream().map(Row::label).toList(), true, 210),
                "extra",
                object("height", height()),
                "series",
                series);
    }

    private Object at(double value) {
        return time ? (Object) (Math.round(value) * 86_400_000L) : (Object) value;
    }
}
