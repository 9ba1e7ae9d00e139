package parapet.view.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parapet.quantity.Currencies;
import parapet.view.chart.Json;
import parapet.view.chart.MoneyChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
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
        List<Spent> means = results.rows(Spent.class);
        if (means.isEmpty()) {
            return List.of(Block.quiet("No money is spent in this scenario."));
        }
        List<Year> totals = results.rows(Year.class);
        Set<String> found = new LinkedHashSet<>();
        Set<Integer> allYears = new TreeSet<>();
        for (Year row : totals) {
            found.add(row.plan());
            allYears.add(row.fiscalYear());
        }
        Budgets budgets = new Budgets(results);
        allYears.addAll(budgets.years());
        List<Integer> years = List.copyOf(allYears);
        List<String> causes = causes(means);
        causes.forEach(cause -> results.palette.of("money", cause));
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Variants(
                                "money-figure",
                                List.of(parts.planChoice(parts.ordered(found)), currencies(totals)))
                        .figure(
                                "Bars: mean over %s. Whisker: the total of the year lies there in 9 of 10 draws. Converted at the rate of the day of each payment; nominal, not discounted.%s"
                                        .formatted(
                                                Say.count(results.runs, "draw", "draws"),
                                                budgets.caption()),
                                List.of(new Variants.Panel("", 380)),
                                List.of(
                                        Column.words("Fiscal year"),
                                        Column.number("Money", "in the chosen currency")),
                                chosen ->
                                        draw(
                                                means,
                                                totals,
                                                years,
                                                causes,
                                                budgets,
                                                chosen.getFirst(),
                                                chosen.getLast())));
        blocks.addAll(budgets.blocks());
        return blocks;
    }

    private Figure.Choice currencies(List<Year> totals) {
        Set<String> currencies = new LinkedHashSet<>();
        currencies.add(results.info.frame().currency());
        totals.forEach(row -> currencies.add(row.currency()));
        // the table also tells what is paid in currencies that are not shown, in part
        if (!results.costs().isEmpty()) {
            currencies.retainAll(results.costs().stream().map(Metric::currency).toList());
        }
        return new Figure.Choice(
                "In",
                "in",
                currencies.stream()
                        .map(c -> new Figure.Option(c, Currencies.of(c).unit()))
                        .toList());
    }

    private Variants.Drawn draw(
            List<Spent> means,
            List<Year> totals,
            List<Integer> years,
            List<String> order,
            Budgets budgets,
            String plan,
            String code) {
        double scale = Currencies.of(code).totals().factor();
        List<String> names = years.stream().map(results.info.frame().fiscalYears()::name).toList();
        List<MoneyChart.Cause> causes = new ArrayList<>();
        for (String cause : order) {
            double[] values = new double[years.size()];
            for (Spent row : means) {
                if (row.plan().equals(plan)
                        && row.currency().equals(code)
                        && row.cause().equals(cause)) {
                    values[years.indexOf(row.fiscalYear())] += row.amount() / scale;
                }
            }
            Arrays.setAll(values, i -> Json.digits(values[i], 4));
            causes.add(new MoneyChart.Cause(cause, results.palette.of("money", cause), values));
        }
        double[] low = new double[years.size()];
        double[] high = new double[years.size()];
        List<Table.Row> table = new ArrayList<>();
        double sum = 0;
        for (Year row : totals) {
            if (!row.plan().equals(plan) || !row.currency().equals(code)) {
                continue;
            }
            int index = years.indexOf(row.fiscalYear());
            low[index] = Json.digits(row.p05() / scale, 4);
            high[index] = Json.digits(row.p95() / scale, 4);
            sum += row.mean() / scale;
            table.add(
                    Table.Row.of(
                            Cell.of(names.get(index)),
                            Cell.of(
                                            amount(row.mean() / scale, code),
                                            Say.bareRange(
                                                    low[index],
                                                    high[index],
                                                    Currencies.of(code).unit()))
                                    .with(row.mean() / scale, low[index], high[index])));
        }
        String unit = Currencies.of(code).unit();
        return new Variants.Drawn(
                "%s: %s in all; most goes to %s"
                        .formatted(results.planName(plan), Say.measure(sum, unit), most(causes)),
                List.of(
                        new MoneyChart(
                                        unit,
                                        names,
                                        causes,
                                        low,
                                        high,
                                        budgets.of(plan, code, years))
                                .option()),
                table);
    }

    private static String most(List<MoneyChart.Cause> causes) {
        return Say.listed(
                causes.stream()
                        .sorted(Comparator.comparingDouble(c -> -Arrays.stream(c.values()).sum()))
                        .limit(2)
                        .map(c -> c.name().toLowerCase(Locale.ENGLISH))
                        .toList());
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

    private static String amount(double value, String code) {
        double shown = Math.abs(value) < 0.05 ? 0 : value;
        return Say.bare(shown, Currencies.of(code).unit());
    }
}
