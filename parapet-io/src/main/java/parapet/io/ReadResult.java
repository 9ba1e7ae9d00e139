package parapet.io;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.text.Diagnostic;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Scenario;

/// What came of reading a scenario folder.
///
/// @param scenario the baseline; null when there is any error
/// @param plans the scenario as each plan makes it, in the order written; empty when there is any
///   error
/// @param diagnostics every problem found, sorted by file and line; warnings alone do not stop the
///   work
public record ReadResult(
        @Nullable Scenario scenario,
        Map<String, PlannedScenario> plans,
        List<Diagnostic> diagnostics) {
    public ReadResult {
        diagnostics = List.copyOf(diagnostics);
    }

    /// Whether the scenario can be used.
    public boolean ok() {
        return scenario != null;
    }

    /// The scenario, which must be there.
    ///
    /// @throws IllegalStateException if it could not be read
    public Scenario scenarioOrThrow() {
        if (scenario == null) {
            throw new IllegalStateException("The scenario has errors and cannot be used.");
        }
        return scenario;
    }

    /// How many errors there are.
    public long errors() {
        return diagnostics.stream().filter(Diagnostic::isError).count();
    }

    /// The scenario as one plan makes it.
    ///
    /// @throws IllegalArgumentException if there is no such plan
    public PlannedScenario plan(String id) {
        PlannedScenario plan = plans.get(id);
        if (plan == null) {
            throw new IllegalArgumentException(
                    "There is no plan (%s).\nMaybe one of %s.".formatted(id, plans.keySet()));
        }
        return plan;
    }
}
