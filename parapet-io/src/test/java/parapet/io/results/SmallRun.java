package parapet.io.results;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import parapet.quantity.FiscalYears;
import parapet.study.rows.ClaimRow;
import parapet.study.rows.DowntimeRow;
import parapet.study.rows.DriverRow;
import parapet.study.rows.EstimateRow;
import parapet.study.rows.ForecastRow;
import parapet.study.rows.InputRow;
import parapet.study.rows.MetricRow;
import parapet.study.rows.MoneyRow;
import parapet.study.rows.OutcomeRow;
import parapet.study.rows.PlanRow;
import parapet.study.rows.QuantityRow;
import parapet.study.rows.StateRow;
import parapet.study.rows.WarningRow;
import parapet.tables.Rows;

/// A small run with two plans and ten draws whose numbers are known in closed form.
final class SmallRun {
    static final int DRAWS = 10;

    private SmallRun() {}

    /// Rows of the run.
    ///
    /// @param better what the plan `local` gains in ready unit-years over `base`, in each draw and
    ///   a little more in odd draws
    /// @param claims number of claims about the delivery
    static Rows rows(double better, int claims) {
        var rows = new Rows();
        rows.add(new PlanRow("base", 0, "As it came", "", "", null, "", true, 0, true));
        rows.add(
                new PlanRow(
                        "local", 1, "Local, \"MRO\"", "a, b", "", "base", "x\ny", false, 0, true));
        rows.add(metric("ready", "Ready squadron-years", "unit-years", "more"));
        rows.add(metric("cost", "Money spent", "USD", "less"));
        for (int draw = 0; draw < DRAWS; draw++) {
            rows.add(new InputRow(draw, "slip", (double) draw + claims, "months", "Slip"));
            for (int r = 0; r < 2; r++) {
                double noise = r == 0 ? -0.5 : 0.5;
                double odd = draw % 2 == 0 ? 0 : 0.2;
                outcome(rows, "base", draw, r, "ready", draw + noise);
                outcome(rows, "local", draw, r, "ready", draw + noise + better + odd);
                outcome(rows, "base", draw, r, "cost", 100.0);
                outcome(rows, "local", draw, r, "cost", 130.0);
                rows.add(
                        new DowntimeRow(
                                "base",
                                draw,
                                r,
                                2025,
                                "down",
                                "in-repair",
                                "waits for a part",
                                "radar",
                                "depot",
                                40.0));
                if (draw < 5) {
                    rows.add(
                            new DowntimeRow(
                                    "local",
                                    draw,
                                    r,
                                    2025,
                                    "down",
                                    "in-repair",
                                    "waits for a part",
                                    "radar",
                                    "depot",
                                    20.0));
                }
                rows.add(new DowntimeRow("local", draw, r, 2025, "full", "", "", "", "", 10.0));
                money(rows, "base", draw, r, "price", 100.0);
                money(rows, "local", draw, r, "price", 100.0);
                money(rows, "local", draw, r, "workshop", 30.0);
            }
        }
        estimate(rows, "base", "ready", 4.5);
        estimate(rows, "local", "ready", 4.6 + better);
        estimate(rows, "base", "cost", 100.0);
        rows.add(new DriverRow("local", "ready", 1, "slip", 0.625, 0.05, 0.8, 1.0, 8.0, "Slip"));
        rows.add(
                new QuantityRow(
                        "slip",
                        "claims",
                        "delivery",
                        "months",
                        "" + claims,
                        "" + (claims + 4.5),
                        "" + (claims + 9),
                        "",
                        "deliveries.slip",
                        "Slip",
                        "drawn",
                        1,
                        0,
                        0));
        for (int c = 0; c < claims; c++) {
            rows.add(
                    new ClaimRow(
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
                            false,
                            "",
                            null));
        }
        rows.add(
                new StateRow(
                        "base",
                        "u1",
                        LocalDate.of(2021, 12, 21),
                        LocalDate.of(2022, 1, 3),
                        "full",
                        "",
                        "",
                        "",
                        "Ädmpur ✓"));
        rows.add(
                new ForecastRow(
                        "slip",
                        "C-0",
                        "forecast",
                        null,
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 1, 1),
                        -0.0,
                        "",
                        "B"));
        rows.add(
                new ForecastRow(
                        "slip",
                        "C-1",
                        "forecast",
                        null,
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 1, 1),
                        Double.NaN,
                        "",
                        "B"));
        rows.add(new WarningRow("model", "worst case 3 of 10", 3));
        return rows;
    }

    private static MetricRow metric(String key, String label, String unit, String better) {
        return new MetricRow(key, key, null, null, null, null, null, label, unit, better);
    }

    private static void money(
            Rows rows, String plan, int draw, int replication, String cause, double usd) {
        rows.add(new MoneyRow(plan, draw, replication, 2025, cause, "INR", "USD", usd, usd));
        rows.add(new MoneyRow(plan, draw, replication, 2025, cause, "INR", "INR", 80 * usd, null));
    }

    private static void outcome(
            Rows rows, String plan, int draw, int replication, String metric, double value) {
        rows.add(new OutcomeRow(plan, draw, replication, metric, value));
    }

    private static void estimate(Rows rows, String plan, String metric, double mean) {
        rows.add(
                new EstimateRow(
                        plan, metric, DRAWS, mean, 0.5, mean - 2, mean - 1, mean, mean + 1,
                        mean + 2));
    }

    /// The digest of rows without any file.
    static String digest(Rows rows) {
        var digest = new Digest();
        rows.tables().forEach(table -> rows.of(table).forEach(digest::add));
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
                LocalDate.of(2026, 1, 1),
                false,
                "0.1.0",
                written.rows(),
                1,
                1,
                "parapet run small",
                Map.of("quick", "false"),
                new RunInfo.Frame(
                        "What it is about",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2030, 12, 31),
                        "USD",
                        "base",
                        FiscalYears.APRIL));
    }

    /// Makes a finished run.
    static RunFolder write(Path folder, String fingerprint, Rows rows) {
        try (RunBuild build =
                RunBuild.begin(folder, Manifest.whole(fingerprint, 1, Map.of()), false)) {
            ResultWriter.Written written;
            try (ResultWriter writer = build.tables()) {
                writer.append(rows);
                written = writer.finish();
            }
            return build.complete(info(fingerprint, written), Map.of("seconds", 1.5));
        }
    }
}
