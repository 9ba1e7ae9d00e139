package parapet.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.view.chart.FanChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;

/// Units promised, delivered and ready, quarter by quarter: bands over all runs, or single runs.
final class ReadyFan {
    private static final int SINGLE_RUNS = 20;

    private final Results results;
    private final Parts parts;

    ReadyFan(Results results) {
        this.results = results;
        this.parts = new Parts(results);
    }

    List<Block> blocks() {
        List<Row> rows =
                results.ask(
                        """
                        with q as (select plan, draw, replication, date_trunc('quarter', month)::date as period,
                            avg(promised) as promised, avg(delivered) as delivered, avg(ready) as ready
                          from readiness group by all)
                        select plan, period, avg(promised) as promised,
                          quantile_cont(delivered, 0.05) as d05, quantile_cont(delivered, 0.25) as d25, quantile_cont(delivered, 0.5) as d50,
                          quantile_cont(delivered, 0.75) as d75, quantile_cont(delivered, 0.95) as d95,
                          quantile_cont(ready, 0.05) as r05, quantile_cont(ready, 0.25) as r25, quantile_cont(ready, 0.5) as r50,
                          quantile_cont(ready, 0.75) as r75, quantile_cont(ready, 0.95) as r95
                        from q group by plan, period order by plan, period
                        """);
        if (rows.isEmpty()) {
            return List.of(
                    DelaySection.quiet(
                            "No unit is due in this scenario, so there is nothing to draw."));
        }
        Map<String, List<Row>> byPlan = new LinkedHashMap<>();
        rows.forEach(
                row -> byPlan.computeIfAbsent(row.text("plan"), k -> new ArrayList<>()).add(row));
        Map<String, List<double[]>> single = singleRuns();
        Figure.Choice plans = parts.planChoice(DelaySection.ordered(results, byPlan.keySet()));
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        for (Figure.Option option : plans.options()) {
            List<Row> of = byPlan.getOrDefault(option.key(), List.of());
            variants.put(
                    option.key(), fanOf(of, single.getOrDefault(option.key(), List.of())).option());
            List<Table.Row> table = of.stream().map(this::fanRow).toList();
            tables.put(option.key(), Parts.plain(table));
            if (first.isEmpty()) {
                first = table;
            }
        }
        Figure.Choice mode =
                new Figure.Choice(
                        "Show",
                        true,
                        List.of(
                                new Figure.Option("band", "bands"),
                                new Figure.Option(
                                        "run",
                                        "%d single runs"
                                                .formatted(Math.min(SINGLE_RUNS, results.runs)))));
        String title =
                "%s promised, delivered and ready, by quarter"
                        .formatted(Say.words(results.units()));
        return List.of(
                new Block.Chart(
                        new Figure(
                                "fan",
                                title,
                                Text.of(
                                        "The dashed line is what was due. The dark band holds the middle half of the %s, the light band 9 of 10; the line is the median of that quarter, which need not be one run. Single runs show how jagged one history is."
                                                .formatted(Say.count(results.runs, "run", "runs"))),
                                List.of(plans, mode),
                                List.of(new Figure.Panel("fan-chart", "", 420, title, variants)),
                                new Table(
                                        "fan-table",
                                        title + ": quarter means",
                                        List.of(
                                                Column.words("Quarter"),
                                                Column.number("Promised"),
                                                Column.number("Delivered, median"),
                                                Column.number("Delivered, 9 of 10 runs"),
                                                Column.number("Ready, median"),
                                                Column.number("Ready, 5 of 10 runs"),
                                                Column.number("Ready, 9 of 10 runs")),
                                        first),
                                tables)));
    }

    private Table.Row fanRow(Row row) {
        return Table.Row.of(
                Cell.of(quarter(row.date("period"))),
                Cell.of(Say.number(row.number("promised"))),
                Cell.of(Say.number(row.number("d50"))),
                Cell.of(Say.range(row.number("d05"), row.number("d95"), "")),
                Cell.of(Say.number(row.number("r50"))),
                Cell.of(Say.range(row.number("r25"), row.number("r75"), "")),
                Cell.of(Say.range(row.number("r05"), row.number("r95"), "")));
    }

    private FanChart fanOf(List<Row> rows, List<double[]> single) {
        List<String> periods = rows.stream().map(row -> quarter(row.date("period"))).toList();
        String ready = "Ready";
        List<FanChart.Run> runs =
                single.stream()
                        .filter(run -> run.length == periods.size())
                        .map(run -> new FanChart.Run(ready, "var(--ready)", run))
                        .toList();
        return new FanChart(
                periods,
                periods.indexOf(quarter(results.info.asOf())),
                results.units(),
                List.of(new FanChart.Line("Promised", "var(--promised)", column(rows, "promised"))),
                List.of(
                        new FanChart.Band("Delivered", "var(--delivered)", false, bands(rows, "d")),
                        new FanChart.Band(ready, "var(--ready)", true, bands(rows, "r"))),
                runs);
    }

    private static double[] column(List<Row> rows, String name) {
        return rows.stream().mapToDouble(row -> row.number(name)).toArray();
    }

    private static double[][] bands(List<Row> rows, String prefix) {
        return new double[][] {
            column(rows, prefix + "05"),
            column(rows, prefix + "25"),
            column(rows, prefix + "50"),
            column(rows, prefix + "75"),
            column(rows, prefix + "95")
        };
    }

    private Map<String, List<double[]>> singleRuns() {
        Map<String, Map<Integer, List<Double>>> values = new LinkedHashMap<>();
        for (Row row :
                results.ask(
                        """
                        select plan, draw, date_trunc('quarter', month)::date as period, round(avg(ready), 2) as ready
                        from readiness where draw < %d and replication = 0 group by all order by plan, draw, period
                        """
                                .formatted(SINGLE_RUNS))) {
            values.computeIfAbsent(row.text("plan"), k -> new LinkedHashMap<>())
                    .computeIfAbsent(row.integer("draw"), k -> new ArrayList<>())
                    .add(row.number("ready"));
        }
        Map<String, List<double[]>> runs = new LinkedHashMap<>();
        values.forEach((plan, byDraw) ->
                runs.put(
                        plan,
                        byDraw.values().stream()
                                .map(list ->
                                        list.stream().mapToDouble(Double::doubleValue).toArray())
                                .toList()));
        return runs;
    }

    private static String quarter(@Nullable LocalDate date) {
        return date == null
                ? "–"
                : "%d Q%d".formatted(date.getYear(), (date.getMonthValue() + 2) / 3);
    }
}
