package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.Results;
import parapet.view.read.ShareFigureRows.Share;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// The share of targets stopped on the first night of a raid, by class: with and without close-in
/// layers where the scenario compares them, else of all packages.
public final class ShareFigure {
    private static final String ALL = "";
    private static final int MOST_ROWS = 24;

    private final Results results;
    private final SkyNumbers sky;

    public ShareFigure(Results results) {
        this.results = results;
        this.sky = new SkyNumbers(results);
    }

    public List<Block> blocks(String raid) {
        List<String> layers = sky.layers();
        Set<String> wanted = new LinkedHashSet<>();
        wanted.add(results.reference);
        wanted.addAll(layers.isEmpty() ? sky.packages() : layers);
        List<String> plans = List.copyOf(wanted);
        List<Share> rows = results.query.rows(Share.class, raid, plans);
        Map<LocalDate, List<Share>> byDay = new TreeMap<LocalDate, List<Share>>().descendingMap();
        for (Share row : rows) {
            byDay.computeIfAbsent(row.day(), k -> new ArrayList<>()).add(row);
        }
        if (byDay.isEmpty()) {
            return List.of();
        }
        List<Figure.Option> dates = new ArrayList<>();
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        int height = 0;
        for (Map.Entry<LocalDate, List<Share>> of : byDay.entrySet()) {
            String key = of.getKey().toString();
            dates.add(new Figure.Option(key, Say.month(of.getKey())));
            BandDots chart = chart(of.getValue(), plans);
            height = Math.max(height, chart.height());
            variants.put(key, chart.option());
            List<Table.Row> table = table(of.getValue(), plans);
            tables.put(key, Parts.plain(table));
            first = first.isEmpty() ? table : first;
        }
        String id = Say.anchor("share", raid);
        String title =
                "Share of targets stopped on the first night, by class: “%s”"
                        .formatted(results.nameOf("raid", raid));
        return List.of(
                new Block.Chart(
                        new Figure(
                                id,
                                title,
                                Text.of(
                                        "Dot: median; thick bar: 5 of 10 runs; thin bar: 9 of 10 runs. The spread holds both: who is ready on the day, and chance in the battle."
                                                + (plans.size() == 1
                                                        ? ""
                                                        : " A row with the name of a class is of %s; below it, by name, the other plans."
                                                                .formatted(
                                                                        results.quoted(
                                                                                plans
                                                                                        .getFirst())))),
                                List.of(new Figure.Choice("Date", false, dates)),
                                List.of(
                                        new Figure.Panel(
                                                id + "-chart", "", height, title, variants)),
                                new Table(
                                        id + "-table",
                                        title,
                                        List.of(
                                                Column.words("Class of target"),
                                                Column.words("Plan"),
                                                Column.number("Targets, mean"),
                                                Column.number("Stopped, mean, %"),
                                                Column.number("Stopped, 9 of 10 runs, %")),
                                        first),
                                tables)));
    }

    private static List<String> classes(List<Share> rows) {
        Set<String> classes = new LinkedHashSet<>();
        rows.forEach(row -> classes.add(row.target()));
        return List.copyOf(classes);
    }

    private String name(String target) {
        return target.equals(ALL) ? "All targets" : results.nameOf("target", target);
    }

    private BandDots chart(List<Share> rows, List<String> plans) {
        List<String> classes = classes(rows);
        boolean only = classes.size() * plans.size() > MOST_ROWS;
        List<BandDots.Row> bars = new ArrayList<>();
        for (String target : classes) {
            if (only && !target.equals(ALL)) {
                continue;
            }
            for (int i = 0; i < plans.size(); i++) {
                String plan = plans.get(i);
                for (Share row : rows) {
                    if (row.plan().equals(plan) && row.target().equals(target)) {
                        bars.add(
                                new BandDots.Row(
                                        i == 0 ? name(target) : results.planName(plan),
                                        row.quantiles(),
                                        null,
                                        plan.equals(results.reference)
                                                ? "var(--ready)"
                                                : i == plans.size() - 1
                                                        ? "var(--delivered)"
                                                        : "var(--c6)",
                                        "%s: %s\nmedian %s %%\n9 of 10 runs: %s"
                                                .formatted(
                                                        results.planName(plan),
                                                        name(target),
                                                        Say.number(row.q50()),
                                                        Say.range(row.q05(), row.q95(), "%"))));
                    }
                }
            }
        }
        return new BandDots("stopped, %", false, 0.0, bars);
    }

    private List<Table.Row> table(List<Share> rows, List<String> plans) {
        List<Table.Row> table = new ArrayList<>();
        for (String target : classes(rows)) {
            for (String plan : plans) {
                for (Share row : rows) {
                    if (row.plan().equals(plan) && row.target().equals(target)) {
                        table.add(
                                Table.Row.of(
                                        Cell.of(name(target)),
                                        Cell.of(results.planName(plan)),
                                        Cell.of(Say.number(row.threats())),
                                        Cell.of(Say.number(row.mean())),
                                        Cell.of(Say.range(row.q05(), row.q95(), ""))));
                    }
                }
            }
        }
        return table;
    }
}
