package parapet.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import parapet.engage.BattleInput;
import parapet.engage.Doctrine;
import parapet.engage.FireUnit;
import parapet.engage.Interceptor;
import parapet.engage.LaneView;
import parapet.engage.Magazine;
import parapet.engage.Raid;
import parapet.engage.Sensor;
import parapet.engage.TargetClass;
import parapet.engage.Threat;
import parapet.engage.Timing;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.flight.Flight;
import parapet.flight.Lane;
import parapet.radar.Radar;
import parapet.radar.SiteView;
import parapet.random.Streams;

/// Builds the sky of a Case: batteries, radars and raids in plain numbers, for the owners that
/// [SkyOwners] finds.
final class SkyBuilder {
    private static final double HALF = 0.5;

    private final Sky sky;
    private final Draw draw;
    private final Streams streams;
    private final SkyOwners force;
    private final SkyGeometry geometry;
    private final List<String> rounds;
    private final List<String> targets;
    private final List<SkyCase.Owner> owners;
    private final List<SkyOwners.Standing> standings;
    private final Map<String, Radar> radars = new LinkedHashMap<>();

    SkyBuilder(Sky sky, Draw draw, Streams streams, SkyOwners force, SkyGeometry geometry) {
        this.sky = sky;
        this.draw = draw;
        this.streams = streams;
        this.force = force;
        this.owners = force.owners();
        this.standings = force.standings();
        this.geometry = geometry;
        this.rounds = List.copyOf(sky.rounds().keySet());
        this.targets = List.copyOf(sky.targets().keySet());
    }

    SkyCase build() {
        int together = force.together();
        var raids = new ArrayList<SkyCase.RaidCase>();
        var interceptors = interceptors();
        var classes = classes();
        List<Integer> all = IntStream.range(0, together).boxed().toList();
        sky.raids()
                .forEach((id, raid) -> {
                    boolean alone = !raid.defendedBy().isEmpty();
                    List<Integer> taking =
                            alone ? raid.defendedBy().stream().map(force::group).toList() : all;
                    raids.add(
                            new SkyCase.RaidCase(
                                    id,
                                    battle(id, raid, taking, classes, interceptors),
                                    taking,
                                    alone));
                });
        return new SkyCase(
                owners, together, rounds, targets, raids, coverage(together, interceptors));
    }

    private List<TargetClass> classes() {
        var classes = new ArrayList<TargetClass>();
        sky.targets()
                .forEach((id, t) ->
                        classes.add(
                                new TargetClass(
                                        id, draw.value(t.crossSection()), draw.value(t.price()))));
        return classes;
    }

    private List<Interceptor> interceptors() {
        var all = new ArrayList<Interceptor>();
        sky.rounds()
                .forEach((id, r) -> {
                    var most = new double[targets.size()];
                    var kill = new double[targets.size()];
                    double range = draw.value(r.most());
                    r.against()
                            .forEach((target, against) -> {
                                int t = targets.indexOf(target);
                                Quantity less = against.most();
                                most[t] = less == null ? range : Math.min(range, draw.value(less));
                                kill[t] = draw.value(against.kill());
                            });
                    all.add(
                            new Interceptor(
                                    id,
                                    draw.value(r.least()),
                                    most,
                                    draw.value(r.lowest()),
                                    draw.value(r.highest()),
                                    draw.value(r.speed()),
                                    kill,
                                    draw.value(r.price())));
                });
        return all;
    }

    private Radar radar(String id) {
        return radars.computeIfAbsent(
                id,
                key -> {
                    Sky.RadarType r = sky.radars().get(key);
                    if (r == null) {
                        throw new IllegalArgumentException(
                                "The radar (%s) is not known.".formatted(key));
                    }
                    return new Radar(
                            key,
                            draw.value(r.frequency()),
                            draw.value(r.detects()),
                            draw.value(r.crossSection()),
                            draw.value(r.probability()),
                            draw.value(r.falseAlarm()),
                            1,
                            1,
                            draw.value(r.most()),
                            antenna(key),
                            draw.value(r.scan()),
                            r.confirm(),
                            Math.max(r.confirm(), r.of()),
                            Math.max(1, (int) Math.round(draw.value(r.tracks()))));
                });
    }

    private double antenna(String radar) {
        Sky.RadarType r = sky.radars().get(radar);
        return r == null ? 0 : geometry.typical(r.antenna());
    }

    private BattleInput battle(
            String id,
            Sky.Raid raid,
            List<Integer> taking,
            List<TargetClass> classes,
            List<Interceptor> interceptors) {
        var sites = new ArrayList<String>();
        var views = new ArrayList<LaneView[]>();
        var sensors = new ArrayList<Sensor>();
        var units = new ArrayList<FireUnit>();
        for (int o = 0; o < taking.size(); o++) {
            SkyCase.Owner owner = owners.get(taking.get(o));
            SkyOwners.Standing standing = standings.get(taking.get(o));
            var searching = new ArrayList<String>();
            int number = 0;
            for (Sky.Battery b : standing.batteries()) {
                number++;
                if (!searching.contains(b.search())) {
                    searching.add(b.search());
                    sensors.add(
                            new Sensor(
                                    owner.id() + "/" + b.search(),
                                    o,
                                    site(id, standing.place(), b.search(), sites, views),
                                    radar(b.search())));
                }
                units.add(
                        new FireUnit(
                                owner.id() + "/" + number,
                                o,
                                site(id, standing.place(), b.engage(), sites, views),
                                radar(b.engage()),
                                Math.max(1, (int) Math.round(draw.value(b.channels()))),
                                draw.value(b.reaction()),
                                Timing.fixed(draw.value(b.assessment())),
                                magazines(b),
                                doctrine(b)));
            }
        }
        List<Lane> lanes = geometry.lanes(id);
        List<Threat> threats = threats(id, raid);
        return new BattleInput(
                classes,
                interceptors,
                taking.stream().map(o -> owners.get(o).id()).toList(),
                sites,
                sensors,
                units,
                List.of(),
                sky.sharedPicture(),
                sky.sharedPicture(),
                new Raid(
                        id,
                        lanes,
                        flights(lanes, threats),
                        views.toArray(LaneView[][]::new),
                        threats,
                        raid.nights()));
    }

    private static Doctrine doctrine(Sky.Battery b) {
        var looks = new int[b.looks()];
        Arrays.fill(looks, b.salvo());
        return new Doctrine(looks, Doctrine.Order.URGENT_FIRST);
    }

    private List<Magazine> magazines(Sky.Battery b) {
        var magazines = new ArrayList<Magazine>();
        b.launchers()
                .forEach((round, l) ->
                        magazines.add(
                                new Magazine(
                                        rounds.indexOf(round),
                                        l.count(),
                                        l.each(),
                                        draw.value(l.reload()))));
        return magazines;
    }

    private int site(
            String raid, String place, String radar, List<String> sites, List<LaneView[]> views) {
        String name = place + "/" + radar;
        int known = sites.indexOf(name);
        if (known >= 0) {
            return known;
        }
        sites.add(name);
        views.add(geometry.laneViews(raid, place, antenna(radar)));
        return sites.size() - 1;
    }

    /// Flights of the classes on the lanes that they fly.
    private Flight[][] flights(List<Lane> lanes, List<Threat> threats) {
        var flights = new Flight[targets.size()][lanes.size()];
        for (Threat t : threats) {
            if (flights[t.targetClass()][t.lane()] == null) {
                Sky.Target target = sky.targets().get(targets.get(t.targetClass()));
                if (target == null) {
                    throw new IllegalStateException("A threat has no class.");
                }
                flights[t.targetClass()][t.lane()] = flight(target, lanes.get(t.lane()));
            }
        }
        return flights;
    }

    private Flight flight(Sky.Target target, Lane lane) {
        Quantity arc = target.arc();
        return arc == null
                ? Flight.level(
                        lane,
                        draw.value(target.speed()),
                        draw.value(target.height()),
                        target.aboveGround())
                : Flight.ballistic(lane, Math.max(draw.value(arc), lane.lengthM()));
    }

    private List<Threat> threats(String id, Sky.Raid raid) {
        var threats = new ArrayList<Threat>();
        int firstLane = 0;
        for (var entry : raid.waves().entrySet()) {
            Sky.Wave wave = entry.getValue();
            UniformRandomProvider random = streams.at("scenario.threat", id + "/" + entry.getKey());
            int count = (int) Math.round(draw.value(wave.count()));
            double after = draw.value(wave.after());
            double within = draw.value(wave.within());
            for (int i = 0; i < count; i++) {
                threats.add(
                        new Threat(
                                targets.indexOf(wave.target()),
                                firstLane + i % wave.lanes(),
                                after + within * Streams.open(random)));
            }
            firstLane += wave.lanes();
        }
        return threats;
    }

    private SkyCase.@Nullable Coverage coverage(int together, List<Interceptor> interceptors) {
        String covering = sky.covering();
        Sky.Target target = covering == null ? null : sky.targets().get(covering);
        if (target == null) {
            return null;
        }
        int c = targets.indexOf(covering);
        double crossSection = draw.value(target.crossSection());
        var views = new ArrayList<SiteView>();
        int heights = SkyGeometry.HEIGHTS_M.size();
        var seen = new double[together][heights];
        var reached = new double[together][heights];
        for (int o = 0; o < together; o++) {
            SkyOwners.Standing standing = standings.get(o);
            Sky.Battery battery = standing.batteries().getFirst();
            views.add(geometry.siteView(standing.place(), antenna(battery.search())));
            double sees = radar(battery.search()).rangeM(crossSection, HALF);
            double engages = radar(battery.engage()).rangeM(crossSection, HALF);
            for (int h = 0; h < heights; h++) {
                seen[o][h] = sees;
                for (String round : battery.launchers().keySet()) {
                    Interceptor i = interceptors.get(rounds.indexOf(round));
                    if (i.killProbability()[c] > 0
                            && i.maximumHeightM() >= SkyGeometry.HEIGHTS_M.get(h)
                            && i.minimumHeightM() <= SkyGeometry.HEIGHTS_M.get(h)) {
                        reached[o][h] =
                                Math.max(reached[o][h], Math.min(engages, i.maximumRangeM()[c]));
                    }
                }
            }
        }
        return new SkyCase.Coverage(views, seen, reached);
    }
}
