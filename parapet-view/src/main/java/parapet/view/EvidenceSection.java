package parapet.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parapet.view.Results.Estimate;
import parapet.view.Results.Metric;
import parapet.view.chart.MoneyChart;
import parapet.view.chart.TornadoChart;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;

/// Question 5: which number is right, which should be checked first, and what does it cost a year?
final class EvidenceSection {
    private static final int MOST_BARS = 10;

    private final Results results;
    private final Parts parts;

    EvidenceSection(Results results) {
        this.results = results;
        this.parts = new Parts(results);
    }

    Section section() {
        List<Row> claims = results.ask("select * from evidence");
        List<Group> groups = groups(claims);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("drivers", "What to check first"));
        blocks.addAll(drivers());
        blocks.addAll(new PublishedFigures(results).blocks());
        blocks.addAll(new RealRaids(results).blocks());
        blocks.add(new Block.Heading("money", "Money by fiscal year"));
        blocks.addAll(money());
        blocks.addAll(new LifeCycleCost(results).blocks());
        var settlement = new Comparisons(results, "money");
        if (!settlement.asked().isEmpty()) {
            blocks.addAll(settlement.blocks());
        }
        blocks.add(new Block.Heading("evidence", "Every figure with all its claims"));
        blocks.addAll(evidence(groups));
        blocks.add(new Block.Heading("ranges", "The range used for every uncertain number"));
        blocks.addAll(quantities());
        blocks.add(new Block.Heading("assumptions", "Assumptions, kept apart from sources"));
        blocks.addAll(assumptions(claims));
        return new Section(
                "q5",
                "5",
                "Which number is right, and which should I check first?",
                answers(claims, groups),
                blocks);
    }

    /// Claims about one quantity.
    private record Group(String of, List<Row> claims, boolean conflict, boolean flagged) {}

    private static List<Group> groups(List<Row> claims) {
        Map<String, List<Row>> byQuantity = new LinkedHashMap<>();
        for (Row row : claims) {
            byQuantity.computeIfAbsent(row.text("of"), k -> new ArrayList<>()).add(row);
        }
        List<Group> groups = new ArrayList<>();
        byQuantity.forEach((of, rows) -> {
            double highest = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            boolean flagged = false;
            Set<String> units = new LinkedHashSet<>();
            for (Row row : rows) {
                flagged |= row.flag("flagged");
                if (Double.isFinite(row.number("low")) && Double.isFinite(row.number("high"))) {
                    highest = Math.max(highest, row.number("low"));
                    least = Math.min(least, row.number("high"));
                    units.add(row.text("unit"));
                }
            }
            boolean apart = highest > least && units.size() == 1 && !of.isEmpty();
            groups.add(new Group(of, rows, apart || flagged, flagged));
        });
        groups.sort(
                Comparator.comparing((Group g) -> !g.flagged)
                        .thenComparing(g -> !g.conflict)
                        .thenComparing(g -> g.of.isEmpty())
                        .thenComparing(Group::of));
        return groups;
    }

    private List<Text> answers(List<Row> claims, List<Group> groups) {
        List<Text> answers = new ArrayList<>();
        List<Row> top =
                results.ask(
                        """
                        select quantity, max(share) as share, arg_max(metric, share) as metric, any_value(noise) as noise
                        from drivers where plan = '%s' and share > noise group by quantity order by share desc limit 3
                        """
                                .formatted(Parts.sql(results.reference)));
        if (!top.isEmpty()) {
            Text.Builder text = new Text.Builder().say("Check first: ");
            for (int i = 0; i < top.size(); i++) {
                Row row = top.get(i);
                text.say(i == 0 ? "" : i == top.size() - 1 ? " and " : ", ")
                        .link(
                                Say.words(row.text("quantity")),
                                Say.anchor("q", row.text("quantity")))
                        .say(
                                " (explains %s of the spread of: %s)"
                                        .formatted(
                                                Say.percent(row.number("share")),
                                                results.metric(row.text("metric")).label()));
            }
            answers.add(
                    text.say(
                                    ". First-order share of the variance over %s; shares below the noise level are left out."
                                            .formatted(
                                                    Say.count(
                                                            results.info.draws(), "draw", "draws")))
                            .build());
        } else {
            answers.add(
                    Text.of(
                            "No single input explains more of the spread than chance would at this number of draws."));
        }
        long conflicts = groups.stream().filter(Group::conflict).count();
        long flagged = groups.stream().filter(Group::flagged).count();
        long used = claims.stream().filter(row -> row.number("weight") > 0).count();
        if (claims.isEmpty()) {
            answers.add(Text.of("The scenario holds no claims."));
        } else {
            answers.add(
                    new Text.Builder()
                            .say("The evidence holds ")
                            .strong(
                                    "%s on %s"
                                            .formatted(
                                                    Say.count(claims.size(), "claim", "claims"),
                                                    Say.count(groups.size(), "figure", "figures")))
                            .say(
                                    "; %s used by a number of this run. On %s the claims disagree, on %s by a power of ten: those stand first in the table."
                                            .formatted(
                                                    used == 1 ? "1 is" : "%,d are".formatted(used),
                                                    Say.count(conflicts, "figure", "figures"),
                                                    flagged))
                            .build());
        }
        return answers;
    }

    private List<Block> drivers() {
        List<Row> rows =
                results.ask(
                        "select * from drivers where plan = '%s' order by metric, rank"
                                .formatted(Parts.sql(results.reference)));
        String plan = results.reference;
        if (rows.isEmpty()) {
            rows = results.ask("select * from drivers order by plan, metric, rank");
            plan = rows.isEmpty() ? plan : rows.getFirst().text("plan");
        }
        Map<String, List<Row>> byMetric = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.text("plan").equals(plan)) {
                byMetric.computeIfAbsent(row.text("metric"), k -> new ArrayList<>()).add(row);
            }
        }
        if (byMetric.isEmpty()) {
            return List.of(
                    DelaySection.quiet(
                            "No input is uncertain, or there are too few draws to say."));
        }
        List<String> keys = new ArrayList<>();
        for (String prefix : List.of("ready-unit-years", "availability", "lost-unit-years")) {
            results.metrics(prefix).reversed().stream()
                    .map(Metric::key)
                    .filter(byMetric::containsKey)
                    .findFirst()
                    .ifPresent(keys::add);
        }
        results.cost().map(Metric::key).filter(byMetric::containsKey).ifPresent(keys::add);
        byMetric.keySet().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Figure.Option> options = new ArrayList<>();
        List<Table.Row> first = List.of();
        int height = 0;
        for (String key : keys) {
            Metric metric = results.metric(key);
            List<Row> of = byMetric.getOrDefault(key, List.of());
            options.add(new Figure.Option(key, metric.label()));
            TornadoChart chart = tornado(metric, of, plan);
            height = Math.max(height, chart.height());
            variants.put(key, chart.option());
            String unit = results.unitOf(metric);
            List<Table.Row> table = of.stream().map(row -> driver(row, unit)).toList();
            tables.put(key, Parts.plain(table));
            if (first.isEmpty()) {
                first = table;
            }
        }
        return List.of(
                new Block.Chart(
                        new Figure(
                                "tornado",
                                "What moves each answer, " + results.planName(plan),
                                Text.of(
                                        "Each bar runs from the mean answer in the lowest fifth of the input to that in its highest fifth; beside it the share of the variance that the input explains alone. Pale: no more than inputs without any effect reach in 95 of 100 such rankings."),
                                List.of(new Figure.Choice("Answer", false, options)),
                                List.of(
                                        new Figure.Panel(
                                                "tornado-chart",
                                                "",
                                                height,
                                                "Inputs that move the answer, the strongest first",
                                                variants)),
                                new Table(
                                        "driver-table",
                                        "Inputs by the share of the variance they explain",
                                        List.of(
                                                Column.words("Input"),
                                                Column.number("Share of variance"),
                                                Column.number("Noise level"),
                                                Column.number("Rank correlation"),
                                                Column.number("Answer, input low"),
                                                Column.number("Answer, input high")),
                                        first),
                                tables)));
    }

    private TornadoChart tornado(Metric metric, List<Row> rows, String plan) {
        String unit = results.unitOf(metric);
        double scale =
                switch (unit) {
                    case "INR" -> 1e7;
                    case "USD", "RUB" -> 1e6;
                    case "share", "1" -> 0.01;
                    default -> 1;
                };
        List<TornadoChart.Row> bars = new ArrayList<>();
        double sum = 0;
        int n = 0;
        for (Row row : rows) {
            if (bars.size() < MOST_BARS
                    && Double.isFinite(row.number("low") + row.number("high"))) {
                boolean clear = row.number("share") > row.number("noise");
                String name = Say.words(row.text("quantity"));
                sum += row.number("low") + row.number("high");
                n += 2;
                bars.add(
                        new TornadoChart.Row(
                                name,
                                row.number("low") / scale,
                                row.number("high") / scale,
                                clear,
                                Say.percent(row.number("share")),
                                "%s\ninput low: %s\ninput high: %s\nexplains %s of the variance (noise level %s)%s"
                                        .formatted(
                                                name,
                                                Say.measure(row.number("low"), unit),
                                                Say.measure(row.number("high"), unit),
                                                Say.percent(row.number("share")),
                                                Say.percent(row.number("noise")),
                                                clear ? "" : "\nnot above the noise")));
            }
        }
        Estimate e = results.estimate(plan, metric.key());
        double middle = e != null && Double.isFinite(e.mean()) ? e.mean() : n == 0 ? 0 : sum / n;
        String axis =
                switch (unit) {
                    case "INR", "USD", "RUB" -> metric.label() + ", " + Say.scaleName(unit);
                    case "share", "1" -> metric.label() + ", %";
                    default -> metric.label();
                };
        return new TornadoChart(axis, middle / scale, bars);
    }

    private static Table.Row driver(Row row, String unit) {
        boolean clear = row.number("share") > row.number("noise");
        String quantity = row.text("quantity");
        return Table.Row.of(
                new Cell(
                        new Text.Builder()
                                .link(Say.words(quantity), Say.anchor("q", quantity))
                                .build(),
                        "",
                        clear ? "" : "pale"),
                new Cell(
                        Text.of(Say.percent(row.number("share"))),
                        clear ? "" : "not above noise",
                        clear ? "" : "pale"),
                Cell.of(Say.percent(row.number("noise"))),
                Cell.of(Say.number(Math.rint(row.number("correlation") * 100) / 100)),
                Cell.of(Say.measure(row.number("low"), unit)),
                Cell.of(Say.measure(row.number("high"), unit)));
    }

    private List<Block> money() {
        List<Row> means =
                results.ask(
                        """
                        with m as (select plan, draw, replication, fiscalYear, cause, sum(usd) as usd, sum(inr) as inr, sum(rub) as rub
                            from money group by all),
                          runs as (select plan, count(*) as n from (select distinct plan, draw, replication from money) group by plan)
                        select m.plan, m.fiscalYear, m.cause, sum(usd) / any_value(n) as usd, sum(inr) / any_value(n) as inr, sum(rub) / any_value(n) as rub
                        from m join runs on runs.plan = m.plan group by m.plan, m.fiscalYear, m.cause order by m.plan, m.fiscalYear
                        """);
        if (means.isEmpty()) {
            return List.of(DelaySection.quiet("No money is spent in this scenario."));
        }
        List<Row> totals =
                results.ask(
                        """
                        with runs as (select distinct plan, draw, replication from money),
                          years as (select distinct plan, fiscalYear from money),
                          t as (select plan, draw, replication, fiscalYear, sum(usd) as usd, sum(inr) as inr, sum(rub) as rub from money group by all),
                          f as (select runs.plan, years.fiscalYear, coalesce(usd, 0) as usd, coalesce(inr, 0) as inr, coalesce(rub, 0) as rub
                            from runs join years on years.plan = runs.plan left join t on t.plan = runs.plan and t.draw = runs.draw
                              and t.replication = runs.replication and t.fiscalYear = years.fiscalYear)
                        select plan, fiscalYear, avg(usd) as usd, avg(inr) as inr, avg(rub) as rub,
                          quantile_cont(usd, 0.05) as usd05, quantile_cont(usd, 0.95) as usd95,
                          quantile_cont(inr, 0.05) as inr05, quantile_cont(inr, 0.95) as inr95,
                          quantile_cont(rub, 0.05) as rub05, quantile_cont(rub, 0.95) as rub95
                        from f group by plan, fiscalYear order by plan, fiscalYear
                        """);
        Set<String> found = new LinkedHashSet<>();
        totals.forEach(row -> found.add(row.text("plan")));
        List<String> ordered = new ArrayList<>(results.plans.keySet());
        ordered.retainAll(found);
        found.stream().filter(key -> !ordered.contains(key)).forEach(ordered::add);
        Figure.Choice plans = parts.planChoice(ordered);
        Set<String> currencies = new LinkedHashSet<>();
        currencies.add(results.info.currency());
        currencies.addAll(List.of("INR", "USD", "RUB"));
        currencies.retainAll(Set.of("INR", "USD", "RUB"));
        Figure.Choice currency =
                new Figure.Choice(
                        "In",
                        false,
                        currencies.stream()
                                .map(c -> new Figure.Option(c, Say.scaleName(c)))
                                .toList());
        Set<Integer> allYears = new TreeSet<>();
        totals.forEach(row -> allYears.add(row.integer("fiscalYear")));
        Budgets budgets = new Budgets(results);
        allYears.addAll(budgets.years());
        List<Integer> years = List.copyOf(allYears);
        List<String> names = years.stream().map(results.info.fiscalYears()::name).toList();
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        Map<String, Map<String, Object>> variants = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        List<Table.Row> first = List.of();
        for (Row row : means) {
            weights.computeIfAbsent(row.text("plan"), k -> new LinkedHashMap<>())
                    .merge(row.text("cause"), row.number("usd"), Double::sum);
        }
        Map<String, List<Row>> meansOf = new LinkedHashMap<>();
        Map<String, List<Row>> totalsOf = new LinkedHashMap<>();
        means.forEach(r -> meansOf.computeIfAbsent(r.text("plan"), k -> new ArrayList<>()).add(r));
        totals.forEach(
                r -> totalsOf.computeIfAbsent(r.text("plan"), k -> new ArrayList<>()).add(r));
        List<String> causeOrder =
                weights.values().stream()
                        .flatMap(map -> map.entrySet().stream())
                        .collect(
                                java.util.stream.Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        java.util.stream.Collectors.summingDouble(
                                                Map.Entry::getValue)))
                        .entrySet()
                        .stream()
                        .sorted(
                                Map.Entry.<String, Double>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList();
        for (Figure.Option plan : plans.options()) {
            for (String code : currencies) {
                String column = code.toLowerCase(Locale.ROOT);
                double scale = Say.scale(code);
                List<MoneyChart.Cause> causes = new ArrayList<>();
                for (String cause : causeOrder) {
                    double[] values = new double[years.size()];
                    for (Row row : meansOf.getOrDefault(plan.key(), List.of())) {
                        if (row.text("cause").equals(cause)) {
                            values[years.indexOf(row.integer("fiscalYear"))] +=
                                    row.number(column) / scale;
                        }
                    }
                    causes.add(new MoneyChart.Cause(cause, values));
                }
                double[] low = new double[years.size()];
                double[] high = new double[years.size()];
                List<Table.Row> table = new ArrayList<>();
                for (Row row : totalsOf.getOrDefault(plan.key(), List.of())) {
                    int index = years.indexOf(row.integer("fiscalYear"));
                    low[index] = row.number(column + "05") / scale;
                    high[index] = row.number(column + "95") / scale;
                    String main =
                            causes.stream()
                                    .filter(c -> c.values()[index] > 0)
                                    .sorted(Comparator.comparingDouble(c -> -c.values()[index]))
                                    .limit(3)
                                    .map(c -> c.name() + " " + amount(c.values()[index], code))
                                    .collect(java.util.stream.Collectors.joining(", "));
                    table.add(
                            Table.Row.of(
                                    Cell.of(names.get(index)),
                                    Cell.of(amount(row.number(column) / scale, code)),
                                    Cell.of(
                                            amount(low[index], code)
                                                    + " to "
                                                    + amount(high[index], code)),
                                    Cell.of(main)));
                }
                String key = plan.key() + "|" + code;
                variants.put(
                        key,
                        new MoneyChart(
                                        Say.scaleName(code),
                                        names,
                                        causes,
                                        low,
                                        high,
                                        budgets.of(plan.key(), code, years))
                                .option());
                tables.put(key, Parts.plain(table));
                if (first.isEmpty()) {
                    first = table;
                }
            }
        }
        String title = "Money spent in each fiscal year, by cause";
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Chart(
                        new Figure(
                                "money-figure",
                                title,
                                Text.of(
                                        "Bars: mean over %s. Whisker: the total of the year lies there in 9 of 10 runs. Converted at the rate of the day of each payment; nominal, not discounted.%s"
                                                .formatted(
                                                        Say.count(results.runs, "run", "runs"),
                                                        budgets.caption())),
                                List.of(plans, currency),
                                List.of(new Figure.Panel("money-chart", "", 420, title, variants)),
                                new Table(
                                        "money-table",
                                        title + ", in the chosen plan and currency",
                                        List.of(
                                                Column.words("Fiscal year"),
                                                Column.number("Mean"),
                                                Column.number("9 of 10 runs"),
                                                Column.words("Largest causes")),
                                        first),
                                tables)));
        blocks.addAll(budgets.blocks());
        return blocks;
    }

    private static String amount(double value, String code) {
        double shown = Math.abs(value) < 0.05 ? 0 : value;
        return code.equals("INR") ? Say.indian(shown) : Say.number(shown);
    }

    private List<Block> evidence(List<Group> groups) {
        if (groups.isEmpty()) {
            return List.of(DelaySection.quiet("The scenario holds no claims."));
        }
        Map<String, Row> used = new LinkedHashMap<>();
        for (Row row : results.ask("select * from quantities where coalesce(\"of\", '') <> ''")) {
            used.putIfAbsent(row.text("of"), row);
        }
        List<Table.Row> rows = new ArrayList<>();
        for (Group group : groups) {
            String name = group.of.isEmpty() ? "Context, of no single figure" : Say.words(group.of);
            Row range = used.get(group.of);
            Text.Builder text = new Text.Builder().strong(name);
            if (group.flagged) {
                text.say(" — claims differ by a power of ten");
            } else if (group.conflict) {
                text.say(" — claims disagree");
            }
            rows.add(
                    new Table.Row(
                            Say.anchor("of", group.of),
                            true,
                            (group.conflict ? "conflict " : "") + "g-" + group.of,
                            List.of(
                                    new Cell(
                                            text.build(),
                                            range == null
                                                    ? "not used by a number of this run"
                                                    : "used: %s, typically %s, up to %s"
                                                            .formatted(
                                                                    range.text("low"),
                                                                    range.text("typical"),
                                                                    range.text("high")),
                                            group.flagged ? "flag" : ""))));
            for (Row row : group.claims) {
                rows.add(claim(row, group));
            }
        }
        return List.of(
                new Block.Grid(
                        new Table(
                                "evidence-table",
                                "Every claim with its date, source and grade, and whether it was used",
                                List.of(
                                        Column.words("Claim"),
                                        Column.words("Value"),
                                        Column.words("Date"),
                                        Column.words("Source"),
                                        Column.words("Grade"),
                                        Column.words("Used")),
                                rows),
                        true,
                        true));
    }

    private static Table.Row claim(Row row, Group group) {
        boolean assumption = row.text("kind").equals("assumption");
        String source =
                switch (row.text("kind")) {
                    case "assumption" -> "Assumption, no source";
                    case "derived" -> "Derived";
                    default -> row.text("publisher");
                };
        String detail =
                join(
                        row.text("title"),
                        row.text("published"),
                        row.text("formula").isEmpty() ? "" : "= " + row.text("formula"),
                        row.text("copiedFrom").isEmpty()
                                ? ""
                                : "copied from " + row.text("copiedFrom"));
        double weight = row.number("weight");
        String use =
                !row.text("setAside").isEmpty()
                        ? "set aside"
                        : Double.isNaN(weight)
                                ? "not asked for"
                                : weight > 0 ? "in " + Say.percent(weight) + " of draws" : "no";
        String made = row.date("made") == null ? "" : "said " + Say.day(row.date("made"));
        return new Table.Row(
                Say.anchor("e", row.text("claim")),
                false,
                "%s%s%sgrade-%s"
                        .formatted(
                                group.conflict ? "conflict " : "",
                                weight > 0 ? "used " : "",
                                assumption ? "assumption " : "",
                                row.text("grade")),
                List.of(
                        new Cell(
                                Text.of(row.text("statement")),
                                join(row.text("claim"), row.text("note")),
                                ""),
                        new Cell(
                                Text.of(row.text("value") + (row.flag("flagged") ? " ⚑" : "")),
                                row.text("status")
                                        + (row.flag("flagged") ? ", a power of ten off" : ""),
                                row.flag("flagged") ? "flag" : ""),
                        new Cell(
                                Text.of(
                                        row.date("asOfDay") == null
                                                ? made.isEmpty() ? "–" : made
                                                : Say.day(row.date("asOfDay"))),
                                row.date("asOfDay") == null ? "" : made,
                                ""),
                        new Cell(Text.of(source), detail, assumption ? "pale" : ""),
                        Cell.of(row.text("grade")),
                        Cell.of(use, row.text("setAside"))));
    }

    private static String join(String... parts) {
        List<String> filled = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                filled.add(part);
            }
        }
        return String.join(" · ", filled);
    }

    private List<Block> quantities() {
        List<Row> rows = results.ask("select * from quantities");
        if (rows.isEmpty()) {
            return List.of(DelaySection.quiet("No number of the scenario is uncertain."));
        }
        Set<String> groups = new LinkedHashSet<>();
        results.ask("select distinct \"of\" as g from evidence")
                .forEach(r -> groups.add(r.text("g")));
        List<Table.Row> table = new ArrayList<>();
        for (Row row : rows) {
            String of = row.text("of");
            Text basis =
                    !of.isEmpty() && groups.contains(of)
                            ? new Text.Builder()
                                    .link(row.text("basis"), Say.anchor("of", of))
                                    .build()
                            : Text.of(row.text("basis"));
            table.add(
                    new Table.Row(
                            Say.anchor("q", row.text("quantity")),
                            false,
                            "",
                            List.of(
                                    Cell.of(
                                            Say.words(row.text("quantity")),
                                            row.text("usedAt").replace("\n", ", ")),
                                    Cell.of(row.text("low")),
                                    Cell.of(row.text("typical")),
                                    Cell.of(row.text("high")),
                                    new Cell(basis, row.text("because"), ""))));
        }
        return List.of(
                new Block.Grid(
                        new Table(
                                "quantity-table",
                                "Uncertain numbers: range used, and what it stands on",
                                List.of(
                                        Column.words("Number"),
                                        Column.number("Low"),
                                        Column.number("Typical"),
                                        Column.number("High"),
                                        Column.words("Stands on")),
                                table),
                        true,
                        false));
    }

    private List<Block> assumptions(List<Row> claims) {
        List<Table.Row> table = new ArrayList<>();
        for (Row row : results.ask("select * from quantities where basis = 'assumption'")) {
            table.add(
                    Table.Row.of(
                            new Cell(
                                    new Text.Builder()
                                            .link(
                                                    Say.words(row.text("quantity")),
                                                    Say.anchor("q", row.text("quantity")))
                                            .build(),
                                    "",
                                    ""),
                            Cell.of(
                                    "%s to %s, typically %s"
                                            .formatted(
                                                    row.text("low"),
                                                    row.text("high"),
                                                    row.text("typical"))),
                            Cell.of(row.text("because"))));
        }
        for (Row row : claims) {
            if (row.text("kind").equals("assumption")) {
                table.add(
                        Table.Row.of(
                                new Cell(
                                        new Text.Builder()
                                                .link(
                                                        row.text("statement"),
                                                        Say.anchor("e", row.text("claim")))
                                                .build(),
                                        row.text("claim"),
                                        ""),
                                Cell.of(row.text("value") + value(row)),
                                Cell.of(join(row.text("formula"), row.text("note")))));
            }
        }
        if (table.isEmpty()) {
            return List.of(DelaySection.quiet("No assumption without a source is used."));
        }
        return List.of(
                new Block.Paragraph(
                        Text.of(
                                "These numbers have no source (grade D). They are judgement, stated so that it can be challenged; the table of drivers above says which of them matter."),
                        false),
                new Block.Grid(
                        new Table(
                                "assumption-table",
                                "Assumptions and their reasons",
                                List.of(
                                        Column.words("Assumption"),
                                        Column.words("Value"),
                                        Column.words("Because")),
                                table),
                        true,
                        false));
    }

    private static String value(Row row) {
        return row.text("value").isEmpty() && Double.isFinite(row.number("low"))
                ? Say.range(row.number("low"), row.number("high"), row.text("unit"))
                : "";
    }
}
