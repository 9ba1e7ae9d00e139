package parapet.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps what the commands ask for.
final class ActionsRecorder implements Actions {
    final List<Object> calls = new ArrayList<>();
    boolean quiet;
    Format format = Format.TEXT;
    @Nullable RuntimeException failure;

    private int call(Object options, Console console) {
        calls.add(options);
        quiet = console.quiet();
        format = console.format();
        if (failure != null) {
            throw failure;
        }
        return 0;
    }

    @Override
    public int sustain(Options.Sustain options, Console console) {
        return call(options, console);
    }

    @Override
    public int create(Options.New options, Console console) {
        return call(options, console);
    }

    @Override
    public int check(Options.Check options, Console console) {
        return call(options, console);
    }

    @Override
    public int explain(Options.Explain options, Console console) {
        return call(options, console);
    }

    @Override
    public int claim(Options.Claim options, Console console) {
        return call(options, console);
    }

    @Override
    public int run(Options.Run options, Console console) {
        return call(options, console);
    }

    @Override
    public int merge(Options.Merge options, Console console) {
        return call(options, console);
    }

    @Override
    public int coverage(Options.Coverage options, Console console) {
        return call(options, console);
    }

    @Override
    public int raid(Options.Raid options, Console console) {
        return call(options, console);
    }

    @Override
    public int score(Options.Score options, Console console) {
        return call(options, console);
    }

    @Override
    public int verify(Options.Verify options, Console console) {
        return call(options, console);
    }

    @Override
    public int schema(Options.Schema options, Console console) {
        return call(options, console);
    }
}
