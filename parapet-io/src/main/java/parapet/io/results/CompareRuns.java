package parapet.io.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares two runs: which answers moved, and why.
public final class CompareRuns {
    @Sql(
            """
            SELECT plan, metric, coalesce(y.label, x.label, metric) AS label,
              coalesce(y.unit, x.unit, '') AS unit, x.unit IS DISTINCT FROM y.unit AND x.unit IS NOT NULL
                AND y.unit IS NOT NULL AS otherUnit,
              o.mean AS before, n.mean AS after, o.halfWidth AS halfBefore, n.halfWidth AS halfAfter
            FROM before.estimates o FULL JOIN after.estimates n USING (plan, metric)
            LEFT JOIN before.metrics x USING (metric) LEFT JOIN after.metrics y USING (metric)
            WHERE o.mean IS DISTINCT FROM n.mean
            ORDER BY plan, metric
            """)
    private record Moved(
            String plan,
            String metric,
            String label,
            String unit,
            boolean otherUnit,
            @Nullable Double before,
            @Nullable Double after,
            @Sql.OrNaN double halfBefore,
            @Sql.OrNaN double halfAfter) {}

    @Sql(
            """
            SELECT plan || chr(0) || metric AS key, draw, avg(value) AS value FROM before.outcomes
            WHERE value IS NOT NULL GROUP BY ALL ORDER BY ALL
            """)
    private record Old(String key, long draw, double value) implements Compare.Valued {}

    @Sql(
            """
            SELECT plan || chr(0) || metric AS key, draw, avg(value) AS value FROM after.outcomes
            WHERE value IS NOT NULL GROUP BY ALL ORDER BY ALL
            """)
    private record New(String key, long draw, double value) implements Compare.Valued {}

    @Sql(
            """
            SELECT plan, metric, quantity, any_value(name) AS name, max(share) AS share FROM
              (SELECT plan, metric, quantity, name, share, noise FROM before.drivers
               UNION ALL SELECT plan, metric, quantity, name, share, noise FROM after.drivers)
            WHERE share > noise OR noise IS NULL
            GROUP BY plan, metric, quantity ORDER BY plan, metric, share DESC, quantity
            """)
    private record Driver(
            String plan, String metric, String quantity, String name, @Sql.OrNaN double share) {}

    /// Move of the mean of a drawn input, in its old standard deviations; none where it had no
    /// spread.
    @Sql(
            """
            WITH o AS (SELECT quantity, avg(value) AS mean, stddev_samp(value) AS sd FROM before.inputs GROUP BY quantity),
                 n AS (SELECT quantity, avg(value) AS mean FROM after.inputs GROUP BY quantity)
            SELECT quantity, CASE WHEN n.mean = o.mean THEN 0 ELSE (n.mean - o.mean) / nullif(o.sd, 0) END AS inSd
            FROM o JOIN n USING (quantity) ORDER BY quantity
            """)
    private record Shift(String quantity, @Nullable Double inSd) {}

    @Sql(
            """
            SELECT DISTINCT "of", quantity FROM
              (SELECT "of", quantity FROM before.quantities
               UNION ALL SELECT "of", quantity FROM after.quantities)
            WHERE "of" <> '' ORDER BY ALL
            """)
    private record Basis(String of, String quantity) {}

    @Sql(
            """
            SELECT false AS now, quantity, name, basis, "of", unit, low, typical, high, because FROM before.quantities
            UNION ALL SELECT true, quantity, name, basis, "of", unit, low, typical, high, because FROM after.quantities
            """)
    private record Quantity(
            boolean now,
            String quantity,
            @Sql.OrEmpty String name,
            @Sql.OrEmpty String basis,
            @Sql.OrEmpty String of,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String low,
            @Sql.OrEmpty String typical,
            @Sql.OrEmpty String high,
            @Sql.OrEmpty String because)
            implements Kept {
        @Override
        public String key() {
            return quantity;
        }

        @Override
        public SequencedMap<String, @Nullable Object> told() {
            SequencedMap<String, @Nullable Object> all = Kept.super.told();
            all.pollFirstEntry(); // its name
            return all;
        }

        String range() {
            return low.equals(high)
                    ? shown(low)
                    : "%s .. %s .. %s".formatted(shown(low), shown(typical), shown(high));
        }
    }

    @Sql(
            """
            WITH c AS (SELECT false AS now, * FROM before.evidence UNION ALL BY NAME SELECT true AS now, * FROM after.evidence)
            SELECT now, claim, "of", statement, value, low, high, unit, status, made::varchar AS made,
              asOfDay::varchar AS asOfDay, publisher, title, published, grade, kind, copiedFrom, formula, note,
              weight, setAside, flagged
            FROM c
            """)
    private record Claim(
            boolean now,
            String claim,
            @Sql.OrEmpty String of,
            @Sql.OrEmpty String statement,
            @Sql.OrEmpty String value,
            @Nullable Double low,
            @Nullable Double high,
            @Sql.OrEmpty String unit,
            @Sql.OrEmpty String status,
            @Sql.OrEmpty String made,
            @Sql.OrEmpty String asOfDay,
            @Sql.OrEmpty String publisher,
            @Sql.OrEmpty String title,
            @Sql.OrEmpty String published,
            @Sql.OrEmpty String grade,
            @Sql.OrEmpty String kind,
            @Sql.OrEmpty String copiedFrom,
            @Sql.OrEmpty String formula,
            @Sql.OrEmpty String note,
            @Nullable Double weight,
            @Sql.OrEmpty String setAside,
            boolean flagged)
            implements Kept {
        @Override
        public String key() {
            return claim;
        }
    }

    /// A row with a key that both runs may have: a record that begins with `now` and the key.
    private interface Kept {
        boolean now();

        String key();

        /// What is compared, by name.
        default SequencedMap<String, @Nullable Object> told() {
            SequencedMap<String, @Nullable Object> all = QueryResult.values((Record) this);
            all.pollFirstEntry(); // which of the two runs
            all.pollFirstEntry(); // the key
            return all;
        }
    }

    private enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        REWEIGHTED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Change<K extends Kept>(
            String key, Kind kind, @Nullable K before, @Nullable K after, List<String> what) {
        /// The newer row when there is one.
        K row() {
            return Objects.requireNonNull(after == null ? before : after);
        }
    }

    private record Answer(
            String plan,
            String metric,
            String label,
            String unit,
            String change,
            @Nullable Double before,
            @Nullable Double after,
            @Nullable Double difference,
            @Nullable Double halfWidth,
            @Nullable Double inHalfWidths,
            String because) {}

    private record ChangedQuantity(
            String name,
            String quantity,
            String change,
            @Nullable String before,
            @Nullable String after,
            @Nullable Double shiftInSd,
            String claims,
            String what) {}

    private record ChangedClaim(
            String claim,
            String change,
            String of,
            String statement,
            String value,
            String publisher,
            String grade,
            String what) {}

    private static final String WEIGHT = "weight";
    private static final int MOST_REASONS = 3;

    private CompareRuns() {}

    /// Compares two runs.
    ///
    /// @return sections `answers` (estimates that differ), `quantities` (uncertain numbers whose
    ///   basis or range differs) and `claims` (claims that came, went or changed); all empty when
    ///   the runs have equal digests
    public static Comparison of(RunFolder before, RunFolder after) {
        List<String> notes = notes(before.info(), after.info());
        SequencedMap<String, QueryResult> sections = new LinkedHashMap<>();
        try (Query query = Query.open(before, after)) {
            Map<String, @Nullable Double> shifts = new TreeMap<>();
            query.rows(Shift.class).forEach(row -> shifts.put(row.quantity(), row.inSd()));
            List<Change<Quantity>> quantities = changes(query.rows(Quantity.class));
            List<Change<Claim>> claims = changes(query.rows(Claim.class));
            Set<String> changed = new TreeSet<>();
            quantities.forEach(change -> changed.add(change.key()));
            sections.put("answers", answers(query, changed));
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
        note(notes, "as-of date", before.asOf(), after.asOf());
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
        Map<Long, Double> oldWeights = DrawWeights.before(query);
        Map<Long, Double> nowWeights = DrawWeights.after(query);
        var old = Compare.byKey(query.rows(Old.class));
        var now = Compare.byKey(query.rows(New.class));
        List<Answer> rows = new ArrayList<>();
        for (Moved row : query.rows(Moved.class)) {
            String key = row.plan() + '\0' + row.metric();
            Double difference = null;
            Double halfWidth = null;
            Double inHalfWidths = null;
            String change =
                    row.before() == null
                            ? "added"
                            : row.after() == null
                                    ? "removed"
                                    : row.otherUnit() ? "other unit" : "moved";
            if (row.before() != null && row.after() != null && !row.otherUnit()) {
                if (Paired.roundingAlone(row.after(), row.before())) {
                    continue;
                }
                difference = row.after() - row.before();
                Map<Long, Double> o = old.getOrDefault(key, Map.of());
                Map<Long, Double> n = now.getOrDefault(key, Map.of());
                halfWidth =
                        !o.isEmpty() && o.keySet().equals(n.keySet())
                                ? Paired.of(n, o, nowWeights, oldWeights).halfWidth()
                                : (Double) Math.hypot(row.halfBefore(), row.halfAfter());
                inHalfWidths = Paired.inHalfWidths(difference, halfWidth);
            }
            rows.add(
                    new Answer(
                            row.plan(),
                            row.metric(),
                            row.label(),
                            row.unit(),
                            change,
                            row.before(),
                            row.after(),
                            difference,
                            halfWidth,
                            inHalfWidths,
                            reasons.getOrDefault(key, "")));
        }
        rows.sort(
                Comparator.comparingDouble((Answer a) -> Paired.rank(a.inHalfWidths()))
                        .thenComparing(Answer::plan)
                        .thenComparing(Answer::metric));
        return QueryResult.ofRecords(Answer.class, rows);
    }

    /// For each answer the changed quantities that explain most of its spread.
    private static Map<String, String> reasons(Query query, Set<String> changed) {
        Map<String, List<String>> all = new TreeMap<>();
        for (Driver row : query.rows(Driver.class)) {
            List<String> here =
                    all.computeIfAbsent(row.plan() + '\0' + row.metric(), k -> new ArrayList<>());
            if (changed.contains(row.quantity()) && here.size() < MOST_REASONS) {
                here.add("%s (%d %%)".formatted(row.name(), Math.round(100 * row.share())));
            }
        }
        Map<String, String> reasons = new TreeMap<>();
        all.forEach((key, list) -> reasons.put(key, String.join(", ", list)));
        return reasons;
    }

    /// The largest move of the quantities that stand on the claims of each key.
    private static Map<String, Double> shiftsOfClaims(
            Query query, Map<String, @Nullable Double> shifts) {
        Map<String, Double> largest = new TreeMap<>();
        for (Basis row : query.rows(Basis.class)) {
            Double shift = shifts.get(row.quantity());
            largest.merge(row.of(), shift == null ? 0 : Math.abs(shift), Math::max);
        }
        return largest;
    }

    /// Rows that came, went or changed, by key.
    private static <K extends Kept> List<Change<K>> changes(List<K> rows) {
        Map<String, K> before = new TreeMap<>();
        Map<String, K> after = new TreeMap<>();
        rows.forEach(row -> (row.now() ? after : before).put(row.key(), row));
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Change<K>> changes = new ArrayList<>();
        for (String key : keys) {
            K old = before.get(key);
            K now = after.get(key);
            if (old == null || now == null) {
                changes.add(
                        new Change<>(
                                key, old == null ? Kind.ADDED : Kind.REMOVED, old, now, List.of()));
                continue;
            }
            SequencedMap<String, @Nullable Object> told = now.told();
            List<String> what = new ArrayList<>();
            Set<String> names = new TreeSet<>();
            old.told()
                    .forEach((name, value) -> {
                        if (!Objects.equals(value, told.get(name))) {
                            names.add(name);
                            what.add(
                                    "%s: %s → %s"
                                            .formatted(name, shown(value), shown(told.get(name))));
                        }
                    });
            if (!what.isEmpty()) {
                Kind kind = names.equals(Set.of(WEIGHT)) ? Kind.REWEIGHTED : Kind.CHANGED;
                changes.add(new Change<>(key, kind, old, now, what));
            }
        }
        return changes;
    }

    private static QueryResult quantities(
            List<Change<Quantity>> quantities,
            List<Change<Claim>> claims,
            Map<String, @Nullable Double> shifts) {
        Map<String, List<String>> claimsOf = new TreeMap<>();
        for (Change<Claim> change : claims) {
            if (change.kind() != Kind.REWEIGHTED) {
                claimsOf.computeIfAbsent(change.row().of(), k -> new ArrayList<>())
                        .add(change.key() + " " + change.kind().word());
            }
        }
        List<ChangedQuantity> rows = new ArrayList<>();
        for (Change<Quantity> change : quantities) {
            String of = change.row().of();
            Quantity before = change.before();
            Quantity after = change.after();
            rows.add(
                    new ChangedQuantity(
                            change.row().name(),
                            change.key(),
                            change.kind().word(),
                            before == null ? null : before.range(),
                            after == null ? null : after.range(),
                            shifts.get(change.key()),
                            of.isEmpty()
                                    ? ""
                                    : String.join(", ", claimsOf.getOrDefault(of, List.of())),
                            String.join("; ", change.what())));
        }
        rows.sort(
                Comparator.comparingDouble((ChangedQuantity q) -> Paired.rank(q.shiftInSd()))
                        .thenComparing(ChangedQuantity::quantity));
        return QueryResult.ofRecords(ChangedQuantity.class, rows);
    }

    private static QueryResult claims(List<Change<Claim>> claims, Map<String, Double> shifts) {
        List<ChangedClaim> rows = new ArrayList<>();
        claims.stream()
                .sorted(
                        Comparator.comparingDouble((Change<Claim> c) ->
                                        -shifts.getOrDefault(c.row().of(), 0.0))
                                .thenComparing(Change::kind)
                                .thenComparing(Change::key))
                .forEach(change -> {
                    Claim claim = change.row();
                    rows.add(
                            new ChangedClaim(
                                    change.key(),
                                    change.kind().word(),
                                    claim.of(),
                                    claim.statement(),
                                    claim.value(),
                                    claim.publisher(),
                                    claim.grade(),
                                    String.join("; ", change.what())));
                });
        return QueryResult.ofRecords(ChangedClaim.class, rows);
    }

    private static String shown(@Nullable Object value) {
        return value == null || value.toString().isEmpty()
                ? "nothing"
                : value instanceof Double d ? Render.number(d) : value.toString();
    }
}
