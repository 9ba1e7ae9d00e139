package parapet.view.read;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Sql;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.read.Results.Plan;
import parapet.view.words.Say;

/// What questions 3 and 4 need of a run: its raids, heights and dates, the packages that are
/// compared, and the numbers of a plan for one of them.
public final class SkyNumbers {
    @Sql("select distinct raid from forces order by raid")
    private record Met(String raid) {}

    @Sql(
            """
            with t as (select draw, battle, sum(threats) as n from battles where raid = $1 and night = 1 group by all)
            select mean_of(n, draw) as n from t having count(*) > 0
            """)
    private record Threats(double n) {}

    @Sql("select count(*) > 0 as \"any\" from rounds where supplied > 0 or behind > 0")
    private record Behind(boolean any) {}

    private static final String SEEN = "seen";
    private static final String LEAKED = "leaked";

    private final Results results;

    public SkyNumbers(Results results) {
        this.results = results;
    }

    /// Raids that come to the plans, in the order of the scenario.
    public List<String> raids() {
        Set<String> raids = new LinkedHashSet<>();
        results.metrics(LEAKED).forEach(metric -> raids.add(metric.subject()));
        results.rows(Met.class).forEach(row -> raids.add(row.raid()));
        return List.copyOf(raids);
    }

    /// Mean number of targets of the first night of a raid, 0 when none was fought.
    public double threats(String raid) {
        return results.first(Threats.class, raid).map(Threats::n).orElse(0.0);
    }

    /// Whether rounds are held behind and come forward between the nights of a raid.
    public boolean supplied() {
        return results.first(Behind.class).map(Behind::any).orElse(false);
    }

    /// Heights at which covered sky is counted, m, from the lowest.
    public List<Integer> heights() {
        return results.metrics(SEEN).stream()
                .map(Metric::height)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /// Dates on which sky and raids are asked.
    public List<LocalDate> dates() {
        return Stream.of(SEEN, LEAKED)
                .flatMap(kind -> results.metrics(kind).stream())
                .map(Metric::date)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /// The sky seen at a height on a day.
    public Optional<Metric> seen(int heightM, LocalDate date) {
        return results.metrics(SEEN).stream()
                .filter(m -> date.equals(m.date()))
                .filter(m -> m.height() != null && m.height() == heightM)
                .findFirst();
    }

    /// What is measured of a raid on a day.
    public Optional<Metric> metric(String kind, String raid, LocalDate date) {
        return results.metrics(kind).stream()
                .filter(m -> date.equals(m.date()) && m.subject().equals(raid))
                .findFirst();
    }

    /// The plans that questions about the force compare, the reference first.
    public List<String> packages() {
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

    /// The plan without and the plan with more batteries outside the units (close-in layers), empty
    /// when the scenario compares none.
    public List<String> layers() {
        for (Difference d : results.differences) {
            Plan plan = results.plans.get(d.plan());
            Plan against = results.plans.get(d.against());
            if (d.topic().equals("force")
                    && plan != null
                    && against != null
                    && plan.groups() > against.groups()) {
                return List.of(d.against(), d.plan());
            }
        }
        return List.of();
    }

    /// The plans whose raids are shown hour by hour: the reference and the pair with and without
    /// layers, or the packages, at most four.
    public List<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        shown.add(results.reference);
        List<String> layers = layers();
        shown.addAll(layers.isEmpty() ? packages() : layers);
        return shown.stream().limit(4).toList();
    }

    public @Nullable Estimate estimate(String plan, String kind, String raid, LocalDate date) {
        return metric(kind, raid, date).map(m -> results.estimate(plan, m.key())).orElse(null);
    }

    /// Units ready on a day, or on the nearest date that the study reports.
    public @Nullable Metric ready(LocalDate date) {
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
    public @Nullable Metric cost() {
        return results.money("future-cost").stream().findFirst().or(results::cost).orElse(null);
    }

    /// A height in words.
    public static String height(int heightM) {
        return heightM >= 1000 ? Say.number(heightM / 1000.0) + " km" : heightM + " m";
    }

    /// A mean number of targets or rounds: whole from ten upward.
    public static String count(double value) {
        return Say.number(Math.abs(value) >= 10 ? Math.rint(value) : value);
    }

    /// A range of such numbers.
    public static String countRange(double low, double high) {
        return Say.span(count(low), count(high));
    }
}
