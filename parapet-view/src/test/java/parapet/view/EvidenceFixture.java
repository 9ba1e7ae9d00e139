package parapet.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import parapet.io.results.Query;
import parapet.study.ResultTable;
import parapet.view.words.Say;

/// Claims, real ones where the reference scenario is at hand, and the inputs of a study, for
/// [Fixture].
final class EvidenceFixture {
    private static final String[] INPUTS = {
        "base-availability", "repair-turnaround-abroad", "mro-opening", "squadron-5-delivery",
        "failure-rate-engagement-radar", "spares-at-start", "inr-per-usd", "contract-price",
        "condemnation-share", "transport-time"
    };

    private EvidenceFixture() {}

    /// Tables of evidence, forecasts and inputs, and what the study says about them; after
    /// estimates.
    static void fill(Query tables) {
        evidence(tables);
        quantities(tables);
        observations(tables);
        drivers(tables);
        hindcast(tables);
        warnings(tables);
    }

    private static void evidence(Query tables) {
        Path folder =
                Path.of(System.getProperty("parapet.root", "..")).resolve("scenarios/india-s400");
        if (!Files.isRegularFile(folder.resolve("claims.csv"))) {
            tables.fill(
                    "insert into evidence select 'c' || i, 'contract-price', 'Price', i || ' billion USD', i, i, 'billion USD', 'reported', null, date '2018-10-05', 'A paper', 'A title', '2018', 'B', 'reported', '', '', '', 0.2, '', false, '', null from range(1, 6) t(i)");
            return;
        }
        tables.fill(
                """
                create table raw as select c.*, s.publisher, s.title, s.date as published, s.address, s.seen
                from read_csv('%s', all_varchar = true) c left join read_csv('%s', all_varchar = true) s on s.id = c.source
                """
                        .formatted(folder.resolve("claims.csv"), folder.resolve("sources.csv")));
        tables.fill(
                """
                insert into evidence select id, coalesce("of", ''), statement,
                  coalesce(value, low || ' to ' || high, low, high) || ' ' || case when unit in ('text', 'date') then '' else unit end,
                  try_cast(coalesce(low, value) as double), try_cast(coalesce(high, value) as double), unit, status,
                  try_cast(rpad(madeOn, 10, '-01-01') as date), try_cast(substr(rpad("asOf", 10, '-01-01'), 1, 10) as date),
                  publisher, title, published, grade, kind, coalesce(copiedFrom, ''), coalesce(formula, ''), coalesce(note, ''),
                  case when copiedFrom is null and "of" in ('contract-price', 'squadron-4-delivery', 'squadron-5-delivery', 'mro-opening') then 0.1 end,
                  case when copiedFrom is not null then 'a copy of ' || copiedFrom else '' end,
                  coalesce("of" = 'contract-price' and statement ilike '%million%', false),
                  coalesce(address, ''), try_cast(seen as date)
                from raw
                """);
        tables.fill(
                """
                insert into forecasts select "of", id, case when status in ('promised', 'actual') then status else 'forecast' end,
                  coalesce(try_cast(rpad(madeOn, 10, '-01-01') as date), date '2018-10-01'), f, case when length(value) = 4 then f + interval 364 day when length(value) = 7 then f + interval 29 day else f + interval 180 day end,
                  case when "of" = 'squadron-4-delivery' then date_diff('month', f, date '2026-05-15') end, publisher, grade
                from (select *, try_cast(rpad(regexp_extract(value, '[0-9]{4}(-[0-9]{2})?'), 10, '-01-01') as date) as f from raw
                  where "of" like 'squadron-_-delivery' or "of" = 'mro-opening') where f is not null and status <> 'reported'
                """);
    }

    private static void quantities(Query tables) {
        List<String> quantities = new ArrayList<>();
        for (int i = 0; i < INPUTS.length; i++) {
            quantities.add(
                    "(%s, '%s', '%s', 'month', '%d months', '%d months', '%d months', '%s', 'plans.as-it-came\nsupport.parts', '%s', 'drawn', %s)"
                            .formatted(
                                    Fixture.q(INPUTS[i]),
                                    i % 3 == 0 ? "assumption" : "claims",
                                    i % 3 == 0 ? "" : INPUTS[i],
                                    i + 1,
                                    2 * i + 2,
                                    4 * i + 5,
                                    i % 3 == 0 ? "no figure is public; taken from aircraft" : "",
                                    Say.words(INPUTS[i]),
                                    i % 3 == 0 ? "0, 0, 1" : "0.8, 0.2, 0"));
        }
        Fixture.insert(tables, ResultTable.QUANTITIES, quantities);
    }

    private static void observations(Query tables) {
        Fixture.insert(
                tables,
                ResultTable.MOVED,
                List.of(
                        "(%s, 'month', 6, 2, 11, 8, 6, 10, 0.9, 0.2, 0.5, 'Availability')"
                                .formatted(Fixture.q(INPUTS[0]))));
        Fixture.insert(tables, ResultTable.FIT, List.of("(1, 400, 1, 25.5, 0.1)"));
        Fixture.insert(
                tables,
                ResultTable.OBSERVATIONS,
                List.of(
                        "('available', 'Available, 2025', 'as-it-came', 'fit', '2025-01-01', '2025-12-31', '%', 55, 54, 56, 3, 50, 40, 60, 54, 48, 52, 54, 56, 61, 0.2, 0.8)",
                        "('later', 'Available, 2026', 'as-it-came', 'judge', '2026-01-01', '2026-06-30', '%', 75, 75, 75, 3, 50, 40, 60, 54, 48, 52, 54, 56, 61, 4.1, 0.001)"));
    }

    private static void drivers(Query tables) {
        List<String> drivers = new ArrayList<>();
        for (String metric :
                List.of(
                        "ready-unit-years/2041-03-31",
                        "availability/2026-11-24..2041-03-31",
                        "lost-unit-years/2030-03-31",
                        "cost-inr")) {
            double mean =
                    (Double)
                            tables.run(
                                            "select mean from estimates where plan = 'as-it-came' and metric = '%s'"
                                                    .formatted(metric))
                                    .rows()
                                    .getFirst()
                                    .getFirst();
            for (int i = 0; i < INPUTS.length; i++) {
                double share = 0.5 / (i + 1) - 0.02;
                drivers.add(
                        "('as-it-came', '%s', %d, '%s', %s, 0.12, %s, %s, %s, '%s')"
                                .formatted(
                                        metric,
                                        i + 1,
                                        INPUTS[i],
                                        share,
                                        i % 2 == 0 ? 0.7 / (i + 1) : -0.7 / (i + 1),
                                        mean * (1 - (i % 2 == 0 ? 0.2 : -0.2) / (i + 1)),
                                        mean * (1 + (i % 2 == 0 ? 0.2 : -0.15) / (i + 1)),
                                        Say.words(INPUTS[i])));
            }
        }
        Fixture.insert(tables, ResultTable.DRIVERS, drivers);
        tables.fill(
                "insert into confidence select distinct '', plan, metric, 'our judgement', '', 0.2, 0.3, 0.5, 0.7, 0.3, 3, 200 from drivers");
    }

    private static void hindcast(Query tables) {
        List<String> hindcast = new ArrayList<>();
        for (String asOf : List.of("2021-12-01", "2023-03-01", "2024-07-01", "2025-09-01")) {
            LocalDate day = LocalDate.parse(asOf);
            for (int u = 4; u <= 5; u++) {
                LocalDate mid = day.plusMonths(9L + 6L * u);
                boolean came = u == 4;
                LocalDate actual = LocalDate.of(2026, 5, 31);
                hindcast.add(
                        "('%s', 'squadron-%d-delivery', '%s', '%s', '%s', '%s', '%s', %s, %s, '')"
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
        Fixture.insert(tables, ResultTable.HINDCAST, hindcast);
    }

    private static void warnings(Query tables) {
        Fixture.insert(
                tables,
                ResultTable.WARNINGS,
                List.of(
                        "('base-availability', 'no serviceability figure of this system is public; taken from aircraft of the same origin', 1)",
                        "('sustain', 'more than half of the units wait for one part in 3 of 20 draws', 3)"));
    }
}
