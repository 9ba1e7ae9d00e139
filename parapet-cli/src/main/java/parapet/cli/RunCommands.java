package parapet.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that compute a whole study: a run, its shards put together, the reference cases.
final class RunCommands {
    private RunCommands() {}

    @Command(
            name = "run",
            description = {
                "Run a scenario: report.html, run.json and result tables in OUT/NAME.",
                "An unfinished run of the same inputs goes on by itself; a finished one says so and ends."
            },
            footer = {
                "",
                "Examples:",
                "  parapet run scenarios/full",
                "  parapet run scenarios/full --quick --plan baseline --plan depot",
                "  parapet run scenarios/full --shard 2/3    then: parapet merge"
            })
    static final class Run extends Commands.Base {
        @Parameters(
                paramLabel = "SCENARIO",
                description = "Scenario folder; or a run, which is computed again as it was.",
                converter = ScenarioFolder.class)
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

        @Mixin private Threads threads = new Threads();

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
            return actions.run(
                    new Options.Run(
                            scenario,
                            out,
                            seed,
                            threads.number(),
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
                "  parapet merge scenarios/full out/full.shard-*",
            })
    static final class Merge extends Commands.Base {
        @Parameters(
                index = "0",
                paramLabel = "SCENARIO",
                description = "Scenario folder.",
                converter = ScenarioFolder.class)
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

        @Mixin private Threads threads = new Threads();

        private final Actions actions;

        Merge(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            return actions.merge(
                    new Options.Merge(scenario, List.copyOf(shards), out, threads.number()),
                    console());
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
    static final class Verify extends Commands.Base {
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
}
