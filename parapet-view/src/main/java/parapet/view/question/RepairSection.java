package parapet.view.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.quantity.FiscalYears;
import parapet.view.chart.GanttChart;
import parapet.view.chart.WaterfallChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.figure.ChainTable;
import parapet.view.figure.Comparisons;
import parapet.view.figure.Parts;
import parapet.view.read.RepairSectionRows.Days;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.read.Results.Plan;
import parapet.view.words.Say;

/// Question 2: does local repair and spares production pay, and when?
public final class RepairSection {
    private static final int MOST_STEPS = 11;

    private final Results results;
    private final Parts parts;
    private final Comparisons comparisons;

    public RepairSection(Results results) {
        this.results = results;
        this.parts = new Parts(results);
        this.comparisons = new Comparisons(results, "repair");
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("gain", "What each choice adds"));
        blocks.addAll(comparisons.blocks());
        blocks.add(new Block.Heading("downtime", "Where the days go from now on"));
        blocks.addAll(waterfall(false));
        blocks.addAll(new ChainTable(results).blocks(comparisons.leading("ready-unit-years")));
        blocks.add(new Block.Heading("plans", "All plans side by side"));
        blocks.addAll(planTable());
        return new Section("q2", "2", results.question("repair"), answers(), blocks);
    }

    private List<Text> answers() {
        List<Text> answers = new ArrayList<>();
        Difference availability = comparisons.leading("availability");
        Difference ready = comparisons.leading("ready-unit-years");
        if (availability != null) {
            Metric metric = results.metric(availability.metric());
            String unit = metric.unit();
            Text.Builder text =
                    new Text.Builder()
                            .say(
                                    "%s against %s changes availability by "
                                            .formatted(
                                                    results.quoted(availability.plan()),
                                                    results.quoted(availability.against())))
                            .strong(Say.difference(availability.mean(), unit))
                            .say(
                                    " (9 of 10 draws: %s; better in %s of %d paired draws)"
                                            .formatted(
                                                    Say.differenceRange(
                                                            availability.p05(),
                                                            availability.p95(),
                                                            unit),
                                                    Say.percent(availability.shareBetter()),
                                                    availability.n()));
            if (ready != null) {
                text.say(", which is ")
                        .strong(
                                "%s ready %s-years"
                                        .formatted(Say.difference(ready.mean(), ""), results.unit))
                        .say(
                                " by %s (%s)"
                                        .formatted(
                                                Say.month(results.metric(ready.metric()).date()),
                                                Say.differenceRange(ready.p05(), ready.p95(), "")));
            }
            text.say(".");
            parts.restsOn(text, availability.metric());
            answers.add(text.build());
        }
        if (ready != null) {
            String cost = comparisons.ratios().get(ready.comparison());
            if (cost != null) {
                answers.add(
                        new Text.Builder()
                                .say("Cost of one more ready %s-year: ".formatted(results.unit))
                                .strong(cost)
                                .say(
                                        " (ratio of paired means, in brackets its 95 % interval; nominal money).")
                                .build());
            }
        }
        String even = comparisons.breakEven();
        if (even != null && ready != null) {
            answers.add(
                    new Text.Builder()
                            .say("Money spent and saved is even by ")
                            .strong(even)
                            .say(
                                    " (%s; year in which the fiscal year ends, 9 of 10 draws)."
                                            .formatted(results.quoted(ready.plan())))
                            .build());
        }
        if (answers.isEmpty()) {
            answers.add(
                    Text.of(
                            "The scenario compares no plans with and without local repair, so this run does not answer the question."));
        }
        return answers;
    }

    /// From promised down to ready, by reason.
    ///
    /// @param past whether of the years up to the as-of date, or of those after it
    public List<Block> waterfall(boolean past) {
        FiscalYears years = results.info.frame().fiscalYears();
        int year = years.of(results.info.asOf());
        List<Days> rows = results.query.rows(Days.class, year, past);
        if (rows.isEmpty()) {
            return List.of(
                    Block.quiet(
                            past
                                    ? "No day was lost up to the as-of date."
                                    : "No day is simulated after the as-of date."));
        }
        String span =
                "fiscal years %s to %s"
                        .formatted(
                                years.name(rows.getFirst().firstYear()),
                                years.name(rows.getFirst().lastYear()));
        Map<String, List<Days>> byPlan = new LinkedHashMap<>();
        rows.forEach(row -> byPlan.computeIfAbsent(row.plan(), k -> new ArrayList<>()).add(row));
        Figure.Choice plans = parts.planChoice(parts.ordered(byPlan.keySet()));
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        int height = 0;
        for (Figure.Option option : plans.options()) {
            List<Days> of = byPlan.getOrDefault(option.key(), List.of());
            WaterfallChart chart = chart(of);
            height = Math.max(height, chart.height());
            variants.put(option.key(), chart.option());
            double total = of.stream().mapToDouble(row -> row.mean()).sum();
            List<Table.Row> table = of.stream().map(row -> row(row, total)).toList();
            tables.put(option.key(), Parts.plain(table));
            if (first.isEmpty()) {
                first = table;
            }
        }
        String id = past ? "waterfall-past" : "waterfall-next";
        String title =
                "From promised down to ready: %s-days a year, %s".formatted(results.unit, span);
        return List.of(
                new Block.Chart(
                        new Figure(
                                id,
                                title,
                                Text.of(
                                        "Every day on which a promised %s was not full is posted to one reason, so the bars add up. Means over %s; ranges in the table."
                                                .formatted(
                                                        results.unit,
                                                        Say.count(results.runs, "run", "runs"))),
                                List.of(plans),
                                List.of(
                                        new Figure.Panel(
                                                id + "-chart", "", height, title, variants)),
                                new Table(
                                        id + "-table",
                                        title,
                                        List.of(
                                                Column.words("Reason"),
                                                Column.number("Mean"),
                                                Column.number("9 of 10 runs"),
                                                Column.number("Share of promised days")),
                                        first),
                                tables)));
    }

    private static Table.Row row(Days row, double total) {
        return Table.Row.of(
                Cell.of(label(row.label())),
                Cell.of(Say.number(row.mean())),
                Cell.of(Say.range(row.p05(), row.p95(), "")),
                Cell.of(total > 0 ? Say.percent(row.mean() / total) : "–"));
    }

    private static String label(String label) {
        return label.isEmpty() ? "Ready (full)" : GanttChart.stateName(label);
    }

    private WaterfallChart chart(List<Days> rows) {
        double total = rows.stream().mapToDouble(row -> row.mean()).sum();
        List<WaterfallChart.Step> steps = new ArrayList<>();
        steps.add(step("Promised", total, true, "all days since the due date", total));
        List<Days> losses =
                rows.stream()
                        .filter(row -> !row.label().isEmpty() && row.mean() > 0)
                        .sorted(Comparator.comparingDouble(row -> -row.mean()))
                        .toList();
        double other = 0;
        int others = 0;
        double full = 0;
        for (Days row : rows) {
            full += row.label().isEmpty() ? row.mean() : 0;
        }
        for (int i = 0; i < losses.size(); i++) {
            Days row = losses.get(i);
            double mean = row.mean();
            if (i < MOST_STEPS || losses.size() == MOST_STEPS + 1) {
                steps.add(
                        step(
                                label(row.label()),
                                mean,
                                false,
                                "9 of 10 runs: " + Say.range(row.p05(), row.p95(), ""),
                                total));
            } else {
                other += mean;
                others++;
            }
        }
        if (others > 0) {
            steps.add(
                    step(
                            "%d other reasons".formatted(others),
                            other,
                            false,
                            "in the table below",
                            total));
        }
        steps.add(step("Ready (full)", full, true, "what is left", total));
        return new WaterfallChart(results.unit + "-days a year", steps);
    }

    private static WaterfallChart.Step step(
            String label, double value, boolean whole, String detail, double total) {
        return new WaterfallChart.Step(
                label,
                value,
                whole,
                Say.number(Math.rint(value * 10) / 10),
                "%s: %s a year (%s of promised)\n%s"
                        .formatted(
                                label,
                                Say.number(value),
                                total > 0 ? Say.percent(value / total) : "–",
                                detail));
    }

    private List<Block> planTable() {
        if (results.plans.isEmpty()) {
            return List.of(Block.quiet("The run holds no plan."));
        }
        List<Metric> shown = new ArrayList<>();
        results.last("ready-unit-years").ifPresent(shown::add);
        results.last("availability").ifPresent(shown::add);
        results.cost().ifPresent(shown::add);
        List<Column> columns = new ArrayList<>(List.of(Column.words("Plan")));
        for (Metric metric : shown) {
            columns.add(Column.number(results.head(metric)));
            columns.add(Column.number("to reference"));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (Plan plan : results.plans.values()) {
            List<Cell> cells = new ArrayList<>();
            Text.Builder name = new Text.Builder();
            if (plan.key().equals(results.reference)) {
                name.strong(plan.name()).say(" (reference)");
            } else {
                name.say(plan.name());
            }
            cells.add(
                    new Cell(
                            name.build(),
                            plan.caution().isEmpty() ? "" : "Caution: " + plan.caution(),
                            plan.caution().isEmpty() ? "" : "flag"));
            for (Metric metric : shown) {
                Estimate e = results.estimate(plan.key(), metric.key());
                cells.add(e == null ? Cell.of("–") : parts.estimate(e));
                Difference d = results.toReference(plan.key(), metric.key());
                cells.add(d == null ? Cell.of("–") : parts.difference(d));
            }
            rows.add(new Table.Row(Say.anchor("plan", plan.key()), false, "", cells));
        }
        return List.of(
                new Block.Grid(
                        new Table(
                                "plan-table",
                                "All plans: mean over %s, below it where 9 of 10 draws lie; differences are paired with the reference on the same draws"
                                        .formatted(
                                                Say.count(results.info.draws(), "draw", "draws")),
                                columns,
                                rows),
                        false,
                        false),
                Block.quiet(
                        "▲ more, ▼ less than the reference. Green: better, red: worse, where the mean difference is clear of zero (95 %). All other answers of every plan stand at the end of the report."));
    }
}
