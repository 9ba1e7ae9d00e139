package parapet.view.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import parapet.view.chart.Bars;
import parapet.view.chart.MoneyChart;
import parapet.view.chart.State;
import parapet.view.chart.TimeChart;
import parapet.view.chart.TimeChart.Line;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.Results;
import parapet.view.read.StandingRows.Cause;
import parapet.view.read.StandingRows.Month;
import parapet.view.words.Say;

/// Units promised, delivered, able to fight and fully ready: as lines over the years, as a stack of
/// states, and as a stack of the causes that keep them from being fully ready.
public final class Standing {
    private static final int MOST_CAUSES = 9;

    private final Results results;
    private final Parts parts;
    private final Map<String, List<Month>> byPlan = new LinkedHashMap<>();

    public Standing(Results results) {
        this.results = results;
        this.parts = new Parts(results);
        for (Month row : results.rows(Month.class, results.info.asOf())) {
            byPlan.computeIfAbsent(row.plan(), k -> new ArrayList<>()).add(row);
        }
    }

    /// What the words mean that count units.
    public static String meaning(String unit) {
        return "Fully ready: every part works. Able to fight: in service, and fully ready or degraded (some part is missing, the %s still fights)."
                .formatted(unit);
    }

    /// The picture of the first screen; null when no unit is due.
    public @Nullable Figure picture() {
        if (byPlan.isEmpty()) {
            return null;
        }
        var variants = new LinkedHashMap<String, Map<String, Object>>();
        var titles = new LinkedHashMap<String, String>();
        Figure.Choice plans = parts.planChoice(parts.ordered(byPlan.keySet()));
        for (Figure.Option plan : plans.options()) {
            List<Month> of = byPlan.getOrDefault(plan.key(), List.of());
            variants.put(plan.key(), lines(of).option());
            titles.put(plan.key(), title(plan.key(), of));
        }
        return new Figure(
                "picture",
                titles,
                Text.of(""),
                List.of(plans),
                List.of(new Figure.Panel("picture-chart", "", 205, variants)),
                table("picture-table"),
                Map.of());
    }

    private String title(String plan, List<Month> of) {
        Month last = of.getLast();
        return "%s: %s of %s fully ready in %s"
                .formatted(
                        results.planName(plan),
                        Say.tenths(last.ready()),
                        Say.tenths(last.promised()),
                        Say.month(last.month()));
    }

    private Table table(String id) {
        return new Table(
                id,
                "%s by state in March and September: means; of those fully ready where 9 of 10 draws lie"
                        .formatted(Say.words(results.units())),
                List.of(
                        Column.words("Month"),
                        Column.number("Promised", results.units()),
                        Column.number("Delivered", results.units()),
                        Column.number("Able to fight", results.units()),
                        Column.number("Fully ready", results.units()),
                        Column.number("Down", results.units()),
                        Column.number("Away", results.units())),
                List.of());
    }

    /// The months of the table: March and September, and that of the as-of date.
    private List<Month> halfYears(List<Month> of) {
        YearMonth now = YearMonth.from(results.info.asOf());
        return of.stream()
                .filter(m ->
                        m.month().getMonthValue() % 6 == 3 || YearMonth.from(m.month()).equals(now))
                .toList();
    }

    private static Table.Row row(Month m) {
        return Table.Row.of(
                Cell.of(Say.month(m.month())),
                number(m.promised()),
                number(m.delivered()),
                number(m.fight()),
                Cell.of(
                                Say.number(hundredths(m.ready())),
                                Say.range(hundredths(m.ready05()), hundredths(m.ready95()), ""))
                        .with(
                                hundredths(m.ready()),
                                hundredths(m.ready05()),
                                hundredths(m.ready95())),
                number(m.down()),
                number(m.away()));
    }

    private static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }

    private static Cell number(double value) {
        double shown = hundredths(value);
        return Cell.of(Say.number(shown)).with(shown);
    }

    private TimeChart lines(List<Month> of) {
        return new TimeChart(
                results.units(),
                of.stream().map(Month::month).toList(),
                now(of),
                List.of(
                        Line.plain(
                                "promised", "var(--promised)", values(of, Month::promised), true),
                        Line.plain(
                                "delivered",
                                "var(--delivered)",
                                values(of, Month::delivered),
                                false),
                        Line.plain(
                                "able to fight", "var(--fight)", values(of, Month::fight), false),
                        new Line(
                                "fully ready",
                                "var(--ready)",
                                values(of, Month::ready),
                                values(of, Month::ready05),
                                values(of, Month::ready95),
                                false)),
                false);
    }

    private @Nullable LocalDate now(List<Month> of) {
        LocalDate asOf = results.info.asOf();
        return of.isEmpty()
                        || asOf.isBefore(of.getFirst().month())
                        || asOf.isAfter(of.getLast().month())
                ? null
                : asOf;
    }

    private static double[] values(List<Month> of, ToDoubleFunction<Month> value) {
        return of.stream().mapToDouble(m -> hundredths(value.applyAsDouble(m))).toArray();
    }

    /// The stack of states, and beside it that of causes.
    public List<Block> stacks() {
        if (byPlan.isEmpty()) {
            return List.of(
                    Block.quiet("No unit is due in this scenario, so there is nothing to draw."));
        }
        return List.of(new Block.Beside(List.of(states(), causes())));
    }

    private Block states() {
        Figure.Choice plans = parts.planChoice(parts.ordered(byPlan.keySet()));
        return new Variants("states", List.of(plans))
                .figure(
                        "Means over %s, stacked: every promised %s is in one state."
                                .formatted(Say.count(results.runs, "draw", "draws"), results.unit),
                        List.of(new Variants.Panel("states-chart", "", 340)),
                        table("states-table"),
                        chosen -> {
                            List<Month> of = byPlan.getOrDefault(chosen.getFirst(), List.of());
                            return new Variants.Drawn(
                                    finding(of),
                                    List.of(stack(of).option()),
                                    halfYears(of).stream().map(Standing::row).toList());
                        });
    }

    /// What the stack of states finds: how many are lost from now on, and to which state most.
    private String finding(List<Month> of) {
        List<Month> ahead =
                of.stream().filter(m -> m.month().isAfter(results.info.asOf())).toList();
        List<Month> over = ahead.isEmpty() ? of : ahead;
        var lost = new LinkedHashMap<String, Double>();
        lost.put("degraded", mean(over, Month::degraded));
        lost.put("down", mean(over, Month::down));
        lost.put("away", mean(over, Month::away));
        lost.put("still to come", mean(over, Month::due) + mean(over, Month::deploying));
        Map.Entry<String, Double> most =
                lost.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        String rest = Say.tenths(most.getValue());
        return "%s, %s of %s promised %s are fully ready; of the rest most, %s, %s"
                .formatted(
                        ahead.isEmpty() ? "On average" : "From now on, on average",
                        Say.tenths(mean(over, Month::ready)),
                        Say.tenths(mean(over, Month::promised)),
                        results.units(),
                        rest,
                        (rest.equals("1") ? "is " : "are ") + most.getKey());
    }

    private static double mean(List<Month> of, ToDoubleFunction<Month> value) {
        return of.stream().mapToDouble(value).average().orElse(0);
    }

    private TimeChart stack(List<Month> of) {
        var lines = new ArrayList<Line>();
        for (State state : State.ALL) {
            double[] values =
                    values(
                            of,
                            switch (state.key()) {
                                case "full" -> Month::ready;
                                case "degraded" -> Month::degraded;
                                case "down" -> Month::down;
                                case "away" -> Month::away;
                                case "deploying" -> Month::deploying;
                                default -> Month::due;
                            });
            lines.add(Line.plain(state.name(), state.colour(), values, false));
        }
        return new TimeChart(
                results.units(), of.stream().map(Month::month).toList(), now(of), lines, true);
    }

    private Block causes() {
        List<Cause> rows = results.rows(Cause.class);
        var all = new LinkedHashMap<String, List<Cause>>();
        var years = new TreeSet<Integer>();
        var weight = new LinkedHashMap<String, Double>();
        for (Cause row : rows) {
            all.computeIfAbsent(row.plan(), k -> new ArrayList<>()).add(row);
            years.add(row.fiscalYear());
            weight.merge(label(row), units(row), Double::sum);
        }
        if (rows.isEmpty()) {
            return Block.quiet("No day was lost in this run.");
        }
        List<String> causes =
                weight.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Double>comparingByValue(
                                        Comparator.reverseOrder()))
                        .map(Map.Entry::getKey)
                        .toList();
        List<String> shown = causes.subList(0, Math.min(MOST_CAUSES, causes.size()));
        List<Integer> span = List.copyOf(years);
        Figure.Choice plans = parts.planChoice(parts.ordered(all.keySet()));
        var columns = new ArrayList<Column>(List.of(Column.words("Fiscal year")));
        shown.forEach(c -> columns.add(Column.number(c, results.units())));
        columns.add(Column.number("Other reasons", results.units()));
        return new Variants("causes", List.of(plans))
                .figure(
                        "Mean number of promised %s that are not fully ready in a fiscal year, each day posted to one cause."
                                .formatted(results.units()),
                        List.of(new Variants.Panel("causes-chart", "", 340)),
                        new Table(
                                "causes-table",
                                "%s not fully ready by fiscal year and cause"
                                        .formatted(Say.words(results.units())),
                                columns,
                                List.of()),
                        chosen -> {
                            List<Cause> of = all.getOrDefault(chosen.getFirst(), List.of());
                            return new Variants.Drawn(
                                    "What keeps them from it: " + most(of),
                                    List.of(stackOf(of, shown, span)),
                                    tableOf(of, shown, span));
                        });
    }

    private static String label(Cause row) {
        return State.nameOf(row.label());
    }

    /// The cause that costs most days in the years that lie ahead; where none does, in all.
    private String most(List<Cause> of) {
        OptionalInt ahead = results.time.firstAhead();
        String when = ahead.isPresent() ? "from now on " : "";
        var sums = new LinkedHashMap<String, Double>();
        of.stream()
                .filter(c -> c.fiscalYear() >= ahead.orElse(results.time.firstYear()))
                .forEach(c -> sums.merge(label(c), c.days(), Double::sum));
        double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        return sums.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e ->
                        "%smost of it is “%s”, %s of the days"
                                .formatted(when, e.getKey(), Say.percent(e.getValue() / all)))
                .orElse(when + "nothing");
    }

    /// Mean number of units that a cause keeps from being fully ready in what is simulated of its
    /// fiscal year.
    private double units(Cause c) {
        return c.days() / results.time.days(c.fiscalYear(), c.fiscalYear());
    }

    private double[] units(List<Cause> of, String cause, List<Integer> years) {
        var values = new double[years.size()];
        for (Cause c : of) {
            if (label(c).equals(cause)) {
                values[years.indexOf(c.fiscalYear())] += units(c);
            }
        }
        return values;
    }

    private Map<String, Object> stackOf(List<Cause> of, List<String> shown, List<Integer> years) {
        var lines = new ArrayList<MoneyChart.Cause>();
        double[] other = new double[years.size()];
        of.stream()
                .filter(c -> !shown.contains(label(c)))
                .forEach(c -> other[years.indexOf(c.fiscalYear())] += units(c));
        for (String cause : shown) {
            lines.add(bar(cause, results.palette.of("cause", cause), units(of, cause, years)));
        }
        if (Arrays.stream(other).sum() > 0) {
            lines.add(bar("Other reasons", "var(--muted)", other));
        }
        return Bars.stacked(
                results.units(),
                years.stream().map(results.info.frame().fiscalYears()::name).toList(),
                lines);
    }

    private static MoneyChart.Cause bar(String name, String colour, double[] values) {
        return new MoneyChart.Cause(
                name, colour, Arrays.stream(values).map(Standing::hundredths).toArray());
    }

    private List<Table.Row> tableOf(List<Cause> of, List<String> shown, List<Integer> years) {
        var rows = new ArrayList<Table.Row>();
        for (int year : years) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(results.info.frame().fiscalYears().name(year)));
            double rest = 0;
            var byCause = new LinkedHashMap<String, Double>();
            for (Cause c : of) {
                if (c.fiscalYear() == year) {
                    if (shown.contains(label(c))) {
                        byCause.merge(label(c), units(c), Double::sum);
                    } else {
                        rest += units(c);
                    }
                }
            }
            for (String cause : shown) {
                cells.add(number(byCause.getOrDefault(cause, 0.0)));
            }
            cells.add(number(rest));
            rows.add(new Table.Row("", false, "", cells));
        }
        return rows;
    }
}
