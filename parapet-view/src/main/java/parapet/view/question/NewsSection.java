package parapet.view.question;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.view.doc.Block;
import parapet.view.doc.Section;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.NewsRows.Statement;
import parapet.view.read.PublishedFiguresRows.Fit;
import parapet.view.read.Results;
import parapet.view.read.Results.Metric;
import parapet.view.words.Say;

/// The news beside the model: what was said, the number that judges it, and the verdict.
public final class NewsSection {
    private static final char NO_BREAK = '\u00a0';

    private final Results results;
    private final List<Statement> news;

    public NewsSection(Results results) {
        this.results = results;
        this.news = results.rows(Statement.class);
    }

    /// Whether the scenario holds no statement.
    public boolean isEmpty() {
        return news.isEmpty();
    }

    /// The section.
    public Section section() {
        List<Table.Row> numbers = new ArrayList<>();
        List<Text> silent = new ArrayList<>();
        for (Statement s : news) {
            if (s.metric() == null && s.verdict().equals("not decisive")) {
                silent.add(silent(s));
            } else {
                numbers.add(row(s));
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (!numbers.isEmpty()) {
            blocks.add(
                    new Block.Grid(
                            new Table(
                                    "news-table",
                                    "Statements of the news, and what the model says to each",
                                    List.of(
                                            Column.words("Said"),
                                            Column.words("Judged by"),
                                            Column.words("The model says"),
                                            Column.words("Holds"),
                                            Column.number("In so many draws", "%"),
                                            Column.words("Verdict")),
                                    numbers),
                            false));
        }
        if (!silent.isEmpty()) {
            blocks.add(
                    new Block.Fold(
                            "Not decisive, as no number of the model can judge it: "
                                    + Say.count(silent.size(), "statement", "statements"),
                            List.of(new Block.Points(silent))));
        }
        return new Section(
                "news",
                "",
                "The news beside the model",
                List.of(
                        Text.of(
                                "Of %s the model supports %d, contradicts %d and leaves %d open: nine draws of ten or more must bear it out, or one or fewer. %sWhat goes in is not borne out by what comes out."
                                        .formatted(
                                                Say.count(news.size(), "statement", "statements"),
                                                many("supports"),
                                                many("contradicts"),
                                                many("not decisive") + many("no verdict"),
                                                history()))),
                blocks);
    }

    /// What no number can judge, why, and the range that goes in where one does.
    private Text silent(Statement s) {
        Text.Builder text = said(new Text.Builder(), s);
        String quantity = s.quantity();
        if (quantity != null) {
            text.say(" ")
                    .link(results.quantity(quantity), Say.anchor("q", quantity))
                    .say(" goes in: %s.".formatted(range(s)));
        }
        return text.say(s.because().isEmpty() ? "" : " (" + s.because() + ")").build();
    }

    private Table.Row row(Statement s) {
        String metric = s.metric();
        Metric of = metric == null ? null : results.metric(metric);
        return Table.Row.of(
                new Cell(
                        said(new Text.Builder(), s).build(),
                        String.join(", ", s.publishers().lines().toList()),
                        ""),
                new Cell(measured(s, of), s.because(), ""),
                of == null ? Cell.of(range(s)) : value(s, of),
                Cell.of(of == null ? "" : level(s, of)),
                Cell.of(Double.isNaN(s.share()) ? "" : draws(s)).with(100 * s.share()),
                new Cell(
                        new Text.Builder().strong(s.verdict().replace(' ', NO_BREAK)).build(),
                        by(s),
                        ""));
    }

    /// How many history has decided, which is no forecast of the model.
    private String history() {
        long known = news.stream().filter(s -> s.judged().equals("history")).count();
        return known == 0
                ? ""
                : "%d of them %s decided by what had happened by %s, no forecast of the model. "
                        .formatted(known, known == 1 ? "is" : "are", Say.day(results.info.asOf()));
    }

    private long many(String verdict) {
        return news.stream().filter(s -> s.verdict().equals(verdict)).count();
    }

    private String draws(Statement s) {
        return results.first(Fit.class).isPresent()
                ? Say.percent(s.share())
                : "%d of %d".formatted(Math.round(s.share() * s.n()), s.n());
    }

    /// What judges a statement, where it is not the draws.
    private static String by(Statement s) {
        return switch (s.judged()) {
            case "history" -> "by what has happened";
            case "input" -> "by the range that goes in";
            default -> "";
        };
    }

    /// The words, with a link to the first claim; the others by their keys.
    private static Text.Builder said(Text.Builder text, Statement s) {
        List<String> claims = s.claimed();
        if (claims.isEmpty()) {
            return text.say(s.said());
        }
        text.link(s.said(), Say.anchor("e", claims.getFirst()));
        for (String claim : claims.subList(1, claims.size())) {
            text.say(" ").link(claim, Say.anchor("e", claim));
        }
        return text;
    }

    private Text measured(Statement s, @Nullable Metric metric) {
        String quantity = s.quantity();
        if (metric == null) {
            return quantity == null
                    ? Text.of("")
                    : new Text.Builder()
                            .link(results.quantity(quantity), Say.anchor("q", quantity))
                            .say(", as it goes in")
                            .build();
        }
        String against = s.against();
        String plans =
                against == null
                        ? plan(s.plan())
                        : ": %s minus %s".formatted(name(s.plan()), name(against));
        return Text.of(results.head(metric) + plans);
    }

    private static Cell value(Statement s, Metric metric) {
        boolean difference = s.against() != null;
        String unit = metric.unit();
        String value = difference ? Say.difference(s.mean(), unit) : Say.bare(s.mean(), unit);
        if (s.p05() == s.p95()) {
            return Cell.of(value).with(s.mean());
        }
        String range =
                difference
                        ? Say.differenceRange(s.p05(), s.p95(), unit)
                        : Say.bareRange(s.p05(), s.p95(), unit);
        return Cell.of(value, range).with(s.mean(), s.p05(), s.p95());
    }

    private static String range(Statement s) {
        return Say.span(Say.told(s.low(), s.unit()), Say.told(s.high(), s.unit()));
    }

    /// A plan that is not the reference, by its name.
    private String plan(@Nullable String plan) {
        return plan == null || plan.equals(results.reference) ? "" : " in " + name(plan);
    }

    private String name(@Nullable String plan) {
        return plan == null || plan.equals(results.reference)
                ? "the reference"
                : results.quoted(plan);
    }

    private static String level(Statement s, Metric metric) {
        boolean gain = s.against() != null;
        String least = gain ? Say.signed(s.atLeast()) : Say.bare(s.atLeast(), metric.unit());
        String most = gain ? Say.signed(s.atMost()) : Say.bare(s.atMost(), metric.unit());
        if (Double.isNaN(s.atLeast())) {
            return "up to " + most;
        } else if (Double.isNaN(s.atMost())) {
            return "from " + least;
        }
        return s.atLeast() == s.atMost() ? "at " + least : Say.span(least, most);
    }
}
