package parapet.view.chart;

import static parapet.view.chart.Json.object;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the charts have in common: quiet axes, a tooltip with the text of the item, a legend on
/// top.
final class Axes {
    static final String INK = "var(--ink)";
    static final String MUTED = "var(--muted)";
    static final String GRID = "var(--grid)";

    private Axes() {}

    static Map<String, Object> category(List<String> labels, boolean inverse, int labelWidth) {
        Map<String, Object> label = object("color", INK, "hideOverlap", true);
        if (labelWidth > 0) {
            label.putAll(
                    object(
                            "width",
                            labelWidth,
                            "overflow",
                            "break",
                            "interval",
                            0,
                            "hideOverlap",
                            false,
                            "lineHeight",
                            14));
        }
        return object(
                "type",
                "category",
                "data",
                labels,
                "inverse",
                inverse ? true : null,
                "axisTick",
                object("show", false),
                "axisLine",
                object("lineStyle", object("color", GRID)),
                "axisLabel",
                label);
    }

    static Map<String, Object> value(@Nullable String name, boolean horizontal) {
        return object(
                "type",
                "value",
                "name",
                name,
                "nameLocation",
                horizontal ? "middle" : "end",
                "nameGap",
                horizontal ? 30 : 14,
                "nameTextStyle",
                object("color", MUTED, "align", horizontal ? "center" : "left"),
                "axisLabel",
                object("color", MUTED, "hideOverlap", true),
                "splitLine",
                object("lineStyle", object("color", GRID)));
    }

    static Map<String, Object> time(boolean split) {
        return object(
                "type",
                "time",
                "axisLabel",
                object(
                        "color",
                        MUTED,
                        "hideOverlap",
                        true,
                        "formatter",
                        object("year", "{yyyy}", "month", "{MMM}", "day", "{d} {MMM}")),
                "axisLine",
                object("lineStyle", object("color", GRID)),
                "axisTick",
                object("lineStyle", object("color", GRID)),
                "splitLine",
                object("show", split, "lineStyle", object("color", GRID)));
    }

    static Map<String, Object> grid(int top) {
        return object("left", 4, "right", 30, "top", top, "bottom", 4, "containLabel", true);
    }

    static Map<String, Object> legend(List<?> names) {
        return object(
                "top",
                0,
                "left",
                0,
                "itemGap",
                14,
                "itemWidth",
                18,
                "itemHeight",
                10,
                "textStyle",
                object("color", INK),
                "inactiveColor",
                GRID,
                "data",
                names);
    }

    static Map<String, Object> itemTooltip() {
        return object("trigger", "item", "formatter", "@tip", "confine", true);
    }

    /// A tooltip of all that stands at one step of the axis.
    ///
    /// @param formatter name of the function of the page that writes it
    static Map<String, Object> stepTooltip(String formatter) {
        return object(
                "trigger",
                "axis",
                "axisPointer",
                object("type", "shadow"),
                "formatter",
                formatter,
                "confine",
                true);
    }

    /// An invisible series that carries straight lines across the chart.
    static Map<String, Object> rule(String axis, Object at, String label, String position) {
        return object(
                "type",
                "line",
                "id",
                "rule:" + axis,
                "data",
                List.of(),
                "silent",
                true,
                "markLine",
                object(
                        "silent",
                        true,
                        "symbol",
                        "none",
                        "animation",
                        false,
                        "lineStyle",
                        object("color", MUTED, "type", "dotted", "width", 1.2),
                        "label",
                        object(
                                "formatter",
                                label,
                                "color",
                                MUTED,
                                "position",
                                position,
                                "show",
                                !label.isEmpty()),
                        "data",
                        List.of(object(axis, at))));
    }
}
