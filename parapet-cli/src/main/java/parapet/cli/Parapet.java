package parapet.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parapet.io.results.RunException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `parapet` command.
public final class Parapet {
    private static final String REPORT =
            "This is a fault of Parapet, not of your input. Please report it with the command and the"
                    + " scenario\n(CONTRIBUTING.md, \"Reporting a problem\"); --stacktrace shows where it happened.";

    private Parapet() {}

    /// Runs the command and ends the process with its exit code.
    ///
    /// @param args as on the command line
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // numbers have a point wherever the machine stands
        Console console = Console.ofProcess();
        System.exit(run(console, new LiveActions(), args));
    }

    /// Runs a command.
    ///
    /// @return the exit code
    static int run(Console console, Actions actions, String... args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            console.line(Version.line()); // without setting up the commands, to be quick
            return 0;
        }
        Console shown = json(args) ? console.collecting() : console;
        int code;
        try {
            code = commandLine(shown, actions).execute(args);
        } catch (OutOfMemoryError e) {
            shown.error(
                    "There is not enough memory for this work.",
                    "Use fewer --threads, or give more: PARAPET_JAVA_OPTS=-Xmx8g ./parapet ...");
            code = 1;
        }
        shown.finish(args.length == 0 || args[0].startsWith("-") ? "" : args[0], code);
        return code;
    }

    /// Whether JSON is asked for, known before the command is understood, so that an error in its
    /// options is JSON too.
    private static boolean json(String[] args) {
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            String value =
                    args[i].equals("--format") && i + 1 < args.length
                            ? args[i + 1]
                            : args[i].startsWith("--format=")
                                    ? args[i].substring("--format=".length())
                                    : "";
            if (value.equalsIgnoreCase("json")) {
                return true;
            }
        }
        return false;
    }

    static CommandLine commandLine(Console console, Actions actions) {
        var root = new CommandLine(new Root());
        root.addSubcommand(new ScenarioCommands.New(actions, console));
        root.addSubcommand(new ScenarioCommands.Check(actions, console));
        root.addSubcommand(new ScenarioCommands.Explain(actions, console));
        root.addSubcommand(new ClaimCommand(actions, console));
        root.addSubcommand(new RunCommands.Run(actions, console));
        root.addSubcommand(new RunCommands.Merge(actions, console));
        root.addSubcommand(new ResultCommands.Compared(console));
        root.addSubcommand(new ResultCommands.Ask(console));
        root.addSubcommand(new ResultCommands.Found(console));
        root.addSubcommand(new ResultCommands.Hash(console));
        root.addSubcommand(new SustainCommand(actions, console));
        root.addSubcommand(new SkyCommands.Coverage(actions, console));
        root.addSubcommand(new SkyCommands.Raid(actions, console));
        root.addSubcommand(new SkyCommands.Why(console));
        root.addSubcommand(new SkyCommands.Export(console));
        root.addSubcommand(new ScoreCommand(actions, console));
        root.addSubcommand(new RunCommands.Verify(actions, console));
        root.addSubcommand(new ScenarioCommands.Schema(actions, console));
        root.addSubcommand(new CommandLine.HelpCommand());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setAbbreviatedOptionsAllowed(false);
        root.setUsageHelpWidth(100);
        root.setUsageHelpLongOptionsMaxWidth(32);
        root.registerConverter(Options.Shard.class, Parapet::shard);
        root.registerConverter(LocalDate.class, Parapet::date);
        root.registerConverter(YearMonth.class, Parapet::month);
        root.registerConverter(Options.Decision.class, t -> converted(t, Options.Decision::parse));
        root.registerConverter(Options.Budget.class, t -> converted(t, Options.Budget::parse));
        root.registerConverter(Options.Amount.class, t -> converted(t, Options.Amount::parse));
        for (Class<Integer> type : List.of(int.class, Integer.class)) {
            root.registerConverter(
                    type, t -> converted(t, x -> (int) Options.whole(x, Integer.MAX_VALUE)));
        }
        for (Class<Long> type : List.of(long.class, Long.class)) {
            root.registerConverter(type, t -> converted(t, x -> Options.whole(x, Long.MAX_VALUE)));
        }
        for (Class<Double> type : List.of(double.class, Double.class)) {
            root.registerConverter(type, t -> converted(t, x -> Options.number(x).doubleValue()));
        }
        root.setOut(console.outWriter());
        root.setErr(console.errWriter());
        root.setColorScheme(
                CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF));
        root.setParameterExceptionHandler((e, args) -> wrong(console, e));
        root.setExecutionExceptionHandler((e, line, parsed) -> failed(console, e, line));
        return root;
    }

    @Command(
            name = "parapet",
            description = {
                "What an air-defence programme really buys: which units exist and are ready on each day,",
                "and what each plan costs, with every number traced to its sources."
            },
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "First steps:",
                "  parapet run scenarios/first",
                "  parapet run scenarios/full --quick",
                "",
                "Exit codes: 0 done, 1 the work failed, 2 the input is wrong, 69 no JDK."
            })
    static final class Root implements Runnable {
        @Option(
                names = {"-V", "--version"},
                description = "Show the version.")
        private boolean version;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help.")
        @SuppressWarnings("UnusedVariable") // read by picocli
        private boolean help;

        @Spec private @Nullable CommandSpec spec;

        @Override
        public void run() {
            CommandSpec here = spec;
            if (here == null) {
                return;
            }
            if (version) {
                here.commandLine().getOut().println(Version.line());
                return;
            }
            throw new ParameterException(here.commandLine(), "no command is given");
        }
    }

    /// A date, or the last day of a month or year: `2024-07` is all that was known in July 2024.
    static LocalDate date(String text) {
        try {
            return switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), 12, 31);
                case 7 -> YearMonth.parse(text).atEndOfMonth();
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new TypeConversionException(
                    "expected a date such as 2024-07-31, 2024-07 or 2024; found " + text);
        }
    }

    /// A month such as `2024-01`.
    static YearMonth month(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeParseException e) {
            // told below, with the other mistakes
        }
        throw new TypeConversionException("expected a month such as 2024-01; found " + text);
    }

    private static Options.Shard shard(String text) {
        return converted(text, Options.Shard::parse);
    }

    private static <T> T converted(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static int wrong(Console console, ParameterException e) {
        CommandLine line = e.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        console.error(
                name + ": " + message(e, line), "`" + name + " --help` shows what is possible.");
        return 2;
    }

    private static String message(ParameterException e, CommandLine line) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            boolean option = word.startsWith("-");
            boolean command = !option && line.getParent() == null;
            List<String> known = new ArrayList<>();
            if (option) {
                line.getCommandSpec()
                        .options()
                        .forEach(o -> known.addAll(Arrays.asList(o.names())));
            } else if (command) {
                known.addAll(line.getSubcommands().keySet());
            }
            String bare = option ? word.replaceFirst("=.*$", "") : word;
            Optional<String> meant = Suggest.nearest(bare.toLowerCase(Locale.ROOT), known);
            String what = option ? "unknown option " : command ? "unknown command " : "unexpected ";
            return what + bare + meant.map(m -> "; did you mean " + m + "?").orElse("");
        }
        String text = String.valueOf(e.getMessage());
        if (e instanceof MissingParameterException) {
            return text.replaceFirst("^Missing required", "missing");
        }
        return text.replaceFirst("^Invalid value for option '([^']*)'(?: \\([^)]*\\))?: ", "$1: ")
                .replaceFirst("^Invalid value for positional parameter at index \\S+ ", "")
                .replaceFirst(
                        "\\[([A-Z, ]+)\\] \\(case-insensitive\\) but was '(.*)'", "$1; found $2");
    }

    private static int failed(Console console, Exception e, CommandLine line) {
        boolean trace =
                console.stackTraces()
                        || (line.getCommand() instanceof Commands.Bare bare && bare.stackTrace());
        int code = 1;
        if (e instanceof RunException run) {
            console.error(run.problem(), run.cure());
            code = run.kind() == RunException.Kind.INPUT ? 2 : 1;
        } else {
            String said = e.getMessage() == null ? "" : ": " + e.getMessage();
            console.error(
                    "unexpected "
                            + e.getClass().getSimpleName()
                            + said.replaceAll("\\s*\n\\s*", " "),
                    REPORT);
        }
        if (trace) {
            console.trace(e);
        }
        return code;
    }
}
