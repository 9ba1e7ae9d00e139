package parapet.cli;

import parapet.io.results.RunException;

/// The commands that need an engine.
final class LiveActions implements Actions {
    @Override
    public int create(Options.New options, Console console) {
        throw absent("new");
    }

    @Override
    public int check(Options.Check options, Console console) {
        throw absent("check");
    }

    @Override
    public int explain(Options.Explain options, Console console) {
        throw absent("explain");
    }

    @Override
    public int claim(Options.Claim options, Console console) {
        throw absent("claim");
    }

    @Override
    public int run(Options.Run options, Console console) {
        throw absent("run");
    }

    @Override
    public int merge(Options.Merge options, Console console) {
        throw absent("merge");
    }

    @Override
    public int verify(Options.Verify options, Console console) {
        throw absent("verify");
    }

    @Override
    public int schema(Options.Schema options, Console console) {
        throw absent("schema");
    }

    private static RunException absent(String command) {
        return RunException.work("`parapet " + command + "` is not in this build.", "", null);
    }
}
