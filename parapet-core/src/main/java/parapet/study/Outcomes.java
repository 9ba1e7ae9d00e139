package parapet.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.scenario.PlannedScenario;
import parapet.stats.Weights;
import parapet.study.rows.InputRow;
import parapet.study.rows.MoneyRow;
import parapet.study.rows.OutcomeRow;
import parapet.study.rows.StationRow;
import parapet.tables.Rows;

/// Outcomes of a study by plan, metric and draw, averaged over the replications of a draw; inputs
/// by quantity and draw; where units stand; money by plan, draw and fiscal year. Filled chunk by
/// chunk, in order. It owns the weights of the draws, by which everything over draws is weighed.
final class Outcomes {
    private final int replications;
    private final String reporting;
    private final Map<String, Map<String, List<double[]>>> byPlan = new HashMap<>();
    private final Map<String, Map<Integer, Double>> inputs = new TreeMap<>();
    private final Map<String, List<TreeMap<Integer, Double>>> money = new HashMap<>();
    private final Map<String, TreeMap<Integer, String>> stations = new TreeMap<>();
    private int draws;
    private @Nullable Weights weights;

    Outcomes(Setup setup) {
        this.reporting = setup.metricsOfStudy().reporting();
        this.replications = setup.options().replications();
        for (PlannedScenario plan : setup.plans()) {
            var metrics = new HashMap<String, List<double[]>>();
            setup.metrics().keySet().forEach(m -> metrics.put(m, new ArrayList<>()));
            byPlan.put(plan.id(), metrics);
            money.put(plan.id(), new ArrayList<>());
        }
    }

    void add(Rows rows) {
        for (OutcomeRow row : rows.of(OutcomeRow.class)) {
            draws = Math.max(draws, row.draw() + 1);
            cell(row.plan(), row.metric(), row.draw())[0] += row.value() / replications;
        }
        for (InputRow row : rows.of(InputRow.class)) {
            inputs.computeIfAbsent(row.quantity(), k -> new HashMap<>())
                    .put(row.draw(), row.value());
        }
        for (StationRow row : rows.of(StationRow.class)) {
            stations.computeIfAbsent(row.station(), k -> new TreeMap<>())
                    .put(row.draw(), row.place());
        }
        for (MoneyRow row : rows.of(MoneyRow.class)) {
            if (!row.currency().equals(reporting)) {
                continue;
            }
            var years = money.getOrDefault(row.plan(), new ArrayList<>());
            while (years.size() <= row.draw()) {
                years.add(new TreeMap<>());
            }
            years.get(row.draw()).merge(row.fiscalYear(), row.amount() / replications, Double::sum);
        }
    }

    private double[] cell(String plan, String metric, int draw) {
        var metrics = byPlan.get(plan);
        List<double[]> values = metrics == null ? null : metrics.get(metric);
        if (values == null) {
            throw new IllegalStateException(
                    "The plan (%s) or metric (%s) is not part of this study."
                            .formatted(plan, metric));
        }
        while (values.size() <= draw) {
            values.add(new double[1]);
        }
        return values.get(draw);
    }

    /// The quantities that were drawn.
    Set<String> drawn() {
        return inputs.keySet();
    }

    /// Number of draws seen.
    int draws() {
        return draws;
    }

    /// The weights of the draws: equal unless draws are weighed by published figures.
    Weights weights() {
        if (weights == null || weights.count() != draws) {
            weights = Weights.equal(draws);
        }
        return weights;
    }

    /// Gives the draws other weights, when all of them are there.
    void weigh(Weights others) {
        if (others.count() != draws) {
            throw new IllegalArgumentException(
                    "The weights (%d) must be as many as the draws (%d)."
                            .formatted(others.count(), draws));
        }
        weights = others;
    }

    /// Values of a metric for a plan, by draw.
    double[] values(String plan, String metric) {
        return byPlan.getOrDefault(plan, Map.of()).getOrDefault(metric, List.of()).stream()
                .mapToDouble(v -> v[0])
                .toArray();
    }

    /// One less the other, draw by draw.
    static double[] minus(double[] a, double[] b) {
        var d = new double[a.length];
        Arrays.setAll(d, i -> a[i] - b[i]);
        return d;
    }

    /// The drawn inputs that every draw has, by quantity and draw.
    Map<String, double[]> inputs() {
        var complete = new TreeMap<String, double[]>();
        inputs.forEach((key, byDraw) -> {
            if (byDraw.size() == draws) {
                var values = new double[draws];
                byDraw.forEach((draw, value) -> values[draw] = value);
                complete.put(key, values);
            }
        });
        return complete;
    }

    /// Where sites and groups with alternatives stand in every draw, by key.
    Map<String, List<String>> stations() {
        var complete = new TreeMap<String, List<String>>();
        stations.forEach((key, byDraw) -> {
            if (byDraw.size() == draws) {
                complete.put(key, List.copyOf(byDraw.values()));
            }
        });
        return complete;
    }

    /// Money spent by a plan in one draw in the reporting currency, by fiscal year.
    NavigableMap<Integer, Double> money(String plan, int draw) {
        var years = money.getOrDefault(plan, List.of());
        return draw < years.size() ? years.get(draw) : new TreeMap<>();
    }
}
