package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Money by year, stacked by cause, with a whisker at the total: in 9 of 10 draws it lies there,
/// and the budget as a line over the years that have one.
///
/// @param yName unit of money
/// @param years labels of the years
/// @param causes causes, the greatest first
/// @param low 5 % of the runs lie below, of the total of each year
/// @param high 95 % of the runs lie below
/// @param budget money granted for each year, not-a-number for none
public record MoneyChart(
        String yName,
        List<String> years,
        List<Cause> causes,
        double[] low,
        double[] high,
        double[] budget) {
    private static final String WHISKERS = "Total, 9 of 10 draws";
    private static final String BUDGET = "Budget";
    private static final String STROKE = "path://M0 4H18V6H0Z";

    /// One cause.
    ///
    /// @param name name in words
    /// @param colour colour of the style sheet
    /// @param values mean of each year
    public record Cause(String name, String colour, double[] values) {}

    /// A series of stacked bars for each cause.
    static List<Object> bars(List<Cause> causes) {
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
                            object("color", causes.get(i).colour()),
                            "data",
                            Json.numbers(causes.get(i).values())));
        }
        return series;
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> series = bars(causes);
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
                        WHISKERS,
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
        List<Object> names = new ArrayList<>(causes.stream().map(Cause::name).toList());
        names.add(WHISKERS);
        List<Object> steps = steps();
        if (!steps.isEmpty()) {
            series.add(budget(steps));
            names.add(object("name", BUDGET, "icon", STROKE));
        }
        Map<String, Object> legend = Axes.legend(names);
        Map<String, Object> x = Axes.category(years, false, 0);
        x.put("axisLabel", object("color", Axes.MUTED, "hideOverlap", true));
        return object(
                "grid",
                Axes.grid(64),
                "legend",
                legend,
                "tooltip",
                Axes.stepTooltip("@money"),
                "xAxis",
                x,
                "yAxis",
                Axes.value(yName, false),
                "series",
                series);
    }

    /// For each year with a budget: its index, the budget, and that of the year before, from which
    /// a step leads to it; its own where there is none.
    private List<Object> steps() {
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < budget.length; i++) {
            if (Double.isFinite(budget[i])) {
                boolean first = i == 0 || !Double.isFinite(budget[i - 1]);
                steps.add(array(i, budget[i], first ? budget[i] : budget[i - 1]));
            }
        }
        return steps;
    }

    private static Map<String, Object> budget(List<Object> steps) {
        return object(
                "type",
                "custom",
                "id",
                "budget",
                "name",
                BUDGET,
                "renderItem",
                "@budget",
                "encode",
                object("x", 0, "y", List.of(1)),
                "z",
                6,
                "itemStyle",
                object("color", Axes.INK, "decal", object("symbol", "none")),
                "data",
                steps);
    }
}
