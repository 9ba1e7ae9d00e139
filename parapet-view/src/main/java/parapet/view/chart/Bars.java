package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Upright bars over a few named steps, such as nights, hours or dates, side by side for each
/// group: a bar to the mean, a whisker over 9 of 10 draws.
///
/// @param xName name of the horizontal axis, empty for none
/// @param yName name of the vertical axis
/// @param steps labels in order
/// @param groups what is drawn at each step
public record Bars(String xName, String yName, List<String> steps, List<Group> groups) {

    /// What is drawn at each step.
    ///
    /// @param name name
    /// @param colour colour of the style sheet
    /// @param low 5 % of the draws lie below, one for each step
    /// @param mean mean, one for each step
    /// @param high 95 % of the draws lie below, one for each step
    public record Group(String name, String colour, double[] low, double[] mean, double[] high) {}

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> series = new ArrayList<>();
        for (Group group : groups) {
            series.add(
                    object(
                            "type",
                            "bar",
                            "id",
                            "bar:" + group.name,
                            "name",
                            group.name,
                            "barMaxWidth",
                            46,
                            "barGap",
                            "12%",
                            "itemStyle",
                            object("color", group.colour),
                            "data",
                            Json.numbers(group.mean)));
        }
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            List<Object> whiskers = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                whiskers.add(array(i, group.low[i], group.high[i], g, groups.size()));
            }
            series.add(
                    object(
                            "type",
                            "custom",
                            "id",
                            "whisker:" + group.name,
                            "name",
                            group.name + ", 9 of 10 draws",
                            "renderItem",
                            "@groupWhisker",
                            "encode",
                            object("x", 0, "y", List.of(1, 2)),
                            "silent",
                            true,
                            "z",
                            5,
                            "itemStyle",
                            object("color", Axes.INK),
                            "data",
                            whiskers));
        }
        Map<String, Object> x = Axes.category(steps, false, 0);
        Map<String, Object> grid = Axes.grid(groups.size() > 1 ? 52 : 30);
        if (!xName.isEmpty()) {
            x.put("name", xName);
            x.put("nameLocation", "middle");
            x.put("nameGap", 28);
            x.put("nameTextStyle", object("color", Axes.MUTED));
            grid.put("bottom", 32);
        }
        return object(
                "grid",
                grid,
                "legend",
                groups.size() > 1 ? Axes.legend(groups.stream().map(Group::name).toList()) : null,
                "tooltip",
                Axes.stepTooltip("@bars"),
                "xAxis",
                x,
                "yAxis",
                Axes.value(yName, false),
                "series",
                series);
    }

    /// Bars that lie on each other and add up, without whiskers.
    ///
    /// @param causes what is stacked, from the ground up
    public static Map<String, Object> stacked(
            String yName, List<String> steps, List<MoneyChart.Cause> causes) {
        return object(
                "grid",
                Axes.grid(52),
                "legend",
                Axes.legend(causes.stream().map(MoneyChart.Cause::name).toList()),
                "tooltip",
                Axes.stepTooltip("@money"),
                "xAxis",
                Axes.category(steps, false, 0),
                "yAxis",
                Axes.value(yName, false),
                "series",
                MoneyChart.bars(causes));
    }
}
