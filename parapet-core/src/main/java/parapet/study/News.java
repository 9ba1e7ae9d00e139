package parapet.study;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Quantity;
import parapet.evidence.Source;
import parapet.evidence.Weighing;
import parapet.quantity.Dimension;
import parapet.quantity.Show;
import parapet.quantity.Span;
import parapet.scenario.Scenario;
import parapet.scenario.Study;
import parapet.stats.Weights;
import parapet.study.rows.NewsRow;
import parapet.study.rows.WarningRow;
import parapet.tables.Rows;

/// Statements of the news beside what the model says to them.
///
/// A statement about a metric holds in the draws whose value x lies between its levels:
///
///     share = weight of the draws with atLeast ≤ x ≤ atMost
///
/// which is their number over that of all where none is weighed. Nine draws of ten support it, one of ten or fewer contradict it, anything between decides
/// nothing. Where the metric of the reference is of a day that was known and the same in every draw,
/// it is history that speaks, not the model. A statement without a metric can at most be contradicted: where its
/// claim feeds an input and lies outside of the range used. What goes into a model is not borne out
/// by what comes out. Draws that are weighed and effectively fewer than [Weights#LEAST_EFFECTIVE] give no verdict. Dates that are still foretold have no range before their errors are drawn.
public final class News {
    /// Share of the draws from which they support a statement; what is left of 1 contradicts it.
    public static final double SUPPORTS = 0.9;

    private static final double ROUNDING = 1e-9;

    private final Setup setup;
    private final Outcomes outcomes;
    private final EvidenceRows evidence;

    News(Setup setup, Outcomes outcomes, EvidenceRows evidence) {
        this.setup = setup;
        this.outcomes = outcomes;
        this.evidence = evidence;
    }

    /// The keys of all metrics that statements of a scenario can be judged by, in order.
    public static Set<String> metrics(Scenario scenario, LocalDate asOf) {
        return new Metrics(scenario, asOf).all().keySet();
    }

    void post(Rows rows) {
        int ord = 0;
        for (var s : setup.scenario().study().news().entrySet()) {
            statement(rows, new At(s.getKey(), ord++), s.getValue());
        }
    }

    /// Where a statement stands.
    private record At(String key, int ord) {}

    private void statement(Rows rows, At at, Study.Statement s) {
        String plan = s.plan() == null ? setup.scenario().study().reference() : s.plan();
        if (s.metric() == null) {
            recorded(rows, at, s);
        } else if (!setup.metrics().containsKey(s.metric())) {
            notJudged(rows, at, "the metric %s is not measured".formatted(s.metric()));
        } else if (!has(plan) || (s.against() != null && !has(s.against()))) {
            notJudged(rows, at, "its plans are not all part of it");
        } else {
            judged(rows, at, s, plan, s.metric());
        }
    }

    private static void notJudged(Rows rows, At at, String why) {
        rows.add(
                new WarningRow(
                        "news " + at.key(),
                        "The statement is not judged in this run: %s.".formatted(why),
                        1));
    }

    private boolean has(String plan) {
        return setup.plans().stream().anyMatch(p -> p.id().equals(plan));
    }

    private void judged(Rows rows, At at, Study.Statement s, String plan, String metric) {
        double[] x = outcomes.values(plan, metric);
        if (s.against() != null) {
            x = Outcomes.minus(x, outcomes.values(s.against(), metric));
        }
        Double least = level(s.atLeast());
        Double most = level(s.atMost());
        Weights weights = outcomes.weights();
        double[] values = x;
        double share =
                weights.share(i ->
                        (least == null || values[i] >= least - ROUNDING)
                                && (most == null || values[i] <= most + ROUNDING));
        double[] band = weights.quantiles(x, 0.05, 0.95);
        boolean history = s.against() == null && happened(plan, metric, x);
        rows.add(
                new NewsRow(
                        at.key(),
                        at.ord(),
                        s.said().strip(),
                        String.join("\n", s.claims()),
                        publishers(s.claims()),
                        plan,
                        s.against(),
                        metric,
                        least,
                        most,
                        x.length,
                        weights.mean(x),
                        band[0],
                        band[1],
                        share,
                        null,
                        null,
                        null,
                        history || weights.quotable() ? verdict(share) : "no verdict",
                        history ? "history" : "draws",
                        s.because().strip()));
    }

    /// Whether a number is of a day up to which the evidence is known, in the reference plan, and
    /// the same in every draw.
    private boolean happened(String plan, String metric, double[] x) {
        Metric of = setup.metrics().get(metric);
        return plan.equals(setup.scenario().study().reference())
                && of != null
                && of.date() != null
                && !of.date().isAfter(setup.options().asOf())
                && Arrays.stream(x).allMatch(v -> v == x[0]);
    }

    /// What a share of the draws says to a statement.
    static String verdict(double share) {
        if (share >= SUPPORTS - ROUNDING) {
            return "supports";
        }
        return share <= 1 - SUPPORTS + ROUNDING ? "contradicts" : "not decisive";
    }

    private @Nullable Double level(@Nullable Quantity level) {
        return level == null ? null : (Double) setup.realiser().weigh(level).law().mean();
    }

    private void recorded(Rows rows, At at, Study.Statement s) {
        Weighing fed = null;
        boolean outside = false;
        for (String id : s.claims()) {
            Claim claim = setup.scenario().claims().get(id);
            Weighing w = claim == null ? null : evidence.fedBy(claim);
            boolean open =
                    w != null && w.quantity().basis() instanceof Quantity.Foretold && !w.settled();
            if (w != null && !open) {
                fed = fed == null ? w : fed;
                outside = outside || outside(w, id);
            }
        }
        Dimension d = fed == null ? Dimension.TEXT : fed.quantity().dimension();
        String currency = fed == null || fed.currency() == null ? "" : fed.currency();
        rows.add(
                new NewsRow(
                        at.key(),
                        at.ord(),
                        s.said().strip(),
                        String.join("\n", s.claims()),
                        publishers(s.claims()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        null,
                        null,
                        null,
                        null,
                        fed == null ? null : fed.quantity().key(),
                        fed == null ? null : Show.text(fed.law().low(), d, currency),
                        fed == null ? null : Show.text(fed.law().high(), d, currency),
                        outside ? "contradicts" : "not decisive",
                        fed == null ? "" : "input",
                        s.because().strip()));
    }

    /// Whether no value that a claim leaves open is one that the input takes.
    private static boolean outside(Weighing w, String id) {
        return w.voices().stream()
                .filter(v -> v.claim().id().equals(id))
                .map(Weighing.Voice::span)
                .anyMatch(s -> s != null && apart(s, w));
    }

    private static boolean apart(Span s, Weighing w) {
        return s.high() < w.law().low() || s.low() > w.law().high();
    }

    /// Who published some claims, and after whom where that is known, one a line.
    private String publishers(List<String> claims) {
        var all = new LinkedHashSet<String>();
        Map<String, Claim> known = setup.scenario().claims();
        for (String id : claims) {
            Claim claim = known.get(id);
            Source source = claim == null ? null : setup.scenario().sources().get(claim.source());
            if (claim != null && source != null) {
                String after = claim.copiedFrom();
                boolean named = !after.isEmpty() && !known.containsKey(after);
                all.add(source.publisher() + (named ? " (after " + after + ")" : ""));
            }
        }
        return String.join("\n", all);
    }
}
