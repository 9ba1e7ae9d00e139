package parapet.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import parapet.api.Studies;
import parapet.io.ReadResult;
import parapet.io.results.RunException;
import parapet.io.terrain.Grounds;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.scenario.SkyCase;
import parapet.sim.Audit;
import parapet.study.Setup;

/// What a command about the sky alone asks: one plan of a scenario that has a sky.
///
/// @param setup a study of that plan alone
/// @param plan the plan
/// @param sky its sky
/// @param ground what is wrong with its files of terrain, though they can be used
record SkyQuestion(Setup setup, PlannedScenario plan, Sky sky, List<String> ground) {
    static SkyQuestion of(Options.Ready who, ReadResult read, int draws) {
        Scenario scenario = read.scenarioOrThrow();
        if (scenario.sky() == null) {
            throw RunException.input(
                    "The scenario %s has no sky.".formatted(who.scenario()),
                    "Add `sky` with places, radars, targets, batteries and raids;"
                            + " scenarios/full shows every key.");
        }
        String name = who.plan() == null ? reference(read) : who.plan();
        PlannedScenario plan = Studies.plans(read, List.of(name)).getFirst();
        Sky sky = plan.scenario().sky();
        if (sky == null) {
            throw RunException.input(
                    "The plan \"%s\" has no sky.".formatted(name), "Choose another --plan.");
        }
        LocalDate asOf = who.asOf() == null ? Realiser.lastDay(scenario) : who.asOf();
        long seed = who.seed() == null ? scenario.study().seed() : who.seed();
        var grounds = new Grounds(who.scenario());
        grounds.under(sky);
        Setup setup =
                Studies.setup(
                        scenario,
                        List.of(plan),
                        new Setup.Options(seed, draws, draws, 1, null, asOf, Audit.NORMAL),
                        grounds::under);
        return new SkyQuestion(setup, plan, sky, grounds.warnings());
    }

    private static String reference(ReadResult read) {
        String named = read.scenarioOrThrow().study().reference();
        return read.plans().containsKey(named) ? named : read.plans().keySet().iterator().next();
    }

    /// Key and name of the plan.
    String planName() {
        String name = plan.plan().label(plan.id());
        return name.equals(plan.id()) ? name : "%s (%s)".formatted(name, plan.id());
    }

    /// Refuses a key that is not known.
    static void known(String what, String key, Collection<String> keys) {
        if (!keys.contains(key)) {
            throw RunException.input(
                    "There is no %s \"%s\".%s".formatted(what, key, Suggest.didYouMean(key, keys)),
                    keys.isEmpty()
                            ? "The scenario has none."
                            : "There are: " + String.join(", ", keys));
        }
    }

    /// The keys of those that are ready: those asked for, all of which the plan must have.
    ///
    /// @param otherwise who is ready when nobody is asked for
    List<String> ready(SkyCase sky, List<String> asked, List<String> otherwise) {
        if (asked.isEmpty()) {
            return otherwise;
        }
        var all = new LinkedHashSet<String>();
        sky.owners().forEach(o -> all.add(o.id()));
        all.addAll(sky().groups().keySet());
        List<String> existing = sky.existing();
        var ready = new ArrayList<String>();
        for (String word : asked) {
            String key = word.strip();
            known("unit or group", key, all);
            if (!existing.contains(key) && !otherwise.contains(key)) {
                throw RunException.input(
                        "The plan \"%s\" does not get \"%s\".".formatted(plan.id(), key),
                        "It gets: "
                                + (existing.isEmpty() ? "nothing" : String.join(", ", existing)));
            }
            ready.add(key);
        }
        return ready;
    }
}
