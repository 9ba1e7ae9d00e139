package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_PANELS = 4;

    private final Results results;

    public PromiseSlips(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        List<Promise> rows = results.rows(Promise.class);
        Map<String, LocalDate> actual = new LinkedHashMap<>();
        for (Actual row : results.rows(Actual.class)) {
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
        String title = finding(rows);
        return List.of(
                new Block.Chart(
                        new Figure(
                                "slips",
                                Map.of("", title),
                                Text.of(
                                        "From left to right the day on which a forecast was made, from bottom to top the day it named (bar: the whole period named). Points that climb are a promise that slips; on the grey diagonal the named day is the day of the forecast; the dotted line is what happened."),
                                List.of(),
                                panels(byMilestone, actual),
                                new Table(
                                        "slip-table",
                                        "Forecasts of milestones and their error (what came minus what was said)",
                                        List.of(
                                                Column.words("Made"),
                                                Column.words("Named"),
                                                Column.number("Error", "months"),
                                                Column.words("Claim and publisher"),
                                                Column.words("Grade"),
                                                Column.words("Status")),
                                        table(byMilestone, actual)),
                                Map.of())));
    }

    private static String finding(List<Promise> rows) {
        double[] errors =
                rows.stream()
                        .filter(r -> !r.status().equals("actual"))
                        .mapToDouble(Promise::errorMonths)
                        .filter(Double::isFinite)
                        .toArray();
        long late = Arrays.stream(errors).filter(e -> e > 0).count();
        return errors.length == 0
                ? "How promises slipped: none of what was foretold has come yet"
                : "%d of %d forecasts that can be judged were too early, on average of all by %s months"
                        .formatted(
                                late,
                                errors.length,
                                signed(Arrays.stream(errors).average().orElse(0)));
    }

    private List<Figure.Panel> panels(
            Map<String, List<Promise>> byMilestone, Map<String, LocalDate> actual) {
        List<Map.Entry<String, List<Promise>>> shown =
                byMilestone.entrySet().stream()
                        .filter(e -> e.getValue().size() > 1)
                        .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
                        .limit(MOST_PANELS)
                        .toList();
        List<Promise> all = shown.stream().flatMap(e -> e.getValue().stream()).toList();
        LocalDate from =
                all.stream()
                        .map(Promise::made)
                        .min(Comparator.naturalOrder())
                        .orElse(results.info.frame().start())
                        .withDayOfYear(1);
        LocalDate to =
                all.stream()
                        .map(Promise::last)
                        .max(Comparator.naturalOrder())
                        .orElse(results.info.frame().end())
                        .plusYears(2)
                        .withDayOfYear(1);
        return shown.stream()
                .map(e ->
                        new Figure.Panel(
                                Say.anchor("slip", e.getKey()),
                                Say.words(e.getKey()),
                                300,
                                Map.of(
                                        "",
                                        new SlipChart(
                                                        e.getValue().stream()
                                                                .map(PromiseSlips::point)
                                                                .toList(),
                                                        actual.get(e.getKey()),
                                                        from,
                                                        to)
                                                .option())))
                .toList();
    }

    private static SlipChart.Point point(Promise row) {
        return new SlipChart.Point(
                row.made(),
                row.first(),
                row.last(),
                row.grade(),
                "%s: said on %s, for %s%s\n%s, grade %s (%s)"
                        .formatted(
                                Say.words(row.status()),
                                Say.day(row.made()),
                                Say.period(row.first(), row.last()),
                                error(row),
                                row.publisher().isEmpty()
                                        ? "no publisher (assumption or derived)"
                                        : row.publisher(),
                                row.grade(),
                                row.claim()));
    }

    private static List<Table.Row> table(
            Map<String, List<Promise>> byMilestone, Map<String, LocalDate> actual) {
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
                                Cell.of(Say.period(row.first(), row.last())),
                                Double.isFinite(row.errorMonths())
                                        ? Cell.of(signed(row.errorMonths())).with(row.errorMonths())
                                        : Cell.of("–"),
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
        return table;
    }

    private static String signed(double months) {
        return Double.isFinite(months) ? Say.signed(Math.rint(months * 10) / 10) : "–";
    }

    private static String error(Promise row) {
        double months = row.errorMonths();
        return Double.isFinite(months) ? "; error %s months".formatted(signed(months)) : "";
    }
}
