package parapet.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import parapet.quantity.FiscalYears;
import parapet.study.ResultTable;

/// Tables of a run that never was: plausible shapes, made-up numbers, real claims where the
/// reference scenario is at hand.
final class Fixture {
    static final LocalDate START = LocalDate.of(2018, 10, 1);
    static final LocalDate END = LocalDate.of(2041, 3, 31);
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
    static final int DRAWS = 20;

    private static final LocalDate[] DUE = {
        LocalDate.of(2020, 10, 1),
        LocalDate.of(2021, 6, 1),
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 9, 1),
        LocalDate.of(2023, 4, 1)
    };
    private static final int[] LATE = {14, 13, 13, 44, 45};

    private record PlanOf(
            String key,
            String name,
            int mro,
            int centres,
            int units,
            int slip,
            double bonus,
            double price,
            String caution) {}

    private static final List<PlanOf> PLANS =
            List.of(
                    plan("as-promised", "As promised in 2018", 0, 0, 5),
                    plan("as-it-came", "As it came", 2030, 1, 5),
                    plan("no-local-mro", "No local repair", 0, 0, 5),
                    plan("mro-2028-one", "Local repair from 2028, one centre", 2028, 1, 5),
                    plan("mro-2028-two", "Local repair from 2028, two centres", 2028, 2, 5),
                    plan("mro-2030-one", "Local repair from 2030, one centre", 2030, 1, 5),
                    plan("mro-2030-two", "Local repair from 2030, two centres", 2030, 2, 5),
                    plan("mro-2033-one", "Local repair from 2033, one centre", 2033, 1, 5),
                    plan("mro-2033-two", "Local repair from 2033, two centres", 2033, 2, 5),
                    new PlanOf(
                            "local-spares",
                            "Local spares production",
                            2030,
                            1,
                            5,
                            0,
                            0.06,
                            0.98,
                            ""),
                    new PlanOf(
                            "export-work",
                            "Export work shares the centre",
                            2030,
                            1,
                            5,
                            0,
                            -0.05,
                            0.97,
                            ""),
                    plan("five-more", "Five more squadrons", 2030, 1, 10),
                    new PlanOf(
                            "five-more-after",
                            "Five more only after the first five",
                            2030,
                            1,
                            10,
                            12,
                            0,
                            1,
                            ""),
                    new PlanOf(
                            "same-money-in-spares",
                            "The same money in spares",
                            2030,
                            1,
                            5,
                            0,
                            0.14,
                            1.7,
                            ""),
                    new PlanOf(
                            "s-500-option",
                            "S-500 option",
                            2030,
                            1,
                            6,
                            0,
                            0,
                            1.4,
                            "officials deny"),
                    new PlanOf("settle-rouble", "Settled in roubles", 2030, 1, 5, 0, 0, 0.94, ""),
                    new PlanOf("settle-rupee", "Settled in rupees", 2030, 1, 5, 0, 0, 1.03, ""),
                    new PlanOf("settle-dollar", "Settled in dollars", 2030, 1, 5, 0, 0, 1.05, ""),
                    new PlanOf(
                            "upgrade",
                            "Upgrade programme on the fleet",
                            2030,
                            1,
                            5,
                            0,
                            -0.02,
                            1.2,
                            ""),
                    new PlanOf(
                            "close-in-layer",
                            "Close-in layer for the same money",
                            2030,
                            1,
                            5,
                            0,
                            0,
                            1.3,
                            ""),
                    plan("mro-slips-a-year", "Local repair slips a year", 2031, 1, 5),
                    new PlanOf(
                            "squadron-5-slips-a-year",
                            "Squadron 5 slips a year",
                            2030,
                            1,
                            5,
                            12,
                            0,
                            1,
                            ""));

    private static PlanOf plan(String key, String name, int mro, int centres, int units) {
        return new PlanOf(key, name, mro, centres, units, 0, 0, 1, "");
    }

    private final DuckTables tables = DuckTables.empty();

    private Fixture() {}

    static RunInfo info() {
        return new RunInfo(
                "India's S-400 programme",
                "Five squadrons bought in 2018, as public news tells it: what came, what stands ready, what local repair would change, and what it costs.",
                "india-s400",
                START,
                END,
                AS_OF,
                1,
                DRAWS,
                1,
                "8f3c1d0e5b7a42969d1f",
                "0.1.0",
                "./parapet run scenarios/india-s400 --seed 1",
                "INR",
                "as-it-came",
                new FiscalYears(Month.APRIL),
                false);
    }

    static DuckTables full() {
        Fixture fixture = new Fixture();
        fixture.plansAndUnits();
        fixture.histories();
        fixture.money();
        fixture.outcomes();
        fixture.evidence();
        fixture.chains();
        fixture.rest();
        return fixture.tables;
    }

    private static String q(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// Many rows go through a file: parsing them as SQL takes minutes.
    private void insert(ResultTable table, List<String> rows) {
        if (rows.size() <= 500) {
            tables.execute(
                    "insert into %s values %s".formatted(table.table(), String.join(",", rows)));
            return;
        }
        try {
            Path file = Files.createTempFile("parapet", ".csv");
            Files.write(
                    file,
                    rows.stream()
                            .map(row -> row.substring(1, row.length() - 1).replace(", ", ","))
                            .toList());
            tables.execute(
                    "copy %s from '%s' (format csv, header false, quote '''', escape '''')"
                            .formatted(table.table(), file));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plansAndUnits() {
        List<String> plans = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int i = 0; i < PLANS.size(); i++) {
            PlanOf plan = PLANS.get(i);
            plans.add(
                    "(%s, %d, %s, %s, %s, %s, %s, %b)"
                            .formatted(
                                    q(plan.key),
                                    i,
                                    q(plan.name),
                                    q(plan.name + " and nothing else changed"),
                                    q(plan.caution),
                                    q("as-it-came"),
                                    q("centre opens " + plan.mro),
                                    plan.key.equals("as-it-came")));
            for (int u = 1; u <= plan.units; u++) {
                units.add(
                        "(%s, 'squadron-%d', 'Squadron %d', 's-400', 'contract-2018', 'Contract of 2018', 'base-%d', 'north-west')"
                                .formatted(q(plan.key), u, u, u));
            }
        }
        insert(ResultTable.PLANS, plans);
        insert(ResultTable.UNITS, units);
    }

    private static LocalDate due(int unit) {
        return unit < 5 ? DUE[unit] : LocalDate.of(2029, 4, 1).plusMonths(8L * (unit - 5));
    }

    private void histories() {
        List<String> readiness = new ArrayList<>();
        List<String> deliveries = new ArrayList<>();
        List<String> states = new ArrayList<>();
        List<String> downtime = new ArrayList<>();
        for (PlanOf plan : PLANS) {
            for (int draw = 0; draw < DRAWS; draw++) {
                SplittableRandom common = new SplittableRandom(draw * 7919L);
                double base = 0.42 + 0.22 * common.nextDouble();
                double gain = 0.05 + 0.14 * common.nextDouble();
                int wait = (int) (30 * common.nextDouble() * common.nextDouble());
                int late5 = common.nextInt(0, 20);
                LocalDate[] arrived = new LocalDate[plan.units];
                for (int u = 0; u < plan.units; u++) {
                    int late =
                            plan.key.equals("as-promised")
                                    ? 0
                                    : u == 4
                                            ? LATE[4] + late5 + plan.slip
                                            : u < 4
                                                    ? LATE[u]
                                                    : 6 + common.nextInt(0, 24) + plan.slip;
                    arrived[u] = due(u).plusMonths(late);
                    deliveries.add(
                            "(%s, %d, 0, 'squadron-%d', '%s', '%s', '%s', '%s', %b)"
                                    .formatted(
                                            q(plan.key),
                                            draw,
                                            u + 1,
                                            due(u),
                                            arrived[u].minusMonths(2),
                                            arrived[u],
                                            arrived[u].plusMonths(3),
                                            arrived[u].isBefore(AS_OF)));
                    if (draw == 0) {
                        states(states, plan, u, due(u), arrived[u]);
                    }
                }
                LocalDate open =
                        plan.mro == 0 ? END : LocalDate.of(plan.mro, 1, 1).plusMonths(wait);
                for (LocalDate m = START; !m.isAfter(END); m = m.plusMonths(1)) {
                    double promised = 0;
                    double delivered = 0;
                    double service = 0;
                    double ready = 0;
                    for (int u = 0; u < plan.units; u++) {
                        SplittableRandom own =
                                new SplittableRandom(
                                        draw * 1_000_003L + u * 7L + m.toEpochDay() / 90 * 131L);
                        boolean due = !m.isBefore(due(u));
                        boolean here = !m.isBefore(arrived[u]);
                        boolean in = !m.isBefore(arrived[u].plusMonths(3));
                        double share =
                                base
                                        + (m.isAfter(open)
                                                ? gain * (plan.centres == 2 ? 1.35 : 1)
                                                : 0)
                                        + (m.isAfter(AS_OF) ? plan.bonus : 0);
                        double up =
                                in ? Math.clamp(share + 0.5 * (own.nextDouble() - 0.5), 0, 1) : 0;
                        promised += due ? 1 : 0;
                        delivered += here ? 1 : 0;
                        service += in ? 1 : 0;
                        ready += up;
                        int fy = m.getMonthValue() >= 4 ? m.getYear() : m.getYear() - 1;
                        if (due && m.getMonthValue() % 3 == 1) {
                            int days = 91;
                            if (!here) {
                                downtime.add(
                                        down(plan, draw, fy, "not-delivered", reason(u), days));
                            } else if (!in) {
                                downtime.add(
                                        down(plan, draw, fy, "deploying", "Being deployed", days));
                            } else {
                                downtime.add(down(plan, draw, fy, "full", "", days * up));
                                double left = days * (1 - up);
                                String[] names = {
                                    "Repair on site",
                                    "Spare on its way to the base",
                                    "No spare: part on its way to the shop",
                                    "No spare: in repair",
                                    "No spare: shop awaits material",
                                    "No spare: part on its way back",
                                    "No spare: new part on order",
                                    "No spare: shop full",
                                    "Overhaul or upgrade in work"
                                };
                                double[] parts = {.05, .08, .2, .28, .1, .14, .07, .03, .05};
                                for (int k = 0; k < names.length; k++) {
                                    downtime.add(
                                            down(
                                                    plan,
                                                    draw,
                                                    fy,
                                                    k < 2 ? "degraded" : k < 8 ? "down" : "away",
                                                    names[k],
                                                    left * parts[k]));
                                }
                            }
                        }
                    }
                    readiness.add(
                            "(%s, %d, 0, '%s', %s, %s, %s, %s, %s, %s, %s)"
                                    .formatted(
                                            q(plan.key),
                                            draw,
                                            m,
                                            promised,
                                            delivered,
                                            service,
                                            ready,
                                            (service - ready) * 0.4,
                                            (service - ready) * 0.45,
                                            (service - ready) * 0.15));
                }
            }
        }
        insert(ResultTable.READINESS, readiness);
        insert(ResultTable.DELIVERIES, deliveries);
        insert(ResultTable.STATES, states);
        insert(ResultTable.DOWNTIME, downtime);
    }

    private static String reason(int unit) {
        return switch (unit) {
            case 0, 1 -> "Delivery: maker late";
            case 2 -> "Delivery: lost in transit";
            case 3 -> "Delivery: supply line closed";
            default -> "Delivery: payment stuck";
        };
    }

    private static String down(
            PlanOf plan, int draw, int fy, String state, String reason, double days) {
        return "(%s, %d, 0, %d, '%s', '%s', '', '', %s)"
                .formatted(q(plan.key), draw, fy, state, reason, days);
    }

    private static void states(
            List<String> rows, PlanOf plan, int unit, LocalDate due, LocalDate arrived) {
        SplittableRandom random = new SplittableRandom(plan.key.hashCode() * 31L + unit);
        if (arrived.isAfter(due)) {
            state(rows, plan, unit, due, arrived.minusDays(1), "not-delivered", reason(unit), "");
        }
        LocalDate day = arrived.plusMonths(3);
        state(rows, plan, unit, arrived, day.minusDays(1), "deploying", "Being deployed", "");
        while (day.isBefore(END)) {
            LocalDate last = day.plusDays(random.nextInt(20, 160));
            state(rows, plan, unit, day, last, "full", "", "");
            day = last.plusDays(1);
            String state =
                    random.nextInt(10) < 5 ? "degraded" : random.nextInt(8) < 7 ? "down" : "away";
            last =
                    day.plusDays(
                            state.equals("away")
                                    ? random.nextInt(150, 400)
                                    : random.nextInt(5, 140));
            state(
                    rows,
                    plan,
                    unit,
                    day,
                    last,
                    state,
                    state.equals("away") ? "Overhaul or upgrade in work" : "No spare: in repair",
                    state.equals("away") ? "" : "engagement-radar-transmitter");
            day = last.plusDays(1);
        }
    }

    private static void state(
            List<String> rows,
            PlanOf plan,
            int unit,
            LocalDate first,
            LocalDate last,
            String state,
            String reason,
            String part) {
        rows.add(
                "(%s, 'squadron-%d', '%s', '%s', '%s', '%s', '%s', '%s')"
                        .formatted(
                                q(plan.key),
                                unit + 1,
                                first,
                                last.isAfter(END) ? END : last,
                                state,
                                reason,
                                part,
                                part.isEmpty() ? "" : "depot-abroad"));
    }

    private void money() {
        List<String> rows = new ArrayList<>();
        for (PlanOf plan : PLANS) {
            for (int draw = 0; draw < DRAWS; draw++) {
                SplittableRandom random = new SplittableRandom(draw * 101L);
                double price = (0.9 + 0.2 * random.nextDouble()) * plan.price;
                for (int fy = 2018; fy < 2041; fy++) {
                    double inr = 70 + 2.6 * (fy - 2018) * (0.8 + 0.4 * random.nextDouble());
                    money(rows, plan, draw, fy, "Contract advances", fy == 2019 ? 850e6 : 0, inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Payments on delivery",
                            switch (fy) {
                                        case 2021, 2023 -> 920e6;
                                        case 2022 -> 1840e6;
                                        case 2026, 2027 -> 460e6;
                                        case 2030, 2031 -> plan.units > 5 ? 2500e6 : 0;
                                        default -> 0;
                                    }
                                    * price,
                            inr);
                    money(rows, plan, draw, fy, "Repairs", fy > 2021 ? 40e6 * price : 0, inr);
                    money(rows, plan, draw, fy, "Running cost", fy > 2021 ? 25e6 : 0, inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Parts replaced",
                            fy > 2022 ? 18e6 * price : 0,
                            inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Missiles bought",
                            fy == 2027 ? 1100e6 * price : 0,
                            inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Opening of sites",
                            plan.mro == fy ? 160e6 * plan.centres : 0,
                            inr);
                    money(
                            rows,
                            plan,
                            draw,
                            fy,
                            "Overhauls and upgrades",
                            fy > 2031 ? 60e6 : 0,
                            inr);
                }
            }
        }
        insert(ResultTable.MONEY, rows);
    }

    private static void money(
            List<String> rows,
            PlanOf plan,
            int draw,
            int fy,
            String cause,
            double usd,
            double inr) {
        if (usd > 0) {
            rows.add(
                    "(%s, %d, 0, %d, %s, 'USD', %s, %s, %s, %s, %s, %s)"
                            .formatted(
                                    q(plan.key),
                                    draw,
                                    fy,
                                    q(cause),
                                    usd,
                                    usd,
                                    usd * inr,
                                    usd * 85,
                                    usd * inr,
                                    usd * inr * StrictMath.pow(0.96, fy - 2018)));
        }
    }

    private void outcomes() {
        for (String date : List.of("2023-03-31", "2026-11-24", "2030-03-31", "2041-03-31")) {
            for (String[] pair :
                    new String[][] {
                        {"ready", "sum(ready) / 12"},
                        {"delivered", "sum(delivered) / 12"},
                        {"lost", "sum(promised - ready) / 12"}
                    }) {
                tables.execute(
                        "insert into outcomes select plan, draw, replication, '%s-unit-years/%s', %s from readiness where month <= '%s' group by all"
                                .formatted(pair[0], date, pair[1], date));
                tables.execute(
                        "insert into metrics values ('%s-unit-years/%s', '%s squadron-years by %s', 'squadron-years', %b)"
                                .formatted(
                                        pair[0],
                                        date,
                                        pair[0].equals("lost")
                                                ? "Promised but not ready,"
                                                : Say.words(pair[0]),
                                        date.substring(0, 4),
                                        !pair[0].equals("lost")));
            }
            tables.execute(
                    "insert into outcomes select plan, draw, 0, 'missiles/%s', 500 + 10 * draw from (select distinct plan, draw from readiness)"
                            .formatted(date));
            tables.execute(
                    "insert into metrics values ('missiles/%s', 'Missiles in stock in %s', 'missiles', true)"
                            .formatted(date, date.substring(0, 4)));
        }
        tables.execute(
                "insert into outcomes select plan, draw, replication, 'availability/2026-11-24..2041-03-31', sum(ready) / sum(inService) from readiness where month > '2026-11-24' group by all");
        tables.execute(
                "insert into metrics values ('availability/2026-11-24..2041-03-31', 'Availability from now to 2041', 'share', true)");
        for (String c : List.of("usd", "inr")) {
            tables.execute(
                    "insert into outcomes select plan, draw, replication, 'cost-%s', sum(%s) from money group by all"
                            .formatted(c, c));
            tables.execute(
                    "insert into metrics values ('cost-%s', 'Cost to 2041', '%s', false)"
                            .formatted(c, c.toUpperCase(Locale.ROOT)));
        }
        tables.execute(
                "insert into outcomes select plan, draw, replication, 'present-value-usd', sum(usd * 0.95 ^ (fiscalYear - 2018)) from money group by all");
        tables.execute(
                "insert into metrics values ('present-value-usd', 'Present value', 'USD', false)");
        tables.execute(
                "insert into outcomes select plan, draw, 0, 'local-mro-break-even', case when draw %% 5 = 0 then 'infinity'::double when plan like '%%2033%%' then null else 2033 + draw %% 6 end from (select distinct plan, draw from readiness) where plan like 'mro-2%%'"
                        .replace("%%", "%"));
        tables.execute(
                "insert into metrics values ('local-mro-break-even', 'Break-even year of local repair', 'year', false)");
        tables.execute(
                "insert into outcomes select plan, draw, 0, 'something-new', draw from (select distinct plan, draw from readiness)");
        tables.execute(
                "insert into metrics values ('something-new', 'Something new', 'widgets', true)");
        SkyFixture.fill(tables);
        tables.execute(
                """
                insert into estimates select plan, metric, count(*), avg(value) , 2.09 * stddev_samp(value) / sqrt(count(*)),
                  quantile_cont(value, 0.05), quantile_cont(value, 0.25), quantile_cont(value, 0.5), quantile_cont(value, 0.75), quantile_cont(value, 0.95)
                from outcomes where isfinite(value) group by plan, metric
                """);
        List<String> comparisons = new ArrayList<>();
        for (PlanOf plan : PLANS) {
            if (!plan.key.equals("as-it-came")) {
                comparisons.add("('reference', '', %s, 'as-it-came', 0)".formatted(q(plan.key)));
            }
            if (plan.key.startsWith("mro-2") || plan.key.equals("local-spares")) {
                comparisons.add(
                        "('%1$s', 'What does local repair give: %2$s?', '%1$s', 'no-local-mro', 0)"
                                .formatted(plan.key, plan.name));
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
        tables.execute(
                "create table c as select * from (values %s) t(comparison, question, plan, against, months)"
                        .formatted(String.join(",", comparisons)));
        tables.execute(
                """
                insert into differences
                select c.comparison, c.question, c.plan, c.against, a.metric, count(*), avg(a.value - b.value),
                  2.09 * stddev_samp(a.value - b.value) / sqrt(count(*)),
                  quantile_cont(a.value - b.value, 0.05), quantile_cont(a.value - b.value, 0.5), quantile_cont(a.value - b.value, 0.95),
                  avg(case when a.value = b.value then 0.5 when (a.value > b.value) = m.higherIsBetter then 1 else 0 end),
                  case when any_value(c.months) > 0 then avg(a.value - b.value) / any_value(c.months) end,
                  case when any_value(c.months) > 0 then 2.09 * stddev_samp(a.value - b.value) / sqrt(count(*)) / any_value(c.months) end,
                  case when any_value(c.months) > 0 then 'slip' when c.comparison = 'reference' then '' when any_value(c.months) < 0 then 'force' else 'repair' end
                from c join outcomes a on a.plan = c.plan join outcomes b on b.plan = c.against and b.metric = a.metric and b.draw = a.draw
                  join metrics m on m.metric = a.metric
                where isfinite(a.value) and isfinite(b.value) group by c.comparison, c.question, c.plan, c.against, a.metric
                order by c.comparison
                """);
    }

    private void evidence() {
        Path folder =
                Path.of(System.getProperty("parapet.root", "..")).resolve("scenarios/india-s400");
        if (!Files.isRegularFile(folder.resolve("claims.csv"))) {
            tables.execute(
                    "insert into evidence select 'c' || i, 'contract-price', 'Price', i || ' billion USD', i, i, 'billion USD', 'reported', null, date '2018-10-05', 'A paper', 'A title', '2018', 'B', 'reported', '', '', '', 0.2, '', false from range(1, 6) t(i)");
            return;
        }
        tables.execute(
                """
                create table raw as select c.*, s.publisher, s.title, s.date as published
                from read_csv('%s', all_varchar = true) c left join read_csv('%s', all_varchar = true) s on s.id = c.source
                """
                        .formatted(folder.resolve("claims.csv"), folder.resolve("sources.csv")));
        tables.execute(
                """
                insert into evidence select id, coalesce("of", ''), statement,
                  coalesce(value, low || ' to ' || high, low, high) || ' ' || case when unit in ('text', 'date') then '' else unit end,
                  try_cast(coalesce(low, value) as double), try_cast(coalesce(high, value) as double), unit, status,
                  try_cast(rpad(madeOn, 10, '-01-01') as date), try_cast(substr(rpad("asOf", 10, '-01-01'), 1, 10) as date),
                  publisher, title, published, grade, kind, coalesce(copiedFrom, ''), coalesce(formula, ''), coalesce(note, ''),
                  case when copiedFrom is null and "of" in ('contract-price', 'squadron-4-delivery', 'squadron-5-delivery', 'mro-opening') then 0.1 end,
                  case when copiedFrom is not null then 'a copy of ' || copiedFrom else '' end,
                  coalesce("of" = 'contract-price' and statement ilike '%million%', false)
                from raw
                """);
        tables.execute(
                """
                insert into forecasts select "of", id, case when status in ('promised', 'actual') then status else 'forecast' end,
                  coalesce(try_cast(rpad(madeOn, 10, '-01-01') as date), date '2018-10-01'), f, case when length(value) = 4 then f + interval 364 day when length(value) = 7 then f + interval 29 day else f + interval 180 day end,
                  case when "of" = 'squadron-4-delivery' then date_diff('month', f, date '2026-05-15') end, publisher, grade
                from (select *, try_cast(rpad(regexp_extract(value, '[0-9]{4}(-[0-9]{2})?'), 10, '-01-01') as date) as f from raw
                  where "of" like 'squadron-_-delivery' or "of" = 'mro-opening') where f is not null and status <> 'reported'
                """);
    }

    private void chains() {
        List<String> rows = new ArrayList<>();
        for (PlanOf plan : PLANS) {
            for (String chain :
                    List.of(
                            "power-unit: no spare at base-1, no spare at mro-north, in repair at mro-north",
                            "power-unit: no spare at base-1, no spare at mro-north, shop awaits sub-part at mro-north; pump: no spare at mro-north, spare on its way from maker",
                            "pump: repair on site")) {
                rows.add("(%s, 0, 0, true, %s, %d)".formatted(q(plan.key), q(chain), 700 * DRAWS));
            }
        }
        insert(ResultTable.CHAINS, rows);
        insert(
                ResultTable.NAMES,
                List.of(
                        "('part', 'power-unit', 'Power unit, 400 kVA', '', null, false)",
                        "('part', 'pump', 'pump', '', null, false)",
                        "('site', 'mro-north', 'Repair centre, north', '', null, false)",
                        "('site', 'maker', 'Maker''s plant', '', null, false)"));
    }

    private void rest() {
        String[] inputs = {
            "base-availability", "repair-turnaround-abroad", "mro-opening", "squadron-5-delivery",
            "failure-rate-engagement-radar", "spares-at-start", "inr-per-usd", "contract-price",
            "condemnation-share", "transport-time"
        };
        List<String> quantities = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            quantities.add(
                    "(%s, '%s', '%s', 'month', '%d months', '%d months', '%d months', '%s', 'plans.as-it-came\nsupport.parts')"
                            .formatted(
                                    q(inputs[i]),
                                    i % 3 == 0 ? "assumption" : "claims",
                                    i % 3 == 0 ? "" : inputs[i],
                                    i + 1,
                                    2 * i + 2,
                                    4 * i + 5,
                                    i % 3 == 0 ? "no figure is public; taken from aircraft" : ""));
        }
        insert(ResultTable.QUANTITIES, quantities);
        insert(
                ResultTable.MOVED,
                List.of(
                        "(%s, 'month', 6, 2, 11, 8, 6, 10, 0.9, 0.2, 0.5)"
                                .formatted(q(inputs[0]))));
        insert(ResultTable.FIT, List.of("(1, 400, 1, 25.5, 0.1)"));
        insert(
                ResultTable.OBSERVATIONS,
                List.of(
                        "('available', 'Available, 2025', 'as-it-came', 'fit', '2025-01-01', '2025-12-31', '%', 55, 54, 56, 3, 50, 40, 60, 54, 48, 52, 54, 56, 61, 0.2, 0.8)",
                        "('later', 'Available, 2026', 'as-it-came', 'judge', '2026-01-01', '2026-06-30', '%', 75, 75, 75, 3, 50, 40, 60, 54, 48, 52, 54, 56, 61, 4.1, 0.001)"));
        List<String> drivers = new ArrayList<>();
        for (String metric :
                List.of(
                        "ready-unit-years/2041-03-31",
                        "availability/2026-11-24..2041-03-31",
                        "lost-unit-years/2030-03-31",
                        "cost-inr")) {
            double mean =
                    Row.ask(
                                    tables,
                                    "select mean from estimates where plan = 'as-it-came' and metric = '%s'"
                                            .formatted(metric))
                            .getFirst()
                            .number("mean");
            for (int i = 0; i < inputs.length; i++) {
                double share = 0.5 / (i + 1) - 0.02;
                drivers.add(
                        "('as-it-came', '%s', %d, '%s', %s, 0.12, %s, %s, %s)"
                                .formatted(
                                        metric,
                                        i + 1,
                                        inputs[i],
                                        share,
                                        i % 2 == 0 ? 0.7 / (i + 1) : -0.7 / (i + 1),
                                        mean * (1 - (i % 2 == 0 ? 0.2 : -0.2) / (i + 1)),
                                        mean * (1 + (i % 2 == 0 ? 0.2 : -0.15) / (i + 1))));
            }
        }
        insert(ResultTable.DRIVERS, drivers);
        List<String> hindcast = new ArrayList<>();
        for (String asOf : List.of("2021-12-01", "2023-03-01", "2024-07-01", "2025-09-01")) {
            LocalDate day = LocalDate.parse(asOf);
            for (int u = 4; u <= 5; u++) {
                LocalDate mid = day.plusMonths(9L + 6L * u);
                boolean came = u == 4;
                LocalDate actual = LocalDate.of(2026, 5, 31);
                hindcast.add(
                        "('%s', 'squadron-%d-delivery', '%s', '%s', '%s', '%s', '%s', %s, %s)"
                                .formatted(
                                        day,
                                        u,
                                        mid.minusMonths(14),
                                        mid.minusMonths(8),
                                        mid,
                                        mid.plusMonths(12),
                                        mid.plusMonths(30),
                                        came ? "date '%s'".formatted(actual) : "null",
                                        came
                                                ? Boolean.toString(
                                                        actual.isAfter(mid.minusMonths(14))
                                                                && actual.isBefore(
                                                                        mid.plusMonths(30)))
                                                : "null"));
            }
        }
        insert(ResultTable.HINDCAST, hindcast);
        insert(
                ResultTable.WARNINGS,
                List.of(
                        "('base-availability', 'no serviceability figure of this system is public; taken from aircraft of the same origin', 1)",
                        "('sustain', 'more than half of the units wait for one part in 3 of 20 draws', 3)"));
    }

    /// The names of all plans, for checks.
    static String planNames() {
        return PLANS.stream().map(PlanOf::name).collect(Collectors.joining("\n"));
    }
}
