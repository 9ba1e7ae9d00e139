package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Show;

/// The slip chart of promises: the day a forecast was made from left to right, the day it named
/// from bottom to top. A promise kept is a level row of points; points that climb are a promise
/// that slips; on the diagonal the promised day is today.
///
/// @param points the forecasts
/// @param actual what happened, null when it has not
/// @param from left and lower end of both axes
/// @param to right and upper end of both axes
public record SlipChart(
        List<Point> points, @Nullable LocalDate actual, LocalDate from, LocalDate to) {

    /// One forecast.
    ///
    /// @param made day on which it was made
    /// @param first first day of the period named
    /// @param last last day of the period named
    /// @param grade grade of the source, A to D
    /// @param tip shown when pointed at
    public record Point(LocalDate made, LocalDate first, LocalDate last, String grade, String tip) {
        LocalDate middle() {
            return first.plusDays((last.toEpochDay() - first.toEpochDay()) / 2);
        }
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<String> names = new ArrayList<>();
        List<Object> series = new ArrayList<>();
        series.add(spans());
        for (String grade : new TreeSet<>(points.stream().map(Point::grade).toList())) {
            String name = "Grade " + grade;
            names.add(name);
            series.add(dots(grade, name));
        }
        series.add(
                object(
                        "type", "line",
                        "id", "diagonal",
                        "name", "Named day is the day of the forecast",
                        "symbol", "none",
                        "silent", true,
                        "lineStyle", object("color", Axes.GRID, "width", 1.4),
                        "data", List.of(array(day(from), day(from)), array(day(to), day(to)))));
        if (actual != null) {
            series.add(
                    Axes.rule(
                            "yAxis", day(actual), "came " + Show.month(actual), "insideStartTop"));
        }
        Map<String, Object> x = Axes.time(false);
        Map<String, Object> y = Axes.time(true);
        for (Map<String, Object> axis : List.of(x, y)) {
            axis.put("min", day(from));
            axis.put("max", day(to));
            axis.put("minInterval", 31_536_000_000L);
        }
        return object(
                "grid",
                Axes.grid(30),
                "legend",
                Axes.legend(names),
                "tooltip",
                Axes.itemTooltip(),
                "xAxis",
                x,
                "yAxis",
                y,
                "series",
                series);
    }

    /// From the first to the last day that each forecast named.
    private Object spans() {
        List<Object> spans = new ArrayList<>();
        for (Point point : points) {
            spans.add(object("value", array(day(point.made), day(point.first), day(point.last))));
        }
        return object(
                "type",
                "custom",
                "id",
                "spans",
                "renderItem",
                "@slip",
                "silent",
                true,
                "encode",
                object("x", 0, "y", List.of(1, 2)),
                "itemStyle",
                object("color", Axes.MUTED),
                "data",
                spans);
    }

    /// Forecasts by sources of one grade.
    private Object dots(String grade, String name) {
        List<Object> data = new ArrayList<>();
        for (Point point : points) {
            if (point.grade.equals(grade)) {
                data.add(
                        object(
                                "value",
                                array(day(point.made), day(point.middle())),
                                "tip",
                                point.tip));
            }
        }
        return object(
                "type",
                "scatter",
                "id",
                "grade:" + grade,
                "name",
                name,
                "symbol",
                symbol(grade),
                "symbolSize",
                10,
                "z",
                4,
                "itemStyle",
                object("color", colour(grade), "borderColor", "var(--paper)", "borderWidth", 1),
                "data",
                data);
    }

    private static String day(LocalDate date) {
        return date.toString();
    }

    private static String symbol(String grade) {
        return switch (grade) {
            case "A" -> "diamond";
            case "B" -> "circle";
            case "C" -> "triangle";
            default -> "rect";
        };
    }

    private static String colour(String grade) {
        return switch (grade) {
            case "A" -> "var(--c1)";
            case "B" -> "var(--c2)";
            case "C" -> "var(--c0)";
            default -> "var(--c6)";
        };
    }
}
