package parapet.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import parapet.io.results.Query;
import parapet.io.results.RunInfo;
import parapet.quantity.FiscalYears;
import parapet.study.ResultTable;

/// Tables of a run that never was: plausible shapes, made-up numbers, real claims where the
/// reference scenario is at hand. Each subject of them has a file: [PlanFixture], [HistoryFixture],
/// [MoneyFixture], [OutcomeFixture], [SkyFixture], [EvidenceFixture], [ChainFixture].
final class Fixture {
    static final LocalDate START = LocalDate.of(2018, 10, 1);
    static final LocalDate END = LocalDate.of(2041, 3, 31);
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
    static final int DRAWS = 20;

    private Fixture() {}

    static RunInfo info() {
        return info("as-it-came", FiscalYears.APRIL);
    }

    static RunInfo info(String reference, FiscalYears years) {
        return info(
                "India's S-400 programme",
                "Five squadrons bought in 2018, as public news tells it: what came, what stands ready, what local repair would change, and what it costs.",
                "./parapet run scenarios/india-s400 --seed 1",
                reference,
                years);
    }

    static RunInfo info(
            String title, String about, String command, String reference, FiscalYears years) {
        return new RunInfo(
                title,
                "india-s400",
                "",
                "8f3c1d0e5b7a42969d1f",
                1,
                DRAWS,
                1,
                List.of(),
                AS_OF,
                false,
                "0.1.0",
                Map.of(),
                0,
                1,
                command,
                Map.of(),
                new RunInfo.Frame(about, START, END, "INR", reference, years));
    }

    static Query full() {
        Query tables = Query.empty();
        PlanFixture.fill(tables);
        HistoryFixture.fill(tables);
        MoneyFixture.fill(tables);
        OutcomeFixture.fill(tables);
        EvidenceFixture.fill(tables);
        ChainFixture.fill(tables);
        typed(tables);
        return tables;
    }

    /// Fills the columns of metrics of which the fixtures write the key alone.
    static void typed(Query tables) {
        tables.fill(
                """
                update metrics set
                  date = try_cast(right(metric, 10) as date),
                  kind = coalesce(nullif(regexp_extract(metric, '^(seen|reached|leaked|stopped|fired|nights-stopped|exchange|future-cost|cost|support-cost)-', 1), ''), split_part(metric, '/', 1)),
                  height = try_cast(regexp_extract(metric, '^(?:seen|reached)-([0-9]+)', 1) as integer),
                  subject = nullif(regexp_extract(metric, '^(?:leaked|stopped|fired|nights-stopped|exchange)-([^/]+)', 1), ''),
                  currency = nullif(upper(regexp_extract(metric, '^(?:future-|support-|)cost-([a-z]{3})$', 1)), '')
                """);
    }

    static String q(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// Many rows go through a file: parsing them as SQL takes minutes.
    static void insert(Query tables, ResultTable table, List<String> rows) {
        if (rows.size() <= 500) {
            tables.fill(
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
            tables.fill(
                    "copy %s from '%s' (format csv, header false, nullstr 'null', quote '''', escape '''')"
                            .formatted(table.table(), file));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
