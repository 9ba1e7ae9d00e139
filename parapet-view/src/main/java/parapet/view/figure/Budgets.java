package parapet.view.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.BudgetsRows.Budget;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// The money granted for fiscal years: the line in the chart of money, the years in which plans
/// exceed it in words, and the table of both.
public final class Budgets {
    private static final int MOST_NAMED = 3;
    private static final double MOST_RUNS = 0.5;

    private final Results results;
    private final List<Budget> rows;

    public Budgets(Results results) {
        this.results = results;
        this.rows =
                results.rows(Budget.class).stream()
                        .filter(row -> results.plans.containsKey(row.plan()))
                        .toList();
    }

    /// The years that have a budget.
    public Set<Integer> years() {
        Set<Integer> years = new TreeSet<>();
        rows.forEach(row -> years.add(row.fiscalYear()));
        return years;
    }

    /// The budget of each year in the unit of the chart, not-a-number where none is granted in that
    /// currency: what a budget would have been in another one depends on the run.
    public double[] of(String plan, String currency, List<Integer> years) {
        double[] budget = new double[years.size()];
        Arrays.fill(budget, Double.NaN);
        for (Budget row : rows) {
            int year = years.indexOf(row.fiscalYear());
            if (year >= 0 && row.plan().equals(plan) && row.currency().equals(currency)) {
                budget[year] = row.budget();
            }
        }
        return budget;
    }

    /// What the caption of the chart says of the line; empty when none is drawn.
    public String caption() {
        Set<String> units = new LinkedHashSet<>();
        rows.forEach(row -> units.add(row.unit()));
        return units.isEmpty()
                ? ""
                : " Line: the budget of the year, as granted in %s."
                        .formatted(String.join(" and ", units));
    }

    /// In words and as a table; nothing without a budget.
    public List<Block> blocks() {
        return rows.isEmpty()
                ? List.of()
                : List.of(new Block.Paragraph(exceeded(), false), table());
    }

    private Text exceeded() {
        Map<List<Integer>, List<String>> plansOf = new LinkedHashMap<>();
        Set<String> counted = new LinkedHashSet<>();
        for (String plan : results.plans.keySet()) {
            List<Budget> own = rows.stream().filter(row -> row.plan().equals(plan)).toList();
            List<Integer> over =
                    own.stream()
                            .filter(row -> row.shareOver() > MOST_RUNS)
                            .map(row -> row.fiscalYear())
                            .toList();
            if (!own.isEmpty()) {
                counted.add(plan);
            }
            if (!over.isEmpty()) {
                plansOf.computeIfAbsent(over, k -> new ArrayList<>()).add(plan);
            }
        }
        if (plansOf.isEmpty()) {
            Budget nearest =
                    rows.stream()
                            .max(Comparator.comparingDouble(row -> row.shareOver()))
                            .orElseThrow();
            Text.Builder text =
                    new Text.Builder()
                            .strong(
                                    "No plan exceeds the budget of any year in more than half of the runs");
            return nearest.shareOver() > 0
                    ? text.say(
                                    "; nearest comes %s, in %s in %s of them."
                                            .formatted(
                                                    results.quoted(nearest.plan()),
                                                    nearest.name(),
                                                    Say.percent(nearest.shareOver())))
                            .build()
                    : text.say(", and none in any run.").build();
        }
        Text.Builder text =
                new Text.Builder().say("In more than half of the runs the budget is exceeded ");
        String between = "";
        int over = 0;
        for (Map.Entry<List<Integer>, List<String>> e : plansOf.entrySet()) {
            List<String> plans = e.getValue();
            over += plans.size();
            text.say(between).strong("in " + names(e.getKey()));
            text.say(plans.size() == counted.size() ? " by every plan" : " by " + some(plans));
            between = "; ";
        }
        int rest = counted.size() - over;
        return text.say(
                        rest == 0
                                ? "."
                                : ". The other %s within the budget of every year in at least half of them."
                                        .formatted(rest == 1 ? "plan stays" : rest + " plans stay"))
                .build();
    }

    private String some(List<String> plans) {
        int shown = plans.size() <= MOST_NAMED + 1 ? plans.size() : MOST_NAMED;
        List<String> words =
                plans.stream()
                        .limit(shown)
                        .map(results::quoted)
                        .collect(Collectors.toCollection(ArrayList::new));
        if (shown < plans.size()) {
            words.add("%d more plans".formatted(plans.size() - shown));
        }
        return Say.listed(words);
    }

    /// Years by name, three or more in a row as a range.
    private String names(List<Integer> years) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < years.size()) {
            int last = i;
            while (last + 1 < years.size() && years.get(last + 1) == years.get(last) + 1) {
                last++;
            }
            if (last >= i + 2) {
                words.add(name(years.get(i)) + " to " + name(years.get(last)));
                i = last + 1;
            } else {
                words.add(name(years.get(i)));
                i++;
            }
        }
        return Say.listed(words);
    }

    private String name(int year) {
        return results.info.frame().fiscalYears().name(year);
    }

    private Block table() {
        List<Table.Row> table = new ArrayList<>();
        for (String plan : results.plans.keySet()) {
            for (Budget row : rows) {
                if (row.plan().equals(plan)) {
                    table.add(
                            Table.Row.of(
                                    Cell.of(results.planName(plan)),
                                    Cell.of(row.name()),
                                    Cell.of(Say.measure(row.budget(), row.unit())),
                                    Cell.of(
                                            Say.measure(row.mean(), row.unit()),
                                            Say.range(row.p05(), row.p95(), row.unit())),
                                    Cell.of(Say.percent(row.shareOver()))));
                }
            }
        }
        return new Block.Grid(
                new Table(
                        "budget-table",
                        "Money granted for a fiscal year, and what each plan spends in it",
                        List.of(
                                Column.words("Plan"),
                                Column.words("Fiscal year"),
                                Column.number("Budget"),
                                Column.number("Spent"),
                                Column.number("Runs that exceed it")),
                        table),
                false);
    }
}
