package parapet.view.chart;

import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Bars from left to right, each stacked from parts that all rows share.
///
/// @param xName name of the horizontal axis
/// @param rows labels from the top
/// @param parts parts, from the left
public record StackChart(String xName, List<String> rows, List<Part> parts) {

    /// One part.
    ///
    /// @param name name in words
    /// @param values its length in each row, 0 or more
    /// @param tips shown when pointed at, one for each row
    public record Part(String name, double[] values, List<String> tips) {}

    /// The height that lets every label be read.
    public int height() {
        return 84 + 38 * rows.size();
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> series = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<Object> data = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                data.add(object("value", part.values()[row], "tip", part.tips().get(row)));
            }
            series.add(
                    object(
                            "type",
                            "bar",
                            "id",
                            "cause:" + i,
                            "name",
                            part.name(),
                            "stack",
                            "all",
                            "barWidth",
                            "58%",
                            "itemStyle",
                            object("color", "var(--c" + Math.floorMod(i, 10) + ")"),
                            "data",
                            data));
        }
        Map<String, Object> grid = Axes.grid(40);
        grid.put("bottom", 34);
        return object(
                "grid",
                grid,
                "legend",
                Axes.legend(parts.stream().map(Part::name).toList()),
                "tooltip",
                Axes.itemTooltip(),
                "xAxis",
                Axes.value(xName, true),
                "yAxis",
                Axes.category(rows, true, 150),
                "extra",
                object("height", height()),
                "series",
                series);
    }
}
