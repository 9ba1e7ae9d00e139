package parapet.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Measures;
import parapet.scenario.Catalogue;
import parapet.scenario.Change;
import parapet.scenario.Noun;
import parapet.scenario.Plan;
import parapet.scenario.PlannedScenario;
import parapet.scenario.QuantityNames;
import parapet.scenario.Sky;
import parapet.scenario.Study;
import parapet.scenario.Support;
import parapet.stats.Estimate;
import parapet.stats.Weights;
import parapet.study.rows.DifferenceRow;
import parapet.study.rows.EstimateRow;
import parapet.study.rows.MetricRow;
import parapet.study.rows.NameRow;
import parapet.study.rows.PlanRow;
import parapet.study.rows.UnitRow;
import parapet.study.rows.WarningRow;
import parapet.tables.Rows;

/// From all chunks of a study to the tables that summarise it. Deterministic: chunks are taken in
/// order.
public final class Summary {
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final double CONFIDENCE = 0.95;

    private final Setup setup;
    private final Outcomes outcomes;
    private final Weights weights;
    private final Rows rows = new Rows();

    private Summary(Setup setup, Outcomes outcomes) {
        this.setup = setup;
        this.outcomes = outcomes;
        this.weights = outcomes.weights();
    }

    /// The summary tables of a study.
    ///
    /// @param setup the study
    /// @param chunks its chunks
    /// @param count how many chunks make the study
    public static Rows of(Setup setup, Chunks chunks, int count) {
        var outcomes = new Outcomes(setup);
        var sky = new SkyRows(setup);
        var lifeCycle = new LifeCycle(setup);
        var melding = new Melding(setup);
        for (int i = 0; i < count; i++) {
            Rows rows = chunks.read(i);
            if (rows == null) {
                throw new IllegalStateException(
                        "Chunk (%d) of (%d) is missing.".formatted(i, count));
            }
            outcomes.add(rows);
            sky.add(rows);
            lifeCycle.add(rows);
            melding.add(rows);
        }
        outcomes.weigh(melding.weights(outcomes.draws()));
        var summary = new Summary(setup, outcomes);
        summary.plans();
        summary.names();
        summary.emptyFleets();
        summary.metrics();
        summary.estimates();
        summary.differences();
        lifeCycle.post(summary.rows, outcomes.weights());
        var stations = new StationInputs(setup, outcomes.stations());
        new Drivers(setup, outcomes, stations).post(summary.rows);
        var evidence = new EvidenceRows(setup, outcomes.drawn());
        evidence.post(summary.rows);
        new News(setup, outcomes, evidence).post(summary.rows);
        stations.post(summary.rows);
        Hindcast.post(setup, summary.rows);
        melding.post(summary.rows, outcomes);
        sky.post(summary.rows, outcomes.weights());
        return summary.rows;
    }

    private void plans() {
        int order = 0;
        for (PlannedScenario p : setup.plans()) {
            var words = new ArrayList<String>();
            for (Change change : p.plan().changes()) {
                words.add(words(p, change));
            }
            rows.add(
                    new PlanRow(
                            p.id(),
                            order++,
                            p.plan().label(p.id()),
                            p.plan().about().strip(),
                            caution(p),
                            p.plan().basedOn(),
                            String.join("\n", words),
                            p.id().equals(setup.reference()),
                            groups(p),
                            p.plan().kind() == Plan.Kind.OPTION));
            p.scenario()
                    .programme()
                    .contracts()
                    .forEach((id, c) -> {
                        if (!c.active()) {
                            return;
                        }
                        c.deliveries()
                                .forEach((unit, d) -> {
                                    Support.Site base =
                                            p.scenario().support().sites().get(d.base());
                                    rows.add(
                                            new UnitRow(
                                                    p.id(),
                                                    unit,
                                                    QuantityNames.named(d.name(), unit),
                                                    d.type(),
                                                    id,
                                                    c.name(),
                                                    d.base(),
                                                    base == null ? "" : base.region().strip(),
                                                    noun(p, d.type()).one(),
                                                    noun(p, d.type()).plural()));
                                });
                    });
        }
    }

    /// Batteries outside units, by their typical number.
    private int groups(PlannedScenario plan) {
        Sky sky = plan.scenario().sky();
        return sky == null
                ? 0
                : sky.groups().values().stream()
                        .filter(Sky.Group::active)
                        .mapToInt(g ->
                                (int) Math.round(setup.realiser().weigh(g.count()).law().mean()))
                        .sum();
    }

    /// What parts and sites are called, in any plan of the study.
    private void names() {
        var parts = new LinkedHashMap<String, String>();
        var sites = new LinkedHashMap<String, String>();
        for (PlannedScenario p : setup.plans()) {
            p.scenario()
                    .catalogue()
                    .parts()
                    .forEach((id, part) -> parts.putIfAbsent(id, part.name()));
            p.scenario()
                    .support()
                    .sites()
                    .forEach((id, site) -> sites.putIfAbsent(id, site.name()));
        }
        parts.forEach((id, name) -> rows.add(new NameRow("part", id, name, "", null, false)));
        sites.forEach((id, name) -> rows.add(new NameRow("site", id, name, "", null, false)));
        Study.Questions asked = setup.scenario().study().questions();
        question("delay", asked.delay());
        question("repair", asked.repair());
        question("force", asked.force());
        question("raid", asked.raid());
        question("evidence", asked.evidence());
    }

    private void question(String topic, String words) {
        rows.add(new NameRow("question", topic, words.strip(), "", null, false));
    }

    /// A share of no time is given as 0; a reader must know that it says nothing.
    private void emptyFleets() {
        String delivered = "delivered/" + setup.metricsOfStudy().dates().getLast();
        for (PlannedScenario plan : setup.plans()) {
            double[] values = outcomes.values(plan.id(), delivered);
            int never = (int) Arrays.stream(values).filter(v -> v == 0).count();
            if (never == 0) {
                continue;
            }
            boolean units =
                    plan.scenario().programme().contracts().values().stream()
                            .anyMatch(c -> c.active() && !c.deliveries().isEmpty());
            String draws = never == values.length ? "any draw" : never + " draws";
            rows.add(
                    new WarningRow(
                            "plan " + plan.id(),
                            units
                                    ? "No unit comes by %s in %s: shares of the time in service are given as 0 %% there and say nothing."
                                            .formatted(setup.scenario().end(), draws)
                                    : "The plan has no units: shares of the time in service are given as 0 % and say nothing.",
                            never));
        }
    }

    private static Noun noun(PlannedScenario p, String type) {
        Catalogue.UnitType of = p.scenario().catalogue().units().get(type);
        return of == null ? Noun.UNIT : of.noun();
    }

    private static String caution(PlannedScenario p) {
        String own = p.plan().caution().strip();
        if (!own.isEmpty()) {
            return own;
        }
        return p.scenario().programme().contracts().values().stream()
                .filter(c -> c.active() && !c.caution().isBlank())
                .map(c -> c.caution().strip())
                .findFirst()
                .orElse("");
    }

    private String words(PlannedScenario plan, Change change) {
        String when = change.on() == null ? "" : "from a date: ";
        String path = change.slip() != null ? change.slip() : String.valueOf(change.set());
        String what = when + QuantityNames.ofPlace(plan.scenario(), path);
        return change.slip() != null
                ? what + " comes later by " + PlainWords.of(change.by())
                : what + ": " + PlainWords.of(change.to());
    }

    private void metrics() {
        setup.metrics().values().forEach(this::metric);
        setup.metricsOfStudy().summed().forEach(this::metric);
    }

    private void metric(Metric m) {
        rows.add(
                new MetricRow(
                        m.key(),
                        m.kind(),
                        m.subject(),
                        m.currency(),
                        m.height(),
                        m.first(),
                        m.date(),
                        m.label(),
                        m.unit(),
                        m.higherIsBetter() ? "more" : "less"));
    }

    private void estimates() {
        for (PlannedScenario plan : setup.plans()) {
            for (String metric : setup.metrics().keySet()) {
                double[] values = outcomes.values(plan.id(), metric);
                estimate(plan.id(), metric, values, values);
            }
            for (String currency : setup.metricsOfStudy().currencies()) {
                readinessCost(plan.id(), currency);
            }
        }
    }

    private void readinessCost(String plan, String currency) {
        double[] money = money(plan, currency);
        double[] linear = ReadinessCost.linear(money, readyYears(plan), weights);
        double[] byDraw = ReadinessCost.byDraw(money, readyYears(plan));
        if (linear.length > 0) {
            estimate(plan, Metrics.readinessCost(currency), linear, byDraw);
        }
    }

    /// @param values whose mean and interval are given
    /// @param spread whose quantiles are given, NaN where a draw has none
    private void estimate(String plan, String metric, double[] values, double[] spread) {
        Estimate e = weights.estimate(values);
        double[] q =
                weights.only(spread, ReadinessCost::isNumber)
                        .quantiles(ReadinessCost.numbers(spread), LEVELS);
        rows.add(
                new EstimateRow(
                        plan,
                        metric,
                        values.length,
                        e.mean(),
                        finite(e.halfWidth(CONFIDENCE)),
                        q[0],
                        q[1],
                        q[2],
                        q[3],
                        q[4]));
    }

    private double[] money(String plan, String currency) {
        return outcomes.values(plan, Metrics.cost(currency));
    }

    private double[] readyYears(String plan) {
        return outcomes.values(plan, setup.metricsOfStudy().readyYears());
    }

    private void differences() {
        String reference = setup.reference();
        for (PlannedScenario plan : setup.plans()) {
            if (!plan.id().equals(reference)) {
                difference(new Question("reference", "", ""), plan.id(), reference, 0);
            }
        }
        Map<String, Study.Comparison> comparisons = setup.scenario().study().comparisons();
        comparisons.forEach((key, c) -> {
            if (has(c.plan()) && has(c.against())) {
                double months = setup.realiser().weigh(c.slip()).law().mean() / Measures.MONTH_SEC;
                difference(
                        new Question(key, c.question(), c.topic().name().toLowerCase(Locale.ROOT)),
                        c.plan(),
                        c.against(),
                        months);
            }
        });
    }

    /// A comparison: its key, its question in words, and its topic.
    private record Question(String key, String words, String topic) {}

    private boolean has(String plan) {
        return setup.plans().stream().anyMatch(p -> p.id().equals(plan));
    }

    private void difference(Question question, String plan, String against, double months) {
        for (Metric metric : setup.metrics().values()) {
            double[] d =
                    Outcomes.minus(
                            outcomes.values(plan, metric.key()),
                            outcomes.values(against, metric.key()));
            double sign = metric.higherIsBetter() ? 1 : -1;
            double better = weights.share(i -> 1 + Math.signum(sign * d[i]), 2);
            add(
                    question,
                    plan,
                    against,
                    metric.key(),
                    d,
                    weights,
                    weights.estimate(d),
                    better,
                    months);
        }
        breakEven(question, plan, against);
        for (String currency : setup.metricsOfStudy().currencies()) {
            priceOfReadiness(question, plan, against, currency);
            readinessCost(question, plan, against, currency);
        }
    }

    private void readinessCost(Question question, String plan, String against, String currency) {
        double[] a = ReadinessCost.linear(money(plan, currency), readyYears(plan), weights);
        double[] b = ReadinessCost.linear(money(against, currency), readyYears(against), weights);
        double[] all =
                Outcomes.minus(
                        ReadinessCost.byDraw(money(plan, currency), readyYears(plan)),
                        ReadinessCost.byDraw(money(against, currency), readyYears(against)));
        double[] byDraw = ReadinessCost.numbers(all);
        if (a.length == 0 || b.length == 0 || byDraw.length == 0) {
            return;
        }
        Weights some = weights.only(all, ReadinessCost::isNumber);
        add(
                question,
                plan,
                against,
                Metrics.readinessCost(currency),
                byDraw,
                some,
                weights.estimate(Outcomes.minus(a, b)),
                some.share(i -> byDraw[i] < 0),
                0);
    }

    private void add(
            Question question,
            String plan,
            String against,
            String metric,
            double[] values,
            Weights of,
            Estimate e,
            double better,
            double months) {
        double[] q =
                values.length == 0 ? new double[] {0, 0, 0} : of.quantiles(values, 0.05, 0.5, 0.95);
        boolean none = values.length == 0;
        Double halfWidth = none ? null : finite(e.halfWidth(CONFIDENCE));
        rows.add(
                new DifferenceRow(
                        question.key(),
                        question.words(),
                        plan,
                        against,
                        metric,
                        values.length,
                        none ? null : (Double) e.mean(),
                        halfWidth,
                        none ? null : (Double) q[0],
                        none ? null : (Double) q[1],
                        none ? null : (Double) q[2],
                        better,
                        months > 0 && !none ? (Double) (e.mean() / months) : null,
                        months > 0 && halfWidth != null ? (Double) (halfWidth / months) : null,
                        question.topic()));
    }

    /// The year in which the fiscal year ends by whose end a plan that first cost more has cost no
    /// more in all than the other one.
    private void breakEven(Question question, String plan, String against) {
        int draws = outcomes.draws();
        var years = new double[draws];
        Arrays.fill(years, Double.NaN);
        for (int draw = 0; draw < draws; draw++) {
            var a = outcomes.money(plan, draw);
            var b = outcomes.money(against, draw);
            if (a.isEmpty() || b.isEmpty()) {
                continue;
            }
            double more = 0;
            boolean dearer = false;
            for (int y = Math.min(a.firstKey(), b.firstKey());
                    y <= Math.max(a.lastKey(), b.lastKey());
                    y++) {
                more += a.getOrDefault(y, 0.0) - b.getOrDefault(y, 0.0);
                if (more > 1) {
                    dearer = true;
                } else if (dearer) {
                    years[draw] = setup.fiscalYears().last(y).getYear();
                    break;
                }
            }
        }
        double[] values = ReadinessCost.numbers(years);
        Weights some = weights.only(years, ReadinessCost::isNumber);
        Estimate e = values.length == 0 ? Estimate.of(0) : some.estimate(values);
        add(
                question,
                plan,
                against,
                Metrics.BREAK_EVEN,
                values,
                some,
                e,
                draws == 0 ? 0 : weights.share(i -> ReadinessCost.isNumber(years[i])),
                0);
    }

    /// Ratio of the mean extra money to the mean extra ready unit-years; its interval by
    /// linearisation.
    private void priceOfReadiness(Question question, String plan, String against, String currency) {
        double[] money = Outcomes.minus(money(plan, currency), money(against, currency));
        double[] years = Outcomes.minus(readyYears(plan), readyYears(against));
        Estimate certain = weights.estimate(years);
        double extra = certain.mean();
        if (money.length < 2 || Math.abs(extra) <= certain.halfWidth(CONFIDENCE)) {
            return;
        }
        double ratio = weights.mean(money) / extra;
        var residuals = new double[money.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = ratio + (money[i] - ratio * years[i]) / extra;
        }
        add(
                question,
                plan,
                against,
                Metrics.priceOfReadiness(currency),
                residuals,
                weights,
                weights.estimate(residuals),
                ratio < 0 ? 1 : 0,
                0);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
