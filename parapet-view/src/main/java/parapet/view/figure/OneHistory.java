package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import parapet.sustain.UnitState;
import parapet.view.chart.GanttChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.OneHistoryRows.Interval;
import parapet.view.read.OneHistoryRows.Share;
import parapet.view.read.OneHistoryRows.UnitName;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// One possible history: the states of every unit, day by day, in the first replication.
public final class OneHistory {
    private static final int MOST_UNITS = 40;
    private static final int MOST_BARS = 500;

    private final Results results;
    private final Parts parts;

    public OneHistory(Results results) {
        this.results = results;
        this.parts = new Parts(results);
    }

    public List<Block> blocks() {
        Map<String, List<Interval>> byPlan = new LinkedHashMap<>();
        for (Interval row : results.query.rows(Interval.class)) {
            byPlan.computeIfAbsent(row.plan(), k -> new ArrayList<>()).add(row);
        }
        if (byPlan.isEmpty()) {
            return List.of(Block.quiet("There is no unit whose states could be drawn."));
        }
        Map<String, String> names = new LinkedHashMap<>();
        results.query
                .rows(UnitName.class)
                .forEach(row -> names.put(row.plan() + "\n" + row.unit(), row.name()));
        Figure.Choice plans = parts.planChoice(parts.ordered(byPlan.keySet()));
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        int height = 0;
        long longest = 0;
        boolean few = false;
        for (Figure.Option option : plans.options()) {
            List<Interval> all = byPlan.getOrDefault(option.key(), List.of());
            List<String> every = all.stream().map(row -> row.unit()).distinct().toList();
            List<String> units = some(every);
            few |= units.size() < every.size();
            List<Interval> of = all.stream().filter(row -> units.contains(row.unit())).toList();
            long least =
                    leastDays(
                            of.stream()
                                    .filter(row -> !row.state().equals(UnitState.FULL.key()))
                                    .toList());
            longest = Math.max(longest, least);
            List<GanttChart.Bar> bars = inService(of, units);
            for (Interval row : of) {
                if (row.state().equals(UnitState.FULL.key())) {
                    continue;
                }
                if (days(row) < least) {
                    continue;
                }
                String tip =
                        GanttChart.stateName(row.state())
                                + (row.reasonLabel().isEmpty() ? "" : ": " + row.reasonLabel())
                                + (row.part().isEmpty()
                                        ? ""
                                        : "\nmissing: " + results.nameOf("part", row.part()))
                                + (row.site().isEmpty()
                                        ? ""
                                        : "\nat: " + results.nameOf("site", row.site()));
                bars.add(
                        new GanttChart.Bar(
                                units.indexOf(row.unit()),
                                row.first(),
                                row.last(),
                                row.state(),
                                tip));
            }
            GanttChart chart =
                    new GanttChart(
                            units.stream()
                                    .map(unit ->
                                            names.getOrDefault(
                                                    option.key() + "\n" + unit, Say.words(unit)))
                                    .toList(),
                            bars);
            height = Math.max(height, chart.height());
            variants.put(option.key(), chart.option());
        }
        List<Share> shares = results.query.rows(Share.class, plans.options().getFirst().key());
        List<String> states = Arrays.stream(UnitState.values()).map(UnitState::key).toList();
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (Share row : shares) {
            int index = states.indexOf(row.state());
            if (index >= 0) {
                sums.computeIfAbsent(row.unit(), k -> new double[states.size()])[index] +=
                        row.days();
            }
        }
        List<Column> columns = new ArrayList<>(List.of(Column.words("Unit")));
        states.forEach(state -> columns.add(Column.number(GanttChart.stateName(state))));
        List<Table.Row> table = new ArrayList<>();
        sums.keySet().stream()
                .sorted()
                .forEach(unit -> {
                    double[] days = sums.getOrDefault(unit, new double[0]);
                    List<Cell> cells = new ArrayList<>();
                    cells.add(
                            Cell.of(
                                    names.getOrDefault(
                                            plans.options().getFirst().key() + "\n" + unit,
                                            Say.words(unit))));
                    for (double day : days) {
                        cells.add(Cell.of(Say.count(Math.round(day), "day", "days")));
                    }
                    table.add(Table.Row.of(cells.toArray(Cell[]::new)));
                });
        String thin =
                longest > 1
                        ? " Intervals shorter than %d days are drawn as full.".formatted(longest)
                        : "";
        String which =
                few
                        ? "%d %s of the fleet".formatted(MOST_UNITS, results.units())
                        : "Every " + results.unit;
        return List.of(
                new Block.Chart(
                        new Figure(
                                "gantt",
                                which + ", day by day, in the first run",
                                Text.of(
                                        "This is one possible history, not a forecast: another run breaks other parts on other days. The taller the bar, the better the state."
                                                + thin),
                                List.of(plans),
                                List.of(
                                        new Figure.Panel(
                                                "gantt-chart",
                                                "",
                                                height,
                                                "States of every %s over time in one run"
                                                        .formatted(results.unit),
                                                variants)),
                                new Table(
                                        "gantt-table",
                                        "Days in each state in that run, "
                                                + results.planName(
                                                        plans.options().getFirst().key()),
                                        columns,
                                        table),
                                Map.of())));
    }

    /// All units, or evenly spaced ones where there are too many to draw.
    private static List<String> some(List<String> units) {
        return units.size() <= MOST_UNITS
                ? units
                : IntStream.range(0, MOST_UNITS)
                        .mapToObj(i -> units.get(i * units.size() / MOST_UNITS))
                        .toList();
    }

    /// One bar of full strength for each unit from its first to its last day in service, on which
    /// the other states are drawn.
    private static List<GanttChart.Bar> inService(List<Interval> rows, List<String> units) {
        List<GanttChart.Bar> bars = new ArrayList<>();
        for (String unit : units) {
            LocalDate from = null;
            LocalDate to = null;
            for (Interval row : rows) {
                String state = row.state();
                if (row.unit().equals(unit)
                        && !state.equals(UnitState.NOT_DELIVERED.key())
                        && !state.equals(UnitState.DEPLOYING.key())) {
                    from = from == null ? row.first() : from;
                    to = row.last();
                }
            }
            if (from != null && to != null) {
                bars.add(
                        new GanttChart.Bar(
                                units.indexOf(unit),
                                from,
                                to,
                                UnitState.FULL.key(),
                                "In service, full unless drawn otherwise"));
            }
        }
        return bars;
    }

    private static long days(Interval row) {
        return row.last().toEpochDay() - row.first().toEpochDay() + 1;
    }

    /// The least length of an interval so that not too many are drawn.
    private static long leastDays(List<Interval> rows) {
        if (rows.size() <= MOST_BARS) {
            return 1;
        }
        long[] lengths = rows.stream().mapToLong(OneHistory::days).sorted().toArray();
        return lengths[lengths.length - MOST_BARS] + 1;
    }
}
