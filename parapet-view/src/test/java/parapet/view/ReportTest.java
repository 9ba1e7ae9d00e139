package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
    private static final Path FOLDER = Path.of("target");

    private DuckTables tables = DuckTables.empty();
    private String html = "";

    @BeforeAll
    void write() throws IOException {
        tables = Fixture.full();
        Path report = FOLDER.resolve("fixture-report.html");
        Report.write(tables, Fixture.info(), report);
        html = Files.readString(report);
    }

    @AfterAll
    void close() {
        tables.close();
    }

    static JsonNode data(String html) {
        Matcher matcher =
                Pattern.compile(
                                "<script type=\"application/json\" id=\"data\">(.*?)</script>",
                                Pattern.DOTALL)
                        .matcher(html);
        assertThat(matcher.find()).isTrue();
        return JsonMapper.shared().readTree(matcher.group(1));
    }

    @Test
    void isOneFileBelowFourMegabytesThatNamesEveryPlan() {
        assertThat(html.length()).isLessThan(4_000_000);
        assertThat(html).contains(Fixture.planNames().split("\n"));
        assertThat(html).doesNotContain("src=\"http").doesNotContain("href=\"http");
    }

    @Test
    void leavesNoHalfWrittenFile() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void holdsOnlyFiniteNumbers() {
        String data = data(html).toString();
        assertThat(data).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(html.substring(html.indexOf("<main"), html.indexOf("<script type")))
                .doesNotContain("NaN")
                .doesNotContain("Infinity")
                .doesNotContain("null");
    }

    @Test
    void everyLinkWithinThePageHasItsTarget() {
        Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
        while (links.find()) {
            assertThat(html).contains("id=\"" + links.group(1) + "\"");
        }
    }

    @Test
    void unknownMetricsAppearInTheTables() {
        assertThat(html).contains("Something new").contains("widgets");
    }
}
