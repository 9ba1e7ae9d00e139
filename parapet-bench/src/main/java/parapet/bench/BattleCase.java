package parapet.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import parapet.engage.Asset;
import parapet.engage.BattleInput;
import parapet.engage.Doctrine;
import parapet.engage.FireUnit;
import parapet.engage.ForceState;
import parapet.engage.Interceptor;
import parapet.engage.LaneView;
import parapet.engage.Magazine;
import parapet.engage.Raid;
import parapet.engage.Sensor;
import parapet.engage.TargetClass;
import parapet.engage.Threat;
import parapet.engage.Timing;
import parapet.flight.Flight;
import parapet.flight.Lane;
import parapet.geo.GeoPoint;
import parapet.radar.Radar;
import parapet.random.Streams;

/// A made-up raid over flat ground: so many threats of three classes, a tenth of them decoys, on 35
/// lanes of 500 vertices toward five assets, against five units of two long-range batteries and
/// three layers at each of them (medium, short, guns; ten batteries), 60 fire units in all. Tracks
/// are shared, fire is coordinated. Members differ in where their lanes come from.
final class BattleCase {
    private static final int LANES = 35;
    private static final int VERTICES = 500;
    private static final double LENGTH_M = 300e3;
    private static final double APART_M = 250e3;
    private static final int PLACES = 5;

    /// Antennas above the ground: of search and engagement radars of the units, and of the layers.
    private static final double[] MASTS_M = {30, 20, 10};

    private static final double EFFECTIVE_DIAMETER_M = 2 * 6_371_000 * 4 / 3.0;

    private BattleCase() {}

    static ForceState everybody(BattleInput input) {
        var working = new int[input.owners().size()];
        input.fireUnits().forEach(u -> working[u.owner()]++);
        var rounds = new int[working.length][input.interceptors().size()];
        for (int[] row : rounds) {
            Arrays.fill(row, 100);
        }
        return new ForceState(working, rounds);
    }

    static BattleInput member(int number, int threats) {
        UniformRandomProvider r = new Streams(1, number, -1).at("bench.battle", 0);
        var lanes = new ArrayList<Lane>();
        var views = new LaneView[PLACES * MASTS_M.length][LANES];
        var flights = new Flight[3][LANES];
        for (int l = 0; l < LANES; l++) {
            lane(r, l, lanes, views, flights);
        }
        var all = new ArrayList<Threat>();
        for (int j = 0; j < threats; j++) {
            int lane = r.nextInt(LANES);
            all.add(
                    new Threat(
                            lane % 3,
                            lane,
                            3_600 * r.nextDouble(),
                            lane % PLACES,
                            r.nextInt(10) == 0));
        }
        return defence(new Raid("member " + number, lanes, flights, views, all, 1));
    }

    private static void lane(
            UniformRandomProvider r,
            int l,
            List<Lane> lanes,
            LaneView[][] views,
            Flight[][] flights) {
        double bearing = StrictMath.PI * (r.nextDouble() - 0.5) / 2;
        double aim = APART_M * (l % PLACES) + 60e3 * (r.nextDouble() - 0.5);
        var along = new double[VERTICES];
        Arrays.setAll(along, i -> LENGTH_M * i / (VERTICES - 1));
        var lane =
                new Lane(
                        "lane " + l,
                        Collections.nCopies(VERTICES, new GeoPoint(0, 0)),
                        along,
                        new double[VERTICES],
                        new boolean[VERTICES]);
        lanes.add(lane);
        int kind = l % 3;
        flights[kind][l] =
                Flight.level(
                        lane,
                        new double[] {50, 240, 700}[kind],
                        new double[] {300, 60, 9_000}[kind],
                        true);
        for (int p = 0; p < PLACES; p++) {
            double away = aim - APART_M * p;
            var east = new double[VERTICES];
            var north = new double[VERTICES];
            for (int i = 0; i < VERTICES; i++) {
                double toGo = LENGTH_M - along[i];
                east[i] = -toGo * StrictMath.cos(bearing);
                north[i] = away + toGo * StrictMath.sin(bearing);
            }
            for (int m = 0; m < MASTS_M.length; m++) {
                double horizon = StrictMath.sqrt(EFFECTIVE_DIAMETER_M * MASTS_M[m]);
                var lowest = new double[VERTICES];
                for (int i = 0; i < VERTICES; i++) {
                    double beyond =
                            StrictMath.sqrt(east[i] * east[i] + north[i] * north[i]) - horizon;
                    lowest[i] = beyond <= 0 ? 0 : beyond * beyond / EFFECTIVE_DIAMETER_M;
                }
                views[p * MASTS_M.length + m][l] =
                        new LaneView(east, north, MASTS_M[m], lowest, lowest);
            }
        }
    }

    private static BattleInput defence(Raid raid) {
        var owners = new ArrayList<String>();
        var sites = new ArrayList<String>();
        var sensors = new ArrayList<Sensor>();
        var units = new ArrayList<FireUnit>();
        for (int p = 0; p < PLACES; p++) {
            int site = sites.size();
            for (double mast : MASTS_M) {
                sites.add("place " + p + ", mast " + mast);
            }
            int unit = owners.size();
            owners.add("unit " + p);
            owners.add("layers " + p);
            sensors.add(new Sensor("search " + p, unit, site, radar("search", 400e3, 600e3)));
            sensors.add(new Sensor("near " + p, unit + 1, site + 2, radar("near", 60e3, 100e3)));
            for (int b = 0; b < 2; b++) {
                units.add(
                        unit(
                                "long " + p + b,
                                unit,
                                site + 1,
                                radar("engage", 250e3, 300e3),
                                6,
                                List.of(
                                        new Magazine(0, 4, 4, 1_800),
                                        new Magazine(1, 4, 4, 1_800))));
            }
            for (int b = 0; b < 10; b++) {
                int kind = b < 3 ? 2 : b < 6 ? 3 : 4;
                units.add(
                        unit(
                                "layer " + p + b,
                                unit + 1,
                                site + 2,
                                radar("layer", 60e3, 100e3),
                                kind == 4 ? 1 : 4,
                                List.of(new Magazine(kind, 4, 6, 900))));
            }
        }
        return new BattleInput(
                List.of(
                        new TargetClass("drone", 0.05, 30e3, 0.1, 0.02),
                        new TargetClass("cruise", 0.3, 1.5e6, 0, 0.05),
                        new TargetClass("fast", 0.5, 3e6)),
                List.of(
                        round("long", 250e3, 0.5),
                        round("medium", 120e3, 0.6),
                        round("layer", 50e3, 0.6),
                        round("short", 25e3, 0.6),
                        round("gun", 4e3, 0.3)),
                owners,
                sites,
                sensors,
                units,
                List.of(asset(0), asset(1), asset(2), asset(3), asset(4)),
                true,
                true,
                raid, List.of());
    }

    private static Asset asset(int number) {
        return new Asset("asset " + number, 1 + number, new double[] {0.05, 0.3, 0.4});
    }

    private static Interceptor round(String id, double rangeM, double kill) {
        var most = new double[] {rangeM, rangeM, rangeM};
        return new Interceptor(
                id, 500, most, 10, 25e3, 1_000, new double[] {kill, kill, kill / 2}, 1e6);
    }

    private static Radar radar(String id, double rangeM, double mostM) {
        return new Radar(id, 0, rangeM, 1, 0.5, 1e-6, 1, 1, mostM, 20, 10, 2, 3, 300);
    }

    private static FireUnit unit(
            String id, int owner, int site, Radar radar, int channels, List<Magazine> magazines) {
        return new FireUnit(
                id,
                owner,
                site,
                radar,
                channels,
                10,
                Timing.fixed(10),
                magazines,
                new Doctrine(new int[] {2, 2}, Doctrine.Order.URGENT_FIRST));
    }
}
