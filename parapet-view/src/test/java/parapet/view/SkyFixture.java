package parapet.view;

import java.util.List;
import parapet.io.results.Query;
import parapet.study.ResultTable;
import parapet.view.words.Say;

/// A sky and raids that never were, for [Fixture]: five regions, three raids, invented numbers.
final class SkyFixture {
    static final double STEP_DEG = 0.25;
    private static final List<String> DAYS = List.of("2028-03-31", "2035-03-31");
    private static final List<String> RAIDS =
            List.of("mixed-two-sides", "drones-by-night", "few-fast");
    private static final String PACKAGES =
            "('as-it-came', 'five-more', 'five-more-after', 'same-money-in-spares', 'close-in-layer')";

    private SkyFixture() {}

    /// Tables of sky and raids, and their outcomes; before estimates are made.
    static void fill(Query tables) {
        places(tables);
        covered(tables);
        battles(tables);
        outcomes(tables);
        rest(tables);
    }

    private static void places(Query tables) {
        tables.fill(
                """
                insert into places values
                  ('north', 'North (notional)', 33.0, 75.0, 'Squadron 1\nClose-in layer', true),
                  ('north-west', 'North-west (notional)', 31.0, 75.5, 'Squadron 2', true),
                  ('west', 'West (notional)', 26.5, 71.5, 'Squadron 3', true),
                  ('north-east', 'North-east (notional)', 26.5, 89.0, 'Squadron 4', false),
                  ('capital', 'Capital region (notional)', 28.5, 77.0, '', true)
                """);
        tables.fill(
                """
                insert into sky
                with g as (select 21 + %1$s / 2 + %1$s * i as lat, 66 + %1$s / 2 + %1$s * j as lon from range(0, 64) a(i), range(0, 116) b(j)),
                  h as (select *, greatest(0, case when lon < 69 and lat < 24.5 then 0 else 180 + 4800 * exp(-pow((lat - (34.5 - 0.28 * (lon - 74))) / 2.2, 2)) * (0.75 + 0.25 * sin(lon * 3.1) * cos(lat * 4.3))
                    + 300 * exp(-pow((lon - 73 - (lat - 24) * 0.6) / 0.7, 2)) end) as ground from g),
                  d as (select *, (select list(111.2 * sqrt(pow(lat - p.latitude, 2) + pow((lon - p.longitude) * cos(radians(lat)), 2))) from places p where p.units <> '') as km from h),
                  s as (select *, len(list_filter(km, lambda x: x < 45 + ground / 90)) as a, len(list_filter(km, lambda x: x < 140 + (case when ground > 2500 then -60 else 0 end))) as b,
                    len(list_filter(km, lambda x: x < 390)) as c, list_min(km) as m from d)
                select lat, lon, ground, case when m < 600 then m end, a, b, c, lat > 31,
                  case when a > 0 or m > 600 then '' when ground > 1500 then 'terrain' else 'horizon' end,
                  case when b > 0 or m > 600 then '' when ground > 1500 then 'terrain' else 'horizon' end,
                  case when c > 0 or m > 600 then '' else 'power' end from s where m < 700
                """
                        .formatted(STEP_DEG));
    }

    private static void covered(Query tables) {
        for (String day : DAYS) {
            tables.fill(
                    """
                    insert into covered
                    with r as (select plan, draw, replication, ready from readiness where month = date_trunc('month', date '%s') and plan in %s)
                    select plan, draw, replication, date '%s', h.height, k.kind, n.n, greatest(0, ready - n.n + 1) * h.area * k.share
                    from r, (values (100.0, 14.0), (1000.0, 62.0), (10000.0, 410.0)) h(height, area), (values ('seen', 1.0), ('reached', 0.55)) k(kind, share), (values (1), (2)) n(n)
                    """
                            .formatted(day, PACKAGES, day));
        }
    }

    private static void battles(Query tables) {
        tables.fill(
                "create table raid as select * from (values ('mixed-two-sides', 3, 0.86), ('drones-by-night', 5, 0.8), ('few-fast', 1, 0.6)) t(raid, nights, p)");
        tables.fill(
                "create table came as select * from (values ('mixed-two-sides', 'drone', 260), ('mixed-two-sides', 'cruise-missile', 40), ('mixed-two-sides', 'fighter', 16), ('drones-by-night', 'drone', 420), ('few-fast', 'ballistic-missile', 12)) t(raid, target, n)");
        for (String day : DAYS) {
            tables.fill(
                    """
                    insert into forces
                    select plan, draw, replication, date '%1$s', raid.raid, 'ready ' || round(ready) || case when plan = 'close-in-layer' then ', close-in' else '' end,
                      raid.raid || '-' || round(ready)::integer || case when plan = 'close-in-layer' then '-c' else '' end, 0, null
                    from readiness, raid where month = date_trunc('month', date '%1$s') and plan in %2$s
                    """
                            .formatted(day, PACKAGES));
        }
        tables.fill(
                """
                create table fought as select distinct draw, f.raid, battle, regexp_extract(battle, '-([0-9]+)', 1)::integer as ready, battle like '%-c' as close, nights, p
                from forces f join raid using (raid)
                """);
        tables.fill(
                """
                insert into battles
                select draw, f.raid, battle, night, target, n, n - leaked, 0, 0, 0, leaked, 0 from (
                  select draw, raid, battle, night.night, target, n, least(n, round(n * least(1, (1.02 - p + 0.05 * (night.night - 1) - case when close then 0.06 else 0 end) * (1.6 - 0.15 * ready) * (0.8 + 0.02 * draw))))::integer as leaked
                  from fought join came using (raid) join range(1, 6) night(night) on night.night <= nights) f
                """);
        tables.fill(
                """
                insert into rounds
                select draw, raid, battle, night.night, k.round, (ready * k.n / (nights + 1.0))::integer, (ready * k.n * greatest(0, 1 - night.night / (nights + 1.0 - 0.03 * draw)))::integer, 0, 0
                from fought join range(1, 6) night(night) on night.night <= nights, (values ('long-range', 24), ('medium-range', 64)) k(round, n)
                """);
        tables.fill(
                """
                insert into reasons
                select draw, raid, battle, target, r.reason, r.reason, round(leaked * r.share)::integer
                from battles, (values ('below the horizon until too late', 0.45), ('no battery in reach', 0.25), ('all channels busy', 0.18), ('every round missed', 0.12)) r(reason, share) where night = 1
                """);
        tables.fill(
                """
                insert into hours
                select draw, raid, battle, hour.hour, k.kind, case when k.kind = 'leaked' then 'drone' else 'medium-range' end, (ready * 3 + draw % 5) * case when hour.hour = 1 then 3 else 1 end
                from fought, range(0, 4) hour(hour), (values ('leaked'), ('fired')) k(kind) where not (k.kind = 'leaked' and hour.hour = 3)
                """);
    }

    private static void outcomes(Query tables) {
        tables.fill(
                "insert into outcomes select plan, draw, replication, 'future-cost-inr', sum(amount) / 1e7 from money where fiscalYear >= 2026 and currency = 'INR' group by all");
        tables.fill(
                "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('future-cost-inr', 'Money spent from now on', 'crore INR', 'less')) t(m, l, u, b)");
        for (String day : DAYS) {
            tables.fill(
                    "insert into outcomes select plan, draw, replication, 'ready/%1$s', ready from readiness where month = date_trunc('month', date '%1$s')"
                            .formatted(day));
            tables.fill(
                    "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('ready/%1$s', 'Squadrons ready in the month of %1$s', 'squadrons', 'more')) t(m, l, u, b)"
                            .formatted(day));
            for (int height : List.of(100, 1000, 10000)) {
                tables.fill(
                        "insert into outcomes select plan, draw, replication, 'seen-%2$d/%1$s', area from covered where day = '%1$s' and height = %2$d and kind = 'seen' and atLeast = 1"
                                .formatted(day, height));
                tables.fill(
                        "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('seen-%2$d/%1$s', 'Sky seen at %2$d m on %1$s', 'thousand km2', 'more')) t(m, l, u, b)"
                                .formatted(day, height));
            }
            for (String raid : RAIDS) {
                String from =
                        " from forces f join battles b using (draw, raid, battle) where f.raid = '%s' and day = '%s' and night = 1 group by plan, f.draw, replication"
                                .formatted(raid, day);
                outcome(tables, "leaked-", raid, day, "sum(leaked)" + from, "targets", false);
                outcome(
                        tables,
                        "stopped-",
                        raid,
                        day,
                        "100.0 * sum(killed) / sum(threats)" + from,
                        "%",
                        true);
                outcome(tables, "fired-", raid, day, "1.4 * sum(killed)" + from, "rounds", false);
                outcome(
                        tables,
                        "nights-stopped-",
                        raid,
                        day,
                        "least(1 + f.draw % 5, max(night))" + from.replace("and night = 1 ", ""),
                        "nights",
                        true);
                outcome(tables, "exchange-", raid, day, "8 + 0.2 * f.draw" + from, "ratio", false);
            }
        }
    }

    private static void outcome(
            Query tables,
            String prefix,
            String raid,
            String day,
            String value,
            String unit,
            boolean more) {
        String key = prefix + raid + "/" + day;
        tables.fill(
                "insert into outcomes select plan, f.draw, replication, '%s', %s"
                        .formatted(key, value));
        tables.fill(
                "insert into metrics (metric, kind, label, unit, better) select m, regexp_replace(m, '[-/][0-9].*', ''), l, u, b from (values ('%s', '%s', '%s', case when %b then 'more' else 'less' end)) t(m, l, u, b)"
                        .formatted(key, Say.words(prefix + raid) + " on " + day, unit, more));
    }

    private static void rest(Query tables) {
        for (String raid : RAIDS) {
            for (int i = 0; i < 4; i++) {
                for (int squadron = 1; squadron <= 3; squadron++) {
                    boolean stopped = i == 3;
                    boolean its = stopped && squadron == 2;
                    tables.fill(
                            "insert into threats values ('%1$s', date '2035-03-31', '%1$s-%2$d', 'drone', 'west-3', '%3$s', %4$d, '%5$s', 'squadron-%6$d', '%7$s', '%7$s', %8$s, %9$s, %10$s, %11$d)"
                                    .formatted(
                                            raid,
                                            17 + i,
                                            stopped ? "killed" : "leaked",
                                            60 + 7 * i,
                                            stopped ? "squadron-2" : "",
                                            squadron,
                                            its
                                                    ? ""
                                                    : squadron == 3
                                                            ? "no battery in reach"
                                                            : "below the horizon until too late",
                                            squadron == 3 ? "null" : "38.5",
                                            squadron == 3 ? "null" : "41",
                                            squadron == 3 ? "null" : "44.5",
                                            squadron == 3 ? 0 : i));
                }
            }
        }
        tables.fill(
                "insert into %s values ('real-drones', 'drone', 97, 94, 99, 84, 88, 0.01, false, false, true), ('real-drones', 'cruise-missile', 71, 55, 84, 60, 80, 0.8, true, false, true), ('real-mixed', 'ballistic-missile', 0, 0, 0, 0, 6, 1, null, true, false), ('real-mixed', 'helicopter', 22, 10, 35, 40, 45, 0.02, false, false, true), ('real-mixed', 'fighter', 50, 40, 60, null, null, null, null, false, false)"
                        .formatted(ResultTable.ANALOGUES.table()));
        tables.fill(
                "insert into sharing values ('mixed-two-sides', 4000, 310, 200, 0.4, 1.1, 1.6), ('drones-by-night', 4000, 260, 200, -1.2, 2.3, 3.3), ('few-fast', 4000, 90, 0, null, null, null)");
    }
}
