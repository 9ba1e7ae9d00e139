package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;

/// A figure of which some choices pick a variant: every combination of their options is drawn, with
/// a title that says what it finds.
final class Variants {
    private final String id;
    private final List<Figure.Choice> choices;

    /// One variant.
    ///
    /// @param title what it finds
    /// @param options option trees, one for each panel
    /// @param rows rows of the table
    /// @param height height that it needs; 0 for that of its panels
    record Drawn(
            String title, List<Map<String, Object>> options, List<Table.Row> rows, int height) {
        /// A variant for which its panels are high enough.
        Drawn(String title, List<Map<String, Object>> options, List<Table.Row> rows) {
            this(title, options, rows, 0);
        }
    }

    /// Draws one variant.
    interface Draw {
        /// The variant of some chosen keys, one for each choice.
        Drawn of(List<String> chosen);
    }

    /// A panel: its anchor, its title and its least height.
    record Panel(String id, String title, int height) {
        /// A panel with an anchor by its place.
        Panel(String title, int height) {
            this("", title, height);
        }
    }

    /// @param id anchor of the figure
    /// @param choices choices, each with an option or more
    Variants(String id, List<Figure.Choice> choices) {
        this.id = id;
        this.choices = choices;
    }

    /// A figure whose table is named after it, with the title of the first variant.
    Block figure(String reading, List<Panel> panels, List<Column> columns, Draw draw) {
        return figure(reading, panels, new Table(id + "-table", "", columns, List.of()), draw);
    }

    /// A figure.
    ///
    /// @param table anchor, caption and columns of its table; without a caption it has the title of
    ///   the first variant
    Block figure(String reading, List<Panel> panels, Table table, Draw draw) {
        List<List<String>> keys = new ArrayList<>();
        keys.add(List.of());
        for (Figure.Choice choice : choices) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> key : keys) {
                for (Figure.Option option : choice.options()) {
                    List<String> next = new ArrayList<>(key);
                    next.add(option.key());
                    longer.add(next);
                }
            }
            keys = longer;
        }
        var titles = new LinkedHashMap<String, String>();
        var tables = new LinkedHashMap<String, List<Table.Row>>();
        List<Map<String, Map<String, Object>>> options = new ArrayList<>();
        panels.forEach(panel -> options.add(new LinkedHashMap<>()));
        int height = 0;
        for (List<String> chosen : keys) {
            String key = String.join("|", chosen);
            Drawn drawn = draw.of(chosen);
            titles.put(key, drawn.title);
            tables.put(key, drawn.rows);
            height = Math.max(height, drawn.height);
            for (int i = 0; i < panels.size(); i++) {
                options.get(i).put(key, drawn.options.get(i));
            }
        }
        List<Figure.Panel> shown = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            shown.add(
                    new Figure.Panel(
                            panel.id.isEmpty() ? id + "-chart-" + i : panel.id,
                            panel.title,
                            Math.max(panel.height, height),
                            options.get(i)));
        }
        String first = String.join("|", keys.getFirst());
        return new Block.Chart(
                new Figure(
                        id,
                        titles,
                        Text.of(reading),
                        choices,
                        shown,
                        new Table(
                                table.id(),
                                table.caption().isEmpty()
                                        ? titles.getOrDefault(first, "")
                                        : table.caption(),
                                table.columns(),
                                tables.getOrDefault(first, List.of())),
                        tables));
    }
}
