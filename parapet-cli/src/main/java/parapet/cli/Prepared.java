package parapet.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.api.Studies;
import parapet.io.ReadResult;
import parapet.io.results.Manifest;
import parapet.io.terrain.Grounds;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.study.Setup;
import parapet.study.StudyRunner;

/// A study ready to be run: what the options of the command make of a scenario.
///
/// @param setup the study
/// @param manifest what its chunks belong to
/// @param options the options that change results, by name; `merge` reads them back
/// @param ground what is wrong with the files of terrain, though they can be used
record Prepared(Setup setup, Manifest manifest, Map<String, String> options, List<String> ground) {

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
        if (halfWidth == null && !run.quick()) {
            halfWidth = Studies.halfWidth(scenario, asOf);
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
        List<PlannedScenario> plans = Studies.plans(read, plans(options.getOrDefault("plans", "")));
        var grounds = new Grounds(folder);
        grounds.open(plans);
        Setup setup =
                Studies.setup(
                        scenario,
                        plans,
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
                        grounds::under);
        int chunks = StudyRunner.chunksFor(most);
        String fingerprint = Fingerprint.of(folder, grounds.files(plans), options);
        Manifest manifest =
                shard == null
                        ? Manifest.whole(fingerprint, chunks, options)
                        : new Manifest(fingerprint, chunks, shard.index(), shard.of(), options);
        return new Prepared(setup, manifest, options, grounds.warnings());
    }

    /// Keys that are separated by commas.
    private static List<String> plans(String asked) {
        return asked.isEmpty() ? List.of() : List.of(asked.split(",", -1));
    }
}
