package parapet.view.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Text;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.words.Say;

/// Cells, choices and sentences that several sections use.
public final class Parts {
    private final Results results;

    public Parts(Results results) {
        this.results = results;
    }

    /// A choice of plan, the reference first.
    public Figure.Choice planChoice(Iterable<String> keys) {
        Map<String, Figure.Option> options = new LinkedHashMap<>();
        for (String key : keys) {
            options.put(key, new Figure.Option(key, results.planName(key)));
        }
        Figure.Option reference = options.remove(results.reference);
        List<Figure.Option> ordered = new ArrayList<>();
        if (reference != null) {
            ordered.add(new Figure.Option(reference.key(), reference.label() + " (reference)"));
        }
        ordered.addAll(options.values());
        return new Figure.Choice("Plan", "a", ordered);
    }

    /// Mean of a metric for a plan with the band of the draws below; a dash where it is not known.
    public Cell estimate(String plan, Metric metric) {
        Estimate estimate = results.estimate(plan, metric.key());
        if (estimate == null) {
            return Cell.of("–");
        }
        String unit = metric.unit();
        return new Cell(
                        Text.of(Say.bare(estimate.mean(), unit)),
                        Say.bareRange(estimate.low(), estimate.high(), unit),
                        "")
                .with(estimate.mean(), estimate.low(), estimate.high());
    }

    /// Difference with sign and arrow, its band, and in how many draws it is better.
    public Cell difference(Difference difference) {
        String unit = results.metric(difference.metric()).unit();
        String share =
                Double.isFinite(difference.shareBetter())
                        ? ", better in " + Say.percent(difference.shareBetter())
                        : "";
        return new Cell(
                        arrowed(difference),
                        Say.differenceRange(difference.p05(), difference.p95(), unit) + share,
                        results.tone(difference))
                .with(difference.mean(), difference.p05(), difference.p95());
    }

    /// Difference with sign and arrow, below it the noise of the simulation.
    public Cell noisy(Difference d) {
        String unit = results.metric(d.metric()).unit();
        return new Cell(
                        arrowed(d),
                        "± " + Say.bare(d.half(), unit.equals("%") ? "" : unit),
                        results.tone(d))
                .with(d.mean(), d.mean() - d.half(), d.mean() + d.half());
    }

    private Text arrowed(Difference d) {
        String arrow = d.mean() > 0 ? " ▲" : d.mean() < 0 ? " ▼" : "";
        return Text.of(Say.difference(d.mean(), results.metric(d.metric()).unit()) + arrow);
    }

    /// How arrows and colours of differences to the reference are read.
    public static Block legend() {
        return Block.quiet(
                "▲ more, ▼ less than the reference. Green: better, red: worse, where the mean difference is clear of zero (95 %); other differences may be chance.");
    }

    /// A range of numbers of units.
    public static String tenths(double low, double high) {
        return Say.span(Say.tenths(low), Say.tenths(high));
    }

    /// Plans in the order of the scenario, then whatever else there is.
    public List<String> ordered(Set<String> keys) {
        List<String> ordered = new ArrayList<>(results.plans.keySet());
        ordered.retainAll(keys);
        keys.stream().filter(key -> !ordered.contains(key)).forEach(ordered::add);
        return ordered;
    }

    public static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}
