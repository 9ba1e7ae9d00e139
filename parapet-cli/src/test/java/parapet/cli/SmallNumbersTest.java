package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.quantity.Show;

/// A unit that is ready less than 1 % of its time, through the whole chain: tables, console,
/// report, CSV and workbook show the same small number.
class SmallNumbersTest {
    private static final String METRIC = "availability/2026-01-01..2028-12-31";

    @TempDir Path out;

    @Test
    void aSmallShareStaysSmallEverywhere() throws IOException {
        var shown = new Shown();
        Path scenario =
                Path.of(System.getProperty("parapet.root", "."))
                        .resolve("parapet-cli/src/test/resources/cases/low-availability");
        assertThat(shown.parapet("run", scenario, "--quick", "--threads", 1, "--out", out))
                .as(shown.err())
                .isZero();
        String console = shown.out();
        Path folder = out.resolve("low-availability");
        String sql = "SELECT mean FROM estimates WHERE metric = '" + METRIC + "'";
        shown.parapet("query", folder, sql, "--format", "csv");
        double computed = Double.parseDouble(shown.out().lines().skip(1).findFirst().orElseThrow());
        assertThat(computed).as("percent").isBetween(0.1, 1.0);
        String words = Show.number(computed) + " %";
        assertThat(console).contains(" " + words + ", in 9 of 10 draws ");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains(">" + words + "<")
                .doesNotContain(Show.number(100 * computed) + " %");

        Path files = out.resolve("files");
        assertThat(shown.parapet("export", folder, "--format", "csv", "--out", files)).isZero();
        List<String> lines = Files.readAllLines(files.resolve("low-availability-figures.csv"));
        assertThat(lines.getFirst())
                .isEqualTo(
                        "plan,planName,metric,label,unit,draws,mean,halfWidth,p05,p25,p50,p75,p95,run");
        String[] cells =
                lines.stream()
                        .filter(line -> line.contains(METRIC))
                        .findFirst()
                        .orElseThrow()
                        .split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        assertThat(cells[4]).isEqualTo("%");
        double mean = Double.parseDouble(cells[6]);
        assertThat(mean).isEqualTo(computed);
        assertThat(cells[13]).hasSize(64);

        assertThat(
                        shown.parapet(
                                "export",
                                folder,
                                "--format",
                                "csv",
                                "--separator",
                                "semicolon",
                                "--out",
                                files))
                .isZero();
        String semicolons =
                Files.readString(
                        files.resolve("low-availability-figures.csv"), StandardCharsets.UTF_8);
        assertThat(semicolons)
                .startsWith("\ufeffplan;planName;metric")
                .contains(";" + cells[6].replace('.', ',') + ";");

        assertThat(shown.parapet("export", folder, "--format", "xlsx", "--out", files)).isZero();
        try (var book = new ReadableWorkbook(files.resolve("low-availability.xlsx").toFile())) {
            assertThat(book.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("run", "figures", "figure-differences");
            List<Row> rows = book.findSheet("figures").orElseThrow().read();
            assertThat(rows.getFirst().getCellText(6)).isEqualTo("mean");
            BigDecimal number =
                    rows.stream()
                            .filter(row -> row.getCellText(2).equals(METRIC))
                            .findFirst()
                            .orElseThrow()
                            .getCellAsNumber(6)
                            .orElseThrow();
            assertThat(number.doubleValue()).isEqualTo(mean);
        }
    }
}
