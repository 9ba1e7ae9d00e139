package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.view.chart.TornadoChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.DriversFigureRows.Driver;
import parapet.view.read.Results;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.words.Say;

/// What moves each answer: the inputs that explain its spread, the strongest first.
public final class DriversFigure {
    private static final int MOST_BARS = 10;

    private final Results results;

    public DriversFigure(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<Driver> rows = results.rows(Driver.class);
        String plan =
                rows.isEmpty() || rows.stream().anyMatch(r -> r.plan().equals(results.reference))
                        ? results.reference
                        : rows.getFirst().plan();
        Map<String, List<Driver>> byMetric = new LinkedHashMap<>();
        for (Driver row : rows) {
            if (row.plan().equals(plan) && row.share() > row.noise()) {
                byMetric.computeIfAbsent(row.metric(), k -> new ArrayList<>()).add(row);
            }
        }
        if (byMetric.isEmpty()) {
            return List.of(
                    Block.quiet(
                            "No input explains more of any answer than chance would: none is uncertain, or there are too few draws to say."));
        }
        List<String> keys = keys(byMetric);
        var answer =
                new Figure.Choice(
                        "Answer",
                        "",
                        keys.stream()
                                .map(k -> new Figure.Option(k, results.head(results.metric(k))))
                                .toList());
        return List.of(
                new Variants("tornado", List.of(answer))
                        .figure(
                                "%s. Each bar runs from the mean answer in the lowest fifth of the input to that in its highest fifth; beside it the share of the variance that the input explains alone. Only inputs that explain more than chance would are shown; nothing else was clear."
                                        .formatted(results.planName(plan)),
                                List.of(new Variants.Panel("tornado-chart", "", 0)),
                                new Table(
                                        "driver-table",
                                        "Inputs by the share of the variance they explain",
                                        List.of(
                                                Column.words("Input"),
                                                Column.number("Share of variance", "share"),
                                                Column.number("Noise level", "share"),
                                                Column.number("Rank correlation"),
                                                Column.number("Answer, input low"),
                                                Column.number("Answer, input high")),
                                        List.of()),
                                chosen -> {
                                    String key = chosen.getFirst();
                                    return draw(key, byMetric.getOrDefault(key, List.of()), plan);
                                }));
    }

    private Variants.Drawn draw(String key, List<Driver> of, String plan) {
        Metric metric = results.metric(key);
        TornadoChart chart = tornado(metric, of, plan);
        return new Variants.Drawn(
                finding(metric, of),
                List.of(chart.option()),
                of.stream().map(row -> driver(row, metric.unit())).toList(),
                chart.height());
    }

    private String finding(Metric metric, List<Driver> of) {
        List<Driver> named = of.stream().limit(3).toList();
        double sum = named.stream().mapToDouble(Driver::share).sum();
        return "%s: %s %s %s of the spread"
                .formatted(
                        metric.label(),
                        Say.listed(
                                named.stream().map(d -> results.quantity(d.quantity())).toList()),
                        named.size() > 1 ? "explain" : "explains",
                        Say.percent(Math.min(1, sum)));
    }

    /// Readiness first, money last, each in the metric that looks farthest ahead; then the others.
    private List<String> keys(Map<String, List<Driver>> byMetric) {
        List<String> keys = new ArrayList<>();
        for (String kind : List.of("ready-unit-years", "availability", "lost-unit-years")) {
            results.metrics(kind).reversed().stream()
                    .map(Metric::key)
                    .filter(byMetric::containsKey)
                    .findFirst()
                    .ifPresent(keys::add);
        }
        results.cost().map(Metric::key).filter(byMetric::containsKey).ifPresent(keys::add);
        String own = results.info.frame().currency();
        byMetric.keySet().stream()
                .filter(key -> !keys.contains(key) && !known(keys, results.metric(key)))
                .filter(key -> {
                    String in = results.metric(key).currency();
                    return in.isEmpty() || in.equals(own);
                })
                .forEach(keys::add);
        return keys;
    }

    private boolean known(List<String> keys, Metric metric) {
        return keys.stream().anyMatch(k -> results.metric(k).series().equals(metric.series()));
    }

    private TornadoChart tornado(Metric metric, List<Driver> rows, String plan) {
        String unit = metric.unit();
        List<TornadoChart.Row> bars = new ArrayList<>();
        double sum = 0;
        int n = 0;
        for (Driver row : rows) {
            if (bars.size() < MOST_BARS && Double.isFinite(row.low() + row.high())) {
                boolean clear = row.share() > row.noise();
                String name = results.quantity(row.quantity());
                sum += row.low() + row.high();
                n += 2;
                bars.add(
                        new TornadoChart.Row(
                                name,
                                row.low(),
                                row.high(),
                                clear,
                                Say.percent(row.share()),
                                "%s\ninput low: %s\ninput high: %s\nexplains %s of the variance (noise level %s)%s"
                                        .formatted(
                                                name,
                                                Say.measure(row.low(), unit),
                                                Say.measure(row.high(), unit),
                                                Say.percent(row.share()),
                                                Say.percent(row.noise()),
                                                clear ? "" : "\nnot above the noise")));
            }
        }
        Estimate e = results.estimate(plan, metric.key());
        double middle = e != null && Double.isFinite(e.mean()) ? e.mean() : n == 0 ? 0 : sum / n;
        String axis = unit.isEmpty() ? metric.label() : metric.label() + ", " + unit;
        return new TornadoChart(axis, middle, bars);
    }

    private Table.Row driver(Driver row, String unit) {
        boolean clear = row.share() > row.noise();
        String quantity = row.quantity();
        return Table.Row.of(
                new Cell(
                        new Text.Builder()
                                .link(results.quantity(quantity), Say.anchor("q", quantity))
                                .build(),
                        "",
                        clear ? "" : "pale"),
                new Cell(
                        Text.of(Say.percent(row.share())),
                        clear ? "" : "not above noise",
                        clear ? "" : "pale"),
                Cell.of(Say.percent(row.noise())).with(row.noise()),
                Cell.of(Say.number(Math.rint(row.correlation() * 100) / 100)),
                Cell.of(Say.measure(row.low(), unit)),
                Cell.of(Say.measure(row.high(), unit)));
    }
}
