package parapet.io.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryTest {
    private Path file = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Query query;

    @BeforeAll
    void open(@TempDir Path out) {
        RunFolder run = SmallRun.write(out.resolve("it's \"small\""), "i", SmallRun.rows(1, 2));
        file = run.tableFile(parapet.study.ResultTable.PLANS);
        query = Query.open(run);
    }

    @AfterAll
    void close() {
        query.close();
    }

    @Test
    void answersSql() {
        QueryResult result =
                query.run(
                        "SELECT plan, avg(value) AS v FROM outcomes WHERE metric = 'cost' GROUP BY plan ORDER BY plan;");
        assertThat(result.columns()).containsExactly("plan", "v");
        assertThat(result.rows()).containsExactly(List.of("base", 100.0), List.of("local", 130.0));
        assertThat(query.run("DESCRIBE money").rows()).hasSize(9);
        assertThat(query.run("FROM plans").rows()).hasSize(2);
        assertThat(query.run("-- why\nWITH p AS (SELECT 1 AS x) SELECT x FROM p -- so").rows())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE x (i INT)",
                "DROP VIEW plans",
                "INSTALL httpfs",
                "SET threads = 4",
                "ATTACH 'x.db'",
                "COPY plans TO 'FILE'",
                "COPY (SELECT 1) TO 'FILE' (FORMAT parquet)",
                "SELECT 1; COPY plans TO 'FILE'",
                "SELECT 1; SELECT 2",
                "EXPORT DATABASE 'x'",
                "PRAGMA version",
            })
    void onlyReads(String sql) {
        String real = sql.replace("FILE", file.toString().replace("'", "''"));
        assertThatThrownBy(() -> query.run(real))
                .isInstanceOfSatisfying(
                        RunException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(RunException.Kind.INPUT);
                            assertThat(e.problem()).contains("SQL: ").doesNotContain("\n");
                        });
        assertThat(query.run("FROM plans").rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM read_text('/etc/hostname')",
                "SELECT * FROM glob('/etc/*')",
            })
    void otherFilesAreOutOfReach(String sql) {
        assertThatThrownBy(() -> query.run(sql)).isInstanceOf(RunException.class);
    }

    @Test
    void badSqlIsToldInOneLineWithTheTables() {
        assertThatThrownBy(() -> query.run("SELECT meen FROM estimates"))
                .isInstanceOfSatisfying(
                        RunException.class,
                        e -> {
                            assertThat(e.problem())
                                    .contains("meen")
                                    .contains("mean")
                                    .doesNotContain("\n");
                            assertThat(e.cure()).contains("tables here: plans, units");
                        });
        assertThatThrownBy(() -> query.run("SELEC 1"))
                .hasMessageContaining("syntax error at or near \"SELEC\"");
        assertThatThrownBy(() -> query.run(" ")).hasMessageContaining("empty");
        assertThatThrownBy(() -> query.run("FROM estimate")).hasMessageContaining("estimates");
    }

    @Test
    void rendersTextCsvAndJson() {
        var result =
                new QueryResult(
                        List.of("name", "value"),
                        List.of(
                                Arrays.asList("a, \"b\"\nc", 1234.5678901),
                                Arrays.asList(null, 0.1 + 0.2),
                                Arrays.asList("", Double.NaN)));
        assertThat(Render.text(result))
                .isEqualTo(
                        """
                        name         value
                        ---------  -------
                        a, "b"; c  1234.57
                                       0.3
                                       nan
                        """);
        assertThat(Render.csv(result))
                .isEqualTo(
                        "name,value\r\n\"a, \"\"b\"\"\nc\",1234.5678901\r\n,0.30000000000000004\r\n\"\",NaN\r\n");
        assertThat(Render.json(result))
                .isEqualTo(
                        """
                        [
                          {"name": "a, \\"b\\"\\nc", "value": 1234.5678901},
                          {"name": null, "value": 0.30000000000000004},
                          {"name": "", "value": null}
                        ]
                        """);
    }

    @Test
    void numbersForPeopleKeepSixDigits() {
        assertThat(Render.number(5_400_000_000.0)).isEqualTo("5400000000");
        assertThat(Render.number(0.123456789)).isEqualTo("0.123457");
        assertThat(Render.number(12.5)).isEqualTo("12.5");
        assertThat(Render.number(1e-9)).isEqualTo("1e-9");
        assertThat(Render.number(-3.0)).isEqualTo("-3");
    }
}
