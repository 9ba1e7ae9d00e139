package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final int NAMED = 2;

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

    /// When the money of a comparison is even.
    ///
    /// @param year middle year of the draws that come even, 0 where none does
    /// @param share share of the draws that come even
    /// @param words the year with its range, and the share of the draws where it is not all of them
    public record Even(long year, double share, String words) {
        /// Whether any draw comes even.
        public boolean ever() {
            return share > 0;
        }

        /// Whether at least half of the draws do.
        public boolean likely() {
            return share >= 0.5;
        }
    }

    /// When a comparison breaks even; null when it is not asked.
    public @Nullable Even breakEven(Difference of) {
        return asked().stream()
                .filter(d ->
                        d.comparison().equals(of.comparison()) && d.metric().equals(BREAK_EVEN))
                .findFirst()
                .map(d ->
                        new Even(
                                d.n() == 0 ? 0 : Math.round(d.p50()),
                                d.n() == 0 ? 0 : d.shareBetter(),
                                year(d)))
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
        for (Moments row : results.rows(Moments.class, ready.key(), cost.key())) {
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

    /// What each choice adds, as a figure with its table.
    public List<Block> blocks() {
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
        results.last("availability").ifPresent(shown::add);
        results.last("ready-unit-years").ifPresent(shown::add);
        results.cost().ifPresent(shown::add);
        List<Figure.Panel> panels = new ArrayList<>();
        for (Metric metric : shown) {
            if (!metric.kind().equals("ready-unit-years") || shown.size() == 1) {
                panel(metric, byComparison).ifPresent(panels::add);
            }
        }
        return List.of(
                new Block.Chart(
                        new Figure(
                                "choice-" + topic,
                                Map.of("", finding(byComparison, shown)),
                                Text.of(
                                        "Dot: mean of the paired difference; bar: 9 of 10 draws. Both plans meet the same failures, delays and prices in each draw, so what differs is the choice. Grey: no more than noise of the simulation."),
                                List.of(),
                                panels,
                                table(byComparison, shown),
                                Map.of())));
    }

    /// What the figure finds: which choices are clearly better by the first metric.
    private String finding(Map<String, Map<String, Difference>> byComparison, List<Metric> shown) {
        if (shown.isEmpty()) {
            return "Each choice against the plan without it";
        }
        Metric metric = shown.getFirst();
        List<Difference> all =
                byComparison.values().stream()
                        .map(of -> of.get(metric.key()))
                        .filter(Objects::nonNull)
                        .toList();
        List<Difference> better = all.stream().filter(results::better).toList();
        String what = metric.currency().isEmpty() ? "more ready" : "cheaper";
        if (better.isEmpty()) {
            return "Clearly %s with none of %s"
                    .formatted(what, Say.count(all.size(), "choice", "choices"));
        }
        List<String> named =
                better.stream()
                        .limit(NAMED)
                        .map(d ->
                                "%s %s"
                                        .formatted(
                                                results.quoted(d.plan()),
                                                Say.difference(d.mean(), metric.unit())
                                                        + (metric.unit().equals("%")
                                                                ? ""
                                                                : " " + metric.unit())))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (better.size() > NAMED) {
            named.add("%d more".formatted(better.size() - NAMED));
        }
        return "Clearly %s with %d of %s: %s"
                .formatted(
                        what,
                        better.size(),
                        Say.count(all.size(), "choice", "choices"),
                        Say.listed(named));
    }

    private Optional<Figure.Panel> panel(
            Metric metric, Map<String, Map<String, Difference>> byComparison) {
        List<BandDots.Row> rows = new ArrayList<>();
        byComparison.forEach((key, of) -> {
            Difference d = of.get(metric.key());
            if (d != null && Double.isFinite(d.p05() + d.mean() + d.p95())) {
                rows.add(row(metric, byComparison.keySet(), d));
            }
        });
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        BandDots chart = new BandDots(scaleName(metric, metric.unit()), false, 0.0, rows);
        return Optional.of(
                new Figure.Panel(
                        Say.anchor("choice-" + topic, metric.series()),
                        metric.label(),
                        chart.height(),
                        Map.of("", chart.option())));
    }

    private BandDots.Row row(Metric metric, Set<String> keys, Difference d) {
        String unit = metric.unit();
        String colour =
                !d.clear() ? "var(--muted)" : results.better(d) ? "var(--better)" : "var(--worse)";
        return BandDots.Row.of(
                rowName(keys, d),
                new BandDots.Bar(
                        d.p05(),
                        d.mean(),
                        d.p95(),
                        colour,
                        "%s\nagainst %s\nmean %s ± %s of the simulation\n9 of 10 draws: %s\nbetter in %s of %d draws"
                                .formatted(
                                        results.planName(d.plan()),
                                        results.planName(d.against()),
                                        Say.difference(d.mean(), unit),
                                        Say.measure(d.half(), unit),
                                        Say.differenceRange(d.p05(), d.p95(), unit),
                                        Say.percent(d.shareBetter()),
                                        d.n())));
    }

    private Table table(Map<String, Map<String, Difference>> byComparison, List<Metric> shown) {
        Map<String, String> ratios = ratios();
        List<Column> columns =
                new ArrayList<>(List.of(Column.words("Choice"), Column.words("Against")));
        shown.forEach(metric -> columns.add(Column.number(metric.label(), differenceUnit(metric))));
        columns.add(Column.words("Cost of one more ready %s-year".formatted(results.unit)));
        columns.add(Column.words("Money is even by"));
        List<Table.Row> rows = new ArrayList<>();
        byComparison.forEach((key, of) -> {
            Difference any = of.values().iterator().next();
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(results.planName(any.plan()), any.question()));
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
        return new Table(
                "choices-" + topic,
                "Paired differences of the choices about %s: mean, 9 of 10 draws, and the share of draws in which the choice is better"
                        .formatted(topic),
                columns,
                rows);
    }

    private static String differenceUnit(Metric metric) {
        return metric.unit().equals("%") ? "points" : metric.unit();
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
