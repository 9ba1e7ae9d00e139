package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The states of every unit over time in one possible history. The height of a bar says the state
/// as well as its colour does: full is full height, down is a thin line.
///
/// @param units names from the top
/// @param bars intervals
public record GanttChart(List<String> units, List<Bar> bars) {

    /// The states in the order of the legend.
    private static final List<State> STATES = State.ALL;

    /// One interval.
    ///
    /// @param unit index into the units
    /// @param first first day
    /// @param last last day
    /// @param state key of the state
    /// @param tip shown when pointed at
    public record Bar(int unit, LocalDate first, LocalDate last, String state, String tip) {}

    /// The height that lets every unit be read.
    public int height() {
        return 100 + 30 * units.size();
    }

    /// The option tree.
    public Map<String, Object> option() {
        Map<String, Integer> tips = new LinkedHashMap<>();
        List<Object> series = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (State state : STATES) {
            List<Object> data = new ArrayList<>();
            for (Bar bar : bars) {
                if (bar.state.equals(state.key())) {
                    tips.putIfAbsent(bar.tip, tips.size());
                    data.add(
                            array(
                                    bar.first.toEpochDay(),
                                    bar.last.toEpochDay() + 1,
                                    bar.unit,
                                    state.height(),
                                    tips.get(bar.tip)));
                }
            }
            if (!data.isEmpty()) {
                names.add(state.name());
                series.add(
                        object(
                                "type",
                                "custom",
                                "id",
                                "state:" + state.key(),
                                "name",
                                state.name(),
                                "renderItem",
                                "@gantt",
                                "encode",
                                object("x", List.of(0, 1), "y", 2),
                                "itemStyle",
                                object("color", state.colour(), "decal", object("symbol", "none")),
                                "data",
                                data));
            }
        }
        return object(
                "grid",
                Axes.grid(58),
                "legend",
                Axes.legend(names),
                "tooltip",
                object("trigger", "item", "formatter", "@ganttTip", "confine", true),
                "xAxis",
                Axes.time(true),
                "yAxis",
                Axes.category(units, true, 130),
                "series",
                series,
                "extra",
                object("days", true, "height", height(), "tips", List.copyOf(tips.keySet())));
    }
}
