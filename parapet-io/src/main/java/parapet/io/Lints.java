package parapet.io;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Claim;
import parapet.evidence.Grade;
import parapet.evidence.Quantity;
import parapet.io.text.Diagnostic;
import parapet.io.text.Place;
import parapet.quantity.Dimension;
import parapet.scenario.Catalogue;
import parapet.scenario.PlannedScenario;
import parapet.scenario.Programme;
import parapet.scenario.Scenario;
import parapet.scenario.Support;

/// Warnings about a scenario that can be read but probably says something else than was meant.
final class Lints {
    private static final double NEAR_POWER = 0.004;
    private static final int MOST_COMPARED = 500;

    private static final Pattern OF_THE_WORLD =
            Pattern.compile(
                    "(?:money|catalogue|support|programme|sky\\.(?:radars|targets|rounds|batteries|groups))\\..*");

    private final Set<Place> uncitedAt = new HashSet<>();
    private final Scenario base;
    private final List<Scenario> plans;
    private final Evidence evidence;
    private final Facts facts;
    private final Consumer<Diagnostic> out;

    Lints(
            Scenario base,
            Collection<PlannedScenario> plans,
            Evidence evidence,
            Facts facts,
            Consumer<Diagnostic> out) {
        this.base = base;
        this.plans = plans.stream().map(PlannedScenario::scenario).toList();
        this.evidence = evidence;
        this.facts = facts;
        this.out = out;
    }

    void run() {
        shops();
        bases();
        unused();
        sources();
        claims();
        uncited();
        deliveries();
        PolicyLints.run(base, this::warn);
        MoneyLints.run(base, this::warn);
        SkyLints.run(base, this::warn);
    }

    private void warn(String path, String message, String cure) {
        Place at = facts.places.get(path);
        if (at != null) {
            out.accept(Diagnostic.warning(at, message).noting(cure));
        }
    }

    private List<Scenario> all() {
        var all = new ArrayList<>(plans);
        all.add(base);
        return all;
    }

    /// Shops work only on what a site sends them by name; the site itself must name its own too.
    private void shops() {
        var served = new HashSet<String>();
        for (Scenario s : all()) {
            s.support().sites().values().forEach(site -> served.addAll(site.repairsAt()));
        }
        base.support()
                .sites()
                .forEach((id, site) -> {
                    if (site.shop() != null && !served.contains(id)) {
                        warn(
                                "support.sites." + id,
                                "site \"%s\": no site sends parts to its shop".formatted(id),
                                "write `repairsAt: [%s]` at the sites that send it parts, its own among them, or leave the shop out"
                                        .formatted(id));
                    }
                });
    }

    private static void deliveries(Scenario s, BiConsumer<String, Programme.Delivery> each) {
        s.programme()
                .contracts()
                .forEach((contract, c) ->
                        c.deliveries()
                                .forEach((id, d) ->
                                        each.accept(
                                                "programme.contracts.%s.deliveries.%s"
                                                        .formatted(contract, id),
                                                d)));
    }

    private void bases() {
        var said = new HashSet<String>();
        deliveries(
                base,
                (_, d) -> {
                    if (said.add(d.base())) {
                        base(d.base());
                    }
                });
    }

    private void base(String id) {
        boolean anywhere = false;
        boolean open = false;
        for (Scenario s : all()) {
            for (String shop : shopsOf(s, id)) {
                Support.Site site = s.support().sites().get(shop);
                anywhere |= site != null && site.shop() != null;
                open |= site != null && site.shop() != null && site.active();
            }
            anywhere |= renewed(s);
            open |= renewed(s);
        }
        String path = "support.sites." + id;
        if (!anywhere) {
            warn(
                    path,
                    "site \"%s\": nobody repairs or replaces the parts of its units".formatted(id),
                    "parts that fail there have nowhere to go: name a shop in its repairsAt, or in that of its supplier");
        } else if (!open) {
            warn(
                    path,
                    "site \"%s\": the shops that could repair its parts open in no plan"
                            .formatted(id),
                    "set `active: true` for one of them, in the baseline or in a plan");
        }
    }

    /// The shops to which failed parts of a site can come: those it names, and those that its
    /// suppliers name.
    private static Set<String> shopsOf(Scenario s, String id) {
        var shops = new HashSet<String>();
        var seen = new HashSet<String>();
        for (String at = id; at != null && seen.add(at); ) {
            Support.Site site = s.support().sites().get(at);
            if (site != null) {
                shops.addAll(site.repairsAt());
            }
            at = site == null ? null : site.supplier();
        }
        return shops;
    }

    /// Whether every part is scrapped and bought anew, so that no shop is needed.
    private static boolean renewed(Scenario s) {
        return s.catalogue().parts().values().stream()
                .map(p -> p.condemnedShare().basis())
                .allMatch(b ->
                        switch (b) {
                            case Quantity.Stated x -> x.span().low() >= 1;
                            case Quantity.Assumed x -> x.span().low() >= 1;
                            default -> false;
                        });
    }

    private void unused() {
        var parts = new HashSet<String>();
        var missiles = new HashSet<String>();
        for (Scenario s : all()) {
            for (Catalogue.UnitType unit : s.catalogue().units().values()) {
                unit.slots().values().forEach(slot -> parts.add(slot.part()));
                missiles.addAll(unit.missiles().keySet());
            }
            s.catalogue().parts().values().forEach(part -> parts.addAll(part.inside().keySet()));
        }
        for (String id : base.catalogue().parts().keySet()) {
            if (!parts.contains(id)) {
                warn(
                        "catalogue.parts." + id,
                        "part \"%s\": it is in no slot of any unit".formatted(id),
                        "add a slot to a type of unit, or leave the part out");
            }
        }
        for (String id : base.catalogue().missiles().keySet()) {
            if (!missiles.contains(id)) {
                warn(
                        "catalogue.missiles." + id,
                        "missile \"%s\": no unit carries it".formatted(id),
                        "add it to the missiles of a type of unit, or leave it out");
            }
        }
    }

    private void sources() {
        var used = new HashSet<String>();
        evidence.claims().values().forEach(c -> used.add(c.source()));
        for (String id : evidence.sources().keySet()) {
            Place at = evidence.place(id, true);
            if (!used.contains(id) && at != null) {
                out.accept(
                        Diagnostic.warning(at, "source \"%s\": no claim uses it".formatted(id))
                                .noting("enter what it says as claims, or leave it out")
                                .ofKind("sources that no claim uses"));
            }
        }
    }

    private void claims() {
        Map<String, List<Claim>> byKey = new LinkedHashMap<>();
        for (Claim c : evidence.claims().values()) {
            Place at = evidence.place(c.id(), false);
            if (c.kind() == Claim.Kind.ASSUMPTION && c.grade() != Grade.D && at != null) {
                out.accept(
                        Diagnostic.warning(
                                        at,
                                        "claim \"%s\": an assumption has the grade %s"
                                                .formatted(c.id(), c.grade()))
                                .noting("an assumption is always grade D")
                                .ofKind("assumptions of another grade than D"));
            }
            if (!c.of().isEmpty() && c.span() != null && c.dimension() != Dimension.DATE) {
                byKey.computeIfAbsent(
                                c.of() + " " + c.dimension() + " " + c.span().currency(),
                                _ -> new ArrayList<>())
                        .add(c);
            }
        }
        byKey.values().forEach(this::slips);
    }

    private void slips(List<Claim> same) {
        for (int i = 1; i < Math.min(same.size(), MOST_COMPARED); i++) {
            for (int j = 0; j < i; j++) {
                Claim a = same.get(j);
                Claim b = same.get(i);
                Place at = evidence.place(b.id(), false);
                if (at != null && powerOfTen(a, b)) {
                    out.accept(
                            Diagnostic.warning(
                                            at,
                                            "claims \"%s\" and \"%s\" differ by a power of ten; a unit slip?"
                                                    .formatted(a.id(), b.id()))
                                    .finding("\"%s\" and \"%s\"".formatted(a.text(), b.text()))
                                    .noting("correct one of them, or grade the wrong one D")
                                    .ofKind("claims that differ by a power of ten from another"));
                    break;
                }
            }
        }
    }

    private static boolean powerOfTen(Claim a, Claim b) {
        if (a.span() == null
                || b.span() == null
                || a.grade() == Grade.D
                || b.grade() == Grade.D
                || a.span().typical() <= 0
                || b.span().typical() <= 0) {
            return false;
        }
        double power = Math.abs(StrictMath.log10(a.span().typical() / b.span().typical()));
        return power > 0.5 && Math.abs(power - Math.rint(power)) < NEAR_POWER;
    }

    private void uncited() {
        quantities(base.money(), "money", this::uncited);
        quantities(base.catalogue(), "catalogue", this::uncited);
        quantities(base.support(), "support", this::uncited);
        quantities(base.programme(), "programme", this::uncited);
        quantities(base.sky(), "sky", this::uncited);
    }

    /// Whether a number at this path should have a source: dates, counts, raids and places are
    /// choices of the study.
    static boolean needsSource(String path, Dimension dimension) {
        return dimension != Dimension.DATE
                && dimension != Dimension.COUNT
                && dimension != Dimension.TEXT
                && !path.endsWith(".by")
                && OF_THE_WORLD.matcher(path).matches();
    }

    /// Each value once, however many places use it by an alias; a default is never warned of.
    private void uncited(String path, Quantity q) {
        if (q.basis() instanceof Quantity.Foretold f) {
            uncited(path + ".slip.perMonthAhead", f.slip().perMonthAhead());
            uncited(path + ".slip.shockPerYear", f.slip().shockPerYear());
            uncited(path + ".slip.shock", f.slip().shock());
        }
        Place at = facts.written.get(path);
        if (at != null
                && q.basis() instanceof Quantity.Stated
                && needsSource(path, q.dimension())
                && uncitedAt.add(at)) {
            out.accept(
                    Diagnostic.warning(at, "%s: a value without a source".formatted(path))
                            .noting(
                                    "cite it as {claims: KEY}, or own it as {assume: VALUE, because: REASON};"
                                            + " `assumptions: REASON` at the top owns all of its file")
                            .ofKind("values without a source"));
        }
    }

    private static void quantities(
            @Nullable Object value, String path, BiConsumer<String, Quantity> each) {
        switch (value) {
            case Quantity q -> each.accept(path, q);
            case Record r -> {
                for (RecordComponent c : r.getClass().getRecordComponents()) {
                    try {
                        quantities(c.getAccessor().invoke(r), path + "." + c.getName(), each);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(
                                "The component (%s) cannot be read.".formatted(c.getName()), e);
                    }
                }
            }
            case Map<?, ?> m -> m.forEach((k, v) -> quantities(v, path + "." + k, each));
            case null, default -> {}
        }
    }

    private void deliveries() {
        var seen = new HashMap<String, String>();
        deliveries(
                base,
                (path, _) -> {
                    String id = path.substring(path.lastIndexOf('.') + 1);
                    String before = seen.putIfAbsent(id, path);
                    if (before != null) {
                        warn(
                                path,
                                "delivery \"%s\": another contract has a delivery of this id"
                                        .formatted(id),
                                "rename one of them, so that reports can tell them apart");
                    }
                });
    }
}
