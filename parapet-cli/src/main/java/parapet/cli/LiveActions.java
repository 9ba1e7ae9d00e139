package parapet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.ReadResult;
import parapet.io.ScenarioReader;
import parapet.io.SchemaWriter;
import parapet.io.results.Render;
import parapet.io.results.RunException;
import parapet.io.results.WholeFile;
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
        console.result("folder", folder.toString());
        console.line("A small scenario is in " + folder + ". Next:");
        console.line("  parapet check " + folder);
        console.line("  parapet run " + folder);
        return 0;
    }

    @Override
    public int check(Options.Check options, Console console) {
        int exit = 0;
        var checked = new ArrayList<Map<String, @Nullable Object>>();
        for (Path folder : options.scenarios()) {
            ReadResult read = CheckedGround.of(folder, ScenarioReader.read(folder));
            console.problems(read.diagnostics(), options.all());
            boolean ok = read.errors() == 0 && read.scenario() != null;
            exit = ok ? exit : 2;
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("scenario", folder.toString());
            one.put("ok", ok);
            one.put("errors", read.errors());
            one.put("warnings", read.diagnostics().size() - read.errors());
            if (ok) {
                one.put("plans", read.plans().size());
                one.put("claims", read.scenarioOrThrow().claims().size());
                one.put(
                        "asOf",
                        String.valueOf(
                                options.asOf() == null
                                        ? Realiser.lastDay(read.scenarioOrThrow())
                                        : options.asOf()));
            }
            checked.add(one);
            if (console.format() != Format.JSON) {
                console.line(words(folder, read, one, ok));
            }
        }
        console.result("scenarios", checked);
        return exit;
    }

    private static String words(
            Path folder, ReadResult read, Map<String, @Nullable Object> one, boolean ok) {
        long errors = read.errors();
        long warnings = read.diagnostics().size() - errors;
        return ok
                ? "%s: no error, %s; %s, %s, evidence as of %s"
                        .formatted(
                                folder,
                                count(warnings, "warning"),
                                count(read.plans().size(), "plan"),
                                count(read.scenarioOrThrow().claims().size(), "claim"),
                                one.get("asOf"))
                : "%s: %s, %s"
                        .formatted(folder, count(errors, "error"), count(warnings, "warning"));
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
    public int score(Options.Score options, Console console) {
        return ScoreJob.score(options, console);
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
            if (console.format() == Format.JSON) {
                console.result("schema", new Render.Raw(schema));
            } else {
                console.print(schema);
            }
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
        console.result("file", out.toString());
        console.line("Schema of scenario files: " + out);
        return 0;
    }
}
