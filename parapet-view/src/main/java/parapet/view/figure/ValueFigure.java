package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.view.chart.ValueChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Metric;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// What more money buys: extra cost of every package against targets stopped and units ready.
public final class ValueFigure {
    private final Results results;
    private final SkyNumbers sky;
    private final List<String> packages;

    /// @param packages plans, the reference first
    public ValueFigure(Results results, List<String> packages) {
        this.results = results;
        this.sky = new SkyNumbers(results);
        this.packages = packages;
    }

    /// The letter of a package, in its table and in the figure.
    public static String letter(List<String> packages, String plan) {
        int index = packages.indexOf(plan);
        return index < 26 ? String.valueOf((char) ('A' + index)) : Integer.toString(index + 1);
    }

    public List<Block> blocks(LocalDate date) {
        Metric cost = sky.cost();
        Metric ready = sky.ready(date);
        if (cost == null || packages.size() < 2) {
            return List.of(Block.quiet("There are no packages to be weighed by cost."));
        }
        List<String> raids =
                sky.raids().stream()
                        .filter(raid -> sky.metric("leaked", raid, date).isPresent())
                        .toList();
        Map<String, Map<String, Object>> stopped = new LinkedHashMap<>();
        Map<String, Map<String, Object>> stands = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Figure.Option> options = new ArrayList<>();
        List<Table.Row> first = List.of();
        for (String raid : raids) {
            String metric = sky.metric("leaked", raid, date).orElseThrow().key();
            ValueChart chart = chart(cost, metric, -1, "targets stopped more");
            options.add(new Figure.Option(raid, results.nameOf("raid", raid)));
            stopped.put(raid, chart.option());
            if (ready != null) {
                stands.put(raid, chart(cost, ready.key(), 1, results.units() + " ready").option());
            }
            List<Table.Row> rows = rows(cost, metric, chart);
            tables.put(raid, Parts.plain(rows));
            first = first.isEmpty() ? rows : first;
        }
        if (stopped.isEmpty()) {
            return List.of();
        }
        String title = "What more money buys, in %s".formatted(Say.month(date));
        List<Figure.Panel> panels = new ArrayList<>();
        panels.add(
                new Figure.Panel(
                        "value-stopped",
                        "Targets stopped more",
                        330,
                        "Extra cost against targets stopped more",
                        stopped));
        if (!stands.isEmpty()) {
            panels.add(
                    new Figure.Panel(
                            "value-ready",
                            Say.words(results.units()) + " ready more",
                            330,
                            "Extra cost against " + results.units() + " ready",
                            stands));
        }
        return List.of(
                new Block.Chart(
                        new Figure(
                                "value",
                                title,
                                Text.of(
                                        "Letters as in the table above; the reference stands at zero. Cross: 95 % intervals of the paired differences. Dashed: the efficient front, the most that a sum of money buys among these packages; blue packages lie on it, grey ones are dominated: another costs no more and gives as much or more, by the means. A cross that meets the front says that chance may have decided."),
                                List.of(new Figure.Choice("Raid", false, options)),
                                panels,
                                new Table(
                                        "value-table",
                                        title + ": paired differences to the reference",
                                        List.of(
                                                Column.words("Package"),
                                                Column.number("Money, 95 % interval"),
                                                Column.number("Targets stopped more"),
                                                Column.words("Judged by the means")),
                                        first),
                                tables)));
    }

    private ValueChart chart(Metric cost, String gain, int sign, String yName) {
        String unit = cost.unit();
        List<ValueChart.Point> points = new ArrayList<>();
        for (String plan : packages) {
            if (plan.equals(results.reference)) {
                points.add(
                        new ValueChart.Point(
                                letter(packages, plan),
                                0,
                                0,
                                0,
                                0,
                                results.planName(plan) + " (reference)"));
                continue;
            }
            Difference money = results.toReference(plan, cost.key());
            Difference d = results.toReference(plan, gain);
            if (money == null || d == null || !Double.isFinite(money.mean() + d.mean())) {
                continue;
            }
            points.add(
                    new ValueChart.Point(
                            letter(packages, plan),
                            money.mean(),
                            finite(money.half()),
                            sign * d.mean(),
                            finite(d.half()),
                            "%s  %s\n%s: %s ± %s\ncost: %s"
                                    .formatted(
                                            letter(packages, plan),
                                            results.planName(plan),
                                            yName,
                                            Say.signed(sign * d.mean()),
                                            Say.number(d.half()),
                                            Say.difference(money.mean(), unit))));
        }
        return new ValueChart("extra cost, " + unit, yName, points);
    }

    private static double finite(double half) {
        return Double.isFinite(half) ? half : 0;
    }

    private List<Table.Row> rows(Metric cost, String metric, ValueChart chart) {
        List<String> front = chart.front().stream().map(ValueChart.Point::letter).toList();
        String unit = cost.unit();
        return chart.points().stream()
                .map(p -> {
                    String plan =
                            packages.stream()
                                    .filter(key -> letter(packages, key).equals(p.letter()))
                                    .findFirst()
                                    .orElse(results.reference);
                    Difference money = results.toReference(plan, cost.key());
                    Difference d = results.toReference(plan, metric);
                    return Table.Row.of(
                            Cell.of(p.letter() + "  " + results.planName(plan)),
                            money == null
                                    ? Cell.of("0")
                                    : Cell.of(
                                            Say.difference(money.mean(), unit),
                                            Say.differenceRange(
                                                    money.mean() - money.half(),
                                                    money.mean() + money.half(),
                                                    unit)),
                            d == null
                                    ? Cell.of("0")
                                    : Cell.of(
                                            Say.signed(-d.mean()),
                                            Say.differenceRange(
                                                    -d.mean() - d.half(),
                                                    -d.mean() + d.half(),
                                                    "")),
                            Cell.of(front.contains(p.letter()) ? "efficient" : "dominated"));
                })
                .toList();
    }
}
