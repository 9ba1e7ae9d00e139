package parapet.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.view.chart.BandDots;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;

/// How the model meets what was published about the fleet: fitted and predicted figures beside the
/// published ones, and what fitting did to the inputs. Empty when the scenario has no observations.
final class PublishedFigures {
    private static final double RARE = 0.05;
    private static final int LEAST_EFFECTIVE = 30;
    private static final int MOST_INPUTS = 12;

    private final Results results;

    PublishedFigures(Results results) {
        this.results = results;
    }

    List<Block> blocks() {
        List<Row> rows =
                results.ask("select * from observations order by \"use\", first, observation");
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Row> fit = results.ask("select * from fit");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("published", "How the model meets what was published"));
        blocks.add(
                new Block.Paragraph(summary(rows, fit.isEmpty() ? null : fit.getFirst()), false));
        for (String unit : rows.stream().map(r -> r.text("unit")).distinct().toList()) {
            blocks.add(
                    picture(rows.stream().filter(r -> r.text("unit").equals(unit)).toList(), unit));
        }
        blocks.addAll(moved(fit.isEmpty() ? null : fit.getFirst()));
        return blocks;
    }

    private static Text summary(List<Row> rows, @Nullable Row fit) {
        Text.Builder text = new Text.Builder();
        List<Row> judged = rows.stream().filter(r -> r.text("use").equals("judge")).toList();
        long missed = judged.stream().filter(r -> r.number("tail") < RARE).count();
        if (fit == null) {
            text.say("Nothing is fitted: every draw has the same weight. ");
        } else {
            double effective = fit.number("effective");
            if (effective < LEAST_EFFECTIVE) {
                text.strong(
                                "Too few draws for the fit: %s effective of %,d."
                                        .formatted(Say.number(effective), fit.integer("draws")))
                        .say(" Fitted and predicted figures are rough; do not quote them. ");
            } else {
                text.say(
                        "Draws are weighed by how near they come to %s: %s effective of %,d. "
                                .formatted(
                                        Say.count(
                                                fit.integer("observations"),
                                                "published figure",
                                                "published figures"),
                                        Say.number(effective),
                                        fit.integer("draws")));
            }
        }
        if (judged.isEmpty()) {
            text.say("No published figure is left to judge the model by.");
        } else {
            text.say(
                    "Of %s not used to fit, %s where the fitted model gives less than a 5 %% chance to a figure as far out."
                            .formatted(
                                    Say.count(judged.size(), "figure", "figures"),
                                    missed == 0
                                            ? "none lies"
                                            : Long.toString(missed)
                                                    + (missed == 1 ? " lies" : " lie")));
        }
        return text.build();
    }

    private Block picture(List<Row> rows, String unit) {
        List<BandDots.Row> bars = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        for (Row row : rows) {
            boolean judge = row.text("use").equals("judge");
            boolean missed = judge && row.number("tail") < RARE;
            String published =
                    Say.range(row.number("publishedLow"), row.number("publishedHigh"), "");
            bars.add(
                    new BandDots.Row(
                            row.text("name"),
                            row.quantiles("p"),
                            row.number("published"),
                            judge ? "var(--delivered)" : "var(--ready)",
                            "%s (%s)\nmodel: median %s, 9 of 10 runs %s\npublished: %s"
                                    .formatted(
                                            row.text("name"),
                                            judge ? "predicted" : "fitted",
                                            Say.number(row.number("p50")),
                                            Say.range(row.number("p05"), row.number("p95"), ""),
                                            published)));
            table.add(
                    Table.Row.of(
                            Cell.of(row.text("name"), results.planName(row.text("plan"))),
                            Cell.of(judge ? "predicted" : "fitted"),
                            Cell.of(period(row)),
                            Cell.of(published),
                            Cell.of(
                                    Say.number(row.number("priorMean")),
                                    Say.range(row.number("prior05"), row.number("prior95"), "")),
                            Cell.of(
                                    Say.number(row.number("mean")),
                                    Say.range(row.number("p05"), row.number("p95"), "")),
                            new Cell(
                                    Text.of(Say.signed(row.number("z"))),
                                    "chance " + Say.percent(row.number("tail")),
                                    missed ? "flag" : "")));
        }
        String what =
                switch (unit) {
                    case "%" -> "share of the fleet, %";
                    case "units" -> "units";
                    default -> "works finished a year";
                };
        String id = Say.anchor("published", unit.equals("%") ? "share" : unit);
        String title = "Published and simulated: " + what;
        BandDots chart = new BandDots(what, false, 0.0, bars);
        return new Block.Chart(
                new Figure(
                        id,
                        title,
                        Text.of(
                                "Diamond: published (middle of its range). Bar: the model after fitting, thick for 5 and thin for 9 of 10 runs, dot at the median. Blue: fitted; orange: predicted, not used to fit."),
                        List.of(),
                        List.of(
                                new Figure.Panel(
                                        id + "-chart",
                                        "",
                                        chart.height(),
                                        title,
                                        Map.of("", chart.option()))),
                        new Table(
                                id + "-table",
                                title,
                                List.of(
                                        Column.words("Figure"),
                                        Column.words("Use"),
                                        Column.words("When"),
                                        Column.number("Published"),
                                        Column.number("Before fitting"),
                                        Column.number("After fitting"),
                                        Column.number("Misfit, standard deviations")),
                                table),
                        Map.of()));
    }

    private static String period(Row row) {
        LocalDate first = row.date("first");
        LocalDate last = row.date("last");
        String from = Say.month(first);
        String to = Say.month(last);
        return from.equals(to) ? to : from + " to " + to;
    }

    private List<Block> moved(@Nullable Row fit) {
        List<Row> rows =
                results.ask(
                        "select * from moved order by abs(shift) desc, quantity limit "
                                + MOST_INPUTS);
        if (rows.isEmpty() || fit == null) {
            return List.of();
        }
        List<Table.Row> table = new ArrayList<>();
        for (Row row : rows) {
            boolean clear = Math.abs(row.number("shift")) > row.number("noise");
            String unit = row.text("unit");
            table.add(
                    Table.Row.of(
                            new Cell(
                                    new Text.Builder()
                                            .link(
                                                    Say.words(row.text("quantity")),
                                                    Say.anchor("q", row.text("quantity")))
                                            .build(),
                                    "",
                                    ""),
                            Cell.of(
                                    Say.measure(row.number("priorMean"), unit),
                                    Say.range(row.number("prior05"), row.number("prior95"), unit)),
                            Cell.of(
                                    Say.measure(row.number("mean"), unit),
                                    Say.range(row.number("p05"), row.number("p95"), unit)),
                            new Cell(
                                    Text.of(Say.signed(row.number("shift"))),
                                    clear ? "" : "within chance",
                                    clear ? "" : "pale"),
                            Cell.of(Say.percent(row.number("spread")))));
        }
        return List.of(
                new Block.Grid(
                        new Table(
                                "moved-table",
                                "What fitting did to the inputs: mean, and below it where 9 of 10 draws lie",
                                List.of(
                                        Column.words("Input"),
                                        Column.number("Before fitting"),
                                        Column.number("After fitting"),
                                        Column.number("Shift, standard deviations"),
                                        Column.number("Spread left")),
                                table),
                        false,
                        false));
    }
}
