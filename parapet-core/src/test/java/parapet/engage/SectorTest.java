package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import parapet.flight.Flight;
import parapet.flight.Lane;
import parapet.geo.Sector;
import parapet.random.Streams;

/// An engagement radar that works in a sector.
final class SectorTest {
    private static final double RADIUS_M = 100e3;

    /// One threat on each of some radial lanes, from azimuths in degrees, against a battery at
    /// their end whose rounds all kill and reach 60 km.
    private static RaidOutcome fight(Sector sector, double[] fromDeg) {
        var lanes = new ArrayList<Lane>();
        var flights = new Flight[2][fromDeg.length];
        var views = new LaneView[1][fromDeg.length];
        var threats = new ArrayList<Threat>();
        for (int l = 0; l < fromDeg.length; l++) {
            Lane lane = Skies.lane("l" + l, RADIUS_M, 10);
            LaneView along = Skies.view(lane, RADIUS_M, 0, 0);
            double from = Math.toRadians(fromDeg[l]);
            double[] east =
                    Arrays.stream(along.eastM()).map(r -> r * StrictMath.sin(from)).toArray();
            double[] north =
                    Arrays.stream(along.eastM()).map(r -> r * StrictMath.cos(from)).toArray();
            lanes.add(lane);
            flights[0][l] = Flight.level(lane, 250, 1_000, false);
            flights[1][l] = flights[0][l];
            views[0][l] = new LaneView(east, north, 0, along.lowestM(), along.smoothLowestM());
            threats.add(new Threat(0, l, 0));
        }
        BattleInput one =
                Skies.radial(
                        List.of(Skies.round("m", 0, 60e3, 1, 1)),
                        List.of(
                                Skies.unit(
                                        "u",
                                        0,
                                        10_000,
                                        Timing.fixed(0),
                                        new Magazine(0, 1, 100_000, 0),
                                        1)),
                        true,
                        List.of(new Threat(0, 0, 0)));
        FireUnit u = one.fireUnits().getFirst();
        var looking =
                new FireUnit(
                        u.id(),
                        u.owner(),
                        u.site(),
                        u.radar(),
                        u.channels(),
                        u.reactionSec(),
                        u.assessment(),
                        u.magazines(),
                        u.doctrine(),
                        sector);
        BattleInput in =
                Skies.with(one, List.of(looking), one.owners())
                        .against(new Raid("raid", lanes, flights, views, threats, 1));
        return Skies.fight(in, Skies.all(in, 100_000), 0);
    }

    /// 720 lanes half a degree apart: of those toward the battery the share width / 360 comes
    /// through the sector, exactly, wherever it looks, also wider than half a turn and over north.
    @Test
    void theShareOfArcsStoppedIsTheWidthOfTheSector() {
        double[] from = new double[720];
        Arrays.setAll(from, l -> 0.5 * l + 0.25);
        for (double middle : new double[] {0, 77, 180, 285, -40}) {
            for (double width : new double[] {30, 120, 180, 240, 359, 360}) {
                var sector = new Sector(Math.toRadians(middle), Math.toRadians(width));
                RaidOutcome o = fight(sector, from);
                assertThat(o.killed()[0][0])
                        .as("middle %s width %s", middle, width)
                        .isCloseTo((int) (720 * width / 360), within(width == 359 ? 1 : 0));
            }
        }
    }

    @Test
    void aRaidFromOutsideTheSectorMeetsNothing() {
        var west = new Sector(Math.toRadians(285), Math.toRadians(120));
        RaidOutcome o = fight(west, new double[] {0, 90, 180, 223, 346});
        assertThat(o.killed()[0][0]).isZero();
        assertThat(o.reasons()[0][0][Reason.OUT_OF_SECTOR.ordinal()]).isEqualTo(5);
        assertThat(fight(west, new double[] {226, 285, 344}).killed()[0][0]).isEqualTo(3);
    }

    /// Bent ways over random skies: what is crossed exactly is what the azimuth of samples says.
    @Test
    void sectorsAreCrossedWhereTheAzimuthSays() {
        UniformRandomProvider r = new Streams(3, 0, 0).at("test.sector", 0);
        int inside = 0;
        int samples = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Raid raid = Skies.random(seed).raid();
            LaneView view = raid.views()[0][0];
            var path = new Trajectory(raid.lanes().get(0), raid.flights()[1][0], view);
            var sector = new Sector(7 * r.nextDouble() - 3, 0.1 + 6 * r.nextDouble());
            Intervals found = path.in(sector);
            for (int k = 0; k <= 500; k++) {
                double t = path.endSec() * k / 500;
                int i = 1;
                while (i < path.size() - 1 && path.timeSec[i] < t) {
                    i++;
                }
                double u = (t - path.timeSec[i - 1]) / (path.timeSec[i] - path.timeSec[i - 1]);
                double east = view.eastM()[i - 1] + u * (view.eastM()[i] - view.eastM()[i - 1]);
                double north = view.northM()[i - 1] + u * (view.northM()[i] - view.northM()[i - 1]);
                boolean edge = Arrays.stream(found.toArray()).anyMatch(e -> Math.abs(e - t) < 1e-6);
                if (!edge) {
                    assertThat(found.contains(t))
                            .as("seed %s at %s of %s, %s", seed, t, found, sector)
                            .isEqualTo(sector.contains(StrictMath.atan2(east, north)));
                    inside += found.contains(t) ? 1 : 0;
                    samples++;
                }
            }
        }
        assertThat(inside).isBetween(samples / 5, 4 * samples / 5);
    }

    @Test
    void anAzimuthLiesInTheSectorHoweverOftenItGoesRound() {
        var east = new Sector(Math.toRadians(90), Math.toRadians(60));
        assertThat(east.contains(Math.toRadians(61))).isTrue();
        assertThat(east.contains(Math.toRadians(59))).isFalse();
        assertThat(east.contains(Math.toRadians(119 - 720))).isTrue();
        assertThatThrownBy(() -> new Sector(0, 0)).hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> new Sector(0, 6.3)).hasMessageContaining("(6.3)");
    }
}
