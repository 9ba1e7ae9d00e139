package parapet.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;
import parapet.view.Results.Difference;
import parapet.view.Results.Estimate;
import parapet.view.chart.CostBars;
import parapet.view.chart.MoneyChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Table;
import parapet.view.doc.Text;

/// What every plan costs over the whole simulated time, by cause.
final class LifeCycleCost {
    @Sql(
            """
            select plan, cause, sum(reporting) as total, sum(real) as real, any_value(unit) as unit
            from life_cycle group by plan, cause order by total desc, cause
            """)
    private record Total(
            String plan, String cause, double total, @Sql.OrNaN double real, String unit) {}

    private final Results results;

    LifeCycleCost(Results results) {
        this.results = results;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<Total> causes = results.query.rows(Total.class);
        if (!causes.isEmpty()) {
            blocks.add(new Block.Heading("life-cycle", "Life-cycle cost of every plan"));
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
        String metric =
                unit.contains("INR") ? "cost-inr" : unit.contains("RUB") ? "cost-rub" : "cost-usd";
        List<Table.Row> table = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            table.add(row(plans.get(i), real[i], unit, metric));
        }
        String title = "Money spent in the whole time, by cause, " + unit;
        CostBars chart =
                new CostBars(
                        unit,
                        plans.stream().map(results::planName).toList(),
                        byCause.entrySet().stream()
                                .map(e -> new MoneyChart.Cause(e.getKey(), e.getValue()))
                                .toList());
        return new Block.Chart(
                new Figure(
                        "life-cycle-figure",
                        title,
                        Text.of(
                                "All money of the simulated time, at the rate of the day of each payment. Bars: mean over the draws; ranges in the table. Real: in money of the base day. No salvage value is taken off."),
                        List.of(),
                        List.of(
                                new Figure.Panel(
                                        "life-cycle-chart",
                                        "",
                                        chart.height(),
                                        title,
                                        Map.of("", chart.option()))),
                        new Table(
                                "life-cycle-table",
                                title,
                                List.of(
                                        Column.words("Plan"),
                                        Column.number("Crore INR"),
                                        Column.number("Million USD"),
                                        Column.number("Million RUB"),
                                        Column.number("Real, " + unit),
                                        Column.number("Present value"),
                                        Column.number(
                                                "Million USD for each ready %s-year"
                                                        .formatted(results.unit)),
                                        Column.number("Against the reference, 95 % interval")),
                                table),
                        Map.of()));
    }

    private Table.Row row(String plan, double real, String unit, String metric) {
        Difference d = results.toReference(plan, metric);
        return Table.Row.of(
                Cell.of(results.planName(plan)),
                mean(plan, "cost-inr"),
                mean(plan, "cost-usd"),
                mean(plan, "cost-rub"),
                Cell.of(unit.contains("INR") ? Say.indian(real) : Say.number(real)),
                mean(plan, "present-value"),
                mean(plan, "usd-per-ready-unit-year"),
                d == null
                        ? Cell.of("–")
                        : Cell.of(
                                Say.difference(d.mean(), unit),
                                Say.differenceRange(
                                        d.mean() - d.half(), d.mean() + d.half(), unit)));
    }

    private Cell mean(String plan, String metric) {
        @Nullable Estimate e = results.estimate(plan, metric);
        return e == null
                ? Cell.of("–")
                : Cell.of(
                        metric.equals("cost-inr") ? Say.indian(e.mean()) : Say.number(e.mean()),
                        Say.number(e.low()) + " to " + Say.number(e.high()));
    }
}
