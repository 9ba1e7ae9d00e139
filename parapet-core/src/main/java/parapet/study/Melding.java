package parapet.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import parapet.quantity.Show;
import parapet.scenario.Observation;
import parapet.stats.Law;
import parapet.stats.Weights;
import parapet.study.rows.FigureRow;
import parapet.study.rows.FitRow;
import parapet.study.rows.MovedRow;
import parapet.study.rows.ObservationRow;
import parapet.study.rows.WarningRow;
import parapet.study.rows.WeightRow;
import parapet.tables.Rows;

/// Draws weighed by how near their simulated figures come to published ones, and the figures and
/// inputs under those weights: importance weighting of a simulation (Bayesian melding).
///
///     w(d,r) ~ prod_i exp(-(y_i - x_i(d,r))² / 2 s_i²),   s_i² = Var(published law of i) + tolerance_i²
///
/// over the observations i that are fitted, x the simulated figure of draw d and replication r, y the mean of the
/// published range. The scatter between replications is part of the weights, because every
/// replication is weighed by itself: a published figure is one history too. The weights of a draw
/// are summed over its replications; their effective number is
///
///     n = 1 / sum_d w(d)²                                                       [Kish 1965]
///
/// Below [Weights#LEAST_EFFECTIVE] the run warns. Figures are taken as independent given the inputs; shares that sum to
/// 1 are not, so fit one fewer than there are states [Poole and Raftery 2000; Rubin 1988; Wilkinson 2013].
final class Melding {
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final int GRID = 400;

    private final Setup setup;
    private final Map<String, Observation> observations;

    /// Figures by draw and replication, and observation.
    private final Map<Integer, Map<Integer, Map<String, Double>>> figures = new TreeMap<>();

    Melding(Setup setup) {
        this.setup = setup;
        this.observations = setup.observations();
    }

    void add(Rows rows) {
        for (FigureRow row : rows.of(FigureRow.class)) {
            figures.computeIfAbsent(row.draw(), k -> new TreeMap<>())
                    .computeIfAbsent(row.replication(), k -> new LinkedHashMap<>())
                    .put(row.observation(), row.value());
        }
    }

    /// What was published of one observation.
    ///
    /// @param mean mean of the law
    /// @param low least value
    /// @param high greatest value
    /// @param deviation standard deviation of law and tolerance together
    record Published(double mean, double low, double high, double deviation) {
        static Published of(Law law, double tolerance, Observation.Measure measure) {
            double mean = law.mean();
            double sum = 0;
            for (int i = 0; i < GRID; i++) {
                double d = law.at((i + 0.5) / GRID) - mean;
                sum += d * d;
            }
            double model =
                    measure == Observation.Measure.SHARE ? tolerance : tolerance * Math.abs(mean);
            return new Published(
                    mean, law.low(), law.high(), Math.sqrt(sum / GRID + model * model));
        }
    }

    /// One replication of one draw.
    private record Particle(int draw, int replication, Map<String, Double> figures) {}

    /// Whether a study weighs draws by published figures.
    static boolean fits(Setup setup) {
        return setup.observations().values().stream().anyMatch(Melding::fitted);
    }

    private static boolean fitted(Observation o) {
        return o.use() == Observation.Use.FIT;
    }

    /// The weights of the draws; equal when no figure is fitted.
    Weights weights(int draws) {
        if (figures.isEmpty() || !fits(setup)) {
            return Weights.equal(draws);
        }
        List<Particle> particles = particles();
        double[] weights = weights(particles, published());
        var byDraw = new double[draws];
        for (int i = 0; i < weights.length; i++) {
            byDraw[particles.get(i).draw] += weights[i];
        }
        return Weights.of(byDraw);
    }

    private Map<String, Published> published() {
        var published = new LinkedHashMap<String, Published>();
        observations.forEach((key, o) ->
                published.put(
                        key,
                        Published.of(
                                setup.realiser().weigh(o.value()).law(),
                                setup.realiser().weigh(o.tolerance()).law().mean(),
                                o.measure())));
        return published;
    }

    private List<Particle> particles() {
        var particles = new ArrayList<Particle>();
        figures.forEach((draw, byReplication) ->
                byReplication.forEach((replication, values) ->
                        particles.add(new Particle(draw, replication, values))));
        return particles;
    }

    private double[] weights(List<Particle> particles, Map<String, Published> published) {
        var logs = new double[particles.size()];
        for (int i = 0; i < logs.length; i++) {
            for (var p : published.entrySet()) {
                if (fitted(at(p.getKey()))) {
                    double x = particles.get(i).figures.getOrDefault(p.getKey(), Double.NaN);
                    double z = (p.getValue().mean - x) / p.getValue().deviation;
                    logs[i] -= z * z / 2;
                }
            }
        }
        return normalised(logs);
    }

    void post(Rows rows, Outcomes outcomes) {
        unasked(rows);
        if (observations.isEmpty() || figures.isEmpty()) {
            return;
        }
        Map<String, Published> published = published();
        List<Particle> particles = particles();
        double[] weights = weights(particles, published);
        for (int i = 0; i < weights.length; i++) {
            Particle p = particles.get(i);
            rows.add(new WeightRow(p.draw, p.replication, weights[i]));
        }
        Weights fit = fits(setup) ? Weights.of(weights) : Weights.equal(weights.length);
        published.forEach((key, p) -> post(rows, key, p, particles, fit));
        int fitted = (int) observations.values().stream().filter(Melding::fitted).count();
        if (fitted == 0) {
            return;
        }
        Weights byDraw = outcomes.weights();
        rows.add(
                new FitRow(
                        fitted,
                        byDraw.count(),
                        setup.options().replications(),
                        byDraw.effective(),
                        Arrays.stream(byDraw.toArray()).max().orElse(0)));
        moved(rows, outcomes.inputs(), byDraw);
        warn(rows, byDraw);
    }

    /// Says which figures weigh nothing because their plan is not run.
    private void unasked(Rows rows) {
        setup.scenario()
                .study()
                .observations()
                .forEach((key, o) -> {
                    if (fitted(o) && !observations.containsKey(key)) {
                        rows.add(
                                new WarningRow(
                                        "published figures",
                                        "Draws are not weighed by \"%s\": its plan %s is not part of this run."
                                                .formatted(o.name(), setup.planOf(o)),
                                        1));
                    }
                });
    }

    private Observation at(String key) {
        return Objects.requireNonNull(observations.get(key));
    }

    /// exp(log) over its sum, safe where every exponential is 0.
    static double[] normalised(double[] logs) {
        double most = Arrays.stream(logs).max().orElse(0);
        var weights = new double[logs.length];
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            weights[i] = StrictMath.exp(logs[i] - most);
            sum += weights[i];
        }
        for (int i = 0; i < logs.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private void post(Rows rows, String key, Published p, List<Particle> particles, Weights fit) {
        Observation o = at(key);
        double unit = o.measure() == Observation.Measure.SHARE ? 100 : 1;
        double[] values =
                particles.stream()
                        .mapToDouble(of -> of.figures.getOrDefault(key, Double.NaN))
                        .toArray();
        Weights equal = Weights.equal(values.length);
        double[] prior = equal.quantiles(values, LEVELS);
        double[] after = fit.quantiles(values, LEVELS);
        double mean = fit.mean(values);
        double deviation = Math.sqrt(fit.variance(values) + p.deviation * p.deviation);
        var normal = NormalDistribution.of(0, 1);
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            below += fit.at(i) * normal.cumulativeProbability((p.mean - values[i]) / p.deviation);
        }
        rows.add(
                new ObservationRow(
                        key,
                        o.name(),
                        setup.planOf(o),
                        o.use() == Observation.Use.FIT ? "fit" : "judge",
                        o.first(),
                        o.date(),
                        switch (o.measure()) {
                            case SHARE -> "%";
                            case NUMBER -> setup.scenario().catalogue().noun().plural();
                            case FINISHED -> "a year";
                        },
                        unit * p.mean,
                        unit * p.low,
                        unit * p.high,
                        unit * p.deviation,
                        unit * equal.mean(values),
                        unit * prior[0],
                        unit * prior[4],
                        unit * mean,
                        unit * after[0],
                        unit * after[1],
                        unit * after[2],
                        unit * after[3],
                        unit * after[4],
                        (p.mean - mean) / deviation,
                        Math.min(1, 2 * Math.min(below, 1 - below))));
    }

    private void moved(Rows rows, Map<String, double[]> inputs, Weights weights) {
        record Moved(String key, double[] values, double shift, double before) {}
        Weights equal = Weights.equal(weights.count());
        var all = new ArrayList<Moved>();
        inputs.forEach((key, x) -> {
            double before = Math.sqrt(equal.variance(x));
            if (before > 1e-12 * Math.abs(equal.mean(x))) {
                all.add(new Moved(key, x, (weights.mean(x) - equal.mean(x)) / before, before));
            }
        });
        all.sort(
                Comparator.comparingDouble((Moved m) -> -Math.abs(m.shift))
                        .thenComparing(Moved::key));
        // Under weights without information the shift has the variance 1/effective - 1/draws.
        double noise =
                1.96 * Math.sqrt(Math.max(0, 1 / weights.effective() - 1.0 / weights.count()));
        for (Moved m : all) {
            double[] prior = equal.quantiles(m.values, 0.05, 0.95);
            double[] after = weights.quantiles(m.values, 0.05, 0.95);
            rows.add(
                    new MovedRow(
                            m.key,
                            unit(m.key),
                            equal.mean(m.values),
                            prior[0],
                            prior[1],
                            weights.mean(m.values),
                            after[0],
                            after[1],
                            m.shift,
                            noise,
                            Math.sqrt(weights.variance(m.values)) / m.before,
                            setup.quantityNames().getOrDefault(m.key, m.key)));
        }
    }

    private String unit(String key) {
        var quantity = setup.quantities().byKey().get(key);
        if (quantity == null) {
            return "";
        }
        var weighing = setup.realiser().weigh(quantity);
        String currency = weighing.currency() == null ? "" : weighing.currency();
        return Show.unit(weighing.law().mean(), quantity.dimension(), currency);
    }

    private static void warn(Rows rows, Weights weights) {
        if (!weights.quotable()) {
            rows.add(
                    new WarningRow(
                            "published figures",
                            String.format(
                                    Locale.ROOT,
                                    "Not to be quoted: the answers rest on %.1f effective draws of %d, fewer than %d;"
                                            + " ask for more draws, or for wider tolerances where the model is coarse.",
                                    weights.effective(),
                                    weights.count(),
                                    Weights.LEAST_EFFECTIVE),
                            1));
        }
    }
}
