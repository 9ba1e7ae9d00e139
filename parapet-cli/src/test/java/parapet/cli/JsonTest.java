package parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every command in every outcome shows one JSON document with `--format json`, and nothing else on
/// the standard output.
class JsonTest {
    private static final Path ROOT = Path.of(System.getProperty("parapet.root", ".."));

    @TempDir Path folder;

    /// One call and what must come of it.
    private record Call(int exit, String holds, List<String> words) {
        static Call of(int exit, String holds, String... words) {
            return new Call(exit, holds, List.of(words));
        }
    }

    private Path scenario(String name, String... edits) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        try (var files = Files.list(ROOT.resolve("scenarios/full"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                for (int i = 0; i < edits.length; i += 2) {
                    text = text.replace(edits[i], edits[i + 1]);
                }
                Files.writeString(to.resolve(String.valueOf(file.getFileName())), text);
            }
        }
        return to;
    }

    /// The document that a call shows.
    private static JsonNode json(Call call) {
        var shown = new Shown();
        var words = new ArrayList<>(call.words);
        if (!words.contains("--format")) {
            words.addAll(List.of("--format", "json"));
        }
        int code = Parapet.run(shown.console, new LiveActions(), words.toArray(String[]::new));
        String said = String.join(" ", words) + "\n" + shown.out() + shown.err();
        assertThat(code).as(said).isEqualTo(call.exit);
        try {
            JsonNode node = JsonMapper.shared().readTree(shown.out());
            assertThat(node.path("command").asString()).as(said).isEqualTo(words.getFirst());
            assertThat(node.path("exit").asInt()).as(said).isEqualTo(code);
            assertThat(node.path("problems").isArray()).as(said).isTrue();
            assertThat(node.path("notes").isArray()).as(said).isTrue();
            if (call.exit != 0) {
                JsonNode first = node.path("problems").path(0);
                for (JsonNode each : node.path("problems")) {
                    first = each.path("severity").asString().equals("error") ? each : first;
                }
                assertThat(first.path("severity").asString()).as(said).isEqualTo("error");
                assertThat(first.path("message").asString()).as(said).isNotEmpty();
                for (String key : List.of("file", "line", "column", "expected", "found", "cure")) {
                    assertThat(first.has(key)).as(said + key).isTrue();
                }
            }
            if (!call.holds.isEmpty()) {
                assertThat(node.has(call.holds)).as(said).isTrue();
            }
            return node;
        } catch (JacksonException e) {
            throw new AssertionError(said, e);
        }
    }

    @Test
    void everyCommandInEveryOutcome() throws IOException {
        String good = scenario("good").toString();
        String bad =
                scenario("bad", "life: {assume: 12 year", "life: {assume: \"1,2 year\"").toString();
        String out = folder.resolve("out").toString();
        String run = folder.resolve("out/good").toString();
        String none = folder.resolve("none").toString();
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        calls.put(
                "new",
                List.of(
                        Call.of(0, "folder", "new", folder.resolve("fresh").toString()),
                        Call.of(2, "", "new", good),
                        Call.of(2, "", "new"),
                        Call.of(1, "", "new", good + "/scenario.yaml/x")));
        calls.put(
                "check",
                List.of(
                        Call.of(0, "scenarios", "check", good),
                        Call.of(2, "scenarios", "check", good, bad, none),
                        Call.of(2, "", "check", good, "--as-of", "yesterday")));
        calls.put(
                "explain",
                List.of(
                        Call.of(0, "quantities", "explain", good, "programme.contracts", "p1"),
                        Call.of(2, "", "explain", good, "nothing-such"),
                        Call.of(2, "", "explain", bad, "p1"),
                        Call.of(2, "", "explain", good, "p1", "--colour")));
        calls.put(
                "claim",
                List.of(
                        Call.of(
                                0,
                                "added",
                                "claim",
                                good,
                                "--of",
                                "nowhere",
                                "--statement",
                                "S",
                                "--value",
                                "5",
                                "--unit",
                                "month",
                                "--kind",
                                "assumption"),
                        Call.of(
                                2,
                                "",
                                "claim",
                                good,
                                "--of",
                                "nowhere",
                                "--statement",
                                "S",
                                "--value",
                                "1,5",
                                "--unit",
                                "month",
                                "--kind",
                                "assumption"),
                        Call.of(2, "", "claim", none, "--statement", "S"),
                        Call.of(2, "", "claim", good)));
        calls.put(
                "run",
                List.of(
                        Call.of(0, "digest", "run", good, "--quick", "--out", out),
                        Call.of(0, "state", "run", good, "--quick", "--out", out),
                        Call.of(0, "state", "run", good, "--quick", "--out", out, "--shard", "1/1"),
                        Call.of(2, "", "run", bad, "--out", out),
                        Call.of(2, "", "run", good, "--plan", "no-such", "--out", out),
                        Call.of(2, "", "run", good, "--threads", "1,5")));
        calls.put(
                "merge",
                List.of(
                        Call.of(0, "digest", "merge", good, run + ".shard-1-of-1", "--out", out),
                        Call.of(2, "", "merge", good, none, "--out", out),
                        Call.of(2, "", "merge", good)));
        calls.put(
                "compare",
                List.of(
                        Call.of(0, "title", "compare", run, run),
                        Call.of(2, "", "compare", run, "a", "b"),
                        Call.of(2, "", "compare", run)));
        calls.put(
                "query",
                List.of(
                        Call.of(0, "rows", "query", run, "SELECT 1 AS one"),
                        Call.of(2, "", "query", run, "SELECT nothing"),
                        Call.of(2, "", "query", none, "SELECT 1"),
                        Call.of(2, "", "query", run)));
        calls.put(
                "runs",
                List.of(
                        Call.of(0, "rows", "runs", out),
                        Call.of(0, "rows", "runs", good),
                        Call.of(2, "", "runs", none),
                        Call.of(2, "", "runs", out, "--top")));
        calls.put(
                "digest",
                List.of(
                        Call.of(0, "rows", "digest", run),
                        Call.of(2, "", "digest", none),
                        Call.of(2, "", "digest")));
        calls.put(
                "sustain",
                List.of(
                        Call.of(0, "title", "sustain", good, "--draws", "2"),
                        Call.of(0, "title", "sustain", good, "--draws", "2", "--slip", "12"),
                        Call.of(
                                0,
                                "title",
                                "sustain",
                                good,
                                "--draws",
                                "2",
                                "--optimise",
                                "spares",
                                "--budget",
                                "5 million USD"),
                        Call.of(
                                0,
                                "title",
                                "sustain",
                                good,
                                "--draws",
                                "2",
                                "--optimise",
                                "repair"),
                        Call.of(
                                0,
                                "title",
                                "sustain",
                                good,
                                "--draws",
                                "2",
                                "--optimise",
                                "places",
                                "--item",
                                "depot",
                                "--plan",
                                "depot"),
                        Call.of(
                                0,
                                "title",
                                "sustain",
                                good,
                                "--draws",
                                "2",
                                "--optimise",
                                "opening",
                                "--item",
                                "depot",
                                "--plan",
                                "depot"),
                        Call.of(
                                0,
                                "title",
                                "sustain",
                                good,
                                "--draws",
                                "2",
                                "--optimise",
                                "last-buy",
                                "--item",
                                "radar"),
                        Call.of(2, "", "sustain", good, "--section", "no-such"),
                        Call.of(2, "", "sustain", bad),
                        Call.of(2, "", "sustain", good, "--slip", "1,5")));
        calls.put(
                "coverage",
                List.of(
                        Call.of(0, "areas", "coverage", good),
                        Call.of(0, "areas", "coverage", good, "--out", out),
                        Call.of(2, "", "coverage", good, "--of", "no-such"),
                        Call.of(2, "", "coverage", bad),
                        Call.of(2, "", "coverage")));
        calls.put(
                "raid",
                List.of(
                        Call.of(0, "classes", "raid", good, "--draws", "2"),
                        Call.of(0, "mend", "raid", good, "--draws", "2", "--section", "mend"),
                        Call.of(
                                0,
                                "log",
                                "raid",
                                good,
                                "--draws",
                                "1",
                                "--raid",
                                "visit",
                                "--log",
                                folder.resolve("visit.jsonl").toString()),
                        Call.of(
                                1,
                                "",
                                "raid",
                                good,
                                "--draws",
                                "1",
                                "--raid",
                                "visit",
                                "--log",
                                good + "/scenario.yaml/x"),
                        Call.of(2, "", "raid", good, "--draw", "1"),
                        Call.of(2, "", "raid", good, "--log", "x.jsonl"),
                        Call.of(2, "", "raid", good, "--raid", "no-such"),
                        Call.of(2, "", "raid", bad),
                        Call.of(2, "", "raid", good, "--draws", "0")));
        calls.put(
                "why",
                List.of(
                        Call.of(0, "rows", "why", run),
                        Call.of(0, "story", "why", run, "visit-1"),
                        Call.of(0, "rows", "why", run, "--raid", "visit"),
                        Call.of(0, "story", "why", run, "visit-1", "--draw", "1"),
                        Call.of(2, "", "why", run, "visit-1", "--scenario", bad),
                        Call.of(2, "", "why", run, "visit-1", "--draw", "99999"),
                        Call.of(2, "", "why", run, "--raid", "no-such"),
                        Call.of(2, "", "why", run, "visit-9999", "--draw", "1"),
                        Call.of(2, "", "why", run, "visit-9999"),
                        Call.of(2, "", "why", none),
                        Call.of(2, "", "why")));
        calls.put(
                "export",
                List.of(
                        Call.of(
                                0,
                                "files",
                                "export",
                                run,
                                "--format",
                                "json",
                                "--table",
                                "estimates"),
                        Call.of(2, "", "export", run, "--format", "json", "--table", "no-such"),
                        Call.of(2, "", "export", none, "--format", "json"),
                        Call.of(2, "", "export", run, "--format", "json", "--colour")));
        Path cases = folder.resolve("cases.json");
        Files.writeString(cases, "{\"cases\": 5}");
        calls.put(
                "verify",
                List.of(
                        Call.of(2, "", "verify", "--cases", cases.toString()),
                        Call.of(2, "", "verify", "--cases")));
        Path record = folder.resolve("record.csv");
        Files.writeString(
                record,
                "class,month,launched,shot_down\na,2024-01,9,3\na,2024-02,8,4\na,2024-03,7,1\n");
        Path badRecord = folder.resolve("bad.csv");
        Files.writeString(badRecord, "class,month,launched,shot_down\na,2024-1,9,3\n");
        calls.put(
                "score",
                List.of(
                        Call.of(0, "scores", "score", record.toString()),
                        Call.of(0, "detail", "score", record.toString(), "--detail"),
                        Call.of(2, "", "score", record.toString(), "--from", "2025-01"),
                        Call.of(2, "", "score", record.toString(), "--from", "January"),
                        Call.of(2, "", "score", badRecord.toString()),
                        Call.of(2, "", "score", none),
                        Call.of(2, "", "score")));
        calls.put(
                "schema",
                List.of(
                        Call.of(0, "schema", "schema"),
                        Call.of(0, "file", "schema", "--out", folder.resolve("s.json").toString()),
                        Call.of(1, "", "schema", "--out", none + "/x/s.json"),
                        Call.of(2, "", "schema", "--colour")));
        calls.put("help", List.of(Call.of(0, "lines", "help", "run")));

        assertThat(calls.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Parapet.commandLine(new Shown().console, new LiveActions())
                                .getSubcommands()
                                .keySet());
        for (Map.Entry<String, List<Call>> e : calls.entrySet()) {
            for (Call call : e.getValue()) {
                json(
                        e.getKey().equals("help")
                                ? new Call(
                                        call.exit,
                                        call.holds,
                                        List.of("run", "--help", "--format", "json"))
                                : call);
            }
            if (!List.of("help", "export").contains(e.getKey())) {
                json(new Call(0, "lines", List.of(e.getKey(), "--help")));
            }
        }
    }

    @Test
    void warningsStandInsideAndQuietSilencesThem() throws IOException {
        String odd =
                scenario(
                                "odd",
                                "plans:\n",
                                "plans:\n  idle: {changes: [{set: support.sites.base.active, to: true}]}\n")
                        .toString();
        JsonNode node = json(Call.of(0, "scenarios", "check", odd));
        assertThat(node.path("problems").path(0).path("severity").asString()).isEqualTo("warning");
        assertThat(node.path("problems").path(0).path("line").asInt()).isPositive();
        assertThat(json(Call.of(0, "scenarios", "check", odd, "-q")).path("problems")).isEmpty();
    }
}
