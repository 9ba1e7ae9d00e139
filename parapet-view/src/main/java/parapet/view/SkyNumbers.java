package parapet.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;
import parapet.view.Results.Difference;
import parapet.view.Results.Estimate;
import parapet.view.Results.Metric;
import parapet.view.doc.Block;
import parapet.view.doc.Text;

/// What questions 3 and 4 need of a run: its raids, heights and dates, the packages that are
/// compared, and the numbers of a plan for one of them.
///
/// Metrics are named `seen-1000/2035-03-31` or `leaked-mixed/2035-03-31`.
final class SkyNumbers {
    @Sql("select distinct raid from forces order by raid")
    private record Met(String raid) {}

    private static final String SEEN = "seen-";
    private static final String LEAKED = "leaked-";

    private final Results results;

    SkyNumbers(Results results) {
        this.results = results;
    }

    /// What is said, instead of an answer, of a run without a sky.
    static Text none() {
        return Text.of(
                "The scenario has no sky, so this run does not answer the question: add a sky (places, radars, targets, rounds, batteries and raids), the place of each base and study.raidDates to the scenario, and run it again.");
    }

    /// What is said, instead of an answer, when no raid comes to the plans.
    Text noRaid() {
        return dates().isEmpty()
                ? none()
                : Text.of(
                        "The scenario has a sky, but no raid comes to its plans, so this run does not answer the question: add sky.raids, and run it again.");
    }

    /// How a table of plans is read.
    static Block legend() {
        return Block.quiet(
                "▲ more, ▼ less than the reference. Green: better, red: worse, where the mean difference is clear of zero (95 %); other differences may be chance.");
    }

    /// Raids that come to the plans, in the order of the scenario.
    List<String> raids() {
        Set<String> raids = new LinkedHashSet<>(arguments(LEAKED));
        results.query.rows(Met.class).forEach(row -> raids.add(row.raid()));
        return List.copyOf(raids);
    }

    /// Heights at which covered sky is counted, m, from the lowest.
    List<Integer> heights() {
        Set<Integer> heights = new TreeSet<>();
        for (String text : arguments(SEEN)) {
            if (text.matches("[0-9]{1,6}")) {
                heights.add(Integer.valueOf(text));
            }
        }
        return List.copyOf(heights);
    }

    /// Dates on which sky and raids are asked.
    List<LocalDate> dates() {
        Set<LocalDate> dates = new TreeSet<>();
        for (Metric metric : results.metrics.values()) {
            LocalDate date = metric.date();
            if (date != null
                    && (metric.prefix().startsWith(SEEN) || metric.prefix().startsWith(LEAKED))) {
                dates.add(date);
            }
        }
        return List.copyOf(dates);
    }

    private List<String> arguments(String start) {
        return results.metrics.values().stream()
                .map(Metric::prefix)
                .filter(prefix -> prefix.startsWith(start))
                .map(prefix -> prefix.substring(start.length()))
                .distinct()
                .toList();
    }

    /// The plans that questions about the force compare, the reference first.
    List<String> packages() {
        Set<String> asked = new LinkedHashSet<>();
        for (Difference d : results.differences) {
            if (d.topic().equals("force")) {
                asked.add(d.plan());
                asked.add(d.against());
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        ordered.add(results.reference);
        results.plans.keySet().stream().filter(asked::contains).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /// The plan without and the plan with close-in layers, empty when the scenario compares none.
    List<String> layers() {
        for (Difference d : results.differences) {
            String key = d.plan().toLowerCase(Locale.ROOT);
            if (d.topic().equals("force") && (key.contains("layer") || key.contains("close"))) {
                return List.of(d.against(), d.plan());
            }
        }
        return List.of();
    }

    /// The plans whose raids are shown hour by hour: the reference and the pair with and without
    /// layers, or the packages, at most four.
    List<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        shown.add(results.reference);
        List<String> layers = layers();
        shown.addAll(layers.isEmpty() ? packages() : layers);
        return shown.stream().limit(4).toList();
    }

    static String key(String prefix, LocalDate date) {
        return prefix + "/" + date;
    }

    @Nullable Estimate estimate(String plan, String prefix, LocalDate date) {
        return results.estimate(plan, key(prefix, date));
    }

    @Nullable Difference difference(String plan, String prefix, LocalDate date) {
        return results.toReference(plan, key(prefix, date));
    }

    /// Units ready on a day, or on the nearest date that the study reports.
    @Nullable Metric ready(LocalDate date) {
        Metric nearest = null;
        long least = Long.MAX_VALUE;
        for (Metric metric : results.metrics("ready")) {
            LocalDate of = metric.date();
            if (of != null && Math.abs(of.toEpochDay() - date.toEpochDay()) < least) {
                least = Math.abs(of.toEpochDay() - date.toEpochDay());
                nearest = metric;
            }
        }
        return nearest;
    }

    /// Money still to be spent, in the currency of the report; all money where the study does not
    /// tell them apart.
    @Nullable Metric cost() {
        String own = "future-cost-" + results.info.frame().currency().toLowerCase(Locale.ROOT);
        if (results.metrics.containsKey(own)) {
            return results.metric(own);
        }
        List<String> others = new ArrayList<>(results.metrics.keySet());
        others.removeIf(key -> !key.startsWith("future-cost-"));
        return others.isEmpty() ? results.cost().orElse(null) : results.metric(others.getFirst());
    }

    /// A height in words.
    static String height(int heightM) {
        return heightM >= 1000 ? Say.number(heightM / 1000.0) + " km" : heightM + " m";
    }

    /// A mean number of targets or rounds: whole from ten upward.
    static String count(double value) {
        return Say.number(Math.abs(value) >= 10 ? Math.rint(value) : value);
    }

    /// A range of such numbers.
    static String countRange(double low, double high) {
        String from = count(low);
        String to = count(high);
        return from.equals(to) ? from : from + " to " + to;
    }
}
