package parapet.scenario;

import java.util.List;

/// A scenario as one plan makes it.
///
/// @param id key of the plan
/// @param plan the plan
/// @param scenario the baseline with every undated change of the plan, and of the plans it is based
///   on
/// @param dated the changes that hold from a day on, in the order of the plan; not yet applied
public record PlannedScenario(String id, Plan plan, Scenario scenario, List<DatedChange> dated) {
    public PlannedScenario {
        dated = List.copyOf(dated);
    }

    /// The same fleet, nothing asked about its sky: its draws are the same and come much faster.
    public PlannedScenario withoutSky() {
        Scenario s = scenario;
        return new PlannedScenario(
                id,
                plan,
                new Scenario(
                        s.schema(),
                        s.title(),
                        s.about(),
                        s.start(),
                        s.end(),
                        s.asOf(),
                        s.assumptions(),
                        s.sources(),
                        s.claims(),
                        s.money(),
                        s.catalogue(),
                        s.support(),
                        s.programme(),
                        null,
                        s.study(),
                        s.plans()),
                dated);
    }
}
