package parapet.view.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Query;
import parapet.io.results.RunInfo;
import parapet.io.results.Sql;
import parapet.view.words.Say;

/// What all sections need of a run: its plans, metrics, estimates and differences, and the words
/// for them.
public final class Results {
    @Sql(
            "select plan, name, about, caution, changes, reference, groups, \"option\" from plans order by ord")
    private record PlanRow(
            String plan,
            @Sql.OrEmpty String name,
            @Sql.OrEmpty String about,
            @Sql.OrEmpty String caution,
            @Sql.OrEmpty String changes,
            boolean reference,
            int groups,
            boolean option) {}

    @Sql(
            """
            select kind, key, name, about from names
            union all select 'quantity', quantity, name, '' from quantities
            """)
    private record Name(
            String kind, String key, @Sql.OrEmpty String name, @Sql.OrEmpty String about) {}

    @Sql("select plan, metric, n, mean, halfWidth, p05, p25, p50, p75, p95 from estimates")
    private record EstimateRow(
            String plan,
            String metric,
            int n,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double halfWidth,
            @Sql.OrNaN double p05,
            @Sql.OrNaN double p25,
            @Sql.OrNaN double p50,
            @Sql.OrNaN double p75,
            @Sql.OrNaN double p95) {}

    @Sql("select distinct noun, nouns from units")
    private record Nouns(String noun, String nouns) {}

    @Sql("select count(*) as n from (select distinct draw, replication from readiness)")
    private record Count(int n) {}

    /// A plan.
    public record Plan(
            String key,
            String name,
            String about,
            String caution,
            String changes,
            boolean ref,
            int groups,
            boolean option) {}

    /// A metric.
    ///
    /// @param kind what is measured, such as `ready-unit-years`
    /// @param subject key of the raid it is about, empty for others
    /// @param currency code of the currency, empty for what is no money
    /// @param height height above the ground, m; null for what has none
    /// @param date the day, or the last day of the period, it is about; null for what has none
    @Sql(
            """
            select metric as key, kind, subject, currency, height, date, label, unit, better = 'more' as higherIsBetter
            from metrics
            """)
    public record Metric(
            String key,
            String kind,
            @Sql.OrEmpty String subject,
            @Sql.OrEmpty String currency,
            @Nullable Integer height,
            @Nullable LocalDate date,
            String label,
            String unit,
            boolean higherIsBetter) {
        /// A metric that no table describes.
        public static Metric unknown(String key) {
            return new Metric(key, key, "", "", null, null, Say.words(key), "", true);
        }

        /// What metrics of other dates share with it, as a key.
        public String series() {
            String of = height == null ? subject : height.toString();
            String in = currency.toLowerCase(Locale.ROOT);
            return kind + (of.isEmpty() ? "" : "-" + of) + (in.isEmpty() ? "" : "-" + in);
        }
    }

    /// An estimate of a metric for a plan.
    public record Estimate(
            String plan, String metric, int n, double mean, double half, double[] quantiles) {
        public double low() {
            return quantiles[0];
        }

        public double high() {
            return quantiles[4];
        }
    }

    /// A paired difference.
    @Sql(
            """
            select comparison, question, plan, against, metric, n, mean, halfWidth as half, p05, p50, p95,
              shareBetter, perMonth, perMonthHalfWidth as perMonthHalf, topic
            from differences
            """)
    public record Difference(
            String comparison,
            @Sql.OrEmpty String question,
            String plan,
            String against,
            String metric,
            int n,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double half,
            @Sql.OrNaN double p05,
            @Sql.OrNaN double p50,
            @Sql.OrNaN double p95,
            @Sql.OrNaN double shareBetter,
            @Sql.OrNaN double perMonth,
            @Sql.OrNaN double perMonthHalf,
            @Sql.OrEmpty String topic) {
        /// Whether the mean is more than noise of the simulation.
        public boolean clear() {
            return Math.abs(mean) > half;
        }

        /// Whether the price of a month is.
        public boolean perMonthClear() {
            return Math.abs(perMonth) > perMonthHalf;
        }
    }

    /// Whether a difference is clearly good: by its mean and by what its metric asks for.
    public boolean better(Difference d) {
        return d.clear() && d.mean() > 0 == metric(d.metric()).higherIsBetter();
    }

    /// Whether it is clearly bad.
    public boolean worse(Difference d) {
        return d.clear() && d.mean() > 0 != metric(d.metric()).higherIsBetter();
    }

    /// The tone of a cell with a difference.
    public String tone(Difference d) {
        return better(d) ? "better" : worse(d) ? "worse" : "";
    }

    private final Query query;
    private final Map<List<Object>, List<? extends Record>> answered = new HashMap<>();

    /// The colours of categories in the whole report.
    public final Palette palette = new Palette();

    public final RunInfo info;
    public final SimulatedTime time;
    public final Map<String, Plan> plans = new LinkedHashMap<>();
    public final Map<String, Metric> metrics = new LinkedHashMap<>();
    public final Map<String, Estimate> estimates = new LinkedHashMap<>();
    public final List<Difference> differences;
    private final Map<String, Name> names = new LinkedHashMap<>();
    public final String reference;
    public final String unit;
    private final String units;
    public final int runs;

    public Results(Query query, RunInfo info) {
        this.query = query;
        this.info = info;
        this.time = SimulatedTime.of(info);
        String found = info.frame().reference();
        for (PlanRow row : query.rows(PlanRow.class)) {
            Plan plan =
                    new Plan(
                            row.plan(),
                            named(row.name(), row.plan()),
                            row.about(),
                            row.caution(),
                            row.changes(),
                            row.reference(),
                            row.groups(),
                            row.option());
            plans.put(plan.key(), plan);
            if (plan.ref()) {
                found = plan.key();
            }
        }
        if (!plans.containsKey(found) && !plans.isEmpty()) {
            found = plans.keySet().iterator().next();
        }
        reference = found;
        for (Name row : query.rows(Name.class)) {
            names.put(row.kind() + "\n" + row.key(), row);
        }
        query.rows(Metric.class).forEach(row -> metrics.put(row.key(), row));
        for (EstimateRow row : query.rows(EstimateRow.class)) {
            Estimate estimate =
                    new Estimate(
                            row.plan(),
                            row.metric(),
                            row.n(),
                            row.mean(),
                            row.halfWidth(),
                            new double[] {row.p05(), row.p25(), row.p50(), row.p75(), row.p95()});
            estimates.put(estimate.plan() + "\n" + estimate.metric(), estimate);
            metrics.computeIfAbsent(estimate.metric(), Metric::unknown);
        }
        differences = query.rows(Difference.class);
        List<Nouns> nouns = query.rows(Nouns.class);
        unit = nouns.size() == 1 ? nouns.getFirst().noun() : "unit";
        units = nouns.size() == 1 ? nouns.getFirst().nouns() : "units";
        int n = query.rows(Count.class).getFirst().n();
        runs = n > 0 ? n : info.draws() * info.replications();
    }

    /// The rows of an answer; what is asked again is not computed again.
    ///
    /// @param answer a record with its SQL
    /// @param values values of its parameters, see [Query#rows]
    @SuppressWarnings("unchecked") // rows stand under the class they are of
    public <R extends Record> List<R> rows(Class<R> answer, Object... values) {
        List<Object> question = new ArrayList<>(List.of(values));
        question.add(answer);
        return (List<R>) answered.computeIfAbsent(question, k -> query.rows(answer, values));
    }

    /// The first row of an answer; empty when it has none.
    public <R extends Record> Optional<R> first(Class<R> answer, Object... values) {
        return rows(answer, values).stream().findFirst();
    }

    /// Several units, in words.
    public String units() {
        return units;
    }

    /// The question that heads a section, as the scenario asks it.
    ///
    /// @param topic delay, repair, force, raid or evidence
    public String question(String topic) {
        return nameOf("question", topic);
    }

    public String planName(String key) {
        Plan plan = plans.get(key);
        return plan == null ? Say.words(key) : plan.name();
    }

    /// The name of a raid, a class of target, a kind of round, a part, a site or a section.
    ///
    /// @param kind raid, target, round, part, site or question
    public String nameOf(String kind, String key) {
        Name row = names.get(kind + "\n" + key);
        return named(row == null ? "" : row.name(), key);
    }

    /// A name; where nobody gave one, the key in words.
    private static String named(String name, String key) {
        return name.isEmpty() || name.equals(key) ? Say.words(key) : name;
    }

    /// What a raid is, as its author says; empty when nothing is said.
    public String aboutRaid(String key) {
        Name row = names.get("raid\n" + key);
        return row == null ? "" : row.about().strip();
    }

    /// What people call a quantity.
    public String quantity(String key) {
        return nameOf("quantity", key);
    }

    /// The name of a plan within a sentence.
    public String quoted(String key) {
        return "“" + planName(key) + "”";
    }

    public Metric metric(String key) {
        Metric metric = metrics.get(key);
        return metric == null ? Metric.unknown(key) : metric;
    }

    /// The metrics of a kind, by date.
    public List<Metric> metrics(String kind) {
        return byDate(metric -> metric.kind().equals(kind));
    }

    /// The metrics that differ from one in their dates alone, by date.
    public List<Metric> alike(Metric one) {
        return byDate(metric -> metric.series().equals(one.series()));
    }

    private List<Metric> byDate(Predicate<Metric> which) {
        return metrics.values().stream()
                .filter(which)
                .sorted(
                        Comparator.comparing(
                                Metric::date, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /// The metric of a kind that looks farthest ahead.
    public Optional<Metric> last(String kind) {
        List<Metric> all = metrics(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /// The metrics of a kind of money, one for each currency shown, that of the report first.
    public List<Metric> money(String kind) {
        String own = info.frame().currency();
        return metrics.values().stream()
                .filter(metric -> metric.kind().equals(kind))
                .sorted(Comparator.comparing(metric -> !metric.currency().equals(own)))
                .toList();
    }

    /// The metric of the cost in the currency of the report, or in another.
    public Optional<Metric> cost() {
        return costs().stream().findFirst();
    }

    public @Nullable Estimate estimate(String plan, String metric) {
        return estimates.get(plan + "\n" + metric);
    }

    /// The difference of a plan to the reference.
    public @Nullable Difference toReference(String plan, String metric) {
        return differences.stream()
                .filter(d ->
                        d.comparison().equals("reference")
                                && d.plan().equals(plan)
                                && d.metric().equals(metric))
                .findFirst()
                .orElse(null);
    }

    /// The head of a column of a metric: its label, and its unit where neither label nor amounts
    /// say it.
    public String head(Metric metric) {
        String of = metric.unit();
        boolean said =
                of.isEmpty()
                        || List.of("%", "year", "calendar year").contains(of)
                        || metric.label().toLowerCase(Locale.ROOT).contains(of);
        return said ? metric.label() : metric.label() + ", " + of;
    }

    /// The metrics of what a plan costs in all, one for each currency shown, that of the report
    /// first.
    public List<Metric> costs() {
        return money("cost");
    }

    /// The sentence that says how the numbers came about.
    public String method() {
        return "simulation, "
                + Say.count(info.draws(), "draw", "draws")
                + " of the uncertain inputs"
                + (info.replications() > 1
                        ? " × %d replications".formatted(info.replications())
                        : "");
    }
}
