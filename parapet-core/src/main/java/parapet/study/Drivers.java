package parapet.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;
import parapet.scenario.StressKeys;
import parapet.scenario.Study;
import parapet.study.rows.DriverRow;
import parapet.tables.Rows;

/// Which inputs explain the spread of an answer: first-order shares of variance from the draws as they are.
///
///     S_i = (R_i - b) / (1 - b),   R_i = 1 - residual / total of  y = m_(fifth of x_i) + c x_i,   b = m/(n-1)
///
/// a mean in each fifth of the input and one slope within the fifths: m = 5 regressors (4 where x does not vary within
/// them) and n draws; b removes the share that they explain by chance (adjusted R²). An answer that goes straight with an
/// input is explained wholly, whatever the law of the input; means alone would miss 1/25 of it for an even law. In 95 of
/// 100 rankings no input without an effect exceeds `noise` (F test of the regression, its level divided by the number of
/// inputs). Needs no further runs (Plischke, Borgonovo & Smith 2013, given-data estimation). Interactions are not
/// attributed, bends within a fifth are missed; fewer than 20 draws give no ranking.
final class Drivers {
    private static final int CLASSES = 5;
    private static final int LEAST_DRAWS = 20;
    private static final int SHOWN = 12;

    private final Setup setup;
    private final Outcomes outcomes;

    Drivers(Setup setup, Outcomes outcomes) {
        this.setup = setup;
        this.outcomes = outcomes;
    }

    void post(Rows rows) {
        if (outcomes.draws() < LEAST_DRAWS) {
            return;
        }
        String reference = setup.reference();
        for (String metric : metrics()) {
            rank(rows, reference, metric, outcomes.values(reference, metric));
        }
        for (Map.Entry<String, Study.Comparison> e :
                setup.scenario().study().comparisons().entrySet()) {
            Study.Comparison c = e.getValue();
            for (String metric : metrics()) {
                double[] a = outcomes.values(c.plan(), metric);
                double[] b = outcomes.values(c.against(), metric);
                if (a.length > 0 && a.length == b.length) {
                    var d = new double[a.length];
                    Arrays.setAll(d, i -> a[i] - b[i]);
                    rank(rows, c.plan() + " minus " + c.against(), metric, d);
                }
            }
        }
    }

    /// Readiness after today, unit-years lost, money to come.
    private List<String> metrics() {
        var metrics = setup.metricsOfStudy();
        var keys = new ArrayList<String>();
        keys.add(metrics.availability());
        keys.add(metrics.readyYears());
        metrics.dates().stream()
                .filter(d -> d.isAfter(metrics.asOf()))
                .findFirst()
                .ifPresent(d -> keys.add("lost-unit-years/" + d));
        setup.metrics().values().stream()
                .filter(m -> m.kind().equals("future-cost"))
                .forEach(m -> keys.add(m.key()));
        return keys.stream().filter(setup.metrics()::containsKey).distinct().toList();
    }

    private record Driver(
            String quantity,
            double share,
            double noise,
            double correlation,
            double low,
            double high) {}

    private void rank(Rows rows, String plan, String metric, double[] y) {
        double total = variance(y);
        if (!(total > 1e-18)) {
            return;
        }
        long ranked =
                outcomes.inputs().entrySet().stream()
                        .filter(e -> mayDrive(e.getKey()) && variance(e.getValue()) > 0)
                        .count();
        double level = 0.05 / Math.max(1, ranked);
        double[] noise = {noise(CLASSES - 1, y.length, level), noise(CLASSES, y.length, level)};
        var drivers = new ArrayList<Driver>();
        outcomes.inputs()
                .forEach((quantity, x) -> {
                    if (mayDrive(quantity) && variance(x) > 0) {
                        drivers.add(driver(quantity, x, y, total, noise));
                    }
                });
        drivers.sort(
                Comparator.comparingDouble((Driver d) -> -d.share).thenComparing(Driver::quantity));
        int rank = 1;
        for (Driver d : drivers.subList(0, Math.min(SHOWN, drivers.size()))) {
            rows.add(
                    new DriverRow(
                            plan,
                            metric,
                            rank++,
                            d.quantity,
                            Math.max(0, d.share),
                            d.noise,
                            d.correlation,
                            d.low,
                            d.high,
                            setup.quantityNames().getOrDefault(d.quantity, d.quantity)));
        }
    }

    /// What stresses a defence is given, not ranked.
    private static boolean mayDrive(String quantity) {
        return !StressKeys.marks(quantity);
    }

    private static Driver driver(
            String quantity, double[] x, double[] y, double total, double[] noise) {
        int n = x.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> x[i]).thenComparing(i -> i));
        double mean = Arrays.stream(y).sum() / n;
        var classMeans = new double[CLASSES];
        double between = 0;
        double along = 0;
        double width = 0;
        for (int k = 0; k < CLASSES; k++) {
            int from = k * n / CLASSES;
            int to = (k + 1) * n / CLASSES;
            double sumX = 0;
            double sumY = 0;
            for (int i = from; i < to; i++) {
                sumX += x[order[i]];
                sumY += y[order[i]];
            }
            double meanX = sumX / (to - from);
            classMeans[k] = sumY / (to - from);
            between += (to - from) * (classMeans[k] - mean) * (classMeans[k] - mean);
            for (int i = from; i < to; i++) {
                double dx = x[order[i]] - meanX;
                along += dx * (y[order[i]] - classMeans[k]);
                width += dx * dx;
            }
        }
        boolean slope = width > 1e-12 * (n - 1.0) * variance(x);
        double explained = between + (slope ? along * along / width : 0);
        int regressors = slope ? CLASSES : CLASSES - 1;
        double chance = regressors / (n - 1.0);
        double r2 = explained / (n - 1.0) / total;
        return new Driver(
                quantity,
                (r2 - chance) / (1 - chance),
                noise[slope ? 1 : 0],
                rankCorrelation(x, y),
                classMeans[0],
                classMeans[CLASSES - 1]);
    }

    /// The share that so many regressors without an effect exceed with a probability of `level`.
    private static double noise(int regressors, int n, double level) {
        double free = n - 1.0 - regressors;
        double f = FDistribution.of(regressors, free).inverseSurvivalProbability(level);
        double critical = regressors * f / (regressors * f + free);
        double chance = regressors / (n - 1.0);
        return (critical - chance) / (1 - chance);
    }

    private static double rankCorrelation(double[] x, double[] y) {
        double[] a = ranks(x);
        double[] b = ranks(y);
        double meanRank = (x.length - 1) / 2.0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanRank) * (b[i] - meanRank);
            aa += (a[i] - meanRank) * (a[i] - meanRank);
            bb += (b[i] - meanRank) * (b[i] - meanRank);
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }

    /// Ranks from 0, ties at their mean.
    private static double[] ranks(double[] x) {
        Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        var ranks = new double[x.length];
        for (int i = 0; i < order.length; ) {
            int j = i;
            while (j + 1 < order.length && x[order[j + 1]] == x[order[i]]) {
                j++;
            }
            for (int k = i; k <= j; k++) {
                ranks[order[k]] = (i + j) / 2.0;
            }
            i = j + 1;
        }
        return ranks;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return sum / Math.max(1, values.length - 1);
    }
}
