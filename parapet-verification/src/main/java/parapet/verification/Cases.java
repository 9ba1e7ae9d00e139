package parapet.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads reference cases, one JSON object a line; empty lines are passed over.
///
/// Bad input never throws: every line that is not a case becomes a [Problem], and the rest is read.
public final class Cases {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final List<String> KEYS =
            List.of("id", "model", "title", "source", "method", "inputs", "expected", "tolerance");
    private static final String MODELS = "cases.jsonl";

    private Cases() {}

    /// What was read.
    ///
    /// @param cases in the order of the lines
    /// @param problems in the order of the lines; empty if all is well
    public record Read(List<Case> cases, List<Problem> problems) {
        public Read {
            cases = List.copyOf(cases);
            problems = List.copyOf(problems);
        }
    }

    /// Why a line is no case.
    ///
    /// @param line from 1; 0 if the file itself cannot be read
    /// @param column from 1; 0 if it is not known
    /// @param message what was expected and what was found
    public record Problem(int line, int column, String message) {}

    /// The cases that this module carries: those of the exact models, then those of the scenarios.
    public static List<Case> carried() {
        var all = new ArrayList<Case>(carried(MODELS));
        for (String scenario : Chains.carriedScenarios()) {
            all.addAll(carried("chain/" + scenario + "/expected.jsonl"));
        }
        return List.copyOf(all);
    }

    private static List<Case> carried(String resource) {
        try (InputStream in = Cases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource (%s) is missing.".formatted(resource));
            }
            Read read = read(new InputStreamReader(in, StandardCharsets.UTF_8));
            if (!read.problems().isEmpty()) {
                throw new IllegalStateException(
                        "The cases (%s) have problems (%s).".formatted(resource, read.problems()));
            }
            return read.cases();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Cases of a file in UTF-8.
    public static Read read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            return new Read(List.of(), List.of(unreadable(0, e)));
        }
    }

    /// Cases of a text; the reader is not closed.
    public static Read read(Reader reader) {
        var cases = new ArrayList<Case>();
        var problems = new ArrayList<Problem>();
        var lineOfId = new HashMap<String, Integer>();
        var buffered = new BufferedReader(reader);
        int number = 0;
        try {
            for (String line = buffered.readLine(); line != null; line = buffered.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (text.isBlank()) {
                    continue;
                }
                var here = new Line(number, problems);
                Case one = here.parse(text);
                if (one == null) {
                    continue;
                }
                Integer before = lineOfId.putIfAbsent(one.id(), number);
                if (before == null) {
                    cases.add(one);
                } else {
                    here.problem(
                            "expected a unique id; \"%s\" is also the id of line %d"
                                    .formatted(one.id(), before));
                }
            }
        } catch (IOException e) {
            problems.add(unreadable(number + 1, e));
        }
        return new Read(cases, problems);
    }

    private static Problem unreadable(int line, IOException e) {
        return new Problem(
                line,
                0,
                "expected a readable text file in UTF-8, one JSON object a line; found %s"
                        .formatted(e));
    }

    /// One line, and where its problems go.
    private record Line(int number, List<Problem> problems) {
        void problem(String message) {
            problems.add(new Problem(number, 0, message));
        }

        @Nullable Case parse(String text) {
            int before = problems.size();
            JsonNode node;
            try {
                node = JSON.readTree(text);
            } catch (JacksonException e) {
                int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
                problems.add(
                        new Problem(
                                number,
                                StrictMath.max(0, column),
                                "expected one JSON object; found " + e.getOriginalMessage()));
                return null;
            }
            if (!node.isObject()) {
                problem("expected one JSON object; found " + found(node));
                return null;
            }
            for (String key : node.propertyNames()) {
                if (!KEYS.contains(key)) {
                    problem(
                            "unknown key \"%s\"; keys known here: %s"
                                    .formatted(key, String.join(", ", KEYS)));
                }
            }
            String id = word(node, "id", true);
            String model = word(node, "model", true);
            String title = word(node, "title", false);
            String source = word(node, "source", false);
            String method = node.has("method") ? word(node, "method", true) : null;
            var inputs = fields(node, "inputs");
            var expected = fields(node, "expected");
            if (node.path("expected").isObject() && node.path("expected").isEmpty()) {
                problem("expected at least one output in \"expected\"; found none");
            }
            Tolerance tolerance = tolerance(node.path("tolerance"));
            return problems.size() > before || tolerance == null
                    ? null
                    : new Case(
                            id,
                            model,
                            title,
                            source,
                            method,
                            new Value.Fields(inputs),
                            expected,
                            tolerance);
        }

        private String word(JsonNode node, String key, boolean needed) {
            JsonNode child = node.path(key);
            if (child.isString() && !(needed && child.stringValue().isBlank())) {
                return child.stringValue();
            }
            if (needed || !child.isMissingNode()) {
                problem("expected a text at \"%s\"; found %s".formatted(key, found(child)));
            }
            return "";
        }

        private SequencedMap<String, Value> fields(JsonNode node, String key) {
            JsonNode child = node.path(key);
            if (child.isObject() && value(child, key) instanceof Value.Fields(var map)) {
                return map;
            }
            if (!child.isObject()) {
                problem("expected an object at \"%s\"; found %s".formatted(key, found(child)));
            }
            return new LinkedHashMap<>();
        }

        private @Nullable Value value(JsonNode node, String where) {
            if (node.isNumber()) {
                double x =
                        node.isBigInteger() || node.isBigDecimal()
                                ? node.decimalValue().doubleValue()
                                : node.doubleValue();
                if (Double.isFinite(x)) {
                    return new Value.Num(x);
                }
                problem("expected a number below 1e308 at \"%s\"".formatted(where));
                return null;
            }
            if (node.isString()) {
                return new Value.Word(node.stringValue());
            }
            if (node.isBoolean()) {
                return new Value.Flag(node.booleanValue());
            }
            if (node.isArray()) {
                var list = new ArrayList<Value>();
                for (int i = 0; i < node.size(); i++) {
                    Value one = value(node.path(i), where + "[" + i + "]");
                    if (one == null) {
                        return null;
                    }
                    list.add(one);
                }
                return new Value.Listing(list);
            }
            if (node.isObject()) {
                var map = new LinkedHashMap<String, Value>();
                for (Map.Entry<String, JsonNode> e : node.properties()) {
                    Value one = value(e.getValue(), where + "." + e.getKey());
                    if (one == null) {
                        return null;
                    }
                    map.put(e.getKey(), one);
                }
                return new Value.Fields(map);
            }
            problem(
                    "expected a number, text, true, false, list or object at \"%s\"; found %s"
                            .formatted(where, found(node)));
            return null;
        }

        private @Nullable Tolerance tolerance(JsonNode node) {
            if (!node.isObject() || node.isEmpty()) {
                problem(
                        "expected relative, absolute or both at \"tolerance\"; found "
                                + (node.isObject() ? "none" : found(node)));
                return null;
            }
            double relative = 0;
            double absolute = 0;
            String because = "";
            for (Map.Entry<String, JsonNode> e : node.properties()) {
                if (e.getKey().equals("because") && e.getValue().isString()) {
                    because = e.getValue().stringValue();
                    continue;
                }
                double x = e.getValue().isNumber() ? e.getValue().doubleValue() : -1;
                if (!(x >= 0 && x < Double.POSITIVE_INFINITY)) {
                    problem(
                            "expected a number of 0 or more at \"tolerance.%s\"; found %s"
                                    .formatted(e.getKey(), found(e.getValue())));
                    return null;
                }
                switch (e.getKey()) {
                    case "relative" -> relative = x;
                    case "absolute" -> absolute = x;
                    default -> {
                        problem(
                                "unknown key \"tolerance.%s\"; known here: relative, absolute, because"
                                        .formatted(e.getKey()));
                        return null;
                    }
                }
            }
            return new Tolerance(relative, absolute, because);
        }

        private static String found(JsonNode node) {
            if (node.isMissingNode()) {
                return "nothing";
            }
            String text = node.toString();
            return text.length() <= 40 ? text : text.substring(0, 37) + "...";
        }
    }
}
