package parapet.view.figure;

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
import parapet.view.read.PublishedFiguresRows.Fit;
import parapet.view.read.PublishedFiguresRows.Moved;
import parapet.view.read.PublishedFiguresRows.Observation;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// How the model meets what was published about the fleet: fitted and predicted figures beside the
/// published ones, and what fitting did to the inputs. Empty when the scenario has no observations.
public final class PublishedFigures {
    private static final double RARE = 0.05;

    private final Results results;

    public PublishedFigures(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<Observation> rows = results.rows(Observation.class);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Fit> fit = results.rows(Fit.class);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("published", "How the model meets what was published"));
        blocks.add(
                new Block.Paragraph(summary(rows, fit.isEmpty() ? null : fit.getFirst()), false));
        for (String unit : rows.stream().map(r -> r.unit()).distinct().toList()) {
            blocks.add(picture(rows.stream().filter(r -> r.unit().equals(unit)).toList(), unit));
        }
        blocks.addAll(moved(fit.isEmpty() ? null : fit.getFirst()));
        return blocks;
    }

    private static Text summary(List<Observation> rows, @Nullable Fit fit) {
        Text.Builder text = new Text.Builder();
        List<Observation> judged = rows.stream().filter(r -> r.use().equals("judge")).toList();
        long missed = judged.stream().filter(r -> r.tail() < RARE).count();
        if (fit == null) {
            text.say("Nothing is fitted: every draw has the same weight. ");
        } else {
            text.say(
                    "Draws are weighed by how near they come to %s, in every answer of this report: "
                            .formatted(
                                    Say.count(
                                            fit.observations(),
                                            "published figure",
                                            "published figures")));
            text.say(fit.said() + ". ");
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

    private Block picture(List<Observation> rows, String unit) {
        List<BandDots.Row> bars = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        for (Observation row : rows) {
            boolean judge = row.use().equals("judge");
            boolean missed = judge && row.tail() < RARE;
            String published = Say.range(row.publishedLow(), row.publishedHigh(), "");
            bars.add(
                    BandDots.Row.of(
                            row.name(),
                            new BandDots.Bar(
                                    row.low(),
                                    row.mean(),
                                    row.high(),
                                    row.publishedLow(),
                                    row.publishedHigh(),
                                    missed,
                                    judge ? "var(--delivered)" : "var(--ready)",
                                    "%s (%s)\nmodel: mean %s, 9 of 10 draws %s\npublished: %s"
                                            .formatted(
                                                    row.name(),
                                                    judge ? "predicted" : "fitted",
                                                    Say.number(row.mean()),
                                                    Say.range(row.low(), row.high(), ""),
                                                    published))));
            table.add(
                    Table.Row.of(
                            Cell.of(row.name(), results.planName(row.plan())),
                            Cell.of(judge ? "predicted" : "fitted"),
                            Cell.of(Say.period(row.first(), row.last())),
                            Cell.of(published),
                            Cell.of(
                                    Say.number(row.priorMean()),
                                    Say.range(row.prior05(), row.prior95(), "")),
                            Cell.of(Say.number(row.mean()), Say.range(row.low(), row.high(), "")),
                            new Cell(
                                    Text.of(Say.signed(row.z())),
                                    "chance " + Say.percent(row.tail()),
                                    missed ? "flag" : "")));
        }
        String what =
                switch (unit) {
                    case "%" -> "share of the fleet, %";
                    case "a year" -> "works finished a year";
                    default -> unit;
                };
        String id = Say.anchor("published", unit.equals("%") ? "share" : unit);
        String title = "Published and simulated: " + what;
        BandDots chart = new BandDots(what, false, 0.0, bars);
        return new Block.Chart(
                new Figure(
                        id,
                        Map.of("", title),
                        Text.of(
                                "Black line: the published range, red where the model misses it. Bar: the model after fitting, 9 of 10 draws, dot at the mean. Blue: fitted; orange: predicted, not used to fit."),
                        List.of(),
                        List.of(
                                new Figure.Panel(
                                        id + "-chart",
                                        "",
                                        chart.height(),
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

    private List<Block> moved(@Nullable Fit fit) {
        List<Moved> rows = results.rows(Moved.class);
        if (rows.isEmpty() || fit == null) {
            return List.of();
        }
        List<Table.Row> table = new ArrayList<>();
        for (Moved row : rows) {
            boolean clear = Math.abs(row.shift()) > row.noise();
            String unit = row.unit();
            table.add(
                    Table.Row.of(
                            new Cell(
                                    new Text.Builder()
                                            .link(
                                                    results.quantity(row.quantity()),
                                                    Say.anchor("q", row.quantity()))
                                            .build(),
                                    "",
                                    ""),
                            Cell.of(
                                    Say.measure(row.priorMean(), unit),
                                    Say.range(row.prior05(), row.prior95(), unit)),
                            Cell.of(
                                    Say.measure(row.mean(), unit),
                                    Say.range(row.p05(), row.p95(), unit)),
                            new Cell(
                                    Text.of(Say.signed(row.shift())),
                                    clear ? "" : "within chance",
                                    clear ? "" : "pale"),
                            Cell.of(Say.percent(row.spread()))));
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
                        false));
    }
}
