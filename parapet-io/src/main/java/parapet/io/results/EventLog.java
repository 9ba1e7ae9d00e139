package parapet.io.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import parapet.engage.BattleEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The record of a battle as a file of JSON lines: a first line that says which battle it is, then
/// one line for each [BattleEvent], its kind under `event` and its fields under their names.
public final class EventLog {
    /// Kind and version, under `log` in the first line.
    public static final String FORMAT = "parapet-battle/1";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Map<String, Class<?>> KINDS = new LinkedHashMap<>();

    static {
        for (Class<?> kind : BattleEvent.class.getPermittedSubclasses()) {
            KINDS.put(word(kind), kind);
        }
    }

    private EventLog() {}

    /// Which battle is written down.
    ///
    /// @param raid key of the raid or family
    /// @param plan key of the plan
    /// @param draw draw, from 0
    /// @param seed seed of all chance
    /// @param ready keys of the units and groups that are ready
    public record Head(String raid, String plan, int draw, long seed, List<String> ready) {
        public Head {
            ready = List.copyOf(ready);
        }
    }

    /// Kinds of events as they are written, such as `channel-free`.
    public static List<String> kinds() {
        return List.copyOf(KINDS.keySet());
    }

    private static String word(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /// Writes a record; its folder must be there.
    ///
    /// @param events the events in order
    public static void write(Path file, Head head, List<BattleEvent> events) throws IOException {
        WholeFile.make(
                file,
                beside -> {
                    try (Writer to = Files.newBufferedWriter(beside)) {
                        ObjectNode first = MAPPER.createObjectNode();
                        first.put("log", FORMAT);
                        first.put("raid", head.raid());
                        first.put("plan", head.plan());
                        first.put("draw", head.draw());
                        first.put("seed", head.seed());
                        var ready = first.putArray("ready");
                        head.ready().forEach(ready::add);
                        to.write(first + "\n");
                        for (BattleEvent event : events) {
                            to.write(node(event) + "\n");
                        }
                    }
                });
    }

    private static ObjectNode node(BattleEvent event) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("event", word(event.getClass()));
        for (RecordComponent c : event.getClass().getRecordComponents()) {
            try {
                node.set(c.getName(), MAPPER.valueToTree(c.getAccessor().invoke(event)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return node;
    }

    /// Reads a record.
    ///
    /// @param events gets every event in order
    /// @return which battle it is
    /// @throws IllegalArgumentException if a line is not one of a record
    public static Head read(Path file, Consumer<? super BattleEvent> events) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            JsonNode head = parse(first == null ? "" : first, 1);
            if (!head.path("log").asString("").equals(FORMAT)) {
                throw new IllegalArgumentException(
                        "The first line of (%s) does not say %s.".formatted(file, FORMAT));
            }
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.accept(event(line, ++number));
            }
            return new Head(
                    value(head, 1, "raid", String.class).asString(),
                    value(head, 1, "plan", String.class).asString(),
                    value(head, 1, "draw", int.class).asInt(),
                    value(head, 1, "seed", long.class).asLong(),
                    value(head, 1, "ready", List.class)
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        }
    }

    private static JsonNode parse(String line, int number) {
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Line (%d) is not JSON.".formatted(number), e);
        }
    }

    private static BattleEvent event(String line, int number) {
        JsonNode node = parse(line, number);
        Class<?> kind = KINDS.get(node.path("event").asString(""));
        if (kind == null) {
            throw new IllegalArgumentException("Line (%d) is no event.".formatted(number));
        }
        RecordComponent[] parts = kind.getRecordComponents();
        var values = new Object[parts.length];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = value(node, number, parts[i].getName(), parts[i].getType());
            values[i] = MAPPER.treeToValue(value, parts[i].getType());
        }
        Class<?>[] types =
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (BattleEvent) kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A value of a line.
    private static JsonNode value(JsonNode line, int number, String name, Class<?> type) {
        JsonNode value = line.path(name);
        if (!is(value, type)) {
            throw new IllegalArgumentException(
                    "Line (%d) has no (%s) that is a (%s): (%s)."
                            .formatted(number, name, type.getSimpleName(), value));
        }
        return value;
    }

    private static boolean is(JsonNode value, Class<?> type) {
        if (type == String.class) {
            return value.isString();
        }
        if (type == List.class) {
            return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
        }
        if (type == boolean.class) {
            return value.isBoolean();
        }
        if (type == double.class) {
            return value.isNumber();
        }
        return value.isIntegralNumber()
                && (type == int.class ? value.canConvertToInt() : value.canConvertToLong());
    }
}
