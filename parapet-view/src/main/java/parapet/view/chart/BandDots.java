package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One row for each thing, with one bar or several: a bar in which 9 of 10 draws lie, a dot at the
/// mean (of dates, the median), and where it is known what happened, or the range of it.
///
/// @param xName name of the horizontal axis, null for none
/// @param time whether the numbers are days since 1970-01-01
/// @param zero where a vertical rule stands (no difference), null for none
/// @param rows rows from the top
/// @param legend name and colour of each bar of a row; empty where a row has one
public record BandDots(
        @Nullable String xName,
        boolean time,
        @Nullable Double zero,
        List<Row> rows,
        List<Kind> legend) {
    /// Rows with one bar each.
    public BandDots(@Nullable String xName, boolean time, @Nullable Double zero, List<Row> rows) {
        this(xName, time, zero, rows, List.of());
    }

    /// What a bar of a row stands for.
    public record Kind(String name, String colour) {}

    /// One row.
    ///
    /// @param label label
    /// @param bars bars from the top
    public record Row(String label, List<Bar> bars) {
        /// A row with one bar.
        public static Row of(String label, Bar bar) {
            return new Row(label, List.of(bar));
        }
    }

    /// One bar.
    ///
    /// @param low 5 % of the draws lie below
    /// @param middle where the dot stands
    /// @param high 95 % of the draws lie below
    /// @param from least of what happened, null when not known
    /// @param to most of what happened, `from` where it is one value
    /// @param outside whether what happened lies outside the bar
    /// @param colour colour of the style sheet
    /// @param tip shown when pointed at
    public record Bar(
            double low,
            double middle,
            double high,
            @Nullable Double from,
            @Nullable Double to,
            boolean outside,
            String colour,
            String tip) {
        /// A bar of which nothing happened yet.
        public Bar(double low, double middle, double high, String colour, String tip) {
            this(low, middle, high, null, null, false, colour, tip);
        }
    }

    /// The height that lets every label be read.
    public int height() {
        int bars = rows.stream().mapToInt(r -> r.bars().size()).sum();
        return 52 + (legend.isEmpty() ? 0 : 26) + 12 * rows.size() + 18 * bars;
    }

    /// The option tree.
    public Map<String, Object> option() {
        List<Object> bars = new ArrayList<>();
        List<Object> marks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Bar> of = rows.get(i).bars();
            for (int b = 0; b < of.size(); b++) {
                Bar bar = of.get(b);
                double offset = (b - (of.size() - 1) / 2.0) * 16;
                bars.add(
                        object(
                                "value",
                                array(at(bar.low), at(bar.middle), at(bar.high), i, offset),
                                "tip",
                                bar.tip,
                                "itemStyle",
                                object("color", bar.colour)));
                if (bar.from != null) {
                    double to = Objects.requireNonNullElse(bar.to, bar.from);
                    marks.add(
                            object(
                                    "value",
                                    array(at(bar.from), at(to), i, offset, bar.outside ? 1 : 0),
                                    "tip",
                                    bar.tip,
                                    "itemStyle",
                                    object("color", bar.outside ? "var(--worse)" : "var(--ink)")));
                }
            }
        }
        Map<String, Object> x = time ? Axes.time(true) : Axes.value(xName, true);
        x.put("scale", zero == null ? true : false);
        Map<String, Object> grid = Axes.grid(legend.isEmpty() ? 8 : 34);
        if (xName != null && !time) {
            grid.put("bottom", 34);
        }
        return object(
                "grid",
                grid,
                "legend",
                legend.isEmpty() ? null : Axes.legend(legend.stream().map(Kind::name).toList()),
                "tooltip",
                Axes.itemTooltip(),
                "xAxis",
                x,
                "yAxis",
                Axes.category(rows.stream().map(Row::label).toList(), true, 210),
                "extra",
                object("height", height()),
                "series",
                series(bars, marks));
    }

    private List<Object> series(List<Object> bars, List<Object> marks) {
        List<Object> series = new ArrayList<>();
        series.add(
                object(
                        "type", "custom",
                        "id", "bands",
                        "name", "Range",
                        "renderItem", "@band",
                        "encode", object("x", List.of(0, 1, 2), "y", 3),
                        "data", bars));
        if (!marks.isEmpty()) {
            series.add(
                    object(
                            "type", "custom",
                            "id", "marks",
                            "name", "What happened",
                            "renderItem", "@mark",
                            "encode", object("x", List.of(0, 1), "y", 2),
                            "z", 5,
                            "data", marks));
        }
        for (Kind kind : legend) {
            series.add(
                    object(
                            "type",
                            "bar",
                            "id",
                            "kind:" + kind.name,
                            "name",
                            kind.name,
                            "itemStyle",
                            object("color", kind.colour),
                            "data",
                            List.of()));
        }
        if (zero != null) {
            series.add(Axes.rule("xAxis", zero, "", "end"));
        }
        return series;
    }

    private Object at(double value) {
        return time ? (Object) (Math.round(value) * 86_400_000L) : (Object) value;
    }
}
