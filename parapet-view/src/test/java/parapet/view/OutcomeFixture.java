package parapet.view;

import java.util.ArrayList;
import java.util.List;
import parapet.io.results.Query;
import parapet.view.words.Say;

/// Outcomes, their estimates and the differences of plans, for [Fixture].
final class OutcomeFixture {
    private OutcomeFixture() {}

    /// Tables of outcomes, metrics, estimates and differences; after readiness and money.
    static void fill(Query tables) {
        squadronYears(tables);
        sums(tables);
        SkyFixture.fill(tables);
        estimates(tables);
        differences(tables);
    }

    private static void squadronYears(Query tables) {
        for (String date : List.of("2023-03-31", "2026-11-24", "2030-03-31", "2041-03-31")) {
            for (String[] pair :
                    new String[][] {
                        {"ready", "sum(ready) / 12"},
                        {"delivered", "sum(delivered) / 12"},
                        {"lost", "sum(promised - ready) / 12"}
                    }) {
                tables.fill(
                        "insert into outcomes select plan, draw, replication, '%s-unit-years/%s', %s from readiness where month <= '%s' group by all"
                                .formatted(pair[0], date, pair[1], date));
                tables.fill(
                        "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('%s-unit-years/%s', '%s squadron-years by %s', 'squadron-years', case when %b then 'more' else 'less' end)) t(m, l, u, b)"
                                .formatted(
                                        pair[0],
                                        date,
                                        pair[0].equals("lost")
                                                ? "Promised but not ready,"
                                                : Say.words(pair[0]),
                                        date.substring(0, 4),
                                        !pair[0].equals("lost")));
            }
            tables.fill(
                    "insert into outcomes select plan, draw, 0, 'missiles/%s', 500 + 10 * draw from (select distinct plan, draw from readiness)"
                            .formatted(date));
            tables.fill(
                    "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('missiles/%s', 'Missiles in stock in %s', 'missiles', 'more')) t(m, l, u, b)"
                            .formatted(date, date.substring(0, 4)));
        }
    }

    private static void sums(Query tables) {
        tables.fill(
                "insert into outcomes select plan, draw, replication, 'availability/2026-11-24..2041-03-31', 100 * sum(ready) / sum(inService) from readiness where month > '2026-11-24' group by all");
        tables.fill(
                "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('availability/2026-11-24..2041-03-31', 'Availability from now to 2041', '%', 'more')) t(m, l, u, b)");
        for (String c : List.of("usd", "inr")) {
            tables.fill(
                    "insert into outcomes select plan, draw, replication, 'cost-%1$s', sum(amount) / %3$s from money where currency = upper('%1$s') group by all"
                            .formatted(c, c, c.equals("inr") ? "1e7" : "1e6"));
            tables.fill(
                    "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('cost-%s', 'Cost to 2041', '%s', 'less')) t(m, l, u, b)"
                            .formatted(c, c.equals("inr") ? "crore INR" : "million USD"));
        }
        tables.fill(
                "insert into outcomes select plan, draw, replication, 'present-value-usd', sum(amount * 0.95 ^ (fiscalYear - 2018)) / 1e6 from money where currency = 'USD' group by all");
        tables.fill(
                "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('present-value-usd', 'Present value', 'million USD', 'less')) t(m, l, u, b)");
        tables.fill(
                "insert into outcomes select plan, draw, 0, 'local-mro-break-even', case when draw %% 5 = 0 then 'infinity'::double when plan like '%%2033%%' then null else 2033 + draw %% 6 end from (select distinct plan, draw from readiness) where plan like 'mro-2%%'"
                        .replace("%%", "%"));
        tables.fill(
                "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('local-mro-break-even', 'Break-even year of local repair', 'year', 'less')) t(m, l, u, b)");
        tables.fill(
                "insert into outcomes select plan, draw, 0, 'something-new', draw from (select distinct plan, draw from readiness)");
        tables.fill(
                "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('something-new', 'Something new', 'widgets', 'more')) t(m, l, u, b)");
    }

    private static void estimates(Query tables) {
        tables.fill(
                """
                insert into estimates select plan, metric, count(*), avg(value) , 2.09 * stddev_samp(value) / sqrt(count(*)),
                  quantile_cont(value, 0.05), quantile_cont(value, 0.25), quantile_cont(value, 0.5), quantile_cont(value, 0.75), quantile_cont(value, 0.95)
                from outcomes where isfinite(value) group by plan, metric
                """);
    }

    private static void differences(Query tables) {
        List<String> comparisons = new ArrayList<>();
        for (PlanFixture.PlanOf plan : PlanFixture.PLANS) {
            if (!plan.key().equals("as-it-came")) {
                comparisons.add(
                        "('reference', '', %s, 'as-it-came', 0)".formatted(Fixture.q(plan.key())));
            }
            if (plan.key().startsWith("mro-2") || plan.key().equals("local-spares")) {
                comparisons.add(
                        "('%1$s', 'What does local repair give: %2$s?', '%1$s', 'no-local-mro', 0)"
                                .formatted(plan.key(), plan.name()));
            }
        }
        for (String force :
                List.of("five-more", "five-more-after", "same-money-in-spares", "close-in-layer")) {
            comparisons.add(
                    "('force-%1$s', 'What would it give?', '%1$s', 'as-it-came', -1)"
                            .formatted(force));
        }
        comparisons.add(
                "('slip-mro', 'What does a year of slip of the repair centre cost?', 'mro-slips-a-year', 'as-it-came', 12)");
        comparisons.add(
                "('slip-5', 'What does a year of slip of squadron 5 cost?', 'squadron-5-slips-a-year', 'as-it-came', 12)");
        tables.fill(
                "create table c as select * from (values %s) t(comparison, question, plan, against, months)"
                        .formatted(String.join(",", comparisons)));
        tables.fill(
                """
                insert into differences
                select c.comparison, c.question, c.plan, c.against, a.metric, count(*), avg(a.value - b.value),
                  2.09 * stddev_samp(a.value - b.value) / sqrt(count(*)),
                  quantile_cont(a.value - b.value, 0.05), quantile_cont(a.value - b.value, 0.5), quantile_cont(a.value - b.value, 0.95),
                  avg(case when a.value = b.value then 0.5 when (a.value > b.value) = (m.better = 'more') then 1 else 0 end),
                  case when any_value(c.months) > 0 then avg(a.value - b.value) / any_value(c.months) end,
                  case when any_value(c.months) > 0 then 2.09 * stddev_samp(a.value - b.value) / sqrt(count(*)) / any_value(c.months) end,
                  case when any_value(c.months) > 0 then 'slip' when c.comparison = 'reference' then '' when any_value(c.months) < 0 then 'force' else 'repair' end
                from c join outcomes a on a.plan = c.plan join outcomes b on b.plan = c.against and b.metric = a.metric and b.draw = a.draw
                  join metrics m on m.metric = a.metric
                where isfinite(a.value) and isfinite(b.value) group by c.comparison, c.question, c.plan, c.against, a.metric
                order by c.comparison
                """);
    }
}
