package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.HindcastRows.Forecast;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// Forecasts with what was known on a day, and what happened since.
public final class Hindcast {
    private final Results results;

    public Hindcast(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<Forecast> rows = results.query.rows(Forecast.class);
        if (rows.isEmpty()) {
            return List.of(Block.quiet("The study makes no forecast from the past (hindcast)."));
        }
        List<BandDots.Row> dots = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        int known = 0;
        int inside = 0;
        for (Forecast row : rows) {
            LocalDate actual = row.actual();
            boolean in = Boolean.TRUE.equals(row.inside());
            boolean scored = row.inside() != null;
            known += scored ? 1 : 0;
            inside += in ? 1 : 0;
            double[] days = row.days();
            String outcome =
                    !scored
                            ? "has not happened"
                            : actual == null
                                    ? "outside: the band has passed, and it has not happened"
                                    : in ? "inside the band" : "outside the band";
            String label = Say.words(row.milestone()) + ", as of " + Say.month(row.asOfDay());
            if (Parts.finite(days)) {
                dots.add(
                        new BandDots.Row(
                                label,
                                days,
                                actual == null ? null : (double) actual.toEpochDay(),
                                "var(--c1)",
                                "%s\n9 of 10 draws: %s\n%s"
                                        .formatted(
                                                label,
                                                PromiseSlips.span(row.p05(), row.p95()),
                                                actual == null
                                                        ? outcome
                                                        : "came %s, %s"
                                                                .formatted(
                                                                        Say.month(actual),
                                                                        outcome))));
            }
            table.add(
                    Table.Row.of(
                            Cell.of(Say.words(row.milestone())),
                            Cell.of(Say.month(row.asOfDay())),
                            Cell.of(Say.month(row.p50())),
                            Cell.of(PromiseSlips.span(row.p05(), row.p95())),
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
