package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.view.chart.CostBars;
import parapet.view.chart.MoneyChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.LifeCycleCostRows.Total;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Metric;
import parapet.view.words.Say;

/// What every plan costs over the whole simulated time, by cause.
public final class LifeCycleCost {
    private static final String PER_READY = "per-ready-unit-year";

    private final Results results;
    private final Parts parts;

    public LifeCycleCost(Results results) {
        this.results = results;
        this.parts = new Parts(results);
    }

    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Total> causes = results.rows(Total.class, results.info.frame().currency());
        if (!causes.isEmpty()) {
            blocks.add(chart(causes));
        }
        return blocks;
    }

    private Block chart(List<Total> rows) {
        String unit = rows.getFirst().unit();
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.cause()));
        List<String> plans = results.plans.keySet().stream().toList();
        Map<String, double[]> byCause = new LinkedHashMap<>();
        names.forEach(cause -> byCause.put(cause, new double[plans.size()]));
        double[] real = new double[plans.size()];
        for (Total row : rows) {
            int plan = plans.indexOf(row.plan());
            double[] values = byCause.get(row.cause());
            if (plan >= 0 && values != null) {
                values[plan] += row.total();
                real[plan] += row.real();
            }
        }
        List<Metric> shown = new ArrayList<>(results.costs());
        List<Metric> per =
                results.metrics.values().stream()
                        .filter(metric -> metric.key().endsWith(PER_READY))
                        .toList();
        List<Table.Row> table = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            table.add(row(plans.get(i), real[i], unit, shown, per));
        }
        String title = "Money spent in the whole time, by cause, " + unit;
        CostBars chart =
                new CostBars(
                        unit,
                        plans.stream().map(results::planName).toList(),
                        byCause.entrySet().stream()
                                .map(e ->
                                        new MoneyChart.Cause(
                                                e.getKey(),
                                                results.palette.of("money", e.getKey()),
                                                e.getValue()))
                                .toList());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Plan"));
        shown.forEach(metric -> columns.add(Column.number(Say.words(metric.unit()))));
        columns.add(Column.number("Real, " + unit));
        columns.add(Column.number("Present value, " + unit));
        per.forEach(metric -> columns.add(Column.number(results.head(metric))));
        columns.add(Column.number("Against the reference, ± noise of the simulation", unit));
        return new Block.Chart(
                new Figure(
                        "life-cycle-figure",
                        Map.of("", title),
                        Text.of(
                                "All money of the simulated time, at the rate of the day of each payment. Bars: mean over the draws; ranges in the table. Real: in money of the base day. No salvage value is taken off."),
                        List.of(),
                        List.of(
                                new Figure.Panel(
                                        "life-cycle-chart",
                                        "",
                                        chart.height(),
                                        Map.of("", chart.option()))),
                        new Table("life-cycle-table", title, columns, table),
                        Map.of()));
    }

    private Table.Row row(
            String plan, double real, String unit, List<Metric> shown, List<Metric> per) {
        Difference d = shown.isEmpty() ? null : results.toReference(plan, shown.getFirst().key());
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(results.planName(plan)));
        shown.forEach(metric -> cells.add(parts.estimate(plan, metric)));
        cells.add(Cell.of(Say.bare(real, unit)));
        cells.add(parts.estimate(plan, results.metric("present-value")));
        per.forEach(metric -> cells.add(parts.estimate(plan, metric)));
        cells.add(
                d == null
                        ? Cell.of("–")
                        : Cell.of(Say.difference(d.mean(), unit), "± " + Say.bare(d.half(), unit))
                                .with(d.mean(), d.mean() - d.half(), d.mean() + d.half()));
        return new Table.Row("", false, "", cells);
    }
}
