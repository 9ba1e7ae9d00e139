package parapet.view.chart;

import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Numbers over time with bands: medians as lines, "in 9 of 10 runs" and "in 5 of 10" as areas, and
/// single runs as thin lines that the page can show instead.
///
/// A band is stacked from its lowest quantile upward, so the pieces hold differences, not values.
///
/// @param periods labels of the periods, in order
/// @param now index of the period of the as-of date, or -1
/// @param yName name of the vertical axis
/// @param lines known lines
/// @param bands bands
/// @param runs single runs
public record FanChart(
        List<String> periods,
        int now,
        String yName,
        List<Line> lines,
        List<Band> bands,
        List<Run> runs) {

    /// A line without a band.
    ///
    /// @param name name
    /// @param colour colour of the style sheet
    /// @param values one for each period
    public record Line(String name, String colour, double[] values) {}

    /// A quantity with its quantiles.
    ///
    /// @param name name
    /// @param colour colour of the style sheet
    /// @param inner whether the middle half is drawn too
    /// @param quantiles `quantiles[5][period]`: 5, 25, 50, 75 and 95 %
    public record Band(String name, String colour, boolean inner, double[][] quantiles) {}

    /// One run.
    ///
    /// @param name name of the number
    /// @param colour colour of the style sheet
    /// @param values one for each period
    public record Run(String name, String colour, double[] values) {}

    /// The option tree.
    public Map<String, Object> option() {
        List<String> names = new ArrayList<>();
        List<Object> series = new ArrayList<>();
        for (Band band : bands) {
            double[][] q = band.quantiles();
            String wide = band.name() + ", 9 of 10 runs";
            String half = band.name() + ", 5 of 10 runs";
            series.add(piece(band, "p05", wide, q[0], 0));
            if (band.inner()) {
                series.add(piece(band, "p25", wide, minus(q[1], q[0]), 0.18));
                series.add(piece(band, "p75", half, minus(q[3], q[1]), 0.42));
                series.add(piece(band, "p95", wide, minus(q[4], q[3]), 0.18));
            } else {
                series.add(piece(band, "p95", wide, minus(q[4], q[0]), 0.16));
            }
            String median = band.name() + ", median";
            names.add(median);
            if (band.inner()) {
                names.add(half);
            }
            names.add(wide);
            series.add(
                    object(
                            "type",
                            "line",
                            "id",
                            "band:" + band.name() + ":p50",
                            "name",
                            median,
                            "data",
                            Json.numbers(q[2]),
                            "symbol",
                            alone() ? "circle" : "none",
                            "symbolSize",
                            9,
                            "z",
                            4,
                            "lineStyle",
                            object("color", band.colour(), "width", 2.4),
                            "itemStyle",
                            object("color", band.colour())));
        }
        for (Line line : lines) {
            names.addFirst(line.name());
            series.add(
                    object(
                            "type",
                            "line",
                            "id",
                            "line:" + line.name(),
                            "name",
                            line.name(),
                            "data",
                            Json.numbers(line.values()),
                            "symbol",
                            alone() ? "diamond" : "none",
                            "symbolSize",
                            9,
                            "step",
                            "middle",
                            "z",
                            3,
                            "lineStyle",
                            object("color", line.colour(), "width", 1.8, "type", "dashed"),
                            "itemStyle",
                            object("color", line.colour())));
        }
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            series.add(
                    object(
                            "type",
                            "line",
                            "id",
                            "run:" + i,
                            "name",
                            run.name() + ", one run",
                            "data",
                            Json.numbers(run.values()),
                            "symbol",
                            "none",
                            "silent",
                            true,
                            "z",
                            2,
                            "lineStyle",
                            object("color", run.colour(), "width", 1, "opacity", 0.55),
                            "itemStyle",
                            object("color", run.colour())));
        }
        if (now >= 0) {
            series.add(Axes.rule("xAxis", now, "as of", "insideEndTop"));
        }
        Map<String, Object> x = Axes.category(periods, false, 0);
        x.put("boundaryGap", alone());
        x.put(
                "axisLabel",
                object("color", Axes.MUTED, "formatter", "@year", "interval", "@yearStart"));
        return object(
                "grid",
                Axes.grid(78),
                "legend",
                Axes.legend(names),
                "tooltip",
                object(
                        "trigger", "axis",
                        "formatter", "@fan",
                        "confine", true),
                "xAxis",
                x,
                "yAxis",
                Axes.value(yName, false),
                "series",
                series);
    }

    /// Whether there is one period only: no line can be drawn through it, so it gets a mark, and a
    /// dash at each end of its band.
    private boolean alone() {
        return periods.size() == 1;
    }

    private Map<String, Object> piece(
            Band band, String id, String name, double[] values, double opacity) {
        return object(
                "type",
                "line",
                "id",
                "band:" + band.name() + ":" + id,
                "name",
                name,
                "stack",
                band.name(),
                "data",
                Json.numbers(values),
                "symbol",
                alone() ? "rect" : "none",
                "symbolSize",
                List.of(26, 3),
                "silent",
                true,
                "lineStyle",
                object("opacity", 0),
                "itemStyle",
                object(
                        "color", band.colour(),
                        "opacity", alone() ? 0.8 : opacity == 0 ? 0.3 : opacity,
                        "decal", object("symbol", "none")),
                "areaStyle",
                object("color", band.colour(), "opacity", opacity));
    }

    private static double[] minus(double[] high, double[] low) {
        double[] difference = new double[high.length];
        for (int i = 0; i < high.length; i++) {
            difference[i] = high[i] - low[i];
        }
        return difference;
    }
}
