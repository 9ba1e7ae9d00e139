package parapet.view.chart;

import static parapet.view.chart.Json.object;

import java.util.List;
import java.util.Map;

/// Money of one thing a row, stacked by cause.
///
/// @param xName unit of money
/// @param rows labels from the top
/// @param causes causes with a value for each row, the greatest first
public record CostBars(String xName, List<String> rows, List<MoneyChart.Cause> causes) {
    /// The height that lets every label be read.
    public int height() {
        return 90 + 26 * rows.size();
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> series = MoneyChart.bars(causes);
        Map<String, Object> legend =
                Axes.legend(causes.stream().map(MoneyChart.Cause::name).toList());
        Map<String, Object> grid = Axes.grid(54);
        grid.put("bottom", 34);
        return object(
                "grid",
                grid,
                "legend",
                legend,
                "tooltip",
                Axes.stepTooltip("@money"),
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
