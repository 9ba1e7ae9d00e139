package parapet.view.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parapet.quantity.Currencies;
import parapet.view.chart.MoneyChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.MoneyFigureRows.Spent;
import parapet.view.read.MoneyFigureRows.Year;
import parapet.view.read.Results;
import parapet.view.read.Results.Metric;
import parapet.view.words.Say;

/// Money by fiscal year and cause, in each currency that is shown, beside the budgets.
public final class MoneyFigure {
    private final Results results;
    private final Parts parts;

    public MoneyFigure(Results results) {
        this.results = results;
        this.parts = new Parts(results);
    }

    public List<Block> blocks() {
        List<Spent> means = results.query.rows(Spent.class);
        if (means.isEmpty()) {
            return List.of(Block.quiet("No money is spent in this scenario."));
        }
        List<Year> totals = results.query.rows(Year.class);
        Set<String> found = new LinkedHashSet<>();
        totals.forEach(row -> found.add(row.plan()));
        Figure.Choice plans = parts.planChoice(parts.ordered(found));
        Set<String> currencies = new LinkedHashSet<>();
        currencies.add(results.info.frame().currency());
        totals.forEach(row -> currencies.add(row.currency()));
        // the table also tells what is paid in currencies that are not shown, in part
        if (!results.costs().isEmpty()) {
            currencies.retainAll(results.costs().stream().map(Metric::currency).toList());
        }
        Figure.Choice currency =
                new Figure.Choice(
                        "In",
                        false,
                        currencies.stream()
                                .map(c -> new Figure.Option(c, Currencies.of(c).unit()))
                                .toList());
        Set<Integer> allYears = new TreeSet<>();
        totals.forEach(row -> allYears.add(row.fiscalYear()));
        Budgets budgets = new Budgets(results);
        allYears.addAll(budgets.years());
        List<Integer> years = List.copyOf(allYears);
        List<String> names = years.stream().map(results.info.frame().fiscalYears()::name).toList();
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        List<String> causeOrder = causes(means);
        for (Figure.Option plan : plans.options()) {
            for (String code : currencies) {
                double scale = Currencies.of(code).totals().factor();
                List<MoneyChart.Cause> causes = new ArrayList<>();
                for (String cause : causeOrder) {
                    double[] values = new double[years.size()];
                    for (Spent row : means) {
                        if (row.plan().equals(plan.key())
                                && row.currency().equals(code)
                                && row.cause().equals(cause)) {
                            values[years.indexOf(row.fiscalYear())] += row.amount() / scale;
                        }
                    }
                    causes.add(new MoneyChart.Cause(cause, values));
                }
                double[] low = new double[years.size()];
                double[] high = new double[years.size()];
                List<Table.Row> table = new ArrayList<>();
                for (Year row : totals) {
                    if (!row.plan().equals(plan.key()) || !row.currency().equals(code)) {
                        continue;
                    }
                    int index = years.indexOf(row.fiscalYear());
                    low[index] = row.p05() / scale;
                    high[index] = row.p95() / scale;
                    table.add(
                            Table.Row.of(
                                    Cell.of(names.get(index)),
                                    Cell.of(amount(row.mean() / scale, code)),
                                    Cell.of(
                                            amount(low[index], code)
                                                    + " to "
                                                    + amount(high[index], code)),
                                    Cell.of(largest(causes, index, code))));
                }
                String key = plan.key() + "|" + code;
                variants.put(
                        key,
                        new MoneyChart(
                                        Currencies.of(code).unit(),
                                        names,
                                        causes,
                                        low,
                                        high,
                                        budgets.of(plan.key(), code, years))
                                .option());
                tables.put(key, Parts.plain(table));
                if (first.isEmpty()) {
                    first = table;
                }
            }
        }
        String title = "Money spent in each fiscal year, by cause";
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Chart(
                        new Figure(
                                "money-figure",
                                title,
                                Text.of(
                                        "Bars: mean over %s. Whisker: the total of the year lies there in 9 of 10 runs. Converted at the rate of the day of each payment; nominal, not discounted.%s"
                                                .formatted(
                                                        Say.count(results.runs, "run", "runs"),
                                                        budgets.caption())),
                                List.of(plans, currency),
                                List.of(new Figure.Panel("money-chart", "", 420, title, variants)),
                                new Table(
                                        "money-table",
                                        title + ", in the chosen plan and currency",
                                        List.of(
                                                Column.words("Fiscal year"),
                                                Column.number("Mean"),
                                                Column.number("9 of 10 runs"),
                                                Column.words("Largest causes")),
                                        first),
                                tables)));
        blocks.addAll(budgets.blocks());
        return blocks;
    }

    /// Causes by what they cost in all plans together, the greatest first.
    private List<String> causes(List<Spent> means) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Spent row : means) {
            if (row.currency().equals(results.info.frame().currency())) {
                weights.merge(row.cause(), row.amount(), Double::sum);
            }
        }
        return weights.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String largest(List<MoneyChart.Cause> causes, int year, String code) {
        return causes.stream()
                .filter(c -> c.values()[year] > 0)
                .sorted(Comparator.comparingDouble(c -> -c.values()[year]))
                .limit(3)
                .map(c -> c.name() + " " + amount(c.values()[year], code))
                .collect(Collectors.joining(", "));
    }

    private static String amount(double value, String code) {
        double shown = Math.abs(value) < 0.05 ? 0 : value;
        return Say.bare(shown, Currencies.of(code).unit());
    }
}
