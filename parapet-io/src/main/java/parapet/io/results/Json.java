package parapet.io.results;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parapet.quantity.FiscalYears;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The small JSON files of a run.
final class Json {
    /// Kind and version of `run.json`.
    static final String RUN = "parapet-run/1";

    private static final String CHUNKS = "parapet-chunks/1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static byte[] bytes(ObjectNode node) {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode of(Manifest manifest) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("format", CHUNKS);
        node.put("fingerprint", manifest.fingerprint());
        node.put("chunks", manifest.chunks());
        node.put("shard", manifest.shard());
        node.put("shards", manifest.shards());
        ObjectNode options = node.putObject("options");
        manifest.options().forEach(options::put);
        return node;
    }

    /// @throws IllegalArgumentException if it is not one
    static Manifest manifest(byte[] bytes) {
        JsonNode node = parse(bytes, CHUNKS);
        return new Manifest(
                text(node, "fingerprint"),
                (int) number(node, "chunks"),
                (int) number(node, "shard"),
                (int) number(node, "shards"),
                options(node));
    }

    private static Map<String, String> options(JsonNode node) {
        Map<String, String> options = new TreeMap<>();
        for (var entry : node.path("options").properties()) {
            options.put(entry.getKey(), entry.getValue().asString());
        }
        return options;
    }

    static ObjectNode of(RunInfo run) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("format", RUN);
        node.put("title", run.title());
        node.put("scenario", run.scenario());
        node.put("fingerprint", run.fingerprint());
        node.put("digest", run.digest());
        node.put("seed", run.seed());
        node.put("draws", run.draws());
        node.put("replications", run.replications());
        var plans = node.putArray("plans");
        run.plans().forEach(plans::add);
        node.put("asOf", run.asOf().toString());
        node.put("quick", run.quick());
        node.put("version", run.version());
        ObjectNode tables = node.putObject("tables");
        run.tables().forEach(tables::put);
        node.put("warnings", run.warnings());
        node.put("shards", run.shards());
        node.put("command", run.command());
        ObjectNode options = node.putObject("options");
        run.options().forEach(options::put);
        RunInfo.Frame of = run.frame();
        ObjectNode frame = node.putObject("frame");
        frame.put("about", of.about());
        frame.put("start", of.start().toString());
        frame.put("end", of.end().toString());
        frame.put("currency", of.currency());
        frame.put("reference", of.reference());
        frame.put("fiscalYear", of.fiscalYears().first().getValue());
        return node;
    }

    /// @throws IllegalArgumentException if it is not one
    static RunInfo run(byte[] bytes) {
        JsonNode node = parse(bytes, RUN);
        List<String> plans = new ArrayList<>();
        for (JsonNode plan : required(node, "plans").values()) {
            plans.add(plan.asString());
        }
        Map<String, Long> tables = new LinkedHashMap<>();
        for (var entry : required(node, "tables").properties()) {
            tables.put(entry.getKey(), entry.getValue().asLong());
        }
        JsonNode frame = required(node, "frame");
        try {
            return new RunInfo(
                    text(node, "title"),
                    text(node, "scenario"),
                    text(node, "fingerprint"),
                    text(node, "digest"),
                    number(node, "seed"),
                    (int) number(node, "draws"),
                    (int) number(node, "replications"),
                    plans,
                    LocalDate.parse(text(node, "asOf")),
                    required(node, "quick").asBoolean(),
                    text(node, "version"),
                    tables,
                    (int) number(node, "warnings"),
                    (int) number(node, "shards"),
                    text(node, "command"),
                    options(node),
                    new RunInfo.Frame(
                            text(frame, "about"),
                            LocalDate.parse(text(frame, "start")),
                            LocalDate.parse(text(frame, "end")),
                            text(frame, "currency"),
                            text(frame, "reference"),
                            new FiscalYears(Month.of((int) number(frame, "fiscalYear")))));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day is not a date", e);
        }
    }

    static ObjectNode of(Map<String, ?> values) {
        ObjectNode node = MAPPER.createObjectNode();
        values.forEach((key, value) -> node.set(key, MAPPER.valueToTree(value)));
        return node;
    }

    private static JsonNode parse(byte[] bytes, String format) {
        JsonNode node;
        try {
            node = MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        if (node == null || !node.isObject()) {
            throw new IllegalArgumentException("not a JSON object");
        }
        String found = text(node, "format");
        if (!found.equals(format)) {
            throw new IllegalArgumentException(
                    "format " + found + " where " + format + " is expected");
        }
        return node;
    }

    private static JsonNode required(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = required(node, key);
        if (!value.isString()) {
            throw new IllegalArgumentException(key + " is not a text");
        }
        return value.asString();
    }

    private static long number(JsonNode node, String key) {
        JsonNode value = required(node, key);
        if (!value.canConvertToLong()) {
            throw new IllegalArgumentException(key + " is not a whole number");
        }
        return value.asLong();
    }
}
