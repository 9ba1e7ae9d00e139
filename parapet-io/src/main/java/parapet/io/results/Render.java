package parapet.io.results;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Show;

/// Columns and rows as text, CSV or JSON.
public final class Render {
    private static final int WIDEST = 90;

    private Render() {}

    /// An aligned table for people: numbers to the right with six significant digits, long texts
    /// cut with an ellipsis, an empty place for nothing.
    public static String text(QueryResult result) {
        int width = result.columns().size();
        boolean[] right = new boolean[width];
        List<List<String>> cells = new ArrayList<>();
        cells.add(result.columns());
        for (List<@Nullable Object> row : result.rows()) {
            List<String> line = new ArrayList<>();
            for (int c = 0; c < width; c++) {
                Object value = row.get(c);
                right[c] |= value instanceof Number;
                line.add(cut(forPeople(value)));
            }
            cells.add(line);
        }
        int[] widths = new int[width];
        for (List<String> line : cells) {
            for (int c = 0; c < width; c++) {
                widths[c] = Math.max(widths[c], length(line.get(c)));
            }
        }
        var text = new StringBuilder();
        for (int l = 0; l < cells.size(); l++) {
            line(text, cells.get(l), widths, right);
            if (l == 0) {
                List<String> rule = new ArrayList<>();
                for (int w : widths) {
                    rule.add("-".repeat(w));
                }
                line(text, rule, widths, right);
            }
        }
        return text.toString();
    }

    private static void line(
            StringBuilder text, List<String> cells, int[] widths, boolean[] right) {
        var line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = cells.get(c);
            String pad = " ".repeat(widths[c] - length(cell));
            line.append(c == 0 ? "" : "  ");
            line.append(right[c] ? pad + cell : cell + pad);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s*[\\r\\n]+\\s*", "; ").replace('\t', ' ');
        return length(line) <= WIDEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static String forPeople(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Double d -> number(d);
            case Float f -> number(f);
            case Boolean b -> b ? "yes" : "no";
            default -> value.toString();
        };
    }

    /// A number for people who compare rows: six significant digits.
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        return Show.digits(value, 6, false);
    }

    /// CSV as in RFC 4180, with all digits of numbers; nothing for null.
    public static String csv(QueryResult result) {
        var text = new StringBuilder();
        record(text, Collections.unmodifiableList(new ArrayList<Object>(result.columns())));
        for (List<@Nullable Object> row : result.rows()) {
            record(text, row);
        }
        return text.toString();
    }

    private static void record(StringBuilder text, List<? extends @Nullable Object> values) {
        for (int c = 0; c < values.size(); c++) {
            if (c > 0) {
                text.append(',');
            }
            Object value = values.get(c);
            String cell = value == null ? "" : value.toString();
            boolean quote =
                    cell.indexOf(',') >= 0
                            || cell.indexOf('"') >= 0
                            || cell.indexOf('\n') >= 0
                            || cell.indexOf('\r') >= 0
                            || (value != null && cell.isEmpty());
            text.append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append("\r\n");
    }

    /// JSON: an array with an object for each row.
    public static String json(QueryResult result) {
        var text = new StringBuilder("[");
        for (int r = 0; r < result.rows().size(); r++) {
            text.append(r == 0 ? "\n" : ",\n").append("  {");
            List<@Nullable Object> row = result.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                text.append(c == 0 ? "" : ", ");
                quote(text, result.columns().get(c));
                text.append(": ");
                value(text, row.get(c));
            }
            text.append('}');
        }
        return text.append(result.rows().isEmpty() ? "]\n" : "\n]\n").toString();
    }

    /// A text that is JSON already.
    ///
    /// @param json the text
    public record Raw(String json) {}

    /// Any value as JSON: maps, lists, texts, numbers, flags; anything else by its words. Numbers
    /// that JSON cannot say are null.
    public static String json(@Nullable Object value) {
        var text = new StringBuilder();
        value(text, value);
        return text.append('\n').toString();
    }

    private static void value(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case Boolean b -> text.append(b.booleanValue());
            case Double d -> text.append(Double.isFinite(d) ? d.toString() : "null");
            case Float f -> text.append(Float.isFinite(f) ? f.toString() : "null");
            case Long n -> text.append(n.longValue());
            case Integer n -> text.append(n.intValue());
            case Short n -> text.append(n.shortValue());
            case Byte n -> text.append(n.byteValue());
            case BigInteger n -> text.append(n);
            case BigDecimal n -> text.append(n.toPlainString());
            case QueryResult table -> text.append(json(table).strip());
            case Raw raw -> text.append(raw.json.strip());
            case Map<?, ?> map -> {
                String comma = "{";
                for (var entry : map.entrySet()) {
                    text.append(comma);
                    quote(text, String.valueOf(entry.getKey()));
                    text.append(": ");
                    value(text, entry.getValue());
                    comma = ", ";
                }
                text.append(map.isEmpty() ? "{}" : "}");
            }
            case Iterable<?> list -> {
                String comma = "[";
                for (Object one : list) {
                    text.append(comma);
                    value(text, one);
                    comma = ", ";
                }
                text.append(comma.equals("[") ? "[]" : "]");
            }
            default -> quote(text, value.toString());
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
