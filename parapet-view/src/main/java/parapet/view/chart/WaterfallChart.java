package parapet.view.chart;

import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// From a whole to what is left of it, one loss after the other.
///
/// @param xName name of the horizontal axis
/// @param steps from the top: the whole, the losses, what is left
public record WaterfallChart(String xName, List<Step> steps) {

    /// One bar.
    ///
    /// @param label label
    /// @param value length, 0 or more
    /// @param total whether it is a total, which stands on zero, or a loss, which hangs below the
    ///   bar above it
    /// @param text shown at its end
    /// @param tip shown when pointed at
    public record Step(String label, double value, boolean total, String text, String tip) {}

    /// The height that lets every label be read.
    public int height() {
        return 64 + 30 * steps.size();
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> bases = new ArrayList<>();
        List<Object> bars = new ArrayList<>();
        double level = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double base = step.total ? 0 : Math.max(0, level - step.value);
            level = step.total ? step.value : base;
            String colour =
                    step.total ? (i == 0 ? "var(--promised)" : "var(--ready)") : "var(--delivered)";
            bases.add(base);
            bars.add(
                    object(
                            "value",
                            step.value,
                            "tip",
                            step.tip,
                            "itemStyle",
                            object("color", colour),
                            "label",
                            object("formatter", step.text)));
        }
        Map<String, Object> grid = Axes.grid(4);
        grid.put("bottom", 34);
        grid.put("right", 64);
        return object(
                "grid",
                grid,
                "tooltip",
                Axes.itemTooltip(),
                "xAxis",
                Axes.value(xName, true),
                "yAxis",
                Axes.category(steps.stream().map(Step::label).toList(), true, 190),
                "extra",
                object("height", height()),
                "series",
                List.of(
                        object(
                                "type",
                                "bar",
                                "id",
                                "base",
                                "stack",
                                "step",
                                "silent",
                                true,
                                "itemStyle",
                                object("color", "transparent", "decal", object("symbol", "none")),
                                "tooltip",
                                object("show", false),
                                "data",
                                bases),
                        object(
                                "type", "bar",
                                "id", "step",
                                "stack", "step",
                                "barWidth", "62%",
                                "itemStyle", object("decal", object("symbol", "none")),
                                "label",
                                        object(
                                                "show",
                                                true,
                                                "position",
                                                "right",
                                                "color",
                                                Axes.INK),
                                "data", bars)));
    }
}
