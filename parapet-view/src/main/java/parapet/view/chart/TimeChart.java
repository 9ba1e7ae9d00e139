package parapet.view.chart;

import static parapet.view.chart.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers of units over months: lines that bear their names at the right end, one of them with a
/// band over 9 of 10 draws, or areas that lie on each other and add up.
///
/// @param yName name of the vertical axis
/// @param months first days of the months, in order
/// @param now the as-of date, from which on everything is foretold; null where it lies outside
/// @param lines lines, or areas from the ground up
/// @param stacked whether they lie on each other
public record TimeChart(
        String yName,
        List<LocalDate> months,
        @Nullable LocalDate now,
        List<Line> lines,
        boolean stacked) {

    /// A line or an area.
    ///
    /// @param name name
    /// @param colour colour of the style sheet
    /// @param values one for each month
    /// @param low lower edge of its band, empty for none
    /// @param high upper edge of its band, empty for none
    /// @param dashed whether the line is dashed
    public record Line(
            String name,
            String colour,
            double[] values,
            double[] low,
            double[] high,
            boolean dashed) {
        /// A line without a band.
        public static Line plain(String name, String colour, double[] values, boolean dashed) {
            return new Line(name, colour, values, new double[0], new double[0], dashed);
        }
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> series = new ArrayList<>();
        for (Line line : lines) {
            if (line.low.length > 0) {
                series.add(edge(line, "low", line.low, 0));
                series.add(edge(line, "high", minus(line.high, line.low), 0.2));
            }
        }
        for (Line line : lines) {
            series.add(stacked ? area(line) : line(line));
        }
        if (now != null) {
            series.add(Axes.rule("xAxis", millis(now), "as of", "insideEndTop"));
        }
        Map<String, Object> x = Axes.time(false);
        Map<String, Object> grid = Axes.grid(stacked ? 52 : 22);
        grid.put("right", stacked ? 12 : 92);
        Map<String, Object> legend =
                Axes.legend(lines.reversed().stream().map(Line::name).toList());
        return object(
                "grid",
                grid,
                "legend",
                stacked ? legend : null,
                "tooltip",
                object("trigger", "axis", "formatter", "@time", "confine", true),
                "xAxis",
                x,
                "yAxis",
                Axes.value(yName, false),
                "extra",
                object("months", months.stream().map(TimeChart::millis).toList()),
                "series",
                series);
    }

    private Map<String, Object> line(Line line) {
        return object(
                "type",
                "line",
                "id",
                "line:" + line.name,
                "name",
                line.name,
                "symbol",
                "none",
                "step",
                line.dashed ? "end" : null,
                "z",
                4,
                "lineStyle",
                object(
                        "color",
                        line.colour,
                        "width",
                        2.2,
                        "type",
                        line.dashed ? "dashed" : "solid"),
                "itemStyle",
                object("color", line.colour),
                "endLabel",
                object(
                        "show",
                        true,
                        "formatter",
                        "{a}",
                        "color",
                        line.colour,
                        "fontWeight",
                        600,
                        "distance",
                        4),
                "labelLayout",
                object("moveOverlap", "shiftY"),
                "data",
                Json.numbers(line.values));
    }

    private static Map<String, Object> area(Line line) {
        return object(
                "type",
                "line",
                "id",
                "cause:" + line.name,
                "name",
                line.name,
                "stack",
                "all",
                "symbol",
                "none",
                "lineStyle",
                object("width", 0),
                "itemStyle",
                object("color", line.colour),
                "areaStyle",
                object("color", line.colour, "opacity", 0.9),
                "data",
                Json.numbers(line.values));
    }

    private static Map<String, Object> edge(Line line, String id, double[] values, double opacity) {
        return object(
                "type",
                "line",
                "id",
                "band:" + line.name + ":" + id,
                "name",
                line.name + ", 9 of 10 draws",
                "stack",
                "band:" + line.name,
                "symbol",
                "none",
                "silent",
                true,
                "lineStyle",
                object("opacity", 0),
                "itemStyle",
                object("color", line.colour),
                "areaStyle",
                object("color", line.colour, "opacity", opacity),
                "data",
                Json.numbers(values));
    }

    private static long millis(LocalDate day) {
        return day.toEpochDay() * 86_400_000L;
    }

    private static double[] minus(double[] high, double[] low) {
        double[] difference = new double[high.length];
        for (int i = 0; i < high.length; i++) {
            difference[i] = high[i] - low[i];
        }
        return difference;
    }
}
