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
/// new. Or a claim that is there is corrected, or withdrawn: its row stays, but speaks of nothing.
///
/// The rows are first written to a copy of the scenario, which is read as a whole; only when it has
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
        boolean there =
                options.edit() == Options.Claim.Edit.CORRECT
                        || options.edit() == Options.Claim.Edit.WITHDRAW;
        Map<String, String> paper = new TreeMap<>(options.source());
        Map<String, String> row = there ? changed(options, claims) : added(options);
        if (!paper.isEmpty()) {
            row.putIfAbsent("source", sourceId(paper));
            paper.put("id", row.getOrDefault("source", ""));
            paper.putIfAbsent("grade", row.getOrDefault("grade", ""));
        }
        String id = row.getOrDefault("id", "");
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
            problems.addAll(written(copy.resolve("claims.csv"), there, id, row));
            if (problems.stream().noneMatch(Diagnostic::isError)) {
                ReadResult after = ScenarioReader.read(copy);
                problems.addAll(after.diagnostics().stream().filter(Diagnostic::isError).toList());
                Diagnostic unused = ClaimTable.unused(after, id);
                if (unused != null && options.edit() != Options.Claim.Edit.WITHDRAW) {
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
            console.result("id", id);
            console.result("file", claims.toString());
            console.result("added", options.edit() == Options.Claim.Edit.ADD);
            console.result("corrected", options.edit() == Options.Claim.Edit.CORRECT);
            console.result("withdrawn", options.edit() == Options.Claim.Edit.WITHDRAW);
            if (options.edit() == Options.Claim.Edit.CHECK) {
                console.line("The claim is in order; --add writes it to " + claims + ".");
                return 0;
            }
            Map<String, String> before = ClaimTable.row(claims, id);
            addSource(sources, paper);
            List<Diagnostic> late = written(claims, there, id, row);
            if (late.stream().anyMatch(Diagnostic::isError)) {
                console.problems(late, true);
                return 1;
            }
            tell(options, before, row, console);
            return 0;
        } catch (IOException e) {
            throw RunException.work(
                    "The evidence of " + scenario + " cannot be changed.",
                    String.valueOf(e.getMessage()),
                    e);
        } finally {
            remove(copy);
        }
    }

    /// The row of a new claim.
    private static Map<String, String> added(Options.Claim options) {
        Map<String, String> row = new TreeMap<>(options.claim());
        ReadResult before = ScenarioReader.read(options.scenario());
        if (before.scenario() != null) {
            row.computeIfAbsent(
                    "id",
                    k ->
                            freeId(
                                    before.scenarioOrThrow().claims(),
                                    row.getOrDefault("of", "claim")));
        }
        row.putIfAbsent("status", "reported");
        row.putIfAbsent("kind", "reported");
        return row;
    }

    /// The cells of a claim that change. What its note said before stays in it.
    private static Map<String, String> changed(Options.Claim options, Path claims) {
        Map<String, String> cells = new TreeMap<>(options.claim());
        Map<String, String> before = ClaimTable.row(claims, cells.getOrDefault("id", ""));
        String why = cells.getOrDefault("note", "").strip();
        if (options.edit() == Options.Claim.Edit.WITHDRAW) {
            why = "withdrawn (%s): %s".formatted(before.getOrDefault("of", ""), why);
            cells.put("of", "");
        }
        String said = before.getOrDefault("note", "");
        cells.put("note", said.isBlank() ? why : said + "; " + why);
        return cells;
    }

    private static List<Diagnostic> written(
            Path claims, boolean there, String id, Map<String, String> row) {
        if (!there) {
            return ClaimTable.add(claims, row);
        }
        var cells = new TreeMap<>(row);
        cells.remove("id");
        return ClaimTable.change(claims, id, cells);
    }

    private static void tell(
            Options.Claim options,
            Map<String, String> before,
            Map<String, String> row,
            Console console) {
        Path claims = options.scenario().resolve("claims.csv");
        String id = row.getOrDefault("id", "");
        String of = row.getOrDefault("of", before.getOrDefault("of", id));
        switch (options.edit()) {
            case CORRECT -> console.line("Corrected %s in %s:".formatted(id, claims));
            case WITHDRAW -> {
                of = before.getOrDefault("of", id);
                console.line("Withdrew %s in %s; its row stays to be read.".formatted(id, claims));
            }
            default -> console.line("Added %s to %s.".formatted(id, claims));
        }
        if (options.edit() == Options.Claim.Edit.CORRECT) {
            row.forEach((column, text) -> {
                String old = before.getOrDefault(column, "");
                if (!column.equals("id") && !old.equals(text)) {
                    console.line("  %s: \"%s\" is now \"%s\"".formatted(column, old, text));
                }
            });
        }
        console.line(
                "What it changes: parapet explain %s %s"
                        .formatted(options.scenario(), of.isEmpty() ? id : of));
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
