package parapet.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.programme.ProgrammeInput;
import parapet.quantity.Currencies;
import parapet.quantity.FiscalYears;
import parapet.quantity.Measures;
import parapet.quantity.Show;
import parapet.quantity.Span;
import parapet.scenario.Money;
import parapet.scenario.Programme;

/// What the shape of the language cannot say about payments and budgets: the shares of a price,
/// what a milestone waits for, the fiscal years and currencies of budgets, and prices that would
/// fall to nothing. Values that come from claims are known only when they are drawn, and are left
/// to the run.
final class MoneyChecks {
    private static final double ROUNDING = 1e-9;

    private final Binder binder;
    private final Tree.Mapping m;
    private final Where where;

    private MoneyChecks(Binder binder, Tree.Mapping m, Where where) {
        this.binder = binder;
        this.m = m;
        this.where = where;
    }

    static void record(@Nullable Record record, Binder binder, Tree.Mapping m, Where where) {
        var checks = new MoneyChecks(binder, m, where);
        switch (record) {
            case Programme.Contract c -> {
                checks.units(c);
                checks.shares(c);
                checks.falling("escalation", c.escalation());
            }
            case Programme.Milestone s -> checks.milestone(s);
            case Money money -> {
                checks.budgets(money);
                checks.falling("inflation", money.inflation());
            }
            case Money.Escalation e -> {
                checks.falling("parts", e.parts());
                checks.falling("repairs", e.repairs());
                checks.falling("tasks", e.tasks());
                checks.falling("running", e.running());
                checks.falling("investment", e.investment());
            }
            case null, default -> {}
        }
    }

    private void fail(Place at, Where about, String message, String note) {
        binder.report(Diagnostic.error(at, about.about(message)).noting(note));
    }

    private static Place place(Tree.@Nullable Mapping in, String key, Place otherwise) {
        Tree tree = in == null ? null : in.value(key);
        return tree == null ? otherwise : tree.place();
    }

    /// One row of a table of this record: its tree, and where it is.
    private record Row(Tree.@Nullable Mapping tree, Where where) {
        Place at(String key) {
            return place(tree, key, where.at());
        }
    }

    private Row row(String table, String noun, String id) {
        Tree.Entry entry = m.value(table) instanceof Tree.Mapping rows ? rows.entry(id) : null;
        Place at = entry == null ? where.at() : entry.key().place();
        return new Row(
                entry != null && entry.value() instanceof Tree.Mapping tree ? tree : null,
                where.key(table, at).entry(noun, id, at));
    }

    // ---------------------------------------------------------------- contracts

    /// Whether a milestone waits for a unit.
    static boolean onUnit(Programme.Milestone s) {
        return s.when() == ProgrammeInput.When.ARRIVAL || s.when() == ProgrammeInput.When.SERVICE;
    }

    private void milestone(Programme.Milestone s) {
        if (s.when() == ProgrammeInput.When.DATE && s.date() == null) {
            fail(
                    place(m, "when", where.at()),
                    where,
                    "it waits for a date that is not given",
                    "add the day: date: ...");
        }
        if (s.when() != ProgrammeInput.When.DATE && s.date() != null) {
            fail(
                    place(m, "date", where.at()),
                    where,
                    "date is used only with when: date",
                    "set when: date, or leave date out");
        }
        if (!onUnit(s) && s.unit() != null) {
            fail(
                    place(m, "unit", where.at()),
                    where,
                    "unit is used only with when: arrival and when: service",
                    "set one of them, or leave unit out");
        }
    }

    private void units(Programme.Contract c) {
        Set<String> units = c.deliveries().keySet();
        c.milestones()
                .forEach((id, s) -> {
                    Row row = row("milestones", "milestone", id);
                    String unit = s.unit();
                    if (!onUnit(s)) {
                        return;
                    }
                    if (units.isEmpty()) {
                        fail(
                                row.at("when"),
                                row.where(),
                                "it waits for a unit, but the contract delivers none",
                                "wait for the signature or a date, or add deliveries");
                    } else if (unit != null && !units.contains(unit)) {
                        fail(
                                row.at("unit"),
                                row.where(),
                                "unit: this contract does not deliver %s%s"
                                        .formatted(
                                                Words.quoted(unit), Words.didYouMean(unit, units)),
                                "units of this contract: " + Words.list(units));
                    }
                });
    }

    /// Reports the first milestone that takes the shares above the price.
    private void shares(Programme.Contract c) {
        double least = least(c.advance());
        double most = SkyChecks.most(c.advance());
        for (Map.Entry<String, Programme.Milestone> e : c.milestones().entrySet()) {
            least += least(e.getValue().share());
            most += SkyChecks.most(e.getValue().share());
            if (most > 1 + ROUNDING) {
                Row row = row("milestones", "milestone", e.getKey());
                fail(
                        row.at("share"),
                        row.where(),
                        "share: with the advance and the milestones before it, %s %s %% of the price"
                                .formatted(
                                        least > 1 + ROUNDING ? "this makes" : "this can make",
                                        Show.number(100 * most)),
                        "together they may be 100 %% at most; the advance is %s"
                                .formatted(advance(c.advance())));
                return;
            }
        }
    }

    private String advance(Quantity advance) {
        Span span = stated(advance);
        String share =
                span == null
                        ? "given by claims"
                        : span.single()
                                ? Show.number(100 * span.low()) + " %"
                                : "%s to %s %%"
                                        .formatted(
                                                Show.number(100 * span.low()),
                                                Show.number(100 * span.high()));
        return m.value("advance") == null ? share + " unless you give another one" : share;
    }

    // ---------------------------------------------------------------- prices and budgets

    private void falling(String key, Quantity rate) {
        Span span = stated(rate);
        if (span != null && span.low() * Measures.YEAR_SEC <= -1) {
            fail(
                    place(m, key, where.at()),
                    where,
                    key + ": prices would fall to nothing within a year",
                    "a yearly rise is more than -100 %/year");
        }
    }

    private void budgets(Money money) {
        var names = new LinkedHashMap<Integer, String>();
        money.budgets()
                .forEach((name, budget) -> {
                    Row row = row("budgets", "budget", name);
                    OptionalInt year = FiscalYears.number(name);
                    if (year.isEmpty()) {
                        binder.report(
                                Diagnostic.error(
                                                row.where().at(),
                                                where.key("budgets", row.where().at())
                                                        .about("this is not a fiscal year"))
                                        .expecting(
                                                "a name such as %s"
                                                        .formatted(
                                                                new FiscalYears(money.fiscalYear())
                                                                        .name(2027)))
                                        .finding(Words.quoted(name)));
                        return;
                    }
                    String before = names.putIfAbsent(year.getAsInt(), name);
                    if (before != null) {
                        fail(
                                row.where().at(),
                                row.where(),
                                "it is for the same fiscal year as budget %s"
                                        .formatted(Words.quoted(before)),
                                "keep one of them, with all the money of the year");
                    }
                    currency(money, budget.amount(), row);
                });
    }

    /// A currency without a rate is reported with all others of its kind.
    private void currency(Money money, Quantity amount, Row row) {
        String currency = amount.currency();
        if (currency != null
                && rated(money, currency)
                && rated(money, money.reporting())
                && !money.shown().contains(currency)) {
            fail(
                    row.at("amount"),
                    row.where(),
                    "amount: money is not shown in %s, so that no year can be compared with it"
                            .formatted(currency),
                    "add %s to money.alsoIn, or give the budget in %s"
                            .formatted(currency, String.join(" or ", money.shown())));
        }
    }

    private static boolean rated(Money money, String currency) {
        return currency.equals(Currencies.PIVOT) || money.rates().containsKey(currency);
    }

    private static double least(Quantity q) {
        Span span = stated(q);
        return span == null ? 0 : span.low();
    }

    private static @Nullable Span stated(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Stated s -> s.span();
            case Quantity.Assumed a -> a.span();
            default -> null;
        };
    }
}
