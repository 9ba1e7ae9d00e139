package parapet.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cases of a scenario: what they need, what is refused, and that a user's own work too.
class ChainsTest {
    private static final String SCENARIO =
            """
            schema: 1
            title: One unit
            start: 2020-01-01
            end: 2020-12-31
            catalogue:
              parts: {p: {meanTimeBetweenFailures: 1000 year, price: 1 USD}}
              units: {u: {slots: {a: {part: p}}}}
            support: {sites: {base: {}}}
            programme:
              contracts:
                c:
                  signed: 2020-01-01
                  price: 1 million USD
                  deliveries: {u1: {type: u, base: base, arrives: 2020-01-01}}
            study: {draws: 2}
            plans:
              baseline: {name: As written}
            """;

    private static CaseResult run(Path file, String scenario, String sql) throws IOException {
        Files.writeString(
                file,
                """
                {"id": "a", "model": "chain.support", "inputs": {"scenario": "%s", "sql": "%s"}, \
                "expected": {"x": 1}, "tolerance": {"absolute": 0}}\
                """
                        .formatted(scenario, sql));
        var read = Cases.read(file);
        assertThat(read.problems()).isEmpty();
        return Verifier.run(read.cases(), file, _ -> {}).results().getFirst();
    }

    @Test
    void aScenarioBesideTheFileIsRun(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own.jsonl");
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("scenario.yaml"), SCENARIO);
        var right = run(file, "mine", "SELECT count(*) AS x FROM units");
        assertThat(right.status()).as(right.message()).isEqualTo(CaseResult.Status.PASSED);
        assertThat(run(file, "mine", "SELECT 2 AS x").message()).contains("computed 2");
        assertThat(run(file, "mine", "SELECT NULL AS x").message()).contains("x is not an output");
        assertThat(run(file, "mine", "FROM plans WHERE false").message()).contains("one row");
        assertThat(run(file, "mine", "SELECT").message()).contains("SQL");
        Files.writeString(mine.resolve("scenario.yaml"), SCENARIO.replace("draws", "drawz"));
        assertThat(run(file, "mine", "SELECT 1 AS x").message())
                .contains("the scenario has errors", "drawz");
        assertThat(run(file, "none", "SELECT 1 AS x").status()).isEqualTo(CaseResult.Status.FAILED);
    }

    @Test
    void atLeastTwentyFourScenariosAreCarried() {
        var chains = Cases.carried().stream().filter(c -> Chains.KINDS.contains(c.model()));
        assertThat(Chains.carriedScenarios()).hasSizeGreaterThanOrEqualTo(24);
        assertThat(chains)
                .allSatisfy(c -> {
                    assertThat(c.source()).as(c.id()).isNotBlank();
                    assertThat(c.tolerance().because()).as(c.id()).isNotBlank();
                });
    }
}
