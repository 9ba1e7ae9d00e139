package parapet.view.chart;

import static parapet.view.chart.Json.array;
import static parapet.view.chart.Json.object;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.sustain.UnitState;

/// The states of every unit over time in one possible history. The height of a bar says the state
/// as well as its colour does: full is full height, down is a thin line.
///
/// @param units names from the top
/// @param bars intervals
public record GanttChart(List<String> units, List<Bar> bars) {

    /// States in the order of the legend: key, name, height of the bar and colour.
    private static final List<State> STATES =
            List.of(
                    state(UnitState.FULL, "Full", 0.72, "var(--ready)"),
                    state(UnitState.DEGRADED, "Degraded", 0.5, "var(--c4)"),
                    state(UnitState.DOWN, "Down", 0.3, "var(--worse)"),
                    state(UnitState.AWAY, "Away for overhaul", 0.3, "var(--c6)"),
                    state(UnitState.DEPLOYING, "Being deployed", 0.3, "var(--c1)"),
                    state(UnitState.NOT_DELIVERED, "Due, not delivered", 0.1, "var(--muted)"));

    private record State(String key, String name, double height, String colour) {}

    private static State state(UnitState of, String name, double height, String colour) {
        return new State(of.key(), name, height, colour);
    }

    /// One interval.
    ///
    /// @param unit index into the units
    /// @param first first day
    /// @param last last day
    /// @param state key of the state
    /// @param tip shown when pointed at
    public record Bar(int unit, LocalDate first, LocalDate last, String state, String tip) {}

    /// The name of a state in words.
    public static String stateName(String key) {
        return STATES.stream()
                .filter(state -> state.key.equals(key))
                .map(State::name)
                .findFirst()
                .orElse(key);
    }

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
                if (bar.state.equals(state.key)) {
                    tips.putIfAbsent(bar.tip, tips.size());
                    data.add(
                            array(
                                    bar.first.toEpochDay(),
                                    bar.last.toEpochDay() + 1,
                                    bar.unit,
                                    state.height,
                                    tips.get(bar.tip)));
                }
            }
            if (!data.isEmpty()) {
                names.add(state.name);
                series.add(
                        object(
                                "type",
                                "custom",
                                "id",
                                "state:" + state.key,
                                "name",
                                state.name,
                                "renderItem",
                                "@gantt",
                                "encode",
                                object("x", List.of(0, 1), "y", 2),
                                "itemStyle",
                                object("color", state.colour, "decal", object("symbol", "none")),
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
