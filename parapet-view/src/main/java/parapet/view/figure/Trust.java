package parapet.view.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parapet.view.doc.Block;
import parapet.view.doc.Scale;
import parapet.view.doc.Table;
import parapet.view.doc.Table.Cell;
import parapet.view.doc.Table.Column;
import parapet.view.doc.Text;
import parapet.view.read.Results;
import parapet.view.read.TrustRows.Claim;
import parapet.view.read.TrustRows.Confidence;
import parapet.view.read.TrustRows.Driver;
import parapet.view.read.TrustRows.Input;
import parapet.view.read.TrustRows.Known;
import parapet.view.words.Say;

/// What an answer rests on: the inputs that explain its spread, in words and as a table with their
/// claims and reasons, to which the answer is linked.
public final class Trust {
    private static final int MOST_INPUTS = 4;
    private static final int MOST_CLAIMS = 3;
    private static final int NAMED = 2;
    private static final Pattern ID = Pattern.compile("\\b[A-Z]{2,6}-\\d+(?:-[a-z0-9]+)*\\b");

    private final Results results;
    private final Set<String> known = new HashSet<>();

    public Trust(Results results) {
        this.results = results;
        results.rows(Known.class).forEach(row -> known.add(row.claim()));
    }

    /// What one answer rests on.
    ///
    /// @param confidence what the spread rests on; null where nothing is known of it
    /// @param drivers inputs, the one that explains most first
    public record Rests(@Nullable Confidence confidence, List<Driver> drivers) {
        /// Nothing is known.
        public static final Rests NOTHING = new Rests(null, List.of());

        /// What the spread rests on in one word, empty for none.
        public String word() {
            return confidence == null ? "" : confidence.word();
        }

        /// Why there is no word, empty where there is one.
        public String why() {
            return confidence == null ? "" : confidence.none();
        }

        /// The inputs that are clear of noise.
        public List<Driver> clear() {
            return drivers.stream().filter(Driver::clear).toList();
        }

        /// The inputs that are clear of noise, at most two, as words within a sentence.
        public String words(Results results) {
            return clear().stream()
                    .limit(NAMED)
                    .map(d -> name(results, d))
                    .collect(Collectors.joining("; "));
        }
    }

    private static String name(Results results, Driver driver) {
        return driver.name().isEmpty() ? results.quantity(driver.quantity()) : driver.name();
    }

    /// What the answer of the reference plan rests on.
    public Rests of(String metric) {
        return rests("", results.reference, metric);
    }

    /// What the difference of two plans rests on.
    public Rests of(Results.Difference d) {
        return rests(d.comparison(), d.plan() + " minus " + d.against(), d.metric());
    }

    private Rests rests(String comparison, String plan, String metric) {
        List<Driver> drivers = results.rows(Driver.class, plan, metric);
        return new Rests(
                results.first(Confidence.class, comparison, plan, metric).orElse(null), drivers);
    }

    /// How much of the spread of an answer rests on what, on a scale of all of it.
    public static Scale scale(Rests rests) {
        Confidence c = rests.confidence;
        if (c == null || !Double.isFinite(c.explained() + c.publicRecord())) {
            return Scale.NONE;
        }
        var marks = new ArrayList<Scale.Mark>();
        double at = 0;
        double[] widths = {
            c.explained() * c.publicRecord(),
            c.explained() * c.analogy(),
            c.explained() * c.judgement()
        };
        String[] kinds = {"part record", "part analogy", "part judgement"};
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                marks.add(new Scale.Mark(kinds[i], 100 * at, 100 * widths[i]));
                at += widths[i];
            }
        }
        return new Scale("0 %", "100 %", "Of the spread " + parts(rests), marks);
    }

    /// The same in words.
    public static String parts(Rests rests) {
        Confidence c = rests.confidence;
        return c == null || !Double.isFinite(c.explained() + c.publicRecord())
                ? ""
                : "of the spread %s public record, %s analogy, %s our judgement, %s unexplained"
                        .formatted(
                                Say.percent(c.explained() * c.publicRecord()),
                                Say.percent(c.explained() * c.analogy()),
                                Say.percent(c.explained() * c.judgement()),
                                Say.percent(c.unexplained()));
    }

    /// The inputs of an answer with their claims and reasons.
    ///
    /// @param id anchor of the block
    /// @param of what the answer is about, as words after "What"
    public Block block(String id, String of, Rests rests) {
        List<Driver> shown = rests.clear();
        boolean clear = !shown.isEmpty();
        if (!clear) {
            shown = rests.drivers;
        }
        var rows = new ArrayList<Table.Row>();
        for (Driver driver : shown.stream().limit(MOST_INPUTS).toList()) {
            rows.add(row(driver));
        }
        String title =
                "What %s rests on%s"
                        .formatted(
                                of,
                                rows.isEmpty()
                                        ? ": no inputs are ranked for it"
                                        : clear ? "" : " (no single input stands out of chance)");
        return new Block.Trace(
                id,
                title,
                new Table(
                        id + "-table",
                        title,
                        List.of(
                                Column.words("Input"),
                                Column.number("Explains of the spread", "share"),
                                Column.words("Range used"),
                                Column.words("Claims and reasons")),
                        rows));
    }

    private Table.Row row(Driver driver) {
        Input input =
                results.first(Input.class, driver.quantity())
                        .orElse(new Input(driver.quantity(), "", "", "", "", "", "", "", 0, 0, 1));
        String range =
                input.low().isEmpty() && input.high().isEmpty()
                        ? input.typical()
                        : input.low().equals(input.high())
                                ? Say.told(input.low(), input.unit())
                                : "%s to %s, mean %s"
                                        .formatted(
                                                Say.told(input.low(), input.unit()),
                                                Say.told(input.high(), input.unit()),
                                                Say.told(input.typical(), input.unit()));
        return Table.Row.of(
                new Cell(
                        new Text.Builder()
                                .link(name(results, driver), Say.anchor("q", driver.quantity()))
                                .build(),
                        basis(input),
                        ""),
                new Cell(
                                Text.of(Say.percent(driver.share())),
                                driver.clear() ? "" : "not clear of noise",
                                driver.clear() ? "" : "pale")
                        .with(driver.share()),
                Cell.of(range),
                new Cell(reasons(input), "", ""));
    }

    private static String basis(Input input) {
        String from =
                switch (input.basis()) {
                    case "claims" -> "from claims";
                    case "forecasts" -> "from forecasts";
                    case "assumption" -> "our assumption, no source";
                    default -> "stated in the scenario";
                };
        double most = Math.max(input.publicRecord(), Math.max(input.analogy(), input.judgement()));
        String standing =
                !(most > 0)
                        ? ""
                        : most == input.publicRecord()
                                ? "public record"
                                : most == input.analogy() ? "analogy" : "our judgement";
        return standing.isEmpty() || input.basis().equals("assumption")
                ? from
                : from + ", mostly " + standing;
    }

    /// Claims of an input with source and date, or the reason of an assumption.
    private Text reasons(Input input) {
        var text = new Text.Builder();
        if (!input.because().isEmpty()) {
            linked(text, input.because());
            return text.build();
        }
        List<Claim> claims =
                input.of().isEmpty() ? List.of() : results.rows(Claim.class, input.of());
        for (int i = 0; i < Math.min(MOST_CLAIMS, claims.size()); i++) {
            Claim claim = claims.get(i);
            text.say(i == 0 ? "" : "; ")
                    .link(claim.claim(), Say.anchor("e", claim.claim()))
                    .say(" (grade %s): ".formatted(claim.grade()))
                    .say(claim.statement())
                    .say(claim.value().isEmpty() ? "" : ", " + claim.value())
                    .say(" — " + source(claim));
            address(text, claim);
        }
        if (claims.size() > MOST_CLAIMS) {
            text.say("; ")
                    .link(
                            "%d more".formatted(claims.size() - MOST_CLAIMS),
                            Say.anchor("of", input.of()));
        }
        return claims.isEmpty()
                ? Text.of("no claim and no reason is recorded")
                : text.say(".").build();
    }

    private static String source(Claim claim) {
        return switch (claim.kind()) {
            case "assumption" ->
                    "our assumption" + (claim.note().isEmpty() ? "" : ": " + claim.note());
            case "derived" -> "derived" + (claim.formula().isEmpty() ? "" : ": " + claim.formula());
            default -> ClaimTable.join(claim.publisher(), claim.published());
        };
    }

    /// Where a source was seen, and when.
    private static void address(Text.Builder text, Claim claim) {
        if (claim.address().isEmpty()) {
            boolean published =
                    !claim.kind().equals("assumption") && !claim.kind().equals("derived");
            text.say(published ? "; address not recorded" : "");
        } else {
            text.say("; ").page("seen " + Say.day(claim.seen()), claim.address());
        }
    }

    /// A text in which the ids of known claims are links.
    public Text linked(String words) {
        var text = new Text.Builder();
        linked(text, words);
        return text.build();
    }

    private void linked(Text.Builder text, String words) {
        Matcher ids = ID.matcher(words);
        int from = 0;
        while (ids.find()) {
            if (known.contains(ids.group())) {
                text.say(words.substring(from, ids.start()))
                        .link(ids.group(), Say.anchor("e", ids.group()));
                from = ids.end();
            }
        }
        text.say(words.substring(from));
    }
}
