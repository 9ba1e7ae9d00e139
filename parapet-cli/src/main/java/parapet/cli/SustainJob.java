package parapet.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.ReadResult;
import parapet.io.results.QueryResult;
import parapet.quantity.Measures;
import parapet.quantity.Show;
import parapet.scenario.Noun;
import parapet.stats.ControlledEstimate;
import parapet.stats.Estimate;
import parapet.stats.Quantiles;
import parapet.study.FleetTrial;
import parapet.sustain.Network;
import parapet.sustain.ReadinessHistory;
import parapet.sustain.Reason;
import parapet.sustain.UnitState;
import parapet.sustain.forecast.Forecast;

/// The fleet of a plan alone: readiness, what keeps units from it, and the demand for parts.
final class SustainJob {
    private static final List<String> SECTIONS =
            List.of("states", "ready", "methods", "reasons", "parts");
    private static final List<UnitState> STATES =
            List.of(UnitState.FULL, UnitState.DEGRADED, UnitState.DOWN, UnitState.AWAY);

    private SustainJob() {}

    static int sustain(Options.Sustain options, Console console) {
        Options.Decision decision = options.decision();
        Sections.check(
                options.section(),
                decision != null
                        ? sections(decision)
                        : options.slip() != null ? SlipJob.SECTIONS : SECTIONS);
        ReadResult read = Scenarios.read(options.scenario(), console);
        if (read.scenario() == null) {
            return 2;
        }
        SustainQuestion question = SustainQuestion.of(options, read);
        Sections answer =
                decision == null
                        ? options.slip() == null
                                ? fleet(question, options, console)
                                : new SlipJob(question, options, console).answer(options.slip())
                        : switch (decision) {
                            case SPARES -> new SparesJob(question, options, console).answer();
                            case REPAIR -> new LevelJob(question, options).answer();
                            case PLACES -> ShopJob.places(question, options, console);
                            case OPENING -> new OpeningJob(question, options, console).answer();
                            case LAST_BUY -> ShopJob.lastBuy(question, options);
                        };
        answer.show(console, options.section());
        return 0;
    }

    private static List<String> sections(Options.Decision decision) {
        return switch (decision) {
            case SPARES -> SparesJob.SECTIONS;
            case REPAIR -> LevelJob.SECTIONS;
            case PLACES -> List.of("places");
            case OPENING -> OpeningJob.SECTIONS;
            case LAST_BUY -> List.of("orders");
        };
    }

    private static Sections fleet(SustainQuestion q, Options.Sustain options, Console console) {
        List<FleetTrial.Outcome> outcomes;
        try (Console.Progress progress = console.progress("fleet", options.draws(), 0)) {
            outcomes = q.trial().controlled(options.threads(), progress::at);
        }
        double years = (q.until().toEpochDay() + 1 - q.on().toEpochDay()) / Measures.DAYS_PER_YEAR;
        var answer =
                new Sections(
                        "The fleet of plan %s from %s to %s; %d draws."
                                .formatted(q.planName(), q.on(), q.until(), outcomes.size()));
        answer.add(
                "states",
                Noun.capital(q.units())
                        + " by state, means over the time with 90 % band over the draws",
                states(outcomes, years));
        answer.add(
                "ready",
                Noun.capital(q.units())
                        + " ready in the middle of that time: chance of at least so many",
                ready(outcomes));
        answer.add(
                "methods",
                "Ready %s-years in that time, by simulation and by formula; a gap is of the same draws"
                        .formatted(q.unit()),
                methods(q, outcomes, options, console));
        answer.add(
                "reasons",
                "Why %s in service are not ready: %s-days a year".formatted(q.units(), q.unit()),
                reasons(outcomes, years));
        answer.add(
                "parts",
                "Parts over the whole time simulated, means",
                parts(q.network(), outcomes));
        answer.noteUnlessEmpty(q.leftOut());
        Estimate share = Estimate.of(FleetTrial.readyPercent(outcomes));
        answer.note(
                "Ready: full, of the time in service and not away: %.1f %% +- %.1f."
                        .formatted(share.mean(), share.halfWidth(0.95)));
        return answer;
    }

    private static QueryResult states(List<FleetTrial.Outcome> outcomes, double years) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (UnitState state : STATES) {
            double[] units =
                    outcomes.stream()
                            .mapToDouble(o -> o.unitYears().getOrDefault(state, 0.0) / years)
                            .toArray();
            double[] band = Quantiles.type7(units, 0.05, 0.95);
            rows.add(
                    List.of(
                            state.name().toLowerCase(Locale.ROOT),
                            round(Arrays.stream(units).average().orElse(0)),
                            round(band[0]),
                            round(band[1])));
        }
        return QueryResult.of(List.of("state", "units", "p05", "p95"), rows);
    }

    private static QueryResult ready(List<FleetTrial.Outcome> outcomes) {
        int most = outcomes.stream().mapToInt(FleetTrial.Outcome::ready).max().orElse(0);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int k = 1; k <= most; k++) {
            int least = k;
            long count = outcomes.stream().filter(o -> o.ready() >= least).count();
            rows.add(List.of(k, round(100.0 * count / outcomes.size())));
        }
        return QueryResult.of(List.of("atLeast", "chancePercent"), rows);
    }

    private static QueryResult methods(
            SustainQuestion q,
            List<FleetTrial.Outcome> outcomes,
            Options.Sustain options,
            Console console) {
        var rows = new ArrayList<List<@Nullable Object>>();
        double[] simulated =
                outcomes.stream().mapToDouble(FleetTrial.Outcome::readyUnitYears).toArray();
        Estimate plain = Estimate.of(simulated);
        rows.add(row("simulated", plain.mean(), plain.halfWidth(0.95), null, null));
        int controls = outcomes.getFirst().controls().size();
        if (outcomes.size() >= 2 * (controls + 2)) {
            double[][] c =
                    outcomes.stream()
                            .map(o -> o.controls().stream().mapToDouble(x -> x).toArray())
                            .toArray(double[][]::new);
            var e = ControlledEstimate.ofSplit(simulated, c, new double[controls]);
            rows.add(
                    row(
                            "simulated, with controls (variance ratio %.2f)"
                                    .formatted(e.varianceRatio()),
                            e.mean(),
                            e.halfWidth(0.95),
                            null,
                            null));
        }
        List<FleetTrial.Formula> formulas;
        try (Console.Progress progress = console.progress("formulas", outcomes.size(), 0)) {
            formulas = q.trial().formulas(FleetTrial.AS_IT_IS, options.threads(), progress::at);
        }
        double[] forecast = formulas.stream().mapToDouble(FleetTrial.Formula::forecast).toArray();
        rows.add(gap("forecast: " + Forecast.METHOD, forecast, simulated));
        double[] exact = formulas.stream().mapToDouble(FleetTrial.Formula::exact).toArray();
        if (Arrays.stream(exact).noneMatch(Double::isNaN)) {
            rows.add(gap("exact: dated closed fleet", exact, simulated));
        }
        return QueryResult.of(List.of("method", "unitYears", "+-", "gapPercent", "gap+-"), rows);
    }

    private static List<@Nullable Object> gap(String name, double[] formula, double[] simulated) {
        double mean = Estimate.of(simulated).mean();
        Estimate e = Estimate.ofPairedDifference(formula, simulated);
        double percent = mean > 0 ? 100 / mean : 0;
        return row(
                name,
                Estimate.of(formula).mean(),
                Estimate.of(formula).halfWidth(0.95),
                percent * e.mean(),
                percent * e.halfWidth(0.95));
    }

    private static List<@Nullable Object> row(
            String name, double mean, double half, @Nullable Double gap, @Nullable Double gapHalf) {
        var row = new ArrayList<@Nullable Object>();
        row.add(name);
        row.add(round(mean));
        row.add(round(half));
        row.add(gap == null ? null : round(gap));
        row.add(gapHalf == null ? null : round(gapHalf));
        return row;
    }

    private static QueryResult reasons(List<FleetTrial.Outcome> outcomes, double years) {
        Map<Reason, Double> sums = new EnumMap<>(Reason.class);
        double all = 0;
        for (FleetTrial.Outcome o : outcomes) {
            for (var e : o.reasons().entrySet()) {
                double days = e.getValue() * Measures.DAYS_PER_YEAR / years / outcomes.size();
                sums.merge(e.getKey(), days, Double::sum);
                all += days;
            }
        }
        double total = all;
        var rows = new ArrayList<List<@Nullable Object>>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<Reason, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(e ->
                        rows.add(
                                List.of(
                                        e.getKey().label(),
                                        round(e.getValue()),
                                        round(100 * e.getValue() / total))));
        return QueryResult.of(List.of("reason", "unitDaysAYear", "sharePercent"), rows);
    }

    private static QueryResult parts(Network network, List<FleetTrial.Outcome> outcomes) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int p = 0; p < network.parts().size(); p++) {
            double failures = 0;
            double removals = 0;
            double ordered = 0;
            double loop = 0;
            for (FleetTrial.Outcome o : outcomes) {
                ReadinessHistory.PartCount c = o.parts().get(p);
                failures += c.failures();
                removals += c.removals();
                ordered += c.ordered();
                loop += c.loop();
            }
            int n = outcomes.size();
            rows.add(
                    List.of(
                            network.parts().get(p).id(),
                            round(failures / n),
                            round(removals / n),
                            round(ordered / n),
                            round(loop / n)));
        }
        return QueryResult.of(
                List.of("part", "failures", "removals", "ordered", "inRepairAtTheEnd"), rows);
    }

    /// A number with three significant digits.
    static double three(double value) {
        return Show.rounded(value, 3);
    }

    /// A number of a table: four significant digits, however small.
    static double round(double value) {
        return Show.rounded(value, 4);
    }
}
