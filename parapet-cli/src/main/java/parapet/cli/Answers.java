package parapet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Query;
import parapet.io.results.QueryResult;
import parapet.io.results.RunFolder;
import parapet.study.Setup;

/// The first answers of a run, a line each, for the person at the terminal.
final class Answers {
    /// For each comparison of forces the raid in which it makes the greatest difference, on the
    /// last raid day.
    private static final String RAIDS =
            """
            SELECT d.question, d.mean, d.halfWidth, m.label
            FROM differences d JOIN metrics m USING (metric)
            WHERE d.question <> '' AND d.topic = 'force' AND d.metric LIKE 'stopped-%%'
              AND d.metric LIKE '%%/' || (
                SELECT max(regexp_extract(metric, '[0-9-]+$')) FROM metrics WHERE metric LIKE 'stopped-%%')
              AND (d.mean <> 0 OR d.halfWidth <> 0)
            QUALIFY row_number() OVER (PARTITION BY d.comparison ORDER BY abs(d.mean) DESC) = 1
            ORDER BY d.comparison
            """;

    private Answers() {}

    private static String lowered(String label) {
        return label.isEmpty()
                ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    static List<String> lines(RunFolder run, Setup setup) {
        var lines = new ArrayList<String>();
        String plan = setup.reference().replace("'", "''");
        try (Query query = Query.open(run)) {
            for (List<@Nullable Object> row :
                    rows(
                            query,
                            "SELECT warning FROM warnings WHERE subject = 'plan %s'"
                                    .formatted(plan))) {
                lines.add(String.valueOf(row.get(0)));
            }
            for (List<@Nullable Object> row :
                    rows(
                            query,
                            """
                            SELECT m.label, m.unit, e.mean, e.p05, e.p95 FROM estimates e JOIN metrics m USING (metric)
                            WHERE e.plan = '%s' AND (e.metric LIKE 'lost-unit-years/%%' OR e.metric LIKE 'availability/%%'
                               OR e.metric LIKE 'ready/%%'
                               OR ((e.metric LIKE 'stopped-%%' OR e.metric LIKE 'seen-%%') AND e.metric LIKE '%%/' || (
                                   SELECT max(regexp_extract(metric, '[0-9-]+$')) FROM metrics WHERE metric LIKE 'stopped-%%')))
                            ORDER BY e.metric
                            """
                                    .formatted(plan))) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%-86s %6.1f %s, in 9 of 10 draws %.1f to %.1f",
                                row.get(0),
                                number(row.get(2)),
                                row.get(1),
                                number(row.get(3)),
                                number(row.get(4))));
            }
            for (List<@Nullable Object> row :
                    rows(
                            query,
                            """
                            SELECT d.question, d.mean, d.halfWidth, d.perMonth, d.perMonthHalfWidth, m.unit
                            FROM differences d JOIN metrics m USING (metric)
                            WHERE d.question <> '' AND (d.mean <> 0 OR d.halfWidth <> 0)
                              AND d.metric LIKE 'ready-unit-years/%%'
                              AND d.metric = (SELECT max(metric) FROM metrics WHERE metric LIKE 'ready-unit-years/%%')
                            """)) {
                boolean month = row.get(3) != null;
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%-70s %+.3g ± %.2g ready %s%s",
                                row.get(0),
                                number(month ? row.get(3) : row.get(1)),
                                number(month ? row.get(4) : row.get(2)),
                                row.get(5),
                                month ? " a month" : ""));
            }
            published(query, lines);
            for (List<@Nullable Object> row : rows(query, RAIDS)) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%-70s %+.3g ± %.2g points of the %s",
                                row.get(0),
                                number(row.get(1)),
                                number(row.get(2)),
                                lowered(String.valueOf(row.get(3)))));
            }
        }
        return lines;
    }

    /// Published figures beside fitted and predicted ones.
    private static void published(Query query, List<String> lines) {
        for (List<@Nullable Object> row :
                rows(
                        query,
                        """
                        SELECT name, "use", published, publishedLow, publishedHigh, mean, p05, p95, unit, z
                        FROM observations ORDER BY "use", first, observation
                        """)) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-9s %-60s published %.1f (%.1f to %.1f), model %.1f %s, in 9 of 10 runs %.1f to %.1f; misfit %+.1f sd",
                            "fit".equals(row.get(1)) ? "fitted" : "predicted",
                            row.get(0),
                            number(row.get(2)),
                            number(row.get(3)),
                            number(row.get(4)),
                            number(row.get(5)),
                            row.get(8),
                            number(row.get(6)),
                            number(row.get(7)),
                            number(row.get(9))));
        }
        for (List<@Nullable Object> row :
                rows(query, "SELECT observations, effective, draws FROM fit")) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Fitted to %s published figures: %.1f effective draws of %s%s",
                            row.get(0),
                            number(row.get(1)),
                            row.get(2),
                            number(row.get(1)) < 30
                                    ? "; too few to quote, ask for more draws"
                                    : ""));
        }
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    private static List<List<@Nullable Object>> rows(Query query, String sql) {
        QueryResult result = query.run(sql.replace("%%", "%"));
        return result.rows();
    }
}
