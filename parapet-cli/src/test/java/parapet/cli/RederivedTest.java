package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.RunFolder;
import parapet.view.read.StandingRows;

/// Every number that answers a question, made again in SQL: outcomes from the raw tables of each
/// replication, estimates and differences from the outcomes. The SELECTs (`rederived/*.sql`) share
/// no code with the product; a measure under the wrong label, a day too many or a wrong pair shows.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RederivedTest {
    /// Kinds of metric of which some values cannot be made again, and why.
    private static final Map<String, String> IN_PART =
            Map.of(
                    "missiles",
                    "the table of missiles holds the last day of fiscal years, no day within them");

    /// Kinds of metric that no table lets one make again, and why.
    private static final Map<String, String> NOT =
            Map.of("missiles-short", "what was asked for and was not there stands in no table");

    /// The scenario as it is, with a published figure by which draws are weighed.
    private static final String WEIGHED = "weighed";

    private final Map<String, Path> runs = new HashMap<>();

    @BeforeAll
    void quick(@TempDir Path out) throws IOException {
        var shown = new Shown();
        Path scenarios =
                Path.of(System.getProperty("parapet.root", ".."))
                        .toAbsolutePath()
                        .normalize()
                        .resolve("scenarios");
        Path judged = Files.createDirectory(out.resolve("judged")).resolve("full");
        copyJudged(scenarios.resolve("full"), judged);
        Map<String, Path> folders =
                Map.of(
                        "first",
                        scenarios.resolve("first"),
                        "full",
                        judged,
                        WEIGHED,
                        scenarios.resolve("full"));
        for (var of : folders.entrySet()) {
            String scenario = of.getKey();
            shown.good(
                    "run",
                    of.getValue(),
                    "--quick",
                    "--as-of",
                    "2026-04-01", // money stands by fiscal year, so the evidence ends with one
                    "--out",
                    out.resolve("runs-" + scenario));
            runs.put(
                    scenario,
                    out.resolve("runs-" + scenario)
                            .resolve(scenario.equals(WEIGHED) ? "full" : scenario));
        }
    }

    /// A scenario whose published figures only judge, so that every draw has the same weight.
    private static void copyJudged(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        to.resolve(String.valueOf(file.getFileName())),
                        text.replaceAll("(?m)^( +use: )fit( |$)", "$1judge$2"));
            }
        }
    }

    /// Where draws are weighed: means are sums of weight times value, standard errors those of
    /// self-normalised importance sampling, shares sums of weights.
    @Test
    void weighedMeansFollowFromTheWeights() {
        QueryResult all =
                query(
                        WEIGHED,
                        """
                        WITH w AS (SELECT draw, sum(weight) AS w FROM weights GROUP BY draw),
                          n AS (SELECT 1 / sum(w * w) AS n FROM w),
                          v AS (SELECT plan, metric, draw, avg(value) AS v FROM outcomes GROUP BY ALL),
                          d AS (SELECT d.comparison, d.plan, d.against, d.metric, a.draw, a.v - b.v AS v, better
                            FROM differences d JOIN metrics USING (metric) JOIN v a ON a.plan = d.plan AND a.metric = d.metric
                              JOIN v b ON b.plan = d.against AND b.metric = d.metric AND b.draw = a.draw),
                          m AS (SELECT comparison, plan, against, metric, sum(w * v) AS mean,
                              sum(CASE WHEN v = 0 THEN w / 2 WHEN (v > 0) = (better = 'more') THEN w ELSE 0 END) AS won
                            FROM d JOIN w USING (draw) GROUP BY ALL),
                          s AS (SELECT comparison, plan, against, metric, sqrt(sum((w * (v - mean)) ^ 2) * any_value(n) / (any_value(n) - 1)) AS se
                            FROM d JOIN w USING (draw) JOIN m USING (comparison, plan, against, metric), n GROUP BY ALL)
                        SELECT e.plan, e.metric, [e.mean, e.shareBetter, e.halfWidth] AS value, [m.mean, won, se] AS derived, (SELECT n FROM n) AS n
                        FROM differences e JOIN m USING (comparison, plan, against, metric) JOIN s USING (comparison, plan, against, metric)
                        UNION ALL
                        SELECT e.plan, e.metric, [e.mean], [sum(w * v)], 0 FROM estimates e JOIN v USING (plan, metric) JOIN w USING (draw)
                        GROUP BY ALL
                        """);
        assertThat(all.rows()).hasSizeGreaterThan(100);
        for (int i = 0; i < all.rows().size(); i++) {
            List<?> value = (List<?>) all.column("value").get(i);
            List<?> again = (List<?>) all.column("derived").get(i);
            close(all, i, again.get(0), value.get(0));
            if (value.size() > 1) {
                close(all, i, again.get(1), value.get(1));
                double free = ((Number) all.column("n").get(i)).doubleValue() - 1;
                double t = TDistribution.of(free).inverseCumulativeProbability(0.975);
                close(all, i, t * ((Number) again.get(2)).doubleValue(), value.get(2));
            }
        }
    }

    /// What the report draws of readiness by month, against means and bands made by windows in SQL.
    @Test
    void weighedBandsOfTheReportFollowFromTheWeights() {
        QueryResult all =
                query(
                        WEIGHED,
                        """
                        WITH v AS (SELECT r.plan, r.month, r.draw, r.replication, r.ready AS x,
                            sum(w.weight) OVER (PARTITION BY plan, month, r.draw)
                              / count(*) OVER (PARTITION BY plan, month, r.draw) AS w
                          FROM readiness r JOIN weights w ON w.draw = r.draw AND w.replication = r.replication),
                          c AS (SELECT *, sum(w) OVER (PARTITION BY plan, month ORDER BY x, draw, replication
                              ROWS UNBOUNDED PRECEDING) AS up,
                            1 / sum(w * w) OVER (PARTITION BY plan, month) AS n FROM v),
                          q AS (SELECT *, 0.05 * (1 - 1 / n) AS a05, 0.95 * (1 - 1 / n) AS a95 FROM c)
                        SELECT plan, month, sum(w * x) AS mean, any_value(n) AS n,
                          sum(n * x * greatest(0, least(up, a05 + 1 / n) - greatest(up - w, a05))) AS p05,
                          sum(n * x * greatest(0, least(up, a95 + 1 / n) - greatest(up - w, a95))) AS p95
                        FROM q GROUP BY plan, month
                        """);
        var shown = new HashMap<String, StandingRows.Month>();
        int draws;
        try (Query query = Query.open(RunFolder.open(Objects.requireNonNull(runs.get(WEIGHED))))) {
            query.rows(StandingRows.Month.class, LocalDate.of(2026, 4, 1))
                    .forEach(month -> shown.put(month.plan() + month.month(), month));
            draws = query.run("SELECT DISTINCT draw FROM readiness").rows().size();
        }
        int compared = 0;
        for (int i = 0; i < all.rows().size(); i++) {
            StandingRows.Month month =
                    shown.get(
                            String.valueOf(all.column("plan").get(i)) + all.column("month").get(i));
            if (month != null) {
                close(all, i, all.column("mean").get(i), month.ready());
                close(all, i, all.column("p05").get(i), month.ready05());
                close(all, i, all.column("p95").get(i), month.ready95());
                assertThat(((Number) all.column("n").get(i)).doubleValue())
                        .as("weights far from equal")
                        .isLessThan(0.9 * draws);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    private QueryResult query(String scenario, String sql) {
        try (Query query = Query.open(RunFolder.open(Objects.requireNonNull(runs.get(scenario))))) {
            return query.run(sql);
        }
    }

    private QueryResult answer(String scenario, String name) throws IOException {
        try (var in = RederivedTest.class.getResourceAsStream("rederived/" + name + ".sql")) {
            assertThat(in).as(name).isNotNull();
            int draws = rows(scenario, "SELECT DISTINCT draw FROM outcomes").size();
            // Student's t by degrees of freedom: a difference may have fewer values than draws
            List<Double> t =
                    IntStream.range(1, draws)
                            .mapToObj(
                                    df -> TDistribution.of(df).inverseCumulativeProbability(0.975))
                            .toList();
            return query(
                    scenario,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace(" T[", " " + t + "["));
        }
    }

    private List<?> rows(String scenario, String sql) {
        return query(scenario, sql).rows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "full"})
    void outcomesFollowFromTheRawTables(String scenario) throws IOException {
        QueryResult all = answer(scenario, "outcomes");
        assertThat(all.rows()).hasSameSizeAs(rows(scenario, "SELECT 1 FROM outcomes"));
        var derived = new TreeSet<String>();
        var left = new TreeSet<String>();
        for (int i = 0; i < all.rows().size(); i++) {
            String kind = String.valueOf(all.column("kind").get(i));
            Object again = all.column("derived").get(i);
            if (again == null) {
                left.add(kind);
                continue;
            }
            derived.add(kind);
            close(all, i, again, all.column("value").get(i));
        }
        left.removeAll(NOT.keySet());
        assertThat(IN_PART.keySet()).containsAll(left);
        assertThat(derived)
                .as("kinds made again")
                .hasSameSizeAs(
                        rows(
                                scenario,
                                "SELECT DISTINCT kind FROM metrics JOIN outcomes USING (metric) WHERE kind NOT IN ('%s')"
                                        .formatted(String.join("', '", NOT.keySet()))))
                .hasSize(scenario.equals("first") ? 16 : 26);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "full"})
    void estimatesFollowFromTheOutcomes(String scenario) throws IOException {
        followed(answer(scenario, "estimates"), rows(scenario, "SELECT 1 FROM estimates").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "full"})
    void differencesFollowFromTheOutcomes(String scenario) throws IOException {
        QueryResult all = answer(scenario, "differences");
        followed(all, rows(scenario, "SELECT 1 FROM differences").size());
        assertThat(all.column("kind")).contains("break-even-year", "cost-per-ready-unit-year");
    }

    private static void followed(QueryResult all, int rows) {
        assertThat(all.rows()).isNotEmpty().hasSize(rows);
        for (int i = 0; i < rows; i++) {
            List<?> value = (List<?>) all.column("value").get(i);
            List<?> again = (List<?>) all.column("derived").get(i);
            assertThat(again).as(said(all, i)).isNotNull().hasSameSizeAs(value);
            for (int c = 0; c < value.size(); c++) {
                close(all, i, again.get(c), value.get(c));
            }
        }
    }

    private static void close(QueryResult all, int row, Object again, Object value) {
        if (value instanceof Number is && again instanceof Number derived) {
            assertThat(derived.doubleValue())
                    .as(said(all, row))
                    .isCloseTo(is.doubleValue(), within(1e-9 * (1 + Math.abs(is.doubleValue()))));
        } else {
            assertThat(again).as(said(all, row)).isEqualTo(value);
        }
    }

    private static String said(QueryResult all, int row) {
        return all.column("plan").get(row) + " " + all.rows().get(row);
    }
}
