package parapet.view.figure;

import java.time.LocalDate;
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
        List<Forecast> rows = results.rows(Forecast.class);
        if (rows.isEmpty()) {
            return List.of(Block.quiet("The study makes no forecast from the past (hindcast)."));
        }
        String score = score(rows);
        long late = rows.stream().filter(row -> !row.hindsight().isEmpty()).count();
        BandDots chart =
                new BandDots(
                        null,
                        true,
                        null,
                        rows.stream()
                                .filter(row -> Parts.finite(row.days()))
                                .map(this::dot)
                                .toList());
        return List.of(
                new Block.Chart(
                        new Figure(
                                "hindcast-figure",
                                Map.of("", score),
                                Text.of(
                                        "Each row uses only claims published by its date; %s A milestone counts once for each day looked from, so these are fewer tests than rows. Bar: 9 of 10 draws; dot: median; line: what happened, red where it lies outside or has not come in time."
                                                .formatted(
                                                        late == 0
                                                                ? "so do the assumptions."
                                                                : "%s an assumption whose reason came later (last column)."
                                                                        .formatted(
                                                                                late == 1
                                                                                        ? "1 row uses"
                                                                                        : late
                                                                                                + " rows use"))),
                                List.of(),
                                List.of(
                                        new Figure.Panel(
                                                "hindcast-chart",
                                                "",
                                                chart.height(),
                                                Map.of("", chart.option()))),
                                new Table(
                                        "hindcast-table",
                                        score,
                                        List.of(
                                                Column.words("Milestone"),
                                                Column.words("Known up to"),
                                                Column.words("Median"),
                                                Column.words("9 of 10 draws"),
                                                Column.words("Came"),
                                                Column.words("Outcome"),
                                                Column.words("Known only later")),
                                        rows.stream().map(this::row).toList()),
                                Map.of())));
    }

    private static String score(List<Forecast> rows) {
        long known = rows.stream().filter(row -> row.inside() != null).count();
        long inside = rows.stream().filter(row -> Boolean.TRUE.equals(row.inside())).count();
        return known == 0
                ? "Forecasts from the past: none of these has happened yet, so they cannot be scored"
                : "Forecasts from the past: %d of %d outcomes lie inside the band that should hold 9 of 10"
                        .formatted(inside, known);
    }

    private static String outcome(Forecast row) {
        return row.inside() == null
                ? "has not happened"
                : row.actual() == null
                        ? "outside: the band has passed, and it has not happened"
                        : row.inside() ? "inside the band" : "outside the band";
    }

    private BandDots.Row dot(Forecast row) {
        LocalDate actual = row.actual();
        String label = Say.words(row.milestone()) + ", as of " + Say.month(row.asOfDay());
        boolean outside = Boolean.FALSE.equals(row.inside());
        // what has not come by the last day of the evidence is marked on that day
        Double at =
                actual != null
                        ? (Double) (double) actual.toEpochDay()
                        : outside ? (Double) (double) results.info.asOf().toEpochDay() : null;
        double[] days = row.days();
        String tip =
                "%s\n9 of 10 draws: %s\n%s"
                        .formatted(
                                label,
                                Say.period(row.p05(), row.p95()),
                                actual == null
                                        ? outcome(row)
                                        : "came %s, %s".formatted(Say.month(actual), outcome(row)));
        return BandDots.Row.of(
                label,
                new BandDots.Bar(days[0], days[1], days[2], at, at, outside, "var(--c1)", tip));
    }

    private Table.Row row(Forecast row) {
        String later = row.hindsight().isEmpty() ? "–" : "yes";
        return Table.Row.of(
                Cell.of(Say.words(row.milestone())),
                Cell.of(Say.month(row.asOfDay())),
                Cell.of(Say.month(row.p50())),
                Cell.of(Say.period(row.p05(), row.p95())),
                Cell.of(Say.month(row.actual())),
                new Cell(
                        Text.of(outcome(row)),
                        "",
                        Boolean.FALSE.equals(row.inside()) ? "flag" : ""),
                Cell.of(later));
    }
}
