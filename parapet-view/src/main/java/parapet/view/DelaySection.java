package parapet.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.view.Results.Difference;
import parapet.view.Results.Estimate;
import parapet.view.Results.Metric;
import parapet.view.doc.Block;
import parapet.view.doc.Section;
import parapet.view.doc.Text;

/// Question 1: what did the delay cost, and what if it slips again? It leads with the answers; its
/// figures are [ReadyFan], [TimeLost], [PromiseSlips], [Hindcast] and [OneHistory].
final class DelaySection {
    private final Results results;
    private final Parts parts;
    private final TimeLost lost;

    DelaySection(Results results) {
        this.results = results;
        this.parts = new Parts(results);
        this.lost = new TimeLost(results);
    }

    Section section() {
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

    static List<String> ordered(Results results, Set<String> keys) {
        List<String> ordered = new ArrayList<>(results.plans.keySet());
        ordered.retainAll(keys);
        keys.stream().filter(key -> !ordered.contains(key)).forEach(ordered::add);
        return ordered;
    }

    static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    static Block quiet(String text) {
        return new Block.Paragraph(Text.of(text), true);
    }
}
