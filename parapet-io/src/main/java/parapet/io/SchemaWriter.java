package parapet.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import parapet.io.shape.Field;
import parapet.io.shape.Shape;
import parapet.io.shape.Shapes;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Measures;
import parapet.scenario.Scenario;
import tools.jackson.databind.json.JsonMapper;

/// Writes the JSON Schema (2020-12) of the scenario language, for editors: meaning, words to choose
/// from, patterns of measures and defaults. It is a help in writing; [ScenarioReader] is the judge.
public final class SchemaWriter {
    private static final String NUMBER = "[-+]?(\\d[\\d,]*)?\\.?\\d+([eE][-+]?\\d+)?";
    private static final String SPAN = "\\s*" + NUMBER + "(\\s*\\.\\.\\s*" + NUMBER + "){0,2}";
    private static final String DATE = "(\\d{4}(-\\d{2}(-\\d{2})?|-Q[1-4])?|FY\\s?\\d{4}-\\d{2})";

    private SchemaWriter() {}

    /// The schema as text, indented, ending with a line feed.
    public static String write() {
        var root = new LinkedHashMap<String, Object>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Parapet scenario, version " + Scenario.SCHEMA);
        root.putAll(group(Shapes.scenario()));
        var definitions = new LinkedHashMap<String, Object>();
        for (Dimension d : Dimension.values()) {
            if (d != Dimension.TEXT) {
                definitions.put(name(d), quantity(d));
            }
        }
        definitions.put("slip", object(Shapes.slipKeys()));
        root.put("$defs", definitions);
        return JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(root)
                        .replace("\r\n", "\n")
                + "\n";
    }

    private static String name(Dimension d) {
        return d.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, Object> group(Shape.Group g) {
        return object(g.fields());
    }

    private static Map<String, Object> object(List<Field> fields) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        List<String> required =
                fields.stream().filter(f -> !f.optional()).map(Field::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        var properties = new LinkedHashMap<String, Object>();
        for (Field f : fields) {
            var property = new LinkedHashMap<String, Object>();
            property.put("description", ReferencePage.meaning(f));
            property.putAll(value(f));
            if (!f.key().otherwise().isBlank()) {
                property.put("default", literal(f));
            }
            if (!f.key().example().isEmpty()) {
                property.put("examples", List.of(f.key().example()));
            }
            properties.put(f.name(), property);
        }
        schema.put("properties", properties);
        return schema;
    }

    private static Object literal(Field f) {
        String text = f.key().otherwise();
        return switch (f.shape()) {
            case Shape.Whole _ -> Long.parseLong(text);
            case Shape.Switch _ -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private static Map<String, Object> value(Field f) {
        Map<String, Object> schema = shape(f.shape(), f);
        return f.optional() ? anyOf(List.of(schema, Map.of("type", "null"))) : schema;
    }

    private static Map<String, Object> shape(Shape shape, Field f) {
        return switch (shape) {
            case Shape.Words _ -> Map.of("type", List.of("string", "number", "boolean"));
            case Shape.Whole w -> {
                var whole = new LinkedHashMap<String, Object>();
                whole.put("type", "integer");
                switch (f.key().range()) {
                    case POSITIVE -> whole.put("minimum", 1);
                    case NOT_NEGATIVE, UNIT -> whole.put("minimum", 0);
                    case ANY -> {}
                }
                if (!w.wide()) {
                    whole.put("maximum", f.key().most());
                }
                yield whole;
            }
            case Shape.Decimal _ -> Map.of("type", "number");
            case Shape.Switch _ -> Map.of("type", "boolean");
            case Shape.Choice c -> Map.of("enum", c.words());
            case Shape.Day _ -> ordered("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$");
            case Shape.Measure _ -> Map.of("$ref", "#/$defs/" + name(f.key().dimension()));
            case Shape.Anything _ -> Map.of();
            case Shape.Group g -> anyOf(withOnly(g, List.of(group(g), file("yaml|yml"))));
            case Shape.ListOf l -> ordered("type", "array", "items", shape(l.element(), f));
            case Shape.TableOf t ->
                    anyOf(
                            List.of(
                                    ordered(
                                            "type",
                                            "object",
                                            "additionalProperties",
                                            entry(t.entry())),
                                    file("csv|yaml|yml")));
            case Shape.Evidence e ->
                    anyOf(
                            List.of(
                                    ordered("type", "object", "additionalProperties", row(e)),
                                    file("csv|yaml|yml")));
        };
    }

    private static Map<String, Object> entry(Shape.Group g) {
        var kinds = new ArrayList<Map<String, Object>>(withOnly(g, List.of(group(g))));
        if (g.fields().stream().allMatch(Field::optional)) {
            kinds.add(Map.of("type", "null"));
        }
        return anyOf(kinds);
    }

    /// A record with one key may be written as the value of that key.
    private static List<Map<String, Object>> withOnly(
            Shape.Group g, List<Map<String, Object>> kinds) {
        Field only = g.only();
        if (only == null) {
            return kinds;
        }
        var more = new ArrayList<>(kinds);
        more.add(shape(only.shape(), only));
        return more;
    }

    private static Map<String, Object> row(Shape.Evidence e) {
        var properties = new LinkedHashMap<String, Object>();
        for (Shape.Column c : e.columns()) {
            var property = new LinkedHashMap<String, Object>();
            property.put("description", c.means());
            if (c.choices().isEmpty()) {
                property.put("type", List.of("string", "number", "null"));
            } else {
                property.put("enum", c.choices());
            }
            property.put("examples", List.of(c.example()));
            properties.put(c.name(), property);
        }
        return ordered("type", "object", "additionalProperties", false, "properties", properties);
    }

    private static Map<String, Object> file(String endings) {
        return ordered(
                "type",
                "string",
                "description",
                "Name of a file of the scenario folder",
                "pattern",
                "\\.(" + endings + ")$");
    }

    private static Map<String, Object> anyOf(List<Map<String, Object>> kinds) {
        return kinds.size() == 1 ? kinds.getFirst() : ordered("anyOf", kinds);
    }

    private static Map<String, Object> quantity(Dimension d) {
        Map<String, Object> measure = measure(d);
        var forms = new ArrayList<Map<String, Object>>();
        forms.add(measure);
        forms.add(
                form(
                        List.of("assume", "because"),
                        ordered(
                                "assume",
                                measure,
                                "because",
                                Map.of("type", "string"),
                                "knownFrom",
                                measure(Dimension.DATE),
                                "before",
                                measure)));
        forms.add(
                form(
                        List.of("claims"),
                        ordered(
                                "claims",
                                Map.of("type", "string"),
                                "law",
                                Map.of("enum", List.of("mixture", "triangular", "uniform", "best")),
                                "use",
                                ordered("type", "array", "items", Map.of("type", "string")),
                                "scale",
                                ordered("type", "number", "exclusiveMinimum", 0),
                                "at",
                                Map.of("type", "string"))));
        if (d == Dimension.DATE) {
            forms.add(
                    form(
                            List.of("foretold", "slip"),
                            ordered(
                                    "foretold",
                                    Map.of("type", "string"),
                                    "slip",
                                    Map.of("$ref", "#/$defs/slip"))));
            forms.add(
                    form(
                            List.of("later", "by"),
                            ordered(
                                    "later",
                                    Map.of("$ref", "#/$defs/date"),
                                    "by",
                                    Map.of("$ref", "#/$defs/duration"))));
        }
        return ordered("description", d.expected(), "anyOf", forms);
    }

    private static Map<String, Object> form(List<String> required, Map<String, Object> properties) {
        return ordered(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                required,
                "properties",
                properties);
    }

    private static Map<String, Object> measure(Dimension d) {
        return switch (d) {
            case COUNT ->
                    ordered(
                            "type",
                            List.of("number", "string"),
                            "pattern",
                            "^" + SPAN + "(\\s*count)?\\s*$");
            case DATE ->
                    ordered(
                            "type",
                            List.of("string", "integer"),
                            "pattern",
                            "^\\s*" + DATE + "(\\s*\\.\\.\\s*" + DATE + ")?\\s*$");
            case MONEY ->
                    ordered(
                            "type",
                            "string",
                            "pattern",
                            "^%s(\\s*(%s))?\\s*[A-Z]{3}\\s*$"
                                    .formatted(
                                            SPAN, String.join("|", Currencies.multiplierNames())));
            case EXCHANGE ->
                    ordered("type", "string", "pattern", "^" + SPAN + "\\s*[A-Z]{3}/[A-Z]{3}\\s*$");
            case TEXT -> Map.of("type", "string");
            default ->
                    ordered(
                            "type",
                            "string",
                            "pattern",
                            "^%s\\s*(%s)\\s*$"
                                    .formatted(
                                            SPAN,
                                            String.join(
                                                    "|",
                                                    Measures.units(d).stream()
                                                            .map(SchemaWriter::escaped)
                                                            .toList())));
        };
    }

    private static String escaped(String unit) {
        return Pattern.compile("[.^$*+?()\\[\\]{}|\\\\]").matcher(unit).replaceAll("\\\\$0");
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }
}
