package parapet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Compare;
import parapet.io.results.CompareRuns;
import parapet.io.results.Comparison;
import parapet.io.results.Digest;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.RunFolder;
import parapet.io.results.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that read finished runs: compare, query, list and digest.
final class ResultCommands {
    private ResultCommands() {}

    @Command(
            name = "compare",
            description = {
                "Compare two plans of a run: paired differences with 95 %% interval, and what makes them.",
                "Or compare two runs, the older one first: which answers moved, and why."
            },
            footer = {
                "",
                "Examples:",
                "  parapet compare out/full depot baseline",
                "  parapet compare out/full.previous out/full"
            })
    static final class Compared extends Commands.Base {
        @Parameters(arity = "1..*", paramLabel = "RUN", description = "RUN PLAN PLAN, or RUN RUN.")
        private List<String> what = new ArrayList<>();

        @Option(
                names = "--top",
                paramLabel = "N",
                description = "Rows of each table in text, 0 for all (default: 15).")
        private int top = 15;

        @Option(
                names = "--section",
                paramLabel = "NAME",
                description = "Only this table; csv shows the first when none is named.")
        private @Nullable String section;

        Compared(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            if (what.size() < 2 || what.size() > 3) {
                throw wrong("RUN PLAN PLAN or RUN RUN is needed; found " + String.join(" ", what));
            }
            if (top < 0) {
                throw wrong("--top must be 0 or more; found " + top);
            }
            RunFolder run = RunFolder.open(Path.of(what.get(0)));
            if (what.size() == 2
                    && run.info().plans().contains(what.get(1))
                    && !Files.exists(Path.of(what.get(1)))) {
                throw wrong(
                        "two plans or two runs are needed; with what is plan %s to be compared?"
                                .formatted(what.get(1)));
            }
            Comparison comparison =
                    what.size() == 3
                            ? Compare.plans(run, what.get(1), what.get(2))
                            : CompareRuns.of(run, RunFolder.open(Path.of(what.get(1))));
            String only = section;
            if (only != null && !comparison.sections().containsKey(only)) {
                throw wrong(
                        "unknown section %s; there are: %s"
                                .formatted(
                                        only, String.join(", ", comparison.sections().keySet())));
            }
            show(comparison, only);
            return 0;
        }

        private void show(Comparison comparison, @Nullable String only) {
            Console console = console();
            var sections = new LinkedHashMap<>(comparison.sections());
            if (only != null) {
                sections.keySet().retainAll(List.of(only));
            }
            switch (console.format()) {
                case CSV -> console.table(sections.firstEntry().getValue());
                case JSON -> {
                    Map<String, Object> all = new LinkedHashMap<>();
                    all.put("title", comparison.title());
                    all.put("notes", comparison.notes());
                    all.putAll(sections);
                    console.results(all);
                }
                case TEXT -> {
                    console.line(comparison.title());
                    comparison.notes().forEach(note -> console.line("  " + note));
                    sections.forEach((name, table) -> show(console, name, table));
                }
            }
        }

        private void show(Console console, String name, QueryResult table) {
            console.line("");
            int rows = table.rows().size();
            console.line(name + (rows == 0 ? ": none" : ""));
            if (rows > 0) {
                int shown = top == 0 ? rows : Math.min(top, rows);
                console.table(table.forPeople(shown));
                if (shown < rows) {
                    console.line("… %d more; --top 0 shows all".formatted(rows - shown));
                }
            }
        }
    }

    @Command(
            name = "query",
            description = {
                "Answer SQL over the result tables of a run (DuckDB, reading only).",
                "Tables and columns: docs/reference/results.md, or 'SHOW TABLES' and 'DESCRIBE estimates'."
            },
            footer = {
                "",
                "Examples:",
                "  parapet query out/full \"SELECT plan, mean FROM estimates ORDER BY mean DESC\"",
                "  parapet query out/full \"FROM deliveries LIMIT 5\" --format csv",
                "  echo \"SUMMARIZE outcomes\" | parapet query out/full -"
            })
    static final class Ask extends Commands.Base {
        @Parameters(index = "0", paramLabel = "RUN", description = "Folder of a finished run.")
        private Path run = Path.of("");

        @Parameters(
                index = "1",
                paramLabel = "SQL",
                description = "One SELECT; - reads it from the standard input.")
        private String sql = "";

        Ask(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            String text = sql;
            if (text.equals("-")) {
                try {
                    text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            try (Query query = Query.open(RunFolder.open(run))) {
                console().table(query.run(text));
            }
            return 0;
        }
    }

    @Command(
            name = "runs",
            description = "List the finished runs below a folder, newest first.",
            footer = {
                "",
                "Examples:",
                "  parapet runs",
                "  parapet runs /data/studies --format json"
            })
    static final class Found extends Commands.Base {
        @Parameters(
                arity = "0..1",
                paramLabel = "DIR",
                description = "Where to look (default: out).")
        private @Nullable Path folder;

        Found(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            Path root = folder == null ? Path.of("out") : folder;
            List<Runs.Found> found =
                    folder == null && !Files.exists(root) ? List.of() : Runs.below(root);
            Console console = console();
            if (found.isEmpty()) {
                console.note("No runs below " + root + "; `parapet run SCENARIO` makes one.");
                if (console.format() == Format.TEXT) {
                    return 0;
                }
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Runs.Found one : found) {
                var info = one.run().info();
                List<@Nullable Object> row = new ArrayList<>();
                row.add(one.run().folder().toString());
                row.add(info.title());
                row.add(info.plans().size());
                row.add(info.draws());
                row.add(info.quick());
                row.add(info.asOf());
                row.add(info.shortDigest());
                row.add(info.version());
                rows.add(row);
            }
            console.table(
                    QueryResult.of(
                            List.of(
                                    "run", "title", "plans", "draws", "quick", "asOf", "digest",
                                    "version"),
                            rows));
            return 0;
        }
    }

    @Command(
            name = "digest",
            description = {
                "Compute the digest of a run anew from its files and compare it with run.json.",
                "Equal digests mean equal results, row by row, whatever the threads, shards or interruptions."
            },
            footer = {"", "Example:", "  parapet digest out/full"})
    static final class Hash extends Commands.Base {
        @Parameters(arity = "1..*", paramLabel = "RUN", description = "Folders of finished runs.")
        private List<Path> runs = new ArrayList<>();

        Hash(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            Console console = console();
            int code = 0;
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Path folder : runs) {
                RunFolder run = RunFolder.open(folder);
                String digest = Digest.of(run);
                boolean equal = digest.equals(run.info().digest());
                if (!equal) {
                    code = 1;
                    console.error(
                            "The tables of %s are not those that run.json speaks of (%s)."
                                    .formatted(folder, run.info().shortDigest()),
                            "They were changed or damaged; compute the run anew with --fresh.");
                }
                if (console.format() == Format.TEXT) {
                    console.line(digest + "  " + folder);
                }
                List<@Nullable Object> row = new ArrayList<>();
                row.add(folder.toString());
                row.add(digest);
                row.add(equal);
                rows.add(row);
            }
            if (console.format() != Format.TEXT) {
                console.table(QueryResult.of(List.of("run", "digest", "equal"), rows));
            }
            return code;
        }
    }
}
