package parapet.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The option of commands that compute on several threads. Results do not depend on it.
final class Threads {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private int number = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads (default: all processors).")
    void number(int asked) {
        if (asked < 1 && command != null) {
            throw new ParameterException(
                    command.commandLine(), "--threads must be 1 or more; found " + asked);
        }
        number = asked;
    }

    int number() {
        return number;
    }
}
