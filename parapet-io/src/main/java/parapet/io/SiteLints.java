package parapet.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parapet.scenario.Scenario;
import parapet.scenario.Support;

/// Warnings about sites, the links between them and types of unit: what has no link, and what
/// nobody uses.
final class SiteLints {
    private final Scenario base;
    private final List<Scenario> all;
    private final MeantLints.Warnings out;

    /// @param all the baseline and what each plan makes of it
    SiteLints(Scenario base, List<Scenario> all, MeantLints.Warnings out) {
        this.base = base;
        this.all = all;
        this.out = out;
    }

    void run() {
        unlinked();
        idleLinks();
        idleSites();
        idleTypes();
    }

    /// Two sites between which something travels, in the order of their names.
    private record Pair(String one, String other) {
        static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /// The pairs of sites that exchange parts or units for tasks, in any plan.
    private Set<Pair> exchanges() {
        var pairs = new LinkedHashSet<Pair>();
        for (Scenario s : all) {
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
        for (Scenario s : all) {
            s.support().links().values().forEach(l -> linked.add(Pair.of(l.from(), l.to())));
        }
        return linked;
    }

    /// A site that exchanges parts with another one without a link, while a third site has a link
    /// to that one: the time of the first is forgotten.
    private void unlinked() {
        Set<Pair> linked = linked();
        var said = new HashSet<Pair>();
        for (Scenario s : all) {
            Map<String, Support.Site> sites = s.support().sites();
            sites.forEach((id, site) -> {
                for (String other : others(site)) {
                    Pair pair = Pair.of(id, other);
                    if (!id.equals(other)
                            && !linked.contains(pair)
                            && sister(id, other, sites, linked)
                            && said.add(pair)) {
                        out.warn(
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
                        out.warn(
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
        for (Scenario s : all) {
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
                        out.warn(
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
        for (Scenario s : all) {
            s.programme()
                    .contracts()
                    .values()
                    .forEach(c -> c.deliveries().values().forEach(d -> used.add(d.type())));
        }
        for (String id : base.catalogue().units().keySet()) {
            if (!used.contains(id)) {
                out.warn(
                        "types of unit that no contract delivers",
                        "catalogue.units." + id,
                        "unit type \"%s\": no contract delivers one".formatted(id),
                        "add a delivery with `type: %s`, or leave the type out".formatted(id));
            }
        }
    }
}
