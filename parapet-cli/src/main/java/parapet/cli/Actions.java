package parapet.cli;

/// What the commands ask of the engines. Each returns the exit code: 0 done, 1 the work failed, 2
/// the input is wrong. A [parapet.io.results.RunException] is shown as problem and cure.
interface Actions {
    /// A small scenario to start from.
    int create(Options.New options, Console console);

    /// All problems of scenarios.
    int check(Options.Check options, Console console);

    /// Where a number comes from.
    int explain(Options.Explain options, Console console);

    /// A claim into the evidence.
    int claim(Options.Claim options, Console console);

    /// The main job.
    int run(Options.Run options, Console console);

    /// Shards into a run.
    int merge(Options.Merge options, Console console);

    /// The sky of a plan alone.
    int coverage(Options.Coverage options, Console console);

    /// Raids against a ready force alone.
    int raid(Options.Raid options, Console console);

    /// The fleet of a plan alone, and decisions about its support.
    int sustain(Options.Sustain options, Console console);

    /// Forecasts of a record, judged.
    int score(Options.Score options, Console console);

    /// Computed against expected.
    int verify(Options.Verify options, Console console);

    /// JSON Schema of scenario files.
    int schema(Options.Schema options, Console console);
}
