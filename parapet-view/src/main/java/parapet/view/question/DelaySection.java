package parapet.view.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.view.doc.Block;
import parapet.view.doc.Section;
import parapet.view.doc.Text;
import parapet.view.figure.Hindcast;
import parapet.view.figure.OneHistory;
import parapet.view.figure.Parts;
import parapet.view.figure.PromiseSlips;
import parapet.view.figure.ReadyFan;
import parapet.view.figure.TimeLost;
import parapet.view.read.DelaySectionRows.Standing;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.words.Say;

/// Question 1: what did the delay cost, and what if it slips again? It leads with the answers; its
/// figures are [ReadyFan], [TimeLost], [PromiseSlips], [Hindcast] and [OneHistory].
public final class DelaySection {
    private final Results results;
    private final Parts parts;
    private final TimeLost lost;

    public DelaySection(Results results) {
        this.results = results;
        this.parts = new Parts(results);
        this.lost = new TimeLost(results);
    }

    public Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("ready", "Promised, delivered, ready"));
        blocks.addAll(new ReadyFan(results).blocks());
        blocks.add(new Block.Heading("lost", "Time lost"));
        blocks.addAll(lost.blocks());
        blocks.addAll(new RepairSection(results).waterfall(true));
        blocks.add(new Block.Heading("again", "If it slips again"));
        blocks.addAll(lost.slipPrice());
        blocks.add(new Block.Heading("promises", "How promises slipped"));
        blocks.addAll(new PromiseSlips(results).blocks());
        blocks.addAll(new Hindcast(results).blocks());
        blocks.add(new Block.Heading("history", "One possible history"));
        blocks.addAll(new OneHistory(results).blocks());
        return new Section("q1", "1", results.question("delay"), answers(), blocks);
    }

    /// Units in the month of a day: quantiles of promised, delivered and ready.
    public @Nullable Standing at(LocalDate day) {
        return results.query.first(Standing.class, results.reference, day).orElse(null);
    }

    private List<Text> answers() {
        List<Text> answers = new ArrayList<>();
        Standing now = at(results.info.asOf());
        if (now != null) {
            answers.add(
                    new Text.Builder()
                            .say("On " + Say.day(results.info.asOf()) + ", ")
                            .strong(
                                    "%s of %s promised %s were delivered and %s ready"
                                            .formatted(
                                                    Say.tenths(now.delivered()),
                                                    Say.tenths(now.promised()),
                                                    results.units(),
                                                    Say.tenths(now.ready())))
                            .say(
                                    " (ready in 9 of 10 runs: %s; %s)."
                                            .formatted(
                                                    Parts.tenths(now.ready05(), now.ready95()),
                                                    results.method()))
                            .build());
        }
        List<Metric> dates = results.metrics("lost-unit-years");
        Text.Builder text = new Text.Builder();
        for (Metric metric : dates) {
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
            parts.restsOn(text, dates.getLast().key());
            answers.add(text.build());
        }
        Difference price = lost.price();
        if (price != null) {
            String unit = results.metric(price.metric()).unit();
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
}
