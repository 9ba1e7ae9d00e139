package parapet.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parapet.io.results.QueryResult;
import parapet.programme.Deliveries;
import parapet.programme.Ledger;
import parapet.quantity.Calendar;
import parapet.quantity.Measures;
import parapet.random.Streams;
import parapet.scenario.Case;
import parapet.stats.Estimate;
import parapet.study.FleetTrial;
import parapet.study.FleetTrial.Formula;
import parapet.study.FleetTrial.Outcome;
import parapet.study.Milestone;
import parapet.sustain.forecast.SmallFleet;

/// The price of a month: each open milestone comes later by itself, under the same chance.
final class SlipJob {
    static final List<String> SECTIONS = List.of("milestones");

    private final SustainQuestion q;
    private final Options.Sustain options;
    private final Console console;
    private final FleetTrial trial;
    private final int draws;
    private final Amounts amounts;

    SlipJob(SustainQuestion q, Options.Sustain options, Console console) {
        this.q = q;
        this.options = options;
        this.console = console;
        this.trial = q.toTheEnd();
        this.draws = q.setup().options().draws();
        this.amounts = new Amounts(q.setup().scenario().money().reporting());
    }

    /// What a slip of one milestone does, a month of it.
    private record Price(
            Milestone milestone,
            String date,
            Estimate lost,
            Estimate forecast,
            double exact,
            Estimate spent,
            Estimate present) {}

    Sections answer(double months) {
        List<Milestone> milestones = milestones();
        SustainQuestion.require(
                !milestones.isEmpty(),
                "Nothing of plan %s is open after %s: no delivery, opening, qualification or payment."
                        .formatted(q.plan().id(), q.setup().options().asOf()),
                () -> "Choose another --plan, or an earlier --as-of.");
        var plain = simulated("as it is", FleetTrial.AS_IT_IS);
        var formula = formulas("as it is", FleetTrial.AS_IT_IS);
        Options.Amount given = options.worth();
        double worth = q.worth(given, plain);
        long by = Math.round(months * Measures.MONTH_SEC * Calendar.SECOND);
        var prices = new ArrayList<Price>();
        for (Milestone m : milestones) {
            FleetTrial.Edit edit = c -> m.slipped(c, by);
            String name = name(m);
            prices.add(
                    price(m, months, plain, simulated(name, edit), formula, formulas(name, edit)));
        }
        prices.sort(Comparator.comparingDouble((Price p) -> -p.forecast().mean()));
        boolean exact = prices.stream().noneMatch(p -> Double.isNaN(p.exact()));
        var columns =
                new ArrayList<>(List.of("milestone", "foretold", "simulated", "+-", "forecast"));
        if (exact) {
            columns.add("exact");
        }
        columns.addAll(
                List.of(
                        "gap",
                        amounts.column("worth"),
                        amounts.column("spent"),
                        amounts.column("presentValue")));
        var answer =
                new Sections(
                        "The price of a month: each open milestone of plan %s %s months later, by itself; %d draws."
                                .formatted(q.planName(), number(months), draws));
        answer.add(
                "milestones",
                "Ready %s-years lost from %s to %s, and money, for each month of the slip"
                        .formatted(q.unit(), date(q.openFrom()), q.setup().scenario().end()),
                QueryResult.of(columns, rows(prices, exact, worth)));
        answer.note(
                "worth: the %1$s-years lost (%2$s) at %3$s a ready %1$s-year, %4$s."
                        .formatted(
                                q.unit(),
                                exact ? "exact" : "forecast",
                                amounts.told(worth),
                                given != null
                                        ? "as asked"
                                        : "what the plan spends for one in that time"));
        answer.note(
                "spent: more money in all (less if below 0); present value: of all money. A payment that comes later holds up the units that wait for it.");
        answer.note(
                exact
                        ? "exact: a dated closed fleet, solved without chance for the dates of each draw; gap: simulated less exact."
                        : "gap: simulated less forecast, which knows no chance of its own. Not exact: %s."
                                .formatted(
                                        SmallFleet.obstacle(
                                                q.setup()
                                                        .realiser()
                                                        .realise(q.plan(), 0)
                                                        .sustain())));
        if (!exact) {
            answer.noteUnlessEmpty(q.leftOut());
        }
        return answer;
    }

    private List<Milestone> milestones() {
        var all = new LinkedHashSet<Milestone>();
        for (int d = 0; d < draws; d++) {
            all.addAll(Milestone.of(q.setup().realiser().realise(q.plan(), d), q.openFrom()));
        }
        return List.copyOf(all);
    }

    private List<Outcome> simulated(String name, FleetTrial.Edit edit) {
        try (Console.Progress progress = console.progress(name, draws, 0)) {
            return trial.run(edit, options.threads(), progress::at);
        }
    }

    private List<Formula> formulas(String name, FleetTrial.Edit edit) {
        try (Console.Progress progress = console.progress(name + ", by formula", draws, 0)) {
            return trial.formulas(edit, options.threads(), progress::at);
        }
    }

    private Price price(
            Milestone m,
            double months,
            List<Outcome> plain,
            List<Outcome> late,
            List<Formula> before,
            List<Formula> after) {
        var lost = new double[draws];
        var forecast = new double[draws];
        var spent = new double[draws];
        var present = new double[draws];
        double exact = 0;
        for (int d = 0; d < draws; d++) {
            lost[d] = (plain.get(d).readyUnitYears() - late.get(d).readyUnitYears()) / months;
            forecast[d] = (before.get(d).forecast() - after.get(d).forecast()) / months;
            exact += (before.get(d).exact() - after.get(d).exact()) / months / draws;
            spent[d] = (late.get(d).moneyInAll() - plain.get(d).moneyInAll()) / months;
            present[d] = (late.get(d).presentValue() - plain.get(d).presentValue()) / months;
        }
        return new Price(
                m,
                foretold(m),
                Estimate.of(lost),
                Estimate.of(forecast),
                exact,
                Estimate.of(spent),
                Estimate.of(present));
    }

    /// The middle of the days on which it comes.
    private String foretold(Milestone m) {
        var ticks = new long[draws];
        for (int d = 0; d < draws; d++) {
            Case c = q.setup().realiser().realise(q.plan(), d);
            var streams = new Streams(q.setup().options().seed(), d, 0);
            ticks[d] =
                    m.date(
                            c,
                            Deliveries.deliver(c.programme(), streams, new Ledger(), c.endTick()));
        }
        Arrays.sort(ticks);
        long middle = ticks[draws / 2];
        LocalDate end = q.setup().scenario().end();
        LocalDate day = middle == Long.MAX_VALUE ? LocalDate.MAX : date(middle);
        return day.isAfter(end) ? "after " + end : day.toString();
    }

    private LocalDate date(long tick) {
        return new Calendar(q.setup().scenario().start()).date(tick);
    }

    private List<List<@Nullable Object>> rows(List<Price> prices, boolean exact, double worth) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Price p : prices) {
            double formula = exact ? p.exact() : p.forecast().mean();
            var row = new ArrayList<@Nullable Object>();
            row.add(name(p.milestone()));
            row.add(p.date());
            row.add(SustainJob.round(p.lost().mean()));
            row.add(SustainJob.round(p.lost().halfWidth(0.95)));
            row.add(SustainJob.round(p.forecast().mean()));
            if (exact) {
                row.add(SustainJob.round(p.exact()));
            }
            row.add(SustainJob.round(p.lost().mean() - formula));
            row.add(amounts.in(formula * worth));
            row.add(amounts.in(p.spent().mean()));
            row.add(amounts.in(p.present().mean()));
            rows.add(row);
        }
        return rows;
    }

    private static String name(Milestone m) {
        String kind = m.kind().name().toLowerCase(Locale.ROOT);
        return m.id().isEmpty() ? kind : kind + " " + m.id();
    }

    private static String number(double months) {
        return months == Math.rint(months) ? Long.toString((long) months) : Double.toString(months);
    }
}
