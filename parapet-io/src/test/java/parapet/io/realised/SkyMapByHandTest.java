package parapet.io.realised;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.geo.GeoPoint;
import parapet.geo.Geodesics;
import parapet.io.ReadResult;
import parapet.scenario.SkyGeometry;
import parapet.sim.Audit;
import parapet.study.Setup;
import parapet.study.SkyMap;

/// The sky of one radar over a smooth sea, worked out by hand. Its mast is 15 m high, the effective
/// earth has 1.33 · 6371 km: at 100 m it sees √(2 · 8473 km · 15 m) + √(2 · 8473 km · 100 m) = 57.1
/// km far.
class SkyMapByHandTest {
    private static final double CELL_KM = 11.12;

    private static final String REST =
            """
            catalogue: {parts: {p: {meanTimeBetweenFailures: 1000 year, price: 1 USD}}, units: {u: {slots: {a: {part: p}}, batteries: {b: {count: 1, degraded: 0}}}}}
            support: {sites: {base: {place: home}}}
            programme: {contracts: {c: {signed: 2020-01-01, price: 1 USD, deliveries: {u1: {type: u, base: base, arrives: 2020-01-01}}}}}
            sky:
              reach: REACH km
              covering: jet
              places: {home: {latitude: 20 deg, longitude: 75 deg}}
              radars: {r: {detects: 400 km, crossSection: 1 m2, probability: 50 %, antenna: 15 m, most: 100 km}}
              targets: {jet: {speed: 250 m/s, height: 8 km, crossSection: 1 m2}}
              rounds: {m: {most: 40 km, lowest: 500 m, highest: 5 km, speed: 900 m/s, against: {jet: {kill: 60 %}}}}
              batteries: {b: {search: r, engage: r, channels: 4, launchers: {m: {count: 2, each: 4}}}}
            study: {draws: 2}
            plans: {baseline: {name: As written}}
            """;

    @TempDir Path folder;

    private SkyMap map(int reachKm) {
        ReadResult read =
                Realised.read(
                        folder, Realised.HEAD + REST.replace("REACH", String.valueOf(reachKm)));
        var setup =
                new Setup(
                        read.scenarioOrThrow(),
                        List.of(read.plan("baseline")),
                        new Setup.Options(1, 2, 2, 1, null, LocalDate.of(2021, 6, 30), Audit.FULL));
        return requireNonNull(SkyMap.of(setup, read.plan("baseline")));
    }

    /// The sides of the cells of a disc are as long as those of the square around it, 8 r; each of
    /// its four ends may be off by half a cell, which counts twice.
    private static void outline(Map<SkyMap.Limit, Double> km, SkyMap.Limit by, double radiusKm) {
        assertThat(km).containsOnlyKeys(by);
        assertThat(km.get(by)).isCloseTo(8 * radiusKm, within(4 * CELL_KM));
    }

    @Test
    void whatEndsTheViewAndHowLongItIs() {
        assertThat(SkyGeometry.HEIGHTS_M).startsWith(100, 1000);
        SkyMap map = map(150);
        outline(map.outlineKm(map.units(), 0), SkyMap.Limit.HORIZON, 57.1);
        outline(map.outlineKm(map.units(), 1), SkyMap.Limit.POWER, 100);
        SkyMap near = map(80);
        outline(near.outlineKm(near.units(), 1), SkyMap.Limit.REACH, 80);
        assertThat(map.draws()).isEqualTo(2);
        assertThat(map.sky().owners()).hasSize(1);
    }

    /// Every cell: seen, below the horizon, above it but beyond the power (100 km), or off the map.
    /// The horizon at 1 km of height is at 146.1 km.
    @Test
    void whatKeepsACellFromBeingSeen() {
        SkyMap map = map(170);
        var grid = map.seen().sky();
        var home = new GeoPoint(Math.toRadians(20), Math.toRadians(75));
        int hidden = 0;
        for (int height = 0; height < 2; height++) {
            double horizon = height == 0 ? 57.1 : 146.1;
            double seen = Math.min(100, horizon);
            for (int cell = 0; cell < grid.cells(); cell++) {
                double km = Geodesics.between(home, grid.centre(cell)).distanceM() / 1000;
                if (DoubleStream.of(seen, horizon, 170).allMatch(r -> Math.abs(km - r) > 0.5)) {
                    String edge = map.edge(map.units(), height, cell);
                    assertThat(edge)
                            .as("%.1f km", km)
                            .isEqualTo(
                                    km < seen || km > 170
                                            ? ""
                                            : km > horizon ? "horizon" : "power");
                    hidden += edge.isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(hidden).isPositive();
    }

    /// The round flies 40 km, between 500 m and 5 km of height. Cells count by their centres: 45 of
    /// them, so the area is off by less than 12 %.
    @Test
    void aRoundReachesWhatItFliesTo() {
        SkyMap map = map(150);
        assertThat(map.reached().areaKm2(0, map.units(), 1)).as("at 100 m").isZero();
        assertThat(map.reached().areaKm2(1, map.units(), 1))
                .as("at 1 km")
                .isCloseTo(Math.PI * 1600, within(0.12 * Math.PI * 1600));
        assertThat(map.reached().areaKm2(2, map.units(), 1)).as("at 10 km").isZero();
    }
}
