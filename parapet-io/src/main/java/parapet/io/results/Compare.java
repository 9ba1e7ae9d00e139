package parapet.io.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Currencies;

/// Compares two plans of one run; [CompareRuns] compares two runs.
///
/// Differences are paired: draw by draw, each averaged over its replications, because draws share
/// their random numbers. The 95 % interval of the mean difference is that of Student's t over
/// draws, where they are weighed by published figures under these weights.
public final class Compare {
    @Sql(
            """
            SELECT draw, count(DISTINCT replication) AS n FROM outcomes WHERE plan = $1 GROUP BY draw
            """)
    private record Replications(long draw, int n) {}

    @Sql(
            """
            SELECT metric AS key, draw, avg(value) AS value FROM outcomes
            WHERE plan = $1 AND value IS NOT NULL GROUP BY ALL ORDER BY ALL
            """)
    private record Outcome(String key, long draw, double value) implements Valued {}

    @Sql("SELECT metric, label, unit, better = 'more' AS higherIsBetter FROM metrics")
    private record Metric(String metric, String label, String unit, boolean higherIsBetter) {}

    @Sql(
            """
            SELECT state || CASE WHEN reasonLabel = '' THEN '' ELSE ': ' || reasonLabel END AS key,
              draw, sum(days) AS value FROM downtime WHERE plan = $1 GROUP BY ALL ORDER BY ALL
            """)
    private record Days(String key, long draw, double value) implements Valued {}

    @Sql(
            """
            SELECT cause AS key, draw, sum(amount) AS value FROM money
            WHERE plan = $1 AND real IS NOT NULL GROUP BY ALL ORDER BY ALL
            """)
    private record Money(String key, long draw, double value) implements Valued {}

    /// A value of something in a draw.
    interface Valued {
        String key();

        long draw();

        double value();
    }

    private record Difference(
            String metric,
            String label,
            String unit,
            int draws,
            double plan,
            double against,
            double difference,
            @Nullable Double halfWidth,
            @Nullable Double inHalfWidths,
            String better) {}

    private record Cause(
            String cause,
            String unit,
            double plan,
            double against,
            double difference,
            @Nullable Double halfWidth) {}

    private Compare() {}

    /// Compares two plans of a run: the difference of each metric, and what makes it.
    ///
    /// @param plan key of a plan
    /// @param against key of the plan it is compared with
    /// @return sections `differences`, `downtime` (unit-days by state and reason) and `money` (by
    ///   cause, in the currency of the report)
    /// @throws RunException if the run has no such plan
    public static Comparison plans(RunFolder run, String plan, String against) {
        checkPlan(run, plan);
        checkPlan(run, against);
        try (Query query = Query.open(run)) {
            SequencedMap<String, QueryResult> sections = new LinkedHashMap<>();
            sections.put("differences", differences(query, plan, against));
            sections.put("downtime", causes(query, plan, against, Days.class, "unit-days", 1));
            Currencies.Currency customs = Currencies.of(run.info().frame().currency());
            sections.put(
                    "money",
                    causes(
                            query,
                            plan,
                            against,
                            Money.class,
                            customs.unit(),
                            customs.totals().factor()));
            return new Comparison(
                    "%s against %s in %s".formatted(plan, against, run.info().title()),
                    List.of(),
                    sections);
        }
    }

    private static void checkPlan(RunFolder run, String plan) {
        if (!run.info().plans().contains(plan)) {
            throw RunException.input(
                    "The run at %s has no plan %s.".formatted(run.folder(), plan),
                    "plans there: " + String.join(", ", run.info().plans()));
        }
    }

    private static QueryResult differences(Query query, String plan, String against) {
        Map<Long, Double> weights = DrawWeights.of(query);
        var ours = byKey(query.rows(Outcome.class, plan));
        var theirs = byKey(query.rows(Outcome.class, against));
        Map<String, Metric> metrics =
                query.rows(Metric.class).stream()
                        .collect(Collectors.toMap(Metric::metric, metric -> metric));
        List<Difference> rows = new ArrayList<>();
        ours.forEach((key, values) -> {
            Paired paired = Paired.of(values, theirs.getOrDefault(key, Map.of()), weights, weights);
            Metric metric = metrics.get(key);
            if (paired.n() > 0) {
                rows.add(
                        new Difference(
                                key,
                                metric == null ? key : metric.label(),
                                metric == null ? "" : metric.unit(),
                                paired.n(),
                                paired.first(),
                                paired.second(),
                                paired.difference(),
                                paired.halfWidth(),
                                Paired.inHalfWidths(paired.difference(), paired.halfWidth()),
                                better(metric, paired)));
            }
        });
        rows.sort(
                Comparator.comparingDouble((Difference d) -> Paired.rank(d.inHalfWidths()))
                        .thenComparing(Difference::metric));
        return QueryResult.ofRecords(Difference.class, rows);
    }

    private static String better(@Nullable Metric metric, Paired paired) {
        Double half = paired.halfWidth();
        if (metric == null || half == null || !(Math.abs(paired.difference()) > half)) {
            return "not told apart";
        }
        return metric.higherIsBetter() == paired.difference() > 0 ? "plan" : "against";
    }

    /// @param factor what one of the unit is, in that of the values
    private static <R extends Record & Valued> QueryResult causes(
            Query query, String plan, String against, Class<R> values, String unit, double factor) {
        SortedMap<Long, Integer> ourRuns = replications(query, plan);
        SortedMap<Long, Integer> theirRuns = replications(query, against);
        Map<Long, Double> weights = DrawWeights.of(query);
        var ours = byKey(query.rows(values, plan));
        var theirs = byKey(query.rows(values, against));
        Set<String> causes = new TreeSet<>(ours.keySet());
        causes.addAll(theirs.keySet());
        List<Cause> rows = new ArrayList<>();
        for (String cause : causes) {
            Paired paired =
                    Paired.of(
                            perReplication(ours.getOrDefault(cause, Map.of()), ourRuns),
                            perReplication(theirs.getOrDefault(cause, Map.of()), theirRuns),
                            weights,
                            weights);
            Double half = paired.halfWidth();
            rows.add(
                    new Cause(
                            cause,
                            unit,
                            paired.first() / factor,
                            paired.second() / factor,
                            paired.difference() / factor,
                            half == null ? null : (Double) (half / factor)));
        }
        rows.sort(
                Comparator.comparingDouble((Cause c) -> -Math.abs(c.difference()))
                        .thenComparing(Cause::cause));
        return QueryResult.ofRecords(Cause.class, rows);
    }

    private static SortedMap<Long, Integer> replications(Query query, String plan) {
        SortedMap<Long, Integer> runs = new TreeMap<>();
        query.rows(Replications.class, plan).forEach(row -> runs.put(row.draw(), row.n()));
        return runs;
    }

    /// A cause that does not occur in a draw counts as zero there.
    private static Map<Long, Double> perReplication(
            Map<Long, Double> sums, SortedMap<Long, Integer> replications) {
        Map<Long, Double> means = new TreeMap<>();
        replications.forEach((draw, n) -> means.put(draw, sums.getOrDefault(draw, 0.0) / n));
        return means;
    }

    /// Values by key and draw.
    static Map<String, Map<Long, Double>> byKey(List<? extends Valued> rows) {
        Map<String, Map<Long, Double>> all = new TreeMap<>();
        for (Valued row : rows) {
            all.computeIfAbsent(row.key(), k -> new TreeMap<>()).put(row.draw(), row.value());
        }
        return all;
    }
}
