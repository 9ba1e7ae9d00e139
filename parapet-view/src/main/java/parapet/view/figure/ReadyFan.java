package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import parapet.view.chart.FanChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.ReadyFanRows.Quarter;
import parapet.view.read.ReadyFanRows.Single;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// Units promised, delivered and ready, quarter by quarter: bands over all runs, or single runs.
public final class ReadyFan {
    private static final int SINGLE_RUNS = 20;

    private final Results results;
    private final Parts parts;

    public ReadyFan(Results results) {
        this.results = results;
        this.parts = new Parts(results);
    }

    public List<Block> blocks() {
        List<Quarter> rows = results.query.rows(Quarter.class);
        if (rows.isEmpty()) {
            return List.of(
                    Block.quiet("No unit is due in this scenario, so there is nothing to draw."));
        }
        Map<String, List<Quarter>> byPlan = new LinkedHashMap<>();
        rows.forEach(row -> byPlan.computeIfAbsent(row.plan(), k -> new ArrayList<>()).add(row));
        Map<String, List<double[]>> single = singleRuns();
        Figure.Choice plans = parts.planChoice(parts.ordered(byPlan.keySet()));
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        for (Figure.Option option : plans.options()) {
            List<Quarter> of = byPlan.getOrDefault(option.key(), List.of());
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

    private Table.Row fanRow(Quarter row) {
        return Table.Row.of(
                Cell.of(quarter(row.period())),
                Cell.of(Say.number(row.promised())),
                Cell.of(Say.number(row.d50())),
                Cell.of(Say.range(row.d05(), row.d95(), "")),
                Cell.of(Say.number(row.r50())),
                Cell.of(Say.range(row.r25(), row.r75(), "")),
                Cell.of(Say.range(row.r05(), row.r95(), "")));
    }

    private FanChart fanOf(List<Quarter> rows, List<double[]> single) {
        List<String> periods = rows.stream().map(row -> quarter(row.period())).toList();
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
                List.of(
                        new FanChart.Line(
                                "Promised", "var(--promised)", column(rows, Quarter::promised))),
                List.of(
                        new FanChart.Band("Delivered", "var(--delivered)", false, delivered(rows)),
                        new FanChart.Band(ready, "var(--ready)", true, ready(rows))),
                runs);
    }

    private static double[] column(List<Quarter> rows, ToDoubleFunction<Quarter> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    private static double[][] delivered(List<Quarter> rows) {
        return new double[][] {
            column(rows, Quarter::d05),
            column(rows, Quarter::d25),
            column(rows, Quarter::d50),
            column(rows, Quarter::d75),
            column(rows, Quarter::d95)
        };
    }

    private static double[][] ready(List<Quarter> rows) {
        return new double[][] {
            column(rows, Quarter::r05),
            column(rows, Quarter::r25),
            column(rows, Quarter::r50),
            column(rows, Quarter::r75),
            column(rows, Quarter::r95)
        };
    }

    private Map<String, List<double[]>> singleRuns() {
        Map<String, Map<Integer, List<Double>>> values = new LinkedHashMap<>();
        for (Single row : results.query.rows(Single.class, SINGLE_RUNS)) {
            values.computeIfAbsent(row.plan(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(row.draw(), k -> new ArrayList<>())
                    .add(row.ready());
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

    private static String quarter(LocalDate date) {
        return "%d Q%d".formatted(date.getYear(), (date.getMonthValue() + 2) / 3);
    }
}
