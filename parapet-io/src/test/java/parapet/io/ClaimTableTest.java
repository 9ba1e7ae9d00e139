package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.text.Diagnostics;

class ClaimTableTest {
    @TempDir Path folder;
    private Path claims = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        for (String name : new String[] {"claims.csv", "sources.csv"}) {
            Files.copy(
                    ExamplesTest.ROOT.resolve("scenarios/first").resolve(name),
                    folder.resolve(name));
        }
        claims = folder.resolve("claims.csv");
    }

    private static Map<String, String> row(String id, String value) {
        return Map.of(
                "id", id,
                "of", "repair-time",
                "statement", "Repairs, \"as a rule\", take long",
                "value", value,
                "unit", "month",
                "source", "news-2025");
    }

    @Test
    void appendsACheckedRow() throws IOException {
        String before = Files.readString(claims);
        assertThat(ClaimTable.add(claims, row("c9", "14"))).isEmpty();
        assertThat(Files.readString(claims))
                .isEqualTo(
                        before
                                + "c9,repair-time,\"Repairs, \"\"as a rule\"\", take long\",14,,,month,,,,news-2025,,,,,\n");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void keepsTheLineEndsAndMendsAMissingLastOne() throws IOException {
        String text = Files.readString(claims).replace("\n", "\r\n").stripTrailing();
        Files.writeString(claims, text);
        assertThat(ClaimTable.add(claims, row("c9", "14"))).isEmpty();
        assertThat(Files.readString(claims)).startsWith(text + "\r\nc9,").endsWith("\r\n");
    }

    @Test
    void changesCellsOfOneRowAndNothingElse() throws IOException {
        ClaimTable.add(claims, row("c9", "14"));
        ClaimTable.add(claims, row("c10", "15"));
        String before = Files.readString(claims);
        assertThat(ClaimTable.change(claims, "c9", Map.of("value", "9", "note", "read\nagain")))
                .isEmpty();
        assertThat(Files.readString(claims))
                .isEqualTo(
                        before.replace(
                                "long\",14,,,month,,,,news-2025,,,,,\n",
                                "long\",9,,,month,,,,news-2025,,,,,\"read\nagain\"\n"));
        assertThat(ClaimTable.change(claims, "c9", Map.of("value", "14", "note", ""))).isEmpty();
        assertThat(Files.readString(claims)).isEqualTo(before);
    }

    @Test
    void aChangeKeepsTheLineEndsAndTheFirstAndTheLastRow() throws IOException {
        String text = Files.readString(claims).replace("\n", "\r\n").stripTrailing();
        Files.writeString(claims, text);
        for (String id : new String[] {"c1", "c3"}) {
            assertThat(ClaimTable.change(claims, id, Map.of("note", "seen"))).isEmpty();
        }
        String after = Files.readString(claims);
        assertThat(after.replaceAll("\r\n", "")).doesNotContain("\n");
        assertThat(after.lines().count()).isEqualTo(text.lines().count());
        assertThat(ClaimTable.row(claims, "c3")).containsEntry("note", "seen");
    }

    @Test
    void aChangeThatTheReaderWouldRefuseIsNotWritten() throws IOException {
        String before = Files.readString(claims);
        assertThat(Diagnostics.render(ClaimTable.change(claims, "c1", Map.of("unit", "parsec"))))
                .contains("parsec");
        assertThat(Diagnostics.render(ClaimTable.change(claims, "c1", Map.of("valu", "3"))))
                .contains("unknown column \"valu\"", "value");
        assertThat(Diagnostics.render(ClaimTable.change(claims, "c11", Map.of("value", "3"))))
                .contains("there is no claim \"c11\"");
        assertThat(Files.readString(claims)).isEqualTo(before);
    }

    @Test
    void refusesWhatTheReaderWouldRefuse() throws IOException {
        String before = Files.readString(claims);
        assertThat(said(row("c1", "14"))).contains("the id \"c1\" is given twice");
        assertThat(said(row("c9", "long"))).contains("value is not a duration");
        assertThat(said(row("", "14"))).contains("the row has no id");
        var unknown = new java.util.HashMap<>(row("c9", "14"));
        unknown.put("source", "news-2026");
        assertThat(said(unknown))
                .contains("unknown source \"news-2026\"; did you mean \"news-2025\"?");
        unknown.put("colour", "red");
        assertThat(said(unknown)).contains("unknown column \"colour\"");
        assertThat(Files.readString(claims)).isEqualTo(before);
        assertThat(Diagnostics.render(ClaimTable.add(folder.resolve("none.csv"), row("c9", "14"))))
                .contains("there is no such file");
    }

    @Test
    void withoutASourcesTableAnySourceMayBeNamed() throws IOException {
        Files.delete(folder.resolve("sources.csv"));
        var row = new java.util.HashMap<>(row("c9", "14"));
        row.put("source", "elsewhere");
        row.put("grade", "B");
        assertThat(ClaimTable.add(claims, row)).isEmpty();
    }

    private String said(Map<String, String> row) {
        return Diagnostics.render(ClaimTable.add(claims, row));
    }
}
