package parapet.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;

/// Forecasts with what was known on a day, and what happened since.
final class Hindcast {
    private final Results results;

    Hindcast(Results results) {
        this.results = results;
    }

    List<Block> blocks() {
        List<Row> rows = results.ask("select * from hindcast order by milestone, asOfDay");
        if (rows.isEmpty()) {
            return List.of(
                    DelaySection.quiet("The study makes no forecast from the past (hindcast)."));
        }
        List<BandDots.Row> dots = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        int known = 0;
        int inside = 0;
        for (Row row : rows) {
            LocalDate actual = row.date("actual");
            boolean in = row.flag("inside");
            boolean scored = row.has("inside");
            known += scored ? 1 : 0;
            inside += in ? 1 : 0;
            double[] days =
                    Arrays.stream(new String[] {"p05", "p25", "p50", "p75", "p95"})
                            .mapToDouble(name -> {
                                LocalDate date = row.date(name);
                                return date == null ? Double.NaN : date.toEpochDay();
                            })
                            .toArray();
            String outcome =
                    !scored
                            ? "has not happened"
                            : actual == null
                                    ? "outside: the band has passed, and it has not happened"
                                    : in ? "inside the band" : "outside the band";
            String label =
                    Say.words(row.text("milestone")) + ", as of " + Say.month(row.date("asOfDay"));
            if (DelaySection.finite(days)) {
                dots.add(
                        new BandDots.Row(
                                label,
                                days,
                                actual == null ? null : (double) actual.toEpochDay(),
                                "var(--c1)",
                                "%s\n9 of 10 draws: %s\n%s"
                                        .formatted(
                                                label,
                                                PromiseSlips.span(row.date("p05"), row.date("p95")),
                                                actual == null
                                                        ? outcome
                                                        : "came %s, %s"
                                                                .formatted(
                                                                        Say.month(actual),
                                                                        outcome))));
            }
            table.add(
                    Table.Row.of(
                            Cell.of(Say.words(row.text("milestone"))),
                            Cell.of(Say.month(row.date("asOfDay"))),
                            Cell.of(Say.month(row.date("p50"))),
                            Cell.of(PromiseSlips.span(row.date("p05"), row.date("p95"))),
                            Cell.of(Say.month(actual)),
                            Cell.of(outcome)));
        }
        String score =
                known == 0
                        ? "None of these has happened yet, so the forecasts cannot be scored."
                        : "%d of %d outcomes (%s) lie inside the band that should hold 9 of 10. A milestone counts once for each day looked from, so these are fewer tests than outcomes."
                                .formatted(inside, known, Say.percent((double) inside / known));
        BandDots chart = new BandDots(null, true, null, dots);
        return List.of(
                new Block.Heading("hindcast", "What this model would have foretold"),
                new Block.Paragraph(Text.of(score), false),
                new Block.Chart(
                        new Figure(
                                "hindcast-figure",
                                "Forecasts with what was known on a day, and what happened",
                                Text.of(
                                        "Each row uses only claims published by its date; an assumption is that of today, unless it says from when it was known. Bars: 5 and 9 of 10 draws; dot: median; diamond: what happened."),
                                List.of(),
                                List.of(
                                        new Figure.Panel(
                                                "hindcast-chart",
                                                "",
                                                chart.height(),
                                                score,
                                                Map.of("", chart.option()))),
                                new Table(
                                        "hindcast-table",
                                        "Hindcast",
                                        List.of(
                                                Column.words("Milestone"),
                                                Column.words("Known up to"),
                                                Column.words("Median"),
                                                Column.words("9 of 10 draws"),
                                                Column.words("Came"),
                                                Column.words("Outcome")),
                                        table),
                                Map.of())));
    }
}
