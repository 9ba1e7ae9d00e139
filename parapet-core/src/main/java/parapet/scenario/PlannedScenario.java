package parapet.scenario;

import java.util.List;

/// A plan applied to its scenario.
///
/// @param id key of the plan
/// @param plan the plan
/// @param scenario the scenario with every change that holds from the start
/// @param dated the changes that hold from a later day, in the order of the plan
public record PlannedScenario(String id, Plan plan, Scenario scenario, List<DatedChange> dated) {
    public PlannedScenario {
        dated = List.copyOf(dated);
    }
}
