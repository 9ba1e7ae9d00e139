package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import parapet.view.chart.ValueChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Metric;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// What more money buys: extra cost of every package against units ready, and against what is kept
/// or stopped of a raid. A package of which the model knows no gain stands in no chart of value.
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

    /// One gain that money may buy.
    private record Gain(String key, String label, Metric metric, String unit) {}

    public List<Block> blocks(LocalDate date) {
        Metric cost = sky.cost();
        if (cost == null || packages.size() < 2) {
            return List.of(Block.quiet("There are no packages to be weighed by cost."));
        }
        List<Gain> gains = gains(date);
        if (gains.isEmpty()) {
            return List.of();
        }
        List<String> only = packages.stream().filter(p -> onlyCosts(p, gains)).toList();
        List<String> shown = packages.stream().filter(p -> !only.contains(p)).toList();
        var choice =
                new Figure.Choice(
                        "Gain",
                        "",
                        gains.stream().map(g -> new Figure.Option(g.key, g.label)).toList());
        return List.of(
                new Variants("value", List.of(choice))
                        .figure(
                                reading(only),
                                List.of(new Variants.Panel("value-chart", "", 380)),
                                new Table(
                                        "value-table",
                                        "Extra money and what it gives, paired with the reference, ± the noise of the simulation",
                                        List.of(
                                                Column.words("Package"),
                                                Column.number("Extra money", cost.unit()),
                                                Column.number("Gain"),
                                                Column.words("Judged by the means")),
                                        List.of()),
                                chosen ->
                                        gains.stream()
                                                .filter(g -> g.key.equals(chosen.getFirst()))
                                                .findFirst()
                                                .map(g -> draw(cost, g, shown))
                                                .orElseThrow()));
    }

    private Variants.Drawn draw(Metric cost, Gain gain, List<String> shown) {
        ValueChart chart = chart(cost, gain, shown);
        return new Variants.Drawn(
                "%s: no package here buys more for the money than %s"
                        .formatted(
                                gain.label,
                                Say.listed(
                                        chart.front().stream()
                                                .map(p -> "“%s”".formatted(p.name()))
                                                .toList())),
                List.of(chart.option()),
                rows(cost, gain, shown, chart));
    }

    private String reading(List<String> only) {
        return "The reference stands at zero. Crosses: noise of the simulation (95 %%). Dashed: the most that a sum of money buys among these packages; grey packages are dominated: another costs no more and gives as much or more, by the means.%s"
                .formatted(
                        only.isEmpty()
                                ? ""
                                : " Not drawn, because the model knows nothing that they clearly give: %s."
                                        .formatted(
                                                Say.listed(
                                                        only.stream()
                                                                .map(results::quoted)
                                                                .toList())));
    }

    private List<Gain> gains(LocalDate date) {
        List<Gain> gains = new ArrayList<>();
        results.last("ready-unit-years")
                .ifPresent(m ->
                        gains.add(
                                new Gain(
                                        "ready",
                                        "Ready %s-years".formatted(results.unit),
                                        m,
                                        results.unit + "-years")));
        for (String raid : sky.raids()) {
            String name = "“%s”".formatted(results.nameOf("raid", raid));
            Metric kept = sky.metric("kept", raid, date).orElse(null);
            Metric stopped = sky.metric("stopped", raid, date).orElse(null);
            if (kept != null) {
                gains.add(new Gain(raid, "Value kept, " + name, kept, "points"));
            } else if (stopped != null) {
                gains.add(new Gain(raid, "Targets stopped, " + name, stopped, "points"));
            }
        }
        return gains;
    }

    /// Whether a package costs more and clearly gives nothing that is measured.
    private boolean onlyCosts(String plan, List<Gain> gains) {
        if (plan.equals(results.reference)) {
            return false;
        }
        return gains.stream()
                .map(g -> results.toReference(plan, g.metric.key()))
                .noneMatch(d -> d != null && d.clear() && d.mean() > 0);
    }

    private ValueChart chart(Metric cost, Gain gain, List<String> shown) {
        List<ValueChart.Point> points = new ArrayList<>();
        for (String plan : shown) {
            if (plan.equals(results.reference)) {
                points.add(
                        new ValueChart.Point(results.planName(plan), 0, 0, 0, 0, "the reference"));
                continue;
            }
            Difference money = results.toReference(plan, cost.key());
            Difference d = results.toReference(plan, gain.metric.key());
            if (money != null && d != null && Double.isFinite(money.mean() + d.mean())) {
                points.add(
                        new ValueChart.Point(
                                results.planName(plan),
                                money.mean(),
                                finite(money.half()),
                                d.mean(),
                                finite(d.half()),
                                "%s\n%s: %s ± %s\ncost: %s"
                                        .formatted(
                                                results.planName(plan),
                                                gain.label,
                                                Say.signed(d.mean()),
                                                Say.number(d.half()),
                                                Say.difference(money.mean(), cost.unit()))));
            }
        }
        return new ValueChart("extra cost, " + cost.unit(), gain.unit, points);
    }

    private static double finite(double half) {
        return Double.isFinite(half) ? half : 0;
    }

    private List<Table.Row> rows(Metric cost, Gain gain, List<String> shown, ValueChart chart) {
        List<String> front = chart.front().stream().map(ValueChart.Point::name).toList();
        List<String> drawn = chart.points().stream().map(ValueChart.Point::name).toList();
        return shown.stream()
                .map(plan -> {
                    String name = results.planName(plan);
                    return Table.Row.of(
                            Cell.of(name),
                            cell(plan, cost.key(), cost.unit()),
                            cell(plan, gain.metric.key(), ""),
                            Cell.of(
                                    !drawn.contains(name)
                                            ? "–"
                                            : front.contains(name) ? "efficient" : "dominated"));
                })
                .toList();
    }

    private Cell cell(String plan, String metric, String unit) {
        if (plan.equals(results.reference)) {
            return Cell.of("0").with(0);
        }
        Difference d = results.toReference(plan, metric);
        return d == null || !Double.isFinite(d.mean())
                ? Cell.of("–")
                : Cell.of(Say.difference(d.mean(), unit), "± " + Say.number(d.half()))
                        .with(d.mean(), d.mean() - d.half(), d.mean() + d.half());
    }
}
