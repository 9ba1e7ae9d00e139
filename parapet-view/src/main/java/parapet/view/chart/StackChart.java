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
    /// @param colour colour of the style sheet
    /// @param values its length in each row, 0 or more
    public record Part(String name, String colour, double[] values) {}

    /// The height that lets every label be read.
    public int height() {
        return 84 + 38 * rows.size();
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> series = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
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
                            object("color", part.colour()),
                            "data",
                            Json.numbers(part.values())));
        }
        Map<String, Object> grid = Axes.grid(40);
        grid.put("bottom", 34);
        return object(
                "grid",
                grid,
                "legend",
                Axes.legend(parts.stream().map(Part::name).toList()),
                "tooltip",
                object("trigger", "item", "formatter", "@stack", "confine", true),
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
