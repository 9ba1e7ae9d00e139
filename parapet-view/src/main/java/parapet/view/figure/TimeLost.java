package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Measures;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.words.Say;

/// Time promised but not ready, and what one more month of slip costs.
public final class TimeLost {
    private final Results results;

    public TimeLost(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<Estimate> all = new ArrayList<>();
        for (Metric metric : results.metrics("lost-unit-years")) {
            Estimate e = results.estimate(results.reference, metric.key());
            if (e != null && Parts.finite(e.quantiles())) {
                all.add(e);
            }
        }
        if (all.isEmpty()) {
            return List.of(Block.quiet("The run reports no time lost."));
        }
        BandDots chart =
                new BandDots(
                        results.unit + "-years", false, 0.0, all.stream().map(this::dot).toList());
        String title =
                "Promised but not fully ready for any reason: %s"
                                .formatted(Say.number(all.getLast().mean()))
                        + " %s-years %s".formatted(results.unit, label(all.getLast()));
        return List.of(
                new Block.Chart(
                        new Figure(
                                "lost-figure",
                                Map.of("", title),
                                Text.of(
                                        "Bar: 9 of 10 draws; dot: mean; %s. It counts every day on which a promised %s was not delivered, not yet in service, degraded, down or away."
                                                .formatted(
                                                        results.planName(results.reference),
                                                        results.unit)),
                                List.of(),
                                List.of(
                                        new Figure.Panel(
                                                "lost-chart",
                                                "",
                                                chart.height(),
                                                Map.of("", chart.option()))),
                                new Table(
                                        "lost-table",
                                        title,
                                        List.of(
                                                Column.words("Date"),
                                                Column.number("Mean", results.unit + "-years"),
                                                Column.number("Draws")),
                                        all.stream().map(this::row).toList()),
                                Map.of())));
    }

    private String label(Estimate e) {
        Metric metric = results.metric(e.metric());
        return metric.date() == null ? metric.label() : "by " + Say.month(metric.date());
    }

    private BandDots.Row dot(Estimate e) {
        return BandDots.Row.of(
                label(e),
                new BandDots.Bar(
                        e.low(),
                        e.mean(),
                        e.high(),
                        "var(--delivered)",
                        "%s: mean %s\n9 of 10 draws: %s"
                                .formatted(
                                        results.metric(e.metric()).label(),
                                        Say.number(e.mean()),
                                        Say.range(e.low(), e.high(), ""))));
    }

    private Table.Row row(Estimate e) {
        return Table.Row.of(
                Cell.of(label(e)),
                Cell.of(Say.number(e.mean()), Say.range(e.low(), e.high(), ""))
                        .with(e.mean(), e.low(), e.high()),
                Cell.of(Integer.toString(e.n())));
    }

    /// The price of a month that the report leads with: that of the first comparison about a slip
    /// or the delay.
    public @Nullable Difference price() {
        String metric =
                results.last("ready-unit-years").map(Metric::key).orElse("ready-unit-years");
        return slipping().stream()
                .filter(d -> d.metric().equals(metric))
                .filter(d -> d.topic().equals("slip") || d.topic().equals("delay"))
                .findFirst()
                .orElse(null);
    }

    private List<Difference> slipping() {
        return results.differences.stream()
                .filter(d -> Double.isFinite(d.perMonth()) && !d.comparison().equals("reference"))
                .toList();
    }

    /// The price of a month of slip, for every comparison that slips.
    public List<Block> slipPrice() {
        List<Difference> slipping = slipping();
        if (slipping.isEmpty()) {
            return List.of(
                    Block.quiet(
                            "The scenario compares no plan with one that slips by a number of months."));
        }
        Set<String> keys = new LinkedHashSet<>();
        slipping.forEach(d -> keys.add(d.comparison()));
        Map<String, Metric> metrics = new LinkedHashMap<>();
        results.last("ready-unit-years").ifPresent(m -> metrics.put(m.key(), m));
        results.last("availability").ifPresent(m -> metrics.put(m.key(), m));
        results.cost().ifPresent(m -> metrics.put(m.key(), m));
        List<Column> columns = new ArrayList<>(List.of(Column.words("Question")));
        metrics.values()
                .forEach(m ->
                        columns.add(
                                m.kind().equals("ready-unit-years")
                                        ? Column.number(
                                                "Ready %s-days a month".formatted(results.unit),
                                                results.unit + "-days")
                                        : Column.number(m.label() + ", a month", m.unit())));
        List<Table.Row> rows = new ArrayList<>();
        for (String key : keys) {
            rows.add(
                    slip(
                            key,
                            slipping.stream().filter(d -> d.comparison().equals(key)).toList(),
                            metrics.values()));
        }
        return List.of(
                new Block.Grid(
                        new Table(
                                "price-table",
                                "The price of a month of slip: the difference between the two plans divided by the months between them, ± the noise of the simulation (95 %)",
                                columns,
                                rows),
                        false));
    }

    private Table.Row slip(String key, List<Difference> of, Iterable<Metric> metrics) {
        Difference any = of.getFirst();
        List<Cell> cells = new ArrayList<>();
        cells.add(
                Cell.of(
                        any.question().isEmpty() ? Say.words(key) : any.question(),
                        "%s against %s"
                                .formatted(
                                        results.planName(any.plan()),
                                        results.planName(any.against()))));
        for (Metric metric : metrics) {
            cells.add(
                    of.stream()
                            .filter(d -> d.metric().equals(metric.key()))
                            .findFirst()
                            .map(d -> perMonth(d, metric))
                            .orElse(Cell.of("–")));
        }
        return new Table.Row(Say.anchor("c", key), false, "", cells);
    }

    private Cell perMonth(Difference d, Metric metric) {
        boolean years = metric.kind().equals("ready-unit-years");
        double scale = years ? Measures.DAYS_PER_YEAR : 1;
        String unit = years ? "" : metric.unit();
        double value = d.perMonth() * scale;
        double half = d.perMonthHalf() * scale;
        boolean clear = Math.abs(value) > half;
        boolean better = value > 0 == metric.higherIsBetter();
        boolean judged = value != 0 && clear && metric.currency().isEmpty();
        return new Cell(
                        Text.of(Say.difference(value, unit)),
                        "± " + Say.measure(half, unit.equals("%") ? "" : unit),
                        judged ? better ? "better" : "worse" : "")
                .with(value, value - half, value + half);
    }
}
