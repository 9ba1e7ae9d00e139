package parapet.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parapet.io.results.RunInfo;
import parapet.view.chart.Json;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.words.Say;

/// Charts, titles and the rows of tables as the script reads them. Variants of a chart differ in
/// little, so each but the first holds only what is not as in the first.
record PageData(
        List<Section> sections,
        @Nullable Figure picture,
        Map<String, Object> compare,
        RunInfo info) {

    String json() {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (picture != null) {
            figures.put(picture.id(), figure(picture));
        }
        sections.forEach(section -> walk(section.blocks(), figures));
        return Json.write(
                Json.object(
                        "figures",
                        figures,
                        "compare",
                        compare,
                        "run",
                        Json.object(
                                "scenario", info.scenario(),
                                "version", info.version(),
                                "digest", info.digest(),
                                "draws", info.draws(),
                                "licence", "results of Parapet; figures as in their sources")));
    }

    private static void walk(List<Block> blocks, Map<String, Object> figures) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Chart(Figure figure) -> figures.put(figure.id(), figure(figure));
                case Block.Beside(List<Block> inner) -> walk(inner, figures);
                case Block.Fold(var summary, List<Block> inner) -> walk(inner, figures);
                default -> {}
            }
        }
    }

    private static Map<String, Object> figure(Figure figure) {
        Map<String, Object> panels = new LinkedHashMap<>();
        figure.panels().forEach(panel -> panels.put(panel.id(), variants(panel.variants())));
        return Json.object(
                "panels",
                panels,
                "tables",
                figure.tables().size() > 1 ? tables(figure.tables()) : Map.of(),
                "titles",
                figure.titles(),
                "choices",
                figure.choices().stream()
                        .map(choice ->
                                Json.object(
                                        "shared",
                                        choice.shared(),
                                        "options",
                                        choice.options().stream()
                                                .map(o -> List.of(o.key(), o.label()))
                                                .toList()))
                        .toList());
    }

    /// Tables by choice, cell by cell; a cell of any but the first that is as there is 0.
    private static Map<String, Object> tables(Map<String, List<Table.Row>> tables) {
        Map<String, Object> all = new LinkedHashMap<>();
        List<List<Object>> first = null;
        for (Map.Entry<String, List<Table.Row>> e : tables.entrySet()) {
            List<List<Object>> cells =
                    e.getValue().stream()
                            .map(row -> row.cells().stream().map(PageData::cell).toList())
                            .toList();
            all.put(e.getKey(), first == null ? cells : unlike(first, cells));
            first = first == null ? cells : first;
        }
        return all;
    }

    private static List<List<Object>> unlike(List<List<Object>> first, List<List<Object>> cells) {
        List<List<Object>> rows = new ArrayList<>();
        for (int r = 0; r < cells.size(); r++) {
            List<Object> row = new ArrayList<>(cells.get(r));
            List<Object> there = r < first.size() ? first.get(r) : List.of();
            for (int c = 0; c < Math.min(row.size(), there.size()); c++) {
                if (row.get(c).equals(there.get(c))) {
                    row.set(c, 0);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /// A cell: as numbers where the script can word them, as text alone, or as text, small print,
    /// tone and numbers; a text with links is its pieces, each with where it leads.
    private static Object cell(Table.Cell cell) {
        if (cell.text().spans().stream().anyMatch(span -> !span.href().isEmpty())) {
            return List.of(
                    cell.text().spans().stream()
                            .map(span -> List.of(span.text(), span.href()))
                            .toList(),
                    cell.small(),
                    cell.tone(),
                    Objects.requireNonNullElse(cell.data(), ""));
        }
        String text = cell.text().plain();
        String data = cell.data();
        List<Double> numbers = cell.numbers();
        if (cell.tone().isEmpty() && worded(text, cell.small(), numbers)) {
            return numbers.stream().map(v -> (Object) Json.digits(v, 5)).toList();
        }
        return cell.small().isEmpty() && cell.tone().isEmpty() && data == null
                ? text
                : List.of(text, cell.small(), cell.tone(), Objects.requireNonNullElse(data, ""));
    }

    /// Whether the words of a cell follow from its numbers: a number, and below it its range.
    private static boolean worded(String text, String small, List<Double> numbers) {
        return switch (numbers.size()) {
            case 1 -> small.isEmpty() && text.equals(Say.number(numbers.getFirst()));
            case 3 ->
                    text.equals(Say.number(numbers.getFirst()))
                            && small.equals(Say.range(numbers.get(1), numbers.get(2), ""));
            default -> false;
        };
    }

    private static Map<String, Object> variants(Map<String, Map<String, Object>> variants) {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Object> base = null;
        for (Map.Entry<String, Map<String, Object>> e : variants.entrySet()) {
            Object delta = base == null ? e.getValue() : delta(base, e.getValue());
            all.put(e.getKey(), delta == null ? Map.of() : delta);
            base = base == null ? e.getValue() : base;
        }
        return all;
    }

    /// What a value has that a base has not, null for nothing: an object holds the changed keys,
    /// and under `-` those that are gone; a list of objects as long as that of the base is told by
    /// its changed places under `#`; anything else is told whole, under `=`.
    private static @Nullable Object delta(@Nullable Object base, @Nullable Object value) {
        if (Objects.equals(base, value)) {
            return null;
        }
        if (base instanceof Map<?, ?> a && value instanceof Map<?, ?> b) {
            Map<String, Object> changes = new LinkedHashMap<>();
            b.forEach((key, v) -> {
                Object change = delta(a.get(key), v);
                if (change != null) {
                    changes.put(String.valueOf(key), change);
                }
            });
            List<Object> gone = new ArrayList<>();
            a.keySet().stream().filter(k -> !b.containsKey(k)).forEach(gone::add);
            if (!gone.isEmpty()) {
                changes.put("-", gone);
            }
            return changes;
        }
        if (base instanceof List<?> a
                && value instanceof List<?> b
                && a.size() == b.size()
                && !b.isEmpty()
                && b.stream().allMatch(v -> v instanceof Map<?, ?>)) {
            Map<String, Object> places = new LinkedHashMap<>();
            for (int i = 0; i < b.size(); i++) {
                Object change = delta(a.get(i), b.get(i));
                if (change != null) {
                    places.put(Integer.toString(i), change);
                }
            }
            return Map.of("#", places);
        }
        return Json.object("=", value);
    }
}
