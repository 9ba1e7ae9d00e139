package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.view.chart.Bars;
import parapet.view.doc.Block;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.read.Band;
import parapet.view.read.RaidFiguresRows.Hour;
import parapet.view.read.RaidFiguresRows.Stock;
import parapet.view.read.Results;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// A raid hour by hour, and the rounds that are left after its nights.
public final class RaidFigures {
    private final Results results;
    private final SkyNumbers sky;

    public RaidFigures(Results results) {
        this.results = results;
        this.sky = new SkyNumbers(results);
    }

    /// The first night hour by hour.
    public List<Block> hours() {
        var frame =
                new RaidFrame<Hour>(results, raid -> results.rows(Hour.class, raid, sky.shown()));
        if (frame.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Variants("hours", frame.choices())
                        .figure(
                                "Bar: mean; whisker: 9 of 10 draws. Hours count from the start of the raid.",
                                List.of(
                                        new Variants.Panel("Targets that got through", 240),
                                        new Variants.Panel("Rounds fired", 240)),
                                List.of(
                                        Column.words("Hour"),
                                        Column.number("Got through", "targets"),
                                        Column.number("Rounds fired", "rounds")),
                                chosen -> hours(frame, chosen)));
    }

    private Variants.Drawn hours(RaidFrame<Hour> frame, List<String> chosen) {
        List<Hour> of = frame.of(chosen.get(0), chosen.get(1), chosen.get(2));
        List<Hour> leaked = of.stream().filter(h -> h.kind().equals("leaked")).toList();
        List<Hour> fired = of.stream().filter(h -> h.kind().equals("fired")).toList();
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(leaked.size(), fired.size()); i++) {
            rows.add(
                    Table.Row.of(
                            Cell.of(hour(leaked.get(i))), band(leaked.get(i)), band(fired.get(i))));
        }
        double all = leaked.stream().mapToDouble(Hour::mean).sum();
        String title =
                all == 0
                        ? "Nothing gets through on the first night of “%s”"
                                .formatted(results.nameOf("raid", chosen.get(2)))
                        : "“%s”: of %s targets that get through, %s in the first hour"
                                .formatted(
                                        results.nameOf("raid", chosen.get(2)),
                                        SkyNumbers.count(all),
                                        SkyNumbers.count(leaked.getFirst().mean()));
        List<String> steps = leaked.stream().map(RaidFigures::hour).toList();
        return new Variants.Drawn(
                title,
                List.of(
                        new Bars(
                                        "hour",
                                        "targets",
                                        steps,
                                        List.of(group("Got through", "var(--worse)", leaked)))
                                .option(),
                        new Bars(
                                        "hour",
                                        "rounds",
                                        steps,
                                        List.of(group("Rounds fired", "var(--ready)", fired)))
                                .option()),
                rows);
    }

    private static String hour(Hour row) {
        return Integer.toString(row.hour() + 1);
    }

    static Cell band(Band row) {
        return Cell.of(Say.number(row.mean()), Say.range(row.low(), row.high(), ""))
                .with(row.mean(), row.low(), row.high());
    }

    static Bars.Group group(String name, String colour, List<? extends Band> rows) {
        return new Bars.Group(
                name,
                colour,
                rows.stream().mapToDouble(Band::low).toArray(),
                rows.stream().mapToDouble(Band::mean).toArray(),
                rows.stream().mapToDouble(Band::high).toArray());
    }

    /// Rounds that are left after each night.
    public List<Block> nights() {
        var frame =
                new RaidFrame<Stock>(results, raid -> results.rows(Stock.class, raid, sky.shown()));
        if (frame.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Variants("nights", frame.choices())
                        .figure(
                                "Rounds with the batteries that fight, by kind. Bar: mean; whisker: 9 of 10 draws; a kind that is used up counts as 0. %s"
                                        .formatted(
                                                sky.supplied()
                                                        ? "What comes from behind before a night is counted with it."
                                                        : "Nothing is brought forward between the nights."),
                                List.of(new Variants.Panel("", 300)),
                                List.of(
                                        Column.words("Kind of round"),
                                        Column.words("When"),
                                        Column.number("Left", "rounds")),
                                chosen -> nights(frame, chosen)));
    }

    private Variants.Drawn nights(RaidFrame<Stock> frame, List<String> chosen) {
        List<Stock> of = frame.of(chosen.get(0), chosen.get(1), chosen.get(2));
        Map<String, List<Stock>> byRound = new LinkedHashMap<>();
        Set<String> steps = new LinkedHashSet<>();
        for (Stock row : of) {
            byRound.computeIfAbsent(row.round(), k -> new ArrayList<>()).add(row);
            steps.add(night(row.night()));
        }
        List<Bars.Group> groups = new ArrayList<>();
        double before = 0;
        double after = 0;
        for (Map.Entry<String, List<Stock>> e : byRound.entrySet()) {
            groups.add(
                    group(
                            results.nameOf("round", e.getKey()),
                            results.palette.of("round", e.getKey()),
                            e.getValue()));
            before += e.getValue().getFirst().mean();
            after += e.getValue().getLast().mean();
        }
        String raid = results.nameOf("raid", chosen.get(2));
        return new Variants.Drawn(
                sky.supplied()
                        ? "“%s”: %s rounds are left after the last night, of %s before the first and what came from behind"
                                .formatted(raid, SkyNumbers.count(after), SkyNumbers.count(before))
                        : "%s of the rounds are left after the last night of “%s”"
                                .formatted(before > 0 ? Say.percent(after / before) : "None", raid),
                List.of(new Bars("", "rounds left", List.copyOf(steps), groups).option()),
                of.stream()
                        .map(row ->
                                Table.Row.of(
                                        Cell.of(results.nameOf("round", row.round())),
                                        Cell.of(night(row.night())),
                                        band(row)))
                        .toList());
    }

    private static String night(int night) {
        return night == 0 ? "before" : "night " + night;
    }
}
