package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.view.chart.SlipChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.PromiseSlipsRows.Actual;
import parapet.view.read.PromiseSlipsRows.Promise;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// How promises slipped: each forecast of a milestone, the day it was made and the day it named.
public final class PromiseSlips {
    private static final int MOST_PANELS = 6;

    private final Results results;

    public PromiseSlips(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<Promise> rows = results.query.rows(Promise.class);

        Map<String, LocalDate> actual = new LinkedHashMap<>();
        for (Actual row : results.query.rows(Actual.class)) {
            long days = row.last().toEpochDay() - row.first().toEpochDay();
            actual.put(row.milestone(), row.first().plusDays(days / 2));
        }
        Map<String, List<Promise>> byMilestone = new LinkedHashMap<>();
        for (Promise row : rows) {
            if (!row.status().equals("actual")) {
                byMilestone.computeIfAbsent(row.milestone(), k -> new ArrayList<>()).add(row);
            }
        }
        if (byMilestone.isEmpty()) {
            return List.of(Block.quiet("No dated forecast of a milestone is in the evidence."));
        }
        List<Figure.Panel> panels = new ArrayList<>();
        List<Map.Entry<String, List<Promise>>> shown =
                byMilestone.entrySet().stream()
                        .filter(e -> e.getValue().size() > 1)
                        .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
                        .limit(MOST_PANELS)
                        .toList();
        LocalDate from =
                shown.stream()
                        .flatMap(e -> e.getValue().stream())
                        .map(row -> row.made())
                        .min(Comparator.naturalOrder())
                        .orElse(results.info.frame().start())
                        .withDayOfYear(1);
        LocalDate to =
                shown.stream()
                        .flatMap(e -> e.getValue().stream())
                        .map(row -> row.last())
                        .max(Comparator.naturalOrder())
                        .orElse(results.info.frame().end())
                        .plusYears(2)
                        .withDayOfYear(1);
        for (Map.Entry<String, List<Promise>> entry : shown) {
            List<SlipChart.Point> points = new ArrayList<>();
            for (Promise row : entry.getValue()) {
                points.add(
                        new SlipChart.Point(
                                row.made(),
                                row.first(),
                                row.last(),
                                row.grade(),
                                "%s: said on %s, for %s%s\n%s, grade %s (%s)"
                                        .formatted(
                                                Say.words(row.status()),
                                                Say.day(row.made()),
                                                span(row.first(), row.last()),
                                                error(row),
                                                row.publisher().isEmpty()
                                                        ? "no publisher (assumption or derived)"
                                                        : row.publisher(),
                                                row.grade(),
                                                row.claim())));
            }
            SlipChart chart = new SlipChart(points, actual.get(entry.getKey()), from, to);
            panels.add(
                    new Figure.Panel(
                            Say.anchor("slip", entry.getKey()),
                            Say.words(entry.getKey()),
                            330,
                            "Forecasts of %s: day made against day named"
                                    .formatted(Say.words(entry.getKey())),
                            Map.of("", chart.option())));
        }
        List<Table.Row> table = new ArrayList<>();
        byMilestone.forEach((milestone, of) -> {
            LocalDate came = actual.get(milestone);
            table.add(
                    new Table.Row(
                            "",
                            true,
                            "",
                            List.of(
                                    Cell.of(
                                            Say.words(milestone),
                                            came == null
                                                    ? "has not come"
                                                    : "came " + Say.month(came)))));
            for (Promise row : of) {
                table.add(
                        Table.Row.of(
                                Cell.of(Say.day(row.made())),
                                Cell.of(span(row.first(), row.last())),
                                Cell.of(signed(row.errorMonths())),
                                new Cell(
                                        new Text.Builder()
                                                .link(row.claim(), Say.anchor("e", row.claim()))
                                                .say(" " + row.publisher())
                                                .build(),
                                        row.statement(),
                                        ""),
                                Cell.of(row.grade()),
                                Cell.of(row.status())));
            }
        });
        return List.of(
                new Block.Chart(
                        new Figure(
                                "slips",
                                "Each forecast: when it was made, and what it named",
                                Text.of(
                                        "From left to right the day on which a forecast was made, from bottom to top the day it named (bar: the whole period named). Points that climb are a promise that slips; on the grey diagonal the named day is the day of the forecast; the dotted line is what happened."),
                                List.of(),
                                panels,
                                new Table(
                                        "slip-table",
                                        "Forecasts of milestones and their error (what came minus what was said, months)",
                                        List.of(
                                                Column.words("Made"),
                                                Column.words("Named"),
                                                Column.number("Error, months"),
                                                Column.words("Claim and publisher"),
                                                Column.words("Grade"),
                                                Column.words("Status")),
                                        table),
                                Map.of())));
    }

    private static String signed(double months) {
        return Double.isFinite(months) ? Say.signed(Math.rint(months * 10) / 10) : "–";
    }

    private static String error(Promise row) {
        double months = row.errorMonths();
        return Double.isFinite(months) ? "; error %s months".formatted(signed(months)) : "";
    }

    /// A period in words, a single month where it lies in one.
    public static String span(@Nullable LocalDate first, @Nullable LocalDate last) {
        String from = Say.month(first);
        String to = Say.month(last);
        return from.equals(to) ? from : from + " to " + to;
    }
}
