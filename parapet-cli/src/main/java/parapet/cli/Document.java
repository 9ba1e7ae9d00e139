package parapet.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Render;
import parapet.io.text.Diagnostic;

/// The one JSON document that a command shows with `--format json`, whatever comes of it: the
/// command, its exit code and outcome, problems with place and cure, remarks, and its results. May
/// be used from several threads.
final class Document {
    private final List<Map<String, @Nullable Object>> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, @Nullable Object> results = new LinkedHashMap<>();

    /// A part of the result; notes join the others.
    synchronized void result(String key, @Nullable Object value) {
        if (key.equals("notes") && value instanceof Iterable<?> more) {
            more.forEach(note -> notes.add(String.valueOf(note)));
            return;
        }
        String name = key;
        for (int n = 2; results.containsKey(name); n++) {
            name = key + n;
        }
        results.put(name, value);
    }

    /// A line of the result, in words.
    synchronized void line(String text) {
        if (!text.isBlank()) {
            lines.add(text.strip());
        }
    }

    synchronized void note(String text) {
        notes.add(text);
    }

    /// A problem without a place in a file.
    synchronized void error(String message, String cure) {
        problems.add(problem("error", null, null, null, message, null, null, cure, ""));
    }

    synchronized void problem(Diagnostic d) {
        problems.add(
                problem(
                        d.isError() ? "error" : "warning",
                        d.file(),
                        d.line(),
                        d.column(),
                        d.message(),
                        d.expected(),
                        d.found(),
                        String.join("\n", d.notes()),
                        d.kind()));
    }

    private static Map<String, @Nullable Object> problem(
            String severity,
            @Nullable String file,
            @Nullable Integer line,
            @Nullable Integer column,
            String message,
            @Nullable String expected,
            @Nullable String found,
            String cure,
            String kind) {
        var problem = new LinkedHashMap<String, @Nullable Object>();
        problem.put("severity", severity);
        problem.put("file", file);
        problem.put("line", line);
        problem.put("column", column);
        problem.put("message", message);
        problem.put("expected", expected);
        problem.put("found", found);
        problem.put("cure", cure.isBlank() ? null : cure.strip());
        problem.put("kind", kind.isEmpty() ? null : kind);
        return problem;
    }

    /// The document as text.
    ///
    /// @param command name of the command, empty when none was given
    /// @param code exit code
    synchronized String text(String command, int code) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("command", command);
        all.put("exit", code);
        all.put("outcome", code == 0 ? "done" : code == 2 ? "wrong input" : "failed");
        all.put("problems", problems);
        all.put("notes", notes);
        results.forEach((key, value) -> all.put(all.containsKey(key) ? key + "2" : key, value));
        if (!lines.isEmpty()) {
            all.put("lines", lines);
        }
        return Render.json((Object) all);
    }
}
