package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.io.text.Diagnostics;

/// Tables and files as other programs save them: each is read, or refused once with a cure.
class TablesTest {
    private static final String TABLE =
            """
            id,of,statement,value,low,high,unit,status,madeOn,asOf,source,grade,kind,copiedFrom,formula,note
            c1,repair-time,Mean time of a repair abroad,15,,,month,actual,,2024,audit-2025,,,,,
            c2,repair-time,"Repairs take up to a year, they say",,6,12,month,reported,,2025,news-2025,,,,,
            c3,radar-mtbf,Hours between failures,300,200,500,h,reported,,2025,audit-2025,B,,,,
            """;

    @TempDir Path folder;

    private ReadResult read(String claims) throws IOException {
        Path first = ExamplesTest.ROOT.resolve("scenarios/first");
        for (String name : new String[] {"scenario.yaml", "sources.csv"}) {
            Files.writeString(folder.resolve(name), Files.readString(first.resolve(name)));
        }
        Files.writeString(folder.resolve("claims.csv"), claims);
        return ScenarioReader.read(folder);
    }

    private static String parted(char by) {
        String quoted = TABLE.replace("\"Repairs take up to a year, they say\"", "@");
        return quoted.replace(',', by).replace("@", "\"Repairs take up to a year, they say\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void everySeparatorIsRead(String by) throws IOException {
        ReadResult read = read(parted(by.charAt(0)));
        assertThat(Diagnostics.render(read.diagnostics())).isEmpty();
        assertThat(read.scenarioOrThrow().claims().get("c2"))
                .hasFieldOrPropertyWithValue("statement", "Repairs take up to a year, they say");
    }

    @Test
    void aLineOfTheSeparatorIsRead() throws IOException {
        assertThat(read("sep=;\r\n" + parted(';').replace("\n", "\r\n")).ok()).isTrue();
        assertThat(read("\uFEFFsep=,\n" + TABLE).ok()).isTrue();
        assertThat(read("\"sep=;\"\n" + parted(';')).ok()).isTrue();
    }

    @Test
    void trailingEmptyColumnsAreLetBe() throws IOException {
        assertThat(read(TABLE.replace("\n", ",,,\n")).diagnostics()).isEmpty();
        assertThat(read(TABLE.replace(",,,,,\n", ",,,,,,,\n")).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    id,of,           | id,           | the first line names 15 columns, but all 3 rows have 16 cells | name the missing column
                    ,formula,note    | ,formula      | the first line names 15 columns, but all 3 rows have 16 cells | name the missing column
                    ,formula,note    | ,formula,note,extra | the first line names 17 columns, but all 3 rows have 16 cells | take the column out
                    ,unit,           | ,Unit,        | there is no column "unit" | write unit in the first line
                    ,of,             | ,what,        | there is no column "of" | add it to the first line
                    ,statement,      | ,text,        | there is no column "statement" | add it to the first line
                    ,source,         | ,paper,       | there is no column "source" | add it to the first line
                    ,formula,        | ,Formula,     | unknown column "Formula"; did you mean "formula"? | columns known here
                    ,formula,        | ,note,        | the column "note" is given twice | keep one of the two
                    ,formula,        | ,,            | a column without a name | name it in the first line
                    id,of            | ID,of         | the first column of a table must be "id" | write id in small letters
                    """)
    void aWrongHeaderIsOneError(String before, String after, String message, String cure)
            throws IOException {
        int end = TABLE.indexOf('\n');
        String head = TABLE.substring(0, end).replace(before, after);
        ReadResult read = read(head + TABLE.substring(end));
        String shown = Diagnostics.render(read.diagnostics());
        assertThat(read.diagnostics().stream().filter(d -> d.message().contains(message)))
                .as(shown)
                .hasSize(1);
        assertThat(shown).contains(cure);
        assertThat(read.errors()).as(shown).isLessThanOrEqualTo(2);
    }

    @Test
    void aSingleRowOfAnotherWidthIsItself() throws IOException {
        ReadResult read = read(TABLE.replace("B,,,,", "B,,,"));
        assertThat(Diagnostics.render(read.diagnostics()))
                .contains("claims.csv:4:")
                .contains("the row has 15 cells, the table 16 columns");
    }

    @Test
    void theRowsOfAClaimTableKeepTheirSeparator() throws IOException {
        assertThat(read(parted(';')).ok()).isTrue();
        Path table = folder.resolve("claims.csv");
        assertThat(
                        ClaimTable.add(
                                table,
                                Map.of(
                                        "id",
                                        "c4",
                                        "of",
                                        "repair-time",
                                        "statement",
                                        "a; b",
                                        "value",
                                        "9",
                                        "unit",
                                        "month",
                                        "source",
                                        "audit-2025")))
                .isEmpty();
        assertThat(Files.readString(table))
                .endsWith("\nc4;repair-time;\"a; b\";9;;;month;;;;audit-2025;;;;;\n");
        assertThat(ScenarioReader.read(folder).scenarioOrThrow().claims()).hasSize(4);
    }

    private static byte[] zip(String name) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            zip.putNextEntry(new ZipEntry(name));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void otherKindsOfFileAreKnown() throws IOException {
        read(TABLE);
        Path table = folder.resolve("claims.csv");
        Map<String, byte[]> files =
                Map.of(
                        "a workbook of Excel (xlsx)", zip("xl/workbook.xml"),
                        "a workbook of OpenDocument (ods)",
                                zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
                        "an archive (zip)", zip("claims.csv"),
                        "a workbook of an old Excel (xls)",
                                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0},
                        "a PDF", "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
                        "text in UTF-16", "\uFEFFid,of".getBytes(StandardCharsets.UTF_16LE));
        for (var e : files.entrySet()) {
            Files.write(table, e.getValue());
            ReadResult read = ScenarioReader.read(folder);
            String shown = Diagnostics.render(read.diagnostics());
            assertThat(shown).contains("the file is " + e.getKey() + ", not text");
            assertThat(shown)
                    .contains(e.getKey().contains("workbook") ? "CSV UTF-8" : "plain text");
            assertThat(read.errors()).as(shown).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims.xlsx", "claims.ods", "claims.xls"})
    void aWorkbookCannotBeNamed(String name) throws IOException {
        read(TABLE);
        Path main = folder.resolve("scenario.yaml");
        Files.writeString(main, Files.readString(main).replace("claims.csv", name));
        assertThat(Diagnostics.render(ScenarioReader.read(folder).diagnostics()))
                .contains("a workbook of a spreadsheet is not read")
                .contains("CSV UTF-8");
    }

    @Test
    void anEmptyScenarioNamesTheCommandThatMakesOne() throws IOException {
        for (String text : new String[] {"", " \n", "# only words\n"}) {
            Files.writeString(folder.resolve("scenario.yaml"), text);
            ReadResult read = ScenarioReader.read(folder);
            assertThat(read.errors()).isEqualTo(1);
            assertThat(Diagnostics.render(read.diagnostics())).contains("`parapet new DIR`");
        }
        Files.delete(folder.resolve("scenario.yaml"));
        assertThat(Diagnostics.render(ScenarioReader.read(folder).diagnostics()))
                .contains("`parapet new DIR`");
    }

    private ReadResult yaml(String parts) throws IOException {
        Files.writeString(
                folder.resolve("scenario.yaml"),
                """
                schema: 1
                title: T
                start: 2026-01-01
                end: 2030-12-31
                catalogue:
                  parts:
                %s
                plans: {baseline: {}}
                """
                        .formatted(parts.indent(4).stripTrailing()));
        return ScenarioReader.read(folder);
    }

    @Test
    void mergeKeysAreRead() throws IOException {
        ReadResult read =
                yaml(
                        """
                        a: &a {meanTimeBetweenFailures: 500 h, price: 2 million USD, fieldRepairShare: 50 %}
                        b: {<<: *a, price: 3 million USD}
                        c: &c {meanTimeBetweenFailures: 600 h, price: 4 million USD}
                        d: {<<: [*c, *a]}
                        """);
        assertThat(read.ok()).as(Diagnostics.render(read.diagnostics())).isTrue();
        var parts = read.scenarioOrThrow().catalogue().parts();
        assertThat(String.valueOf(parts.get("b")))
                .contains("3000000.0")
                .doesNotContain("2000000.0");
        assertThat(String.valueOf(parts.get("d"))).contains("4000000.0", "2160000.0", "low=0.5");
    }

    @Test
    void anErrorInWhatIsMergedPointsToWhereItIsWritten() throws IOException {
        ReadResult read =
                yaml("a: &a {meanTimeBetweenFailures: 500 h, price: cheap}\nb: {<<: *a}\n");
        assertThat(Diagnostics.render(read.diagnostics())).contains("scenario.yaml:7:");
        assertThat(Diagnostics.render(yaml("a: {<<: 5}\n").diagnostics()))
                .contains("only keys and values can be merged by <<")
                .contains("<<: *name");
    }

    @ParameterizedTest
    @CsvSource({
        "mtbf, meanTimeBetweenFailures",
        "MTBF, meanTimeBetweenFailures",
        "mttf, meanTimeBetweenFailures",
        "mtbr, meanTimeBetweenFailures",
        "mttr, fieldRepairTime",
        "cost, price",
    })
    void wordsOfTheFieldAreUnderstood(String word, String key) throws IOException {
        assertThat(Diagnostics.render(yaml("a: {%s: 5 h}\n".formatted(word)).diagnostics()))
                .contains("did you mean \"%s\"?".formatted(key));
    }
}
