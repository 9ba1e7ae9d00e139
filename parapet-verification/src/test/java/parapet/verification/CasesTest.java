package parapet.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
    private static final String GOOD =
            """
            {"id": "a", "model": "m", "inputs": {"x": 1, "l": [{"y": 2}], "f": true}, \
            "expected": {"z": [1, 2]}, "tolerance": {"absolute": 0.1}}\
            """;

    private static Cases.Read read(String... lines) {
        return Cases.read(new StringReader(String.join("\n", lines)));
    }

    private static void assertProblem(String line, String part) {
        var read = read("", line);
        assertThat(read.cases()).isEmpty();
        assertThat(read.problems())
                .as(line)
                .hasSize(1)
                .allSatisfy(p -> {
                    assertThat(p.line()).isEqualTo(2);
                    assertThat(p.message()).contains(part);
                });
    }

    @Test
    void aLineIsACase() {
        var one = read("\uFEFF" + GOOD, "", "  ").cases().getFirst();
        assertThat(one.id()).isEqualTo("a");
        assertThat(one.method()).isNull();
        assertThat(one.title()).isEmpty();
        assertThat(one.inputs().text()).isEqualTo("{x: 1, l: [{y: 2}], f: true}");
        assertThat(one.tolerance()).isEqualTo(new Tolerance(0, 0.1, ""));
    }

    @Test
    void allCarriedCasesAreRead() {
        assertThat(Cases.carried()).hasSizeGreaterThanOrEqualTo(195);
        assertThat(Cases.carried()).extracting(Case::id).doesNotHaveDuplicates();
    }

    @Test
    void badLinesAreNamedAndTheRestIsRead() {
        var read = read("{oops", GOOD, "[1]", GOOD);
        assertThat(read.cases()).hasSize(1);
        assertThat(read.problems()).extracting(Cases.Problem::line).containsExactly(1, 3, 4);
        assertThat(read.problems().getFirst().column()).isPositive();
        assertThat(read.problems().getLast().message()).contains("also the id of line 2");
    }

    @Test
    void everyFieldSaysWhatItExpected() {
        assertProblem("7", "expected one JSON object; found 7");
        assertProblem(GOOD + GOOD, "expected one JSON object");
        assertProblem(GOOD.replace("\"id\": \"a\", ", ""), "text at \"id\"; found nothing");
        assertProblem(GOOD.replace("\"a\"", "5"), "text at \"id\"; found 5");
        assertProblem(GOOD.replace("\"id\"", "\"model\": \"n\", \"id\""), "uplicate");
        assertProblem(GOOD.replace("\"id\"", "\"titel\": \"n\", \"id\""), "unknown key \"titel\"");
        assertProblem(GOOD.replace("\"x\": 1", "\"x\": null"), "\"inputs.x\"; found null");
        assertProblem(GOOD.replace("\"x\": 1", "\"x\": 1e999"), "\"inputs.x\"");
        assertProblem(GOOD.replace("[1, 2]", "[1, null]"), "\"expected.z[1]\"");
        assertProblem(GOOD.replace("{\"z\": [1, 2]}", "{}"), "at least one output");
        assertProblem(GOOD.replace("{\"z\": [1, 2]}", "3"), "object at \"expected\"; found 3");
        assertProblem(GOOD.replace("{\"absolute\": 0.1}", "{}"), "relative, absolute or both");
        assertProblem(GOOD.replace("0.1", "-1"), "\"tolerance.absolute\"; found -1");
        assertProblem(GOOD.replace("0.1", "0.1, \"because\": 7"), "\"tolerance.because\"");
        assertProblem(GOOD.replace("absolute", "absolut"), "unknown key \"tolerance.absolut\"");
        assertProblem(GOOD.replace("\"x\": 1", "\"x\": NaN"), "expected one JSON object");
        assertProblem("[".repeat(100_000), "expected one JSON object");
    }

    @Test
    void aFileThatCannotBeReadIsAProblem(@TempDir Path dir) throws IOException {
        var missing = Cases.read(dir.resolve("none.jsonl"));
        assertThat(missing.problems()).hasSize(1);
        assertThat(missing.problems().getFirst().line()).isZero();
        Path binary = Files.write(dir.resolve("b"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(Cases.read(binary).problems()).isNotEmpty();
        assertThat(Cases.read(dir).problems()).isNotEmpty();
        Path good = Files.writeString(dir.resolve("g"), GOOD);
        assertThat(Cases.read(good).cases()).hasSize(1);
    }
}
