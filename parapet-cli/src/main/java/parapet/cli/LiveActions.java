package parapet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.SchemaWriter;
import parapet.io.results.RunException;
import parapet.io.results.WholeFile;
import parapet.io.text.Diagnostics;
import parapet.scenario.Realiser;

/// The commands that need an engine.
final class LiveActions implements Actions {
    private static final List<String> FIRST = List.of("scenario.yaml", "sources.csv", "claims.csv");

    @Override
    public int create(Options.New options, Console console) {
        Path folder = options.folder();
        try {
            if (Files.exists(folder)) {
                throw RunException.input(
                        folder + " exists already: nothing there has been touched.",
                        "Choose a folder that is not there yet.");
            }
            Files.createDirectories(folder);
            for (String name : FIRST) {
                try (InputStream in = LiveActions.class.getResourceAsStream("first/" + name)) {
                    if (in == null) {
                        throw new IllegalStateException(
                                "The file (%s) is missing in this build.".formatted(name));
                    }
                    Files.copy(in, folder.resolve(name));
                }
            }
        } catch (IOException e) {
            throw RunException.work(
                    "The scenario cannot be written to " + folder + ".",
                    String.valueOf(e.getMessage()),
                    e);
        }
        console.line("A small scenario is in " + folder + ". Next:");
        console.line("  parapet check " + folder);
        console.line("  parapet run " + folder);
        return 0;
    }

    @Override
    public int check(Options.Check options, Console console) {
        int exit = 0;
        for (Path folder : options.scenarios()) {
            ReadResult read = ScenarioReader.read(folder);
            if (!read.diagnostics().isEmpty()) {
                console.problems(Diagnostics.render(read.diagnostics()));
            }
            long errors = read.errors();
            long warnings = read.diagnostics().size() - errors;
            if (errors > 0 || read.scenario() == null) {
                exit = 2;
                console.line(
                        "%s: %s, %s"
                                .formatted(
                                        folder,
                                        count(errors, "error"),
                                        count(warnings, "warning")));
            } else {
                console.line(
                        "%s: no error, %s; %s, %s, %s"
                                .formatted(
                                        folder,
                                        count(warnings, "warning"),
                                        count(read.plans().size(), "plan"),
                                        count(read.scenarioOrThrow().claims().size(), "claim"),
                                        "evidence as of "
                                                + (options.asOf() == null
                                                        ? Realiser.lastDay(read.scenarioOrThrow())
                                                        : options.asOf())));
            }
        }
        return exit;
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    @Override
    public int explain(Options.Explain options, Console console) {
        return ExplainJob.explain(options, console);
    }

    @Override
    public int claim(Options.Claim options, Console console) {
        return ClaimJob.claim(options, console);
    }

    @Override
    public int run(Options.Run options, Console console) {
        return RunJob.run(options, console);
    }

    @Override
    public int merge(Options.Merge options, Console console) {
        return RunJob.merge(options, console);
    }

    @Override
    public int coverage(Options.Coverage options, Console console) {
        return CoverageJob.coverage(options, console);
    }

    @Override
    public int raid(Options.Raid options, Console console) {
        return RaidJob.raid(options, console);
    }

    @Override
    public int sustain(Options.Sustain options, Console console) {
        return SustainJob.sustain(options, console);
    }

    @Override
    public int verify(Options.Verify options, Console console) {
        return VerifyJob.verify(options, console);
    }

    @Override
    public int schema(Options.Schema options, Console console) {
        String schema = SchemaWriter.write();
        Path out = options.out();
        if (out == null) {
            console.print(schema);
            return 0;
        }
        try {
            WholeFile.write(out, schema.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw RunException.work(
                    "The schema cannot be written to " + out + ".",
                    String.valueOf(e.getMessage()),
                    e);
        }
        console.line("Schema of scenario files: " + out);
        return 0;
    }
}
