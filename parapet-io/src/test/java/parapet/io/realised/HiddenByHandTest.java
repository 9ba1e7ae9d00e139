package parapet.io.realised;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.engage.Reason;
import parapet.geo.GeoPoint;
import parapet.io.ReadResult;
import parapet.sim.Audit;
import parapet.study.RaidOfRun;
import parapet.study.Setup;
import parapet.terrain.Terrain;

/// Which higher mast shows a target that stays hidden, by hand. The battery stands at 10 N, its
/// radars on masts of 10 m; targets fly along 10.5 N from the west and end 55.3 km north of it. On
/// a smooth earth of 4/3 radii R = 8495 km a mast a shows a height h within √(2Ra) + √(2Rh).
class HiddenByHandTest {
    private static final String TEXT =
            Realised.HEAD
                    + """
                    catalogue:
                      parts: {p: {meanTimeBetweenFailures: 1000 year, price: 1 USD}}
                      missiles: {mm: {price: 1 USD, life: 30 year}}
                      units: {u: {slots: {a: {part: p}}, batteries: {b: {count: 1, degraded: 0}}, missiles: {mm: 20}}}
                    support: {sites: {base: {place: a}}}
                    programme: {contracts: {c: {signed: 2020-01-01, price: 1 USD, deliveries: {u1: {type: u, base: base, arrives: 2020-01-01}}}}}
                    sky:
                      reach: 150 km
                      places: {a: {latitude: 10 deg, longitude: 65 deg}, north: {latitude: 10.5 deg, longitude: 65 deg}}
                      radars: {r: {detects: 400 km, crossSection: 1 m2, antenna: 10 m, scan: 1 s, confirm: 1, of: 1, tracks: 1000}}
                      targets: {t: {speed: 200 m/s, height: HEIGHT m, crossSection: 1 m2, price: 3 million USD}}
                      rounds: {m: {most: 90 km, highest: 20 km, speed: 1000 m/s, price: 2 million USD, against: {t: {kill: 100 %}}}}
                      batteries: {b: {search: r, engage: r, channels: 100, reaction: 5 s, assessment: 5 s, salvo: 1, looks: 1, launchers: {m: {count: 2, each: 10}}}}
                      raids: {x: {waves: {w: {target: t, count: 2, toward: north, bearing: 270 deg, width: 0 deg, lanes: 1, distance: 60 km, within: 0 s}}}}
                    study: {draws: 2}
                    plans: {baseline: {name: As written}}
                    """;

    @TempDir Path folder;

    /// A sea with a ridge between two latitudes.
    private record Ridge(double heightM) implements Terrain {
        @Override
        public double heightM(GeoPoint point) {
            return knownHeightM(point.latitudeRad(), point.longitudeRad());
        }

        @Override
        public double spacingRad(GeoPoint point) {
            return 1e-4;
        }

        @Override
        public double knownHeightM(double latitudeRad, double longitudeRad) {
            double degrees = Math.toDegrees(latitudeRad);
            return degrees > 10.15 && degrees < 10.25 ? heightM : 0;
        }
    }

    private void hidden(int heightM, double ridgeM, Reason why, double mastM) {
        ReadResult read = Realised.read(folder, TEXT.replace("HEIGHT", Integer.toString(heightM)));
        var setup =
                new Setup(
                        read.scenarioOrThrow(),
                        List.of(read.plan("baseline")),
                        new Setup.Options(1, 2, 2, 1, null, LocalDate.of(2021, 6, 30), Audit.FULL),
                        new Ridge(ridgeM));
        var battle =
                RaidOfRun.fight(setup, read.plan("baseline"), 0, LocalDate.of(2021, 1, 1), "x");
        assertThat(battle.outcome().leaked()[0]).containsExactly(2);
        assertThat(battle.stories())
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo(why.key()))
                .hasSize(2);
        assertThat(battle.masts(1)).hasSize(1);
        RaidOfRun.Mast mast = battle.masts(1).getOrDefault("u1/1", new RaidOfRun.Mast(-1, why));
        assertThat(mast.higherM()).isEqualTo(Double.valueOf(mastM));
        assertThat(mast.then()).isNull();
    }

    /// Heights of 40 m: 26.1 km and 13.0 km from 10 m, 18.4 km from 20 m, 26.1 km from 40 m make no
    /// 55.3 km; 43.2 km from 110 m do.
    @Test
    void behindTheHorizon() {
        hidden(40, 0, Reason.BEHIND_HORIZON, 100);
    }

    /// Heights of 500 m are in view on a smooth earth (105 km). A ridge of 300 m, 16.6 to 27.7 km
    /// away, hides them from 110 m, 870 m being the lowest height in view at 55.3 km; from 310 m
    /// that is 403 m.
    @Test
    void behindTerrain() {
        hidden(500, 300, Reason.BEHIND_TERRAIN, 300);
    }

    /// A ridge of 3 km: from 1010 m the lowest height in view is some 7.8 km.
    @Test
    void noMastHelps() {
        hidden(500, 3000, Reason.BEHIND_TERRAIN, Double.NaN);
    }
}
