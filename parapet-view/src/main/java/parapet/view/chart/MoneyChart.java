package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Money by year, stacked by cause, with a whisker at the total: in 9 of 10 runs it lies there.
///
/// @param yName unit of money
/// @param years labels of the years
/// @param causes causes, the greatest first
/// @param low 5 % of the runs lie below, of the total of each year
/// @param high 95 % of the runs lie below
public record MoneyChart(
        String yName, List<String> years, List<Cause> causes, double[] low, double[] high) {

    /// One cause.
    ///
    /// @param name name in words
    /// @param values mean of each year
    public record Cause(String name, double[] values) {}

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> series = new ArrayList<>();
        for (int i = 0; i < causes.size(); i++) {
            series.add(
                    object(
                            "type",
                            "bar",
                            "id",
                            "cause:" + i,
                            "name",
                            causes.get(i).name(),
                            "stack",
                            "money",
                            "barCategoryGap",
                            "28%",
                            "itemStyle",
                            object("color", "var(--c" + Math.floorMod(i, 10) + ")"),
                            "data",
                            Json.numbers(causes.get(i).values())));
        }
        List<Object> whiskers = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            whiskers.add(array(i, low[i], high[i]));
        }
        series.add(
                object(
                        "type",
                        "custom",
                        "id",
                        "whiskers",
                        "name",
                        "Total, 9 of 10 runs",
                        "renderItem",
                        "@whisker",
                        "encode",
                        object("x", 0, "y", List.of(1, 2)),
                        "z",
                        5,
                        "itemStyle",
                        object("color", Axes.INK, "decal", object("symbol", "none")),
                        "data",
                        whiskers));
        List<String> names = new ArrayList<>(causes.stream().map(Cause::name).toList());
        names.add("Total, 9 of 10 runs");
        Map<String, Object> legend = Axes.legend(names);
        Map<String, Object> x = Axes.category(years, false, 0);
        x.put("axisLabel", object("color", Axes.MUTED, "hideOverlap", true));
        return object(
                "grid",
                Axes.grid(64),
                "legend",
                legend,
                "tooltip",
                object(
                        "trigger",
                        "axis",
                        "axisPointer",
                        object("type", "shadow"),
                        "formatter",
                        "@money",
                        "confine",
                        true),
                "xAxis",
                x,
                "yAxis",
                Axes.value(yName, false),
                "series",
                series);
    }
}
