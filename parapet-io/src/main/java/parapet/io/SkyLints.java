package parapet.io;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import parapet.scenario.Catalogue;
import parapet.scenario.Programme;
import parapet.scenario.RaidFamily;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.scenario.Support;

/// Warnings about a sky that can be read but probably says something else than was meant.
final class SkyLints {
    /// Tells a warning: path of the object, what is odd, and the cure.
    interface Warnings {
        void warn(String path, String message, String cure);
    }

    private SkyLints() {}

    static void run(Scenario base, Warnings out) {
        Sky sky = base.sky();
        if (sky == null) {
            return;
        }
        var batteries = new HashSet<String>();
        var rounds = new HashSet<String>();
        var radars = new HashSet<String>();
        var targets = new HashSet<String>();
        var places = new HashSet<String>();
        for (Catalogue.UnitType type : base.catalogue().units().values()) {
            batteries.addAll(type.batteries().keySet());
        }
        sky.groups()
                .values()
                .forEach(g -> {
                    batteries.add(g.battery());
                    places.addAll(g.alternatives().keySet());
                    if (g.place() != null) {
                        places.add(g.place());
                    }
                });
        sky.batteries()
                .values()
                .forEach(b -> {
                    radars.add(b.search());
                    radars.add(b.engage());
                    rounds.addAll(b.launchers().keySet());
                });
        sky.raids()
                .values()
                .forEach(r ->
                        r.waves()
                                .values()
                                .forEach(w -> {
                                    targets.add(w.target());
                                    if (w.toward() != null) {
                                        places.add(w.toward());
                                    }
                                }));
        if (sky.covering() != null) {
            targets.add(sky.covering());
        }
        for (Support.Site site : base.support().sites().values()) {
            places.addAll(site.alternatives().keySet());
            String place = site.place();
            if (place != null) {
                places.add(place);
            }
        }
        sky.assets().values().forEach(a -> places.add(a.place()));
        for (RaidFamily family : sky.families().values()) {
            targets.addAll(family.mix().keySet());
        }
        sky.targets()
                .values()
                .forEach(t -> {
                    if (t.release() != null) {
                        targets.add(t.release().target());
                    }
                });
        unused(
                "batteries",
                sky.batteries().keySet(),
                batteries,
                "no unit and no group has it",
                out);
        unused("rounds", sky.rounds().keySet(), rounds, "no battery fires it", out);
        unused("radars", sky.radars().keySet(), radars, "no battery has it", out);
        unused("targets", sky.targets().keySet(), targets, "no raid brings it", out);
        unused("places", sky.places().keySet(), places, "nothing stands or is aimed there", out);
        placeless(base, out);
        spoils(base, sky, out);
        roundless(base, sky, out);
        if (!(sky.raids().isEmpty() && sky.families().isEmpty())
                && base.study().raidDates().isEmpty()) {
            out.warn(
                    sky.raids().isEmpty() ? "sky.families" : "sky.raids",
                    "there are raids but no days on which they come",
                    "add study.raidDates");
        }
    }

    /// Batteries that may fight: of groups and of units under contracts that are active.
    private static double batteries(Scenario base, Sky sky) {
        double groups =
                sky.groups().values().stream()
                        .filter(Sky.Group::active)
                        .mapToDouble(g -> SkyChecks.most(g.count()))
                        .sum();
        return groups
                + base.programme().contracts().values().stream()
                        .filter(Programme.Contract::active)
                        .flatMap(c -> c.deliveries().values().stream())
                        .map(d -> base.catalogue().units().get(d.type()))
                        .filter(Objects::nonNull)
                        .flatMap(t -> t.batteries().values().stream())
                        .mapToInt(Catalogue.Batteries::count)
                        .sum();
    }

    /// Policies by which more batteries, channels or rounds can stop less: measured in
    /// `docs/models/battle.md`.
    private static void spoils(Scenario base, Sky sky, Warnings out) {
        if (!sky.coordinatedFire() && batteries(base, sky) > 1) {
            out.warn(
                    "sky.coordinatedFire",
                    sky.sharedPicture()
                            ? "batteries share a picture and do not know at what others fire: they spend rounds on the same targets,"
                                    + " and more channels can stop less"
                            : "batteries do not know at what others fire: they spend rounds on the same targets, and more channels can"
                                    + " stop less",
                    "set coordinatedFire: true; keep it if that is what is asked");
        }
        sky.batteries()
                .forEach((id, b) ->
                        b.launchers()
                                .forEach((round, l) -> {
                                    int loaded = l.count() * l.each();
                                    if (b.salvo() * b.looks() >= loaded && loaded > 0) {
                                        out.warn(
                                                "sky.batteries." + id,
                                                "battery \"%s\": %d rounds a salvo and %d looks can spend all %d loaded rounds \"%s\" on one target"
                                                        .formatted(
                                                                id, b.salvo(), b.looks(), loaded,
                                                                round),
                                                "give it a smaller salvo or fewer looks: the next target then meets launchers being reloaded");
                                    }
                                }));
    }

    private static void unused(
            String table, Collection<String> all, Set<String> used, String why, Warnings out) {
        for (String id : all) {
            if (!used.contains(id)) {
                out.warn(
                        "sky." + table + "." + id,
                        "sky.%s \"%s\": %s".formatted(table, id, why),
                        "use it, or leave it out");
            }
        }
    }

    /// Units with batteries that are based nowhere on the map see and stop nothing.
    private static void placeless(Scenario base, Warnings out) {
        for (Programme.Contract contract : base.programme().contracts().values()) {
            contract.deliveries()
                    .forEach((id, d) -> {
                        Catalogue.UnitType type = base.catalogue().units().get(d.type());
                        Support.Site site = base.support().sites().get(d.base());
                        if (type != null
                                && site != null
                                && !type.batteries().isEmpty()
                                && site.place() == null
                                && site.rule() == null
                                && site.alternatives().isEmpty()) {
                            out.warn(
                                    "support.sites." + d.base(),
                                    "site \"%s\": \"%s\" has batteries, but its base has no place"
                                            .formatted(d.base(), id),
                                    "add place: one of sky.places; without it the unit sees and stops nothing");
                        }
                    });
        }
    }

    /// Launchers of a missile that the unit does not carry never fire; missiles that no launcher
    /// fires stop nothing.
    private static void roundless(Scenario base, Sky sky, Warnings out) {
        base.catalogue()
                .units()
                .forEach((unit, type) -> {
                    var fired = new HashSet<String>();
                    for (String id : type.batteries().keySet()) {
                        Sky.Battery battery = sky.batteries().get(id);
                        if (battery == null) {
                            return;
                        }
                        battery.launchers()
                                .forEach((round, l) -> {
                                    String missile = l.fires(round, type.missiles().keySet());
                                    if (missile != null) {
                                        fired.add(missile);
                                    }
                                    if (missile == null || !type.missiles().containsKey(missile)) {
                                        out.warn(
                                                "catalogue.units." + unit,
                                                "unit \"%s\": the launchers \"%s\" of its battery \"%s\" have no rounds"
                                                        .formatted(unit, round, id),
                                                "add %s to the missiles of the unit"
                                                        .formatted(
                                                                missile == null ? round : missile));
                                    }
                                });
                    }
                    for (String missile : type.missiles().keySet()) {
                        if (!type.batteries().isEmpty() && !fired.contains(missile)) {
                            out.warn(
                                    "catalogue.units." + unit,
                                    "unit \"%s\": no launcher of its batteries fires the missile \"%s\""
                                            .formatted(unit, missile),
                                    "add launchers for it, or leave it out of the unit");
                        }
                    }
                });
    }
}
