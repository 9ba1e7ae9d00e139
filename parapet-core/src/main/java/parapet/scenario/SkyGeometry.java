package parapet.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import parapet.engage.LaneView;
import parapet.evidence.Quantity;
import parapet.flight.Lane;
import parapet.geo.EffectiveEarth;
import parapet.geo.GeoPoint;
import parapet.geo.Geodesics;
import parapet.geo.Sector;
import parapet.radar.SiteView;
import parapet.radar.SkyGrid;
import parapet.terrain.SkyFloor;
import parapet.terrain.Terrain;

/// What depends on places and terrain alone: lanes of raids, what each site sees of them and of the
/// sky. Made once for a study from the typical values of places, bearings and refraction, and
/// shared by all draws. For any thread.
public final class SkyGeometry {
    /// Heights above the ground at which covered sky is asked, m.
    public static final List<Integer> HEIGHTS_M = List.of(100, 1000, 10_000);

    private static final double LANE_STEP_M = 2000;
    private static final double FINEST_LANE_STEP_M = 500;
    private static final double DEGREE_M = 111_000;

    private final Sky sky;
    private final Terrain terrain;
    private final ToDoubleFunction<Quantity> typical;
    private final Map<Way, Lane> lanes = new ConcurrentHashMap<>();
    private final Map<SitePlace, SkyFloor> floors = new ConcurrentHashMap<>();
    private final Map<ViewKey, SiteView> siteViews = new ConcurrentHashMap<>();
    private final Map<WayView, LaneView> laneViews = new ConcurrentHashMap<>();
    private final Map<Pair, Double> distances = new ConcurrentHashMap<>();
    private final SkyGrid grid;

    private record Pair(String from, String to) {}

    /// A place and the height of an antenna there.
    private record SitePlace(String place, double antennaAboveGroundM) {}

    private record ViewKey(SitePlace from, Sector sector) {}

    /// A way to a place.
    ///
    /// @param bearingRad bearing at the place, to where it begins
    /// @param endsM how far from the place it ends
    record Way(String place, double bearingRad, double distanceM, double endsM) {
        /// A way to the place itself.
        Way(String place, double bearingRad, double distanceM) {
            this(place, bearingRad, distanceM, 0);
        }
    }

    private record WayView(Way way, SitePlace from) {}

    /// At most so many ways and views of ways are kept, some hundred megabytes; what is dropped is
    /// made again when it is asked for.
    private static final int MOST_VIEWS = 20_000;

    /// At about so many nodes of floors, 400 megabytes, some are dropped; each thread may add one
    /// floor meanwhile.
    private static final long MOST_NODES = 100_000_000;

    private final AtomicLong nodes = new AtomicLong();

    /// The geometry of a sky.
    ///
    /// @param scenario the scenario; it has a sky
    /// @param terrain the ground
    /// @param typical the typical value of a quantity
    public SkyGeometry(Scenario scenario, Terrain terrain, ToDoubleFunction<Quantity> typical) {
        this.sky = sky(scenario);
        this.terrain = terrain;
        this.typical = typical;
        double margin = typical.applyAsDouble(sky.reach()) / DEGREE_M;
        double south = 90;
        double north = -90;
        double west = 180;
        double east = -180;
        Set<String> apart = apart(scenario);
        for (var entry : sky.places().entrySet()) {
            if (apart.contains(entry.getKey())) {
                continue;
            }
            GeoPoint p = point(entry.getValue());
            double wider = margin / Math.max(0.2, StrictMath.cos(p.latitudeRad()));
            south = Math.min(south, p.latitudeDeg() - margin);
            north = Math.max(north, p.latitudeDeg() + margin);
            west = Math.min(west, p.longitudeDeg() - wider);
            east = Math.max(east, p.longitudeDeg() + wider);
        }
        var window =
                south > north
                        ? new SkyGrid.Window(0, 1, 0, 1)
                        : new SkyGrid.Window(
                                Math.max(-80, Math.floor(south)),
                                Math.min(80, Math.ceil(north)),
                                Math.max(-180, Math.floor(west)),
                                Math.min(180, Math.ceil(east)));
        this.grid =
                SkyGrid.over(
                        window,
                        SkyGrid.DEFAULT_STEP_DEG,
                        terrain,
                        HEIGHTS_M.stream().mapToDouble(h -> h).toArray());
    }

    /// Places that only raids with a defence of their own are about: they do not belong to the map.
    public static Set<String> apart(Scenario scenario) {
        Sky sky = sky(scenario);
        var apart = new HashSet<String>();
        var others = bases(scenario);
        var alone = new HashSet<String>();
        for (Sky.Raid raid : sky.raids().values()) {
            alone.addAll(raid.defendedBy());
            for (Sky.Wave wave : raid.waves().values()) {
                (raid.defendedBy().isEmpty() ? others : apart).add(place(sky, wave));
            }
        }
        boolean ruled =
                scenario.support().sites().values().stream().anyMatch(s -> s.rule() != null);
        for (var group : sky.groups().entrySet()) {
            Sky.Group g = group.getValue();
            ruled |= g.rule() != null;
            Set<String> at = alone.contains(group.getKey()) ? apart : others;
            at.addAll(g.alternatives().keySet());
            if (g.place() != null) {
                at.add(g.place());
            }
        }
        for (RaidFamily family : sky.families().values()) {
            for (RaidFamily.Front front : family.fronts().values()) {
                front.assets().keySet().forEach(id -> others.add(asset(sky, id).place()));
            }
        }
        if (ruled) {
            sky.assets().values().forEach(a -> others.add(a.place()));
        }
        apart.removeAll(others);
        return apart;
    }

    /// The place at which a wave is aimed.
    public static String place(Sky sky, Sky.Wave wave) {
        String aim = wave.aim();
        return aim == null ? Objects.requireNonNull(wave.toward()) : asset(sky, aim).place();
    }

    private static DefendedAsset asset(Sky sky, String id) {
        DefendedAsset asset = sky.assets().get(id);
        if (asset == null) {
            throw new IllegalArgumentException("The asset (%s) is not known.".formatted(id));
        }
        return asset;
    }

    private static Sky sky(Scenario scenario) {
        Sky sky = scenario.sky();
        if (sky == null) {
            throw new IllegalArgumentException(
                    "The scenario (%s) has no sky.".formatted(scenario.title()));
        }
        return sky;
    }

    /// Places at which units are based.
    private static Set<String> bases(Scenario scenario) {
        var bases = new HashSet<String>();
        for (Support.Site site : scenario.support().sites().values()) {
            bases.addAll(site.alternatives().keySet());
            String place = site.place();
            if (place != null) {
                bases.add(place);
            }
        }
        return bases;
    }

    /// What of a scenario decides its geometry: two with equal parts share one.
    static List<Object> key(Scenario scenario) {
        Sky sky = sky(scenario);
        return List.of(sky.terrain(), sky.refraction(), sky.reach(), sky.places(), apart(scenario));
    }

    /// The cells of the sky.
    public SkyGrid grid() {
        return grid;
    }

    /// The point of a place.
    public GeoPoint point(Sky.Place place) {
        return new GeoPoint(
                typical.applyAsDouble(place.latitude()), typical.applyAsDouble(place.longitude()));
    }

    /// The typical value of a quantity.
    double typical(Quantity quantity) {
        return typical.applyAsDouble(quantity);
    }

    /// Distance between two places, m.
    double distanceM(String from, String to) {
        return distances.computeIfAbsent(
                new Pair(from, to), p -> Geodesics.between(point(p.from), point(p.to)).distanceM());
    }

    /// The point of the place with a key.
    GeoPoint point(String place) {
        Sky.Place known = sky.places().get(place);
        if (known == null) {
            throw new IllegalArgumentException("The place (%s) is not known.".formatted(place));
        }
        return point(known);
    }

    /// A lane, made once for each way.
    ///
    /// @param id its name in the raid
    Lane lane(String id, Way way) {
        Lane known = lanes.get(way);
        if (known == null) {
            known = lane(way);
            keep(lanes, way, known);
        }
        return new Lane(id, known.vertices(), known.alongM(), known.groundM(), known.coarse());
    }

    private static <K, V> void keep(Map<K, V> kept, K key, V value) {
        if (kept.size() >= MOST_VIEWS) {
            kept.clear();
        }
        kept.put(key, value);
    }

    private Lane lane(Way way) {
        GeoPoint aim = point(way.place());
        GeoPoint start = Geodesics.from(aim, way.bearingRad(), way.distanceM());
        GeoPoint end = way.endsM() == 0 ? aim : Geodesics.from(aim, way.bearingRad(), way.endsM());
        double spacing = terrain.spacingRad(aim) * EffectiveEarth.MEAN_RADIUS_M / 2;
        double step = Math.clamp(spacing, FINEST_LANE_STEP_M, LANE_STEP_M);
        List<GeoPoint> vertices = Geodesics.line(start, end, step);
        int n = vertices.size();
        var along = new double[n];
        var ground = new double[n];
        var coarse = new boolean[n];
        for (int i = 0; i < n; i++) {
            GeoPoint p = vertices.get(i);
            along[i] = (way.distanceM() - way.endsM()) * i / (n - 1);
            ground[i] =
                    terrain.isUnknown(p.latitudeRad(), p.longitudeRad())
                            ? Double.NaN
                            : terrain.heightM(p);
            coarse[i] = !SkyGrid.isFine(terrain, p);
        }
        bridge(ground);
        return new Lane("", vertices, along, ground, coarse);
    }

    /// Unknown ground of a way is straight between its edges, and level where it has one only.
    private static void bridge(double[] ground) {
        int before = -1;
        for (int i = 0; i <= ground.length; i++) {
            if (i < ground.length && Double.isNaN(ground[i])) {
                continue;
            }
            for (int k = before + 1; k < i; k++) {
                double from = before < 0 ? ground(ground, i) : ground[before];
                double to = ground(ground, i < ground.length ? i : before);
                ground[k] = from + (to - from) * (k - before) / (i - before);
            }
            before = i;
        }
    }

    private static double ground(double[] ground, int i) {
        return i >= 0 && i < ground.length ? ground[i] : 0;
    }

    /// What a site sees of a way.
    LaneView laneView(Way way, Lane lane, String place, double antennaAboveGroundM) {
        var key = new WayView(way, new SitePlace(place, antennaAboveGroundM));
        LaneView known = laneViews.get(key);
        if (known == null) {
            known = view(lane, key.from());
            keep(laneViews, key, known);
        }
        return known;
    }

    private LaneView view(Lane lane, SitePlace from) {
        SkyFloor floor = floor(from);
        int n = lane.size();
        var east = new double[n];
        var north = new double[n];
        var lowest = new double[n];
        var smooth = new double[n];
        for (int i = 0; i < n; i++) {
            Geodesics.Leg leg = Geodesics.between(floor.site(), lane.vertices().get(i));
            double d = leg.distanceM();
            east[i] = d * StrictMath.sin(leg.azimuthRad());
            north[i] = d * StrictMath.cos(leg.azimuthRad());
            // what lies behind unknown ground is not taken as in view, at any height
            boolean known = d <= 0 || d > floor.reachM() || floor.isKnown(leg.azimuthRad(), d);
            boolean within = d > 0 && d <= floor.reachM() && known;
            lowest[i] =
                    within
                            ? floor.lowestHeightM(leg.azimuthRad(), d)
                            : d > 0 ? Double.POSITIVE_INFINITY : 0;
            smooth[i] =
                    !known ? Double.POSITIVE_INFINITY : d > 0 ? floor.smoothLowestHeightM(d) : 0;
        }
        return new LaneView(
                east, north, floor.groundHeightM() + floor.antennaHeightM(), lowest, smooth);
    }

    /// The floor of a place and a mast, over the earth of the typical refraction: no draw makes one
    /// of its own.
    private SkyFloor floor(SitePlace site) {
        if (nodes.get() > MOST_NODES) {
            dropHalf();
        }
        return floors.computeIfAbsent(
                site,
                s -> {
                    var floor =
                            SkyFloor.around(
                                    terrain,
                                    point(s.place()),
                                    s.antennaAboveGroundM(),
                                    EffectiveEarth.MEAN_RADIUS_M
                                            * typical.applyAsDouble(sky.refraction()),
                                    typical.applyAsDouble(sky.reach()));
                    nodes.addAndGet(floor.nodes());
                    return floor;
                });
    }

    private void dropHalf() {
        for (var e : List.copyOf(floors.entrySet())) {
            if (nodes.get() <= MOST_NODES / 2) {
                return;
            }
            if (floors.remove(e.getKey(), e.getValue())) {
                nodes.addAndGet(-e.getValue().nodes());
            }
        }
    }

    /// What a site sees of the cells of the sky.
    public SiteView siteView(String place, double antennaAboveGroundM) {
        return siteView(place, antennaAboveGroundM, Sector.ALL);
    }

    /// What a site sees of the cells of the sky in a sector.
    SiteView siteView(String place, double antennaAboveGroundM, Sector sector) {
        return siteViews.computeIfAbsent(
                new ViewKey(new SitePlace(place, antennaAboveGroundM), sector),
                v -> SiteView.of(grid, terrain, floor(v.from()), v.sector()));
    }
}
