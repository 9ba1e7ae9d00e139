package parapet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.io.ClaimTable;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.results.RunException;
import parapet.io.results.WholeFile;
import parapet.io.text.CsvTree;
import parapet.io.text.Diagnostic;
import parapet.io.text.TextFile;
import parapet.io.text.Tree;

/// A new article appears: one checked row into the evidence, and one for its source when that is
/// new.
///
/// The rows are first added to a copy of the scenario, which is read as a whole; only when it has
/// no error are the tables of the scenario itself written, each under a temporary name and then
/// renamed.
final class ClaimJob {
    private ClaimJob() {}

    static int claim(Options.Claim options, Console console) {
        Path scenario = options.scenario();
        Path claims = scenario.resolve("claims.csv");
        Path sources = scenario.resolve("sources.csv");
        if (!Files.isRegularFile(claims)) {
            throw RunException.input(
                    scenario + " has no claims.csv.",
                    "Keep the claims of a scenario in a CSV table of that name.");
        }
        Map<String, String> row = new TreeMap<>(options.claim());
        ReadResult before = ScenarioReader.read(scenario);
        if (before.scenario() != null) {
            row.computeIfAbsent(
                    "id",
                    k ->
                            freeId(
                                    before.scenarioOrThrow().claims(),
                                    row.getOrDefault("of", "claim")));
        }
        Map<String, String> paper = new TreeMap<>(options.source());
        if (!paper.isEmpty()) {
            row.putIfAbsent("source", sourceId(paper));
            paper.put("id", row.getOrDefault("source", ""));
            paper.putIfAbsent("grade", row.getOrDefault("grade", ""));
        }
        row.putIfAbsent("status", "reported");
        row.putIfAbsent("kind", "reported");
        Path copy = null;
        try {
            copy = Files.createTempDirectory("parapet-claim");
            try (var files = Files.list(scenario)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
                }
            }
            var problems = new ArrayList<Diagnostic>();
            addSource(copy.resolve("sources.csv"), paper);
            problems.addAll(ClaimTable.add(copy.resolve("claims.csv"), row));
            if (problems.stream().noneMatch(Diagnostic::isError)) {
                ReadResult after = ScenarioReader.read(copy);
                problems.addAll(after.diagnostics().stream().filter(Diagnostic::isError).toList());
                Diagnostic unused = ClaimTable.unused(after, row.getOrDefault("id", ""));
                if (unused != null) {
                    problems.add(unused);
                }
            }
            Path from = copy;
            console.problems(
                    problems.stream()
                            .map(d -> d.renamed(from.toString(), scenario.toString()))
                            .toList(),
                    true);
            if (problems.stream().anyMatch(Diagnostic::isError)) {
                console.note("Nothing was written.");
                return 2;
            }
            console.result("id", row.get("id"));
            console.result("file", claims.toString());
            console.result("added", options.add());
            if (!options.add()) {
                console.line("The claim is in order; --add writes it to " + claims + ".");
                return 0;
            }
            addSource(sources, paper);
            List<Diagnostic> late = ClaimTable.add(claims, row);
            if (late.stream().anyMatch(Diagnostic::isError)) {
                console.problems(late, true);
                return 1;
            }
            console.line(
                    "Added %s to %s. What it changes: parapet explain %s %s"
                            .formatted(
                                    row.get("id"),
                                    claims,
                                    scenario,
                                    row.getOrDefault("of", row.getOrDefault("id", ""))));
            return 0;
        } catch (IOException e) {
            throw RunException.work(
                    "The claim cannot be added to " + scenario + ".",
                    String.valueOf(e.getMessage()),
                    e);
        } finally {
            remove(copy);
        }
    }

    private static String freeId(Map<String, Claim> claims, String of) {
        String stem = "NEW-" + of;
        for (int n = 1; ; n++) {
            if (!claims.containsKey(stem + "-" + n)) {
                return stem + "-" + n;
            }
        }
    }

    /// A key for a new source, made of its publisher and date.
    private static String sourceId(Map<String, String> paper) {
        String words =
                paper.getOrDefault("publisher", "source") + "-" + paper.getOrDefault("date", "");
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /// Appends a source in the order of the header; nothing when there is none to add.
    private static void addSource(Path table, Map<String, String> source) throws IOException {
        if (source.isEmpty()) {
            return;
        }
        String text = Files.readString(table, StandardCharsets.UTF_8);
        String ending = text.contains("\r\n") ? "\r\n" : "\n";
        CsvTree.Table header = CsvTree.read(TextFile.of(table.toString(), text), d -> {});
        if (header == null) {
            return; // what is wrong with the table is said when it is read
        }
        String line =
                ClaimTable.line(
                        source,
                        header.header().stream().map(Tree.Scalar::text).toList(),
                        header.separator());
        WholeFile.write(
                table,
                (text + (text.endsWith("\n") ? "" : ending) + line + ending)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A copy left in the temporary folder does no harm.
        }
    }
}
