package parapet.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What all sections need of a run: its plans, metrics, estimates and differences, and the words
/// for them.
final class Results {

    /// A plan.
    record Plan(
            String key, String name, String about, String caution, String changes, boolean ref) {}

    /// A metric. Its key is a prefix, and after a slash a date or a period.
    record Metric(String key, String label, String unit, boolean higherIsBetter) {
        String prefix() {
            int slash = key.indexOf('/');
            return slash < 0 ? key : key.substring(0, slash);
        }

        String argument() {
            int slash = key.indexOf('/');
            return slash < 0 ? "" : key.substring(slash + 1);
        }

        /// The date of the metric, or the end of its period; null when it has none.
        @Nullable LocalDate date() {
            String text = argument();
            int dots = text.indexOf("..");
            try {
                return LocalDate.parse(dots < 0 ? text : text.substring(dots + 2));
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    /// An estimate of a metric for a plan.
    record Estimate(
            String plan, String metric, int n, double mean, double half, double[] quantiles) {
        double low() {
            return quantiles[0];
        }

        double high() {
            return quantiles[4];
        }
    }

    /// A paired difference.
    record Difference(
            String comparison,
            String question,
            String plan,
            String against,
            String metric,
            int n,
            double mean,
            double half,
            double p05,
            double p50,
            double p95,
            double shareBetter,
            double perMonth,
            double perMonthHalf,
            String topic) {}

    final Tables tables;
    final RunInfo info;
    final Map<String, Plan> plans = new LinkedHashMap<>();
    final Map<String, Metric> metrics = new LinkedHashMap<>();
    final Map<String, Estimate> estimates = new LinkedHashMap<>();
    final List<Difference> differences = new ArrayList<>();
    private final Map<String, Row> names = new LinkedHashMap<>();
    final String reference;
    final String unit;
    final int runs;

    Results(Tables tables, RunInfo info) {
        this.tables = tables;
        this.info = info;
        String found = info.reference();
        for (Row row : ask("select * from plans order by ord")) {
            Plan plan =
                    new Plan(
                            row.text("plan"),
                            named(row.text("name"), row.text("plan")),
                            row.text("about"),
                            row.text("caution"),
                            row.text("changes"),
                            row.flag("reference"));
            plans.put(plan.key(), plan);
            if (plan.ref()) {
                found = plan.key();
            }
        }
        if (!plans.containsKey(found) && !plans.isEmpty()) {
            found = plans.keySet().iterator().next();
        }
        reference = found;
        for (Row row : ask("select * from names")) {
            names.put(row.text("kind") + "\n" + row.text("key"), row);
        }
        for (Row row : ask("select * from metrics")) {
            metrics.put(
                    row.text("metric"),
                    new Metric(
                            row.text("metric"),
                            row.text("label"),
                            row.text("unit"),
                            row.flag("higherIsBetter")));
        }
        for (Row row : ask("select * from estimates")) {
            Estimate estimate =
                    new Estimate(
                            row.text("plan"),
                            row.text("metric"),
                            row.integer("n"),
                            row.number("mean"),
                            row.number("halfWidth"),
                            row.quantiles("p"));
            estimates.put(estimate.plan() + "\n" + estimate.metric(), estimate);
            metrics.computeIfAbsent(
                    estimate.metric(), key -> new Metric(key, Say.words(key), "", true));
        }
        for (Row row : ask("select * from differences")) {
            differences.add(
                    new Difference(
                            row.text("comparison"),
                            row.text("question"),
                            row.text("plan"),
                            row.text("against"),
                            row.text("metric"),
                            row.integer("n"),
                            row.number("mean"),
                            row.number("halfWidth"),
                            row.number("p05"),
                            row.number("p50"),
                            row.number("p95"),
                            row.number("shareBetter"),
                            row.number("perMonth"),
                            row.number("perMonthHalfWidth"),
                            row.text("topic")));
        }
        boolean squadrons =
                ask("select distinct type, name from units").stream()
                        .anyMatch(row ->
                                (row.text("type") + row.text("name"))
                                        .toLowerCase(Locale.ROOT)
                                        .contains("squadron"));
        unit = squadrons ? "squadron" : "unit";
        List<Row> counted =
                ask("select count(*) as n from (select distinct draw, replication from readiness)");
        int n = counted.isEmpty() ? 0 : counted.getFirst().integer("n");
        runs = n > 0 ? n : info.draws() * info.replications();
    }

    List<Row> ask(String sql) {
        return Row.ask(tables, sql);
    }

    /// Several units, in words.
    String units() {
        return unit + "s";
    }

    String planName(String key) {
        Plan plan = plans.get(key);
        return plan == null ? Say.words(key) : plan.name();
    }

    /// The name of a raid, a class of target, a kind of round, a part or a site.
    ///
    /// @param kind raid, target, round, part or site
    String nameOf(String kind, String key) {
        Row row = names.get(kind + "\n" + key);
        return named(row == null ? "" : row.text("name"), key);
    }

    /// A name; where nobody gave one, the key in words.
    private static String named(String name, String key) {
        return name.isEmpty() || name.equals(key) ? Say.words(key) : name;
    }

    /// What a raid is, as its author says; empty when nothing is said.
    String aboutRaid(String key) {
        Row row = names.get("raid\n" + key);
        return row == null ? "" : row.text("about").strip();
    }

    /// The name of a plan within a sentence.
    String quoted(String key) {
        return "“" + planName(key) + "”";
    }

    Metric metric(String key) {
        Metric metric = metrics.get(key);
        return metric == null ? new Metric(key, Say.words(key), "", true) : metric;
    }

    /// The metrics with a prefix, by date.
    List<Metric> metrics(String prefix) {
        return metrics.values().stream()
                .filter(metric -> metric.prefix().equals(prefix))
                .sorted(
                        Comparator.comparing(
                                Metric::date, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /// The metric with a prefix that looks farthest ahead.
    Optional<Metric> last(String prefix) {
        List<Metric> all = metrics(prefix);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The metric of the cost in the currency of the report, or in another.
    Optional<Metric> cost() {
        List<String> keys = new ArrayList<>();
        keys.add("cost-" + info.currency().toLowerCase(Locale.ROOT));
        metrics.keySet().stream().filter(key -> key.startsWith("cost-")).forEach(keys::add);
        return keys.stream().filter(metrics::containsKey).map(this::metric).findFirst();
    }

    @Nullable Estimate estimate(String plan, String metric) {
        return estimates.get(plan + "\n" + metric);
    }

    /// The difference of a plan to the reference.
    @Nullable Difference toReference(String plan, String metric) {
        return differences.stream()
                .filter(d ->
                        d.comparison().equals("reference")
                                && d.plan().equals(plan)
                                && d.metric().equals(metric))
                .findFirst()
                .orElse(null);
    }

    /// The unit of a metric, found from its prefix when the table leaves it open.
    String unitOf(Metric metric) {
        String given = metric.unit().trim();
        if (metric.prefix().startsWith("exchange-")) {
            return ""; // money for money, not a share of anything
        }
        return switch (given) {
            case "fraction", "ratio", "0..1" -> "share";
            case "yr", "years" -> metric.prefix().endsWith("break-even") ? "year" : given;
            case "" ->
                    metric.prefix().equals("availability")
                            ? "share"
                            : metric.key().endsWith("-inr")
                                    ? "INR"
                                    : metric.key().endsWith("-usd")
                                            ? "USD"
                                            : metric.key().endsWith("-rub") ? "RUB" : "";
            default ->
                    metric.prefix().equals("availability") && given.equals("%") && fractions(metric)
                            ? "share"
                            : given;
        };
    }

    private boolean fractions(Metric metric) {
        return estimates.values().stream()
                .filter(e -> e.metric().equals(metric.key()))
                .allMatch(e -> !(e.mean() > 1.5));
    }

    /// The head of a column of a metric: its label, and its unit where neither label nor amounts
    /// say it.
    String head(Metric metric) {
        String of = unitOf(metric);
        boolean said =
                of.isEmpty()
                        || List.of("share", "1", "%", "INR", "USD", "RUB", "year").contains(of)
                        || metric.label().toLowerCase(Locale.ROOT).contains(of);
        return said ? metric.label() : metric.label() + ", " + of;
    }

    /// The sentence that says how the numbers came about.
    String method() {
        return "simulation, "
                + Say.count(info.draws(), "draw", "draws")
                + " of the uncertain inputs"
                + (info.replications() > 1
                        ? " × %d replications".formatted(info.replications())
                        : "");
    }
}
