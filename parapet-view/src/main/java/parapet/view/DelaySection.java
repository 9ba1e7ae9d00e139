package parapet.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.view.Results.Difference;
import parapet.view.Results.Estimate;
import parapet.view.Results.Metric;
import parapet.view.chart.BandDots;
import parapet.view.chart.FanChart;
import parapet.view.chart.SlipChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;

/// Question 1: what did the delay cost, and what if it slips again?
final class DelaySection {
    private static final int SINGLE_RUNS = 20;
    private static final int MOST_PANELS = 6;

    private final Results results;
    private final Parts parts;

    DelaySection(Results results) {
        this.results = results;
        this.parts = new Parts(results);
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("ready", "Promised, delivered, ready"));
        blocks.addAll(fan());
        blocks.add(new Block.Heading("lost", "Time lost"));
        blocks.addAll(lost());
        blocks.addAll(new RepairSection(results).waterfall(true));
        blocks.add(new Block.Heading("again", "If it slips again"));
        blocks.addAll(slipPrice());
        blocks.add(new Block.Heading("promises", "How promises slipped"));
        blocks.addAll(slips());
        blocks.addAll(hindcast());
        blocks.add(new Block.Heading("history", "One possible history"));
        blocks.addAll(new OneHistory(results).blocks());
        return new Section(
                "q1",
                "1",
                "What did the delay cost, and what if it slips again?",
                answers(),
                blocks);
    }

    /// Units in the month of a day: quantiles of promised, delivered and ready.
    @Nullable Row at(LocalDate day) {
        List<Row> rows =
                results.ask(
                        """
                        with m as (select draw, replication, promised, ready from readiness
                          where plan = '%1$s' and month = date_trunc('month', date '%2$s')),
                          c as (select draw, replication, count(*) filter (arrived <= date '%2$s') as delivered
                            from deliveries where plan = '%1$s' group by all),
                          r as (select m.*, coalesce(c.delivered, 0) as delivered from m left join c using (draw, replication))
                        select count(*) as n, avg(promised) as promised,
                          quantile_cont(delivered, 0.05) as d05, quantile_cont(delivered, 0.5) as d50, quantile_cont(delivered, 0.95) as d95,
                          avg(ready) as ready, quantile_cont(ready, 0.05) as r05, quantile_cont(ready, 0.5) as r50, quantile_cont(ready, 0.95) as r95
                        from r
                        """
                                .formatted(Parts.sql(results.reference), day));
        return rows.isEmpty() || rows.getFirst().integer("n") == 0 ? null : rows.getFirst();
    }

    private List<Text> answers() {
        List<Text> answers = new ArrayList<>();
        Row now = at(results.info.asOf());
        if (now != null) {
            answers.add(
                    new Text.Builder()
                            .say("On " + Say.day(results.info.asOf()) + ", ")
                            .strong(
                                    "%s of %s promised %s were delivered and %s ready"
                                            .formatted(
                                                    Say.tenths(now.number("d50")),
                                                    Say.tenths(now.number("promised")),
                                                    results.units(),
                                                    Say.tenths(now.number("ready"))))
                            .say(
                                    " (ready in 9 of 10 runs: %s; %s)."
                                            .formatted(
                                                    Parts.tenths(now, "r05", "r95"),
                                                    results.method()))
                            .build());
        }
        List<Metric> lost = results.metrics("lost-unit-years");
        Text.Builder text = new Text.Builder();
        for (Metric metric : lost) {
            Estimate e = results.estimate(results.reference, metric.key());
            if (e == null || metric.date() == null) {
                continue;
            }
            text.say(
                            text.isEmpty()
                                    ? "Promised but not ready, in %s-years: "
                                            .formatted(results.unit)
                                    : "; ")
                    .strong("%s by %s".formatted(Say.number(e.mean()), Say.month(metric.date())))
                    .say(" (%s)".formatted(Say.range(e.low(), e.high(), "")));
        }
        if (!text.isEmpty()) {
            text.say(
                    ". Means over %s; in brackets where 9 of 10 draws lie."
                            .formatted(Say.count(results.info.draws(), "draw", "draws")));
            parts.restsOn(text, lost.getLast().key());
            answers.add(text.build());
        }
        Difference price = price();
        if (price != null) {
            String unit = results.unitOf(results.metric(price.metric()));
            answers.add(
                    new Text.Builder()
                            .say("One more month: ")
                            .strong(Say.difference(price.perMonth(), "") + " " + unit)
                            .say(
                                    " (95 %% interval %s; %s against %s, paired on %d draws)."
                                            .formatted(
                                                    Say.differenceRange(
                                                            price.perMonth() - price.perMonthHalf(),
                                                            price.perMonth() + price.perMonthHalf(),
                                                            ""),
                                                    results.quoted(price.plan()),
                                                    results.quoted(price.against()),
                                                    price.n()))
                            .build());
        }
        if (answers.isEmpty()) {
            answers.add(Text.of("The run holds no unit and no date, so there is no answer yet."));
        }
        return answers;
    }

    /// The price of a month that the report leads with.
    @Nullable Difference price() {
        String metric =
                results.last("ready-unit-years").map(Metric::key).orElse("ready-unit-years");
        return slipping().stream()
                .filter(d -> d.metric().equals(metric))
                .max(Comparator.comparingDouble(d -> Math.abs(d.perMonth())))
                .orElse(null);
    }

    private List<Difference> slipping() {
        return results.differences.stream()
                .filter(d -> Double.isFinite(d.perMonth()) && !d.comparison().equals("reference"))
                .toList();
    }

    private List<Block> fan() {
        List<Row> rows =
                results.ask(
                        """
                        with q as (select plan, draw, replication, date_trunc('quarter', month)::date as period,
                            avg(promised) as promised, avg(delivered) as delivered, avg(ready) as ready
                          from readiness group by all)
                        select plan, period, avg(promised) as promised,
                          quantile_cont(delivered, 0.05) as d05, quantile_cont(delivered, 0.25) as d25, quantile_cont(delivered, 0.5) as d50,
                          quantile_cont(delivered, 0.75) as d75, quantile_cont(delivered, 0.95) as d95,
                          quantile_cont(ready, 0.05) as r05, quantile_cont(ready, 0.25) as r25, quantile_cont(ready, 0.5) as r50,
                          quantile_cont(ready, 0.75) as r75, quantile_cont(ready, 0.95) as r95
                        from q group by plan, period order by plan, period
                        """);
        if (rows.isEmpty()) {
            return List.of(quiet("No unit is due in this scenario, so there is nothing to draw."));
        }
        Map<String, List<Row>> byPlan = new LinkedHashMap<>();
        rows.forEach(
                row -> byPlan.computeIfAbsent(row.text("plan"), k -> new ArrayList<>()).add(row));
        Map<String, List<double[]>> single = singleRuns();
        Figure.Choice plans = parts.planChoice(ordered(results, byPlan.keySet()));
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        for (Figure.Option option : plans.options()) {
            List<Row> of = byPlan.getOrDefault(option.key(), List.of());
            variants.put(
                    option.key(), fanOf(of, single.getOrDefault(option.key(), List.of())).option());
            List<Table.Row> table = of.stream().map(this::fanRow).toList();
            tables.put(option.key(), Parts.plain(table));
            if (first.isEmpty()) {
                first = table;
            }
        }
        Figure.Choice mode =
                new Figure.Choice(
                        "Show",
                        true,
                        List.of(
                                new Figure.Option("band", "bands"),
                                new Figure.Option(
                                        "run",
                                        "%d single runs"
                                                .formatted(Math.min(SINGLE_RUNS, results.runs)))));
        String title =
                "%s promised, delivered and ready, by quarter"
                        .formatted(Say.words(results.units()));
        return List.of(
                new Block.Chart(
                        new Figure(
                                "fan",
                                title,
                                Text.of(
                                        "The dashed line is what was due. The dark band holds the middle half of the %s, the light band 9 of 10; the line is the median of that quarter, which need not be one run. Single runs show how jagged one history is."
                                                .formatted(Say.count(results.runs, "run", "runs"))),
                                List.of(plans, mode),
                                List.of(new Figure.Panel("fan-chart", "", 420, title, variants)),
                                new Table(
                                        "fan-table",
                                        title + ": quarter means",
                                        List.of(
                                                Column.words("Quarter"),
                                                Column.number("Promised"),
                                                Column.number("Delivered, median"),
                                                Column.number("Delivered, 9 of 10 runs"),
                                                Column.number("Ready, median"),
                                                Column.number("Ready, 5 of 10 runs"),
                                                Column.number("Ready, 9 of 10 runs")),
                                        first),
                                tables)));
    }

    static List<String> ordered(Results results, Set<String> keys) {
        List<String> ordered = new ArrayList<>(results.plans.keySet());
        ordered.retainAll(keys);
        keys.stream().filter(key -> !ordered.contains(key)).forEach(ordered::add);
        return ordered;
    }

    private Table.Row fanRow(Row row) {
        return Table.Row.of(
                Cell.of(quarter(row.date("period"))),
                Cell.of(Say.number(row.number("promised"))),
                Cell.of(Say.number(row.number("d50"))),
                Cell.of(Say.range(row.number("d05"), row.number("d95"), "")),
                Cell.of(Say.number(row.number("r50"))),
                Cell.of(Say.range(row.number("r25"), row.number("r75"), "")),
                Cell.of(Say.range(row.number("r05"), row.number("r95"), "")));
    }

    FanChart fanOf(List<Row> rows, List<double[]> single) {
        List<String> periods = rows.stream().map(row -> quarter(row.date("period"))).toList();
        String ready = "Ready";
        List<FanChart.Run> runs =
                single.stream()
                        .filter(run -> run.length == periods.size())
                        .map(run -> new FanChart.Run(ready, "var(--ready)", run))
                        .toList();
        return new FanChart(
                periods,
                periods.indexOf(quarter(results.info.asOf())),
                results.units(),
                List.of(new FanChart.Line("Promised", "var(--promised)", column(rows, "promised"))),
                List.of(
                        new FanChart.Band("Delivered", "var(--delivered)", false, bands(rows, "d")),
                        new FanChart.Band(ready, "var(--ready)", true, bands(rows, "r"))),
                runs);
    }

    private static double[] column(List<Row> rows, String name) {
        return rows.stream().mapToDouble(row -> row.number(name)).toArray();
    }

    private static double[][] bands(List<Row> rows, String prefix) {
        return new double[][] {
            column(rows, prefix + "05"),
            column(rows, prefix + "25"),
            column(rows, prefix + "50"),
            column(rows, prefix + "75"),
            column(rows, prefix + "95")
        };
    }

    private Map<String, List<double[]>> singleRuns() {
        Map<String, Map<Integer, List<Double>>> values = new LinkedHashMap<>();
        for (Row row :
                results.ask(
                        """
                        select plan, draw, date_trunc('quarter', month)::date as period, round(avg(ready), 2) as ready
                        from readiness where draw < %d and replication = 0 group by all order by plan, draw, period
                        """
                                .formatted(SINGLE_RUNS))) {
            values.computeIfAbsent(row.text("plan"), k -> new LinkedHashMap<>())
                    .computeIfAbsent(row.integer("draw"), k -> new ArrayList<>())
                    .add(row.number("ready"));
        }
        Map<String, List<double[]>> runs = new LinkedHashMap<>();
        values.forEach((plan, byDraw) ->
                runs.put(
                        plan,
                        byDraw.values().stream()
                                .map(list ->
                                        list.stream().mapToDouble(Double::doubleValue).toArray())
                                .toList()));
        return runs;
    }

    static String quarter(@Nullable LocalDate date) {
        return date == null
                ? "–"
                : "%d Q%d".formatted(date.getYear(), (date.getMonthValue() + 2) / 3);
    }

    private List<Block> lost() {
        List<BandDots.Row> rows = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        for (Metric metric : results.metrics("lost-unit-years")) {
            Estimate e = results.estimate(results.reference, metric.key());
            if (e == null || !finite(e.quantiles())) {
                continue;
            }
            String label =
                    metric.date() == null ? metric.label() : "by " + Say.month(metric.date());
            rows.add(
                    new BandDots.Row(
                            label,
                            e.quantiles(),
                            null,
                            "var(--delivered)",
                            "%s: mean %s\n9 of 10 draws: %s\n5 of 10 draws: %s"
                                    .formatted(
                                            metric.label(),
                                            Say.number(e.mean()),
                                            Say.range(e.low(), e.high(), ""),
                                            Say.range(e.quantiles()[1], e.quantiles()[3], ""))));
            table.add(
                    Table.Row.of(
                            Cell.of(label),
                            Cell.of(
                                    Say.number(e.mean()),
                                    "± " + Say.number(e.half()) + " (95 % of the mean)"),
                            Cell.of(Say.number(e.quantiles()[2])),
                            Cell.of(Say.range(e.quantiles()[1], e.quantiles()[3], "")),
                            Cell.of(Say.range(e.low(), e.high(), "")),
                            Cell.of(Integer.toString(e.n()))));
        }
        if (rows.isEmpty()) {
            return List.of(quiet("The run reports no time lost."));
        }
        BandDots chart = new BandDots(results.unit + "-years", false, 0.0, rows);
        String title = "%s-years promised but not ready".formatted(Say.words(results.unit));
        return List.of(
                new Block.Chart(
                        new Figure(
                                "lost-figure",
                                title + ", " + results.planName(results.reference),
                                Text.of(
                                        "Dot: median draw. Thick bar: 5 of 10 draws. Thin bar: 9 of 10. It counts every day on which a promised %s was not delivered, not yet in service, degraded, down or away."
                                                .formatted(results.unit)),
                                List.of(),
                                List.of(
                                        new Figure.Panel(
                                                "lost-chart",
                                                "",
                                                chart.height(),
                                                title,
                                                Map.of("", chart.option()))),
                                new Table(
                                        "lost-table",
                                        title,
                                        List.of(
                                                Column.words("Date"),
                                                Column.number("Mean"),
                                                Column.number("Median"),
                                                Column.number("5 of 10 draws"),
                                                Column.number("9 of 10 draws"),
                                                Column.number("Draws")),
                                        table),
                                Map.of())));
    }

    private List<Block> slipPrice() {
        List<Difference> slipping = slipping();
        if (slipping.isEmpty()) {
            return List.of(
                    quiet(
                            "The scenario compares no plan with one that slips by a number of months."));
        }
        Set<String> keys = new LinkedHashSet<>();
        slipping.forEach(d -> keys.add(d.comparison()));
        Map<String, Metric> metrics = new LinkedHashMap<>();
        results.last("ready-unit-years").ifPresent(m -> metrics.put(m.key(), m));
        results.last("lost-unit-years").ifPresent(m -> metrics.put(m.key(), m));
        results.last("availability").ifPresent(m -> metrics.put(m.key(), m));
        results.cost().ifPresent(m -> metrics.put(m.key(), m));
        List<Column> columns = new ArrayList<>(List.of(Column.words("Question")));
        metrics.values().forEach(m -> columns.add(Column.number(m.label() + ", a month")));
        List<Table.Row> rows = new ArrayList<>();
        for (String key : keys) {
            List<Difference> of =
                    slipping.stream().filter(d -> d.comparison().equals(key)).toList();
            Difference any = of.getFirst();
            List<Cell> cells = new ArrayList<>();
            cells.add(
                    Cell.of(
                            any.question().isEmpty() ? Say.words(key) : any.question(),
                            "%s against %s"
                                    .formatted(
                                            results.planName(any.plan()),
                                            results.planName(any.against()))));
            for (Metric metric : metrics.values()) {
                cells.add(
                        of.stream()
                                .filter(d -> d.metric().equals(metric.key()))
                                .findFirst()
                                .map(d -> perMonth(d, metric))
                                .orElse(Cell.of("–")));
            }
            rows.add(new Table.Row(Say.anchor("c", key), false, "", cells));
        }
        return List.of(
                new Block.Grid(
                        new Table(
                                "price-table",
                                "The price of a month of slip: the difference between the two plans divided by the months between them, with the 95 % interval of the mean",
                                columns,
                                rows),
                        false,
                        false));
    }

    private Cell perMonth(Difference d, Metric metric) {
        String unit = results.unitOf(metric);
        boolean clear = Math.abs(d.perMonth()) > d.perMonthHalf();
        boolean better = d.perMonth() > 0 == metric.higherIsBetter();
        String arrow = d.perMonth() > 0 ? " ▲" : d.perMonth() < 0 ? " ▼" : "";
        return new Cell(
                Text.of(Say.difference(d.perMonth(), unit) + arrow),
                Say.differenceRange(
                        d.perMonth() - d.perMonthHalf(), d.perMonth() + d.perMonthHalf(), unit),
                d.perMonth() == 0 || !clear ? "" : better ? "better" : "worse");
    }

    private List<Block> slips() {
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
            return List.of(quiet("No dated forecast of a milestone is in the evidence."));
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

    private static String span(@Nullable LocalDate first, @Nullable LocalDate last) {
        String from = Say.month(first);
        String to = Say.month(last);
        return from.equals(to) ? from : from + " to " + to;
    }

    private List<Block> hindcast() {
        List<Row> rows = results.ask("select * from hindcast order by milestone, asOfDay");
        if (rows.isEmpty()) {
            return List.of(quiet("The study makes no forecast from the past (hindcast)."));
        }
        List<BandDots.Row> dots = new ArrayList<>();
        List<Table.Row> table = new ArrayList<>();
        int known = 0;
        int inside = 0;
        for (Row row : rows) {
            LocalDate actual = row.date("actual");
            boolean in = row.flag("inside");
            boolean scored = row.has("inside");
            known += scored ? 1 : 0;
            inside += in ? 1 : 0;
            double[] days =
                    Arrays.stream(new String[] {"p05", "p25", "p50", "p75", "p95"})
                            .mapToDouble(name -> {
                                LocalDate date = row.date(name);
                                return date == null ? Double.NaN : date.toEpochDay();
                            })
                            .toArray();
            String outcome =
                    !scored
                            ? "has not happened"
                            : actual == null
                                    ? "outside: the band has passed, and it has not happened"
                                    : in ? "inside the band" : "outside the band";
            String label =
                    Say.words(row.text("milestone")) + ", as of " + Say.month(row.date("asOfDay"));
            if (finite(days)) {
                dots.add(
                        new BandDots.Row(
                                label,
                                days,
                                actual == null ? null : (double) actual.toEpochDay(),
                                "var(--c1)",
                                "%s\n9 of 10 draws: %s\n%s"
                                        .formatted(
                                                label,
                                                span(row.date("p05"), row.date("p95")),
                                                actual == null
                                                        ? outcome
                                                        : "came %s, %s"
                                                                .formatted(
                                                                        Say.month(actual),
                                                                        outcome))));
            }
            table.add(
                    Table.Row.of(
                            Cell.of(Say.words(row.text("milestone"))),
                            Cell.of(Say.month(row.date("asOfDay"))),
                            Cell.of(Say.month(row.date("p50"))),
                            Cell.of(span(row.date("p05"), row.date("p95"))),
                            Cell.of(Say.month(actual)),
                            Cell.of(outcome)));
        }
        String score =
                known == 0
                        ? "None of these has happened yet, so the forecasts cannot be scored."
                        : "%d of %d outcomes (%s) lie inside the band that should hold 9 of 10."
                                .formatted(inside, known, Say.percent((double) inside / known));
        BandDots chart = new BandDots(null, true, null, dots);
        return List.of(
                new Block.Heading("hindcast", "Would this model have seen it coming?"),
                new Block.Paragraph(Text.of(score), false),
                new Block.Chart(
                        new Figure(
                                "hindcast-figure",
                                "Forecasts with what was known on a day, and what happened",
                                Text.of(
                                        "Each row uses only claims published by its date. Bars: 5 and 9 of 10 draws; dot: median; diamond: what happened."),
                                List.of(),
                                List.of(
                                        new Figure.Panel(
                                                "hindcast-chart",
                                                "",
                                                chart.height(),
                                                score,
                                                Map.of("", chart.option()))),
                                new Table(
                                        "hindcast-table",
                                        "Hindcast",
                                        List.of(
                                                Column.words("Milestone"),
                                                Column.words("Known up to"),
                                                Column.words("Median"),
                                                Column.words("9 of 10 draws"),
                                                Column.words("Came"),
                                                Column.words("Outcome")),
                                        table),
                                Map.of())));
    }

    private static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    static Block quiet(String text) {
        return new Block.Paragraph(Text.of(text), true);
    }
}
