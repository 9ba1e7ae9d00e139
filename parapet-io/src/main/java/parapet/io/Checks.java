package parapet.io;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Span;
import parapet.scenario.Catalogue;
import parapet.scenario.Change;
import parapet.scenario.Money;
import parapet.scenario.Observation;
import parapet.scenario.Programme;
import parapet.scenario.Scenario;
import parapet.scenario.Study;

/// What the shape of the language cannot say: keys that must fit each other.
final class Checks {
    private static final long LONGEST_YEARS = 200;

    private final Binder binder;
    private final Evidence evidence;

    Checks(Binder binder, Evidence evidence) {
        this.binder = binder;
        this.evidence = evidence;
    }

    private static Place place(Tree.Mapping m, String key, Where where) {
        Tree tree = m.value(key);
        return tree == null ? where.at() : tree.place();
    }

    private void fail(Place at, Where where, String message, @Nullable String note) {
        Diagnostic d = Diagnostic.error(at, where.about(message));
        binder.report(note == null ? d : d.noting(note));
    }

    // ---------------------------------------------------------------- one record

    /// Checks a record whose own keys could all be read.
    void record(@Nullable Record record, Tree.Mapping m, Where where, String id) {
        SkyChecks.record(
                record,
                evidence,
                (key, problem, note) ->
                        fail(
                                binder.facts.places.getOrDefault(key, place(m, key, where)),
                                where,
                                problem,
                                note));
        SizeChecks.record(
                record, (key, problem, note) -> fail(place(m, key, where), where, problem, note));
        PolicyChecks.record(record, binder, m, where, id);
        MoneyChecks.record(record, binder, m, where);
        ContractChecks.record(
                record,
                m,
                (key, problem, note) -> fail(place(m, key, where), where, problem, note));
        switch (record) {
            case Catalogue.Slot s -> slot(s, m, where);
            case Catalogue.Part p ->
                    SupportChecks.part(
                            p,
                            evidence,
                            (key, problem, note) ->
                                    fail(place(m, key, where), where, problem, note));
            case Scenario s -> {
                period(s, m, where);
                observed(s, where);
                bought(s, where);
                new ContractChecks(s, binder).whole();
                RateChecks.known(s, binder, m, where);
            }
            case Programme.Contract c -> {
                if (c.settlement() != null) {
                    currency(c.settlement(), m, "settlement", where);
                }
            }
            case Programme.Purchase p -> purchase(p, m, where);
            case Money money -> {
                currency(money.reporting(), m, "reporting", where);
                money.alsoIn().forEach(code -> currency(code, m, "alsoIn", where));
                RateChecks.codes(binder, m, where);
            }
            case Money.Rate r -> RateChecks.series(r, binder, evidence, m, where, id);
            case Study s -> study(s, m, where);
            case Study.Comparison c -> {
                if (c.plan().equals(c.against())) {
                    fail(place(m, "against", where), where, "a plan is compared with itself", null);
                }
            }
            case Study.Statement s ->
                    NewsChecks.statement(
                            s,
                            evidence,
                            (key, problem, note) ->
                                    fail(place(m, key, where), where, problem, note));
            case Observation o -> observation(o, m, where);
            case Change c -> change(c, m, where);
            case null, default -> {}
        }
    }

    private void slot(Catalogue.Slot s, Tree.Mapping m, Where where) {
        if (s.full() > s.count()) {
            fail(
                    place(m, "full", where),
                    where,
                    "full (%d) is more than count (%d)".formatted(s.full(), s.count()),
                    "no more parts can be asked to work than are installed");
        }
        if (s.degraded() > s.full()) {
            fail(
                    place(m, "degraded", where),
                    where,
                    "degraded (%d) is more than full (%d)".formatted(s.degraded(), s.full()),
                    "a unit that is full is at least degraded; lower degraded");
        }
    }

    private void period(Scenario s, Tree.Mapping m, Where where) {
        if (!s.end().isAfter(s.start())) {
            fail(
                    place(m, "end", where),
                    where,
                    "end (%s) is not after start (%s)".formatted(s.end(), s.start()),
                    null);
        } else if (s.end().getYear() - s.start().getYear() > LONGEST_YEARS) {
            fail(
                    place(m, "end", where),
                    where,
                    "the simulated time is longer than %d years".formatted(LONGEST_YEARS),
                    null);
        }
        if (s.plans().isEmpty()) {
            fail(
                    place(m, "plans", where),
                    where,
                    "there is no plan",
                    "write at least: plans: {baseline: {}}");
        }
    }

    private void observed(Scenario s, Where where) {
        if (!s.end().isAfter(s.start())) {
            return;
        }
        s.study()
                .observations()
                .forEach((id, o) -> {
                    if (o.first().isBefore(s.start()) || o.date().isAfter(s.end())) {
                        Place at = binder.facts.places.get("study.observations." + id);
                        fail(
                                at == null ? where.at() : at,
                                where,
                                "observation \"%s\" lies outside the simulated time (%s to %s)"
                                        .formatted(id, s.start(), s.end()),
                                "simulate from before its first day to after its last");
                    }
                });
    }

    /// Missiles that no unit can carry would be bought for nobody.
    private void bought(Scenario s, Where where) {
        var carried = new HashSet<String>();
        s.catalogue().units().values().forEach(t -> carried.addAll(t.missiles().keySet()));
        s.programme()
                .purchases()
                .forEach((id, p) ->
                        carried(
                                p.active() ? p.missiles().keySet() : Set.of(),
                                carried,
                                "programme.purchases." + id + ".missiles",
                                "purchase \"%s\"".formatted(id),
                                where));
        s.programme()
                .withdrawals()
                .forEach((id, w) ->
                        carried(
                                w.active() ? w.missiles().keySet() : Set.of(),
                                carried,
                                "programme.withdrawals." + id + ".missiles",
                                "withdrawal \"%s\"".formatted(id),
                                where));
    }

    private void carried(
            Set<String> missiles, Set<String> carried, String path, String subject, Where where) {
        for (String missile : missiles) {
            if (!carried.contains(missile)) {
                Place at =
                        binder.facts.places.getOrDefault(
                                path + "." + missile, binder.facts.places.get(path));
                fail(
                        at == null ? where.at() : at,
                        where,
                        "%s: no type of unit carries the missile \"%s\""
                                .formatted(subject, missile),
                        "add it to the `missiles` of a type under catalogue.units, if only with the number 0");
            }
        }
    }

    private void currency(String code, Tree.Mapping m, String key, Where where) {
        binder.facts.currencies.add(
                new Facts.Currency(
                        code, place(m, key, where), where.key(key, where.at()).subject()));
    }

    private void purchase(Programme.Purchase p, Tree.Mapping m, Where where) {
        if (!p.spares().isEmpty() && p.site() == null) {
            fail(
                    place(m, "spares", where),
                    where,
                    "spare parts are bought for no site",
                    "add the site that gets them: site: ...");
        }
        if (p.spares().isEmpty() && p.missiles().isEmpty()) {
            fail(where.at(), where, "nothing is bought", "give spares or missiles");
        }
        if (!p.spares().isEmpty() && p.budget() == null) {
            fail(
                    place(m, "spares", where),
                    where,
                    "spare parts are bought by their share of a budget that is not given",
                    "add the money spent: budget: ...");
        }
        double sum = 0;
        for (Programme.Share share : p.spares().values()) {
            Span span = stated(share.share());
            sum += span == null ? 0 : span.low();
        }
        if (sum > 1 + 1e-9) {
            fail(
                    place(m, "spares", where),
                    where,
                    "the shares of the budget add up to %.0f %%".formatted(100 * sum),
                    "they may add up to 100 % at most");
        }
    }

    private static @Nullable Span stated(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Stated s -> s.span();
            case Quantity.Assumed a -> a.span();
            default -> null;
        };
    }

    private void study(Study s, Tree.Mapping m, Where where) {
        if (s.mostDraws() < s.draws()) {
            fail(
                    place(m, m.value("mostDraws") == null ? "draws" : "mostDraws", where),
                    where,
                    "mostDraws (%d) is less than draws (%d)".formatted(s.mostDraws(), s.draws()),
                    null);
        }
        if (m.value("weights") instanceof Tree.Mapping weights) {
            for (Tree.Entry e : weights.entries()) {
                String name = e.key().text();
                if (name.length() != 1 || name.charAt(0) < 'A' || name.charAt(0) > 'D') {
                    binder.report(
                            Diagnostic.error(e.key().place(), where.about("weights: unknown grade"))
                                    .expecting("one of A, B, C, D")
                                    .finding(Words.quoted(name)));
                }
            }
        }
    }

    private void observation(Observation o, Tree.Mapping m, Where where) {
        long given =
                Stream.of(o.share(), o.number(), o.finishedYearly())
                        .filter(Objects::nonNull)
                        .count();
        if (given != 1) {
            fail(
                    where.at(),
                    where,
                    given == 0 ? "nothing says what was published" : "several values are given",
                    "give one of share, number and finishedYearly");
        }
        if (o.first().isAfter(o.date())) {
            fail(
                    place(m, "from", where),
                    where,
                    "from (%s) is after date (%s)".formatted(o.first(), o.date()),
                    null);
        }
        if (o.finishedYearly() != null && o.from() == null) {
            fail(
                    place(m, "finishedYearly", where),
                    where,
                    "works finished are counted over a period",
                    "add the first day of it: from: ...");
        }
    }

    private void change(Change c, Tree.Mapping m, Where where) {
        String path = c.set();
        boolean set = path != null;
        boolean slip = c.slip() != null;
        if (set == slip) {
            fail(
                    where.at(),
                    where,
                    set ? "both set and slip are given" : "neither set nor slip is given",
                    "a change is {set: PATH, to: VALUE} or {slip: PATH, by: DURATION}");
            return;
        }
        if (set && m.entry("to") == null) {
            fail(
                    where.at(),
                    where,
                    "to is missing",
                    "give the new value, or `to: null` to take it away");
        }
        if (slip && c.by() == null) {
            fail(where.at(), where, "by is missing", "give how much later, such as by: 12 month");
        }
        if (set && c.by() != null) {
            fail(place(m, "by", where), where, "by belongs to slip, not to set", null);
        }
        if (slip && m.entry("to") != null) {
            fail(place(m, "to", where), where, "to belongs to set, not to slip", null);
        }
        if (c.on() != null && slip) {
            fail(place(m, "on", where), where, "a slip has no day of its own", "leave out `on`");
        } else if (c.on() != null
                && path != null
                && !path.startsWith("support.")
                && !path.startsWith("catalogue.")) {
            fail(
                    place(m, "set", where),
                    where,
                    "only keys of support and catalogue can change later than the start",
                    "leave out `on`, or change another key");
        } else if (path != null) {
            PlanKeys.Refusal refusal = PlanKeys.of(path.strip(), c.on() != null);
            if (refusal != null) {
                fail(
                        place(m, "set", where),
                        where,
                        Words.quoted(path.strip()) + " " + refusal.problem(),
                        refusal.cure());
            }
        }
    }
}
