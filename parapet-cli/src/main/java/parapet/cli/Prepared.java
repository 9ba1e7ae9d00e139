package parapet.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.evidence.RateHistory;
import parapet.io.ReadResult;
import parapet.io.results.Manifest;
import parapet.io.results.RunException;
import parapet.io.terrain.Terrains;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.sim.Audit;
import parapet.study.Setup;
import parapet.study.StudyRunner;
import parapet.terrain.Terrain;

/// A study ready to be run: what the options of the command make of a scenario.
///
/// @param setup the study
/// @param manifest what its chunks belong to
/// @param options the options that change results, by name; `merge` reads them back
record Prepared(Setup setup, Manifest manifest, Map<String, String> options) {

    /// The options that change results, from those of the command.
    static Map<String, String> options(Options.Run run, Scenario scenario) {
        var options = new TreeMap<String, String>();
        options.put(
                "seed", Long.toString(run.seed() == null ? scenario.study().seed() : run.seed()));
        options.put("quick", Boolean.toString(run.quick()));
        LocalDate asOf = run.asOf() == null ? Realiser.lastDay(scenario) : run.asOf();
        options.put("asOf", asOf.toString());
        options.put("plans", String.join(",", run.plans()));
        Double halfWidth = run.halfWidth();
        Quantity wanted = scenario.study().halfWidth();
        if (halfWidth == null && wanted != null && !run.quick()) {
            halfWidth = 100 * Realiser.evidence(scenario, asOf).weigh(wanted).law().mean();
        }
        if (halfWidth != null) {
            options.put("halfWidth", Double.toString(halfWidth));
        }
        return options;
    }

    /// Prepares a study.
    ///
    /// @param folder scenario folder
    /// @param read the scenario as read, without errors
    /// @param options options that change results
    /// @param shard the part to compute, null for the whole
    /// @param audit self-checks, which change no results
    static Prepared of(
            Path folder,
            ReadResult read,
            Map<String, String> options,
            Options.@Nullable Shard shard,
            Audit audit) {
        Scenario scenario = read.scenarioOrThrow();
        boolean quick = Boolean.parseBoolean(options.get("quick"));
        int draws = quick ? scenario.study().quickDraws() : scenario.study().draws();
        String halfWidth = options.get("halfWidth");
        int most = halfWidth == null ? draws : Math.max(draws, scenario.study().mostDraws());
        var setup =
                new Setup(
                        scenario,
                        plans(read, options.getOrDefault("plans", "")),
                        new Setup.Options(
                                Long.parseLong(options.getOrDefault("seed", "1")),
                                draws,
                                most,
                                scenario.study().replications(),
                                halfWidth == null ? null : Double.valueOf(halfWidth),
                                LocalDate.parse(
                                        options.getOrDefault(
                                                "asOf", Realiser.lastDay(scenario).toString())),
                                audit),
                        terrain(folder, scenario));
        checkEvidence(setup);
        int chunks = StudyRunner.chunksFor(most);
        String fingerprint = Fingerprint.of(folder, terrainFiles(folder, scenario), options);
        Manifest manifest =
                shard == null
                        ? Manifest.whole(fingerprint, chunks, options)
                        : new Manifest(fingerprint, chunks, shard.index(), shard.of(), options);
        return new Prepared(setup, manifest, options);
    }

    /// The files of terrain that a scenario names.
    static List<Path> terrainFiles(Path folder, Scenario scenario) {
        Sky sky = scenario.sky();
        return sky == null ? List.of() : Terrains.files(folder, sky.terrain());
    }

    /// The ground of a scenario: its own elevation files, elsewhere the terrain that comes with the
    /// product; flat when nothing is asked about the sky.
    static Terrain terrain(Path folder, Scenario scenario) {
        return Terrains.under(folder, scenario.sky());
    }

    /// The plans of those names, separated by commas; all when none is named.
    static List<PlannedScenario> plans(ReadResult read, String asked) {
        if (asked.isEmpty()) {
            return List.copyOf(read.plans().values());
        }
        var plans = new ArrayList<PlannedScenario>();
        var wanted = List.of(asked.split(",", -1));
        for (String id : wanted) {
            if (!read.plans().containsKey(id)) {
                throw RunException.input(
                        "There is no plan \""
                                + id
                                + "\"."
                                + Suggest.didYouMean(id, read.plans().keySet()),
                        "Plans of this scenario: " + String.join(", ", read.plans().keySet()));
            }
        }
        read.plans()
                .forEach((id, plan) -> {
                    if (wanted.contains(id)) {
                        plans.add(plan);
                    }
                });
        return plans;
    }

    /// Every quantity must have a law on the day of the evidence.
    static void checkEvidence(Setup setup) {
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
    static void checkRates(Scenario scenario, LocalDate asOf) {
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
