package parapet.view.question;

import java.util.ArrayList;
import java.util.List;
import parapet.view.doc.Block;
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
import parapet.view.read.ClaimTableRows;
import parapet.view.read.EvidenceSectionRows.Top;
import parapet.view.read.Results;
import parapet.view.words.Say;

/// Question 5: which number is right, which should be checked first, and what does it cost a year?
/// It leads with the answers; its figures are [DriversFigure], [PublishedFigures], [RealRaids],
/// [MoneyFigure], [LifeCycleCost], [ClaimTable], [RangeTable] and [AssumptionTable].
public final class EvidenceSection {
    private final Results results;

    public EvidenceSection(Results results) {
        this.results = results;
    }

    public Section section() {
        var claims = new ClaimTable(results);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("drivers", "What to check first"));
        blocks.addAll(new DriversFigure(results).blocks());
        blocks.addAll(new PublishedFigures(results).blocks());
        blocks.addAll(new RealRaids(results).blocks());
        blocks.add(new Block.Heading("money", "Money by fiscal year"));
        blocks.addAll(new MoneyFigure(results).blocks());
        blocks.addAll(new LifeCycleCost(results).blocks());
        var settlement = new Comparisons(results, "money");
        if (!settlement.asked().isEmpty()) {
            blocks.addAll(settlement.blocks());
        }
        blocks.add(new Block.Heading("evidence", "Every figure with all its claims"));
        blocks.addAll(claims.blocks());
        blocks.add(new Block.Heading("ranges", "The range used for every uncertain number"));
        blocks.addAll(new RangeTable(results).blocks());
        blocks.add(new Block.Heading("assumptions", "Assumptions, kept apart from sources"));
        blocks.addAll(new AssumptionTable(results).blocks(claims.claims()));
        return new Section(
                "q5",
                "5",
                results.question("evidence"),
                answers(claims.claims(), claims.groups()),
                blocks);
    }

    private List<Text> answers(List<ClaimTableRows.Claim> claims, List<ClaimTable.Group> groups) {
        List<Text> answers = new ArrayList<>();
        List<Top> top = results.query.rows(Top.class, results.reference);
        if (!top.isEmpty()) {
            Text.Builder text = new Text.Builder().say("Check first: ");
            for (int i = 0; i < top.size(); i++) {
                Top row = top.get(i);
                text.say(i == 0 ? "" : i == top.size() - 1 ? " and " : ", ")
                        .link(results.quantity(row.quantity()), Say.anchor("q", row.quantity()))
                        .say(
                                " (explains %s of the spread of: %s)"
                                        .formatted(
                                                Say.percent(row.share()),
                                                results.metric(row.metric()).label()));
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
        long conflicts = groups.stream().filter(ClaimTable.Group::conflict).count();
        long flagged = groups.stream().filter(ClaimTable.Group::flagged).count();
        long used = claims.stream().filter(row -> row.weight() > 0).count();
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
}
