package parapet.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.evidence.RateHistory;
import parapet.io.ReadResult;
import parapet.io.results.RunException;
import parapet.io.text.Words;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.study.Setup;
import parapet.terrain.Terrain;

/// A study made ready: the plans that are asked for, the ground below them, and evidence that is
/// known on its day. For the command; programs begin at [ScenarioStudy].
public final class Studies {
    private Studies() {}

    /// A study of some plans over ground of their own.
    ///
    /// @param ground the ground below the sky of a plan
    /// @throws RunException if a quantity or rate was not known yet
    public static Setup setup(
            Scenario scenario,
            List<PlannedScenario> plans,
            Setup.Options options,
            Function<Sky, Terrain> ground) {
        var setup = new Setup(scenario, plans, options, ground);
        checkEvidence(setup);
        return setup;
    }

    /// The half-width that a scenario asks for, in points; null when it asks for none.
    public static @Nullable Double halfWidth(Scenario scenario, LocalDate asOf) {
        Quantity wanted = scenario.study().halfWidth();
        return wanted == null
                ? null
                : (Double) (100 * Realiser.evidence(scenario, asOf).weigh(wanted).law().mean());
    }

    /// The plans of those keys, in the order of the scenario; all when none is named.
    ///
    /// @throws RunException if there is no such plan
    public static List<PlannedScenario> plans(ReadResult read, List<String> asked) {
        if (asked.isEmpty()) {
            return List.copyOf(read.plans().values());
        }
        var plans = new ArrayList<PlannedScenario>();
        for (String id : asked) {
            if (!read.plans().containsKey(id)) {
                String meant = Words.nearest(id, read.plans().keySet());
                throw RunException.input(
                        "There is no plan %s.%s"
                                .formatted(
                                        Words.quoted(id),
                                        meant == null
                                                ? ""
                                                : " Did you mean %s?"
                                                        .formatted(Words.quoted(meant))),
                        "Plans of this scenario: " + String.join(", ", read.plans().keySet()));
            }
        }
        read.plans()
                .forEach((id, plan) -> {
                    if (asked.contains(id)) {
                        plans.add(plan);
                    }
                });
        return plans;
    }

    /// Every quantity must have a law on the day of the evidence.
    ///
    /// @throws RunException if one has none
    public static void checkEvidence(Setup setup) {
        checkRates(setup.scenario(), setup.options().asOf());
        for (Quantity quantity : setup.quantities().byKey().values()) {
            try {
                setup.realiser().weigh(quantity);
            } catch (IllegalStateException e) {
                throw RunException.input(
                        e.getMessage() == null
                                ? "A quantity has no claim that can be used."
                                : e.getMessage(),
                        "Choose a later --as-of, or give the quantity a claim or an assumption.");
            }
        }
    }

    /// Refuses a day on which the exchange rate of a currency of the scenario was not known.
    ///
    /// @throws RunException if one was not known
    public static void checkRates(Scenario scenario, LocalDate asOf) {
        scenario.money()
                .rates()
                .forEach((currency, rate) -> {
                    if (RateHistory.of(scenario.claims(), rate.series(), currency, asOf) == null) {
                        RateHistory ever =
                                RateHistory.of(
                                        scenario.claims(), rate.series(), currency, LocalDate.MAX);
                        throw RunException.input(
                                "No exchange rate of %s was known on %s.".formatted(currency, asOf),
                                ever == null
                                        ? "Give \"%s\" a rate.".formatted(rate.series())
                                        : "The first is known on %s: choose that day or a later one, or give \"%s\" an earlier rate."
                                                .formatted(ever.knownFrom(), rate.series()));
                    }
                });
    }
}
