package parapet.view.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.quantity.FiscalYears;
import parapet.view.chart.State;
import parapet.view.chart.WaterfallChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.read.Results;
import parapet.view.read.WaterfallRows.Days;
import parapet.view.words.Say;

/// From promised down to fully ready, by reason, in the fiscal years that begin after the as-of
/// date; where none does, in all that are simulated.
public final class Waterfall {
    private static final int MOST_STEPS = 11;

    private final Results results;
    private final Parts parts;

    public Waterfall(Results results) {
        this.results = results;
        this.parts = new Parts(results);
    }

    /// What the figure is about.
    public String title() {
        return results.time.firstAhead().isPresent()
                ? "Where the days go from now on"
                : "Where the days went";
    }

    /// The figure.
    public List<Block> blocks() {
        FiscalYears years = results.info.frame().fiscalYears();
        List<Days> all =
                results.rows(
                        Days.class, results.time.firstAhead().orElse(results.time.firstYear()));
        if (all.isEmpty()) {
            return List.of(Block.quiet("No unit is due in these years."));
        }
        Days any = all.getFirst();
        double span = results.time.years(any.firstYear(), any.lastYear());
        List<Days> rows = all.stream().map(row -> row.over(span)).toList();
        String first = years.name(any.firstYear());
        String last = years.name(any.lastYear());
        String named =
                first.equals(last)
                        ? "fiscal year " + first
                        : "fiscal years %s to %s".formatted(first, last);
        Map<String, List<Days>> byPlan = new LinkedHashMap<>();
        rows.forEach(row -> byPlan.computeIfAbsent(row.plan(), k -> new ArrayList<>()).add(row));
        Figure.Choice plans = parts.planChoice(parts.ordered(byPlan.keySet()));
        return List.of(
                new Variants("waterfall", List.of(plans))
                        .figure(
                                "%s-days a year, means over %s. Every day on which a promised %s was not fully ready is posted to one reason, so the bars add up; ranges in the table."
                                        .formatted(
                                                Say.words(results.unit),
                                                Say.count(results.runs, "draw", "draws"),
                                                results.unit),
                                List.of(new Variants.Panel("waterfall-chart", "", 0)),
                                new Table(
                                        "waterfall-table",
                                        "From promised down to fully ready, " + named,
                                        List.of(
                                                Column.words("Reason"),
                                                Column.number(
                                                        "Days a year", results.unit + "-days"),
                                                Column.number("Share of promised days", "share")),
                                        List.of()),
                                chosen ->
                                        draw(
                                                byPlan.getOrDefault(chosen.getFirst(), List.of()),
                                                named)));
    }

    private Variants.Drawn draw(List<Days> of, String span) {
        double total = of.stream().mapToDouble(Days::mean).sum();
        WaterfallChart chart = chart(of, total);
        return new Variants.Drawn(
                finding(of, total, span),
                List.of(chart.option()),
                of.stream().map(row -> row(row, total)).toList(),
                chart.height());
    }

    private String finding(List<Days> of, double total, String span) {
        double full = of.stream().filter(r -> r.label().isEmpty()).mapToDouble(Days::mean).sum();
        String most =
                of.stream()
                        .filter(r -> !r.label().isEmpty())
                        .max(Comparator.comparingDouble(Days::mean))
                        .map(r ->
                                "; most is lost to “%s”, %s"
                                        .formatted(
                                                State.nameOf(r.label()),
                                                Say.percent(r.mean() / total)))
                        .orElse("");
        return "%s of the promised days of %s are fully ready%s"
                .formatted(total > 0 ? Say.percent(full / total) : "None", span, most);
    }

    private static String label(String label) {
        return label.isEmpty() ? "Fully ready" : State.nameOf(label);
    }

    private static Table.Row row(Days row, double total) {
        return Table.Row.of(
                Cell.of(label(row.label())),
                Cell.of(Say.number(row.mean()), Say.range(row.p05(), row.p95(), ""))
                        .with(row.mean(), row.p05(), row.p95()),
                total > 0
                        ? Cell.of(Say.percent(row.mean() / total)).with(row.mean() / total)
                        : Cell.of("–"));
    }

    private WaterfallChart chart(List<Days> rows, double total) {
        List<WaterfallChart.Step> steps = new ArrayList<>();
        steps.add(step("Promised", total, true, "all days since the due date", total));
        List<Days> losses =
                rows.stream()
                        .filter(row -> !row.label().isEmpty() && row.mean() > 0)
                        .sorted(Comparator.comparingDouble(row -> -row.mean()))
                        .toList();
        double full = rows.stream().filter(r -> r.label().isEmpty()).mapToDouble(Days::mean).sum();
        double other = 0;
        int others = 0;
        for (int i = 0; i < losses.size(); i++) {
            Days row = losses.get(i);
            if (i < MOST_STEPS || losses.size() == MOST_STEPS + 1) {
                steps.add(
                        step(
                                label(row.label()),
                                row.mean(),
                                false,
                                "9 of 10 draws: " + Say.range(row.p05(), row.p95(), ""),
                                total));
            } else {
                other += row.mean();
                others++;
            }
        }
        if (others > 0) {
            String name = "%d other reasons".formatted(others);
            steps.add(step(name, other, false, "in the table below", total));
        }
        steps.add(step("Fully ready", full, true, "what is left", total));
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
}
