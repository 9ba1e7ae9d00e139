package parapet.view.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.view.chart.BandLines;
import parapet.view.chart.FanChart;
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

/// The figures of one raid: shares stopped, why targets got through, the first night by hours, and
/// rounds by nights. Runs are those of the table `forces`, joined with the battle that each met.
public final class RaidFigures {
    private static final List<String> COLOURS =
            List.of("var(--c0)", "var(--c5)", "var(--c2)", "var(--c6)", "var(--c3)");

    private final Results results;
    private final PlanDateFigure frame;
    private final SkyNumbers sky;

    public RaidFigures(Results results) {
        this.results = results;
        this.frame = new PlanDateFigure(results);
        this.sky = new SkyNumbers(results);
    }

    public List<Block> blocks(String raid) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(new ShareFigure(results).blocks(raid));
        blocks.addAll(new ReasonFigure(results).blocks(raid));
        blocks.addAll(hours(raid));
        blocks.addAll(nights(raid));
        return blocks.isEmpty()
                ? List.of(Block.quiet("The run holds no battle of this raid."))
                : blocks;
    }

    private List<Block> hours(String raid) {
        List<Hour> rows = results.query.rows(Hour.class, raid, sky.shown());
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                frame.figure(
                        Say.anchor("hours", raid),
                        "The first night hour by hour: “%s”"
                                .formatted(results.nameOf("raid", raid)),
                        "Line: median of each hour; band: 9 of 10 runs. Hours count from the start of the raid; an hour's median need not belong to one run.",
                        rows,
                        List.of(
                                new PlanDateFigure.Panel("Targets that got through", 330),
                                new PlanDateFigure.Panel("Rounds fired", 330)),
                        List.of(
                                Column.words("Hour"),
                                Column.number("Got through, median"),
                                Column.number("Got through, 9 of 10 runs"),
                                Column.number("Rounds fired, median"),
                                Column.number("Rounds fired, 9 of 10 runs")),
                        (of, panels) -> {
                            List<Hour> leaked = kind(of, "leaked");
                            List<Hour> fired = kind(of, "fired");
                            panels.add(hourly("targets", "Got through", "var(--worse)", leaked));
                            panels.add(hourly("rounds", "Fired", "var(--ready)", fired));
                            List<Table.Row> table = new ArrayList<>();
                            for (int i = 0; i < Math.min(leaked.size(), fired.size()); i++) {
                                table.add(
                                        Table.Row.of(
                                                Cell.of(hour(leaked.get(i))),
                                                Cell.of(Say.number(leaked.get(i).q50())),
                                                Cell.of(range(leaked.get(i))),
                                                Cell.of(Say.number(fired.get(i).q50())),
                                                Cell.of(range(fired.get(i)))));
                            }
                            return table;
                        }));
    }

    private static List<Hour> kind(List<Hour> rows, String kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).toList();
    }

    private static String hour(Hour row) {
        return Integer.toString(row.hour() + 1);
    }

    private static String range(Band row) {
        return Say.range(row.q05(), row.q95(), "");
    }

    private static Map<String, Object> hourly(
            String yName, String name, String colour, List<Hour> rows) {
        return new BandLines(
                        "hour",
                        yName,
                        rows.stream().map(RaidFigures::hour).toList(),
                        List.of(new FanChart.Band(name, colour, false, bands(rows))))
                .option();
    }

    private static double[][] bands(List<? extends Band> rows) {
        double[][] bands = new double[5][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            double[] quantiles = rows.get(i).quantiles();
            for (int k = 0; k < 5; k++) {
                bands[k][i] = quantiles[k];
            }
        }
        return bands;
    }

    private List<Block> nights(String raid) {
        List<Stock> rows = results.query.rows(Stock.class, raid, sky.shown());
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                frame.figure(
                        Say.anchor("nights", raid),
                        "Rounds left after each night: “%s”"
                                .formatted(results.nameOf("raid", raid)),
                        "Rounds with the batteries that fight, by kind. Line: median; band: 9 of 10 runs. Nothing is brought forward between the nights.",
                        rows,
                        List.of(new PlanDateFigure.Panel("", 340)),
                        List.of(
                                Column.words("Kind of round"),
                                Column.words("When"),
                                Column.number("Left, median"),
                                Column.number("Left, 9 of 10 runs")),
                        (of, panels) -> {
                            panels.add(nightly(of));
                            return of.stream()
                                    .map(row ->
                                            Table.Row.of(
                                                    Cell.of(results.nameOf("round", row.round())),
                                                    Cell.of(night(row.night())),
                                                    Cell.of(Say.number(row.q50())),
                                                    Cell.of(range(row))))
                                    .toList();
                        }));
    }

    private static String night(int night) {
        return night == 0 ? "before" : "night " + night;
    }

    private Map<String, Object> nightly(List<Stock> rows) {
        Map<String, List<Stock>> byRound = new LinkedHashMap<>();
        Set<String> steps = new LinkedHashSet<>();
        for (Stock row : rows) {
            byRound.computeIfAbsent(row.round(), k -> new ArrayList<>()).add(row);
            steps.add(night(row.night()));
        }
        List<FanChart.Band> bands = new ArrayList<>();
        byRound.forEach((round, of) ->
                bands.add(
                        new FanChart.Band(
                                results.nameOf("round", round),
                                COLOURS.get(bands.size() % COLOURS.size()),
                                false,
                                bands(of))));
        return new BandLines("", "rounds left", List.copyOf(steps), bands).option();
    }
}
