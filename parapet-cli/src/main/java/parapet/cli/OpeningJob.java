package parapet.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import parapet.io.results.QueryResult;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.scenario.Case;
import parapet.stats.Crossover;
import parapet.stats.Estimate;
import parapet.study.FleetTrial;
import parapet.study.FleetTrial.Formula;
import parapet.study.FleetTrial.Outcome;
import parapet.study.Milestone;
import parapet.sustain.decide.NetworkEdits;

/// When a site should open: what a month is worth, and until when its opening still pays, in which
/// share of the credible inputs.
final class OpeningJob {
    static final List<String> SECTIONS = List.of("opening", "crossover", "breakEven");
    private static final List<Integer> SHIFTS = List.of(-24, -12, -6, 0, 6, 12, 24);
    private static final List<Double> SHARES = List.of(0.5, 0.8, 0.9, 0.95);
    private static final int MOST_DAYS = 8;

    private final SustainQuestion q;
    private final Options.Sustain options;
    private final Console console;
    private final FleetTrial trial;
    private final Calendar calendar;
    private final Amounts amounts;
    private final int site;
    private final Milestone opening;

    OpeningJob(SustainQuestion q, Options.Sustain options, Console console) {
        this.q = q;
        this.options = options;
        this.console = console;
        this.trial = q.toTheEnd();
        this.calendar = new Calendar(q.setup().scenario().start());
        this.amounts = new Amounts(q.setup().scenario().money().reporting());
        this.site = ShopJob.site(q, options);
        this.opening =
                new Milestone(Milestone.Kind.OPENING, Objects.requireNonNull(options.item()));
    }

    Sections answer() {
        long first =
                NetworkEdits.opening(q.setup().realiser().realise(q.plan(), 0).sustain(), site);
        SustainQuestion.require(
                first > 0 && first < Long.MAX_VALUE,
                "The site %s opens on no day of plan %s.".formatted(options.item(), q.plan().id()),
                () -> "Choose a site with `opens`, and a plan in which it is active.");
        var reference = simulated("as it is", FleetTrial.AS_IT_IS);
        var answer =
                new Sections(
                        "Opening of %s in plan %s; %d draws."
                                .formatted(options.item(), q.planName(), options.draws()));
        answer.add(
                "opening",
                "Ready %s-years from %s to the end when it opens so many months after each draw's own day, and %s spent"
                        .formatted(q.unit(), calendar.date(q.openFrom()), amounts.unit()),
                shifts(reference));
        crossover(answer, reference);
        return answer;
    }

    private QueryResult shifts(List<Outcome> reference) {
        double month = Measures.MONTH_SEC * Calendar.SECOND;
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int months : SHIFTS) {
            long by = Math.round(months * month);
            var outcomes = simulated(months + " months", c -> opening.slipped(c, by));
            Estimate gain = Estimate.ofPairedDifference(ready(outcomes), ready(reference));
            Estimate spent = Estimate.ofPairedDifference(inAll(outcomes), inAll(reference));
            rows.add(
                    List.of(
                            months,
                            SustainJob.round(Estimate.of(ready(outcomes)).mean()),
                            SustainJob.round(gain.mean()),
                            SustainJob.round(gain.halfWidth(0.95)),
                            months == 0 ? 0.0 : Math.round(-1000 * gain.mean() / months) / 1000.0,
                            amounts.in(spent.mean())));
        }
        return QueryResult.of(
                List.of(
                        "months",
                        "readyUnitYears",
                        "difference",
                        "+-",
                        "unitYearsAMonth",
                        amounts.column("spent")),
                rows);
    }

    /// Opening on a day against never: what it gives and costs, and in which share it pays.
    private void crossover(Sections answer, List<Outcome> reference) {
        Options.Amount given = options.worth();
        double worth = q.worth(given, reference);
        FleetTrial.Edit never = c -> opening.slipped(c, c.endTick());
        var without = simulated("never", never);
        double[] formulaWithout = formula("never", never);
        List<LocalDate> days = days();
        int draws = options.draws();
        double[][] net = new double[draws][days.size()];
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            FleetTrial.Edit edit = c -> on(c, calendar.tick(day));
            var outcomes = simulated(day.toString(), edit);
            double[] formula = formula(day.toString(), edit);
            Estimate gain = Estimate.ofPairedDifference(ready(outcomes), ready(without));
            Estimate spent = Estimate.ofPairedDifference(inAll(outcomes), inAll(without));
            Estimate byFormula = Estimate.ofPairedDifference(formula, formulaWithout);
            var column = new double[draws];
            for (int d = 0; d < draws; d++) {
                column[d] =
                        worth * (formula[d] - formulaWithout[d])
                                - (outcomes.get(d).moneyInAll() - without.get(d).moneyInAll());
                net[d][i] = column[d];
            }
            Crossover.Share pays = Crossover.holds(column);
            rows.add(
                    List.of(
                            day.toString(),
                            SustainJob.round(gain.mean()),
                            SustainJob.round(gain.halfWidth(0.95)),
                            SustainJob.round(byFormula.mean()),
                            amounts.in(spent.mean()),
                            amounts.in(Estimate.of(column).mean()),
                            SustainJob.round(100 * pays.value()),
                            SustainJob.round(100 * pays.low()),
                            SustainJob.round(100 * pays.high())));
        }
        answer.add(
                "crossover",
                "Opened on a day against never: ready %s-years, %s, and the share of the credible inputs in which it pays"
                        .formatted(q.unit(), amounts.unit()),
                QueryResult.of(
                        List.of(
                                "opens",
                                "simulated",
                                "+-",
                                "formula",
                                "spent",
                                "net",
                                "paysPercent",
                                "low",
                                "high"),
                        rows));
        answer.add("breakEven", "It pays if it opens before", breakEven(days, net));
        answer.note(
                "A ready %1$s-year is worth %2$s, %3$s; net: that times the %1$s-years by formula, less the money spent in all, neither discounted."
                        .formatted(
                                q.unit(),
                                amounts.told(worth),
                                given != null
                                        ? "as asked"
                                        : "what the plan spends for one in that time"));
        answer.note(
                "Share: draws whose net is 0 or more, with Wilson's 95 % interval. Readiness within a draw is by formula (exact for a small fleet, else forecast), without chance of its own; the column simulated shows how far it is off.");
        answer.noteUnlessEmpty(q.leftOut());
    }

    private static QueryResult breakEven(List<LocalDate> days, double[][] net) {
        double[] x = days.stream().mapToDouble(LocalDate::toEpochDay).toArray();
        var each = new double[net.length];
        for (int d = 0; d < net.length; d++) {
            each[d] = Crossover.breakEven(x, net[d]);
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        for (double share : SHARES) {
            double latest = Crossover.latest(each, share);
            String day =
                    latest == Double.NEGATIVE_INFINITY
                            ? "on no day from " + days.getFirst()
                            : latest == Double.POSITIVE_INFINITY
                                    ? "later than " + days.getLast()
                                    : LocalDate.ofEpochDay((long) latest).toString();
            rows.add(List.of(SustainJob.round(100 * share), day));
        }
        return QueryResult.of(List.of("ofInputsPercent", "opensBefore"), rows);
    }

    private Case on(Case c, long tick) {
        long was = NetworkEdits.opening(c.sustain(), site);
        return was == Long.MAX_VALUE ? c : opening.slipped(c, tick - was);
    }

    /// First days of years, evenly from next year to the last but one.
    private List<LocalDate> days() {
        int from = calendar.date(q.openFrom()).getYear() + 1;
        int to = Math.max(from, q.setup().scenario().end().getYear() - 1);
        int step = Math.max(1, Math.ceilDiv(to - from + 1, MOST_DAYS));
        var days = new ArrayList<LocalDate>();
        for (int year = from; year <= to; year += step) {
            days.add(LocalDate.of(year, 1, 1));
        }
        return days;
    }

    private List<Outcome> simulated(String name, FleetTrial.Edit edit) {
        try (Console.Progress progress = console.progress(name, options.draws(), 0)) {
            return trial.run(edit, options.threads(), progress::at);
        }
    }

    private double[] formula(String name, FleetTrial.Edit edit) {
        try (Console.Progress progress =
                console.progress(name + ", by formula", options.draws(), 0)) {
            return trial.formulas(edit, options.threads(), progress::at).stream()
                    .mapToDouble(Formula::best)
                    .toArray();
        }
    }

    private static double[] ready(List<Outcome> outcomes) {
        return of(outcomes, Outcome::readyUnitYears);
    }

    private static double[] inAll(List<Outcome> outcomes) {
        return of(outcomes, Outcome::moneyInAll);
    }

    private static double[] of(List<Outcome> outcomes, ToDoubleFunction<Outcome> what) {
        return outcomes.stream().mapToDouble(what).toArray();
    }
}
