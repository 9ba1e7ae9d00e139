package parapet.view;

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

/// How promises slipped: each forecast of a milestone, the day it was made and the day it named.
final class PromiseSlips {
    private static final int MOST_PANELS = 6;

    private final Results results;

    PromiseSlips(Results results) {
        this.results = results;
    }

    List<Block> blocks() {
        List<Row> rows =
                results.ask(
                        "select f.*, e.statement from forecasts f left join evidence e on e.claim = f.claim where f.made is not null and f.first is not null and f.last is not null order by f.made");
        List<Row> actuals =
                results.ask(
                        "select milestone, min(first) as first, max(last) as last from forecasts where status = 'actual' and first is not null group by milestone");
        Map<String, LocalDate> actual = new LinkedHashMap<>();
        for (Row row : actuals) {
            LocalDate first = row.date("first");
            LocalDate last = row.date("last");
            if (first != null && last != null) {
                actual.put(
                        row.text("milestone"),
                        first.plusDays((last.toEpochDay() - first.toEpochDay()) / 2));
            }
        }
        Map<String, List<Row>> byMilestone = new LinkedHashMap<>();
        for (Row row : rows) {
            if (!row.text("status").equals("actual")) {
                byMilestone.computeIfAbsent(row.text("milestone"), k -> new ArrayList<>()).add(row);
            }
        }
        if (byMilestone.isEmpty()) {
            return List.of(
                    DelaySection.quiet("No dated forecast of a milestone is in the evidence."));
        }
        List<Figure.Panel> panels = new ArrayList<>();
        List<Map.Entry<String, List<Row>>> shown =
                byMilestone.entrySet().stream()
                        .filter(e -> e.getValue().size() > 1)
                        .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
                        .limit(MOST_PANELS)
                        .toList();
        LocalDate from =
                shown.stream()
                        .flatMap(e -> e.getValue().stream())
                        .map(row -> row.date("made"))
                        .filter(date -> date != null)
                        .min(Comparator.naturalOrder())
                        .orElse(results.info.start())
                        .withDayOfYear(1);
        LocalDate to =
                shown.stream()
                        .flatMap(e -> e.getValue().stream())
                        .map(row -> row.date("last"))
                        .filter(date -> date != null)
                        .max(Comparator.naturalOrder())
                        .orElse(results.info.end())
                        .plusYears(2)
                        .withDayOfYear(1);
        for (Map.Entry<String, List<Row>> entry : shown) {
            List<SlipChart.Point> points = new ArrayList<>();
            for (Row row : entry.getValue()) {
                LocalDate made = row.date("made");
                LocalDate first = row.date("first");
                LocalDate last = row.date("last");
                if (made != null && first != null && last != null) {
                    points.add(
                            new SlipChart.Point(
                                    made,
                                    first,
                                    last,
                                    row.text("grade"),
                                    "%s: said on %s, for %s%s\n%s, grade %s (%s)"
                                            .formatted(
                                                    Say.words(row.text("status")),
                                                    Say.day(made),
                                                    span(first, last),
                                                    error(row),
                                                    row.text("publisher").isEmpty()
                                                            ? "no publisher (assumption or derived)"
                                                            : row.text("publisher"),
                                                    row.text("grade"),
                                                    row.text("claim"))));
                }
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
            for (Row row : of) {
                table.add(
                        Table.Row.of(
                                Cell.of(Say.day(row.date("made"))),
                                Cell.of(span(row.date("first"), row.date("last"))),
                                Cell.of(signed(row.number("errorMonths"))),
                                new Cell(
                                        new Text.Builder()
                                                .link(
                                                        row.text("claim"),
                                                        Say.anchor("e", row.text("claim")))
                                                .say(" " + row.text("publisher"))
                                                .build(),
                                        row.text("statement"),
                                        ""),
                                Cell.of(row.text("grade")),
                                Cell.of(row.text("status"))));
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

    private static String error(Row row) {
        double months = row.number("errorMonths");
        return Double.isFinite(months) ? "; error %s months".formatted(signed(months)) : "";
    }

    /// A period in words, a single month where it lies in one.
    static String span(@Nullable LocalDate first, @Nullable LocalDate last) {
        String from = Say.month(first);
        String to = Say.month(last);
        return from.equals(to) ? from : from + " to " + to;
    }
}
