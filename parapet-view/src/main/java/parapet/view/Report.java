package parapet.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Query;
import parapet.io.results.RunInfo;
import parapet.io.results.Sql;
import parapet.io.results.WholeFile;
import parapet.view.chart.Json;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Page;
import parapet.view.doc.Page.KeyNumber;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.figure.Comparisons;
import parapet.view.figure.Parts;
import parapet.view.figure.TimeLost;
import parapet.view.question.DelaySection;
import parapet.view.question.EvidenceSection;
import parapet.view.question.ForceSection;
import parapet.view.question.RaidSection;
import parapet.view.question.RepairSection;
import parapet.view.read.DelaySectionRows;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.words.Say;

/// The report of a run: one HTML file that asks nothing of the network and opens from disk.
public final class Report {
    @Sql("select subject, warning, count from warnings order by count desc")
    private record Warning(String subject, String warning, int count) {}

    private static final String LIBRARY =
            "META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Report.class.getClassLoader(), "parapet.view.page");

    private final Results results;
    private final Parts parts;

    private Report(Query query, RunInfo info) {
        results = new Results(query, info);
        parts = new Parts(results);
    }

    /// Writes the report. The file is complete or is not there.
    ///
    /// @param query tables of the run
    /// @param info what the run says about itself
    /// @param reportHtml file to write; its folder must be there
    public static void write(Query query, RunInfo info, Path reportHtml) throws IOException {
        WholeFile.write(reportHtml, html(query, info).getBytes(StandardCharsets.UTF_8));
    }

    /// The report as text.
    static String html(Query query, RunInfo info) {
        StringOutput output = new StringOutput();
        TEMPLATES.render("report.jte", new Report(query, info).page(), output);
        return output.toString();
    }

    private Page page() {
        RunInfo info = results.info;
        List<Section> sections = new ArrayList<>();
        sections.add(new DelaySection(results).section());
        sections.add(new RepairSection(results).section());
        sections.add(new ForceSection(results).section());
        sections.add(new RaidSection(results).section());
        sections.add(new EvidenceSection(results).section());
        sections.add(limits());
        sections.add(allAnswers());
        sections.add(repeat());
        List<Text> standing = new ArrayList<>();
        standing.add(
                Text.of(
                        "As of %s · %s to %s · %s"
                                .formatted(
                                        Say.day(info.asOf()),
                                        Say.month(info.frame().start()),
                                        Say.month(info.frame().end()),
                                        results.method())));
        if (info.quick()) {
            standing.add(
                    new Text.Builder()
                            .strong("Quick run.")
                            .say(" Few draws, for a first look: do not quote these numbers.")
                            .build());
        }
        standing.add(
                Text.of(
                        "Notional model on public figures. It judges plans against each other; it is not a statement about any real unit on any real day."));
        return new Page(
                info.title(),
                info.frame().about(),
                standing,
                keys(),
                answer(),
                sections,
                "Parapet %s · scenario %s · seed %d · digest %s"
                        .formatted(info.version(), info.scenario(), info.seed(), info.digest()),
                resource("parapet/view/report.css"),
                resource(LIBRARY),
                resource("parapet/view/report.js"),
                Json.write(data(sections)));
    }

    private List<KeyNumber> keys() {
        List<KeyNumber> keys = new ArrayList<>();
        DelaySection delay = new DelaySection(results);
        LocalDate asOf = results.info.asOf();
        DelaySectionRows.Standing now = delay.at(asOf);
        if (now != null) {
            keys.add(
                    new KeyNumber(
                            "%s of %s"
                                    .formatted(Say.tenths(now.ready()), Say.tenths(now.promised())),
                            "promised %s ready in %s; %s delivered"
                                    .formatted(
                                            results.units(),
                                            Say.month(asOf),
                                            Say.tenths(now.delivered())),
                            "ready: %s in 9 of 10 runs"
                                    .formatted(Parts.tenths(now.ready05(), now.ready95())),
                            "q1"));
        }
        List<Metric> lost = results.metrics("lost-unit-years");
        Metric next =
                lost.stream()
                        .filter(m -> after(m.date(), asOf))
                        .findFirst()
                        .orElse(lost.isEmpty() ? null : lost.getLast());
        LocalDate later = next == null ? null : next.date();
        DelaySectionRows.Standing then = later == null ? null : delay.at(later);
        if (then != null && later != null && !later.equals(asOf)) {
            keys.add(
                    new KeyNumber(
                            "%s of %s"
                                    .formatted(
                                            Say.tenths(then.ready()), Say.tenths(then.promised())),
                            "promised %s ready in %s".formatted(results.units(), Say.month(later)),
                            "%s in 9 of 10 runs"
                                    .formatted(Parts.tenths(then.ready05(), then.ready95())),
                            "ready"));
        }
        Estimate loss = next == null ? null : results.estimate(results.reference, next.key());
        if (next != null && loss != null) {
            keys.add(
                    new KeyNumber(
                            Say.number(loss.mean()),
                            "%s-years promised but not ready by %s"
                                    .formatted(results.unit, Say.month(next.date())),
                            Say.range(loss.low(), loss.high(), "") + " in 9 of 10 draws",
                            "lost"));
        }
        Difference price = new TimeLost(results).price();
        if (price != null) {
            keys.add(
                    new KeyNumber(
                            Say.difference(price.perMonth(), ""),
                            "ready %s-years for one more month of slip: %s"
                                    .formatted(results.unit, results.quoted(price.plan())),
                            "%s (95 %% interval)"
                                    .formatted(
                                            Say.differenceRange(
                                                    price.perMonth() - price.perMonthHalf(),
                                                    price.perMonth() + price.perMonthHalf(),
                                                    "")),
                            "again"));
        }
        Difference local = new Comparisons(results, "repair").leading("availability");
        if (local != null) {
            String unit = results.metric(local.metric()).unit();
            keys.add(
                    new KeyNumber(
                            Say.difference(local.mean(), unit),
                            "of availability: %s against %s"
                                    .formatted(
                                            results.quoted(local.plan()),
                                            results.quoted(local.against())),
                            Say.differenceRange(local.p05(), local.p95(), unit)
                                    + " in 9 of 10 draws",
                            "q2"));
        }
        new ForceSection(results).key().ifPresent(keys::add);
        keys.addAll(new RaidSection(results).keys());
        Metric cost = results.cost().orElse(null);
        Estimate money = cost == null ? null : results.estimate(results.reference, cost.key());
        if (cost != null && money != null) {
            String unit = cost.unit();
            keys.add(
                    new KeyNumber(
                            Say.measure(money.mean(), unit),
                            "spent by %s, %s"
                                    .formatted(
                                            Say.month(results.info.frame().end()),
                                            results.planName(results.reference)),
                            Say.range(money.low(), money.high(), unit) + " in 9 of 10 draws",
                            "money"));
        }
        return keys;
    }

    private static boolean after(@Nullable LocalDate date, LocalDate asOf) {
        return date != null && date.isAfter(asOf);
    }

    private Text answer() {
        if (results.plans.isEmpty()) {
            return Text.of("The run holds no plan, so there is nothing to answer yet.");
        }
        Text.Builder text = new Text.Builder();
        DelaySectionRows.Standing now = new DelaySection(results).at(results.info.asOf());
        if (now != null) {
            text.say(
                    "Of %s promised %s, %s have come and %s stand ready on an average day of %s."
                            .formatted(
                                    Say.tenths(now.promised()),
                                    results.units(),
                                    Say.tenths(now.delivered()),
                                    Say.tenths(now.ready()),
                                    Say.month(results.info.asOf())));
        }
        Difference local = new Comparisons(results, "repair").leading("ready-unit-years");
        if (local != null) {
            text.say(
                    " %s gives %s ready %s-years over %s (%s in 9 of 10 draws)."
                            .formatted(
                                    results.quoted(local.plan()),
                                    Say.difference(local.mean(), ""),
                                    results.unit,
                                    results.quoted(local.against()),
                                    Say.differenceRange(local.p05(), local.p95(), "")));
        }
        String cautions =
                results.plans.values().stream()
                        .filter(plan -> !plan.caution().isEmpty())
                        .map(plan -> plan.name() + " (" + plan.caution() + ")")
                        .collect(java.util.stream.Collectors.joining("; "));
        if (!cautions.isEmpty()) {
            text.say(" With caution: " + cautions + ".");
        }
        text.say(
                " Every number below has its range. “In 9 of 10” says how far our assumptions and public figures together leave it open, a 95 % interval only how precise the simulation is; what the model leaves out is in neither.");
        return text.build();
    }

    private Section limits() {
        List<Warning> warnings = results.query.rows(Warning.class);
        List<Table.Row> rows =
                warnings.stream()
                        .map(row ->
                                Table.Row.of(
                                        Cell.of(results.quantity(row.subject())),
                                        Cell.of(row.warning()),
                                        Cell.of("%,d".formatted(row.count()))))
                        .toList();
        return new Section(
                "limits",
                "",
                "Where the model leaves its validity",
                List.of(
                        Text.of(
                                rows.isEmpty()
                                        ? "No model left the range in which it is valid."
                                        : "%s: read the answers that rest on them with care."
                                                .formatted(
                                                        Say.count(
                                                                rows.size(),
                                                                "warning",
                                                                "warnings")))),
                rows.isEmpty()
                        ? List.of()
                        : List.of(
                                new Block.Grid(
                                        new Table(
                                                "warning-table",
                                                "Warnings of this run",
                                                List.of(
                                                        Column.words("Of"),
                                                        Column.words("What"),
                                                        Column.number("How often")),
                                                rows),
                                        false,
                                        false)));
    }

    private Section allAnswers() {
        Map<String, List<Metric>> bySeries = new LinkedHashMap<>();
        results.metrics
                .values()
                .forEach(metric ->
                        bySeries.computeIfAbsent(metric.series(), k -> new ArrayList<>())
                                .add(metric));
        List<Block> blocks = new ArrayList<>();
        bySeries.forEach((series, all) -> {
            List<Metric> metrics =
                    all.getFirst().date() == null ? all : results.alike(all.getFirst());
            List<Column> columns = new ArrayList<>(List.of(Column.words("Plan")));
            metrics.forEach(m -> columns.add(Column.number(results.head(m))));
            List<Table.Row> rows = new ArrayList<>();
            for (String plan : results.plans.keySet()) {
                List<Cell> cells = new ArrayList<>();
                cells.add(Cell.of(results.planName(plan)));
                boolean any = false;
                for (Metric metric : metrics) {
                    Estimate e = results.estimate(plan, metric.key());
                    any |= e != null;
                    cells.add(e == null ? Cell.of("–") : parts.estimate(e));
                }
                if (any) {
                    rows.add(Table.Row.of(cells.toArray(Cell[]::new)));
                }
            }
            if (!rows.isEmpty()) {
                blocks.add(
                        new Block.Grid(
                                new Table(
                                        Say.anchor("all", series),
                                        Say.shared(metrics.stream().map(Metric::label).toList()),
                                        columns,
                                        rows),
                                true,
                                false));
            }
        });
        blocks.addAll(plansInWords());
        return new Section(
                "all",
                "",
                "All answers of all plans",
                List.of(
                        Text.of(
                                blocks.isEmpty()
                                        ? "The run holds no estimates."
                                        : "Mean over draws, below it where 9 of 10 draws lie.")),
                blocks);
    }

    private List<Block> plansInWords() {
        List<Table.Row> rows = new ArrayList<>();
        results.plans
                .values()
                .forEach(plan ->
                        rows.add(
                                Table.Row.of(
                                        Cell.of(plan.name(), plan.caution()),
                                        Cell.of(plan.about()),
                                        Cell.of(plan.changes().replace("\n", "; ")))));
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Grid(
                                new Table(
                                        "plans-in-words",
                                        "The plans in words",
                                        List.of(
                                                Column.words("Plan"),
                                                Column.words("What it is"),
                                                Column.words("Changes")),
                                        rows),
                                true,
                                false));
    }

    private Section repeat() {
        RunInfo info = results.info;
        return new Section(
                "repeat",
                "",
                "How to repeat this",
                List.of(Text.of("The same command gives the same digest on one thread or many.")),
                List.of(
                        new Block.Code(info.command()),
                        new Block.Grid(
                                new Table(
                                        "run-table",
                                        "This run",
                                        List.of(Column.words("What"), Column.words("Value")),
                                        List.of(
                                                run("Scenario", info.scenario()),
                                                run("Version", info.version()),
                                                run("Seed", Long.toString(info.seed())),
                                                run("Draws", Integer.toString(info.draws())),
                                                run(
                                                        "Replications of each draw",
                                                        Integer.toString(info.replications())),
                                                run("Digest of the results", info.digest()),
                                                run("Evidence up to", Say.day(info.asOf())))),
                                false,
                                false)));
    }

    private static Table.Row run(String what, String value) {
        return Table.Row.of(Cell.of(what), Cell.of(value));
    }

    /// Charts and the rows of their tables, as the script reads them.
    private static Map<String, Object> data(List<Section> sections) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Section section : sections) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Chart(Figure figure)) {
                    Map<String, Object> panels = new LinkedHashMap<>();
                    figure.panels().forEach(panel -> panels.put(panel.id(), panel.variants()));
                    figures.put(
                            figure.id(), Json.object("panels", panels, "tables", figure.tables()));
                }
            }
        }
        return figures;
    }

    private static String resource(String name) {
        try (InputStream in = Report.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource (%s) is not on the class path.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
