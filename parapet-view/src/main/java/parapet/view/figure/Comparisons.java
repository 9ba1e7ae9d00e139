package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.ComparisonsRows.Moments;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Metric;
import parapet.view.words.Say;

/// The comparisons of the scenario about one topic: paired differences as a figure with its table,
/// the price of readiness, and the break-even year.
public final class Comparisons {
    private static final String BREAK_EVEN = "break-even-year";

    private final Results results;
    private final Parts parts;
    private final String topic;

    /// The comparisons about `topic`, one of the topics of the table `differences`.
    public Comparisons(Results results, String topic) {
        this.results = results;
        this.parts = new Parts(results);
        this.topic = topic;
    }

    /// All differences about the topic, in the order of the scenario.
    public List<Difference> asked() {
        return results.differences.stream().filter(d -> d.topic().equals(topic)).toList();
    }

    /// The first comparison about the topic, in the metric with a prefix that looks farthest ahead.
    public @Nullable Difference leading(String prefix) {
        Metric metric = results.last(prefix).orElse(null);
        return metric == null
                ? null
                : asked().stream()
                        .filter(d -> d.metric().equals(metric.key()))
                        .findFirst()
                        .orElse(null);
    }

    /// When the leading comparison breaks even, in words; null when there is none.
    public @Nullable String breakEven() {
        return asked().stream()
                .filter(d -> d.metric().equals(BREAK_EVEN))
                .findFirst()
                .map(Comparisons::year)
                .orElse(null);
    }

    private static String year(Difference d) {
        if (d.n() == 0) {
            return "not within the time simulated";
        }
        String years =
                "%d (%d to %d)"
                        .formatted(Math.round(d.p50()), Math.round(d.p05()), Math.round(d.p95()));
        return d.shareBetter() >= 1
                ? years
                : "%s in %s of the draws, else not".formatted(years, Say.percent(d.shareBetter()));
    }

    /// The cost of one more ready unit-year for every comparison, in words.
    public Map<String, String> ratios() {
        Metric ready = results.last("ready-unit-years").orElse(null);
        Metric cost = results.cost().orElse(null);
        Map<String, String> ratios = new LinkedHashMap<>();
        if (ready == null || cost == null) {
            return ratios;
        }
        for (Moments row : results.query.rows(Moments.class, ready.key(), cost.key())) {
            double x = row.x();
            double y = row.y();
            String unit = cost.unit();
            ratios.put(
                    row.comparison(),
                    Fieller.of(row.n(), x, y, row.xx(), row.yy(), row.xy())
                            .map(r ->
                                    x < 0
                                            ? "no gain: fewer ready years"
                                            : y < 0
                                                    ? "none: with the prices put in it gains and saves money"
                                                    : "%s (%s)"
                                                            .formatted(
                                                                    Say.measure(r.value(), unit),
                                                                    Say.range(
                                                                            r.low(), r.high(),
                                                                            unit)))
                            .orElse("not determined: the gain may be none"));
        }
        return ratios;
    }

    public List<Block> blocks() {
        Metric availability = results.last("availability").orElse(null);
        Metric ready = results.last("ready-unit-years").orElse(null);
        Metric cost = results.cost().orElse(null);
        Map<String, Map<String, Difference>> byComparison = new LinkedHashMap<>();
        for (Difference d : asked()) {
            byComparison
                    .computeIfAbsent(d.comparison(), k -> new LinkedHashMap<>())
                    .put(d.metric(), d);
        }
        if (byComparison.isEmpty()) {
            return List.of(Block.quiet("The scenario asks for no such comparison."));
        }
        List<Metric> shown = new ArrayList<>();
        for (Metric metric : new Metric[] {availability, ready, cost}) {
            if (metric != null) {
                shown.add(metric);
            }
        }
        List<Figure.Panel> panels = new ArrayList<>();
        for (Metric metric : shown) {
            List<BandDots.Row> rows = new ArrayList<>();
            String unit = metric.unit();
            byComparison.forEach((key, of) -> {
                Difference d = of.get(metric.key());
                if (d == null || !Double.isFinite(d.p05() + d.p50() + d.p95())) {
                    return;
                }
                rows.add(
                        new BandDots.Row(
                                rowName(byComparison.keySet(), d),
                                new double[] {d.p05(), d.p50(), d.p50(), d.p50(), d.p95()},
                                null,
                                !(Math.abs(d.mean()) > d.half())
                                        ? "var(--muted)"
                                        : d.mean() > 0 == metric.higherIsBetter()
                                                ? "var(--better)"
                                                : "var(--worse)",
                                "%s\nagainst %s\nmean %s ± %s\n9 of 10 draws: %s\nbetter in %s of %d draws"
                                        .formatted(
                                                results.planName(d.plan()),
                                                results.planName(d.against()),
                                                Say.difference(d.mean(), unit),
                                                Say.measure(d.half(), unit),
                                                Say.differenceRange(d.p05(), d.p95(), unit),
                                                Say.percent(d.shareBetter()),
                                                d.n())));
            });
            if (!rows.isEmpty()) {
                BandDots chart = new BandDots(scaleName(metric, unit), false, 0.0, rows);
                panels.add(
                        new Figure.Panel(
                                Say.anchor("choice-" + topic, metric.series()),
                                metric.label(),
                                chart.height(),
                                "Differences in " + metric.label(),
                                Map.of("", chart.option())));
            }
        }
        Map<String, String> ratios = ratios();
        List<Column> columns =
                new ArrayList<>(List.of(Column.words("Choice"), Column.words("Against")));
        shown.forEach(metric -> columns.add(Column.number(metric.label())));
        columns.add(Column.number("Cost of one more ready %s-year".formatted(results.unit)));
        columns.add(Column.number("Money is even by"));
        List<Table.Row> rows = new ArrayList<>();
        byComparison.forEach((key, of) -> {
            Difference any = of.values().iterator().next();
            List<Cell> cells = new ArrayList<>();
            cells.add(
                    Cell.of(
                            results.planName(any.plan()),
                            any.question().isEmpty() ? "" : any.question()));
            cells.add(Cell.of(results.planName(any.against())));
            for (Metric metric : shown) {
                Difference d = of.get(metric.key());
                cells.add(d == null ? Cell.of("–") : parts.difference(d));
            }
            cells.add(Cell.of(ratios.getOrDefault(key, "–")));
            Difference even = of.get(BREAK_EVEN);
            cells.add(Cell.of(even == null ? "–" : year(even)));
            rows.add(new Table.Row(Say.anchor("c", key), false, "", cells));
        });
        return List.of(
                new Block.Chart(
                        new Figure(
                                "choice-" + topic,
                                "Each choice against the plan without it",
                                Text.of(
                                        "Dot: median of the paired difference. Bar: 9 of 10 draws. Both plans meet the same failures, delays and prices in each draw, so what differs is the choice. Grey: the mean difference is not clear of zero."),
                                List.of(),
                                panels,
                                new Table(
                                        "choices-" + topic,
                                        "Paired differences: mean, 9 of 10 draws, and the share of draws in which the choice is better",
                                        columns,
                                        rows),
                                Map.of())));
    }

    /// The name of a plan in a figure, with the other plan where two rows would be named alike.
    private String rowName(Set<String> keys, Difference d) {
        long alike =
                results.differences.stream()
                        .filter(o ->
                                keys.contains(o.comparison())
                                        && o.metric().equals(d.metric())
                                        && o.plan().equals(d.plan()))
                        .count();
        return alike > 1
                ? results.planName(d.plan()) + " / " + results.planName(d.against())
                : results.planName(d.plan());
    }

    private static String scaleName(Metric metric, String unit) {
        return switch (unit) {
            case "%" -> "percentage points";
            default -> unit.isEmpty() ? metric.label() : unit;
        };
    }
}
