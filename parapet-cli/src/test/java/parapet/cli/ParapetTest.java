package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.io.results.Manifest;
import parapet.io.results.ResultWriter;
import parapet.io.results.RunBuild;
import parapet.io.results.RunException;
import parapet.io.results.RunInfo;
import parapet.quantity.FiscalYears;
import parapet.study.rows.EstimateRow;
import parapet.study.rows.MetricRow;
import parapet.study.rows.OutcomeRow;
import parapet.study.rows.PlanRow;
import parapet.tables.Rows;

class ParapetTest {
    @TempDir Path folder;

    private final Shown shown = new Shown();
    private final ActionsRecorder recorder = new ActionsRecorder();

    @Test
    void runPassesWhatWasAskedFor() {
        int code =
                run(
                        "run",
                        "scenarios/first",
                        "--out",
                        "x",
                        "--seed",
                        "7",
                        "--threads",
                        "3",
                        "--quick",
                        "--as-of",
                        "2024-07",
                        "--plan",
                        "a",
                        "--plan",
                        "b",
                        "--shard",
                        "2/3",
                        "--fresh",
                        "--audit",
                        "full",
                        "--quiet",
                        "--format",
                        "json");
        assertThat(code).isEqualTo(0);
        assertThat(recorder.calls)
                .containsExactly(
                        new Options.Run(
                                Path.of("scenarios/first"),
                                Path.of("x"),
                                7L,
                                3,
                                true,
                                LocalDate.of(2024, 7, 31),
                                List.of("a", "b"),
                                new Options.Shard(2, 3),
                                true,
                                Options.Audit.FULL,
                                null));
        assertThat(((Options.Run) recorder.calls.getFirst()).folder())
                .isEqualTo(Path.of("x/first"));
        assertThat(recorder.quiet).isTrue();
        assertThat(recorder.format).isEqualTo(Format.JSON);
    }

    @Test
    void theOtherCommandsPassWhatWasAskedFor() {
        assertThat(run("new", "north")).isEqualTo(0);
        assertThat(run("check", "a", "b")).isEqualTo(0);
        assertThat(run("explain", "a", "price", "slip", "--as-of", "2023")).isEqualTo(0);
        assertThat(
                        run(
                                "claim",
                                "a",
                                "--add",
                                "--of",
                                "price",
                                "--value",
                                "5",
                                "--publisher",
                                "ANI"))
                .isEqualTo(0);
        assertThat(run("merge", "a", "s1", "s2", "--threads", "1")).isEqualTo(0);
        assertThat(run("verify", "--strict")).isEqualTo(0);
        assertThat(run("schema")).isEqualTo(0);
        assertThat(recorder.calls)
                .containsExactly(
                        new Options.New(Path.of("north")),
                        new Options.Check(List.of(Path.of("a"), Path.of("b")), null, false),
                        new Options.Explain(
                                Path.of("a"), List.of("price", "slip"), LocalDate.of(2023, 12, 31)),
                        new Options.Claim(
                                Path.of("a"),
                                Options.Claim.Edit.ADD,
                                Map.of("of", "price", "value", "5"),
                                Map.of("publisher", "ANI")),
                        new Options.Merge(
                                Path.of("a"),
                                List.of(Path.of("s1"), Path.of("s2")),
                                Path.of("out"),
                                1),
                        new Options.Verify(null, true),
                        new Options.Schema(null));
    }

    @Test
    void theCommandsAboutTheSkyPassWhatWasAskedFor() {
        assertThat(
                        run(
                                "coverage",
                                "a",
                                "--plan",
                                "p",
                                "--ready",
                                "x,y",
                                "--of",
                                "drone",
                                "--out",
                                "o",
                                "--section",
                                "edges"))
                .isEqualTo(0);
        assertThat(
                        run(
                                "raid",
                                "a",
                                "--raid",
                                "r",
                                "--draws",
                                "7",
                                "--seed",
                                "3",
                                "--as-of",
                                "2024",
                                "--threads",
                                "3",
                                "--log",
                                "l",
                                "--draw",
                                "5"))
                .isEqualTo(0);
        assertThat(recorder.calls)
                .containsExactly(
                        new Options.Coverage(
                                new Options.Ready(
                                        Path.of("a"),
                                        "p",
                                        List.of("x", "y"),
                                        null,
                                        null,
                                        List.of()),
                                "drone",
                                Path.of("o"),
                                "edges"),
                        new Options.Raid(
                                new Options.Ready(
                                        Path.of("a"),
                                        null,
                                        List.of(),
                                        3L,
                                        LocalDate.of(2024, 12, 31),
                                        List.of()),
                                "r",
                                7,
                                null,
                                3,
                                Path.of("l"),
                                5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu x | unknown command rnu; did you mean run?",
                "run x --fres | unknown option --fres; did you mean --fresh?",
                "run x --outt=y | unknown option --outt; did you mean --out?",
                "run x y | unexpected y",
                "run | missing parameter: 'SCENARIO'",
                "run x --shard 4/3 | --shard: expected i/n with i from 1 to n, such as 2/3; found 4/3",
                "run x --as-of yesterday | --as-of: expected a date such as 2024-07-31, 2024-07 or 2024; found yesterday",
                "run x --audit maybe | --audit: expected one of OFF, NORMAL, FULL; found maybe",
                "run x --threads 0 | --threads must be 1 or more; found 0",
                "run x --seed many | --seed: expected a number such as 12 or 1.5; found \"many\", which does not start with a number",
                "run x --seed 1,5 | --seed: expected a number such as 12 or 1.5; found \"1,5\", in which a comma does not part groups of three digits; write 1.5",
                "run x --threads 1.5 | --threads: expected a whole number; found 1.5",
                "run x --threads 1e12 | --threads: expected a whole number up to 2,147,483,647; found 1e12",
                "run x --half-width NaN | --half-width: expected a number such as 12 or 1.5; found \"NaN\", which is no finite number",
                "sustain x --optimise spares --target 99,5% | --target must be a share such as 95% or 0.95; found 99,5%; write 99.5%",
                "claim x | no claim is given",
                "query r | missing parameter: 'SQL'",
                "raid x --draws 0 | --draws must be 1 or more; found 0",
                "coverage | missing parameter: 'SCENARIO'",
                "why | missing parameter: 'RUN'",
                "export r | missing option",
                "export r --format kml | --format: expected one of TIF, GPKG, CSV, XLSX, JSON; found kml",
                "export r --format tif --table sky | --table needs --format csv, xlsx or json",
                "compare r | RUN PLAN PLAN or RUN RUN is needed; found r",
                "'' | unknown command",
            })
    void wrongWordsAreAnsweredWithWhatIsPossible(String words, String answer) {
        assertThat(run(words.split(" "))).isEqualTo(2);
        assertThat(shown.err()).startsWith("error: parapet");
        assertThat(shown.err()).contains(answer).contains("--help");
        assertThat(shown.err().lines()).hasSize(2);
        assertThat(shown.out()).isEmpty();
        assertThat(recorder.calls).isEmpty();
    }

    @Test
    void helpAndVersion() {
        assertThat(run("--version")).isEqualTo(0);
        assertThat(shown.out()).startsWith("parapet ");
        assertThat(run("--help")).isEqualTo(0);
        assertThat(shown.out()).contains("Exit codes: 0 done", "compare");
        for (String name : Parapet.commandLine(shown.console, recorder).getSubcommands().keySet()) {
            assertThat(run(name, "--help")).as(name).isEqualTo(0);
        }
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void failuresAreOneLineAndACure() {
        recorder.failure = RunException.work("It is full.", "Make room.", null);
        assertThat(run("run", "x")).isEqualTo(1);
        assertThat(shown.err()).isEqualTo("error: It is full.%n  Make room.%n".formatted());

        recorder.failure = RunException.input("It is wrong.", "");
        assertThat(run("run", "x")).isEqualTo(2);

        recorder.failure = new IllegalStateException("two\nlines");
        assertThat(run("run", "x")).isEqualTo(1);
        assertThat(shown.err())
                .contains("error: unexpected IllegalStateException: two lines")
                .contains("CONTRIBUTING.md")
                .doesNotContain("\tat ");
        assertThat(run("run", "x", "--stacktrace")).isEqualTo(1);
        assertThat(shown.err()).contains("\tat parapet.cli.");
    }

    @Test
    void queriesRunsDigestsAndCompares() throws IOException {
        Path first = write("first", 1.0);
        Path second = write("second", 2.0);

        assertThat(
                        run(
                                "query",
                                first.toString(),
                                "SELECT plan FROM plans ORDER BY ord",
                                "--format",
                                "csv"))
                .isEqualTo(0);
        assertThat(take()).isEqualTo("plan\r\nbase\r\nlocal\r\n");
        assertThat(run("query", first.toString(), "SELEC")).isEqualTo(2);
        assertThat(shown.err()).contains("tables here: plans");

        assertThat(run("runs", folder.toString(), "--format", "json")).isEqualTo(0);
        assertThat(take()).contains("\"title\": \"Run first\"", "\"title\": \"Run second\"");

        assertThat(run("compare", first.toString(), "local", "base")).isEqualTo(0);
        assertThat(take()).contains("differences", "Ready squadron-years", "money: none");
        assertThat(run("compare", first.toString(), second.toString(), "--format", "json"))
                .isEqualTo(0);
        assertThat(take())
                .contains(
                        "\"notes\": [\"The scenario differs",
                        "\"claims\": []",
                        "\"difference\": 1.0");
        assertThat(run("compare", first.toString(), "local")).isEqualTo(2);
        assertThat(shown.err()).contains("with what is plan local to be compared?");
        assertThat(run("compare", first.toString(), "local", "base", "--section", "x"))
                .isEqualTo(2);

        assertThat(run("digest", first.toString())).isEqualTo(0);
        assertThat(take()).matches("(?s)[0-9a-f]{64}  .*first\\R");
        Files.copy(
                second.resolve("tables/outcomes.parquet"),
                first.resolve("tables/outcomes.parquet"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("digest", first.toString())).isEqualTo(1);
        assertThat(run("digest", folder.resolve("third").toString())).isEqualTo(2);
    }

    private Path write(String name, double better) {
        Path path = folder.resolve(name);
        try (RunBuild build =
                RunBuild.begin(path, Manifest.whole("inputs of " + name, 1, Map.of()), false)) {
            ResultWriter.Written written;
            try (ResultWriter writer = build.tables()) {
                var rows = new Rows();
                rows.add(new PlanRow("base", 0, "Base", "", "", null, "", true, 0, true));
                rows.add(new PlanRow("local", 1, "Local", "", "", "base", "", false, 0, true));
                rows.add(
                        new MetricRow(
                                "ready",
                                "ready",
                                null,
                                null,
                                null,
                                null,
                                null,
                                "Ready squadron-years",
                                "unit-years",
                                "more"));
                for (String plan : List.of("base", "local")) {
                    double mean = plan.equals("base") ? 1.0 : 1.0 + better;
                    for (int draw = 0; draw < 4; draw++) {
                        rows.add(new OutcomeRow(plan, draw, 0, "ready", mean));
                    }
                    rows.add(
                            new EstimateRow(
                                    plan, "ready", 4, mean, 0.1, mean, mean, mean, mean, mean));
                }
                writer.append(rows);
                written = writer.finish();
            }
            build.complete(
                    new RunInfo(
                            "Run " + name,
                            name,
                            "inputs of " + name,
                            written.digest(),
                            1,
                            4,
                            1,
                            List.of("base", "local"),
                            LocalDate.of(2026, 1, 1),
                            false,
                            "test",
                            written.rows(),
                            0,
                            1,
                            "",
                            Map.of(),
                            new RunInfo.Frame(
                                    "What it is about",
                                    LocalDate.of(2026, 1, 1),
                                    LocalDate.of(2030, 12, 31),
                                    "USD",
                                    "base",
                                    FiscalYears.APRIL)),
                    Map.of());
        }
        return path;
    }

    private String take() {
        String text = shown.out();
        shown.outBytes.reset();
        return text;
    }

    private int run(String... args) {
        shown.errBytes.reset();
        return Parapet.run(shown.console, recorder, args);
    }
}
