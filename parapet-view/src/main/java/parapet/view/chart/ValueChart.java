package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What each choice costs and gives against doing nothing, which stands at zero: a named point with
/// the 95 % intervals of both as whiskers, and the efficient front as a step line.
///
/// A point is dominated when another costs no more and gives no less, and one of both is better. It
/// is judged by the means; a whisker that crosses the front says that chance may have decided.
///
/// @param xName name of the horizontal axis: cost
/// @param yName name of the vertical axis: gain
/// @param points choices; one of them, at zero, may be doing nothing
public record ValueChart(String xName, String yName, List<Point> points) {
    /// One choice.
    ///
    /// @param name name, written beside the point
    /// @param cost extra cost
    /// @param costHalf half-width of its interval
    /// @param gain extra gain, more is better
    /// @param gainHalf half-width of its interval
    /// @param tip shown when pointed at
    public record Point(
            String name, double cost, double costHalf, double gain, double gainHalf, String tip) {

        boolean dominates(Point other) {
            return cost <= other.cost
                    && gain >= other.gain
                    && (cost < other.cost || gain > other.gain);
        }
    }

    /// The choices that no other dominates, by cost.
    public List<Point> front() {
        return points.stream()
                .filter(p -> points.stream().noneMatch(o -> o.dominates(p)))
                .sorted(Comparator.comparingDouble(Point::cost))
                .toList();
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Point> front = front();
        List<Point> drawn = new ArrayList<>(points);
        drawn.sort(Comparator.comparing(front::contains));
        List<Object> whiskers = drawn.stream().map(p -> whisker(p, front.contains(p))).toList();
        List<Object> dots = drawn.stream().map(p -> dot(p, front.contains(p))).toList();
        Map<String, Object> x = Axes.value(xName, true);
        Map<String, Object> y = Axes.value(yName, false);
        for (Map<String, Object> axis : List.of(x, y)) {
            axis.put("axisLabel", object("color", Axes.MUTED, "hideOverlap", true, "margin", 16));
        }
        x.put("nameGap", 38);
        Map<String, Object> grid = Axes.grid(34);
        grid.put("right", 150);
        grid.put("bottom", 44);
        return object(
                "grid",
                grid,
                "tooltip",
                Axes.itemTooltip(),
                "xAxis",
                x,
                "yAxis",
                y,
                "series",
                series(front, whiskers, dots));
    }

    private static List<Object> series(
            List<Point> front, List<Object> whiskers, List<Object> dots) {
        return List.of(
                object(
                        "type",
                        "line",
                        "id",
                        "front",
                        "step",
                        "end",
                        "silent",
                        true,
                        "symbol",
                        "none",
                        "lineStyle",
                        object("color", "var(--ready)", "width", 1.6, "type", "dashed"),
                        "data",
                        front.stream().map(p -> array(p.cost, p.gain)).toList()),
                object(
                        "type",
                        "custom",
                        "id",
                        "whiskers",
                        "silent",
                        true,
                        "renderItem",
                        "@cross",
                        "encode",
                        object("x", List.of(0, 1, 2), "y", List.of(3, 4, 5)),
                        "data",
                        whiskers),
                object(
                        "type",
                        "scatter",
                        "id",
                        "points",
                        "symbolSize",
                        11,
                        "z",
                        5,
                        "label",
                        object("show", true, "fontSize", 12, "position", "right"),
                        "labelLayout",
                        object("moveOverlap", "shiftY"),
                        "data",
                        dots));
    }

    private static Object whisker(Point p, boolean efficient) {
        return object(
                "value",
                array(
                        p.cost,
                        p.cost - p.costHalf,
                        p.cost + p.costHalf,
                        p.gain,
                        p.gain - p.gainHalf,
                        p.gain + p.gainHalf),
                "itemStyle",
                object("color", colour(efficient)));
    }

    private static Object dot(Point p, boolean efficient) {
        return object(
                "value",
                array(p.cost, p.gain),
                "tip",
                p.tip,
                "itemStyle",
                object(
                        "color",
                        efficient ? colour(true) : "var(--paper)",
                        "borderColor",
                        colour(efficient),
                        "borderWidth",
                        1.5),
                "label",
                object("formatter", p.name, "color", efficient ? "var(--ink)" : "var(--muted)"));
    }

    private static String colour(boolean efficient) {
        return efficient ? "var(--ready)" : "var(--muted)";
    }
}
