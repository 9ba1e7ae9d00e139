package parapet.cli;

import picocli.CommandLine.Option;

/// Options of every command.
class Common {
    @Option(
            names = {"-q", "--quiet"},
            description = "Show results and errors only.")
    private boolean quiet;

    @Option(names = "--stacktrace", description = "Show where a failure happened in the program.")
    private boolean stackTrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    Format format() {
        return Format.TEXT;
    }

    final Console apply(Console console) {
        return console.with(format(), quiet);
    }

    final boolean stackTrace() {
        return stackTrace;
    }

    /// Options of every command that shows results.
    static final class Formatted extends Common {
        @Option(
                names = "--format",
                paramLabel = "text|json|csv",
                description = "How results are shown (default: text).")
        private Format format = Format.TEXT;

        @Override
        Format format() {
            return format;
        }
    }
}
