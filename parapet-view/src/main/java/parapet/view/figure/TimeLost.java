package parapet.view.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
        List<BandDots.Row> rows = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        for (Metric metric : results.metrics("lost-unit-years")) {
            Estimate e = results.estimate(results.reference, metric.key());
            if (e == null || !Parts.finite(e.quantiles())) {
                continue;
            }
            String label =
                    metric.date() == null ? metric.label() : "by " + Say.month(metric.date());
            rows.add(
                    new BandDots.Row(
                            label,
                            e.quantiles(),
                            null,
                            "var(--delivered)",
                            "%s: mean %s\n9 of 10 draws: %s\n5 of 10 draws: %s"
                                    .formatted(
                                            metric.label(),
                                            Say.number(e.mean()),
                                            Say.range(e.low(), e.high(), ""),
                                            Say.range(e.quantiles()[1], e.quantiles()[3], ""))));
            table.add(
                    Table.Row.of(
                            Cell.of(label),
                            Cell.of(
                                    Say.number(e.mean()),
                                    "± " + Say.number(e.half()) + " (95 % of the mean)"),
                            Cell.of(Say.number(e.quantiles()[2])),
                            Cell.of(Say.range(e.quantiles()[1], e.quantiles()[3], "")),
                            Cell.of(Say.range(e.low(), e.high(), "")),
                            Cell.of(Integer.toString(e.n()))));
        }
        if (rows.isEmpty()) {
            return List.of(Block.quiet("The run reports no time lost."));
        }
        BandDots chart = new BandDots(results.unit + "-years", false, 0.0, rows);
        String title = "%s-years promised but not ready".formatted(Say.words(results.unit));
        return List.of(
                new Block.Chart(
                        new Figure(
                                "lost-figure",
                                title + ", " + results.planName(results.reference),
                                Text.of(
                                        "Dot: median draw. Thick bar: 5 of 10 draws. Thin bar: 9 of 10. It counts every day on which a promised %s was not delivered, not yet in service, degraded, down or away."
                                                .formatted(results.unit)),
                                List.of(),
                                List.of(
                                        new Figure.Panel(
                                                "lost-chart",
                                                "",
                                                chart.height(),
                                                title,
                                                Map.of("", chart.option()))),
                                new Table(
                                        "lost-table",
                                        title,
                                        List.of(
                                                Column.words("Date"),
                                                Column.number("Mean"),
                                                Column.number("Median"),
                                                Column.number("5 of 10 draws"),
                                                Column.number("9 of 10 draws"),
                                                Column.number("Draws")),
                                        table),
                                Map.of())));
    }

    /// The price of a month that the report leads with.
    public @Nullable Difference price() {
        String metric =
                results.last("ready-unit-years").map(Metric::key).orElse("ready-unit-years");
        return slipping().stream()
                .filter(d -> d.metric().equals(metric))
                .max(Comparator.comparingDouble(d -> Math.abs(d.perMonth())))
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
        results.last("lost-unit-years").ifPresent(m -> metrics.put(m.key(), m));
        results.last("availability").ifPresent(m -> metrics.put(m.key(), m));
        results.cost().ifPresent(m -> metrics.put(m.key(), m));
        List<Column> columns = new ArrayList<>(List.of(Column.words("Question")));
        metrics.values().forEach(m -> columns.add(Column.number(m.label() + ", a month")));
        List<Table.Row> rows = new ArrayList<>();
        for (String key : keys) {
            List<Difference> of =
                    slipping.stream().filter(d -> d.comparison().equals(key)).toList();
            Difference any = of.getFirst();
            List<Cell> cells = new ArrayList<>();
            cells.add(
                    Cell.of(
                            any.question().isEmpty() ? Say.words(key) : any.question(),
                            "%s against %s"
                                    .formatted(
                                            results.planName(any.plan()),
                                            results.planName(any.against()))));
            for (Metric metric : metrics.values()) {
                cells.add(
                        of.stream()
                                .filter(d -> d.metric().equals(metric.key()))
                                .findFirst()
                                .map(d -> perMonth(d, metric))
                                .orElse(Cell.of("–")));
            }
            rows.add(new Table.Row(Say.anchor("c", key), false, "", cells));
        }
        return List.of(
                new Block.Grid(
                        new Table(
                                "price-table",
                                "The price of a month of slip: the difference between the two plans divided by the months between them, with the 95 % interval of the mean",
                                columns,
                                rows),
                        false,
                        false));
    }

    private Cell perMonth(Difference d, Metric metric) {
        String unit = metric.unit();
        boolean clear = Math.abs(d.perMonth()) > d.perMonthHalf();
        boolean better = d.perMonth() > 0 == metric.higherIsBetter();
        String arrow = d.perMonth() > 0 ? " ▲" : d.perMonth() < 0 ? " ▼" : "";
        return new Cell(
                Text.of(Say.difference(d.perMonth(), unit) + arrow),
                Say.differenceRange(
                        d.perMonth() - d.perMonthHalf(), d.perMonth() + d.perMonthHalf(), unit),
                d.perMonth() == 0 || !clear ? "" : better ? "better" : "worse");
    }
}
