package parapet.view.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.view.chart.Json;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.CompareRows.Pair;
import parapet.view.read.Results;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// Any two plans beside each other: readiness, money and what is kept of raids, each with the
/// paired difference over the draws.
public final class CompareTable {
    private final Results results;
    private final Parts parts;
    private final List<Metric> metrics;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    public CompareTable(Results results) {
        this.results = results;
        this.parts = new Parts(results);
        this.metrics = metrics();
        if (!metrics.isEmpty() && results.plans.size() > 1) {
            List<String> keys = metrics.stream().map(Metric::key).toList();
            for (Pair pair : results.rows(Pair.class, keys)) {
                pairs.put(key(pair.plan(), pair.against(), pair.metric()), pair);
            }
        }
    }

    private static String key(String plan, String against, String metric) {
        return plan + "|" + against + "|" + metric;
    }

    private List<Metric> metrics() {
        List<Metric> all = new ArrayList<>();
        results.last("availability").ifPresent(all::add);
        results.last("usable").ifPresent(all::add);
        results.last("ready-unit-years").ifPresent(all::add);
        SkyNumbers sky = new SkyNumbers(results);
        Metric cost = sky.cost();
        if (cost != null) {
            all.add(cost);
        }
        if (!sky.dates().isEmpty()) {
            for (String raid : sky.raids()) {
                sky.metric("kept", raid, sky.dates().getLast())
                        .or(() -> sky.metric("stopped", raid, sky.dates().getLast()))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /// Whether there are two plans.
    public boolean isEmpty() {
        return pairs.isEmpty();
    }

    /// The table of the reference beside the plan that is compared with it first.
    public Block block(String other) {
        String a = results.reference;
        List<Table.Row> rows = new ArrayList<>();
        for (Metric metric : metrics) {
            Pair pair = pair(other, a, metric.key());
            rows.add(
                    Table.Row.of(
                            Cell.of(metric.label(), unit(metric)),
                            parts.estimate(a, metric),
                            parts.estimate(other, metric),
                            pair == null ? Cell.of("–") : difference(pair, metric)));
        }
        return new Block.Compare(
                new Table(
                        "compare-table",
                        "Two plans side by side: means, below them where 9 of 10 draws lie; the difference is paired draw by draw",
                        List.of(
                                Column.words("What"),
                                Column.number(results.planName(a)),
                                Column.number(results.planName(other)),
                                Column.number("Difference, second minus first")),
                        rows));
    }

    private static String unit(Metric metric) {
        return metric.unit().equals("%") ? "" : metric.unit();
    }

    private @Nullable Pair pair(String plan, String against, String metric) {
        Pair found = pairs.get(key(plan, against, metric));
        if (found != null) {
            return found;
        }
        Pair other = pairs.get(key(against, plan, metric));
        return other == null
                ? null
                : new Pair(
                        plan,
                        against,
                        metric,
                        -other.mean(),
                        -other.high(),
                        -other.low(),
                        1 - other.more());
    }

    private static Cell difference(Pair pair, Metric metric) {
        double better = metric.higherIsBetter() ? pair.more() : 1 - pair.more();
        return new Cell(
                        Text.of(Say.difference(pair.mean(), metric.unit())),
                        "%s, better in %s"
                                .formatted(
                                        Say.differenceRange(pair.low(), pair.high(), metric.unit()),
                                        Say.percent(better)),
                        "")
                .with(pair.mean(), pair.low(), pair.high());
    }

    private static List<@Nullable Object> numbers(double... values) {
        var shown = new double[values.length];
        Arrays.setAll(shown, i -> Json.digits(values[i], i == 0 ? 4 : 3));
        return Json.numbers(shown);
    }

    /// All pairs, as the script reads them: metrics, plans, and for each pair the mean, the band
    /// and the share of the draws in which the first has more.
    public Map<String, Object> data() {
        var estimates = new LinkedHashMap<String, Object>();
        for (String plan : results.plans.keySet()) {
            List<@Nullable Object> of = new ArrayList<>();
            for (Metric metric : metrics) {
                Estimate e = results.estimate(plan, metric.key());
                of.add(e == null ? null : numbers(e.mean(), e.low(), e.high()));
            }
            estimates.put(plan, of);
        }
        var differences = new LinkedHashMap<String, Object>();
        List<String> keys = metrics.stream().map(Metric::key).toList();
        for (Pair pair : pairs.values()) {
            @SuppressWarnings("unchecked") // it is put here alone
            Map<String, Object> of =
                    (Map<String, Object>)
                            differences.computeIfAbsent(
                                    pair.plan() + "|" + pair.against(),
                                    k -> new LinkedHashMap<String, Object>());
            of.put(
                    Integer.toString(keys.indexOf(pair.metric())),
                    numbers(pair.mean(), pair.low(), pair.high(), pair.more()));
        }
        return Json.object(
                "metrics",
                metrics.stream()
                        .map(m ->
                                Json.object(
                                        "label", m.label(),
                                        "unit", m.unit(),
                                        "more", m.higherIsBetter()))
                        .toList(),
                "estimates",
                estimates,
                "pairs",
                differences);
    }
}
