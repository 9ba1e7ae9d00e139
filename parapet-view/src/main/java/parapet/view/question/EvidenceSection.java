package parapet.view.question;

import java.util.ArrayList;
import java.util.List;
import parapet.view.doc.Answer;
import parapet.view.doc.Block;
import parapet.view.doc.Scale;
import parapet.view.doc.Section;
import parapet.view.doc.Text;
import parapet.view.figure.AssumptionTable;
import parapet.view.figure.ClaimTable;
import parapet.view.figure.Comparisons;
import parapet.view.figure.DriversFigure;
import parapet.view.figure.LifeCycleCost;
import parapet.view.figure.MoneyFigure;
import parapet.view.figure.PublishedFigures;
import parapet.view.figure.RangeTable;
import parapet.view.figure.RealRaids;
import parapet.view.figure.Trust;
import parapet.view.read.EvidenceSectionRows.Top;
import parapet.view.read.Results;
import parapet.view.read.Results.Metric;
import parapet.view.read.TrustRows.Driver;
import parapet.view.words.Say;

/// Question 5: which number is right, which should be checked first, and what does it cost a year?
public final class EvidenceSection {
    private static final int NAMED = 2;

    private final Results results;
    private final Trust trust;

    public EvidenceSection(Results results) {
        this.results = results;
        this.trust = new Trust(results);
    }

    /// What the spread of readiness farthest ahead rests on; where no input is clear there, that of
    /// which an input explains most.
    private String metric(List<Top> top) {
        String ready = results.last("availability").map(Metric::key).orElse("");
        return top.isEmpty() || !trust.of(ready).clear().isEmpty()
                ? ready
                : top.getFirst().metric();
    }

    /// The answer of the first screen.
    public Answer answer() {
        String metric = metric(results.rows(Top.class, results.reference));
        Trust.Rests rests = trust.of(metric);
        List<Driver> clear = rests.clear();
        if (clear.isEmpty() || rests.word().isEmpty()) {
            return Asked.answer(
                    results,
                    "5",
                    "evidence",
                    "%s are too few to say which number to check first."
                            .formatted(Say.count(results.info.draws(), "draw", "draws")),
                    "",
                    Scale.NONE,
                    rests,
                    "");
        }
        Driver first = clear.getFirst();
        String name = results.quantity(first.quantity());
        String of = plain(results.metric(metric));
        String head =
                "Check first: %s, %s of the spread of %s."
                        .formatted(name, Say.percent(first.share()), of);
        return Asked.answer(
                results,
                "5",
                "evidence",
                Asked.shortest(
                        clear.size() < 2
                                ? head
                                : "Check first: %s (%s of the spread of %s), then %s (%s)."
                                        .formatted(
                                                name,
                                                Say.percent(first.share()),
                                                of,
                                                results.quantity(clear.get(1).quantity()),
                                                Say.percent(clear.get(1).share())),
                        head,
                        "Check first: %s.".formatted(name)),
                Trust.parts(rests),
                Trust.scale(rests),
                rests,
                "");
    }

    private static String plain(Metric metric) {
        return switch (metric.kind()) {
            case "availability", "ready-unit-years" -> "readiness";
            case "cost", "future-cost" -> "money";
            case "lost-unit-years" -> "time lost";
            default -> metric.label();
        };
    }

    /// The section.
    public Section section() {
        var claims = new ClaimTable(results);
        List<Top> top = results.rows(Top.class, results.reference);
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(new DriversFigure(results).blocks());
        blocks.add(trust.block("why-5", "readiness", trust.of(metric(top))));
        List<Block> outside = new ArrayList<>(new PublishedFigures(results).blocks());
        outside.addAll(new RealRaids(results).blocks());
        if (!outside.isEmpty()) {
            blocks.add(new Block.Fold("The model beside what was published", outside));
        }
        List<Block> money = new ArrayList<>(new MoneyFigure(results).blocks());
        money.addAll(new LifeCycleCost(results).blocks());
        var settlement = new Comparisons(results, "money");
        if (!settlement.asked().isEmpty()) {
            money.addAll(settlement.blocks());
        }
        blocks.add(new Block.Fold("Money by fiscal year, and of every plan", money));
        blocks.add(new Block.Fold("Every figure with all its claims", claims.blocks()));
        blocks.add(
                new Block.Fold(
                        "The range used for every uncertain number",
                        new RangeTable(results).blocks()));
        blocks.add(
                new Block.Fold(
                        "Assumptions, kept apart from sources",
                        new AssumptionTable(results).blocks(claims.claims())));
        return new Section("q5", "5", results.question("evidence"), answers(claims, top), blocks);
    }

    private static String disagree(long conflicts, long flagged) {
        return conflicts == 0
                ? "On no figure do the claims disagree."
                : "On %s the claims disagree%s: those stand first."
                        .formatted(
                                Say.count(conflicts, "figure", "figures"),
                                flagged == 0
                                        ? ""
                                        : ", on %,d by a power of ten".formatted(flagged));
    }

    private Text.Builder link(Text.Builder text, String quantity) {
        return text.link(results.quantity(quantity), Say.anchor("q", quantity));
    }

    /// Inputs that explain most of another answer than the one of the first screen.
    private static List<Top> others(List<Top> top, String metric, List<Driver> named) {
        return top.stream()
                .filter(t -> !t.metric().equals(metric))
                .filter(t -> named.stream().noneMatch(d -> d.quantity().equals(t.quantity())))
                .limit(NAMED)
                .toList();
    }

    private List<Text> answers(ClaimTable claims, List<Top> top) {
        List<Text> answers = new ArrayList<>();
        if (top.isEmpty()) {
            answers.add(
                    Text.of(
                            "No single input explains more of the spread than chance would at this number of draws."));
        } else {
            Text.Builder text = new Text.Builder().say("Check first: ");
            String metric = metric(top);
            List<Driver> clear = trust.of(metric).clear().stream().limit(NAMED).toList();
            String of = " (%s of the spread of " + plain(results.metric(metric)) + ")";
            String between = "";
            for (Driver one : clear) {
                text.say(between);
                link(text, one.quantity()).say(of.formatted(Say.percent(one.share())));
                of = " (%s)";
                between = ", then ";
            }
            between = clear.isEmpty() ? "" : ". For other answers: ";
            for (Top one : others(top, metric, clear)) {
                text.say(between);
                link(text, one.quantity())
                        .say(
                                " (%s of the spread of: %s)"
                                        .formatted(
                                                Say.percent(one.share()),
                                                results.metric(one.metric()).label()));
                between = "; ";
            }
            answers.add(text.say(".").build());
        }
        if (claims.claims().isEmpty()) {
            answers.add(Text.of("The scenario holds no claims."));
            return answers;
        }
        long conflicts = claims.groups().stream().filter(ClaimTable.Group::conflict).count();
        long flagged = claims.groups().stream().filter(ClaimTable.Group::flagged).count();
        long used = claims.claims().stream().filter(row -> row.weight() > 0).count();
        answers.add(
                Text.of(
                        "The evidence holds %s on %s; %s used by a number of this run. %s"
                                .formatted(
                                        Say.count(claims.claims().size(), "claim", "claims"),
                                        Say.count(claims.groups().size(), "figure", "figures"),
                                        used == 1 ? "1 is" : "%,d are".formatted(used),
                                        disagree(conflicts, flagged))));
        return answers;
    }
}
