package parapet.io.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import parapet.study.ResultTable;
import parapet.tables.Column;

/// Compares two plans of one run, or two runs.
///
/// Differences are paired: draw by draw, each averaged over its replications, because draws share
/// their random numbers. The 95 % interval of the mean difference is that of Student's t over
/// draws.
public final class Compare {
    private static final String REPLICATIONS =
            "SELECT draw, count(DISTINCT replication) AS n FROM outcomes WHERE plan = ? GROUP BY draw";

    private Compare() {}

    /// Compares two plans of a run: the difference of each metric, and what makes it.
    ///
    /// @param plan key of a plan
    /// @param against key of the plan it is compared with
    /// @return sections `differences`, `downtime` (unit-days by state and reason) and `money` (US
    ///   dollars by cause)
    /// @throws RunException if the run has no such plan
    public static Comparison plans(RunFolder run, String plan, String against) {
        checkPlan(run, plan);
        checkPlan(run, against);
        try (Query query = Query.open(run)) {
            SequencedMap<String, QueryResult> sections = new LinkedHashMap<>();
            sections.put("differences", differences(query, plan, against));
            sections.put(
                    "downtime",
                    causes(
                            query,
                            plan,
                            against,
                            "SELECT state || CASE WHEN reason = '' OR reason IS NULL THEN '' ELSE ': ' || reason END"
                                    + " AS cause, draw, sum(days) AS value FROM downtime WHERE plan = ?"
                                    + " GROUP BY ALL ORDER BY ALL",
                            "unit-days"));
            sections.put(
                    "money",
                    causes(
                            query,
                            plan,
                            against,
                            "SELECT cause, draw, sum(usd) AS value FROM money WHERE plan = ?"
                                    + " GROUP BY ALL ORDER BY ALL",
                            "USD"));
            return new Comparison(
                    "%s against %s in %s".formatted(plan, against, run.info().title()),
                    List.of(),
                    sections);
        }
    }

    private static void checkPlan(RunFolder run, String plan) {
        if (!run.info().plans().contains(plan)) {
            throw RunException.input(
                    "The run at %s has no plan %s.".formatted(run.folder(), plan),
                    "plans there: " + String.join(", ", run.info().plans()));
        }
    }

    private static QueryResult differences(Query query, String plan, String against) {
        String sql =
                "SELECT metric, draw, avg(value) AS value FROM outcomes WHERE plan = ?"
                        + " GROUP BY ALL ORDER BY ALL";
        var ours = byKey(query.ask(sql, plan));
        var theirs = byKey(query.ask(sql, against));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        QueryResult metrics =
                query.ask(
                        "SELECT metric, label, unit, higherIsBetter FROM metrics ORDER BY metric");
        Map<String, List<@Nullable Object>> about = new TreeMap<>();
        for (var row : metrics.rows()) {
            about.put(text(row.get(0)), row);
        }
        for (String metric : ours.keySet()) {
            Map<Long, Double> other = theirs.get(metric);
            if (other == null) {
                continue;
            }
            Paired paired = Paired.of(Objects.requireNonNull(ours.get(metric)), other);
            if (paired.n == 0) {
                continue;
            }
            List<@Nullable Object> words = about.get(metric);
            Boolean higher = words == null ? null : (Boolean) words.get(3);
            rows.add(
                    row(
                            metric,
                            words == null ? metric : words.get(1),
                            words == null ? "" : words.get(2),
                            (long) paired.n,
                            paired.first,
                            paired.second,
                            paired.difference,
                            paired.halfWidth,
                            inHalfWidths(paired.difference, paired.halfWidth),
                            better(higher, paired.difference, paired.halfWidth)));
        }
        sortBySize(rows, 8);
        return new QueryResult(
                List.of(
                        "metric",
                        "label",
                        "unit",
                        "draws",
                        "plan",
                        "against",
                        "difference",
                        "halfWidth",
                        "inHalfWidths",
                        "better"),
                rows);
    }

    private static String better(@Nullable Boolean higher, double difference, double halfWidth) {
        if (higher == null || !(Math.abs(difference) > halfWidth)) {
            return "not told apart";
        }
        return higher == difference > 0 ? "plan" : "against";
    }

    private static QueryResult causes(
            Query query, String plan, String against, String sql, String unit) {
        SortedMap<Long, Double> ourRuns = replications(query, plan);
        SortedMap<Long, Double> theirRuns = replications(query, against);
        var ours = byKey(query.ask(sql, plan));
        var theirs = byKey(query.ask(sql, against));
        Set<String> causes = new TreeSet<>(ours.keySet());
        causes.addAll(theirs.keySet());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String cause : causes) {
            Paired paired =
                    Paired.of(
                            perReplication(ours.getOrDefault(cause, Map.of()), ourRuns),
                            perReplication(theirs.getOrDefault(cause, Map.of()), theirRuns));
            rows.add(
                    row(
                            cause,
                            unit,
                            paired.first,
                            paired.second,
                            paired.difference,
                            paired.halfWidth));
        }
        rows.sort(
                Comparator.comparingDouble(
                                (List<@Nullable Object> r) -> -Math.abs(number(r.get(4))))
                        .thenComparing(r -> text(r.get(0))));
        return new QueryResult(
                List.of("cause", "unit", "plan", "against", "difference", "halfWidth"), rows);
    }

    private static SortedMap<Long, Double> replications(Query query, String plan) {
        SortedMap<Long, Double> runs = new TreeMap<>();
        for (var row : query.ask(REPLICATIONS, plan).rows()) {
            runs.put((long) number(row.get(0)), number(row.get(1)));
        }
        return runs;
    }

    /// A cause that does not occur in a draw counts as zero there.
    private static Map<Long, Double> perReplication(
            Map<Long, Double> sums, SortedMap<Long, Double> replications) {
        Map<Long, Double> means = new TreeMap<>();
        replications.forEach((draw, n) -> means.put(draw, sums.getOrDefault(draw, 0.0) / n));
        return means;
    }

    /// Compares two runs: which answers moved, and why.
    ///
    /// @return sections `answers` (estimates that differ), `quantities` (uncertain numbers whose
    ///   basis or range differs) and `claims` (claims that came, went or changed); all empty when
    ///   the runs have equal digests
    public static Comparison runs(RunFolder before, RunFolder after) {
        List<String> notes = notes(before.info(), after.info());
        SequencedMap<String, QueryResult> sections = new LinkedHashMap<>();
        try (Query query = Query.open(before, after)) {
            Map<String, Double> shifts = shifts(query);
            Changes quantities = changes(query, ResultTable.QUANTITIES, List.of("usedAt"));
            Changes claims = changes(query, ResultTable.EVIDENCE, List.of());
            sections.put("answers", answers(query, quantities.keys.keySet()));
            sections.put("quantities", quantities(quantities, claims, shifts));
            sections.put("claims", claims(claims, shiftsOfClaims(query, shifts)));
        }
        return new Comparison(
                "%s (%s) against %s (%s)"
                        .formatted(
                                after.folder(),
                                after.info().shortDigest(),
                                before.folder(),
                                before.info().shortDigest()),
                notes,
                sections);
    }

    private static List<String> notes(RunInfo before, RunInfo after) {
        List<String> notes = new ArrayList<>();
        if (before.digest().equals(after.digest())) {
            notes.add("The runs are equal, row by row.");
        }
        note(notes, "scenario", before.scenario(), after.scenario());
        note(notes, "version", before.version(), after.version());
        note(notes, "seed", before.seed(), after.seed());
        note(notes, "number of draws", before.draws(), after.draws());
        note(notes, "number of replications", before.replications(), after.replications());
        note(
                notes,
                "as-of date",
                Objects.requireNonNullElse(before.asOf(), "none"),
                Objects.requireNonNullElse(after.asOf(), "none"));
        Set<String> gone = new LinkedHashSet<>(before.plans());
        after.plans().forEach(gone::remove);
        if (!gone.isEmpty()) {
            notes.add("Plans only in the old run: " + String.join(", ", gone) + ".");
        }
        Set<String> came = new LinkedHashSet<>(after.plans());
        before.plans().forEach(came::remove);
        if (!came.isEmpty()) {
            notes.add("Plans only in the new run: " + String.join(", ", came) + ".");
        }
        return notes;
    }

    private static void note(List<String> notes, String what, Object before, Object after) {
        if (!before.equals(after)) {
            notes.add("The %s differs: %s before, %s now.".formatted(what, before, after));
        }
    }

    private static QueryResult answers(Query query, Set<String> changed) {
        Map<String, String> reasons = reasons(query, changed);
        QueryResult estimates =
                query.ask(
                        """
                        SELECT plan, metric, coalesce(y.label, x.label, metric), coalesce(y.unit, x.unit, ''),
                               o.mean, n.mean, o.halfWidth, n.halfWidth, o.n, n.n
                        FROM before.estimates o FULL JOIN after.estimates n USING (plan, metric)
                        LEFT JOIN before.metrics x USING (metric) LEFT JOIN after.metrics y USING (metric)
                        WHERE o.mean IS DISTINCT FROM n.mean
                        ORDER BY plan, metric\
                        """);
        String sql =
                "SELECT plan || chr(0) || metric, draw, avg(value) FROM %s.outcomes"
                        + " GROUP BY ALL ORDER BY ALL";
        var old = byKey(query.ask(sql.formatted("before")));
        var now = byKey(query.ask(sql.formatted("after")));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (var row : estimates.rows()) {
            Object before = row.get(4);
            Object after = row.get(5);
            String key = text(row.get(0)) + '\0' + text(row.get(1));
            @Nullable Double difference = null;
            @Nullable Double halfWidth = null;
            @Nullable Double inHalfWidths = null;
            String change = before == null ? "added" : after == null ? "removed" : "moved";
            if (before != null && after != null) {
                difference = number(after) - number(before);
                Map<Long, Double> o = old.getOrDefault(key, Map.of());
                Map<Long, Double> n = now.getOrDefault(key, Map.of());
                boolean paired = !o.isEmpty() && o.keySet().equals(n.keySet());
                halfWidth =
                        paired
                                ? Paired.of(n, o).halfWidth
                                : Math.hypot(number(row.get(6)), number(row.get(7)));
                inHalfWidths = inHalfWidths(difference, halfWidth);
            }
            rows.add(
                    row(
                            row.get(0),
                            row.get(1),
                            row.get(2),
                            row.get(3),
                            change,
                            before,
                            after,
                            difference,
                            halfWidth,
                            inHalfWidths,
                            reasons.getOrDefault(key, "")));
        }
        sortBySize(rows, 9);
        return new QueryResult(
                List.of(
                        "plan",
                        "metric",
                        "label",
                        "unit",
                        "change",
                        "before",
                        "after",
                        "difference",
                        "halfWidth",
                        "inHalfWidths",
                        "because"),
                rows);
    }

    /// For each answer the changed quantities that explain most of its spread, at most three.
    private static Map<String, String> reasons(Query query, Set<String> changed) {
        QueryResult drivers =
                query.ask(
                        """
                        SELECT plan, metric, quantity, max(share) AS share FROM
                          (SELECT plan, metric, quantity, share, noise FROM before.drivers
                           UNION ALL SELECT plan, metric, quantity, share, noise FROM after.drivers)
                        WHERE share > noise OR noise IS NULL
                        GROUP BY ALL ORDER BY plan, metric, share DESC, quantity\
                        """);
        Map<String, List<String>> all = new TreeMap<>();
        for (var row : drivers.rows()) {
            if (changed.contains(text(row.get(2)))) {
                List<String> here =
                        all.computeIfAbsent(
                                text(row.get(0)) + '\0' + text(row.get(1)), k -> new ArrayList<>());
                if (here.size() < 3) {
                    here.add(
                            "%s (%d %%)"
                                    .formatted(
                                            text(row.get(2)),
                                            Math.round(100 * number(row.get(3)))));
                }
            }
        }
        Map<String, String> reasons = new TreeMap<>();
        all.forEach((key, list) -> reasons.put(key, String.join(", ", list)));
        return reasons;
    }

    /// Move of the mean of each drawn input, in its old standard deviations.
    private static Map<String, Double> shifts(Query query) {
        QueryResult inputs =
                query.ask(
                        """
                        WITH o AS (SELECT quantity, avg(value) AS mean, stddev_samp(value) AS sd FROM before.inputs GROUP BY quantity),
                             n AS (SELECT quantity, avg(value) AS mean FROM after.inputs GROUP BY quantity)
                        SELECT quantity, n.mean - o.mean, o.sd FROM o JOIN n USING (quantity) ORDER BY quantity\
                        """);
        Map<String, Double> shifts = new TreeMap<>();
        for (var row : inputs.rows()) {
            shifts.put(text(row.get(0)), inHalfWidths(number(row.get(1)), number(row.get(2))));
        }
        return shifts;
    }

    /// The largest move of the quantities that stand on the claims of each key.
    private static Map<String, Double> shiftsOfClaims(Query query, Map<String, Double> shifts) {
        QueryResult bases =
                query.ask(
                        """
                        SELECT DISTINCT "of", quantity FROM
                          (SELECT "of", quantity FROM before.quantities
                           UNION ALL SELECT "of", quantity FROM after.quantities)
                        WHERE "of" <> '' ORDER BY ALL\
                        """);
        Map<String, Double> largest = new TreeMap<>();
        for (var row : bases.rows()) {
            double shift = Math.abs(shifts.getOrDefault(text(row.get(1)), 0.0));
            largest.merge(text(row.get(0)), shift, Math::max);
        }
        return largest;
    }

    /// Rows of a table with a key in its first column that came, went or changed.
    private record Changes(Map<String, Change> keys) {}

    private record Change(
            String kind,
            @Nullable List<@Nullable Object> before,
            @Nullable List<@Nullable Object> after,
            List<String> what) {

        /// A value of a column, the newer one when there is one.
        String value(ResultTable table, String column) {
            int index = table.columns().stream().map(Column::name).toList().indexOf(column);
            List<@Nullable Object> row = after == null ? before : after;
            return row == null ? "" : text(row.get(index));
        }
    }

    private static Changes changes(Query query, ResultTable table, List<String> ignored) {
        String sql = "SELECT %s FROM %s.%s ORDER BY 1";
        Map<String, List<@Nullable Object>> before = new TreeMap<>();
        Map<String, List<@Nullable Object>> after = new TreeMap<>();
        String columns = Duck.columns(table);
        String name = Duck.name(table.table());
        for (var row : query.ask(sql.formatted(columns, "before", name)).rows()) {
            before.put(text(row.get(0)), row);
        }
        for (var row : query.ask(sql.formatted(columns, "after", name)).rows()) {
            after.put(text(row.get(0)), row);
        }
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        Map<String, Change> changes = new TreeMap<>();
        for (String key : keys) {
            List<@Nullable Object> old = before.get(key);
            List<@Nullable Object> now = after.get(key);
            if (old == null || now == null) {
                changes.put(
                        key, new Change(old == null ? "added" : "removed", old, now, List.of()));
                continue;
            }
            List<String> what = new ArrayList<>();
            boolean onlyWeight = true;
            for (int c = 1; c < old.size(); c++) {
                String column = table.columns().get(c).name();
                if (!ignored.contains(column) && !Objects.equals(old.get(c), now.get(c))) {
                    onlyWeight &= column.equals("weight");
                    what.add("%s: %s → %s".formatted(column, shown(old.get(c)), shown(now.get(c))));
                }
            }
            if (!what.isEmpty()) {
                changes.put(key, new Change(onlyWeight ? "reweighted" : "changed", old, now, what));
            }
        }
        return new Changes(changes);
    }

    private static QueryResult quantities(
            Changes quantities, Changes claims, Map<String, Double> shifts) {
        Map<String, List<String>> claimsOf = new TreeMap<>();
        claims.keys.forEach((claim, change) -> {
            if (!change.kind.equals("reweighted")) {
                claimsOf.computeIfAbsent(
                                change.value(ResultTable.EVIDENCE, "of"), k -> new ArrayList<>())
                        .add(claim + " " + change.kind);
            }
        });
        List<List<@Nullable Object>> rows = new ArrayList<>();
        quantities.keys.forEach((key, change) -> {
            String of = change.value(ResultTable.QUANTITIES, "of");
            List<String> about = of.isEmpty() ? List.of() : claimsOf.getOrDefault(of, List.of());
            rows.add(
                    row(
                            key,
                            change.kind,
                            range(change.before),
                            range(change.after),
                            shifts.get(key),
                            String.join(", ", about),
                            String.join("; ", change.what)));
        });
        sortBySize(rows, 4);
        return new QueryResult(
                List.of("quantity", "change", "before", "after", "shiftInSd", "claims", "what"),
                rows);
    }

    private static @Nullable String range(@Nullable List<@Nullable Object> quantity) {
        if (quantity == null) {
            return null;
        }
        List<String> names = ResultTable.QUANTITIES.columns().stream().map(Column::name).toList();
        return "%s .. %s .. %s"
                .formatted(
                        shown(quantity.get(names.indexOf("low"))),
                        shown(quantity.get(names.indexOf("typical"))),
                        shown(quantity.get(names.indexOf("high"))));
    }

    private static QueryResult claims(Changes claims, Map<String, Double> shifts) {
        record Ranked(double shift, int kind, List<@Nullable Object> row) {}
        List<Ranked> ranked = new ArrayList<>();
        List<String> kinds = List.of("added", "removed", "changed", "reweighted");
        claims.keys.forEach((key, change) -> {
            String of = change.value(ResultTable.EVIDENCE, "of");
            double shift = Math.abs(shifts.getOrDefault(of, 0.0));
            ranked.add(
                    new Ranked(
                            shift,
                            kinds.indexOf(change.kind),
                            row(
                                    key,
                                    change.kind,
                                    of,
                                    change.value(ResultTable.EVIDENCE, "statement"),
                                    change.value(ResultTable.EVIDENCE, "value"),
                                    change.value(ResultTable.EVIDENCE, "publisher"),
                                    change.value(ResultTable.EVIDENCE, "grade"),
                                    String.join("; ", change.what))));
        });
        ranked.sort(
                Comparator.comparingDouble((Ranked r) -> -r.shift)
                        .thenComparingInt(Ranked::kind)
                        .thenComparing(r -> text(r.row.get(0))));
        return new QueryResult(
                List.of(
                        "claim",
                        "change",
                        "of",
                        "statement",
                        "value",
                        "publisher",
                        "grade",
                        "what"),
                ranked.stream().map(Ranked::row).toList());
    }

    /// Columns key, draw, value as a map of maps.
    private static Map<String, Map<Long, Double>> byKey(QueryResult result) {
        Map<String, Map<Long, Double>> all = new TreeMap<>();
        for (var row : result.rows()) {
            if (row.get(2) != null) {
                all.computeIfAbsent(text(row.get(0)), k -> new TreeMap<>())
                        .put((long) number(row.get(1)), number(row.get(2)));
            }
        }
        return all;
    }

    /// Mean difference over the draws that both have.
    private record Paired(int n, double first, double second, double difference, double halfWidth) {
        static Paired of(Map<Long, Double> ours, Map<Long, Double> theirs) {
            double[] a = new double[ours.size()];
            double[] b = new double[ours.size()];
            int n = 0;
            for (var entry : new TreeMap<>(ours).entrySet()) {
                Double other = theirs.get(entry.getKey());
                if (other != null) {
                    a[n] = entry.getValue();
                    b[n++] = other;
                }
            }
            double first = Arrays.stream(a, 0, n).sum() / n;
            double second = Arrays.stream(b, 0, n).sum() / n;
            double[] d = new double[n];
            for (int i = 0; i < n; i++) {
                d[i] = a[i] - b[i];
            }
            double mean = Arrays.stream(d).sum() / n;
            double squares = 0;
            for (double one : d) {
                squares += (one - mean) * (one - mean);
            }
            double halfWidth = Double.NaN;
            if (n > 1) {
                double t = TDistribution.of(n - 1).inverseCumulativeProbability(0.975);
                halfWidth = t * Math.sqrt(squares / (n - 1) / n);
            }
            return new Paired(n, first, second, mean, halfWidth);
        }
    }

    private static double inHalfWidths(double difference, double halfWidth) {
        return difference == 0 ? 0 : difference / halfWidth; // infinite when there is no spread
    }

    private static void sortBySize(List<List<@Nullable Object>> rows, int column) {
        rows.sort(
                Comparator.comparingDouble(
                                (List<@Nullable Object> row) -> {
                                    Object value = row.get(column);
                                    double size =
                                            value == null
                                                    ? Double.POSITIVE_INFINITY
                                                    : Math.abs(number(value));
                                    return Double.isNaN(size) ? 0 : -size;
                                })
                        .thenComparing(row -> text(row.get(0)))
                        .thenComparing(row -> text(row.get(1))));
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>(values.length);
        for (Object value : values) {
            row.add(value);
        }
        return Collections.unmodifiableList(row);
    }

    private static String shown(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "nothing" : text(value);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof Double d ? Render.number(d) : value.toString();
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number n ? n.doubleValue() : Double.NaN;
    }
}
