package parapet.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What the commands share. A command is its options, its help text, and the call of what does the
/// work: [ScenarioCommands], [ClaimCommand], [RunCommands], [ScoreCommand], [ResultCommands],
/// [SkyCommands], [SustainCommand].
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
}
