package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.study.ResultTable;
import parapet.tables.Column;

/// Rows of results are records: nothing reads one by position, no code outside the records spells a
/// column (SQL stands on records alone and is prepared by HouseTest), and every name of chance is
/// written once. Each rule is shown to fail.
class ResultSourceTest {
    private static final String NAMES =
            Arrays.stream(ResultTable.values())
                    .flatMap(table -> table.columns().stream())
                    .map(Column::name)
                    .distinct()
                    .collect(Collectors.joining("|"));

    /// `rows.getInt(1)`, `row[3]`, `rows().getFirst().get(2)`, and rows without a type.
    private static final Pattern POSITION =
            Pattern.compile(
                    "\\.get(?:Int|Long|Short|Float|Double|String|Object|Boolean|Date|BigDecimal)\\(\\s*\\d+\\s*\\)"
                            + "|\\b(?:row|rows|cells|record)(?:\\(\\))?(?:\\.get(?:First|Last)?\\(\\s*\\d*\\s*\\))?"
                            + "\\s*(?:\\.get\\(\\s*\\d+\\s*\\)|\\[\\s*\\d+\\s*\\])"
                            + "|\\bObject\\s*\\[\\]\\s*rows?\\b");

    /// `column("mean")` and `columns().indexOf("mean")`.
    private static final Pattern SPELT =
            Pattern.compile(
                    "\\bcolumns?(?:\\(\\)\\.(?:indexOf|contains))?\\(\\s*\"(?:"
                            + NAMES
                            + ")\"\\s*\\)");

    /// The same of a map that is filled from the answer of a question in SQL.
    private static final Pattern FILLED =
            Pattern.compile(
                    "\\bput\\(\\s*\"(" + NAMES + ")\",\\s*(?:\\w+\\.)?\\1(?:\\(\\))?\\s*\\)");

    private static final Pattern NOT_CODE =
            Pattern.compile(
                    "(?m)^\\s*///?.*$|@Sql\\(\\s*(?:\"\"\"[\\s\\S]*?\"\"\"|(?:\"[^\"]*\"\\s*\\+?\\s*)+)\\)");

    private static List<String> found(Pattern rule, String source) {
        var all = new ArrayList<String>();
        if (rule == SPELT && source.contains("@Sql(")) {
            all.addAll(found(FILLED, source));
        }
        rule.matcher(NOT_CODE.matcher(source).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .forEach(all::add);
        return all;
    }

    private static void nothing(Pattern rule, String... below) throws IOException {
        var wrong = new TreeSet<String>();
        int read = 0;
        for (Path file : sources()) {
            String path = file.toString().replace('\\', '/');
            if (Arrays.stream(below).noneMatch(path::contains)) {
                continue;
            }
            read++;
            for (String one : found(rule, Files.readString(file))) {
                wrong.add(file.getFileName() + ": " + one);
            }
        }
        assertThat(read).as("files read").isGreaterThan(150);
        assertThat(wrong).isEmpty();
    }

    private static final String[] READERS = {
        "/parapet/study/",
        "/parapet/io/results/",
        "/parapet/view/",
        "/parapet/export/",
        "/parapet/cli/"
    };

    @Test
    void noRowIsReadByPosition() throws IOException {
        nothing(POSITION, READERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int n = rows.getInt(1);",
                "double mean = (double) row[3];",
                "var first = answer.rows().getFirst().get(2);",
                "String plan = row.get(0).toString();",
                "for (Object[] row : all) {}"
            })
    void aReadByPositionIsFound(String rogue) {
        assertThat(found(POSITION, rogue)).isNotEmpty();
    }

    @Test
    void noColumnIsSpeltOutsideItsRecord() throws IOException {
        nothing(SPELT, READERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double mean = table.column(\"mean\");",
                "int at = table.columns().indexOf(\"halfWidth\");",
                "all.put(\"setAside\", one.setAside()); @Sql(\"select 1\") record One(int n) {}"
            })
    void aSpeltColumnIsFound(String rogue) {
        assertThat(found(SPELT, rogue)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Sql(\"select mean from estimates where plan = $1\") record Mean(double mean) {}",
                "/// `row[3]` was once read by position",
                "columns.add(\"sites\" + height);",
                "double low = quantiles[0];"
            })
    void whatIsAllowedIsNotFound(String good) {
        assertThat(found(SPELT, good)).isEmpty();
        assertThat(found(POSITION, good)).isEmpty();
    }

    /// Two places that draw the same chance under one name do it by one constant: a name that is
    /// changed in one of them alone would silently part them.
    @Test
    void everyNameOfChanceIsWrittenOnce() throws IOException {
        var all = new ArrayList<String>();
        for (Path file : sources()) {
            if (file.toString().replace('\\', '/').contains("/parapet-core/")) {
                all.addAll(chances(Files.readString(file)));
            }
        }
        all.remove("scenario.rate"); // once of a currency, once of a part
        assertThat(all).hasSizeGreaterThan(25).doesNotHaveDuplicates();
        assertThat(chances("at(\"sustain.field\"); Streams.entity(\"sustain.field\");"))
                .as("a rogue")
                .hasSize(2);
    }

    private static List<String> chances(String source) {
        return Pattern.compile(
                        "\\b(?:at|uniform|entity|String \\w+ =)\\(?\\s*\"((?:scenario|evidence|programme|sustain|engage|study)\\.[a-z.]*[a-z])\"")
                .matcher(NOT_CODE.matcher(source).replaceAll(""))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        Path top = Path.of(System.getProperty("parapet.root", "..")).toAbsolutePath().normalize();
        var all = new ArrayList<Path>();
        try (Stream<Path> modules = Files.list(top)) {
            for (Path module : modules.sorted().toList()) {
                Path main = module.resolve("src/main/java");
                if (Files.isDirectory(main)) {
                    try (Stream<Path> files = Files.walk(main)) {
                        files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
                    }
                }
            }
        }
        return all;
    }
}
