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
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parapet.io.results.Query;
import parapet.io.results.RunInfo;
import parapet.io.results.WholeFile;
import parapet.quantity.Currencies;
import parapet.view.doc.Answer;
import parapet.view.doc.Block;
import parapet.view.doc.Figure;
import parapet.view.doc.Page;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.figure.CompareTable;
import parapet.view.figure.Parts;
import parapet.view.figure.Standing;
import parapet.view.question.DelaySection;
import parapet.view.question.EvidenceSection;
import parapet.view.question.ForceSection;
import parapet.view.question.LeftOut;
import parapet.view.question.NewsSection;
import parapet.view.question.RaidSection;
import parapet.view.question.RepairSection;
import parapet.view.read.PublishedFiguresRows.Fit;
import parapet.view.read.Results;
import parapet.view.read.SkyNumbers;
import parapet.view.words.Say;

/// The report of a run: one HTML file that asks nothing of the network and opens from disk. Its
/// first screen holds the answers; what they stand on comes after it.
public final class Report {
    private static final String LIBRARY =
            "META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Report.class.getClassLoader(), "parapet.view.page");

    private final Results results;
    private final RunInfo info;
    private final CompareTable compare;

    private Report(Query query, RunInfo info) {
        this.info = info;
        results = new Results(query, info);
        compare = new CompareTable(results);
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
        DelaySection delay = new DelaySection(results);
        RepairSection repair = new RepairSection(results);
        ForceSection force = new ForceSection(results);
        RaidSection raid = new RaidSection(results);
        EvidenceSection evidence = new EvidenceSection(results);
        LeftOut leftOut = new LeftOut(results);
        List<Answer> answers =
                List.of(
                        delay.answer(),
                        repair.answer(),
                        force.answer(),
                        raid.answer(),
                        evidence.answer());
        Figure picture = new Standing(results).picture();
        List<Section> sections = new ArrayList<>();
        sections.add(delay.section());
        sections.add(repair.section());
        sections.add(force.section());
        sections.add(raid.section());
        sections.add(evidence.section());
        NewsSection news = new NewsSection(results);
        if (!news.isEmpty()) {
            sections.add(news.section());
        }
        if (!compare.isEmpty()) {
            sections.add(compared());
        }
        sections.add(leftOut.section());
        sections.add(repeat());
        return new Page(
                info.title(),
                info.frame().about(),
                standing(),
                answers,
                delay.now(),
                Standing.meaning(results.unit),
                picture,
                leftOut.sentences(),
                shared(),
                sections,
                "On paper all folded tables are left out but those on which the answers rest; the file %s holds them, with every claim."
                        .formatted("report.html"),
                citation(),
                "Parapet %s · scenario %s · seed %d · digest %s"
                        .formatted(info.version(), info.scenario(), info.seed(), info.digest()),
                new Page.Assets(
                        resource("parapet/view/report.css"),
                        resource(LIBRARY),
                        resource("parapet/view/report.js"),
                        new PageData(sections, picture, compare.data(), info).json()));
    }

    private String citation() {
        return "%s: report of the scenario “%s”, as of %s. Parapet %s, %d draws, seed %d, digest %s."
                .formatted(
                        info.title(),
                        info.scenario(),
                        Say.day(info.asOf()),
                        info.version(),
                        info.draws(),
                        info.seed(),
                        info.shortDigest());
    }

    private List<Text> standing() {
        Text.Builder text =
                new Text.Builder()
                        .say(
                                "As of %s · %s to %s · %s. "
                                        .formatted(
                                                Say.day(info.asOf()),
                                                Say.month(info.frame().start()),
                                                Say.month(info.frame().end()),
                                                results.method()));
        if (info.quick()) {
            text.strong("Quick run").say(": few draws, do not quote. ");
        }
        results.first(Fit.class)
                .ifPresent(fit ->
                        (fit.quotable()
                                        ? text.say("Weighed by published figures")
                                        : text.strong("Weighed by published figures"))
                                .say(": %s. ".formatted(fit.said())));
        text.say(
                "Notional model on public figures: it judges plans against each other and says nothing of a real unit on a real day. Ranges hold 9 of 10 draws.");
        return List.of(text.build());
    }

    /// Choices for the whole page: two plans, the date of sky and raids, the raid, the currency.
    private List<Figure.Choice> shared() {
        List<Figure.Choice> all = new ArrayList<>();
        Parts parts = new Parts(results);
        if (results.plans.size() > 1) {
            List<Figure.Option> plans = parts.planChoice(results.plans.keySet()).options();
            all.add(new Figure.Choice("Plan A", "a", plans));
            List<Figure.Option> others = new ArrayList<>(plans);
            String other = other();
            others.sort(Comparator.comparing((Figure.Option o) -> !o.key().equals(other)));
            all.add(new Figure.Choice("Plan B", "b", others));
        }
        SkyNumbers sky = new SkyNumbers(results);
        Set<LocalDate> dates = new TreeSet<>(sky.dates());
        if (dates.size() > 1) {
            all.add(
                    new Figure.Choice(
                            "Sky and raids in",
                            "at",
                            sky.dates().reversed().stream()
                                    .map(d -> new Figure.Option(d.toString(), Say.month(d)))
                                    .toList()));
        }
        if (sky.raids().size() > 1) {
            all.add(
                    new Figure.Choice(
                            "Raid",
                            "raid",
                            sky.raids().stream()
                                    .map(r -> new Figure.Option(r, results.nameOf("raid", r)))
                                    .toList()));
        }
        List<String> currencies = results.costs().stream().map(m -> m.currency()).toList();
        if (currencies.size() > 1) {
            all.add(
                    new Figure.Choice(
                            "Money in",
                            "in",
                            currencies.stream()
                                    .map(c -> new Figure.Option(c, Currencies.of(c).unit()))
                                    .toList()));
        }
        return all;
    }

    /// The plan that stands beside the reference at the start: the first that is compared with it.
    private String other() {
        return results.differences.stream()
                .filter(d -> !d.comparison().equals("reference"))
                .filter(d -> d.topic().equals("repair") || d.topic().equals("force"))
                .filter(d -> d.against().equals(results.reference))
                .map(d -> d.plan())
                .findFirst()
                .orElse(
                        results.plans.keySet().stream()
                                .filter(p -> !p.equals(results.reference))
                                .findFirst()
                                .orElse(results.reference));
    }

    private Section compared() {
        return new Section(
                "compare",
                "",
                "Two plans side by side",
                List.of(
                        Text.of(
                                "Choose plan A and plan B above; both meet the same failures, delays, prices and raids in each draw.")),
                List.of(compare.block(other())));
    }

    private Section repeat() {
        return new Section(
                "repeat",
                "",
                "How to repeat this",
                List.of(
                        Text.of(
                                "The folder of this report holds its scenario: parapet run FOLDER computes it again and compares the digest. All answers of all plans: parapet export FOLDER --format csv, or SQL.")),
                List.of(
                        new Block.Code(info.command()),
                        new Block.Fold(
                                "This run",
                                List.of(
                                        new Block.Grid(
                                                new Table(
                                                        "run-table",
                                                        "This run",
                                                        List.of(
                                                                Column.words("What"),
                                                                Column.words("Value")),
                                                        List.of(
                                                                run("Scenario", info.scenario()),
                                                                run("Version", info.version()),
                                                                run(
                                                                        "Seed",
                                                                        Long.toString(info.seed())),
                                                                run(
                                                                        "Draws",
                                                                        Integer.toString(
                                                                                info.draws())),
                                                                run(
                                                                        "Replications of each draw",
                                                                        Integer.toString(
                                                                                info
                                                                                        .replications())),
                                                                run(
                                                                        "Digest of the results",
                                                                        info.digest()),
                                                                run(
                                                                        "Evidence up to",
                                                                        Say.day(info.asOf())))),
                                                false)))));
    }

    private static Table.Row run(String what, String value) {
        return Table.Row.of(Cell.of(what), Cell.of(value));
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
