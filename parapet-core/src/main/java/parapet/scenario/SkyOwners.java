package parapet.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import parapet.evidence.Draw;
import parapet.quantity.Calendar;
import parapet.sustain.SustainInput;

/// Who has batteries: units and groups, where they stand and with how many rounds.
///
/// Every unit that any contract names takes part in every raid, whether or not the plan has it, so
/// that plans which differ in who comes share the battles in which that does not matter. Groups
/// take part when they are active; those that a raid names as its own defence take part in such
/// raids only, and stand last.
final class SkyOwners {
    private final Scenario scenario;
    private final Sky sky;
    private final Draw draw;
    private final Calendar calendar;
    private final List<String> rounds;
    private final List<SkyCase.Owner> owners = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    private final int together;

    /// Where an owner stands, and with what.
    record Standing(String place, List<Sky.Battery> batteries) {}

    SkyOwners(
            Scenario scenario,
            Sky sky,
            Draw draw,
            Calendar calendar,
            List<SustainInput.Unit> coming) {
        this.scenario = scenario;
        this.sky = sky;
        this.draw = draw;
        this.calendar = calendar;
        this.rounds = List.copyOf(sky.rounds().keySet());
        scenario.programme()
                .contracts()
                .values()
                .forEach(c -> c.deliveries().forEach((id, d) -> add(id, d, coming)));
        var apart = new HashSet<String>();
        sky.raids().values().forEach(r -> apart.addAll(r.defendedBy()));
        sky.groups()
                .forEach((id, g) -> {
                    if (g.active() && !apart.contains(id)) {
                        add(id, g);
                    }
                });
        together = owners.size();
        sky.groups()
                .forEach((id, g) -> {
                    if (apart.contains(id)) {
                        add(id, g);
                    }
                });
    }

    /// The owners in order.
    List<SkyCase.Owner> owners() {
        return owners;
    }

    /// Where each stands.
    List<Standing> standings() {
        return standings;
    }

    /// How many of them, from the first, take part in ordinary raids.
    int together() {
        return together;
    }

    /// Index of a group.
    int group(String id) {
        for (int i = 0; i < owners.size(); i++) {
            if (owners.get(i).group() && owners.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The group (%s) is not known.".formatted(id));
    }

    private void add(String id, Programme.Delivery d, List<SustainInput.Unit> coming) {
        Catalogue.UnitType type = scenario.catalogue().units().get(d.type());
        Support.Site base = scenario.support().sites().get(d.base());
        if (type == null || base == null || base.place() == null || type.batteries().isEmpty()) {
            return;
        }
        var batteries = new ArrayList<Sky.Battery>();
        int degraded = 0;
        for (var entry : type.batteries().entrySet()) {
            Sky.Battery battery = battery(entry.getKey());
            for (int i = 0; i < entry.getValue().count(); i++) {
                batteries.add(battery);
            }
            degraded += Math.min(entry.getValue().degraded(), entry.getValue().count());
        }
        int index = -1;
        for (int i = 0; i < coming.size(); i++) {
            if (coming.get(i).id().equals(id)) {
                index = i;
            }
        }
        owners.add(
                new SkyCase.Owner(id, index, false, batteries.size(), degraded, loads(type), 1, 0));
        standings.add(new Standing(base.place(), List.copyOf(batteries)));
    }

    /// What the batteries of a unit fire, by missile: a missile that several launchers fire is
    /// parted by their shares, between types of battery by their number as well.
    private List<SkyCase.Load> loads(Catalogue.UnitType type) {
        var loads = new ArrayList<SkyCase.Load>();
        for (var carried : type.missiles().entrySet()) {
            String missile = carried.getKey();
            var shares = new double[rounds.size()];
            double sum = 0;
            for (var of : type.batteries().entrySet()) {
                int weight = type.batteries().size() == 1 ? 1 : of.getValue().count();
                for (var l : battery(of.getKey()).launchers().entrySet()) {
                    if (missile.equals(l.getValue().fires(l.getKey(), type.missiles().keySet()))) {
                        double share = weight * draw.value(l.getValue().share());
                        shares[rounds.indexOf(l.getKey())] += share;
                        sum += share;
                    }
                }
            }
            double count = draw.value(carried.getValue().count());
            var load = new int[rounds.size()];
            for (int i = 0; i < load.length; i++) {
                shares[i] /= Math.max(sum, 1e-9);
                load[i] = (int) Math.round(count * shares[i]);
            }
            loads.add(new SkyCase.Load(missile, load, shares));
        }
        return loads.isEmpty() ? List.of(none("")) : loads;
    }

    private SkyCase.Load none(String missile) {
        return new SkyCase.Load(missile, new int[rounds.size()], new double[rounds.size()]);
    }

    private void add(String id, Sky.Group g) {
        SkyCase.Load stock = none("");
        g.rounds()
                .forEach((round, count) ->
                        stock.rounds()[rounds.indexOf(round)] =
                                (int) Math.round(g.count() * draw.value(count.count())));
        long from =
                g.from() == null ? 0 : Math.max(0, calendar.tickOfEpochDay(draw.value(g.from())));
        owners.add(
                new SkyCase.Owner(
                        id,
                        -1,
                        true,
                        g.count(),
                        g.count(),
                        List.of(stock),
                        draw.value(g.ready()),
                        from));
        var batteries = new ArrayList<Sky.Battery>();
        for (int i = 0; i < g.count(); i++) {
            batteries.add(battery(g.battery()));
        }
        standings.add(new Standing(g.place(), List.copyOf(batteries)));
    }

    private Sky.Battery battery(String id) {
        Sky.Battery battery = sky.batteries().get(id);
        if (battery == null) {
            throw new IllegalArgumentException("The battery (%s) is not known.".formatted(id));
        }
        return battery;
    }
}
