package parapet.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.quantity.Dimension;
import parapet.quantity.Show;
import parapet.quantity.Span;
import parapet.scenario.Catalogue;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Programme;
import parapet.scenario.Scenario;

/// Warnings about what is surely meant otherwise: it can be computed, but the answer is to another
/// question than the one that was asked.
final class MeantLints {
    private static final double ROUNDING = 0.05;

    private final Scenario base;
    private final Map<String, PlannedScenario> plans;
    private final Evidence evidence;
    private final Facts facts;
    private final Consumer<Diagnostic> out;

    MeantLints(
            Scenario base,
            Map<String, PlannedScenario> plans,
            Evidence evidence,
            Facts facts,
            Consumer<Diagnostic> out) {
        this.base = base;
        this.plans = plans;
        this.evidence = evidence;
        this.facts = facts;
        this.out = out;
    }

    void run() {
        new SiteLints(base, all(), this::warn).run();
        ClaimLints.run(base, plans, evidence, out);
        base.programme().purchases().forEach(this::purchase);
        plans.forEach(this::idlePlan);
        plans.forEach(this::overtaken);
        dates();
    }

    /// Takes a warning: its kind, the path at which it is said, what is wrong and the cure.
    interface Warnings {
        void warn(String kind, String path, String message, String cure);
    }

    private void warn(String kind, String path, String message, String cure) {
        Place at = facts.places.get(path);
        if (at != null) {
            out.accept(Diagnostic.warning(at, message).noting(cure).ofKind(kind));
        }
    }

    private List<Scenario> all() {
        var all = new ArrayList<Scenario>(List.of(base));
        plans.values().forEach(p -> all.add(p.scenario()));
        return all;
    }

    // ---------------------------------------------------------------- money

    /// A budget that cannot buy what is bought, or for which nobody says a price.
    private void purchase(String id, Programme.Purchase p) {
        String path = "programme.purchases." + id;
        Quantity budget = p.budget();
        Span money = budget == null ? null : stated(budget);
        double least = 0;
        for (var e : p.missiles().entrySet()) {
            Catalogue.Missile missile = base.catalogue().missiles().get(e.getKey());
            Span price = missile == null ? null : stated(missile.price());
            Span count = stated(e.getValue().count());
            if (price == null
                    || count == null
                    || (money != null && !Objects.equals(price.currency(), money.currency()))) {
                return; // drawn, or in another currency: known only in the run
            }
            if (price.high() == 0) {
                warn(
                        "purchases of what costs nothing",
                        path,
                        "purchase \"%s\": missile \"%s\" costs nothing".formatted(id, e.getKey()),
                        "give the price: catalogue.missiles.%s.price".formatted(e.getKey()));
            }
            least += price.low() * count.low();
        }
        for (String part : p.spares().keySet()) {
            Catalogue.Part item = base.catalogue().parts().get(part);
            Span price = item == null ? null : stated(item.price());
            if (price != null && price.high() == 0) {
                warn(
                        "purchases of what costs nothing",
                        path,
                        "purchase \"%s\": part \"%s\" has no price, so none is bought"
                                .formatted(id, part),
                        "give the price: catalogue.parts.%s.price".formatted(part));
            }
        }
        if (money != null && !p.missiles().isEmpty() && least * (1 - ROUNDING) > money.high()) {
            warn(
                    "purchases above their budget",
                    path,
                    "purchase \"%s\": what is bought costs at least %s, the budget is %s"
                            .formatted(id, told(least, money), told(money.high(), money)),
                    "raise the budget, buy fewer, or leave budget out: it is then number times price");
        }
    }

    private static String told(double amount, Span money) {
        return Show.text(amount, Dimension.MONEY, Objects.requireNonNull(money.currency()));
    }

    private static @Nullable Span stated(Quantity q) {
        return switch (q.basis()) {
            case Quantity.Stated s -> s.span();
            case Quantity.Assumed a -> a.span();
            default -> null;
        };
    }

    // ---------------------------------------------------------------- plans

    private void idlePlan(String id, PlannedScenario p) {
        if (p.plan().changes().isEmpty()
                && p.plan().basedOn() == null
                && p.plan().with().isEmpty()) {
            return; // the baseline itself
        }
        if (!p.plan().with().isEmpty()) {
            return; // others put together
        }
        PlannedScenario on = p.plan().basedOn() == null ? null : plans.get(p.plan().basedOn());
        Scenario before = on == null ? base : on.scenario();
        int dated = on == null ? 0 : on.dated().size();
        if (p.dated().size() == dated && p.scenario().equals(before)) {
            warn(
                    "plans that change nothing",
                    "plans." + id,
                    "plan \"%s\": its changes change nothing".formatted(id),
                    "each key already has the value that is set; change another key, or leave the plan out");
        }
    }

    /// A delivery that slips in a plan, while one written as later than it stays where it is.
    private void overtaken(String id, PlannedScenario p) {
        var before = deliveries(base);
        var after = deliveries(p.scenario());
        before.forEach((path, d) -> {
            if (d.arrives() == null || !(d.arrives().basis() instanceof Quantity.Later later)) {
                return;
            }
            before.forEach((other, first) -> {
                Programme.Delivery moved = after.get(other);
                Programme.Delivery stays = after.get(path);
                if (first.arrives() != null
                        && sameDate(later.of(), first.arrives())
                        && moved != null
                        && stays != null
                        && moved.arrives() != null
                        && moved.arrives().basis() instanceof Quantity.Later slipped
                        && sameDate(slipped.of(), first.arrives())
                        && Objects.equals(stays.arrives(), d.arrives())) {
                    String one = other.substring(other.lastIndexOf('.') + 1);
                    String two = path.substring(path.lastIndexOf('.') + 1);
                    warn(
                            "deliveries that stay while what they follow slips",
                            "plans." + id,
                            "plan \"%s\": delivery \"%s\" slips, but \"%s\", written as later than it, stays where it is"
                                    .formatted(id, one, two),
                            "slip it too: {slip: %s.arrives, by: ...}, or write it as `follows: %s`"
                                    .formatted(path, one));
                }
            });
        });
    }

    /// Whether two dates are written alike: from the same claims, or with the same numbers.
    private static boolean sameDate(Quantity a, Quantity b) {
        if (a.basis() instanceof Quantity.Foretold x && b.basis() instanceof Quantity.Foretold y) {
            return x.of().equals(y.of());
        }
        if (a.basis() instanceof Quantity.Claimed x && b.basis() instanceof Quantity.Claimed y) {
            return x.of().equals(y.of());
        }
        Span span = stated(a);
        return span != null && span.equals(stated(b));
    }

    private static Map<String, Programme.Delivery> deliveries(Scenario s) {
        var all = new LinkedHashMap<String, Programme.Delivery>();
        s.programme()
                .contracts()
                .forEach((contract, c) ->
                        c.deliveries()
                                .forEach((id, d) ->
                                        all.put(
                                                "programme.contracts.%s.deliveries.%s"
                                                        .formatted(contract, id),
                                                d)));
        return all;
    }

    // ---------------------------------------------------------------- dates

    /// Dates after the simulated time: what is dated so never comes.
    private void dates() {
        base.programme()
                .contracts()
                .forEach((id, c) ->
                        late("contract", id, "programme.contracts." + id + ".signed", c.signed()));
        base.programme()
                .purchases()
                .forEach((id, p) ->
                        late("purchase", id, "programme.purchases." + id + ".on", p.on()));
        base.support()
                .sites()
                .forEach((id, site) ->
                        late("site", id, "support.sites." + id + ".opens", site.opens()));
        deliveries(base)
                .forEach((path, d) ->
                        late(
                                "delivery",
                                path.substring(path.lastIndexOf('.') + 1),
                                path + ".arrives",
                                d.arrives()));
    }

    private void late(String noun, String id, String path, @Nullable Quantity date) {
        Span span = date == null ? null : stated(date);
        if (span != null && LocalDate.ofEpochDay((long) span.low()).isAfter(base.end())) {
            warn(
                    "dates after the simulated time",
                    path,
                    "%s \"%s\": %s lies after the simulated time, which ends on %s"
                            .formatted(
                                    noun,
                                    id,
                                    path.substring(path.lastIndexOf('.') + 1),
                                    base.end()),
                    "simulate longer (end), or give an earlier date");
        }
    }
}
