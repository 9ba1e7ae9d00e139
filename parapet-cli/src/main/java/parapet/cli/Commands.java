package parapet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Compare;
import parapet.io.results.Comparison;
import parapet.io.results.Digest;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.Render;
import parapet.io.results.RunFolder;
import parapet.io.results.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The commands: options, help texts, and the call of what does the work.
final class Commands {
    private Commands() {}

    /// What all commands share.
    abstract static class Bare implements Callable<Integer> {
        @Spec private @Nullable CommandSpec spec;

        private final Console process;

        Bare(Console process) {
            this.process = process;
        }

        abstract Common common();

        final Console console() {
            return common().apply(process);
        }

        final boolean stackTrace() {
            return common().stackTrace();
        }

        final ParameterException wrong(String message) {
            CommandSpec here = spec;
            if (here == null) {
                throw new IllegalStateException("The command has not been set up.");
            }
            return new ParameterException(here.commandLine(), message);
        }
    }

    /// What the commands share that show results.
    abstract static class Base extends Bare {
        @Mixin private Common.Formatted common = new Common.Formatted();

        Base(Console process) {
            super(process);
        }

        @Override
        final Common common() {
            return common;
        }
    }

    @Command(
            name = "new",
            description = "Make a small scenario to start from.",
            footer = {
                "",
                "Example:",
                "  parapet new north    then: parapet check north; parapet run north"
            })
    static final class New extends Base {
        @Parameters(paramLabel = "DIR", description = "Folder to be made.")
        private Path folder = Path.of("");

        private final Actions actions;

        New(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            return actions.create(new Options.New(folder), console());
        }
    }

    @Command(
            name = "check",
            description =
                    "Show all problems of a scenario at once: file:line:column, expected, found, cure.",
            footer = {
                "",
                "Examples:",
                "  parapet check scenarios/india-s400",
                "  parapet check scenarios/* --format json"
            })
    static final class Check extends Base {
        @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "Scenario folders.")
        private List<Path> scenarios = new ArrayList<>();

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "Use only claims known by then.")
        private @Nullable LocalDate asOf;

        private final Actions actions;

        Check(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            return actions.check(new Options.Check(List.copyOf(scenarios), asOf), console());
        }
    }

    @Command(
            name = "explain",
            description =
                    "Show where a number comes from: its claims, the range used, and who uses it.",
            footer = {"", "Example:", "  parapet explain scenarios/india-s400 contract-price"})
    static final class Explain extends Base {
        @Parameters(index = "0", paramLabel = "SCENARIO", description = "Scenario folder.")
        private Path scenario = Path.of("");

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "KEY",
                description = "Key of a quantity or of a claim.")
        private List<String> keys = new ArrayList<>();

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "Use only claims known by then.")
        private @Nullable LocalDate asOf;

        private final Actions actions;

        Explain(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            return actions.explain(
                    new Options.Explain(scenario, List.copyOf(keys), asOf), console());
        }
    }

    @Command(
            name = "claim",
            description = {
                "Check a claim of a new publication and add it to the evidence of a scenario.",
                "Without --add it is checked and shown, and nothing is written."
            },
            footer = {
                "",
                "Example:",
                "  parapet claim scenarios/india-s400 --add --of squadron-5-delivery \\",
                "    --statement 'The fifth squadron comes in' --value 2026-11 --unit date \\",
                "    --status forecast --made-on 2026-02-10 --source ani-2026-02-10-s400 --grade B \\",
                "    --publisher ANI --title 'S-400: last squadron by November' --published 2026-02-10"
            })
    static final class Claim extends Base {
        @Parameters(paramLabel = "SCENARIO", description = "Scenario folder.")
        private Path scenario = Path.of("");

        @Option(names = "--add", description = "Write it into the scenario.")
        private boolean add;

        @Option(
                names = "--id",
                paramLabel = "KEY",
                description = "Key of the claim (default: made from its source).")
        private @Nullable String id;

        @Option(names = "--of", paramLabel = "KEY", description = "Quantity it speaks of.")
        private @Nullable String of;

        @Option(
                names = "--statement",
                paramLabel = "TEXT",
                description = "What is claimed, in words.")
        private @Nullable String statement;

        @Option(
                names = "--value",
                paramLabel = "VALUE",
                description = "The value as published: number, date, month, year or words.")
        private @Nullable String value;

        @Option(
                names = "--low",
                paramLabel = "VALUE",
                description = "Least value, when a range is claimed.")
        private @Nullable String low;

        @Option(
                names = "--high",
                paramLabel = "VALUE",
                description = "Greatest value, when a range is claimed.")
        private @Nullable String high;

        @Option(
                names = "--unit",
                paramLabel = "UNIT",
                description = "Unit of the value, such as 'crore INR', month, date.")
        private @Nullable String unit;

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description = "actual, forecast, promised, announced or reported.")
        private @Nullable String status;

        @Option(
                names = "--made-on",
                paramLabel = "DATE",
                description = "Day on which a forecast or promise was made.")
        private @Nullable String madeOn;

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "Date to which the value applies.")
        private @Nullable String asOf;

        @Option(names = "--source", paramLabel = "KEY", description = "Key of the source.")
        private @Nullable String source;

        @Option(names = "--grade", paramLabel = "A-D", description = "Grade of the claim.")
        private @Nullable String grade;

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "reported, derived or assumption.")
        private @Nullable String kind;

        @Option(
                names = "--copied-from",
                paramLabel = "KEY",
                description = "Claim or publisher it was copied from.")
        private @Nullable String copiedFrom;

        @Option(
                names = "--formula",
                paramLabel = "TEXT",
                description = "Formula of a derived value.")
        private @Nullable String formula;

        @Option(
                names = "--note",
                paramLabel = "TEXT",
                description = "Anything a reader should know.")
        private @Nullable String note;

        @Option(
                names = "--publisher",
                paramLabel = "NAME",
                description = "Publisher, for a new source.")
        private @Nullable String publisher;

        @Option(names = "--title", paramLabel = "TEXT", description = "Title, for a new source.")
        private @Nullable String title;

        @Option(
                names = "--published",
                paramLabel = "DATE",
                description = "Date of publication, for a new source.")
        private @Nullable String published;

        private final Actions actions;

        Claim(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            Map<String, String> claim = new LinkedHashMap<>();
            put(claim, "id", id);
            put(claim, "of", of);
            put(claim, "statement", statement);
            put(claim, "value", value);
            put(claim, "low", low);
            put(claim, "high", high);
            put(claim, "unit", unit);
            put(claim, "status", status);
            put(claim, "madeOn", madeOn);
            put(claim, "asOf", asOf);
            put(claim, "source", source);
            put(claim, "grade", grade);
            put(claim, "kind", kind);
            put(claim, "copiedFrom", copiedFrom);
            put(claim, "formula", formula);
            put(claim, "note", note);
            if (claim.isEmpty()) {
                throw wrong(
                        "no claim is given; at least --statement, --value and --source are needed");
            }
            Map<String, String> paper = new LinkedHashMap<>();
            put(paper, "publisher", publisher);
            put(paper, "title", title);
            put(paper, "date", published);
            return actions.claim(new Options.Claim(scenario, add, claim, paper), console());
        }

        private static void put(Map<String, String> row, String column, @Nullable String value) {
            if (value != null) {
                row.put(column, value);
            }
        }
    }

    @Command(
            name = "run",
            description = {
                "Run a scenario: report.html, run.json and result tables in OUT/NAME.",
                "An unfinished run of the same inputs goes on by itself; a finished one says so and ends."
            },
            footer = {
                "",
                "Examples:",
                "  parapet run scenarios/india-s400",
                "  parapet run scenarios/india-s400 --quick --plan as-it-came --plan no-local-mro",
                "  parapet run scenarios/india-s400 --shard 2/3    then: parapet merge"
            })
    static final class Run extends Base {
        @Parameters(paramLabel = "SCENARIO", description = "Scenario folder.")
        private Path scenario = Path.of("");

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Folder for results; the run goes into DIR/NAME (default: out).")
        private Path out = Path.of("out");

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "Seed of all chance (default: the scenario's).")
        private @Nullable Long seed;

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "Number of threads (default: all processors).")
        private int threads = Runtime.getRuntime().availableProcessors();

        @Option(names = "--quick", description = "A small run for a first look.")
        private boolean quick;

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "Use only claims known by then (hindcast).")
        private @Nullable LocalDate asOf;

        @Option(
                names = "--plan",
                paramLabel = "NAME",
                description = "Run only this plan; may be given several times.")
        private List<String> plans = new ArrayList<>();

        @Option(
                names = "--shard",
                paramLabel = "i/n",
                description = "Compute the i-th of n parts; `merge` puts them together.")
        private Options.@Nullable Shard shard;

        @Option(
                names = "--fresh",
                description =
                        "Begin anew; forget finished chunks and the finished run of these inputs.")
        private boolean fresh;

        @Option(
                names = "--audit",
                paramLabel = "off|normal|full",
                description = "Self-checks of the engines (default: normal).")
        private Options.Audit audit = Options.Audit.NORMAL;

        @Option(
                names = "--half-width",
                paramLabel = "POINTS",
                description =
                        "Go on until the 95 %% interval of every plan's availability is this narrow"
                                + " (percentage points to each side), at most study.mostDraws draws.")
        private @Nullable Double halfWidth;

        private final Actions actions;

        Run(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            if (threads < 1) {
                throw wrong("--threads must be 1 or more; found " + threads);
            }
            return actions.run(
                    new Options.Run(
                            scenario,
                            out,
                            seed,
                            threads,
                            quick,
                            asOf,
                            List.copyOf(plans),
                            shard,
                            fresh,
                            audit,
                            halfWidth),
                    console());
        }
    }

    @Command(
            name = "merge",
            description = "Put the shards of a run together: the same run as in one piece.",
            footer = {
                "",
                "Example:",
                "  parapet merge scenarios/india-s400 out/india-s400.shard-*",
            })
    static final class Merge extends Base {
        @Parameters(index = "0", paramLabel = "SCENARIO", description = "Scenario folder.")
        private Path scenario = Path.of("");

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "SHARD",
                description = "Folders made by `run --shard i/n`.")
        private List<Path> shards = new ArrayList<>();

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Folder for results; the run goes into DIR/NAME (default: out).")
        private Path out = Path.of("out");

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "Number of threads (default: all processors).")
        private int threads = Runtime.getRuntime().availableProcessors();

        private final Actions actions;

        Merge(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            if (threads < 1) {
                throw wrong("--threads must be 1 or more; found " + threads);
            }
            return actions.merge(
                    new Options.Merge(scenario, List.copyOf(shards), out, threads), console());
        }
    }

    @Command(
            name = "verify",
            description = {
                "Compute the reference cases and compare with what is expected.",
                "The last line is \"N passed, N failed, N not computed\"."
            },
            footer = {
                "",
                "Examples:",
                "  parapet verify",
                "  parapet verify --cases my-cases.json --strict"
            })
    static final class Verify extends Base {
        @Option(
                names = "--cases",
                paramLabel = "FILE",
                description = "Cases of your own (default: those that come with Parapet).")
        private @Nullable Path cases;

        @Option(names = "--strict", description = "Also fail when a case is not computed.")
        private boolean strict;

        private final Actions actions;

        Verify(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            return actions.verify(new Options.Verify(cases, strict), console());
        }
    }

    @Command(
            name = "schema",
            description = "Show the JSON Schema of scenario files, for editors.",
            footer = {"", "Example:", "  parapet schema --out scenario.schema.json"})
    static final class Schema extends Base {
        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "File to write (default: standard output).")
        private @Nullable Path out;

        private final Actions actions;

        Schema(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            return actions.schema(new Options.Schema(out), console());
        }
    }

    @Command(
            name = "compare",
            description = {
                "Compare two plans of a run: paired differences with 95 %% interval, and what makes them.",
                "Or compare two runs, the older one first: which answers moved, and why."
            },
            footer = {
                "",
                "Examples:",
                "  parapet compare out/india-s400 mro-2028 no-local-mro",
                "  parapet compare out/india-s400.previous out/india-s400"
            })
    static final class Compared extends Base {
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
                            : Compare.runs(run, RunFolder.open(Path.of(what.get(1))));
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
                    console.print(Render.json(all));
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
                console.table(forPeople(table, shown));
                if (shown < rows) {
                    console.line("… %d more; --top 0 shows all".formatted(rows - shown));
                }
            }
        }

        /// Without the keys of metrics, whose labels stand beside them.
        private static QueryResult forPeople(QueryResult table, int shown) {
            int hidden = table.columns().contains("label") ? table.columns().indexOf("metric") : -1;
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (List<@Nullable Object> row : table.rows().subList(0, shown)) {
                List<@Nullable Object> cells = new ArrayList<>(row);
                if (hidden >= 0) {
                    cells.remove(hidden);
                }
                rows.add(cells);
            }
            List<String> columns = new ArrayList<>(table.columns());
            if (hidden >= 0) {
                columns.remove(hidden);
            }
            return QueryResult.of(columns, rows);
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
                "  parapet query out/india-s400 \"SELECT plan, mean FROM estimates ORDER BY mean DESC\"",
                "  parapet query out/india-s400 \"FROM deliveries LIMIT 5\" --format csv",
                "  echo \"SUMMARIZE outcomes\" | parapet query out/india-s400 -"
            })
    static final class Ask extends Base {
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
    static final class Found extends Base {
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
            footer = {"", "Example:", "  parapet digest out/india-s400"})
    static final class Hash extends Base {
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
