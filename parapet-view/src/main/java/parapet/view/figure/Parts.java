package parapet.view.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// Mean with the band of the draws below.
    public Cell estimate(Estimate estimate) {
        String unit = results.metric(estimate.metric()).unit();
        return new Cell(
                        Text.of(Say.bare(estimate.mean(), unit)),
                        Say.bareRange(estimate.low(), estimate.high(), unit),
                        "")
                .with(estimate.mean(), estimate.low(), estimate.high());
    }

    /// Difference with sign and arrow, its band, and in how many draws it is better.
    public Cell difference(Difference difference) {
        Metric metric = results.metric(difference.metric());
        String unit = metric.unit();
        boolean clear = Math.abs(difference.mean()) > difference.half();
        boolean better = difference.mean() > 0 == metric.higherIsBetter();
        String arrow = difference.mean() > 0 ? " ▲" : difference.mean() < 0 ? " ▼" : "";
        String share =
                Double.isFinite(difference.shareBetter())
                        ? ", better in " + Say.percent(difference.shareBetter())
                        : "";
        return new Cell(
                        Text.of(Say.difference(difference.mean(), unit) + arrow),
                        Say.differenceRange(difference.p05(), difference.p95(), unit) + share,
                        difference.mean() == 0 || !clear ? "" : better ? "better" : "worse")
                .with(difference.mean(), difference.p05(), difference.p95());
    }

    /// A range of numbers of units.
    public static String tenths(double low, double high) {
        String first = Say.tenths(low);
        String last = Say.tenths(high);
        return first.equals(last) ? last : first + " to " + last;
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
