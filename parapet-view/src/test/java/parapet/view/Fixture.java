package parapet.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
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
        DuckTables tables = DuckTables.empty();
        PlanFixture.fill(tables);
        HistoryFixture.fill(tables);
        MoneyFixture.fill(tables);
        OutcomeFixture.fill(tables);
        EvidenceFixture.fill(tables);
        ChainFixture.fill(tables);
        return tables;
    }

    static String q(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// Many rows go through a file: parsing them as SQL takes minutes.
    static void insert(DuckTables tables, ResultTable table, List<String> rows) {
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
}
