package parapet.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parapet.api.Studies;
import parapet.io.ReadResult;
import parapet.io.results.RunException;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;
import parapet.sim.Audit;
import parapet.study.FleetTrial;
import parapet.study.Setup;
import parapet.sustain.Network;
import parapet.sustain.decide.DecisionInput;
import parapet.sustain.forecast.LeftOut;

/// What `sustain` asks: the fleet of one plan from a day on, five years at most.
///
/// @param setup a study of that plan alone
/// @param plan the plan
/// @param trial its fleet over the window
/// @param on first day of the window
/// @param until last day of the window
/// @param tick tick of the first day
record SustainQuestion(
        Setup setup,
        PlannedScenario plan,
        FleetTrial trial,
        LocalDate on,
        LocalDate until,
        long tick) {
    private static final int MOST_YEARS = 5;

    static SustainQuestion of(Options.Sustain options, ReadResult read) {
        Scenario scenario = read.scenarioOrThrow();
        String named = scenario.study().reference();
        String name =
                options.plan() != null
                        ? options.plan()
                        : read.plans().containsKey(named)
                                ? named
                                : read.plans().keySet().iterator().next();
        PlannedScenario plan = Studies.plans(read, List.of(name)).getFirst().withoutSky();
        LocalDate asOf = options.asOf() == null ? Realiser.lastDay(scenario) : options.asOf();
        long seed = options.seed() == null ? scenario.study().seed() : options.seed();
        int draws = options.draws();
        var setup =
                new Setup(
                        scenario,
                        List.of(plan),
                        new Setup.Options(seed, draws, draws, 1, null, asOf, Audit.NORMAL));
        Studies.checkEvidence(setup);
        LocalDate end = scenario.end();
        LocalDate on = options.on() == null ? next(scenario, asOf) : options.on();
        if (!on.isAfter(scenario.start()) || !on.isBefore(end)) {
            throw RunException.input(
                    "The day %s lies outside the simulated time.".formatted(on),
                    "Choose --on between %s and %s.".formatted(scenario.start(), end));
        }
        LocalDate last = on.plusYears(MOST_YEARS).minusDays(1);
        LocalDate until = last.isAfter(end) ? end : last;
        var calendar = new Calendar(scenario.start());
        long tick = calendar.tick(on);
        var trial = new FleetTrial(setup, plan, tick, calendar.tick(until.plusDays(1)));
        return new SustainQuestion(setup, plan, trial, on, until, tick);
    }

    /// The first day of the study after the evidence and before the end, else the middle of what is
    /// left.
    private static LocalDate next(Scenario scenario, LocalDate asOf) {
        LocalDate end = scenario.end();
        LocalDate from = asOf.isAfter(scenario.start()) ? asOf : scenario.start();
        return scenario.study().dates().stream()
                .filter(d -> d.isAfter(from) && d.isBefore(end))
                .min(LocalDate::compareTo)
                .orElse(from.plusDays(Math.max(1, (end.toEpochDay() - from.toEpochDay()) / 2)));
    }

    /// What a unit is called.
    String unit() {
        return setup.scenario().catalogue().noun().one();
    }

    /// What several are called.
    String units() {
        return setup.scenario().catalogue().noun().plural();
    }

    /// Key and name of the plan.
    String planName() {
        String name = plan.plan().label(plan.id());
        return name.equals(plan.id()) ? name : "%s (%s)".formatted(name, plan.id());
    }

    /// The network of the first draw on the day, for names and keys.
    Network network() {
        return setup.realiser().realise(plan, 0).sustain().networkAt(tick);
    }

    /// The fleet of the plan from the day of the evidence, or the day asked for if that is earlier,
    /// to the end of the scenario.
    FleetTrial toTheEnd() {
        var calendar = new Calendar(setup.scenario().start());
        return new FleetTrial(
                setup, plan, openFrom(), calendar.tick(setup.scenario().end().plusDays(1)));
    }

    /// First tick at which dates are still open.
    long openFrom() {
        long known = new Calendar(setup.scenario().start()).tick(setup.options().asOf());
        return Math.max(0, Math.min(known, tick));
    }

    /// An amount in the reporting currency, at the rates of the first draw on the day.
    double reporting(Options.Amount amount) {
        return setup.realiser()
                .realise(plan, 0)
                .rates()
                .convert(
                        amount.amount(),
                        amount.currency(),
                        setup.scenario().money().reporting(),
                        tick);
    }

    /// What a ready unit-year is worth, in the reporting currency: as asked, else what the plan
    /// spends for one in the time of these outcomes.
    double worth(Options.@Nullable Amount given, List<FleetTrial.Outcome> outcomes) {
        double money = 0;
        double years = 0;
        for (FleetTrial.Outcome o : outcomes) {
            money += o.money();
            years += o.readyUnitYears();
        }
        return given != null ? reporting(given) : years > 0 ? money / years : 0;
    }

    /// Years from the day to the end of the scenario.
    double yearsLeft() {
        return (setup.scenario().end().toEpochDay() + 1 - on.toEpochDay()) / Measures.DAYS_PER_YEAR;
    }

    /// What the fleet asks of its stocks on the day, draw by draw.
    List<DecisionInput> decisions(String currency, FleetTrial.Edit edit) {
        var all = new ArrayList<DecisionInput>();
        for (int d = 0; d < setup.options().draws(); d++) {
            all.add(trial.decision(d, tick, currency, edit));
        }
        return all;
    }

    /// All draws with an edit, with progress shown.
    List<FleetTrial.Outcome> simulate(
            String what, FleetTrial.Edit edit, int threads, Console console) {
        try (Console.Progress progress = console.progress(what, setup.options().draws(), 0)) {
            return trial.run(edit, threads, progress::at);
        }
    }

    /// Index of a key in a list of keys, or an error that names those there are.
    static int index(String what, String key, List<String> keys) {
        SkyQuestion.known(what, key, keys);
        return keys.indexOf(key);
    }

    /// Refuses what must not be empty.
    static void require(boolean holds, String problem, Supplier<String> cure) {
        if (!holds) {
            throw RunException.input(problem, cure.get());
        }
    }

    /// What the forecast leaves out of this plan, as a sentence; empty when it knows every rule.
    String leftOut() {
        List<String> rules = LeftOut.of(setup().realiser().realise(plan(), 0).sustain());
        return rules.isEmpty()
                ? ""
                : "The forecast leaves out what this plan has: %s. Trust the simulation where they part."
                        .formatted(String.join("; ", rules));
    }
}
