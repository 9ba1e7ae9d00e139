package parapet.io;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
import parapet.scenario.Catalogue;
import parapet.scenario.Programme;
import parapet.scenario.Scenario;
import parapet.scenario.Sky;
import parapet.scenario.Station;
import parapet.scenario.Support;

/// What the shape of the language cannot say about where batteries stand.
final class StationChecks {
    private StationChecks() {}

    static void record(@Nullable Record record, Evidence evidence, SkyChecks.Problems problems) {
        switch (record) {
            case Sky.Group g -> {
                if (g.place() == null && g.alternatives().isEmpty() && g.rule() == null) {
                    problems.report(
                            "place",
                            "the group stands nowhere",
                            "add place, alternatives with weights, or a rule");
                }
                single("faces", g.faces(), evidence, problems);
                station(g.place(), g.alternatives(), g.rule(), g.apart(), evidence, problems);
            }
            case Sky.Battery b -> single("sector", b.sector(), evidence, problems);
            case Support.Site s -> {
                single("faces", s.faces(), evidence, problems);
                station(s.place(), s.alternatives(), s.rule(), s.apart(), evidence, problems);
            }
            case Scenario s -> {
                rules(s, problems);
                sectors(s, problems);
            }
            case null, default -> {}
        }
    }

    private static void station(
            @Nullable String place,
            Map<String, Station.Alternative> alternatives,
            Station.@Nullable Rule rule,
            boolean apart,
            Evidence evidence,
            SkyChecks.Problems problems) {
        if (place != null && !alternatives.isEmpty()) {
            problems.report(
                    "alternatives",
                    "place and alternatives are given both",
                    "leave out place, or make it one of the alternatives");
        }
        if (apart && rule == null && alternatives.isEmpty()) {
            problems.report(
                    "apart",
                    "apart does nothing where batteries stand at one place",
                    "leave it out, or give alternatives or a rule");
        }
        if (!alternatives.isEmpty()
                && alternatives.values().stream().noneMatch(a -> sure(a.weight(), evidence))) {
            problems.report(
                    "alternatives",
                    "the weights of the alternatives may all be 0",
                    "give one of them a weight that is more than 0 in every draw");
        }
    }

    /// Where a sector looks is built or chosen, not an uncertain number.
    private static void single(
            String key, @Nullable Quantity angle, Evidence evidence, SkyChecks.Problems problems) {
        Bounds bounds = angle == null ? null : Bounds.of(angle, evidence);
        if (bounds == null) {
            return;
        }
        if (bounds.least() != bounds.most()) {
            problems.report(key, "a sector is one number, no range", "write it such as 120 deg");
        } else if (key.equals("sector") && bounds.most() > 2 * Math.PI + 1e-9) {
            problems.report(key, "a sector is wider than a full turn", "360 deg is all round");
        }
    }

    /// A battery with a sector must look somewhere, and those of one unit that share a search radar
    /// must have one sector, as covered sky is told by search radar.
    private static void sectors(Scenario s, SkyChecks.Problems problems) {
        Sky sky = s.sky();
        if (sky == null) {
            return;
        }
        sky.groups()
                .forEach((id, g) ->
                        looks(sky, "sky.groups." + id, g.battery(), g.faces(), problems));
        for (var contract : s.programme().contracts().values()) {
            for (var d : contract.deliveries().values()) {
                Support.Site base = s.support().sites().get(d.base());
                Catalogue.UnitType type = s.catalogue().units().get(d.type());
                if (!contract.active() || base == null || !base.stands() || type == null) {
                    continue;
                }
                for (String battery : type.batteries().keySet()) {
                    looks(sky, "support.sites." + d.base(), battery, base.faces(), problems);
                }
            }
        }
        s.catalogue().units().forEach((id, type) -> alike(sky, id, type, problems));
    }

    private static void looks(
            Sky sky,
            String path,
            String type,
            @Nullable Quantity faces,
            SkyChecks.Problems problems) {
        Sky.Battery battery = sky.batteries().get(type);
        if (battery != null && battery.sector() != null && faces == null) {
            problems.report(
                    path + ".faces",
                    "its battery \"%s\" works in a sector, and nothing says where that looks"
                            .formatted(type),
                    "add faces, the bearing of the middle of the sector");
        }
    }

    private static void alike(
            Sky sky, String unit, Catalogue.UnitType type, SkyChecks.Problems problems) {
        var known = new HashMap<String, String>();
        for (String id : type.batteries().keySet()) {
            Sky.Battery b = sky.batteries().get(id);
            if (b != null) {
                String sector = String.valueOf(b.sector());
                String before = known.putIfAbsent(b.search(), sector);
                if (before != null && !before.equals(sector)) {
                    problems.report(
                            "sky.batteries." + id + ".sector",
                            "batteries of unit \"%s\" with the search radar \"%s\" have several sectors"
                                    .formatted(unit, b.search()),
                            "give them one sector, or search radars of their own");
                }
            }
        }
    }

    /// Whether a weight is more than 0 in every draw.
    static boolean sure(Quantity weight, Evidence evidence) {
        Bounds bounds = Bounds.of(weight, evidence);
        return bounds != null && bounds.least() > 0;
    }

    /// Rules need something to go by.
    private static void rules(Scenario s, SkyChecks.Problems problems) {
        Sky sky = s.sky();
        if (sky == null) {
            return;
        }
        sky.groups().forEach((id, g) -> rule(s, sky, "sky.groups." + id, g.rule(), problems));
        s.support()
                .sites()
                .forEach((id, site) -> rule(s, sky, "support.sites." + id, site.rule(), problems));
    }

    private static void rule(
            Scenario s,
            Sky sky,
            String path,
            Station.@Nullable Rule rule,
            SkyChecks.Problems problems) {
        if (rule == Station.Rule.BESIDE) {
            boolean stands =
                    s.programme().contracts().values().stream()
                            .filter(Programme.Contract::active)
                            .flatMap(c -> c.deliveries().values().stream())
                            .map(d -> s.support().sites().get(d.base()))
                            .anyMatch(b ->
                                    b != null
                                            && b.rule() == null
                                            && (b.place() != null || !b.alternatives().isEmpty()));
            if (!stands) {
                problems.report(
                        path + ".rule",
                        "no unit stands at a place of its own, so nothing can stand beside one",
                        "give the base of a unit a place, or take another rule");
            }
        } else if (rule != null && sky.assets().isEmpty()) {
            problems.report(
                    path + ".rule",
                    "the rule goes by assets, and there are none",
                    "add sky.assets, or give a place");
        }
    }
}
