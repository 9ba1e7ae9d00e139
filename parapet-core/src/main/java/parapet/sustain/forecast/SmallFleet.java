package parapet.sustain.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import parapet.programme.Delivery;
import parapet.quantity.Measures;
import parapet.sustain.Network;
import parapet.sustain.SitePolicy;
import parapet.sustain.SustainInput;
import parapet.sustain.exact.DatedFleet;

/// A fleet of the simulation as a [DatedFleet], where it is one: then its readiness is known
/// exactly, on any day.
///
/// It is one if all units are of one type with one place for one part; the part fails at a constant
/// rate, is exchanged at once, and is mended in one shop at no distance from the one base, in
/// exponential times, or condemned and bought anew; nobody else helps; no planned work. Units,
/// spares, the opening of the shop and its numbers may change on dates.
public final class SmallFleet {
    private static final double DAY_SEC = Measures.DAY_SEC;

    private SmallFleet() {}

    /// The fleet, times in days; empty where [#obstacle] names one.
    ///
    /// @param deliveries when each unit comes; units without one never come
    public static List<DatedFleet.Step> of(SustainInput input, List<Delivery> deliveries) {
        if (!obstacle(input).isEmpty()) {
            return List.of();
        }
        Network first = input.phases().getFirst().network();
        int base = input.units().getFirst().base();
        int type = input.units().getFirst().type();
        var served = new TreeMap<Long, Integer>();
        Map<String, Delivery> byKey = new HashMap<>();
        deliveries.forEach(d -> byKey.put(d.unit(), d));
        for (SustainInput.Unit unit : input.units()) {
            Delivery d = byKey.get(unit.id());
            if (d != null && d.inService() < input.endTick()) {
                served.merge(Math.max(0, d.inService()), 1, Integer::sum);
            }
        }
        var more = new TreeMap<Long, Integer>();
        served.forEach((tick, n) ->
                more.merge(tick, n * first.types().get(type).spares()[0], Integer::sum));
        for (SustainInput.Addition a : input.additions()) {
            if (a.site() == base && a.spares().length > 0) {
                more.merge(Math.max(0, a.tick()), a.spares()[0], Integer::sum);
            }
        }
        var ticks = new TreeSet<>(served.keySet());
        ticks.addAll(more.keySet());
        input.phases().forEach(p -> ticks.add(p.fromTick()));
        var steps = new ArrayList<DatedFleet.Step>();
        int units = 0;
        int spares = first.sites().get(base).stock()[0];
        for (long tick : ticks) {
            units += served.getOrDefault(tick, 0);
            spares += more.getOrDefault(tick, 0);
            if (tick < input.endTick()) {
                steps.add(
                        new DatedFleet.Step(
                                tick / (double) Flow.DAY_TICKS,
                                support(input.networkAt(tick), type, base, units, spares)));
            }
        }
        return List.copyOf(steps);
    }

    private static DatedFleet.Support support(
            Network network, int type, int base, int units, int spares) {
        Network.Part part = network.parts().getFirst();
        Network.Site shop = network.sites().get(network.sites().get(base).repairsAt()[0]);
        Network.Slot slot = network.types().get(type).slots().getFirst();
        return new DatedFleet.Support(
                units,
                spares,
                shop.open() ? shop.shop().places() : 0,
                shop.shop().repairSec() / DAY_SEC,
                part.failureRate(slot) * DAY_SEC,
                part.condemnedShare(),
                Math.max(1e-9, part.procurementSec() / DAY_SEC));
    }

    /// Why a fleet is not of this kind, in words; empty if it is.
    public static String obstacle(SustainInput input) {
        if (input.units().isEmpty()) {
            return "there is no unit";
        }
        SustainInput.Unit first = input.units().getFirst();
        for (SustainInput.Unit unit : input.units()) {
            if (unit.base() != first.base()) {
                return "units have several bases";
            }
            if (unit.type() != first.type()) {
                return "units are of several types";
            }
        }
        Network start = input.phases().getFirst().network();
        for (SustainInput.Phase phase : input.phases()) {
            Network n = phase.network();
            String why = obstacle(n, first.type(), first.base());
            if (!why.isEmpty()) {
                return why;
            }
            if (n.sites().get(first.base()).stock()[0]
                    != start.sites().get(first.base()).stock()[0]) {
                return "the stock of the base changes";
            }
        }
        return "";
    }

    private static String obstacle(Network n, int type, int base) {
        Network.UnitType t = n.types().get(type);
        if (n.parts().size() != 1 || t.slots().size() != 1 || t.slots().getFirst().count() != 1) {
            return "a unit has more than one place for a part";
        }
        if (t.slots().getFirst().full() != 1 || t.slots().getFirst().degraded() != 1) {
            return "a unit works without its part";
        }
        if (t.tasks().stream().anyMatch(Network.Task::active)) {
            return "units are taken away for planned work";
        }
        Network.Part part = n.parts().getFirst();
        if (!part.failure().ageless() || !part.life().equals(Network.Life.ENDLESS)) {
            return "parts age";
        }
        if (part.fieldRepairShare() > 0 || part.fieldRepairSec() > 0) {
            return "work on the spot takes time";
        }
        if (part.noFaultShare() > 0 || !part.inside().isEmpty()) {
            return "repairs have several outcomes";
        }
        if (part.condemnedShare() > 0
                && (part.lastOrderTick() < Long.MAX_VALUE
                        || n.production().startTick() < Long.MAX_VALUE)) {
            return "new parts come in several ways";
        }
        Network.Site site = n.sites().get(base);
        if (!site.open() || site.repairsAt().length != 1 || site.supplier() >= 0) {
            return "the base is supplied from elsewhere, or parts are mended in several shops";
        }
        return obstacle(n, base, site);
    }

    private static String obstacle(Network n, int base, Network.Site site) {
        int at = site.repairsAt()[0];
        Network.Site there = n.sites().get(at);
        Network.Link way = n.links()[base][at];
        if (at != base
                && (way.timeSec() > 0 || !way.open() || way.lot() > 1 || way.everySec() > 0)) {
            return "parts travel to the shop";
        }
        SitePolicy policy = site.policy();
        if (policy.rests()
                || policy.crews() < SitePolicy.AMPLE
                || !policy.helpers().isEmpty()
                || Arrays.stream(policy.replenishment()).anyMatch(Objects::nonNull)
                || policy.cannibalise()) {
            return "the base has rules of its own";
        }
        Network.Shop shop = there.shop();
        if (shop.places() > 0
                && (shop.scatter() != 1
                        || shop.repairShare() != 1
                        || shop.learningFactor() != 1
                        || shop.materialShare() > 0)) {
            return "repair times are not exponential, or not every repair succeeds";
        }
        boolean plain =
                shop.policy().hours().always()
                        && Double.isInfinite(shop.policy().inductionsPerSec())
                        && shop.policy().work().length == 0;
        return plain ? "" : "the shop has rules of its own";
    }
}
