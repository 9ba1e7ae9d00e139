package parapet.view.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import parapet.sustain.UnitState;
import parapet.view.chart.GanttChart;
import parapet.view.chart.State;
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

    public OneHistory(Results results) {
        this.results = results;
    }

    public List<Block> blocks() {
        Map<String, List<Interval>> byPlan = new LinkedHashMap<>();
        for (Interval row : results.rows(Interval.class)) {
            byPlan.computeIfAbsent(row.plan(), k -> new ArrayList<>()).add(row);
        }
        if (byPlan.isEmpty()) {
            return List.of(Block.quiet("There is no unit whose states could be drawn."));
        }
        Map<String, String> names = new LinkedHashMap<>();
        results.rows(UnitName.class)
                .forEach(row -> names.put(row.plan() + "\n" + row.unit(), row.name()));
        // one history tells what a history is; that of every plan would be half of the page
        String plan =
                byPlan.containsKey(results.reference)
                        ? results.reference
                        : byPlan.keySet().iterator().next();
        List<Interval> all = byPlan.getOrDefault(plan, List.of());
        List<String> every = all.stream().map(Interval::unit).distinct().toList();
        List<String> units = some(every);
        List<Interval> of = all.stream().filter(row -> units.contains(row.unit())).toList();
        long least =
                leastDays(
                        of.stream()
                                .filter(row -> !row.state().equals(UnitState.FULL.key()))
                                .toList());
        GanttChart chart =
                new GanttChart(
                        units.stream().map(unit -> name(names, plan, unit)).toList(),
                        bars(of, units, least));
        String which =
                units.size() < every.size()
                        ? "%d %s of the fleet".formatted(MOST_UNITS, results.units())
                        : "Every " + results.unit;
        return List.of(
                new Block.Chart(
                        new Figure(
                                "gantt",
                                Map.of(
                                        "",
                                        "One possible history: %s, day by day, in the first draw of “%s”"
                                                .formatted(
                                                        which.toLowerCase(Locale.ENGLISH),
                                                        results.planName(plan))),
                                Text.of(
                                        "Not a forecast: another draw breaks other parts on other days. The taller the bar, the better the state.%s"
                                                .formatted(
                                                        least > 1
                                                                ? " Intervals shorter than %d days are drawn as full."
                                                                        .formatted(least)
                                                                : "")),
                                List.of(),
                                List.of(
                                        new Figure.Panel(
                                                "gantt-chart",
                                                "",
                                                chart.height(),
                                                Map.of("", chart.option()))),
                                new Table(
                                        "gantt-table",
                                        "Days in each state in that draw",
                                        columns(),
                                        days(names, plan)),
                                Map.of())));
    }

    private static String name(Map<String, String> names, String plan, String unit) {
        return names.getOrDefault(plan + "\n" + unit, Say.words(unit));
    }

    private List<GanttChart.Bar> bars(List<Interval> of, List<String> units, long least) {
        List<GanttChart.Bar> bars = inService(of, units);
        for (Interval row : of) {
            if (!row.state().equals(UnitState.FULL.key()) && days(row) >= least) {
                String tip =
                        State.nameOf(row.state())
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
        }
        return bars;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.words("Unit")));
        for (UnitState state : UnitState.values()) {
            columns.add(Column.number(State.nameOf(state.key()), "days"));
        }
        return columns;
    }

    private List<Table.Row> days(Map<String, String> names, String plan) {
        List<String> states = Arrays.stream(UnitState.values()).map(UnitState::key).toList();
        Map<String, double[]> sums = new TreeMap<>();
        for (Share row : results.rows(Share.class, plan)) {
            int index = states.indexOf(row.state());
            if (index >= 0) {
                sums.computeIfAbsent(row.unit(), k -> new double[states.size()])[index] +=
                        row.days();
            }
        }
        List<Table.Row> table = new ArrayList<>();
        sums.forEach((unit, days) -> {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(name(names, plan, unit)));
            for (double day : days) {
                cells.add(Cell.of("%,d".formatted(Math.round(day))).with(day));
            }
            table.add(new Table.Row("", false, "", cells));
        });
        return table;
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
