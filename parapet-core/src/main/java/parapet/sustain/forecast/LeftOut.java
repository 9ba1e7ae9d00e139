package parapet.sustain.forecast;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import parapet.sustain.Network;
import parapet.sustain.ShopPolicy;
import parapet.sustain.SitePolicy;
import parapet.sustain.SustainInput;

/// What the simulation does with an input and [Forecast] leaves out, in words for the reader: a gap
/// between the two is no mystery where one of these is in use.
public final class LeftOut {
    private LeftOut() {}

    /// In the order in which they usually weigh; empty when the forecast knows all rules in use.
    public static List<String> of(SustainInput input) {
        var found = new LinkedHashSet<String>();
        for (SustainInput.Phase phase : input.phases()) {
            if (phase.fromTick() < input.endTick()) {
                Network n = phase.network();
                n.sites().stream().filter(Network.Site::open).forEach(s -> site(s, n, found));
                n.parts().forEach(p -> part(p, found));
                tasks(n, found);
                if (links(n).anyMatch(l -> l.lot() > 1 || l.everySec() > 0)) {
                    found.add("transport in lots or by timetable");
                }
            }
        }
        return List.copyOf(found);
    }

    private static void site(Network.Site site, Network network, Set<String> found) {
        SitePolicy policy = site.policy();
        if (policy.cannibalise()) {
            found.add("good parts moved between units (cannibalise)");
        }
        if (!policy.helpers().isEmpty()) {
            found.add("spares from other bases (helpers)");
        }
        if (policy.crews() < SitePolicy.AMPLE) {
            found.add("crews");
        }
        if (policy.rests()) {
            found.add("seasons in which a site rests");
        }
        for (int p = 0; p < network.parts().size() && p < policy.replenishment().length; p++) {
            if (policy.replenishment()[p] != null) {
                found.add("orders in lots (reorder points)");
            }
        }
        ShopPolicy shop = site.shop().policy();
        if (site.shop().places() > 0) {
            if (!shop.hours().always() || !Double.isInfinite(shop.inductionsPerSec())) {
                found.add("working hours of shops and limits of what they begin");
            }
            if (shop.priority() != ShopPolicy.Priority.FIRST_COME) {
                found.add("priorities in shops");
            }
        }
    }

    private static void part(Network.Part part, Set<String> found) {
        if (!part.inside().isEmpty()) {
            found.add("waits for parts inside parts");
        }
        if (part.noFaultShare() > 0) {
            found.add("parts in which no fault is found");
        }
        if (!part.failure().ageless() || part.life().service() < Double.POSITIVE_INFINITY) {
            found.add("ages of parts");
        }
        if (part.life().shelfSec() < Double.POSITIVE_INFINITY) {
            found.add("shelf lives");
        }
    }

    private static void tasks(Network network, Set<String> found) {
        for (Network.UnitType type : network.types()) {
            for (Network.Task task : type.tasks()) {
                if (!task.active()) {
                    continue;
                }
                var policy = task.policy();
                boolean more =
                        policy.findings() > 0
                                || policy.parts().length > 0
                                || policy.crews() > 0
                                || policy.renews()
                                || policy.togetherSec() > 0
                                || policy.lostShare() > 0
                                || policy.useSec() < Double.POSITIVE_INFINITY
                                || task.at().stream()
                                        .anyMatch(s -> !Double.isInfinite(s.inductionsPerSec()));
                if (more) {
                    found.add("what planned work needs and finds");
                }
            }
        }
    }

    private static Stream<Network.Link> links(Network network) {
        var all = new ArrayList<Network.Link>();
        for (Network.Link[] row : network.links()) {
            for (Network.Link link : row) {
                all.add(link);
            }
        }
        return all.stream().filter(Objects::nonNull);
    }
}
