package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.Dated;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// A figure in which a plan and a date are chosen, the reference and the last date first.
public final class PlanDateFigure {
    private final Parts parts;

    public PlanDateFigure(Results results) {
        this.parts = new Parts(results);
    }

    private static String key(Dated row) {
        return row.plan() + "|" + row.day();
    }

    /// Rows by plan and date, in the order of both choices.
    public static <R extends Dated> Map<String, List<R>> byVariant(List<R> rows) {
        Map<String, List<R>> byVariant = new LinkedHashMap<>();
        rows.forEach(row -> byVariant.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row));
        return byVariant;
    }

    /// Choices of plan and date.
    public List<Figure.Choice> choices(List<? extends Dated> rows) {
        Set<String> plans = new LinkedHashSet<>();
        Set<LocalDate> days = new TreeSet<LocalDate>().descendingSet();
        for (Dated row : rows) {
            plans.add(row.plan());
            days.add(row.day());
        }
        return List.of(
                parts.planChoice(parts.ordered(plans)),
                new Figure.Choice(
                        "Date",
                        false,
                        days.stream()
                                .map(day -> new Figure.Option(day.toString(), Say.month(day)))
                                .toList()));
    }

    /// Draws one variant of a figure.
    public interface Variant<R extends Dated> {
        /// Options of the panels by panel, and the rows of the table, of some rows of the answer.
        List<Table.Row> draw(List<R> rows, List<Map<String, Object>> panels);
    }

    /// One panel: its title and height.
    public record Panel(String title, int height) {}

    /// The figure, one variant for each plan and date.
    ///
    /// @param <R> rows of the answer
    public <R extends Dated> Block figure(
            String id,
            String title,
            String reading,
            List<R> rows,
            List<Panel> panels,
            List<Column> columns,
            Variant<R> variant) {
        Map<String, List<R>> byVariant = byVariant(rows);
        List<Figure.Choice> choices = choices(rows);
        List<Map<String, Map<String, Object>>> options = new ArrayList<>();
        panels.forEach(panel -> options.add(new LinkedHashMap<>()));
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        for (Figure.Option plan : choices.getFirst().options()) {
            for (Figure.Option day : choices.getLast().options()) {
                String key = plan.key() + "|" + day.key();
                List<Map<String, Object>> drawn = new ArrayList<>();
                List<Table.Row> table = variant.draw(byVariant.getOrDefault(key, List.of()), drawn);
                for (int i = 0; i < panels.size(); i++) {
                    options.get(i).put(key, drawn.get(i));
                }
                tables.put(key, Parts.plain(table));
                first = first.isEmpty() ? table : first;
            }
        }
        List<Figure.Panel> shown = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            shown.add(
                    new Figure.Panel(
                            id + "-chart-" + i,
                            panel.title,
                            panel.height,
                            panel.title.isEmpty() ? title : title + ": " + panel.title,
                            options.get(i)));
        }
        return new Block.Chart(
                new Figure(
                        id,
                        title,
                        Text.of(reading),
                        choices,
                        shown,
                        new Table(id + "-table", title, columns, first),
                        tables));
    }
}
