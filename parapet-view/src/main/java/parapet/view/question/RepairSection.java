package parapet.view.question;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.view.doc.Answer;
import parapet.view.doc.Block;
import parapet.view.doc.Scale;
import parapet.view.doc.Section;
import parapet.view.doc.Text;
import parapet.view.figure.ChainTable;
import parapet.view.figure.Comparisons;
import parapet.view.figure.Comparisons.Even;
import parapet.view.figure.PlanTable;
import parapet.view.figure.Trust;
import parapet.view.figure.Waterfall;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Plan;
import parapet.view.words.Say;

/// Question 2: does local repair and spares production pay, and when?
public final class RepairSection {
    /// Ends of the scale of differences, points.
    private static final double ENDS = 50;

    private static final String NONE =
            "The scenario compares no plans with and without local repair, so there is no answer.";

    private final Results results;
    private final Comparisons comparisons;
    private final Trust trust;

    public RepairSection(Results results) {
        this.results = results;
        this.comparisons = new Comparisons(results, "repair");
        this.trust = new Trust(results);
    }

    private @Nullable Difference availability() {
        return comparisons.leading("availability");
    }

    /// The answer of the first screen.
    public Answer answer() {
        Difference d = availability();
        if (d == null) {
            return Asked.none(results, "2", "repair", NONE);
        }
        Estimate with = results.estimate(d.plan(), d.metric());
        Estimate without = results.estimate(d.against(), d.metric());
        String level =
                with == null || without == null
                        ? "“%s” changes readiness by %s"
                                .formatted(
                                        results.planName(d.plan()), Say.difference(d.mean(), "%"))
                        : "“%s”: %s fully ready %s of the time, instead of %s"
                                .formatted(
                                        results.planName(d.plan()),
                                        results.units(),
                                        Say.measure(with.mean(), "%"),
                                        Say.measure(without.mean(), "%"));
        Plan plan = results.plans.get(d.plan());
        Even even = comparisons.breakEven(d);
        boolean doubt = plan != null && !plan.caution().isEmpty();
        String when =
                even == null || !even.likely()
                        ? ""
                        : even.share() < 1
                                ? "; money even in %s of draws".formatted(Say.percent(even.share()))
                                : "; money even by " + even.year();
        return Asked.answer(
                results,
                "2",
                "repair",
                Asked.shortest(doubt ? level + "." : level + when + ".", level + "."),
                "%s (%s)%s"
                        .formatted(
                                Say.difference(d.mean(), "%"),
                                Say.differenceRange(d.p05(), d.p95(), "%"),
                                even == null
                                        ? ""
                                        : doubt
                                                ? "; money: see caution below"
                                                : even.ever()
                                                        ? "; money even by " + even.words()
                                                        : "; money is not even in the time simulated"),
                Scale.band(
                        -ENDS,
                        ENDS,
                        d.p05(),
                        d.mean(),
                        d.p95(),
                        "−50",
                        "+50",
                        "%s, in 9 of 10 draws %s, on a scale from −50 to +50 points"
                                .formatted(
                                        Say.difference(d.mean(), "%"),
                                        Say.differenceRange(d.p05(), d.p95(), "%"))),
                trust.of(d),
                Asked.turns(results, d));
    }

    /// The section.
    public Section section() {
        List<Block> blocks = new ArrayList<>(comparisons.blocks());
        Difference d = availability();
        if (d != null) {
            blocks.add(trust.block("why-2", "the gain of repair", trust.of(d)));
        }
        Waterfall days = new Waterfall(results);
        blocks.add(new Block.Fold(days.title(), days.blocks()));
        blocks.add(
                new Block.Fold(
                        "What holds them up, cause behind cause",
                        new ChainTable(results).blocks(comparisons.leading("ready-unit-years"))));
        PlanTable plans = new PlanTable(results);
        List<Block> all = new ArrayList<>(plans.blocks());
        all.addAll(plans.inWords());
        blocks.add(new Block.Fold("All plans side by side, and in words", all));
        return new Section("q2", "2", results.question("repair"), answers(), blocks);
    }

    private List<Text> answers() {
        Difference d = availability();
        if (d == null) {
            return List.of(Text.of(NONE));
        }
        List<Text> answers = new ArrayList<>();
        Text.Builder text =
                new Text.Builder()
                        .say(
                                "“%s” against “%s”: "
                                        .formatted(
                                                results.planName(d.plan()),
                                                results.planName(d.against())))
                        .strong("%s of readiness".formatted(Say.difference(d.mean(), "%")))
                        .say(
                                " (9 of 10 draws: %s; better in %s of %d)"
                                        .formatted(
                                                Say.differenceRange(d.p05(), d.p95(), "%"),
                                                Say.percent(d.shareBetter()),
                                                d.n()));
        Difference ready = comparisons.leading("ready-unit-years");
        if (ready != null) {
            text.say(
                    ", which is %s ready %s-years by %s (%s)"
                            .formatted(
                                    Say.difference(ready.mean(), ""),
                                    results.unit,
                                    Say.month(results.metric(ready.metric()).date()),
                                    Say.differenceRange(ready.p05(), ready.p95(), "")));
        }
        answers.add(text.say(".").build());
        money(ready, answers);
        return answers;
    }

    private void money(@Nullable Difference ready, List<Text> answers) {
        if (ready == null) {
            return;
        }
        String cost = comparisons.ratios().get(ready.comparison());
        Even even = comparisons.breakEven(ready);
        Text.Builder text = new Text.Builder();
        if (cost != null) {
            text.say("Cost of one more ready %s-year: ".formatted(results.unit))
                    .strong(cost)
                    .say(". ");
        }
        if (even != null) {
            text.say(
                            even.ever()
                                    ? "Money spent and saved is even by "
                                    : "Money spent and saved is even: ")
                    .strong(even.words())
                    .say(". ");
        }
        Plan plan = results.plans.get(ready.plan());
        if (plan != null && !plan.caution().isEmpty()) {
            text.say("Caution: ");
            trust.linked(plan.caution()).spans().forEach(text::span);
            text.say(".");
        }
        if (!text.isEmpty()) {
            answers.add(text.build());
        }
    }
}
