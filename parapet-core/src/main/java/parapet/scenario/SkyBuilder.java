package parapet.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import parapet.engage.Asset;
import parapet.engage.BattleInput;
import parapet.engage.Doctrine;
import parapet.engage.FireUnit;
import parapet.engage.Interceptor;
import parapet.engage.LaneView;
import parapet.engage.Magazine;
import parapet.engage.Raid;
import parapet.engage.Sensor;
import parapet.engage.Supply;
import parapet.engage.TargetClass;
import parapet.engage.Threat;
import parapet.engage.Timing;
import parapet.evidence.Draw;
import parapet.evidence.Quantity;
import parapet.flight.Flight;
import parapet.flight.Lane;
import parapet.random.Streams;

/// Builds the sky of a Case: batteries, radars and raids in plain numbers, for the owners that
/// [SkyOwners] finds.
final class SkyBuilder implements RaidMaker {

    private final Sky sky;
    private final Draw draw;
    private final Streams streams;
    private final SkyOwners force;
    private final SkyGeometry geometry;
    private final List<String> rounds;
    private final List<String> targets;
    private final List<SkyCase.Owner> owners;
    private final List<SkyOwners.Standing> standings;
    private final SkyRadars radars;
    private final Members members;
    private final List<TargetClass> classes;
    private final List<Interceptor> interceptors;
    private final List<Asset> assets;
    private final List<Supply> supplies;
    private final List<Integer> all;

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
        this.radars = new SkyRadars(sky, draw, geometry);
        this.members = new Members(sky, draw, streams, geometry);
        this.classes = classes();
        this.interceptors = interceptors();
        this.assets = assets();
        this.supplies = supplies();
        this.all = IntStream.range(0, force.together()).boxed().toList();
    }

    SkyCase build() {
        int together = force.together();
        var raids = new ArrayList<SkyCase.RaidCase>();
        sky.raids()
                .forEach((id, raid) -> {
                    boolean alone = !raid.defendedBy().isEmpty();
                    List<Integer> taking =
                            alone ? raid.defendedBy().stream().map(force::group).toList() : all;
                    raids.add(raid(id, members.of(raid), taking, alone, false));
                });
        sky.families()
                .forEach((id, family) ->
                        raids.add(raid(id, members.of(id, family), all, false, true)));
        return new SkyCase(
                owners,
                together,
                rounds,
                targets,
                List.copyOf(sky.assets().keySet()),
                kinds(),
                force.stations(),
                raids,
                this,
                new SkyCoverage(sky, draw, force, geometry, radars, interceptors).of());
    }

    @Override
    public SkyCase.@Nullable RaidCase member(String family, int number, IntPredicate may) {
        RaidFamily of = sky.families().get(family);
        if (of == null) {
            throw new IllegalArgumentException("The family (%s) is not known.".formatted(family));
        }
        Member member = members.of(family, of, number, may);
        return member == null ? null : raid(family + "/" + number, member, all, false, true);
    }

    @Override
    public LaneView[][] views(SkyCase.RaidCase raid, double higherM) {
        Content content = content(raid);
        List<SkyGeometry.Way> ways = ways(content.member());
        List<Lane> lanes = raid.input().raid().lanes();
        var views = new LaneView[content.sites().size()][lanes.size()];
        for (int s = 0; s < views.length; s++) {
            for (int l = 0; l < views[s].length; l++) {
                views[s][l] = view(content.sites().get(s), ways.get(l), lanes.get(l), higherM);
            }
        }
        return views;
    }

    @Override
    public LaneView view(SkyCase.RaidCase raid, int site, int lane, double higherM) {
        Content content = content(raid);
        return view(
                content.sites().get(site),
                ways(content.member()).get(lane),
                raid.input().raid().lanes().get(lane),
                higherM);
    }

    private static Content content(SkyCase.RaidCase raid) {
        if (!(raid.content() instanceof Content content)) {
            throw new IllegalArgumentException(
                    "The raid (%s) is of another sky.".formatted(raid.id()));
        }
        return content;
    }

    /// A lane from a site, which is named `place/radar`.
    private LaneView view(String site, SkyGeometry.Way way, Lane lane, double higherM) {
        int slash = site.lastIndexOf('/');
        return geometry.laneView(
                way,
                lane,
                site.substring(0, slash),
                radars.antenna(site.substring(slash + 1)) + higherM);
    }

    /// The ways of a member, salvo by salvo, and after them those of what is released.
    private List<SkyGeometry.Way> ways(Member member) {
        var ways = new ArrayList<SkyGeometry.Way>();
        for (Member.Salvo salvo : member.salvos()) {
            Flying how = flying(salvo.targetClass());
            double begins = how.beginsM(salvo);
            for (double bearing : salvo.bearingsRad()) {
                ways.add(new SkyGeometry.Way(salvo.place(), bearing, begins, how.releaseM()));
            }
        }
        for (Member.Salvo salvo : member.salvos()) {
            Flying how = flying(salvo.targetClass());
            for (double bearing : how.releases() > 0 ? salvo.bearingsRad() : List.<Double>of()) {
                ways.add(new SkyGeometry.Way(salvo.place(), bearing, how.releaseM(), 0));
            }
        }
        return ways;
    }

    private List<Asset> assets() {
        var all = new ArrayList<Asset>();
        sky.assets()
                .forEach((id, a) -> {
                    var harm = new double[targets.size()];
                    a.hardness()
                            .forEach((target, h) ->
                                    harm[targets.indexOf(target)] = draw.value(h.harm()));
                    all.add(new Asset(id, draw.value(a.value()), harm));
                });
        return all;
    }

    /// What is held behind the batteries of the plan.
    private List<Supply> supplies() {
        var all = new ArrayList<Supply>();
        sky.depot()
                .forEach((round, s) ->
                        all.add(
                                new Supply(
                                        rounds.indexOf(round),
                                        (int) Math.round(draw.value(s.held())),
                                        (int) Math.round(draw.value(s.perNight())),
                                        s.delay())));
        return all;
    }

    /// Where each asset lies beside the units that the plan gets.
    private List<PlaceKind> kinds() {
        var kinds = new ArrayList<PlaceKind>();
        for (DefendedAsset asset : sky.assets().values()) {
            PlaceKind kind = PlaceKind.UNCOVERED;
            for (int o = 0; o < owners.size(); o++) {
                if (owners.get(o).group() || !owners.get(o).comes()) {
                    continue;
                }
                for (SkyOwners.Post post : standings.get(o).posts()) {
                    PlaceKind one = kind(post, asset.place());
                    kind = one.compareTo(kind) < 0 ? one : kind;
                }
            }
            kinds.add(kind);
        }
        return kinds;
    }

    private PlaceKind kind(SkyOwners.Post post, String place) {
        if (post.place().equals(place)) {
            return PlaceKind.OWN_STATION;
        }
        return geometry.distanceM(post.place(), place) <= force.reachM(post.battery())
                ? PlaceKind.BEHIND
                : PlaceKind.UNCOVERED;
    }

    private List<TargetClass> classes() {
        var classes = new ArrayList<TargetClass>();
        sky.targets()
                .forEach((id, t) ->
                        classes.add(
                                new TargetClass(
                                        id,
                                        draw.value(t.crossSection()),
                                        draw.value(t.price()),
                                        draw.value(t.jammed()),
                                        draw.value(t.fails()),
                                        t.release() != null)));
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

    /// All that decides the battles of a raid but readiness and chance. Two of one draw are equal
    /// when every number in them is.
    private record Content(
            SkyGeometry geometry,
            List<TargetClass> classes,
            List<Interceptor> interceptors,
            List<Asset> assets,
            List<String> sites,
            List<Sensor> sensors,
            List<FireUnit> fireUnits,
            List<Flying> flying,
            boolean sharedPicture,
            boolean coordinatedFire,
            List<Supply> supplies,
            Member member) {}

    /// How a class flies, and where it releases how many of which class; -1 for none.
    private record Flying(
            double speed,
            double height,
            boolean aboveGround,
            double arc,
            double releaseM,
            int released,
            int releases) {
        /// Where its lanes begin: at least a grain before it releases.
        double beginsM(Member.Salvo salvo) {
            return releaseM == 0
                    ? salvo.distanceM()
                    : Math.max(salvo.distanceM(), releaseM + RELEASE_GRAIN_M);
        }
    }

    /// Distances of release are taken to so many metres, so that draws share ways.
    private static final double RELEASE_GRAIN_M = 5_000;

    /// Adds the lanes of a salvo, which follow those that are there.
    private void lanes(
            List<Lane> lanes, Member.Salvo salvo, String what, List<SkyGeometry.Way> ways) {
        for (int number = 1; number <= salvo.bearingsRad().size(); number++) {
            lanes.add(geometry.lane(salvo.id() + what + "-" + number, ways.get(lanes.size())));
        }
    }

    private SkyCase.RaidCase raid(
            String id, Member member, List<Integer> taking, boolean alone, boolean family) {
        var sites = new ArrayList<String>();
        var views = new ArrayList<LaneView[]>();
        var sensors = new ArrayList<Sensor>();
        var units = new ArrayList<FireUnit>();
        var lanes = new ArrayList<Lane>();
        List<SkyGeometry.Way> ways = ways(member);
        for (Member.Salvo salvo : member.salvos()) {
            lanes(lanes, salvo, "", ways);
        }
        for (Member.Salvo salvo : member.salvos()) {
            if (flying(salvo.targetClass()).releases() > 0) {
                lanes(lanes, salvo, "-released", ways);
            }
        }
        for (int o = 0; o < taking.size(); o++) {
            SkyCase.Owner owner = owners.get(taking.get(o));
            var searching = new HashSet<String>();
            int number = 0;
            for (SkyOwners.Post post : standings.get(taking.get(o)).posts()) {
                Sky.Battery b = post.battery();
                if (searching.add(post.place() + "/" + b.search())) {
                    boolean first = searching.size() == 1 || !sensorIs(sensors, owner, b);
                    sensors.add(
                            new Sensor(
                                    owner.id()
                                            + "/"
                                            + b.search()
                                            + (first ? "" : "/" + post.place()),
                                    o,
                                    number,
                                    site(post.place(), b.search(), ways, lanes, sites, views),
                                    radars.radar(b.search(), member.radarRange())));
                }
                number++;
                units.add(
                        new FireUnit(
                                owner.id() + "/" + number,
                                o,
                                site(post.place(), b.engage(), ways, lanes, sites, views),
                                radars.radar(b.engage(), member.radarRange()),
                                Math.max(1, (int) Math.round(draw.value(b.channels()))),
                                draw.value(b.reaction()),
                                Timing.fixed(draw.value(b.assessment())),
                                magazines(b),
                                doctrine(b),
                                post.sector()));
            }
        }
        List<Threat> threats = threats(id, member, lanes);
        List<Supply> supplied = alone ? List.of() : supplies;
        var content =
                new Content(
                        geometry,
                        classes,
                        interceptors,
                        assets,
                        List.copyOf(sites),
                        List.copyOf(sensors),
                        List.copyOf(units),
                        sky.targets().values().stream().map(this::flying).toList(),
                        sky.sharedPicture(),
                        sky.coordinatedFire(),
                        supplied,
                        member);
        var input =
                new BattleInput(
                        classes,
                        interceptors,
                        taking.stream().map(o -> owners.get(o).id()).toList(),
                        sites,
                        sensors,
                        units,
                        assets,
                        sky.sharedPicture(),
                        sky.coordinatedFire(),
                        new Raid(
                                id,
                                lanes,
                                flights(lanes, threats),
                                views.toArray(LaneView[][]::new),
                                threats,
                                member.nights()),
                        supplied);
        return new SkyCase.RaidCase(id, content, input, taking, alone, family);
    }

    private static boolean sensorIs(List<Sensor> sensors, SkyCase.Owner owner, Sky.Battery b) {
        return sensors.stream().anyMatch(s -> s.id().equals(owner.id() + "/" + b.search()));
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
            String place,
            String radar,
            List<SkyGeometry.Way> ways,
            List<Lane> lanes,
            List<String> sites,
            List<LaneView[]> views) {
        String name = place + "/" + radar;
        int known = sites.indexOf(name);
        if (known >= 0) {
            return known;
        }
        sites.add(name);
        var of = new LaneView[lanes.size()];
        for (int l = 0; l < of.length; l++) {
            of[l] = geometry.laneView(ways.get(l), lanes.get(l), place, radars.antenna(radar));
        }
        views.add(of);
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

    private Flying flying(int targetClass) {
        return flying(Objects.requireNonNull(sky.targets().get(targets.get(targetClass))));
    }

    private Flying flying(Sky.Target target) {
        Quantity arc = target.arc();
        if (arc != null) {
            return new Flying(0, 0, false, draw.value(arc), 0, -1, 0);
        }
        Sky.Release r = target.release();
        double grains = r == null ? 0 : draw.value(r.distance()) / RELEASE_GRAIN_M;
        return new Flying(
                draw.value(target.speed()),
                draw.value(target.height()),
                target.aboveGround(),
                0,
                r == null ? 0 : RELEASE_GRAIN_M * Math.max(1, Math.round(grains)),
                r == null ? -1 : targets.indexOf(r.target()),
                r == null ? 0 : (int) Math.round(draw.value(r.count())));
    }

    private Flight flight(Sky.Target target, Lane lane) {
        Flying how = flying(target);
        return how.arc() == 0
                ? Flight.level(lane, how.speed(), how.height(), how.aboveGround())
                : Flight.ballistic(lane, Math.max(how.arc(), lane.lengthM()));
    }

    /// The threats, and after them what they release; decoys release nothing.
    private List<Threat> threats(String id, Member member, List<Lane> ways) {
        var threats = new ArrayList<Threat>();
        var released = new ArrayList<Threat>();
        int firstReleased = member.salvos().stream().mapToInt(s -> s.bearingsRad().size()).sum();
        int firstLane = 0;
        for (Member.Salvo salvo : member.salvos()) {
            UniformRandomProvider random = streams.at("scenario.threat", id + "/" + salvo.id());
            int lanes = salvo.bearingsRad().size();
            int real = salvo.count() - salvo.decoys();
            Flying how = flying(salvo.targetClass());
            double[] flown =
                    how.releases() > 0
                            ? flown(salvo.targetClass(), ways.subList(firstLane, firstLane + lanes))
                            : new double[lanes];
            for (int i = 0; i < salvo.count(); i++) {
                threats.add(
                        new Threat(
                                salvo.targetClass(),
                                firstLane + i % lanes,
                                salvo.afterSec() + salvo.withinSec() * Streams.open(random),
                                salvo.asset(),
                                i >= real));
                Threat carrier = threats.getLast();
                for (int k = 0; k < how.releases() && i < real; k++) {
                    released.add(
                            new Threat(
                                    how.released(),
                                    firstReleased + i % lanes,
                                    carrier.startSec() + flown[i % lanes],
                                    carrier.asset(),
                                    false,
                                    threats.size() - 1));
                }
            }
            firstLane += lanes;
            firstReleased += how.releases() > 0 ? lanes : 0;
        }
        threats.addAll(released);
        return threats;
    }

    /// How long a class flies each lane, s.
    private double[] flown(int targetClass, List<Lane> lanes) {
        Sky.Target target = Objects.requireNonNull(sky.targets().get(targets.get(targetClass)));
        return lanes.stream().mapToDouble(way -> flight(target, way).durationSec()).toArray();
    }
}
