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
import parapet.view.read.ReasonFigureRows.Leak;
import parapet.view.read.Results;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Why targets got through on the first night of a raid, by class.
public final class ReasonFigure {
    private final Results results;

    public ReasonFigure(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<String> shown = new SkyNumbers(results).shown();
        var frame = new RaidFrame<Leak>(results, raid -> results.rows(Leak.class, raid, shown));
        if (frame.isEmpty()) {
            return List.of(Block.quiet("Nothing gets through in any raid of this run."));
        }
        Map<String, Double> totals = new LinkedHashMap<>();
        frame.all().forEach(row -> totals.merge(row.reason(), row.mean(), Double::sum));
        // in one order and one colour in all raids
        List<String> reasons =
                totals.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        reasons.forEach(reason -> results.palette.of("reason", reason));
        int most = (int) frame.all().stream().map(Leak::target).distinct().count();
        return List.of(
                new Variants("why", frame.choices())
                        .figure(
                                "Mean number of targets. The furthest link at which the chain of every battery broke: of all batteries the one that came nearest to stopping the target gives the reason.",
                                List.of(new Variants.Panel("", 84 + 34 * most)),
                                List.of(
                                        Column.words("Class of target"),
                                        Column.words("Reason"),
                                        Column.number("Got through", "targets")),
                                chosen -> draw(frame, chosen, reasons)));
    }

    private Variants.Drawn draw(RaidFrame<Leak> frame, List<String> chosen, List<String> reasons) {
        List<Leak> of = frame.of(chosen.get(0), chosen.get(1), chosen.get(2));
        Set<String> targets = new LinkedHashSet<>();
        of.forEach(row -> targets.add(row.target()));
        return new Variants.Drawn(
                why(of, results.nameOf("raid", chosen.get(2))),
                List.of(stack(of, List.copyOf(targets), reasons).option()),
                of.stream()
                        .map(row ->
                                Table.Row.of(
                                        Cell.of(results.nameOf("target", row.target())),
                                        Cell.of(row.reason()),
                                        Cell.of(Say.number(row.mean())).with(row.mean())))
                        .toList());
    }

    private StackChart stack(List<Leak> rows, List<String> classes, List<String> reasons) {
        List<StackChart.Part> stack = new ArrayList<>();
        for (String reason : reasons) {
            double[] values = new double[classes.size()];
            for (int i = 0; i < values.length; i++) {
                for (Leak row : rows) {
                    if (row.reason().equals(reason) && row.target().equals(classes.get(i))) {
                        values[i] = row.mean();
                    }
                }
            }
            stack.add(new StackChart.Part(reason, results.palette.of("reason", reason), values));
        }
        return new StackChart(
                "targets", classes.stream().map(c -> results.nameOf("target", c)).toList(), stack);
    }

    /// The two greatest reasons, in words.
    private static String why(List<Leak> rows, String raid) {
        double all = rows.stream().mapToDouble(Leak::mean).sum();
        if (!(all > 0)) {
            return "“%s”: nothing gets through on the first night".formatted(raid);
        }
        Map<String, Double> totals = new LinkedHashMap<>();
        rows.forEach(row -> totals.merge(row.reason(), row.mean(), Double::sum));
        List<String> most =
                totals.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .limit(2)
                        .map(e -> "%s %s".formatted(Say.percent(e.getValue() / all), e.getKey()))
                        .toList();
        return "“%s”: %s targets get through on the first night, %s"
                .formatted(raid, SkyNumbers.count(all), String.join(", ", most));
    }
}
