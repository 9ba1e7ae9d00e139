package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The columns that tables had before each was a record, made again in SQL from those of now, are
/// those that a quick run of `scenarios/first` left then. Only sums may differ by rounding.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldColumnsTest {
    /// Metrics in currencies that the scenario does not show are gone; they were 0. Money spent on
    /// support stood in one currency and stands in each. The last arrival is now a part of its own
    /// year, leap or not.
    private static final String KEPT =
            "metric NOT LIKE '%-inr' AND metric NOT LIKE '%-rub' AND metric <> 'present-value-usd'";

    private final Shown shown = new Shown();
    private Path run = Path.of("");

    @BeforeAll
    void quick(@TempDir Path out) {
        Path first =
                Path.of(System.getProperty("parapet.root", ".."))
                        .toAbsolutePath()
                        .normalize()
                        .resolve("scenarios/first");
        int code =
                Parapet.run(
                        shown.console,
                        new LiveActions(),
                        "run",
                        first.toString(),
                        "--quick",
                        "--out",
                        out.toString());
        assertThat(code).as(shown.err()).isZero();
        run = out.resolve("first");
    }

    private List<String> now(String sql) {
        shown.outBytes.reset();
        int code =
                Parapet.run(
                        shown.console,
                        new LiveActions(),
                        "query",
                        run.toString(),
                        sql,
                        "--format",
                        "csv");
        assertThat(code).as(shown.err()).isZero();
        return shown.out().lines().skip(1).sorted().toList();
    }

    private static List<String> before(String table) throws IOException {
        try (var in =
                OldColumnsTest.class.getResourceAsStream(
                        "first-before-records/" + table + ".csv")) {
            assertThat(in).as(table).isNotNull();
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .sorted()
                    .toList();
        }
    }

    private static void same(List<String> now, List<String> before) {
        assertThat(before).isNotEmpty();
        assertThat(now).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            List<String> is = cells(now.get(i));
            List<String> was = cells(before.get(i));
            assertThat(is).hasSameSizeAs(was);
            for (int c = 0; c < was.size(); c++) {
                if (was.get(c).matches("-?[0-9.]+(E-?[0-9]+)?")) {
                    double expected = Double.parseDouble(was.get(c));
                    assertThat(Double.parseDouble(is.get(c)))
                            .as("%s, cell %d", before.get(i), c)
                            .isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
                } else {
                    assertThat(is.get(c)).as(before.get(i)).isEqualTo(was.get(c));
                }
            }
        }
    }

    private static List<String> cells(String line) {
        return new ArrayList<>(List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
    }

    @Test
    void outcomesAndEstimates() throws IOException {
        same(
                now(
                        "SELECT * FROM outcomes WHERE draw = 0 AND metric NOT IN ('support-cost-usd', 'last-arrival')"),
                before("outcomes").stream().filter(OldColumnsTest::kept).toList());
        same(
                now(
                        "SELECT plan, metric, n, mean, halfWidth, p05, p50, p95 FROM estimates WHERE metric NOT IN ('support-cost-usd', 'last-arrival')"),
                before("estimates").stream().filter(OldColumnsTest::kept).toList());
        assertThat(now("SELECT DISTINCT metric FROM outcomes WHERE NOT (" + KEPT + ")")).isEmpty();
    }

    private static boolean kept(String line) {
        return cells(line).stream()
                .noneMatch(c ->
                        c.equals("last-arrival")
                                || c.endsWith("-inr")
                                || c.endsWith("-rub")
                                || c.equals("present-value-usd"));
    }

    @Test
    void whatIsBetter() throws IOException {
        List<String> now =
                now(
                        "SELECT metric, better = 'more' FROM metrics WHERE metric NOT IN ('support-cost-usd', 'last-arrival')");
        List<String> before = new ArrayList<>();
        for (String line : before("metrics")) {
            if (kept(line)) {
                before.add(cells(line).getFirst() + "," + cells(line).getLast());
            }
        }
        assertThat(now).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void downtimeAndStates() throws IOException {
        same(
                now(
                        "SELECT plan, draw, replication, fiscalYear, state, reasonLabel, part, site, days FROM downtime WHERE draw = 0"),
                before("downtime"));
        same(
                now("SELECT plan, unit, first, last, state, reasonLabel, part, site FROM states"),
                before("states"));
    }

    @Test
    void chains() throws IOException {
        same(
                now(
                        """
                        WITH c AS (SELECT *, lag(part, 1, '') OVER (PARTITION BY plan, draw, replication, coming, chain ORDER BY step) AS above
                            FROM chains WHERE draw = 0)
                        SELECT plan, draw, replication, coming,
                          string_agg(CASE WHEN part <> above THEN (CASE WHEN step > 0 THEN '; ' ELSE '' END) || part || ': ' WHEN step > 0 THEN ', ' ELSE '' END
                            || CASE reason WHEN 'shelf-empty' THEN 'no spare' ELSE replace(reason, '-', ' ') END
                            || CASE WHEN site = '' THEN '' ELSE ' at ' || site END, '' ORDER BY step) AS chain,
                          max(days) AS days
                        FROM c GROUP BY plan, draw, replication, coming, c.chain
                        """),
                before("chains"));
    }

    @Test
    void money() throws IOException {
        same(
                now(
                        """
                        SELECT plan, draw, replication, fiscalYear, cause, paidIn, max(amount) FILTER (currency = paidIn) AS amount,
                          max(amount) FILTER (currency = 'USD') AS usd, max(amount) FILTER (real IS NOT NULL) AS reporting, max(real) AS real
                        FROM money WHERE draw = 0 GROUP BY ALL
                        """),
                before("money"));
        same(
                now(
                        """
                        SELECT plan, fiscalYear, name, cause, sum(amount) FILTER (currency = 'USD') AS usd, 0.0 AS inr, 0.0 AS rub,
                          sum(amount) FILTER (real IS NOT NULL) AS reporting, sum(real) AS real, max(unit) AS unit
                        FROM life_cycle GROUP BY ALL
                        """),
                before("life_cycle"));
    }
}
