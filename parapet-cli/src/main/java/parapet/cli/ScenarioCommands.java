package parapet.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that make, check and explain a scenario.
final class ScenarioCommands {
    private ScenarioCommands() {}

    @Command(
            name = "new",
            description = "Make a small scenario to start from.",
            footer = {
                "",
                "Example:",
                "  parapet new north    then: parapet check north; parapet run north"
            })
    static final class New extends Commands.Base {
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
                "  parapet check scenarios/full",
                "  parapet check scenarios/* --format json"
            })
    static final class Check extends Commands.Base {
        @Parameters(
                arity = "1..*",
                paramLabel = "SCENARIO",
                description = "Scenario folders.",
                converter = ScenarioFolder.class)
        private List<Path> scenarios = new ArrayList<>();

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "Use only claims known by then.")
        private @Nullable LocalDate asOf;

        @Option(names = "--all", description = "List each warning, not one of each kind.")
        private boolean all;

        private final Actions actions;

        Check(Actions actions, Console console) {
            super(console);
            this.actions = actions;
        }

        @Override
        public Integer call() {
            return actions.check(new Options.Check(List.copyOf(scenarios), asOf, all), console());
        }
    }

    @Command(
            name = "explain",
            description =
                    "Show where a number comes from: its claims, the range used, and who uses it.",
            footer = {"", "Example:", "  parapet explain scenarios/full contract-price"})
    static final class Explain extends Commands.Base {
        @Parameters(
                index = "0",
                paramLabel = "SCENARIO",
                description = "Scenario folder.",
                converter = ScenarioFolder.class)
        private Path scenario = Path.of("");

        @Parameters(
                index = "1..*",
                arity = "0..*",
                paramLabel = "KEY",
                description =
                        "Key of a quantity or of a claim (default: every quantity is listed).")
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
            name = "schema",
            description = "Show the JSON Schema of scenario files, for editors.",
            footer = {"", "Example:", "  parapet schema --out scenario.schema.json"})
    static final class Schema extends Commands.Base {
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
}
