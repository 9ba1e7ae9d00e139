package parapet.io.results;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.study.ResultTable;

/// A small run with two plans and ten draws whose numbers are known in closed form.
final class SmallRun {
    static final int DRAWS = 10;

    private SmallRun() {}

    /// Rows of the run.
    ///
    /// @param better what the plan `local` gains in ready unit-years over `base`, in each draw and
    ///   a little more in odd draws
    /// @param claims number of claims about the delivery
    static Map<ResultTable, List<@Nullable Object[]>> rows(double better, int claims) {
        Map<ResultTable, List<@Nullable Object[]>> rows = new EnumMap<>(ResultTable.class);
        for (ResultTable table : ResultTable.values()) {
            rows.put(table, new ArrayList<>());
        }
        add(rows, ResultTable.PLANS, "base", 0L, "As it came", "", "", null, "", true);
        add(
                rows,
                ResultTable.PLANS,
                "local",
                1L,
                "Local, \"MRO\"",
                "a, b",
                "",
                "base",
                "x\ny",
                false);
        add(rows, ResultTable.METRICS, "ready", "Ready squadron-years", "unit-years", true);
        add(rows, ResultTable.METRICS, "cost", "Money spent", "USD", false);
        for (long draw = 0; draw < DRAWS; draw++) {
            add(rows, ResultTable.INPUTS, draw, "slip", (double) draw + claims, "months");
            for (long r = 0; r < 2; r++) {
                double noise = r == 0 ? -0.5 : 0.5;
                double odd = draw % 2 == 0 ? 0 : 0.2;
                outcome(rows, "base", draw, r, "ready", draw + noise);
                outcome(rows, "local", draw, r, "ready", draw + noise + better + odd);
                outcome(rows, "base", draw, r, "cost", 100.0);
                outcome(rows, "local", draw, r, "cost", 130.0);
                add(
                        rows,
                        ResultTable.DOWNTIME,
                        "base",
                        draw,
                        r,
                        2025L,
                        "down",
                        "waits for a part",
                        "radar",
                        "depot",
                        40.0);
                if (draw < 5) {
                    add(
                            rows,
                            ResultTable.DOWNTIME,
                            "local",
                            draw,
                            r,
                            2025L,
                            "down",
                            "waits for a part",
                            "radar",
                            "depot",
                            20.0);
                }
                add(rows, ResultTable.DOWNTIME, "local", draw, r, 2025L, "full", "", "", "", 10.0);
                add(
                        rows,
                        ResultTable.MONEY,
                        "base",
                        draw,
                        r,
                        2025L,
                        "price",
                        "USD",
                        100.0,
                        100.0,
                        8000.0,
                        9000.0,
                        100.0,
                        100.0);
                add(
                        rows,
                        ResultTable.MONEY,
                        "local",
                        draw,
                        r,
                        2025L,
                        "price",
                        "USD",
                        100.0,
                        100.0,
                        8000.0,
                        9000.0,
                        100.0,
                        100.0);
                add(
                        rows,
                        ResultTable.MONEY,
                        "local",
                        draw,
                        r,
                        2025L,
                        "workshop",
                        "INR",
                        2400.0,
                        30.0,
                        2400.0,
                        2700.0,
                        30.0,
                        30.0);
            }
        }
        estimate(rows, "base", "ready", 4.5);
        estimate(rows, "local", "ready", 4.6 + better);
        estimate(rows, "base", "cost", 100.0);
        add(rows, ResultTable.DRIVERS, "local", "ready", 1L, "slip", 0.625, 0.05, 0.8, 1.0, 8.0);
        add(
                rows,
                ResultTable.QUANTITIES,
                "slip",
                "claims",
                "delivery",
                "months",
                "" + claims,
                "" + (claims + 4.5),
                "" + (claims + 9),
                "",
                "deliveries.slip");
        for (int c = 0; c < claims; c++) {
            add(
                    rows,
                    ResultTable.EVIDENCE,
                    "C-" + c,
                    "delivery",
                    "The next squadron comes",
                    "5 months",
                    5.0,
                    5.0,
                    "months",
                    "forecast",
                    LocalDate.of(2024, 1, 1),
                    null,
                    "A paper",
                    "Title",
                    "2024-01",
                    "B",
                    "reported",
                    "",
                    "",
                    "",
                    1.0 / claims,
                    "",
                    false);
        }
        add(
                rows,
                ResultTable.STATES,
                "base",
                "u1",
                LocalDate.of(2021, 12, 21),
                LocalDate.of(2022, 1, 3),
                "full",
                "",
                null,
                "Ädmpur ✓");
        add(
                rows,
                ResultTable.FORECASTS,
                "slip",
                "C-0",
                "forecast",
                null,
                null,
                null,
                -0.0,
                "",
                "B");
        add(
                rows,
                ResultTable.FORECASTS,
                "slip",
                "C-1",
                "forecast",
                null,
                null,
                null,
                Double.NaN,
                "",
                "B");
        add(rows, ResultTable.WARNINGS, "model", "worst case 3 of 10", 3);
        return rows;
    }

    private static void outcome(
            Map<ResultTable, List<@Nullable Object[]>> rows,
            String plan,
            long draw,
            long replication,
            String metric,
            double value) {
        add(rows, ResultTable.OUTCOMES, plan, draw, replication, metric, value);
    }

    private static void estimate(
            Map<ResultTable, List<@Nullable Object[]>> rows,
            String plan,
            String metric,
            double mean) {
        add(
                rows,
                ResultTable.ESTIMATES,
                plan,
                metric,
                (long) DRAWS,
                mean,
                0.5,
                mean - 2,
                mean - 1,
                mean,
                mean + 1,
                mean + 2);
    }

    private static void add(
            Map<ResultTable, List<@Nullable Object[]>> rows,
            ResultTable table,
            @Nullable Object... row) {
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    }

    /// The digest of rows without any file.
    static String digest(Map<ResultTable, List<@Nullable Object[]>> rows) {
        var digest = new Digest();
        rows.forEach((table, list) -> list.forEach(row -> digest.add(table, row)));
        return digest.value();
    }

    static RunInfo info(String fingerprint, ResultWriter.Written written) {
        return new RunInfo(
                "A small run",
                "small",
                fingerprint,
                written.digest(),
                1,
                DRAWS,
                2,
                List.of("base", "local"),
                null,
                false,
                "0.1.0",
                written.rows(),
                1,
                1,
                "parapet run small");
    }

    /// Makes a finished run.
    static RunFolder write(
            Path folder, String fingerprint, Map<ResultTable, List<@Nullable Object[]>> rows) {
        try (RunBuild build =
                RunBuild.begin(folder, Manifest.whole(fingerprint, 1, Map.of()), false)) {
            ResultWriter.Written written;
            try (ResultWriter writer = build.tables()) {
                rows.forEach(writer::append);
                written = writer.finish();
            }
            return build.complete(info(fingerprint, written), Map.of("seconds", 1.5));
        }
    }
}
