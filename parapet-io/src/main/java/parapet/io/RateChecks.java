package parapet.io;

import java.time.LocalDate;
import parapet.evidence.Claim;
import parapet.evidence.RateHistory;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Currencies;
import parapet.quantity.Dimension;
import parapet.quantity.Span;
import parapet.scenario.Money;
import parapet.scenario.Realiser;
import parapet.scenario.Scenario;

/// Exchange rates: the codes, the claims of a series, and whether a rate is known on the day of the
/// evidence and within the simulated time.
final class RateChecks {
    private final Binder binder;
    private final Tree.Mapping m;
    private final Where where;

    private RateChecks(Binder binder, Tree.Mapping m, Where where) {
        this.binder = binder;
        this.m = m;
        this.where = where;
    }

    private Place at(String key) {
        Tree tree = m.value(key);
        return tree == null ? where.at() : tree.place();
    }

    private void fail(Place at, String message, String note) {
        binder.report(Diagnostic.error(at, where.about(message)).noting(note));
    }

    /// Checks the codes under `money.rates`.
    static void codes(Binder binder, Tree.Mapping m, Where where) {
        if (!(m.value("rates") instanceof Tree.Mapping rates)) {
            return;
        }
        for (Tree.Entry e : rates.entries()) {
            String code = e.key().text();
            if (code.equals(Currencies.PIVOT)) {
                binder.report(
                        Diagnostic.error(
                                        e.key().place(),
                                        where.about(
                                                "rates: %s needs no rate; all rates are quoted for one %s"
                                                        .formatted(code, code)))
                                .noting("remove this entry"));
            } else if (!Currencies.isCode(code)) {
                binder.report(
                        Diagnostic.error(
                                        e.key().place(),
                                        where.about("rates: this is not the code of a currency"))
                                .expecting("three capital letters")
                                .finding(Words.quoted(code)));
            }
        }
    }

    /// Checks the claims of one series. What is wrong with the code itself is said by [#codes].
    static void series(
            Money.Rate rate,
            Binder binder,
            Evidence evidence,
            Tree.Mapping m,
            Where where,
            String code) {
        if (code.equals(Currencies.PIVOT) || !Currencies.isCode(code)) {
            return;
        }
        var checks = new RateChecks(binder, m, where);
        Place at = checks.at("series");
        String pair = code + "/" + Currencies.PIVOT;
        boolean known =
                evidence.claims(rate.series()).stream()
                        .anyMatch(c -> c.span() != null && pair.equals(c.span().currency()));
        for (Claim c : evidence.claims(rate.series())) {
            Span span = c.span();
            if (!known || span == null || c.dimension() != Dimension.EXCHANGE) {
                continue;
            }
            if (!pair.equals(span.currency())) {
                checks.fail(
                        at,
                        "the claim %s (%s) is in %s, not in %s"
                                .formatted(Words.quoted(c.id()), c.where(), span.currency(), pair),
                        other(String.valueOf(span.currency()), code));
            } else if (!(span.low() > 0)) {
                checks.fail(
                        at,
                        "the claim %s (%s) is not more than 0"
                                .formatted(Words.quoted(c.id()), c.where()),
                        "a rate says how many %s are paid for one %s"
                                .formatted(code, Currencies.PIVOT));
            } else if (c.asOf() == null) {
                checks.fail(
                        at,
                        "the claim %s (%s) does not say for which time it holds"
                                .formatted(Words.quoted(c.id()), c.where()),
                        "give its asOf: a day, a month or a year");
            }
        }
        if (!known && !evidence.doubtful(rate.series())) {
            checks.fail(
                    at,
                    "no claim of %s has the unit %s".formatted(Words.quoted(rate.series()), pair),
                    "give the series claims with the unit %s, each with its asOf".formatted(pair));
        }
    }

    /// How a rate in another pair is brought to the one wanted.
    private static String other(String pair, String code) {
        String pivot = Currencies.PIVOT;
        int cut = pair.indexOf('/');
        String base = pair.substring(cut + 1);
        if (pair.equals(pivot + "/" + code)) {
            return "write one divided by it, with the unit %s/%s, or move it to a key of its own"
                    .formatted(code, pivot);
        }
        return pair.startsWith(code + "/")
                ? "multiply it by the %s/%s rate of the same time and write the product with the unit %s/%s and kind derived, or move it to a key of its own"
                        .formatted(base, pivot, code, pivot)
                : "move it to a key of its own";
    }

    /// Checks that every rate is known on the day of the evidence and begins within the time.
    static void known(Scenario s, Binder binder, Tree.Mapping m, Where where) {
        var checks = new RateChecks(binder, m, where);
        s.money().rates().forEach((code, rate) -> checks.known(s, code, rate));
    }

    private void known(Scenario s, String code, Money.Rate rate) {
        LocalDate asOf = Realiser.lastDay(s);
        RateHistory history = RateHistory.of(s.claims(), rate.series(), code, asOf);
        RateHistory ever = RateHistory.of(s.claims(), rate.series(), code, LocalDate.MAX);
        if (ever == null || !s.end().isAfter(s.start())) {
            return;
        }
        if (history == null) {
            fail(
                    at(s.asOf() == null ? "claims" : "asOf"),
                    "no exchange rate of %s was known on %s".formatted(code, asOf),
                    "the first is known on %s: set asOf to that day or later, or give %s an earlier rate"
                            .formatted(ever.knownFrom(), Words.quoted(rate.series())));
        } else if (history.firstDay().isAfter(s.end())) {
            fail(
                    at("end"),
                    "the time ends before the first exchange rate of %s, which holds from %s"
                            .formatted(code, history.firstDay()),
                    "give %s a rate of this time".formatted(Words.quoted(rate.series())));
        } else if (history.firstDay().isAfter(s.start())) {
            binder.report(
                    Diagnostic.warning(
                                    at("start"),
                                    where.about(
                                            "money before %s is converted at the first exchange rate of %s, which holds from then"
                                                    .formatted(history.firstDay(), code)))
                            .noting(
                                    "give %s an earlier rate, or start later"
                                            .formatted(Words.quoted(rate.series()))));
        }
    }
}
