package parapet.view.chart;

import java.util.List;
import parapet.sustain.UnitState;

/// A state of a unit as charts show it: its name, its colour, and how high its bar stands.
///
/// @param key key of the state
/// @param name name for readers
/// @param height height of its bar among those of a history, 0..1
/// @param colour colour of the style sheet
public record State(String key, String name, double height, String colour) {
    /// All states, the best first.
    public static final List<State> ALL =
            List.of(
                    of(UnitState.FULL, "Fully ready", 0.72, "var(--ready)"),
                    of(UnitState.DEGRADED, "Degraded, able to fight", 0.5, "var(--degraded)"),
                    of(UnitState.DOWN, "Down", 0.3, "var(--down)"),
                    of(UnitState.AWAY, "Away for overhaul", 0.3, "var(--away)"),
                    of(UnitState.DEPLOYING, "Being deployed", 0.3, "var(--deploying)"),
                    of(UnitState.NOT_DELIVERED, "Due, not delivered", 0.1, "var(--due)"));

    private static State of(UnitState state, String name, double height, String colour) {
        return new State(state.key(), name, height, colour);
    }

    /// The name of a state, or the key where it is none.
    public static String nameOf(String key) {
        return ALL.stream()
                .filter(state -> state.key.equals(key))
                .map(State::name)
                .findFirst()
                .orElse(key);
    }
}
