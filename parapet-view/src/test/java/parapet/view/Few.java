package parapet.view;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import parapet.io.results.Query;
import parapet.io.results.RunInfo;
import parapet.quantity.FiscalYears;
import parapet.view.read.Results;

/// Tables of a few rows, for a case of one sentence or one figure.
final class Few implements AutoCloseable {
    final Query tables = Query.empty();
    private int plans;

    /// A run with these plans, the first of them the reference; a plan `p` is named `Plan p`.
    Few(String... keys) {
        for (String key : keys) {
            tables.fill(
                    "insert into plans values ('%s', %d, 'Plan %s', '', '', null, '', %b, 0, true)"
                            .formatted(key, plans, key, plans == 0));
            plans++;
        }
    }

    /// A metric.
    ///
    /// @param date ISO date, empty for none
    Few metric(String key, String kind, String date, String unit, String better) {
        return metric(key, kind, "", "", date, unit, better);
    }

    /// A metric of a raid or of a currency.
    Few metric(
            String key,
            String kind,
            String subject,
            String currency,
            String date,
            String unit,
            String better) {
        return insert(
                "metrics",
                Map.of(
                        "metric", q(key),
                        "kind", q(kind),
                        "subject", subject.isEmpty() ? "null" : q(subject),
                        "currency", currency.isEmpty() ? "null" : q(currency),
                        "date", date.isEmpty() ? "null" : "date " + q(date),
                        "label", q("Label of " + kind),
                        "unit", q(unit),
                        "better", q(better)));
    }

    /// An estimate whose band is 1 to both sides.
    Few estimate(String plan, String metric, double mean) {
        return insert(
                "estimates",
                Map.of(
                        "plan", q(plan),
                        "metric", q(metric),
                        "n", "20",
                        "mean", "" + mean,
                        "halfWidth", "0.1",
                        "p05", "" + (mean - 1),
                        "p25", "" + mean,
                        "p50", "" + mean,
                        "p75", "" + mean,
                        "p95", "" + (mean + 1)));
    }

    /// A difference whose band is 1 to both sides.
    Few difference(
            String topic,
            String comparison,
            String plan,
            String against,
            String metric,
            double mean,
            double half) {
        return difference(
                topic, comparison, plan, against, metric, mean, half, Map.of("shareBetter", "0.9"));
    }

    /// The same with other values, as SQL.
    Few difference(
            String topic,
            String comparison,
            String plan,
            String against,
            String metric,
            double mean,
            double half,
            Map<String, String> others) {
        var row = new LinkedHashMap<String, String>();
        row.put("topic", q(topic));
        row.put("comparison", q(comparison));
        row.put("question", q(""));
        row.put("plan", q(plan));
        row.put("against", q(against));
        row.put("metric", q(metric));
        row.put("n", "20");
        row.put("mean", "" + mean);
        row.put("halfWidth", "" + half);
        row.put("p05", "" + (mean - 1));
        row.put("p50", "" + mean);
        row.put("p95", "" + (mean + 1));
        row.put("shareBetter", "0.9");
        row.putAll(others);
        return insert("differences", row);
    }

    /// A row of a table, its values as SQL.
    Few insert(String table, Map<String, String> row) {
        var select = new StringBuilder();
        row.forEach((column, value) ->
                select.append(select.isEmpty() ? "" : ", ")
                        .append(value)
                        .append(" as \"")
                        .append(column)
                        .append('"'));
        tables.fill("insert into %s by name select %s".formatted(table, select));
        return this;
    }

    /// Any statement.
    Few fill(String sql) {
        tables.fill(sql);
        return this;
    }

    private static String q(String text) {
        return Fixture.q(text);
    }

    private static RunInfo info() {
        return Fixture.info("", FiscalYears.APRIL);
    }

    /// What sections and figures read.
    Results results() {
        return new Results(tables, info());
    }

    /// The same of a run over another time.
    Results results(String start, String end, String asOf) {
        return new Results(tables, over(start, end, asOf));
    }

    private static RunInfo over(String start, String end, String asOf) {
        RunInfo i = info();
        RunInfo.Frame f = i.frame();
        return new RunInfo(
                i.title(),
                i.scenario(),
                i.fingerprint(),
                i.digest(),
                i.seed(),
                i.draws(),
                i.replications(),
                i.plans(),
                LocalDate.parse(asOf),
                i.quick(),
                i.version(),
                i.tables(),
                i.warnings(),
                i.shards(),
                i.command(),
                i.options(),
                new RunInfo.Frame(
                        f.about(),
                        LocalDate.parse(start),
                        LocalDate.parse(end),
                        f.currency(),
                        f.reference(),
                        f.fiscalYears()));
    }

    /// The whole page.
    String page() {
        return Report.html(tables, info());
    }

    @Override
    public void close() {
        tables.close();
    }
}
