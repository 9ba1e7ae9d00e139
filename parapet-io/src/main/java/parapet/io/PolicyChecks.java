package parapet.io;

import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.Tree;
import parapet.io.text.Words;
import parapet.quantity.Season;
import parapet.quantity.Span;
import parapet.scenario.Support;

/// What the shape of the language cannot say about hours, lots, help and priorities: keys that must
/// fit each other, and the way a part of a year is written.
final class PolicyChecks {
    private static final int WEEK = 7;

    private final Binder binder;
    private final Tree.Mapping m;
    private final Where where;

    private PolicyChecks(Binder binder, Tree.Mapping m, Where where) {
        this.binder = binder;
        this.m = m;
        this.where = where;
    }

    static void record(
            @Nullable Record record, Binder binder, Tree.Mapping m, Where where, String id) {
        var checks = new PolicyChecks(binder, m, where);
        switch (record) {
            case Support.Site _ -> checks.site(id);
            case Support.Shop s -> checks.shop(s);
            case Support.Crews c -> checks.hours(c.workingDays());
            case Support.Link _ -> checks.seasons();
            case Support.Policy p -> checks.policy(p);
            case null, default -> {}
        }
    }

    private void fail(Place at, String message, @Nullable String note) {
        Diagnostic d = Diagnostic.error(at, where.about(message));
        binder.report(note == null ? d : d.noting(note));
    }

    private Place place(String key) {
        Tree tree = m.value(key);
        return tree == null ? where.at() : tree.place();
    }

    private void site(String id) {
        seasons();
        if (m.value("helpers") instanceof Tree.Sequence helpers) {
            for (Tree helper : helpers.items()) {
                if (helper instanceof Tree.Scalar name && name.text().strip().equals(id)) {
                    fail(name.place(), "helpers: the site would help itself", "name other sites");
                }
            }
        }
    }

    private void shop(Support.Shop s) {
        hours(s.workingDays());
        boolean fixed = s.priority() == Support.Priority.FIXED_ORDER;
        if (fixed && s.order().isEmpty()) {
            fail(
                    place("priority"),
                    "a fixed order needs the parts in `order`",
                    "add order: [PART, ...], the first begun before the others");
        } else if (!fixed && !s.order().isEmpty()) {
            fail(
                    place("order"),
                    "order is used only with priority: fixed-order",
                    "set priority: fixed-order, or leave order out");
        }
    }

    private void hours(int workingDays) {
        if (workingDays > WEEK) {
            fail(
                    place("workingDays"),
                    "workingDays (%d) is more than a week has".formatted(workingDays),
                    "1 to 7 days, from Monday on");
        }
        seasons();
    }

    private void seasons() {
        if (!(m.value("closed") instanceof Tree.Sequence closed)) {
            return;
        }
        for (Tree item : closed.items()) {
            if (item instanceof Tree.Scalar s && Season.read(s.text()) == null) {
                binder.report(
                        Diagnostic.error(
                                        s.place(), where.about("closed is not a part of each year"))
                                .expecting(Season.EXPECTED)
                                .finding(Words.quoted(s.text())));
            }
        }
    }

    private void policy(Support.Policy p) {
        if (p.lot() != null && p.upTo() != null) {
            fail(place("upTo"), "both lot and upTo are given", "keep one of them");
        } else if (p.reorderPoint() == null && (p.lot() != null || p.upTo() != null)) {
            fail(
                    place(p.lot() != null ? "lot" : "upTo"),
                    "nothing says when to order",
                    "add reorderPoint, the stock position at which an order is placed");
        } else if (p.reorderPoint() != null && p.lot() == null && p.upTo() == null) {
            fail(
                    place("reorderPoint"),
                    "nothing says how many to order",
                    "add lot (a fixed number) or upTo (up to a position)");
        } else if (p.reorderPoint() != null
                && p.upTo() != null
                && high(p.reorderPoint()) >= low(p.upTo())) {
            fail(
                    place("upTo"),
                    "upTo is not above reorderPoint",
                    "an order brings the position from reorderPoint or less up to upTo");
        }
    }

    private static double high(Quantity q) {
        Span span = stated(q);
        return span == null ? Double.NEGATIVE_INFINITY : span.high();
    }

    private static double low(Quantity q) {
        Span span = stated(q);
        return span == null ? Double.POSITIVE_INFINITY : span.low();
    }

    private static @Nullable Span stated(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Stated s -> s.span();
            case Quantity.Assumed a -> a.span();
            default -> null;
        };
    }
}
