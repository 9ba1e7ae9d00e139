package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Programmes of thousands of parts and hundreds of sites: the tables name the part that is wanting
/// and the site where it is.
class ManyPartsTest {
    @TempDir Path folder;

    private final Shown shown = new Shown();

    /// Two parts of a unit fail, the last but fifty and the fourth; all others lie in no unit. The
    /// shop that repairs is the last site.
    private Path scenario(int parts, int sites) throws IOException {
        var text = new StringBuilder();
        text.append("schema: 1\ntitle: Many parts\nstart: 2026-01-01\nend: 2029-12-31\n");
        text.append("catalogue:\n  parts:\n");
        for (int p = 0; p < parts; p++) {
            text.append(
                    "    p%04d: {meanTimeBetweenFailures: 2000 h, price: 1 million USD}\n"
                            .formatted(p));
        }
        text.append("  units:\n    battery:\n      slots:\n");
        text.append("        a: {part: p0003, count: 1}\n");
        text.append("        b: {part: p%04d, count: 1}\n".formatted(parts - 50));
        text.append("support:\n  sites:\n    base: {supplier: maker, repairsAt: [maker]}\n");
        for (int s = 0; s < sites - 2; s++) {
            text.append("    s%03d: {supplier: maker}\n".formatted(s));
        }
        text.append("    maker:\n      shop: {repairTime: 6 month}\n");
        text.append(
                "programme:\n  contracts:\n    first:\n      signed: 2026-01-01\n      price: 100 million USD\n");
        text.append("      deliveries:\n");
        text.append("        u1: {type: battery, base: base, arrives: 2026-02-01}\n");
        text.append("plans:\n  baseline: {name: Baseline}\n");
        Files.writeString(folder.resolve("scenario.yaml"), text);
        return folder;
    }

    private List<String> query(String sql) {
        return shown.good(
                        "query",
                        folder.resolve("out").resolve(name()).toString(),
                        sql,
                        "--format",
                        "csv")
                .lines()
                .skip(1)
                .toList();
    }

    private String name() {
        return String.valueOf(folder.getFileName());
    }

    @ParameterizedTest
    @CsvSource({"1100, 5", "1100, 2", "5000, 500"})
    void theTablesNameThePartAndTheSite(int parts, int sites) throws IOException {
        shown.good(
                "run",
                scenario(parts, sites).toString(),
                "--quick",
                "--out",
                folder.resolve("out").toString());
        String last = "p%04d".formatted(parts - 50);
        assertThat(query("SELECT DISTINCT reason, part, site FROM chains ORDER BY ALL"))
                .contains("in-repair,%s,maker".formatted(last), "in-repair,p0003,maker")
                .allMatch(row -> row.contains(",p0003,") || row.contains("," + last + ","));
        assertThat(query("SELECT DISTINCT part FROM downtime WHERE part <> '' ORDER BY ALL"))
                .containsExactly("p0003", last);
        assertThat(query("SELECT DISTINCT site FROM downtime WHERE reason = 'in-repair'"))
                .containsExactly("maker");
    }
}
