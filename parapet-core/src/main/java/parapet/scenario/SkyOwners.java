package parapet.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.geo.Sector;
import parapet.quantity.Calendar;
import parapet.random.Streams;
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

    /// Where the batteries of an owner stand.
    record Standing(List<Post> posts) {
        Standing {
            posts = List.copyOf(posts);
        }
    }

    /// A battery and its place.
    ///
    /// @param type key of the type of battery
    /// @param sector in which its engagement radar works
    record Post(String type, Sky.Battery battery, String place, Sector sector) {}

    /// An owner whose places are still to be found.
    private record Unplaced(
            int owner,
            String key,
            @Nullable String place,
            Map<String, Station.Alternative> alternatives,
            Station.@Nullable Rule rule,
            @Nullable Quantity faces,
            boolean apart,
            List<String> types) {}

    private final List<Unplaced> unplaced = new ArrayList<>();
    private final Map<String, String> drawn = new LinkedHashMap<>();

    SkyOwners(
            Scenario scenario,
            Sky sky,
            Draw draw,
            Streams streams,
            Calendar calendar,
            SkyGeometry geometry,
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
        place(new Stations(sky, draw, streams, geometry, this::reachM));
    }

    /// Finds the places: declared ones and alternatives first, then rules in the order of owners. A
    /// unit that the plan does not get stands where it would, and no rule looks at it.
    private void place(Stations stations) {
        var places = new ArrayList<List<String>>(Collections.nCopies(unplaced.size(), List.of()));
        for (Unplaced u : unplaced) {
            if (u.rule() == null) {
                List<String> found =
                        stations.declared(
                                u.key(), u.place(), u.alternatives(), u.apart(), u.types().size());
                places.set(u.owner(), found);
                if (!u.alternatives().isEmpty() && !u.apart()) {
                    drawn.put(u.key(), found.getFirst());
                }
                if (owners.get(u.owner()).comes()) {
                    stations.stand(u.types(), batteries(u), found, !owners.get(u.owner()).group());
                }
            }
        }
        for (boolean comes : new boolean[] {true, false}) {
            for (Unplaced u : unplaced) {
                SkyCase.Owner owner = owners.get(u.owner());
                if (u.rule() != null && owner.comes() == comes) {
                    places.set(
                            u.owner(),
                            stations.byRule(
                                    u.rule(), u.apart(), u.types(), batteries(u), !owner.group()));
                }
            }
        }
        for (Unplaced u : unplaced) {
            var posts = new ArrayList<Post>();
            for (int i = 0; i < u.types().size(); i++) {
                String type = u.types().get(i);
                Sky.Battery battery = battery(type);
                posts.add(
                        new Post(
                                type,
                                battery,
                                places.get(u.owner()).get(i),
                                sector(battery, u.faces())));
            }
            standings.add(new Standing(posts));
        }
    }

    private Sector sector(Sky.Battery battery, @Nullable Quantity faces) {
        Quantity width = battery.sector();
        return width == null || faces == null
                ? Sector.ALL
                : new Sector(draw.value(faces), Math.min(2 * Math.PI, draw.value(width)));
    }

    private List<Sky.Battery> batteries(Unplaced u) {
        return u.types().stream().map(this::battery).toList();
    }

    /// Greatest range of the rounds of a battery, m.
    double reachM(Sky.Battery battery) {
        return battery.launchers().keySet().stream()
                .map(id -> Objects.requireNonNull(sky.rounds().get(id)))
                .mapToDouble(r -> draw.value(r.most()))
                .max()
                .orElse(0);
    }

    /// The owners in order.
    List<SkyCase.Owner> owners() {
        return owners;
    }

    /// Where each stands.
    List<Standing> standings() {
        return standings;
    }

    /// Where those stand that have alternatives, by key of the site or group.
    Map<String, String> stations() {
        return drawn;
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
        if (type == null || base == null || !base.stands() || type.batteries().isEmpty()) {
            return;
        }
        var batteries = new ArrayList<String>();
        int degraded = 0;
        for (var entry : type.batteries().entrySet()) {
            batteries.addAll(Collections.nCopies(entry.getValue().count(), entry.getKey()));
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
        unplaced.add(
                new Unplaced(
                        owners.size() - 1,
                        d.base(),
                        base.place(),
                        base.alternatives(),
                        base.rule(),
                        base.faces(),
                        base.apart(),
                        batteries));
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
        int batteries = Math.max(1, (int) Math.round(draw.value(g.count())));
        SkyCase.Load stock = none("");
        g.rounds()
                .forEach((round, count) ->
                        stock.rounds()[rounds.indexOf(round)] =
                                (int) Math.round(batteries * draw.value(count.count())));
        long from =
                g.from() == null ? 0 : Math.max(0, calendar.tickOfEpochDay(draw.value(g.from())));
        owners.add(
                new SkyCase.Owner(
                        id,
                        -1,
                        true,
                        batteries,
                        batteries,
                        List.of(stock),
                        draw.value(g.ready()),
                        from));
        unplaced.add(
                new Unplaced(
                        owners.size() - 1,
                        id,
                        g.place(),
                        g.alternatives(),
                        g.rule(),
                        g.faces(),
                        g.apart(),
                        Collections.nCopies(batteries, g.battery())));
    }

    private Sky.Battery battery(String id) {
        Sky.Battery battery = sky.batteries().get(id);
        if (battery == null) {
            throw new IllegalArgumentException("The battery (%s) is not known.".formatted(id));
        }
        return battery;
    }
}
