package parapet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parapet.io.results.QueryResult;
import parapet.io.results.RunException;
import parapet.io.results.WholeFile;
import parapet.quantity.Show;
import parapet.scenario.Noun;
import parapet.stats.Estimate;
import parapet.study.FleetTrial;
import parapet.sustain.Network;
import parapet.sustain.decide.DecisionInput;
import parapet.sustain.decide.SparesCurve;
import parapet.sustain.decide.StockPlan;
import parapet.sustain.decide.YearlyBudgets;
import parapet.view.figure.CurvePicture;

/// Spare parts for money: the curve, what is bought, and the last candidates as the simulation
/// ranks them.
final class SparesJob {
    static final List<String> SECTIONS = List.of("curve", "bought", "years", "ranking");
    private static final int ROWS = 15;
    private static final int BAR = 30;

    private final SustainQuestion q;
    private final Options.Sustain options;
    private final Console console;
    private final String currency;
    private final List<DecisionInput> draws;
    private final DecisionInput mean;
    private final SparesCurve curve;
    private final Network network;
    private final Amounts amounts;

    private record Candidate(String name, StockPlan added, double cost) {}

    SparesJob(SustainQuestion q, Options.Sustain options, Console console) {
        this.q = q;
        this.options = options;
        this.console = console;
        Options.Amount budget = options.budget();
        currency = budget == null ? q.setup().scenario().money().reporting() : budget.currency();
        SustainQuestion.require(
                q.setup().realiser().realise(q.plan(), 0).rates().knows(currency),
                "The currency %s has no exchange rate in this scenario.".formatted(currency),
                () ->
                        "Add it to money.rates, or give the budget in "
                                + q.setup().scenario().money().reporting()
                                + ".");
        draws = q.decisions(currency, FleetTrial.AS_IT_IS);
        mean = DecisionInput.mean(draws);
        int units = 0;
        for (int n : mean.unitsAtBase()) {
            units += n;
        }
        SustainQuestion.require(
                units > 0,
                "No %s is in service on %s in plan %s.".formatted(q.unit(), q.on(), q.plan().id()),
                () -> "Choose a later --on.");
        curve = SparesCurve.of(mean.closedAt(mean.added(mean.portfolio().held())).portfolio());
        network = q.network();
        amounts = new Amounts(currency);
    }

    Sections answer() {
        StockPlan none = mean.added(mean.portfolio().held());
        Double target = options.target();
        Options.Amount budget = options.budget();
        double money =
                budget != null
                        ? budget.amount()
                        : !options.yearly().isEmpty()
                                ? yearlySum()
                                : target != null ? atTarget(target) : readyCost(0.9);
        SparesCurve.Bought bought = curve.bought(money);
        var answer =
                new Sections(
                        "Spare parts of plan %s, decided for %s, on top of what it holds then; %d draws."
                                .formatted(q.planName(), q.on(), draws.size()));
        var points = points(money);
        answer.add(
                "curve",
                "Fewest holes that hurt for the money, and %s ready by the analytic model"
                        .formatted(q.units()),
                table(points));
        answer.add(
                "bought",
                "Bought for %s of %s, beside what is held"
                        .formatted(amounts.told(bought.cost()), amounts.told(money)),
                boughtTable(bought.plan()));
        if (!options.yearly().isEmpty()) {
            answer.add(
                    "years",
                    "Bought year by year, each part from the budget of its own currency, %s at the rates of the day; what is not spent lapses"
                            .formatted(amounts.unit()),
                    years());
        }
        var candidates = new ArrayList<Candidate>();
        candidates.add(new Candidate("as the plan holds", none, 0));
        add(candidates, "bought", bought.plan());
        add(
                candidates,
                "the same units, all at the depot",
                null,
                mean.added(bought.plan()).atDepots());
        add(
                candidates,
                "bought as if rates were certain",
                SparesCurve.of(curve.portfolio().withoutSpread()).bought(money).plan());
        add(candidates, "half the money", curve.bought(0.5 * money).plan());
        answer.add(
                "ranking",
                "Ready, percent of the time in service and not away, %s to %s: analytic, simulated, and their gap"
                        .formatted(q.on(), q.until()),
                ranking(candidates));
        answer.note(
                "%s holes that hurt are left; no plan for that money leaves fewer than %s, by the same model."
                        .formatted(number(bought.backorders()), number(bought.bound())));
        answer.note(
                "gain: against what the plan holds; +- 95 %% over paired draws. gap: simulated less analytic ready."
                        .replace("%%", "%"));
        mean.warnings().forEach(answer::note);
        picture(points, money, bought, answer);
        return answer;
    }

    private double yearlySum() {
        double sum = 0;
        for (Options.Budget b : options.yearly()) {
            sum += inCurrency(b.amount());
        }
        return sum;
    }

    private double inCurrency(Options.Amount amount) {
        var rates = q.setup().realiser().realise(q.plan(), 0).rates();
        SustainQuestion.require(
                rates.knows(amount.currency()),
                "The currency %s has no exchange rate in this scenario."
                        .formatted(amount.currency()),
                () ->
                        "Add it to money.rates, or give the budget in "
                                + q.setup().scenario().money().reporting()
                                + ".");
        return rates.convert(amount.amount(), amount.currency(), currency, q.tick());
    }

    /// What the budgets of years and currencies buy; a part is paid in the currency of its price.
    private QueryResult years() {
        var currencies = new TreeSet<String>();
        var years = new TreeSet<Integer>();
        for (Options.Budget b : options.yearly()) {
            currencies.add(b.amount().currency());
            years.add(Objects.requireNonNull(b.year()));
        }
        mean.items().forEach(i -> currencies.add(network.parts().get(i.part()).currency()));
        var pockets = List.copyOf(currencies);
        var dates = List.copyOf(years);
        double[][] budgets = new double[dates.size()][pockets.size()];
        for (Options.Budget b : options.yearly()) {
            budgets[dates.indexOf(b.year())][pockets.indexOf(b.amount().currency())] +=
                    inCurrency(b.amount());
        }
        int[] pocket =
                mean.items().stream()
                        .mapToInt(i -> pockets.indexOf(network.parts().get(i.part()).currency()))
                        .toArray();
        var bought = YearlyBudgets.plan(curve, pocket, budgets);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int y = 0; y < dates.size(); y++) {
            YearlyBudgets.Year year = bought.get(y);
            for (int c = 0; c < pockets.size(); c++) {
                if (budgets[y][c] > 0) {
                    int units = 0;
                    for (int j = 0; j < pocket.length; j++) {
                        units += pocket[j] == c ? year.units()[j] : 0;
                    }
                    rows.add(
                            List.of(
                                    dates.get(y),
                                    pockets.get(c),
                                    amounts.in(budgets[y][c]),
                                    amounts.in(year.spent()[c]),
                                    units,
                                    SustainJob.three(year.backorders()),
                                    SustainJob.three(year.bound())));
                }
            }
        }
        return QueryResult.of(
                List.of("year", "pricedIn", "budget", "spent", "units", "holesLeft", "bound"),
                rows);
    }

    private void add(List<Candidate> all, String name, StockPlan plan) {
        add(all, name, plan, null);
    }

    private void add(
            List<Candidate> all, String name, @Nullable StockPlan plan, @Nullable StockPlan given) {
        StockPlan added = given != null ? given : plan == null ? null : mean.added(plan);
        if (added != null
                && depotsExist(added)
                && all.stream().noneMatch(c -> c.added().equals(added))) {
            all.add(new Candidate(name, added, added.cost(mean.portfolio())));
        }
    }

    private boolean depotsExist(StockPlan added) {
        for (int j = 0; j < added.items(); j++) {
            if (added.depot(j) > 0 && mean.items().get(j).depot() < 0) {
                return false;
            }
        }
        return true;
    }

    /// Mean over the draws of the share of units that is ready, in percent.
    private double analytic(StockPlan added) {
        double sum = 0;
        int counted = 0;
        for (DecisionInput d : draws) {
            int units = 0;
            for (int n : d.unitsAtBase()) {
                units += n;
            }
            if (units > 0) {
                sum += 100 * d.readiness(added).expected() / units;
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private double analytic(SparesCurve.Point point) {
        return analytic(mean.added(curve.plan(point)));
    }

    /// Cost of the first point at which the analytic share is reached.
    private double atTarget(double target) {
        int last = curve.points() - 1;
        SustainQuestion.require(
                analytic(curve.at(last)) >= 100 * target,
                "No stock of spares makes %s %% of the fleet ready by the analytic model."
                        .formatted(number(100 * target)),
                () ->
                        "The most is %s %%; holes that are being mended remain."
                                .formatted(number(analytic(curve.at(last)))));
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (analytic(curve.at(middle)) >= 100 * target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return curve.at(low).cost();
    }

    /// Money that gives a share of all that spares can give, where nothing else is asked.
    private double readyCost(double share) {
        double from = analytic(curve.at(0));
        double to = analytic(curve.at(curve.points() - 1));
        double wanted = from + share * (to - from);
        int k = 0;
        while (k < curve.points() - 1 && analytic(curve.at(k)) < wanted) {
            k++;
        }
        return curve.at(k).cost();
    }

    private List<SparesCurve.Point> points(double money) {
        var points = new ArrayList<SparesCurve.Point>();
        double most = Math.max(2 * money, 1);
        int last = -1;
        for (int i = 0; i < ROWS; i++) {
            SparesCurve.Point p = curve.atBudget(most * i / (ROWS - 1.0));
            if (p.index() != last) {
                points.add(p);
                last = p.index();
            }
        }
        return points;
    }

    /// P(at least so many units ready), percent, mean over the draws.
    private double atLeast(SparesCurve.Point point, int wanted) {
        StockPlan added = mean.added(curve.plan(point));
        double sum = 0;
        for (DecisionInput d : draws) {
            sum += 100 * d.readiness(added).atLeast(wanted);
        }
        return sum / draws.size();
    }

    private QueryResult table(List<SparesCurve.Point> points) {
        int wanted = Math.ceilDiv(3 * Arrays.stream(mean.unitsAtBase()).sum(), 5);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (SparesCurve.Point p : points) {
            double ready = analytic(p);
            rows.add(
                    List.of(
                            amounts.in(p.cost()),
                            SustainJob.three(p.backorders()),
                            SustainJob.round(ready),
                            SustainJob.round(atLeast(p, wanted)),
                            "#".repeat((int) Math.round(BAR * ready / 100))));
        }
        return QueryResult.of(
                List.of(
                        amounts.column(""),
                        "holes",
                        "readyPercent",
                        "atLeast" + wanted + "Percent",
                        "plot"),
                rows);
    }

    private QueryResult boughtTable(StockPlan plan) {
        var rows = new ArrayList<List<@Nullable Object>>();
        StockPlan added = mean.added(plan);
        StockPlan held = mean.portfolio().held();
        for (int j = 0; j < added.items(); j++) {
            DecisionInput.Item item = mean.items().get(j);
            String part = network.parts().get(item.part()).id();
            double price = amounts.exact(mean.portfolio().price(j));
            if (item.depot() >= 0 && (added.depot(j) > 0 || held.depot(j) > 0)) {
                rows.add(row(part, item.depot(), held.depot(j), added.depot(j), price));
            }
            for (int i = 0; i < mean.bases().length; i++) {
                if (added.base(j, i) > 0) {
                    rows.add(row(part, mean.bases()[i], held.base(j, i), added.base(j, i), price));
                }
            }
        }
        return QueryResult.of(List.of("part", "site", "held", "bought", amounts.column("")), rows);
    }

    private List<@Nullable Object> row(String part, int site, int held, int bought, double price) {
        return List.of(
                part,
                network.sites().get(site).id(),
                held,
                bought,
                SustainJob.three(bought * price));
    }

    private QueryResult ranking(List<Candidate> candidates) {
        var outcomes = new ArrayList<List<FleetTrial.Outcome>>();
        for (Candidate c : candidates) {
            FleetTrial.Edit edit =
                    FleetTrial.Edit.ofSupport(input -> mean.with(input, c.added(), q.tick()));
            outcomes.add(q.simulate(c.name(), edit, options.threads(), console));
        }
        double base = analytic(candidates.getFirst().added());
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate c = candidates.get(i);
            Estimate ready = Estimate.of(FleetTrial.readyPercent(outcomes.get(i)));
            Estimate gain = FleetTrial.difference(outcomes.get(i), outcomes.getFirst());
            double model = analytic(c.added());
            var row = new ArrayList<@Nullable Object>();
            row.add(c.name());
            row.add(amounts.in(c.cost()));
            row.add(SustainJob.round(model));
            row.add(SustainJob.round(model - base));
            row.add(SustainJob.round(ready.mean()));
            row.add(SustainJob.round(ready.halfWidth(0.95)));
            row.add(SustainJob.round(gain.mean()));
            row.add(SustainJob.round(gain.halfWidth(0.95)));
            row.add(SustainJob.round(ready.mean() - model));
            rows.add(row);
        }
        return QueryResult.of(
                List.of(
                        "plan",
                        amounts.column(""),
                        "analytic",
                        "analyticGain",
                        "simulated",
                        "+-",
                        "simulatedGain",
                        "gain+-",
                        "gap"),
                rows);
    }

    private void picture(
            List<SparesCurve.Point> points,
            double money,
            SparesCurve.Bought bought,
            Sections answer) {
        Path out = options.out();
        if (out == null) {
            return;
        }
        var line = new ArrayList<CurvePicture.Point>();
        for (SparesCurve.Point p : points) {
            line.add(new CurvePicture.Point(amounts.exact(p.cost()), analytic(p)));
        }
        var marks =
                List.of(
                        new CurvePicture.Mark(
                                amounts.exact(bought.cost()),
                                analytic(mean.added(bought.plan())),
                                "bought for %s".formatted(amounts.told(money))));
        Path file = out.resolve(Options.name(options.scenario())).resolve("sustain-spares.svg");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(
                    file,
                    CurvePicture.svg(
                                    Noun.capital(q.units())
                                            + " ready for money in spares, plan "
                                            + q.planName(),
                                    amounts.unit() + " on top of what is held",
                                    "ready, percent (analytic)",
                                    line,
                                    marks)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw RunException.work(
                    "The picture cannot be written to " + file + ".",
                    String.valueOf(e.getMessage()),
                    e);
        }
        answer.note("The curve is drawn in " + file + ".");
    }

    private static String number(double x) {
        return Show.number(x);
    }
}
