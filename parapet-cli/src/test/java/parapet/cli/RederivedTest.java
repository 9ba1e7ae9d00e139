package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.RunFolder;

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

    private final Map<String, Path> runs = new HashMap<>();

    @BeforeAll
    void quick(@TempDir Path out) {
        var shown = new Shown();
        for (String scenario : List.of("first", "full")) {
            shown.good(
                    "run",
                    Path.of(System.getProperty("parapet.root", ".."))
                            .toAbsolutePath()
                            .normalize()
                            .resolve("scenarios")
                            .resolve(scenario),
                    "--quick",
                    "--as-of",
                    "2026-04-01", // money stands by fiscal year, so the evidence ends with one
                    "--out",
                    out);
            runs.put(scenario, out.resolve(scenario));
        }
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
        assertThat(IN_PART.keySet()).containsAll(left);
        assertThat(derived)
                .as("kinds made again")
                .hasSameSizeAs(
                        rows(
                                scenario,
                                "SELECT DISTINCT kind FROM metrics JOIN outcomes USING (metric)"))
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
