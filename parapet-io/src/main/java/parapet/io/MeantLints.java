package parapet.io;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Quantity;
import parapet.evidence.Source;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.io.text.TextFile;
import parapet.io.text.Words;
import parapet.quantity.Dimension;
import parapet.quantity.Show;
import parapet.quantity.Span;
import parapet.scenario.Catalogue;
import parapet.scenario.Plan;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Programme;
import parapet.scenario.Scenario;
import parapet.scenario.Support;

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
        unlinked();
        idleLinks();
        idleSites();
        idleTypes();
        unusedClaims();
        base.programme().purchases().forEach(this::purchase);
        plans.forEach(this::idlePlan);
        plans.forEach(this::overtaken);
        dates();
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

    // ---------------------------------------------------------------- sites and links

    /// Two sites between which something travels, in the order of their names.
    private record Pair(String one, String other) {
        static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /// The pairs of sites that exchange parts or units for tasks, in any plan.
    private Set<Pair> exchanges() {
        var pairs = new LinkedHashSet<Pair>();
        for (Scenario s : all()) {
            s.support()
                    .sites()
                    .forEach((id, site) -> {
                        others(site).forEach(other -> pairs.add(Pair.of(id, other)));
                    });
            var at = new LinkedHashSet<String>();
            s.catalogue()
                    .units()
                    .values()
                    .forEach(t -> t.tasks().values().forEach(k -> at.addAll(k.at().keySet())));
            s.programme()
                    .contracts()
                    .values()
                    .forEach(c ->
                            c.deliveries()
                                    .values()
                                    .forEach(d ->
                                            at.forEach(to -> pairs.add(Pair.of(d.base(), to)))));
        }
        return pairs;
    }

    private static List<String> others(Support.Site site) {
        var others = new ArrayList<>(site.repairsAt());
        others.addAll(site.helpers());
        if (site.supplier() != null) {
            others.add(site.supplier());
        }
        return others;
    }

    private Set<Pair> linked() {
        var linked = new HashSet<Pair>();
        for (Scenario s : all()) {
            s.support().links().values().forEach(l -> linked.add(Pair.of(l.from(), l.to())));
        }
        return linked;
    }

    /// A site that exchanges parts with another one without a link, while a third site has a link
    /// to that one: the time of the first is forgotten.
    private void unlinked() {
        Set<Pair> linked = linked();
        var said = new HashSet<Pair>();
        for (Scenario s : all()) {
            Map<String, Support.Site> sites = s.support().sites();
            sites.forEach((id, site) -> {
                for (String other : others(site)) {
                    Pair pair = Pair.of(id, other);
                    if (!id.equals(other)
                            && !linked.contains(pair)
                            && sister(id, other, sites, linked)
                            && said.add(pair)) {
                        warn(
                                "pairs of sites that exchange parts without a link",
                                "support.sites." + id,
                                "sites \"%s\" and \"%s\" exchange parts without a link, so no time is counted"
                                        .formatted(id, other),
                                "add a link: %s-%s: {from: %s, to: %s, time: 3..7..14 day}; with 0 day where they stand together"
                                        .formatted(id, other, id, other));
                    }
                }
            });
        }
    }

    /// Whether a third site has a link to the one with which a site exchanges parts.
    private static boolean sister(
            String id, String other, Map<String, Support.Site> sites, Set<Pair> linked) {
        return sites.entrySet().stream()
                .anyMatch(e ->
                        !e.getKey().equals(id)
                                && others(e.getValue()).contains(other)
                                && linked.contains(Pair.of(e.getKey(), other)));
    }

    private void idleLinks() {
        Set<Pair> used = exchanges();
        base.support()
                .links()
                .forEach((id, link) -> {
                    if (!used.contains(Pair.of(link.from(), link.to()))) {
                        warn(
                                "links on which nothing travels",
                                "support.links." + id,
                                "link \"%s\": nothing travels between \"%s\" and \"%s\""
                                        .formatted(id, link.from(), link.to()),
                                "name one as supplier, helper or in repairsAt of the other, or leave the link out");
                    }
                });
    }

    private void idleSites() {
        var used = new HashSet<String>();
        for (Scenario s : all()) {
            s.support().sites().values().forEach(site -> used.addAll(others(site)));
            s.programme()
                    .contracts()
                    .values()
                    .forEach(c -> c.deliveries().values().forEach(d -> used.add(d.base())));
            s.programme()
                    .purchases()
                    .values()
                    .forEach(p -> {
                        if (p.site() != null) {
                            used.add(p.site());
                        }
                    });
            s.catalogue()
                    .units()
                    .values()
                    .forEach(t -> t.tasks().values().forEach(k -> used.addAll(k.at().keySet())));
            s.study().observations().values().forEach(o -> used.addAll(o.sites()));
        }
        base.support()
                .sites()
                .forEach((id, site) -> {
                    if (!used.contains(id) && site.shop() == null && others(site).isEmpty()) {
                        warn(
                                "sites that nobody uses",
                                "support.sites." + id,
                                "site \"%s\": no unit is based there and nothing is sent there"
                                        .formatted(id),
                                "base a unit there, name it in another site, or leave it out");
                    }
                });
    }

    private void idleTypes() {
        var used = new HashSet<String>();
        for (Scenario s : all()) {
            s.programme()
                    .contracts()
                    .values()
                    .forEach(c -> c.deliveries().values().forEach(d -> used.add(d.type())));
        }
        for (String id : base.catalogue().units().keySet()) {
            if (!used.contains(id)) {
                warn(
                        "types of unit that no contract delivers",
                        "catalogue.units." + id,
                        "unit type \"%s\": no contract delivers one".formatted(id),
                        "add a delivery with `type: %s`, or leave the type out".formatted(id));
            }
        }
    }

    // ---------------------------------------------------------------- claims

    /// Claims of a key that no quantity uses. In a library of claims, where most are context, only
    /// those whose key is a slip of the pen away from one that is used.
    private void unusedClaims() {
        Set<String> used = used(base, plans);
        var idle = new TreeSet<String>();
        var busy = new HashSet<String>();
        for (Claim c : evidence.claims().values()) {
            if (!c.of().isEmpty()) {
                (used.contains(c.of()) ? busy : idle).add(c.of());
            }
        }
        boolean library = idle.size() > busy.size();
        var said = new HashSet<String>();
        for (Claim c : evidence.claims().values()) {
            Place at = evidence.place(c.id(), false);
            String near = Words.slip(c.of(), used);
            if (idle.contains(c.of())
                    && (near != null || !library)
                    && at != null
                    && said.add(c.of())) {
                out.accept(unused(at, c, near == null ? Words.nearest(c.of(), used) : near));
            }
        }
    }

    /// A warning when no quantity uses the key of a claim, else null.
    static @Nullable Diagnostic unused(ReadResult read, Claim c) {
        Set<String> used = used(read.scenarioOrThrow(), read.plans());
        if (c.of().isEmpty() || used.contains(c.of())) {
            return null;
        }
        int colon = c.where().lastIndexOf(':');
        String line = c.where().substring(colon + 1);
        Place at =
                colon < 0 || !line.matches("\\d+")
                        ? Place.whole(c.where())
                        : new Place(
                                TextFile.of(c.where().substring(0, colon), ""),
                                Integer.parseInt(line),
                                1,
                                Integer.parseInt(line),
                                2);
        return unused(at, c, Words.nearest(c.of(), used));
    }

    private static Set<String> used(Scenario base, Map<String, PlannedScenario> plans) {
        var used = new TreeSet<String>();
        keys(base, used);
        plans.values()
                .forEach(p -> {
                    keys(p.scenario(), used);
                    p.dated().forEach(d -> keys(d, used));
                });
        return used;
    }

    private static Diagnostic unused(Place at, Claim c, @Nullable String near) {
        return Diagnostic.warning(
                        at,
                        "claim \"%s\": no quantity uses %s%s"
                                .formatted(
                                        c.id(),
                                        Words.quoted(c.of()),
                                        near == null ? "" : "; did you mean \"" + near + "\"?"))
                .noting(
                        near == null
                                ? "write {claims: %s} where it should count, or leave its column `of` empty: it is then context only"
                                        .formatted(c.of())
                                : "write %s in the column `of`".formatted(near))
                .ofKind("keys of claims that no quantity uses");
    }

    /// The keys of claims that anything in a record asks for.
    private static void keys(@Nullable Object value, Set<String> into) {
        switch (value) {
            case Quantity q -> {
                switch (q.basis()) {
                    case Quantity.Claimed c -> into.add(c.of());
                    case Quantity.Foretold f -> {
                        into.add(f.of());
                        keys(f.slip().perMonthAhead(), into);
                        keys(f.slip().shockPerYear(), into);
                        keys(f.slip().shock(), into);
                    }
                    case Quantity.Later l -> {
                        keys(l.of(), into);
                        keys(l.by(), into);
                    }
                    case Quantity.Stated _, Quantity.Assumed _ -> {}
                }
            }
            case Claim _, Source _, Plan _ -> {}
            case Record r -> {
                for (RecordComponent c : r.getClass().getRecordComponents()) {
                    try {
                        Object inner = c.getAccessor().invoke(r);
                        if (c.getName().equals("series") && inner instanceof String key) {
                            into.add(key);
                        }
                        keys(inner, into);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(
                                "The component (%s) cannot be read.".formatted(c.getName()), e);
                    }
                }
            }
            case Map<?, ?> m -> m.values().forEach(v -> keys(v, into));
            case List<?> l -> l.forEach(v -> keys(v, into));
            case null, default -> {}
        }
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
        if (p.plan().changes().isEmpty() && p.plan().basedOn() == null) {
            return; // the baseline itself
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
                            "slip it too: {slip: %s.arrives, by: ...}".formatted(path));
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
