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
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import parapet.quantity.Show;
import parapet.scenario.Observation;
import parapet.stats.Law;
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
/// Below 30 the run warns. Figures are taken as independent given the inputs; shares that sum to
/// 1 are not, so fit one fewer than there are states [Poole and Raftery 2000; Rubin 1988; Wilkinson 2013].
final class Melding {
    /// Effective number of draws below which a fit is not to be quoted.
    static final int LEAST_EFFECTIVE = 30;

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

    void post(Rows rows, Outcomes outcomes) {
        if (observations.isEmpty() || figures.isEmpty()) {
            return;
        }
        var published = new LinkedHashMap<String, Published>();
        observations.forEach((key, o) ->
                published.put(
                        key,
                        Published.of(
                                setup.realiser().weigh(o.value()).law(),
                                setup.realiser().weigh(o.tolerance()).law().mean(),
                                o.measure())));
        var particles = new ArrayList<Particle>();
        figures.forEach((draw, byReplication) ->
                byReplication.forEach((replication, values) ->
                        particles.add(new Particle(draw, replication, values))));
        var fitted =
                observations.keySet().stream()
                        .filter(k -> at(k).use() == Observation.Use.FIT)
                        .toList();
        var logs = new double[particles.size()];
        for (int i = 0; i < logs.length; i++) {
            for (String key : fitted) {
                Published p = Objects.requireNonNull(published.get(key));
                double z =
                        (p.mean - particles.get(i).figures.getOrDefault(key, Double.NaN))
                                / p.deviation;
                logs[i] -= z * z / 2;
            }
        }
        double[] weights = normalised(logs);
        var byDraw = new double[outcomes.draws()];
        for (int i = 0; i < weights.length; i++) {
            Particle p = particles.get(i);
            byDraw[p.draw] += weights[i];
            rows.add(new WeightRow(p.draw, p.replication, weights[i]));
        }
        published.forEach((key, p) -> post(rows, key, p, particles, weights));
        if (fitted.isEmpty()) {
            return;
        }
        double effective = effective(byDraw);
        rows.add(
                new FitRow(
                        fitted.size(),
                        byDraw.length,
                        setup.options().replications(),
                        effective,
                        Arrays.stream(byDraw).max().orElse(0)));
        moved(rows, outcomes.inputs(), byDraw, effective);
        warn(rows, effective, byDraw.length);
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

    /// Kish's effective number of weights that sum to 1.
    static double effective(double[] weights) {
        double sum = 0;
        for (double w : weights) {
            sum += w * w;
        }
        return 1 / sum;
    }

    private void post(
            Rows rows, String key, Published p, List<Particle> particles, double[] weights) {
        Observation o = at(key);
        double unit = o.measure() == Observation.Measure.SHARE ? 100 : 1;
        var values = new double[weights.length];
        var equal = new double[weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = particles.get(i).figures.getOrDefault(key, Double.NaN);
            equal[i] = 1.0 / values.length;
        }
        double[] prior = quantiles(values, equal, LEVELS);
        double[] after = quantiles(values, weights, LEVELS);
        double mean = mean(values, weights);
        double deviation = Math.sqrt(variance(values, weights) + p.deviation * p.deviation);
        var normal = NormalDistribution.of(0, 1);
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            below += weights[i] * normal.cumulativeProbability((p.mean - values[i]) / p.deviation);
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
                        unit * mean(values, equal),
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

    private void moved(
            Rows rows, Map<String, double[]> inputs, double[] weights, double effective) {
        record Moved(String key, double[] values, double shift, double before) {}
        var equal = new double[weights.length];
        Arrays.fill(equal, 1.0 / weights.length);
        var all = new ArrayList<Moved>();
        inputs.forEach((key, x) -> {
            double before = Math.sqrt(variance(x, equal));
            if (before > 1e-12 * Math.abs(mean(x, equal))) {
                all.add(new Moved(key, x, (mean(x, weights) - mean(x, equal)) / before, before));
            }
        });
        all.sort(
                Comparator.comparingDouble((Moved m) -> -Math.abs(m.shift))
                        .thenComparing(Moved::key));
        // Under weights without information the shift has the variance 1/effective - 1/draws.
        double noise = 1.96 * Math.sqrt(Math.max(0, 1 / effective - 1.0 / weights.length));
        for (Moved m : all) {
            double[] prior = quantiles(m.values, equal, 0.05, 0.95);
            double[] after = quantiles(m.values, weights, 0.05, 0.95);
            rows.add(
                    new MovedRow(
                            m.key,
                            unit(m.key),
                            mean(m.values, equal),
                            prior[0],
                            prior[1],
                            mean(m.values, weights),
                            after[0],
                            after[1],
                            m.shift,
                            noise,
                            Math.sqrt(variance(m.values, weights)) / m.before,
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

    private static void warn(Rows rows, double effective, int draws) {
        if (effective < LEAST_EFFECTIVE) {
            rows.add(
                    new WarningRow(
                            "published figures",
                            String.format(
                                    Locale.ROOT,
                                    "The fit rests on %.1f effective draws of %d (fewer than %d): fitted and predicted figures"
                                            + " are rough; ask for more draws, or for wider tolerances where the model is coarse.",
                                    effective,
                                    draws,
                                    LEAST_EFFECTIVE),
                            1));
        }
    }

    static double mean(double[] x, double[] weights) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return sum;
    }

    private static double variance(double[] x, double[] weights) {
        double mean = mean(x, weights);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * (x[i] - mean) * (x[i] - mean);
        }
        return sum;
    }

    /// The least value at which the weight of all values up to it reaches each level.
    static double[] quantiles(double[] x, double[] weights, double... levels) {
        int[] order =
                IntStream.range(0, x.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> x[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        var result = new double[levels.length];
        for (int k = 0; k < levels.length; k++) {
            double sum = 0;
            result[k] = x[order[order.length - 1]];
            for (int i : order) {
                sum += weights[i];
                if (sum >= levels[k] - 1e-12) {
                    result[k] = x[i];
                    break;
                }
            }
        }
        return result;
    }
}
