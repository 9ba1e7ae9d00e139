package parapet.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.view.chart.BandLines;
import parapet.view.chart.FanChart;
import parapet.view.chart.StackChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;

/// The figures of one raid: shares stopped, the first night by hours, rounds by nights, and why
/// targets got through. Runs are those of the table `forces`, joined with the battle that each met.
final class RaidFigures {
    private static final List<String> COLOURS =
            List.of("var(--c0)", "var(--c5)", "var(--c2)", "var(--c6)", "var(--c3)");

    private final Results results;
    private final Parts parts;
    private final SkyNumbers sky;

    RaidFigures(Results results) {
        this.results = results;
        this.parts = new Parts(results);
        this.sky = new SkyNumbers(results);
    }

    List<Block> blocks(String raid) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(new ShareFigure(results).blocks(raid));
        blocks.addAll(reasons(raid));
        blocks.addAll(hours(raid));
        blocks.addAll(nights(raid));
        return blocks.isEmpty()
                ? List.of(DelaySection.quiet("The run holds no battle of this raid."))
                : blocks;
    }

    /// The runs that a raid came to, as a table expression `f` for SQL.
    static String forces(String raid, List<String> plans) {
        return "f as (select plan, day, draw, replication, battle from forces where raid = '%s' and plan in (%s))"
                .formatted(Parts.sql(raid), SkyNumbers.in(plans));
    }

    private static String key(Row row) {
        return row.text("plan") + "|" + row.date("day");
    }

    /// Rows by plan and date, in the order of both choices.
    private static Map<String, List<Row>> byVariant(List<Row> rows) {
        Map<String, List<Row>> byVariant = new LinkedHashMap<>();
        rows.forEach(row -> byVariant.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row));
        return byVariant;
    }

    /// Choices of plan and date; empty when there is nothing to choose from.
    private List<Figure.Choice> choices(List<Row> rows) {
        Set<String> plans = new LinkedHashSet<>();
        Set<LocalDate> days = new java.util.TreeSet<LocalDate>().descendingSet();
        for (Row row : rows) {
            plans.add(row.text("plan"));
            LocalDate day = row.date("day");
            if (day != null) {
                days.add(day);
            }
        }
        return List.of(
                parts.planChoice(DelaySection.ordered(results, plans)),
                new Figure.Choice(
                        "Date",
                        false,
                        days.stream()
                                .map(day -> new Figure.Option(day.toString(), Say.month(day)))
                                .toList()));
    }

    /// Draws one variant of a figure.
    private interface Variant {
        /// Options of the panels by panel, and the rows of the table, of some rows of the answer.
        List<Table.Row> draw(List<Row> rows, List<Map<String, Object>> panels);
    }

    /// One panel: its title and height.
    private record Panel(String title, int height) {}

    private Block figure(
            String id,
            String title,
            String reading,
            List<Row> rows,
            List<Panel> panels,
            List<Column> columns,
            Variant variant) {
        Map<String, List<Row>> byVariant = byVariant(rows);
        List<Figure.Choice> choices = choices(rows);
        List<Map<String, Map<String, Object>>> options = new ArrayList<>();
        panels.forEach(panel -> options.add(new LinkedHashMap<>()));
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        for (Figure.Option plan : choices.getFirst().options()) {
            for (Figure.Option day : choices.getLast().options()) {
                String key = plan.key() + "|" + day.key();
                List<Map<String, Object>> drawn = new ArrayList<>();
                List<Table.Row> table = variant.draw(byVariant.getOrDefault(key, List.of()), drawn);
                for (int i = 0; i < panels.size(); i++) {
                    options.get(i).put(key, drawn.get(i));
                }
                tables.put(key, Parts.plain(table));
                first = first.isEmpty() ? table : first;
            }
        }
        List<Figure.Panel> shown = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = panels.get(i);
            shown.add(
                    new Figure.Panel(
                            id + "-chart-" + i,
                            panel.title,
                            panel.height,
                            panel.title.isEmpty() ? title : title + ": " + panel.title,
                            options.get(i)));
        }
        return new Block.Chart(
                new Figure(
                        id,
                        title,
                        Text.of(reading),
                        choices,
                        shown,
                        new Table(id + "-table", title, columns, first),
                        tables));
    }

    private List<Block> reasons(String raid) {
        List<Row> rows =
                results.ask(
                        """
                        with %s, n as (select plan, day, count(*) as n from f group by all)
                        select f.plan, f.day, r.target, r.reason, sum(r.leaked) / any_value(n.n) as mean
                        from f join reasons r on r.raid = '%s' and r.draw = f.draw and r.battle = f.battle
                          join n on n.plan = f.plan and n.day = f.day
                        where r.leaked > 0 group by f.plan, f.day, r.target, r.reason order by mean desc
                        """
                                .formatted(forces(raid, sky.shown()), Parts.sql(raid)));
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Double> totals = new LinkedHashMap<>();
        Set<String> targets = new LinkedHashSet<>();
        for (Row row : rows) {
            totals.merge(row.text("reason"), row.number("mean"), Double::sum);
            targets.add(row.text("target"));
        }
        List<String> reasons =
                totals.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        List<String> classes = List.copyOf(targets);
        String title = "Why targets got through, first night: “%s”".formatted(Say.words(raid));
        List<Row> own =
                byVariant(rows)
                        .getOrDefault(
                                results.reference
                                        + "|"
                                        + choices(rows).getLast().options().getFirst().key(),
                                List.of());
        int height = new StackChart("", classes, List.of()).height();
        return List.of(
                new Block.Paragraph(why(own), false),
                figure(
                        Say.anchor("why", raid),
                        title,
                        "The furthest link at which the chain of every battery broke: of all batteries the one that came nearest to stopping the target gives the reason. Mean over the runs.",
                        rows,
                        List.of(new Panel("", height)),
                        List.of(
                                Column.words("Class of target"),
                                Column.words("Reason"),
                                Column.number("Targets, mean")),
                        (of, panels) -> {
                            panels.add(stack(of, classes, reasons).option());
                            return of.stream()
                                    .map(row ->
                                            Table.Row.of(
                                                    Cell.of(Say.words(row.text("target"))),
                                                    Cell.of(row.text("reason")),
                                                    Cell.of(Say.number(row.number("mean")))))
                                    .toList();
                        }));
    }

    private static StackChart stack(List<Row> rows, List<String> classes, List<String> reasons) {
        List<StackChart.Part> stack = new ArrayList<>();
        for (String reason : reasons) {
            double[] values = new double[classes.size()];
            List<String> tips = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                for (Row row : rows) {
                    if (row.text("reason").equals(reason)
                            && row.text("target").equals(classes.get(i))) {
                        values[i] = row.number("mean");
                    }
                }
                tips.add(
                        "%s\n%s: %s targets"
                                .formatted(
                                        Say.words(classes.get(i)), reason, Say.number(values[i])));
            }
            stack.add(new StackChart.Part(reason, values, tips));
        }
        return new StackChart("targets", classes.stream().map(Say::words).toList(), stack);
    }

    /// The two greatest reasons of the reference plan, in words.
    private static Text why(List<Row> rows) {
        double all = rows.stream().mapToDouble(row -> row.number("mean")).sum();
        Map<String, Double> totals = new LinkedHashMap<>();
        rows.forEach(row -> totals.merge(row.text("reason"), row.number("mean"), Double::sum));
        if (!(all > 0)) {
            return Text.of("Nothing gets through on the first night.");
        }
        List<Map.Entry<String, Double>> most =
                totals.entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .limit(2)
                        .toList();
        Text.Builder text =
                new Text.Builder()
                        .say(
                                "Of %s targets that get through on the first night, "
                                        .formatted(SkyNumbers.count(all)))
                        .strong(
                                "%s: %s"
                                        .formatted(
                                                Say.percent(most.getFirst().getValue() / all),
                                                most.getFirst().getKey()));
        if (most.size() > 1) {
            text.say(
                    "; %s: %s"
                            .formatted(
                                    Say.percent(most.getLast().getValue() / all),
                                    most.getLast().getKey()));
        }
        return text.say(".").build();
    }

    private List<Block> hours(String raid) {
        List<Row> rows =
                results.ask(
                        """
                        with %1$s, h as (select draw, battle, hour, kind, sum(number) as number from hours where raid = '%2$s' group by all),
                          t as (select unnest(range(0, coalesce((select max(hour) from h), -1) + 1)) as hour),
                          k as (select unnest(['leaked', 'fired']) as kind)
                        select f.plan, f.day, t.hour, k.kind, quantile_cont(coalesce(h.number, 0), 0.05) as q05, quantile_cont(coalesce(h.number, 0), 0.25) as q25,
                          quantile_cont(coalesce(h.number, 0), 0.5) as q50, quantile_cont(coalesce(h.number, 0), 0.75) as q75, quantile_cont(coalesce(h.number, 0), 0.95) as q95
                        from f cross join t cross join k left join h on h.draw = f.draw and h.battle = f.battle and h.hour = t.hour and h.kind = k.kind
                        group by f.plan, f.day, t.hour, k.kind order by t.hour
                        """
                                .formatted(forces(raid, sky.shown()), Parts.sql(raid)));
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                figure(
                        Say.anchor("hours", raid),
                        "The first night hour by hour: “%s”".formatted(Say.words(raid)),
                        "Line: median of each hour; band: 9 of 10 runs. Hours count from the start of the raid; an hour's median need not belong to one run.",
                        rows,
                        List.of(
                                new Panel("Targets that got through", 330),
                                new Panel("Rounds fired", 330)),
                        List.of(
                                Column.words("Hour"),
                                Column.number("Got through, median"),
                                Column.number("Got through, 9 of 10 runs"),
                                Column.number("Rounds fired, median"),
                                Column.number("Rounds fired, 9 of 10 runs")),
                        (of, panels) -> {
                            List<Row> leaked = kind(of, "leaked");
                            List<Row> fired = kind(of, "fired");
                            panels.add(hourly("targets", "Got through", "var(--worse)", leaked));
                            panels.add(hourly("rounds", "Fired", "var(--ready)", fired));
                            List<Table.Row> table = new ArrayList<>();
                            for (int i = 0; i < Math.min(leaked.size(), fired.size()); i++) {
                                table.add(
                                        Table.Row.of(
                                                Cell.of(hour(leaked.get(i))),
                                                Cell.of(Say.number(leaked.get(i).number("q50"))),
                                                Cell.of(range(leaked.get(i))),
                                                Cell.of(Say.number(fired.get(i).number("q50"))),
                                                Cell.of(range(fired.get(i)))));
                            }
                            return table;
                        }));
    }

    private static List<Row> kind(List<Row> rows, String kind) {
        return rows.stream().filter(row -> row.text("kind").equals(kind)).toList();
    }

    private static String hour(Row row) {
        return Integer.toString(row.integer("hour") + 1);
    }

    private static String range(Row row) {
        return Say.range(row.number("q05"), row.number("q95"), "");
    }

    private static Map<String, Object> hourly(
            String yName, String name, String colour, List<Row> rows) {
        return new BandLines(
                        "hour",
                        yName,
                        rows.stream().map(RaidFigures::hour).toList(),
                        List.of(new FanChart.Band(name, colour, false, bands(rows))))
                .option();
    }

    private static double[][] bands(List<Row> rows) {
        double[][] bands = new double[5][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            double[] quantiles = rows.get(i).quantiles("q");
            for (int k = 0; k < 5; k++) {
                bands[k][i] = quantiles[k];
            }
        }
        return bands;
    }

    private List<Block> nights(String raid) {
        List<Row> rows =
                results.ask(
                        """
                        with %1$s, s as (select draw, battle, round, 0 as night, sum("fired" + "left") as stock from rounds where raid = '%2$s' and night = 1 group by all
                          union all select draw, battle, round, night, sum("left") from rounds where raid = '%2$s' group by all)
                        select f.plan, f.day, s.round, s.night, quantile_cont(stock, 0.05) as q05, quantile_cont(stock, 0.25) as q25,
                          quantile_cont(stock, 0.5) as q50, quantile_cont(stock, 0.75) as q75, quantile_cont(stock, 0.95) as q95
                        from f join s on s.draw = f.draw and s.battle = f.battle
                        group by f.plan, f.day, s.round, s.night order by s.round, s.night
                        """
                                .formatted(forces(raid, sky.shown()), Parts.sql(raid)));
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                figure(
                        Say.anchor("nights", raid),
                        "Rounds left after each night: “%s”".formatted(Say.words(raid)),
                        "Rounds with the batteries that fight, by kind. Line: median; band: 9 of 10 runs. Nothing is brought forward between the nights.",
                        rows,
                        List.of(new Panel("", 340)),
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
                                                    Cell.of(Say.words(row.text("round"))),
                                                    Cell.of(night(row.integer("night"))),
                                                    Cell.of(Say.number(row.number("q50"))),
                                                    Cell.of(range(row))))
                                    .toList();
                        }));
    }

    private static String night(int night) {
        return night == 0 ? "before" : "night " + night;
    }

    private static Map<String, Object> nightly(List<Row> rows) {
        Map<String, List<Row>> byRound = new LinkedHashMap<>();
        Set<String> steps = new LinkedHashSet<>();
        for (Row row : rows) {
            byRound.computeIfAbsent(row.text("round"), k -> new ArrayList<>()).add(row);
            steps.add(night(row.integer("night")));
        }
        List<FanChart.Band> bands = new ArrayList<>();
        byRound.forEach((round, of) ->
                bands.add(
                        new FanChart.Band(
                                Say.words(round),
                                COLOURS.get(bands.size() % COLOURS.size()),
                                false,
                                bands(of))));
        return new BandLines("", "rounds left", List.copyOf(steps), bands).option();
    }
}
