package parapet.engage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.flight.Flight;
import parapet.flight.Lane;
import parapet.geo.GeoPoint;
import parapet.radar.Radar;
import parapet.random.Streams;
import parapet.sim.Audit;

/// Small battles for tests, made in code.
public final class Skies {
    /// Everything on a lane is in view.
    static final double SEA = -1_000;

    private Skies() {}

    /// A radar that finds a square metre at 300 km with probability 0.9 and looks every 10 s.
    static Radar radar(double referenceRangeM, double scanSec, int m, int n) {
        return new Radar(
                "r", 0, referenceRangeM, 1, 0.9, 1e-6, 1, 1, 1e6, 10, scanSec, m, n, 100_000);
    }

    /// A radar that sees all at once.
    static Radar eye() {
        return radar(1e7, 1, 1, 1);
    }

    /// A straight lane over flat ground from `fromM` to `toM` of the site, `offsetM` beside it.
    static Lane lane(String id, double lengthM, int segments) {
        int n = segments + 1;
        var along = new double[n];
        Arrays.setAll(along, i -> lengthM * i / segments);
        return new Lane(
                id,
                Collections.nCopies(n, new GeoPoint(0, 0)),
                along,
                new double[n],
                new boolean[n]);
    }

    static LaneView view(Lane lane, double fromM, double toM, double offsetM) {
        int n = lane.size();
        var east = new double[n];
        var north = new double[n];
        var lowest = new double[n];
        Arrays.setAll(east, i -> fromM + (toM - fromM) * lane.alongM()[i] / lane.lengthM());
        Arrays.fill(north, offsetM);
        Arrays.fill(lowest, SEA);
        return new LaneView(east, north, 0, lowest, lowest.clone());
    }

    /// A kind of round against one class, without delay on its way.
    public static Interceptor round(
            String id, double minM, double maxM, double... killProbability) {
        var max = new double[killProbability.length];
        Arrays.fill(max, maxM);
        return new Interceptor(id, minM, max, -1e5, 1e6, 1e9, killProbability, 1);
    }

    /// A battery at the only site whose radar sees all at once.
    public static FireUnit unit(
            String id,
            int owner,
            int channels,
            Timing assessment,
            Magazine magazine,
            int... looks) {
        return new FireUnit(
                id,
                owner,
                0,
                eye(),
                channels,
                0,
                assessment,
                List.of(magazine),
                new Doctrine(looks, Doctrine.Order.FIRST_COME));
    }

    /// Threats of two classes on one radial lane of 100 km at 250 m/s, 1 km high, against one site.
    public static BattleInput radial(
            List<Interceptor> rounds, List<FireUnit> units, boolean shared, List<Threat> threats) {
        Lane lane = lane("l", 100e3, 1);
        Flight flight = Flight.level(lane, 250, 1_000, false);
        int owners = units.stream().mapToInt(FireUnit::owner).max().orElseThrow() + 1;
        var names = new ArrayList<String>();
        var sensors = new ArrayList<Sensor>();
        for (int o = 0; o < owners; o++) {
            names.add("o" + o);
            sensors.add(new Sensor("s" + o, o, 0, eye()));
        }
        return new BattleInput(
                List.of(new TargetClass("a", 1, 1), new TargetClass("b", 1, 1)),
                rounds,
                names,
                List.of("site"),
                sensors,
                units,
                List.of(),
                shared,
                shared,
                new Raid(
                        "raid",
                        List.of(lane),
                        new Flight[][] {{flight}, {flight}},
                        new LaneView[][] {{view(lane, 100e3, 0, 0)}},
                        threats,
                        1),
                List.of());
    }

    /// All work, each with so many rounds of each kind.
    public static ForceState all(BattleInput input, int rounds) {
        var working = new int[input.owners().size()];
        input.fireUnits().forEach(u -> working[u.owner()]++);
        var stock = new int[working.length][input.interceptors().size()];
        for (int[] row : stock) {
            Arrays.fill(row, rounds);
        }
        return new ForceState(working, stock);
    }

    static RaidOutcome fight(BattleInput input, ForceState state, int replication) {
        var field = Battlefield.of(input);
        var streams = new Streams(1, 0, replication);
        return Battle.fight(field, Picture.of(field, streams), state, streams, true, Audit.FULL);
    }

    /// A random small battle: lanes that bend, hills, coarse terrain, weak radars, few channels.
    static BattleInput random(long seed) {
        UniformRandomProvider r = new Streams(seed, -1, -1).at("test.sky", 0);
        int owners = 1 + r.nextInt(3);
        int sites = 2 + r.nextInt(2);
        var lanes = new ArrayList<Lane>();
        var flights = new Flight[2][2];
        var views = new LaneView[sites][2];
        for (int l = 0; l < 2; l++) {
            int n = 4 + r.nextInt(10);
            var along = new double[n];
            var ground = new double[n];
            var coarse = new boolean[n];
            for (int i = 0; i < n; i++) {
                along[i] = i == 0 ? 0 : along[i - 1] + 5e3 + 20e3 * r.nextDouble();
                ground[i] = 800 * r.nextDouble();
                coarse[i] = r.nextInt(4) == 0;
            }
            var points = Collections.nCopies(n, new GeoPoint(0, 0));
            var lane = new Lane("l" + l, points, along, ground, coarse);
            lanes.add(lane);
            flights[0][l] = Flight.level(lane, 60, 300, true);
            flights[1][l] = Flight.level(lane, 250 + 500 * r.nextDouble(), 6_000, false);
            for (int s = 0; s < sites; s++) {
                var east = new double[n];
                var north = new double[n];
                var lowest = new double[n];
                var smooth = new double[n];
                for (int i = 0; i < n; i++) {
                    east[i] = (i == 0 ? 100e3 : east[i - 1]) - 15e3 * r.nextDouble();
                    north[i] = 40e3 * r.nextDouble() - 20e3;
                    lowest[i] = 600 + 1_500 * r.nextDouble();
                    smooth[i] = 500 * r.nextDouble();
                }
                views[s][l] = new LaneView(east, north, 200, lowest, smooth);
            }
        }
        var threats = new ArrayList<Threat>();
        int raid = 20 + r.nextInt(40);
        for (int j = 0; j < raid; j++) {
            threats.add(new Threat(r.nextInt(2), r.nextInt(2), 600 * r.nextDouble()));
        }
        var rounds =
                List.of(
                        new Interceptor(
                                "near",
                                500,
                                new double[] {15e3, 20e3},
                                50,
                                10e3,
                                700,
                                new double[] {0.7, 0.5},
                                1e5),
                        new Interceptor(
                                "far",
                                3e3,
                                new double[] {50e3, 90e3},
                                100,
                                25e3,
                                1_200,
                                new double[] {0.6, 0.8},
                                1e6));
        var sensors = new ArrayList<Sensor>();
        var units = new ArrayList<FireUnit>();
        var names = new ArrayList<String>();
        for (int o = 0; o < owners; o++) {
            names.add("o" + o);
            var radar =
                    new Radar("r", 0, 90e3, 1, 0.9, 1e-6, 1, 1, 120e3, 10, 5, 2, 3, 10 + 20 * o);
            sensors.add(new Sensor("s" + o, o, r.nextInt(sites), radar));
            int count = 1 + r.nextInt(2);
            for (int u = 0; u < count; u++) {
                units.add(
                        new FireUnit(
                                "u" + o + u,
                                o,
                                r.nextInt(sites),
                                radar(60e3, 1, 1, 1),
                                1 + r.nextInt(3),
                                5,
                                new Timing(4, r.nextBoolean()),
                                List.of(new Magazine(0, 2, 4, 60), new Magazine(1, 2, 2, 300)),
                                new Doctrine(
                                        r.nextBoolean() ? new int[] {1, 1} : new int[] {2},
                                        Doctrine.Order.values()[r.nextInt(2)])));
            }
        }
        var siteNames = new ArrayList<String>();
        for (int s = 0; s < sites; s++) {
            siteNames.add("site" + s);
        }
        boolean shared = r.nextBoolean();
        return new BattleInput(
                List.of(new TargetClass("drone", 0.05, 1), new TargetClass("missile", 0.5, 1)),
                rounds,
                names,
                siteNames,
                sensors,
                units,
                List.of(),
                shared,
                shared,
                new Raid("raid", lanes, flights, views, threats, 1 + r.nextInt(2)),
                List.of());
    }

    static BattleInput with(BattleInput in, List<FireUnit> units, List<String> owners) {
        return new BattleInput(
                in.classes(),
                in.interceptors(),
                owners,
                in.sites(),
                in.sensors(),
                units,
                in.assets(),
                in.sharedPicture(),
                in.coordinatedFire(),
                in.raid(),
                in.supplies());
    }

    /// The same with another first class and with assets.
    static BattleInput defending(BattleInput in, TargetClass first, Asset... assets) {
        var classes = new ArrayList<>(in.classes());
        classes.set(0, first);
        return new BattleInput(
                classes,
                in.interceptors(),
                in.owners(),
                in.sites(),
                in.sensors(),
                in.fireUnits(),
                List.of(assets),
                in.sharedPicture(),
                in.coordinatedFire(),
                in.raid(),
                in.supplies());
    }

    /// The same with both switches set.
    static BattleInput switched(BattleInput in, boolean picture, boolean fire) {
        return new BattleInput(
                in.classes(),
                in.interceptors(),
                in.owners(),
                in.sites(),
                in.sensors(),
                in.fireUnits(),
                in.assets(),
                picture,
                fire,
                in.raid(),
                in.supplies());
    }

    /// The lanes from higher masts: so much less is hidden.
    static LaneView[][] higher(BattleInput in, double higherM) {
        LaneView[][] views = in.raid().views();
        var higher = new LaneView[views.length][views[0].length];
        for (int s = 0; s < views.length; s++) {
            for (int l = 0; l < views[s].length; l++) {
                LaneView v = views[s][l];
                higher[s][l] =
                        new LaneView(
                                v.eastM(),
                                v.northM(),
                                v.siteM() + higherM,
                                Arrays.stream(v.lowestM()).map(m -> m - higherM).toArray(),
                                Arrays.stream(v.smoothLowestM()).map(m -> m - higherM).toArray());
            }
        }
        return higher;
    }

    /// Other threats on the same lanes.
    static Raid raid(Raid r, List<Threat> threats) {
        return new Raid(r.id(), r.lanes(), r.flights(), r.views(), threats, r.nights());
    }

    /// All numbers of an outcome, stories left out.
    static String digest(RaidOutcome o) {
        return Arrays.deepToString(
                new Object[] {
                    o.threats(),
                    o.killed(),
                    o.jammed(),
                    o.failed(),
                    o.turned(),
                    o.unreleased(),
                    o.leaked(),
                    o.decoysLeaked(),
                    o.fired(),
                    o.left(),
                    o.supplied(),
                    o.behind(),
                    o.reasons(),
                    o.leakedByHour(),
                    o.firedByHour()
                });
    }

    static int sum(int[] row) {
        return Arrays.stream(row).sum();
    }
}
