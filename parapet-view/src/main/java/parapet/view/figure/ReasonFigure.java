package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.view.chart.StackChart;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.ReasonFigureRows.Leak;
import parapet.view.read.Results;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Why targets got through on the first night of a raid: in words, and by class and reason.
public final class ReasonFigure {
    private final Results results;
    private final PlanDateFigure frame;
    private final SkyNumbers sky;

    public ReasonFigure(Results results) {
        this.results = results;
        this.frame = new PlanDateFigure(results);
        this.sky = new SkyNumbers(results);
    }

    public List<Block> blocks(String raid) {
        List<Leak> rows = results.query.rows(Leak.class, raid, sky.shown());
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Double> totals = new LinkedHashMap<>();
        Set<String> targets = new LinkedHashSet<>();
        for (Leak row : rows) {
            totals.merge(row.reason(), row.mean(), Double::sum);
            targets.add(row.target());
        }
        List<String> reasons =
                totals.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        List<String> classes = List.copyOf(targets);
        String title =
                "Why targets got through, first night: “%s”"
                        .formatted(results.nameOf("raid", raid));
        List<Leak> own =
                PlanDateFigure.byVariant(rows)
                        .getOrDefault(
                                results.reference
                                        + "|"
                                        + frame.choices(rows).getLast().options().getFirst().key(),
                                List.of());
        int height = new StackChart("", classes, List.of()).height();
        return List.of(
                new Block.Paragraph(why(own), false),
                frame.figure(
                        Say.anchor("why", raid),
                        title,
                        "The furthest link at which the chain of every battery broke: of all batteries the one that came nearest to stopping the target gives the reason. Mean over the runs.",
                        rows,
                        List.of(new PlanDateFigure.Panel("", height)),
                        List.of(
                                Column.words("Class of target"),
                                Column.words("Reason"),
                                Column.number("Targets, mean")),
                        (of, panels) -> {
                            panels.add(stack(of, classes, reasons).option());
                            return of.stream()
                                    .map(row ->
                                            Table.Row.of(
                                                    Cell.of(results.nameOf("target", row.target())),
                                                    Cell.of(row.reason()),
                                                    Cell.of(Say.number(row.mean()))))
                                    .toList();
                        }));
    }

    private StackChart stack(List<Leak> rows, List<String> classes, List<String> reasons) {
        List<StackChart.Part> stack = new ArrayList<>();
        for (String reason : reasons) {
            double[] values = new double[classes.size()];
            List<String> tips = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                for (Leak row : rows) {
                    if (row.reason().equals(reason) && row.target().equals(classes.get(i))) {
                        values[i] = row.mean();
                    }
                }
                tips.add(
                        "%s\n%s: %s targets"
                                .formatted(
                                        results.nameOf("target", classes.get(i)),
                                        reason,
                                        Say.number(values[i])));
            }
            stack.add(new StackChart.Part(reason, values, tips));
        }
        return new StackChart(
                "targets", classes.stream().map(c -> results.nameOf("target", c)).toList(), stack);
    }

    /// The two greatest reasons of the reference plan, in words.
    private static Text why(List<Leak> rows) {
        double all = rows.stream().mapToDouble(row -> row.mean()).sum();
        Map<String, Double> totals = new LinkedHashMap<>();
        rows.forEach(row -> totals.merge(row.reason(), row.mean(), Double::sum));
        if (!(all > 0)) {
            return Text.of("Nothing gets through on the first night.");
        }
        List<Map.Entry<String, Double>> most =
                totals.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .limit(2)
                        .toList();
        Text.Builder text =
                new Text.Builder()
                        .say(
                                "Of %s targets that get through on the first night, "
                                        .formatted(SkyNumbers.count(all)))
                        .strong(
                                "%s: %s"
                                        .formatted(
                                                Say.percent(most.getFirst().getValue() / all),
                                                most.getFirst().getKey()));
        if (most.size() > 1) {
            text.say(
                    "; %s: %s"
                            .formatted(
                                    Say.percent(most.getLast().getValue() / all),
                                    most.getLast().getKey()));
        }
        return text.say(".").build();
    }
}
