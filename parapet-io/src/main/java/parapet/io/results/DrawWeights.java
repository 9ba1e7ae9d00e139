package parapet.io.results;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The weights of the draws of a run, empty when nothing is fitted; and the words of SQL that weigh
/// by them, so that a mean or band is never taken past them:
///
///     weight_of(draw)             1 when nothing is fitted, else draws times the weight
///     mean_of(x, draw)            weighted mean, as avg
///     quantile_of(x, draw, p)     weighted quantile, as quantile_cont
///     variance_of(x, draw)        that whose √(s²/n) is the standard error of the mean, as var_samp
///     covariance_of(x, y, draw)   likewise, as covar_samp
///     effective_of(draw)          effective number of rows, as count
///
/// The rule of the quantile is that of [parapet.stats.Weights].
final class DrawWeights {
    @Sql(
            """
            SELECT draw, sum(weight) AS weight FROM weights
            WHERE EXISTS (SELECT 1 FROM fit) GROUP BY draw ORDER BY draw
            """)
    private record One(long draw, double weight) implements Weighed {}

    @Sql(
            """
            SELECT draw, sum(weight) AS weight FROM before.weights
            WHERE EXISTS (SELECT 1 FROM before.fit) GROUP BY draw ORDER BY draw
            """)
    private record Before(long draw, double weight) implements Weighed {}

    @Sql(
            """
            SELECT draw, sum(weight) AS weight FROM after.weights
            WHERE EXISTS (SELECT 1 FROM after.fit) GROUP BY draw ORDER BY draw
            """)
    private record After(long draw, double weight) implements Weighed {}

    private interface Weighed {
        long draw();

        double weight();
    }

    private DrawWeights() {}

    static Map<Long, Double> of(Query query) {
        return map(query.rows(One.class));
    }

    static Map<Long, Double> before(Query query) {
        return map(query.rows(Before.class));
    }

    static Map<Long, Double> after(Query query) {
        return map(query.rows(After.class));
    }

    private static Map<Long, Double> map(List<? extends Weighed> rows) {
        var all = new TreeMap<Long, Double>();
        rows.forEach(row -> all.put(row.draw(), row.weight()));
        return all;
    }

    /// What makes the words of SQL known, a statement each.
    ///
    /// @param weights by draw; empty where all are equal
    static List<String> words(Map<Long, Double> weights) {
        if (weights.isEmpty()) {
            return List.of(
                    "CREATE OR REPLACE MACRO weight_of(draw) AS 1.0::DOUBLE",
                    "CREATE OR REPLACE MACRO mean_of(x, draw) AS avg(x)",
                    "CREATE OR REPLACE MACRO quantile_of(x, draw, p) AS quantile_cont(x, p)",
                    "CREATE OR REPLACE MACRO variance_of(x, draw) AS var_samp(x)",
                    "CREATE OR REPLACE MACRO covariance_of(x, y, draw) AS covar_samp(x, y)",
                    "CREATE OR REPLACE MACRO effective_of(draw) AS count(*)::DOUBLE");
        }
        long draws = weights.keySet().stream().mapToLong(draw -> draw + 1).max().orElse(0);
        var all = new double[Math.toIntExact(draws)];
        weights.forEach((draw, weight) -> all[Math.toIntExact(draw)] = weight * draws);
        return List.of(
                "SET VARIABLE draw_weights = [%s]::DOUBLE[]"
                        .formatted(
                                Arrays.stream(all)
                                        .mapToObj(Double::toString)
                                        .collect(Collectors.joining(", "))),
                "CREATE OR REPLACE MACRO weight_of(draw) AS list_extract(getvariable('draw_weights'), draw + 1)",
                "CREATE OR REPLACE MACRO mean_of(x, draw) AS sum(x * weight_of(draw)) / sum(weight_of(draw)) FILTER (x IS NOT NULL)",
                "CREATE OR REPLACE MACRO effective_of(draw) AS sum(weight_of(draw)) ^ 2 / sum(weight_of(draw) ^ 2)",
                "CREATE OR REPLACE MACRO effective_if(draw, x) AS (sum(weight_of(draw)) FILTER (x IS NOT NULL)) ^ 2 / (sum(weight_of(draw) ^ 2) FILTER (x IS NOT NULL))",
                """
                CREATE OR REPLACE MACRO covariance_of(x, y, draw) AS
                  effective_of(draw) ^ 2 / (effective_of(draw) - 1) / sum(weight_of(draw)) ^ 2
                  * (sum(weight_of(draw) ^ 2 * x * y) - mean_of(y, draw) * sum(weight_of(draw) ^ 2 * x)
                    - mean_of(x, draw) * sum(weight_of(draw) ^ 2 * y)
                    + mean_of(x, draw) * mean_of(y, draw) * sum(weight_of(draw) ^ 2))\
                """,
                "CREATE OR REPLACE MACRO variance_of(x, draw) AS covariance_of(x, x, draw)",
                // The list in the order of x, walked once: `a` is the weight up to here, `b` what
                // of the window lies below.
                """
                CREATE OR REPLACE MACRO window_of(sorted, lower, upper) AS list_reduce(
                  list_prepend({'a': 0.0::DOUBLE, 'b': 0.0::DOUBLE}, sorted),
                  lambda s, e: {'a': s.a + e.b, 'b': s.b + e.a * greatest(0, least(s.a + e.b, upper) - greatest(s.a, lower))}).b
                  / (upper - lower)\
                """,
                """
                CREATE OR REPLACE MACRO quantile_of(x, draw, p) AS window_of(
                  list({'a': x::DOUBLE, 'b': weight_of(draw)} ORDER BY x) FILTER (x IS NOT NULL),
                  (sum(weight_of(draw)) FILTER (x IS NOT NULL)) * p * (1 - 1 / effective_if(draw, x)),
                  (sum(weight_of(draw)) FILTER (x IS NOT NULL)) * (p * (1 - 1 / effective_if(draw, x)) + 1 / effective_if(draw, x)))\
                """);
    }
}
