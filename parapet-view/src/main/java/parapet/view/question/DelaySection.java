package parapet.view.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parapet.quantity.Measures;
import parapet.view.doc.Answer;
import parapet.view.doc.Block;
import parapet.view.doc.Page.Count;
import parapet.view.doc.Scale;
import parapet.view.doc.Section;
import parapet.view.doc.Text;
import parapet.view.figure.Hindcast;
import parapet.view.figure.OneHistory;
import parapet.view.figure.Parts;
import parapet.view.figure.PromiseSlips;
import parapet.view.figure.TimeLost;
import parapet.view.figure.Trust;
import parapet.view.read.Results;
import parapet.view.read.Results.Difference;
import parapet.view.read.Results.Estimate;
import parapet.view.read.Results.Metric;
import parapet.view.read.StandingRows.Standing;
import parapet.view.words.Say;

/// Question 1: what did the delay cost, and what if it slips again?
public final class DelaySection {
    private final Results results;
    private final TimeLost lost;
    private final Trust trust;

    public DelaySection(Results results) {
        this.results = results;
        this.lost = new TimeLost(results);
        this.trust = new Trust(results);
    }

    /// Units in the month of a day; null when none is due.
    public @Nullable Standing at(LocalDate day) {
        return results.first(Standing.class, results.reference, day).orElse(null);
    }

    /// How many are promised, delivered, able to fight and fully ready on the as-of date.
    public List<Count> now() {
        Standing now = at(results.info.asOf());
        return now == null
                ? List.of()
                : List.of(
                        new Count(Say.tenths(now.promised()), "promised", "", "promised"),
                        new Count(Say.tenths(now.delivered()), "delivered", "", "delivered"),
                        new Count(
                                Say.tenths(now.fight()),
                                "able to fight",
                                Parts.tenths(now.fight05(), now.fight95()),
                                "fight"),
                        new Count(
                                Say.tenths(now.ready()),
                                "fully ready",
                                Parts.tenths(now.ready05(), now.ready95()),
                                "ready"));
    }

    /// The difference that the delay made, at the as-of date or the first date after it.
    private @Nullable Difference delay() {
        return results.differences.stream()
                .filter(d -> d.topic().equals("delay"))
                .filter(d -> {
                    Metric m = results.metric(d.metric());
                    return m.kind().equals("ready-unit-years")
                            && m.date() != null
                            && !m.date().isBefore(results.info.asOf());
                })
                .findFirst()
                .orElse(null);
    }

    /// Time promised but not ready, at the as-of date or the first date after it, else at the last.
    private @Nullable Estimate lostNow() {
        Estimate last = null;
        for (Metric m : results.metrics("lost-unit-years")) {
            Estimate e = results.estimate(results.reference, m.key());
            if (e != null && m.date() != null) {
                last = e;
                if (!m.date().isBefore(results.info.asOf())) {
                    return e;
                }
            }
        }
        return last;
    }

    /// The answer of the first screen.
    public Answer answer() {
        Difference delay = delay();
        Estimate loss = lostNow();
        String metric;
        double mean;
        double low;
        double high;
        boolean gained = delay != null && delay.mean() > 0;
        if (delay != null) {
            metric = delay.metric();
            mean = Math.abs(delay.mean());
            low = gained ? delay.p05() : -delay.p95();
            high = gained ? delay.p95() : -delay.p05();
        } else if (loss != null) {
            metric = loss.metric();
            mean = loss.mean();
            low = loss.low();
            high = loss.high();
        } else {
            return Asked.none(
                    results,
                    "1",
                    "delay",
                    "The study asks for no date and no delay, so there is no answer.");
        }
        LocalDate by = results.metric(metric).date();
        String first =
                delay == null
                        ? "%s promised %s-years were not fully ready by %s"
                                .formatted(Say.number(mean), results.unit, Say.month(by))
                        : "The delay %s %s ready %s-years by %s"
                                .formatted(
                                        gained ? "gained" : "cost",
                                        Say.number(mean),
                                        results.unit,
                                        Say.month(by));
        Difference price = lost.price();
        String month =
                price == null || !price.perMonthClear()
                        ? ""
                        : "; each further month %s %s ready %s-days"
                                .formatted(
                                        price.perMonth() < 0 ? "costs" : "gains",
                                        days(price.perMonth()),
                                        results.unit);
        double promised = promised(by);
        String of =
                promised > 0
                        ? " of %s promised %s-years".formatted(Say.number(promised), results.unit)
                        : " %s-years".formatted(results.unit);
        return Asked.answer(
                results,
                "1",
                "delay",
                Asked.shortest(first + month + ".", first + "."),
                "%s (%s)%s".formatted(Say.number(mean), Say.range(low, high, ""), of),
                promised > 0
                        ? Scale.band(
                                0,
                                promised,
                                low,
                                mean,
                                high,
                                "0",
                                Say.number(promised),
                                "%s, in 9 of 10 draws %s, on a scale from 0 to %s %s-years"
                                        .formatted(
                                                Say.number(mean),
                                                Say.range(low, high, ""),
                                                Say.number(promised),
                                                results.unit))
                        : Scale.NONE,
                delay == null ? trust.of(metric) : trust.of(delay),
                delay == null ? "" : Asked.turns(results, delay));
    }

    private static String days(double years) {
        double days = Math.abs(years) * Measures.DAYS_PER_YEAR;
        return Say.number(days < 1 ? days : Math.rint(days));
    }

    private double promised(@Nullable LocalDate by) {
        return results.metrics("promised-unit-years").stream()
                .filter(m -> m.date() != null && m.date().equals(by))
                .map(m -> results.estimate(results.reference, m.key()))
                .filter(e -> e != null)
                .mapToDouble(e -> e.mean())
                .findFirst()
                .orElse(0);
    }

    /// The section.
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(new parapet.view.figure.Standing(results).stacks());
        Difference delay = delay();
        Estimate loss = lostNow();
        if (delay != null) {
            blocks.add(trust.block("why-1", "the cost of the delay", trust.of(delay)));
        } else if (loss != null) {
            blocks.add(trust.block("why-1", "the time lost", trust.of(loss.metric())));
        }
        blocks.add(
                new Block.Fold(
                        "How promises slipped, and what this model would have foretold",
                        List.of(
                                new PromiseSlips(results).blocks().getFirst(),
                                new Hindcast(results).blocks().getFirst())));
        List<Block> time = new ArrayList<>(lost.blocks());
        time.addAll(lost.slipPrice());
        blocks.add(new Block.Fold("Time lost by date, and the price of a month", time));
        blocks.add(new Block.Fold("One possible history", new OneHistory(results).blocks()));
        return new Section("q1", "1", results.question("delay"), answers(), blocks);
    }

    private List<Text> answers() {
        List<Text> answers = new ArrayList<>();
        Difference delay = delay();
        if (delay != null) {
            boolean gained = delay.mean() > 0;
            answers.add(
                    new Text.Builder()
                            .say("Against “%s” ".formatted(results.planName(delay.against())))
                            .strong(
                                    "%s ready %s-years are %s by %s"
                                            .formatted(
                                                    Say.number(Math.abs(delay.mean())),
                                                    results.unit,
                                                    gained ? "gained" : "missing",
                                                    Say.month(
                                                            results.metric(delay.metric()).date())))
                            .say(
                                    " (9 of 10 draws: %s; ± %s of the simulation)."
                                            .formatted(
                                                    gained
                                                            ? Say.range(
                                                                    delay.p05(), delay.p95(), "")
                                                            : Say.range(
                                                                    -delay.p95(), -delay.p05(), ""),
                                                    Say.number(delay.half())))
                            .build());
        }
        Estimate loss = lostNow();
        if (loss != null) {
            answers.add(
                    Text.of(
                            "%s%s promised %s-years were not fully ready by %s (9 of 10 draws: %s)."
                                    .formatted(
                                            delay == null
                                                    ? ""
                                                    : "Counting breakdowns and deployment too, ",
                                            Say.number(loss.mean()),
                                            results.unit,
                                            Say.month(results.metric(loss.metric()).date()),
                                            Say.range(loss.low(), loss.high(), ""))));
        }
        Difference price = lost.price();
        if (price != null) {
            String half = days(price.perMonthHalf());
            answers.add(
                    Text.of(
                            price.perMonthClear()
                                    ? "One more month of “%s” %s %s ready %s-days (± %s of the simulation)."
                                            .formatted(
                                                    results.planName(price.plan()),
                                                    price.perMonth() < 0 ? "costs" : "gains",
                                                    days(price.perMonth()),
                                                    results.unit,
                                                    half)
                                    : "One more month of “%s” changes no more than noise of the simulation (± %s ready %s-days)."
                                            .formatted(
                                                    results.planName(price.plan()),
                                                    half,
                                                    results.unit)));
        }
        if (answers.isEmpty()) {
            answers.add(Text.of("The study asks for no date and no delay, so there is no answer."));
        }
        return answers;
    }
}
