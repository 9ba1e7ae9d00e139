package parapet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parapet.io.text.Diagnostic;
import parapet.io.text.Diagnostics;

/// Runs the cases of `broken.txt`, see there.
class BrokenInputsTest {
    @TempDir Path folder;

    record Case(String name, List<Edit> edits, List<String> messages, String count) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Edit(String file, List<String> before, List<String> after) {}

    static Stream<Case> cases() throws IOException {
        var cases = new ArrayList<Case>();
        String text;
        try (var in = BrokenInputsTest.class.getResourceAsStream("/broken.txt")) {
            if (in == null) {
                throw new IOException("broken.txt is not there");
            }
            text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        for (String block : text.split("(?m)^## ", -1)) {
            List<String> lines = block.lines().toList();
            if (!lines.isEmpty() && !lines.getFirst().startsWith("#")) {
                cases.add(parse(lines));
            }
        }
        return cases.stream();
    }

    private static Case parse(List<String> lines) {
        var edits = new ArrayList<Edit>();
        var messages = new ArrayList<String>();
        String count = "1";
        String file = "scenario.yaml";
        for (String line : lines.subList(1, lines.size())) {
            String rest = line.length() > 2 ? line.substring(2) : "";
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '@' -> file = rest;
                case '-' -> {
                    if (edits.isEmpty() || !edits.getLast().after().isEmpty()) {
                        edits.add(new Edit(file, new ArrayList<>(), new ArrayList<>()));
                    }
                    edits.getLast().before().add(rest);
                }
                case '+' -> edits.getLast().after().add(rest);
                case '!' -> messages.add(rest);
                case 'n' -> count = rest;
                default -> {}
            }
        }
        return new Case(lines.getFirst(), edits, messages, count);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pointsAtThePlaceAndSaysTheCure(Case c) throws IOException {
        Map<String, String> files = full();
        for (Edit edit : c.edits) {
            String before = String.join("\n", edit.before) + "\n";
            String text = files.getOrDefault(edit.file, "");
            assertThat(text.split(java.util.regex.Pattern.quote(before), -1))
                    .as("found once: %s", before)
                    .hasSize(2);
            files.put(edit.file, text.replace(before, String.join("\n", edit.after) + "\n"));
        }
        String place = "";
        for (var file : files.entrySet()) {
            String marked = file.getValue();
            int first = marked.indexOf('^');
            if (first >= 0) {
                int last = marked.indexOf('^', first + 1);
                String head = marked.substring(0, first);
                int line = (int) head.chars().filter(ch -> ch == '\n').count() + 1;
                int column = first - head.lastIndexOf('\n');
                place =
                        "%s:%d:%d-%d"
                                .formatted(file.getKey(), line, column, column + last - first - 1);
                file.setValue(marked.replace("^", ""));
            }
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        ReadResult result = ScenarioReader.read(folder);
        String shown = Diagnostics.render(result.diagnostics());
        assertThat(result.scenario()).as(shown).isNull();
        List<Diagnostic> errors =
                result.diagnostics().stream().filter(Diagnostic::isError).toList();
        if (!c.count.equals("any")) {
            assertThat(errors).as(shown).hasSize(Integer.parseInt(c.count));
        }
        String wanted = place;
        assertThat(errors)
                .as(shown)
                .anySatisfy(e -> {
                    if (!wanted.isEmpty()) {
                        assertThat(place(e)).isEqualTo(wanted);
                    }
                    for (String message : c.messages) {
                        assertThat(Diagnostics.render(e)).contains(message);
                    }
                });
    }

    private static String place(Diagnostic e) {
        String file = e.file().substring(e.file().lastIndexOf('/') + 1);
        return "%s:%d:%d-%d".formatted(file, e.line(), e.column(), e.endColumn());
    }

    static Map<String, String> full() throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var list = Files.list(ExamplesTest.ROOT.resolve("scenarios/full"))) {
            for (Path file : list.sorted().toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void severalProblemsAreReportedAtOnceInTheOrderOfTheFiles() throws IOException {
        Map<String, String> files = full();
        files.compute(
                "scenario.yaml",
                (_, t) ->
                        ("" + t)
                                .replace("draws: 50", "draws: few")
                                .replace("reporting: INR", "reporting: EUR"));
        files.compute(
                "support.yaml",
                (_, t) ->
                        ("" + t)
                                .replace("places: 4", "places: 4 m")
                                .replace("to: maker", "to: moon"));
        files.compute("claims.csv", (_, t) -> ("" + t).replace("10,,,month", "ten,,,month"));
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        ReadResult result = ScenarioReader.read(folder);
        assertThat(result.diagnostics())
                .as(Diagnostics.render(result.diagnostics()))
                .extracting(
                        d -> d.file().substring(d.file().lastIndexOf('/') + 1) + " " + d.message())
                .containsExactly(
                        "claims.csv claim \"r1\": value is not a duration",
                        "scenario.yaml money.reporting: there is no rate for \"EUR\"",
                        "scenario.yaml study.draws is not a whole number",
                        "support.yaml site \"depot\": shop.places is not a count",
                        "support.yaml link \"base-maker\": to: \"moon\" is not in support.sites");
    }

    @Test
    void showsTheLineWithCaretsAndTheCure() throws IOException {
        Map<String, String> files = full();
        files.compute(
                "support.yaml",
                (_, t) ->
                        ("" + t)
                                .replace(
                                        "materialTime: {assume: 9 month, because: notional}",
                                        "materialTime: 120"));
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        String shown = Diagnostics.render(ScenarioReader.read(folder).diagnostics());
        assertThat(shown.substring(shown.indexOf("support.yaml")))
                .isEqualTo(
                        """
                        support.yaml:40:21: error: site "depot": shop.materialTime has no unit
                            materialTime: 120
                                          ^^^
                          expected a duration such as 6 h, 14 month or 12 year; found the bare number 120
                        """);
    }

    @Test
    void saysWhatIsWrongWithFoldersAndFiles() throws IOException {
        assertThat(said(folder.resolve("none"))).contains("there is no such folder");
        assertThat(said(folder)).contains("scenario.yaml: error: there is no such file");
        Path file = Files.writeString(folder.resolve("notes.txt"), "x");
        assertThat(said(file)).contains("this is a file, not a scenario folder");
        Path main = folder.resolve("scenario.yaml");
        Files.createDirectory(main);
        assertThat(said(folder)).contains("is a folder, not a file");
        Files.delete(main);
        Files.writeString(main, "\n  \n");
        assertThat(said(folder)).contains("the file is empty");
        Files.write(main, new byte[] {'a', ':', ' ', (byte) 0xFF, (byte) 0xFE});
        assertThat(said(folder)).contains("scenario.yaml:1:4: error: the file is not UTF-8 text");
        Files.writeString(main, "[".repeat(100_000));
        assertThat(said(folder)).contains("too deeply nested");
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
        }
        Files.writeString(main, bomb);
        assertThat(said(folder)).contains("the file holds too many values");
        Files.writeString(main, "a: &a [*a]\n");
        assertThat(said(folder)).contains("the alias \"a\" stands inside what it names");
        Files.writeString(main, "schema: 1\n---\nschema: 1\n");
        assertThat(said(folder)).contains("a second document begins here");
        Files.writeString(main, "x".repeat(9_000_000));
        assertThat(said(folder)).contains("the file has 9,000,000 bytes");
        Files.writeString(main, "just words\n");
        assertThat(said(folder)).contains("a scenario is not written so");
    }

    private static String said(Path path) {
        ReadResult result = ScenarioReader.read(path);
        assertThat(result.ok()).isFalse();
        assertThat(result.errors()).isPositive();
        return Diagnostics.render(result.diagnostics());
    }
}
