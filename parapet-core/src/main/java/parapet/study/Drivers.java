package parapet.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.FDistribution;
import parapet.evidence.Quantity;
import parapet.evidence.Standing;
import parapet.scenario.StressKeys;
import parapet.scenario.Study;
import parapet.stats.Weights;
import parapet.study.rows.ConfidenceRow;
import parapet.study.rows.DriverRow;
import parapet.tables.Rows;

/// Which inputs of the defender explain the spread of an answer, and what it rests on: first-order
/// shares of variance from the draws as they are ([Predictor]), and one word ([Confidence]).
///
/// An answer that goes straight with an input is explained wholly, whatever the law of the input;
/// means alone would miss 1/25 of it for an even law. In 95 of 100 rankings no input without an
/// effect exceeds `noise` (F test of the regression, its level divided by the number of inputs).
/// Needs no further runs (Plischke, Borgonovo & Smith 2013, given-data estimation). Interactions
/// are not attributed, bends within a fifth are missed; fewer than 20 draws give no ranking. Where
/// draws are weighed, the regression is, and n is their effective number.
///
/// What stresses a defence is given, not ranked: no input that is used at a marked key, or at a
/// class of target, is a driver. Its part of the spread is told as one lump with chance and with
/// what is too weak to tell.
final class Drivers {
    private static final int FIFTHS = 5;
    private static final int LEAST_DRAWS = 20;
    private static final int SHOWN = 12;

    /// Kinds of metric that answer the questions: readiness, money to come, covered sky, raids.
    private static final Set<String> KINDS =
            Set.of(
                    "ready",
                    "ready-unit-years",
                    "lost-unit-years",
                    "future-cost",
                    CoveredRows.SEEN,
                    CoveredRows.REACHED,
                    "stopped",
                    "kept",
                    "kept-all-nights");

    private final Setup setup;
    private final Outcomes outcomes;
    private final StationInputs stations;
    private final Weights weights;
    private final List<Predictor> inputs = new ArrayList<>();
    private final Map<Integer, Double> noise = new TreeMap<>();
    private final Map<String, Standing> standings = new HashMap<>();

    Drivers(Setup setup, Outcomes outcomes, StationInputs stations) {
        this.setup = setup;
        this.outcomes = outcomes;
        this.stations = stations;
        this.weights = outcomes.weights();
    }

    /// One answer.
    ///
    /// @param comparison key of the comparison, empty for the reference plan alone
    /// @param plan the plan, or `A minus B`
    private record Asked(String comparison, String plan, String metric) {}

    private record Driver(Predictor input, Predictor.Effect effect, double noise) {
        boolean clear() {
            return effect.share() > noise;
        }
    }

    void post(Rows rows) {
        boolean ranked = weights.effective() >= LEAST_DRAWS;
        if (ranked) {
            prepare();
        }
        String reference = setup.reference();
        for (String metric : metrics()) {
            answer(
                    rows,
                    new Asked("", reference, metric),
                    outcomes.values(reference, metric),
                    ranked);
        }
        for (Map.Entry<String, Study.Comparison> e :
                setup.scenario().study().comparisons().entrySet()) {
            Study.Comparison c = e.getValue();
            for (String metric : metrics()) {
                double[] a = outcomes.values(c.plan(), metric);
                double[] b = outcomes.values(c.against(), metric);
                if (a.length > 0 && a.length == b.length) {
                    String plan = c.plan() + " minus " + c.against();
                    var asked = new Asked(e.getKey(), plan, metric);
                    answer(rows, asked, Outcomes.minus(a, b), ranked);
                }
            }
        }
    }

    /// Availability first, then every metric of the kinds that answer the questions.
    private List<String> metrics() {
        var keys = new ArrayList<String>();
        keys.add(setup.metricsOfStudy().availability());
        setup.metrics().values().stream()
                .filter(m -> KINDS.contains(m.kind()))
                .forEach(m -> keys.add(m.key()));
        return keys;
    }

    private void prepare() {
        Map<String, List<String>> usedAt = setup.quantities().usedAt();
        outcomes.inputs()
                .forEach((quantity, x) -> {
                    List<String> places = usedAt.getOrDefault(quantity, List.of());
                    if (StressKeys.ofDefender(quantity, places) && Predictor.variance(x) > 0) {
                        inputs.add(Predictor.number(quantity, x, weights));
                    }
                });
        inputs.addAll(stations.predictors(weights));
        double level = 0.05 / Math.max(1, inputs.size());
        noise.put(FIFTHS, noise(FIFTHS, weights.effective(), level));
        for (Predictor input : inputs) {
            noise.computeIfAbsent(input.regressors(), r -> noise(r, weights.effective(), level));
        }
    }

    private void answer(Rows rows, Asked asked, double[] y, boolean ranked) {
        if (!(Predictor.variance(y) > 1e-18)) {
            return;
        }
        if (!ranked) {
            confidence(rows, asked, Confidence.tooFew());
            return;
        }
        if (!(weights.variance(y) > 1e-18)) {
            return; // it differs only in draws that weigh nothing
        }
        var answer = new Predictor.Answer(y, weights);
        var drivers = new ArrayList<Driver>();
        for (Predictor input : inputs) {
            drivers.add(
                    new Driver(
                            input, input.on(answer), noise.getOrDefault(input.regressors(), 1.0)));
        }
        drivers.sort(
                Comparator.comparingDouble((Driver d) -> -d.effect.share())
                        .thenComparing(d -> d.input.key()));
        var clear = new ArrayList<Confidence.Carrier>();
        int rank = 1;
        for (Driver d : drivers) {
            if (d.clear()) {
                clear.add(
                        new Confidence.Carrier(
                                d.effect.share(),
                                standings.computeIfAbsent(d.input.key(), this::standing)));
            }
            if (rank <= SHOWN || d.clear()) {
                rows.add(row(asked, rank, d));
            }
            rank++;
        }
        confidence(rows, asked, Confidence.of(clear, noise.getOrDefault(FIFTHS, 1.0)));
    }

    private DriverRow row(Asked asked, int rank, Driver d) {
        return new DriverRow(
                asked.plan,
                asked.metric,
                rank,
                d.input.key(),
                Math.max(0, d.effect.share()),
                d.noise,
                d.effect.correlation(),
                d.effect.low(),
                d.effect.high(),
                name(d.input.key()));
    }

    private String name(String key) {
        String station = stations.name(key);
        return station != null ? station : setup.quantityNames().getOrDefault(key, key);
    }

    private Standing standing(String key) {
        Standing station = stations.standing(key);
        Quantity quantity = setup.quantities().byKey().get(key);
        return station != null
                ? station
                : quantity == null
                        ? Standing.JUDGEMENT
                        : setup.realiser().evidence().standing(quantity);
    }

    private void confidence(Rows rows, Asked asked, Confidence c) {
        Standing parts = c.parts();
        Double explained = c.explained();
        rows.add(
                new ConfidenceRow(
                        asked.comparison,
                        asked.plan,
                        asked.metric,
                        c.word(),
                        c.none(),
                        parts == null ? null : (Double) parts.record(),
                        parts == null ? null : (Double) parts.analogy(),
                        parts == null ? null : (Double) parts.judgement(),
                        explained,
                        explained == null ? null : (Double) (1 - explained),
                        c.drivers(),
                        outcomes.draws()));
    }

    /// The share that so many regressors without an effect exceed with a probability of `level`.
    private static double noise(int regressors, double n, double level) {
        double free = n - 1.0 - regressors;
        if (free <= 0) {
            return 1;
        }
        double f = FDistribution.of(regressors, free).inverseSurvivalProbability(level);
        double critical = regressors * f / (regressors * f + free);
        double chance = regressors / (n - 1.0);
        return (critical - chance) / (1 - chance);
    }
}
