package parapet.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parapet.evidence.Quantity;
import parapet.io.text.Diagnostics;
import parapet.quantity.Span;

/// Reads the rows of `numbers.txt` in a scenario file and in a table of claims; the same rows go
/// through the options of the command in its own test.
public class NumberFormsTest {
    @TempDir Path folder;

    /// One way to write a number.
    ///
    /// @param written the characters
    /// @param number the number or range read, or null
    /// @param cure what to write instead, `?` when no one form is advised, or null
    public record Row(String written, List<Double> number, String cure) {
        /// Whether it is read.
        public boolean read() {
            return !number.isEmpty();
        }

        @Override
        public String toString() {
            return written;
        }
    }

    /// The rows of the table.
    public static Stream<Row> rows() throws IOException {
        try (var in = NumberFormsTest.class.getResourceAsStream("/numbers.txt")) {
            String text =
                    Pattern.compile("\\\\u([0-9A-F]{4})")
                            .matcher(
                                    new String(
                                            requireNonNull(in).readAllBytes(),
                                            StandardCharsets.UTF_8))
                            .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
            return text.lines().filter(l -> !l.startsWith("#")).map(NumberFormsTest::row);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(" \\| ", -1);
        return new Row(
                cells[0],
                cells[1].equals("-")
                        ? List.of()
                        : Arrays.stream(cells[1].split("\\.\\.", -1)).map(Double::valueOf).toList(),
                cells[2]);
    }

    @Test
    void thereAreManyWays() throws IOException {
        assertThat(rows().count()).isGreaterThan(100);
    }

    private ReadResult read(String yaml, String cell) throws IOException {
        Files.writeString(
                folder.resolve("scenario.yaml"),
                """
                schema: 1
                title: Numbers
                start: 2026-01-01
                end: 2030-12-31
                claims: claims.csv
                sources: {s: {publisher: P, title: T, grade: B}}
                money: {rates: {PLN: {series: fx, drift: {assume: '%s %%/year', because: x}}}}
                plans: {baseline: {}}
                """
                        .formatted(yaml.replace("'", "''")));
        Files.writeString(
                folder.resolve("claims.csv"),
                "id,of,statement,value,unit,asOf,source\nc1,k,S,\"%s\",points/year,2025,s\nc2,fx,S,4,PLN/USD,2025,s\n"
                        .formatted(cell));
        return ScenarioReader.read(folder);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void inAScenarioFile(Row row) throws IOException {
        ReadResult result = read(row.written, "5");
        String shown = Diagnostics.render(result.diagnostics());
        if (row.read()) {
            assertThat(result.ok()).as(shown).isTrue();
            Quantity q =
                    requireNonNull(result.scenarioOrThrow().money().rates().get("PLN")).drift();
            check(row, ((Quantity.Assumed) q.basis()).span());
        } else {
            assertThat(result.ok()).isFalse();
            assertThat(shown).contains("scenario.yaml:7:").contains("expected").contains("found");
            cured(row, shown, " %/year", true);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void inATable(Row row) throws IOException {
        ReadResult result = read("1", row.written);
        String shown = Diagnostics.render(result.diagnostics());
        if (row.read()) {
            assertThat(result.ok()).as(shown).isTrue();
            check(
                    row,
                    requireNonNull(
                            requireNonNull(result.scenarioOrThrow().claims().get("c1")).span()));
        } else {
            assertThat(result.ok()).isFalse();
            assertThat(shown).contains("claims.csv:2:").contains("expected").contains("found");
            cured(row, shown, "", false);
        }
    }

    /// Follows the cure that is printed.
    private void cured(Row row, String shown, String unit, boolean yaml) throws IOException {
        if (row.cure.equals("?")) {
            return;
        }
        String line =
                shown.lines()
                        .map(String::strip)
                        .filter(l -> l.startsWith("write "))
                        .findFirst()
                        .orElse("");
        assertThat(line).as(shown).isEqualTo("write " + row.cure + unit);
        String written = line.substring("write ".length(), line.length() - unit.length());
        ReadResult again = yaml ? read(written, "5") : read("1", written);
        assertThat(again.ok()).as(Diagnostics.render(again.diagnostics())).isTrue();
    }

    private static void check(Row row, Span span) {
        double percentYear = 0.01 / parapet.quantity.Measures.YEAR_SEC;
        List<Double> n = row.number;
        double near = 1e-9 * Math.abs(n.getLast() * percentYear);
        assertThat(span.low()).isCloseTo(n.getFirst() * percentYear, within(near));
        assertThat(span.high()).isCloseTo(n.getLast() * percentYear, within(near));
        if (n.size() != 2) {
            assertThat(span.mode()).isCloseTo(n.get(n.size() / 2) * percentYear, within(near));
        }
    }
}
