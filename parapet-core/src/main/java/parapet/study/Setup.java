package parapet.study;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Calendar;
import parapet.quantity.FiscalYears;
import parapet.scenario.Observation;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Quantities;
import parapet.scenario.QuantityNames;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.sim.Audit;
import parapet.terrain.FlatTerrain;
import parapet.terrain.Terrain;

/// What a study computes, fixed before it starts: scenario, plans, options. Two studies with equal
/// setups give equal rows.
public final class Setup {
    /// How a study is run.
    ///
    /// @param seed seed of all chance
    /// @param draws draws of the uncertain inputs in one round
    /// @param mostDraws draws at which a run that is asked for a half-width gives up
    /// @param replications replications of each draw
    /// @param halfWidth half-width of the 95 % interval of every plan's availability at which to
    ///   stop, in points; null to stop after one round
    /// @param asOf day up to which the evidence is known
    /// @param audit self-checks of the engine
    public record Options(
            long seed,
            int draws,
            int mostDraws,
            int replications,
            @Nullable Double halfWidth,
            LocalDate asOf,
            Audit audit) {}

    private final Scenario scenario;
    private final List<PlannedScenario> plans;
    private final Options options;
    private final Realiser realiser;
    private final Metrics metrics;
    private final TimeGrid grid;
    private final Quantities quantities;
    private final Map<String, String> quantityNames;

    /// A study of some plans of a scenario.
    public Setup(Scenario scenario, List<PlannedScenario> plans, Options options) {
        this(scenario, plans, options, new FlatTerrain(0));
    }

    /// A study of some plans of a scenario over real ground.
    public Setup(Scenario scenario, List<PlannedScenario> plans, Options options, Terrain terrain) {
        this(scenario, plans, options, sky -> terrain);
    }

    /// A study of some plans of a scenario, each over ground of its own.
    public Setup(
            Scenario scenario,
            List<PlannedScenario> plans,
            Options options,
            Function<Sky, Terrain> terrain) {
        this.scenario = scenario;
        this.plans = List.copyOf(plans);
        this.options = options;
        this.realiser =
                new Realiser(Realiser.evidence(scenario, options.asOf()), options.seed(), terrain);
        this.metrics = new Metrics(scenario, options.asOf());
        this.grid = new TimeGrid(new Calendar(scenario.start()), scenario.end(), fiscalYears());
        Quantities all = new Quantities(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (PlannedScenario plan : plans) {
            all = all.and(Quantities.of(plan));
        }
        this.quantities = all;
        this.quantityNames = QuantityNames.of(scenario, all);
    }

    /// The scenario as written.
    public Scenario scenario() {
        return scenario;
    }

    /// The plans, in the order of the scenario.
    public List<PlannedScenario> plans() {
        return plans;
    }

    /// How the study is run.
    public Options options() {
        return options;
    }

    /// The maker of Cases.
    public Realiser realiser() {
        return realiser;
    }

    /// Every uncertain number of the plans.
    public Quantities quantities() {
        return quantities;
    }

    /// What people call each of them.
    public Map<String, String> quantityNames() {
        return quantityNames;
    }

    /// The years by which money is reported.
    FiscalYears fiscalYears() {
        return new FiscalYears(scenario.money().fiscalYear());
    }

    /// The published figures about the plans of this study, by key, in order.
    Map<String, Observation> observations() {
        var mine = new LinkedHashMap<String, Observation>();
        scenario.study()
                .observations()
                .forEach((key, o) -> {
                    if (plans.stream().anyMatch(p -> p.id().equals(planOf(o)))) {
                        mine.put(key, o);
                    }
                });
        return mine;
    }

    /// The plan whose figure is compared.
    String planOf(Observation observation) {
        String plan = observation.plan();
        return plan == null ? reference() : plan;
    }

    Metrics metricsOfStudy() {
        return metrics;
    }

    TimeGrid grid() {
        return grid;
    }

    /// The metrics by key, in order.
    Map<String, Metric> metrics() {
        return metrics.all();
    }

    /// The reference plan: the one the scenario names when it takes part, else the first.
    public String reference() {
        String named = scenario.study().reference();
        return plans.stream().anyMatch(p -> p.id().equals(named)) || plans.isEmpty()
                ? named
                : plans.getFirst().id();
    }
}
