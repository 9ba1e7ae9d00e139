package parapet.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parapet.io.results.Query;
import parapet.io.results.RunFolder;
import parapet.io.results.Sql;
import parapet.quantity.Show;
import parapet.scenario.PlaceKind;
import parapet.stats.Weights;
import parapet.study.Setup;

/// The first answers of a run, a line each, for the person at the terminal.
final class Answers {
    /// What each comparison of forces makes of every raid, on the last raid day.
    @Sql(
            """
            SELECT d.comparison, d.question, n.name AS raid, d.mean, d.halfWidth
            FROM differences d JOIN metrics m USING (metric)
            JOIN names n ON n.kind = 'raid' AND n.key = m.subject
            WHERE d.question <> '' AND d.topic = 'force' AND m.kind = 'stopped'
              AND m.date = (SELECT max(date) FROM metrics WHERE kind = 'stopped')
              AND m.subject NOT IN (SELECT family FROM flips)
            """)
    private record Raided(
            String comparison,
            String question,
            String raid,
            double mean,
            @Sql.OrNaN double halfWidth) {}

    /// What each comparison of forces makes of every family, by kind of place.
    @Sql(
            """
            SELECT DISTINCT f.comparison, d.question, n.name AS family, f.kind, f.members, f.kept,
              f.keptHalfWidth AS half, f.wins, f.loses, NOT EXISTS (SELECT 1 FROM fit WHERE effective <
            """
                    + Weights.LEAST_EFFECTIVE
                    + """
                    ) AS quotable
                    FROM flips f JOIN differences d ON d.comparison = f.comparison
                    JOIN names n ON n.kind = 'raid' AND n.key = f.family
                    WHERE d.question <> ''
                    """)
    private record Kept(
            String comparison,
            String question,
            String family,
            String kind,
            int members,
            double kept,
            @Sql.OrNaN double half,
            double wins,
            double loses,
            boolean quotable) {
        int sign() {
            return quotable && Math.abs(kept) > half ? (int) Math.signum(kept) : 0;
        }

        String said() {
            return "%s ± %s".formatted(Show.signed(kept), Show.number(half));
        }
    }

    /// Warnings of a subject.
    @Sql("SELECT warning FROM warnings WHERE subject = $1")
    private record Warning(String warning) {}

    /// The first answers of the plan $1.
    @Sql(
            """
            SELECT m.label, m.unit, e.mean, e.p05, e.p95, coalesce(c.word, '') AS word
            FROM estimates e JOIN metrics m USING (metric)
            LEFT JOIN confidence c ON c.comparison = '' AND c.plan = e.plan AND c.metric = e.metric
            WHERE e.plan = $1 AND (m.kind IN ('lost-unit-years', 'availability', 'ready')
               OR m.kind IN ('stopped', 'kept', 'seen') AND m.date = (SELECT max(date) FROM metrics WHERE kind = 'stopped'))
            ORDER BY e.metric
            """)
    private record Answer(
            String label,
            String unit,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double p05,
            @Sql.OrNaN double p95,
            String word) {}

    /// What each comparison changes in ready unit-years up to the last day.
    @Sql(
            """
            SELECT d.question, d.mean, d.halfWidth, d.perMonth, d.perMonthHalfWidth, m.unit, m.date
            FROM differences d JOIN metrics m USING (metric)
            WHERE d.question <> '' AND (d.mean <> 0 OR d.halfWidth <> 0)
              AND m.kind = 'ready-unit-years'
              AND m.date = (SELECT max(date) FROM metrics WHERE kind = 'ready-unit-years')
            """)
    private record Gain(
            String question,
            double mean,
            @Sql.OrNaN double halfWidth,
            @Sql.OrNaN double perMonth,
            @Sql.OrNaN double perMonthHalfWidth,
            String unit,
            LocalDate date) {}

    @Sql(
            """
            SELECT name, "use", published, publishedLow, publishedHigh, mean, p05, p95, unit, z
            FROM observations ORDER BY "use", first, observation
            """)
    private record Published(
            String name,
            String use,
            @Sql.OrNaN double published,
            @Sql.OrNaN double publishedLow,
            @Sql.OrNaN double publishedHigh,
            @Sql.OrNaN double mean,
            @Sql.OrNaN double p05,
            @Sql.OrNaN double p95,
            String unit,
            @Sql.OrNaN double z) {}

    @Sql("SELECT observations, effective, draws FROM fit")
    private record Fit(int observations, double effective, int draws) {}

    private Answers() {}

    static List<String> lines(RunFolder run, Setup setup) {
        var lines = new ArrayList<String>();
        try (Query query = Query.open(run)) {
            for (Warning row : query.rows(Warning.class, "plan " + setup.reference())) {
                lines.add(row.warning());
            }
            for (Answer row : query.rows(Answer.class, setup.reference())) {
                lines.add(
                        "%-86s %6s %s, in 9 of 10 draws %s to %s%s"
                                .formatted(
                                        row.label(),
                                        Show.number(row.mean()),
                                        row.unit(),
                                        Show.number(row.p05()),
                                        Show.number(row.p95()),
                                        row.word().isEmpty() ? "" : "; " + row.word()));
            }
            for (Gain row : query.rows(Gain.class)) {
                boolean month = !Double.isNaN(row.perMonth());
                lines.add(
                        "%-70s %s ± %s ready %s%s by %s"
                                .formatted(
                                        row.question(),
                                        Show.signed(month ? row.perMonth() : row.mean()),
                                        Show.number(
                                                month ? row.perMonthHalfWidth() : row.halfWidth()),
                                        row.unit(),
                                        month ? " a month" : "",
                                        Show.day(row.date())));
            }
            published(query, lines);
            stopped(query, lines);
            kept(query, lines);
        }
        return lines;
    }

    /// What each comparison of forces changes in every raid: the raids in which it changes nothing
    /// too, because an answer that holds for one aim only is no answer.
    private static void stopped(Query query, List<String> lines) {
        var questions = new LinkedHashMap<String, String>();
        var raids = new LinkedHashMap<String, List<String>>();
        for (Raided row : query.rows(Raided.class)) {
            questions.put(row.comparison(), row.question());
            raids.computeIfAbsent(row.comparison(), k -> new ArrayList<>())
                    .add(
                            "%s %s ± %s"
                                    .formatted(
                                            row.raid(),
                                            Show.signed(row.mean()),
                                            Show.number(row.halfWidth())));
        }
        questions.forEach((comparison, question) ->
                lines.add(
                        "%-70s points of the targets stopped: %s"
                                .formatted(
                                        question,
                                        String.join(
                                                "; ", raids.getOrDefault(comparison, List.of())))));
    }

    /// What each comparison of forces keeps of what families attack, where it is clear of chance
    /// anywhere: in how many members more and less, and by kind of place. Where the sign flips, no
    /// single number is told.
    private static void kept(Query query, List<String> lines) {
        var cells = new LinkedHashMap<String, Map<String, Kept>>();
        List<Kept> rows = query.rows(Kept.class);
        List<String> order = rows.stream().map(Kept::comparison).distinct().sorted().toList();
        for (String comparison : order) {
            rows.stream()
                    .filter(row -> row.comparison().equals(comparison))
                    .forEach(row ->
                            cells.computeIfAbsent(
                                            comparison + "/" + row.family(),
                                            k -> new LinkedHashMap<>())
                                    .put(row.kind(), row));
        }
        cells.values()
                .forEach(kinds -> {
                    Kept any = kinds.get("any");
                    if (any == null || kinds.values().stream().allMatch(k -> k.sign() == 0)) {
                        return;
                    }
                    boolean more = kinds.values().stream().anyMatch(k -> k.sign() > 0);
                    boolean less = kinds.values().stream().anyMatch(k -> k.sign() < 0);
                    var places = new ArrayList<String>();
                    for (PlaceKind kind : PlaceKind.values()) {
                        Kept of = kinds.get(kind.key());
                        if (of != null) {
                            places.add(of.said() + " " + kind.label());
                        }
                    }
                    lines.add(
                            "%-70s points of value kept, %s: more in %s, less in %s of %d members; %s%s"
                                    .formatted(
                                            any.question(),
                                            any.family(),
                                            percent(any.wins()),
                                            percent(any.loses()),
                                            any.members(),
                                            more && less ? "flips: " : any.said() + " in all: ",
                                            String.join(", ", places)));
                });
    }

    private static String percent(double percent) {
        return Math.round(percent) + " %";
    }

    /// Published figures beside fitted and predicted ones.
    private static void published(Query query, List<String> lines) {
        for (Published row : query.rows(Published.class)) {
            lines.add(
                    "%-9s %-60s published %s (%s to %s), model %s %s, in 9 of 10 runs %s to %s; misfit %s sd"
                            .formatted(
                                    row.use().equals("fit") ? "fitted" : "predicted",
                                    row.name(),
                                    Show.number(row.published()),
                                    Show.number(row.publishedLow()),
                                    Show.number(row.publishedHigh()),
                                    Show.number(row.mean()),
                                    row.unit(),
                                    Show.number(row.p05()),
                                    Show.number(row.p95()),
                                    Show.signed(row.z())));
        }
        for (Fit row : query.rows(Fit.class)) {
            lines.add(
                    "Fitted to %d published figures: %s effective draws of %d%s"
                            .formatted(
                                    row.observations(),
                                    Show.number(row.effective()),
                                    row.draws(),
                                    row.effective() < Weights.LEAST_EFFECTIVE
                                            ? "; not to be quoted: fewer than %d, ask for more draws"
                                                    .formatted(Weights.LEAST_EFFECTIVE)
                                            : ""));
        }
    }
}
