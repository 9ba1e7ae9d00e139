package parapet.io;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Quantity;
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
                station(g.place(), g.alternatives(), g.rule(), g.apart(), evidence, problems);
            }
            case Support.Site s ->
                    station(s.place(), s.alternatives(), s.rule(), s.apart(), evidence, problems);
            case Scenario s -> rules(s, problems);
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
