package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What moves an answer: for every input the mean answer in its lowest and in its highest fifth.
/// Inputs whose share of the variance does not rise above the noise are pale.
///
/// @param xName name of the horizontal axis
/// @param middle mean of the answer
/// @param rows the inputs, the strongest first
public record TornadoChart(String xName, double middle, List<Row> rows) {

    /// One input.
    ///
    /// @param label label
    /// @param low mean answer in the lowest fifth of the input
    /// @param high mean answer in the highest fifth of the input
    /// @param aboveNoise whether the share of the variance rises above the noise
    /// @param text shown beside the bar
    /// @param tip shown when pointed at
    public record Row(
            String label, double low, double high, boolean aboveNoise, String text, String tip) {}

    /// The height that lets every label be read.
    public int height() {
        return 96 + 34 * rows.size();
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> low = new ArrayList<>();
        List<Object> high = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double opacity = row.aboveNoise ? 1 : 0.35;
            low.add(end(row.low, i, row.tip, opacity, row.low > row.high ? row.text : ""));
            high.add(end(row.high, i, row.tip, opacity, row.low > row.high ? "" : row.text));
        }
        Map<String, Object> x = Axes.value(xName, true);
        x.put("scale", true);
        x.put("boundaryGap", List.of("2%", "8%"));
        Map<String, Object> grid = Axes.grid(34);
        grid.put("bottom", 34);
        grid.put("right", 44);
        return object(
                "grid",
                grid,
                "legend",
                Axes.legend(List.of("Input in its lowest fifth", "Input in its highest fifth")),
                "tooltip",
                Axes.itemTooltip(),
                "xAxis",
                x,
                "yAxis",
                Axes.category(rows.stream().map(Row::label).toList(), true, 190),
                "extra",
                object("height", height()),
                "series",
                List.of(
                        ends("low", "Input in its lowest fifth", "var(--c1)", low),
                        ends("high", "Input in its highest fifth", "var(--c5)", high),
                        Axes.rule("xAxis", middle, "mean", "start")));
    }

    private Map<String, Object> end(double to, int row, String tip, double opacity, String text) {
        return object(
                "value",
                array(middle, to, row),
                "tip",
                tip,
                "text",
                text,
                "itemStyle",
                object("opacity", opacity));
    }

    private static Map<String, Object> ends(
            String id, String name, String colour, List<Object> data) {
        return object(
                "type",
                "custom",
                "id",
                id,
                "name",
                name,
                "renderItem",
                "@span",
                "encode",
                object("x", List.of(0, 1), "y", 2),
                "itemStyle",
                object("color", colour, "decal", object("symbol", "none")),
                "data",
                data);
    }
}
