package parapet.io.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parapet.stats.Estimate;
import parapet.stats.Weights;

/// The words of SQL that weigh draws, against the statistics of the core.
class DrawWeightsTest {
    private static final int DRAWS = 60;
    private static final int REPLICATIONS = 3;

    @Sql(
            """
            SELECT plan, mean_of(value, draw) AS mean, effective_of(draw) AS effective, sum(weight_of(draw)) AS sum,
              variance_of(value, draw) AS variance, covariance_of(value, -2 * value, draw) AS covariance,
              quantile_of(value, draw, 0) AS p0, quantile_of(value, draw, 0.05) AS p05,
              quantile_of(value, draw, 0.5) AS p50, quantile_of(value, draw, 0.95) AS p95
            FROM outcomes GROUP BY plan ORDER BY plan
            """)
    private record Asked(
            String plan,
            double mean,
            double effective,
            double sum,
            double variance,
            double covariance,
            double p0,
            double p05,
            double p50,
            double p95) {}

    private static final double[] LEVELS = {0, 0.05, 0.5, 0.95};

    private static Query filled(double[][] values) {
        Query query = Query.empty();
        for (int plan = 0; plan < values.length; plan++) {
            for (int i = 0; i < values[plan].length; i++) {
                query.fill(
                        "INSERT INTO outcomes VALUES ('p%d', %d, %d, 'm', %s)"
                                .formatted(
                                        plan, i / REPLICATIONS, i % REPLICATIONS, values[plan][i]));
            }
        }
        return query;
    }

    private static double[][] values() {
        var random = new Random(4);
        var values = new double[2][];
        values[0] = random.doubles(DRAWS * REPLICATIONS, -3, 5).toArray();
        values[1] = random.doubles(20 * REPLICATIONS, 0, 1).toArray();
        return values;
    }

    @Test
    void weighedStatisticsAreThoseOfTheCore() {
        double[][] values = values();
        var random = new Random(5);
        double[] numbers = random.doubles(DRAWS).map(x -> x * x * x).toArray();
        var byDraw = new TreeMap<Long, Double>();
        double sum = IntStream.range(0, DRAWS).mapToDouble(i -> numbers[i]).sum();
        IntStream.range(0, DRAWS).forEach(i -> byDraw.put((long) i, numbers[i] / sum));
        try (Query query = filled(values)) {
            query.weigh(byDraw);
            for (Asked row : query.rows(Asked.class)) {
                double[] x = values[row.plan().equals("p0") ? 0 : 1];
                Weights weights =
                        Weights.of(
                                IntStream.range(0, x.length)
                                        .mapToDouble(i -> numbers[i / REPLICATIONS])
                                        .toArray());
                Estimate e = weights.estimate(x);
                assertThat(row.mean()).isCloseTo(e.mean(), within(1e-12));
                assertThat(row.effective()).isCloseTo(e.effective(), within(1e-9));
                assertThat(row.variance()).isCloseTo(e.variance(), within(1e-9));
                assertThat(row.covariance()).isCloseTo(-2 * e.variance(), within(1e-9));
                double[] q = weights.quantiles(x, LEVELS);
                assertThat(new double[] {row.p0(), row.p05(), row.p50(), row.p95()})
                        .usingComparatorWithPrecision(1e-9)
                        .containsExactly(q);
            }
        }
    }

    @Test
    void withoutAFitTheyArePlain() {
        double[][] values = values();
        try (Query query = filled(values)) {
            for (Asked row : query.rows(Asked.class)) {
                double[] x = values[row.plan().equals("p0") ? 0 : 1];
                Estimate e = Estimate.of(x);
                assertThat(row.mean()).isCloseTo(e.mean(), within(1e-12));
                assertThat(row.sum()).isEqualTo(x.length);
                assertThat(row.effective()).isEqualTo(x.length);
                assertThat(row.variance()).isCloseTo(e.variance(), within(1e-12));
                double[] q = Weights.equal(x.length).quantiles(x, LEVELS);
                assertThat(new double[] {row.p0(), row.p05(), row.p50(), row.p95()})
                        .usingComparatorWithPrecision(1e-12)
                        .containsExactly(q);
            }
            assertThat(DrawWeights.of(query)).isEmpty();
            query.fill("INSERT INTO weights VALUES (0, 0, 0.25), (0, 1, 0.5), (1, 0, 0.25)");
            assertThat(DrawWeights.of(query)).as("nothing is fitted").isEmpty();
            query.fill("INSERT INTO fit VALUES (1, 2, 2, 1.6, 0.75)");
            assertThat(DrawWeights.of(query)).isEqualTo(Map.of(0L, 0.75, 1L, 0.25));
        }
    }
}
