package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.flight.Flight;
import parapet.flight.Lane;
import parapet.radar.Radar;
import parapet.random.Streams;

/// Tracks, track files and launchers.
final class TracksTest {
    private static final Interceptor SURE = Skies.round("m", 0, 60e3, 1, 1);

    /// In view for 100 s, hidden for 100 s, in view for 200 s; looks every 10 s, 2 of 3, all find.
    @Test
    void aTrackIsLostBehindAHillAndStartedAnew() {
        Lane lane = Skies.lane("l", 40e3, 4);
        LaneView view = Skies.view(lane, 50e3, 10e3, 0);
        double[] lowest = view.lowestM();
        Arrays.fill(lowest, 900); // 1 000 m high: margins 100, -100, -100 / 100 ...
        lowest[1] = 1_100;
        lowest[2] = 1_100;
        var radar = new Radar("r", 0, 1e7, 1, 0.9999, 1e-6, 1, 1, 1e6, 10, 10, 2, 3, 10);
        Flight flight = Flight.level(lane, 100, 1_000, false);
        var input =
                new BattleInput(
                        List.of(new TargetClass("a", 1, 1)),
                        List.of(Skies.round("m", 0, 1, 0.5)),
                        List.of("o"),
                        List.of("site"),
                        List.of(new Sensor("s", 0, 0, radar)),
                        List.of(
                                Skies.unit(
                                        "u", 0, 1, Timing.fixed(0), new Magazine(0, 1, 1, 0), 1)),
                        List.of(),
                        true,
                        true,
                        new Raid(
                                "raid",
                                List.of(lane),
                                new Flight[][] {{flight}},
                                new LaneView[][] {{view}},
                                List.of(new Threat(0, 0, 1_000)),
                                1),
                        List.of());
        var field = Battlefield.of(input);
        assertThat(field.inViewSec(0, 0, 0)).containsExactly(0, 50, 250, 400);
        for (int r = 0; r < 50; r++) {
            Picture picture = Picture.of(field, new Streams(1, 0, r));
            long[] events = picture.events(0, 0);
            assertThat(events).hasSize(4); // begins, ends, begins, ends
            var sec = new double[4];
            for (int i = 0; i < 4; i++) {
                sec[i] = Picture.tick(events[i]) / 1e6 - 1_000;
                assertThat(Picture.begins(events[i])).isEqualTo(i % 2 == 0);
            }
            double phase = sec[0] - 10; // the second look
            assertThat(phase).isBetween(0.0, 10.0);
            double last = phase + 10 * Math.floor((50 - phase) / 10);
            assertThat(sec[1]).isCloseTo(last + 30, within(1e-5));
            assertThat(sec[2]).isBetween(260.0, 270.0);
            assertThat(sec[3]).isBetween(420.0, 430.0);
            assertThat(picture.firstTrackSec(0, 0, 0)).isEqualTo(sec[0] + 1_000);
        }
    }

    /// The track file has one place: the second threat gets it when the first is dead, and one that
    /// can wait no longer leaks for it.
    @Test
    void aFullTrackFileTakesTheRefusedInOrder() {
        var unit = Skies.unit("u", 0, 9, Timing.fixed(0), new Magazine(0, 1, 9, 0), 1);
        var in =
                Skies.radial(
                        List.of(SURE),
                        List.of(unit),
                        true,
                        List.of(new Threat(0, 0, 0), new Threat(0, 0, 100), new Threat(0, 0, 10)));
        var small = new Radar("r", 0, 1e7, 1, 0.9, 1e-6, 1, 1, 1e6, 10, 1, 1, 1, 1);
        var one =
                new BattleInput(
                        in.classes(),
                        in.interceptors(),
                        in.owners(),
                        in.sites(),
                        List.of(new Sensor("s0", 0, 0, small)),
                        in.fireUnits(),
                        List.of(),
                        true,
                        true,
                        in.raid(),
                        in.supplies());
        var logs = Skies.fight(one, Skies.all(one, 9), 0).logs();
        double first = logs.get(0).endSec(); // enters the reach of 60 km after some 160 s
        assertThat(first).isBetween(160.0, 161.0);
        assertThat(logs.get(2).links().getFirst().trackSec()).isEqualTo(first);
        double second = logs.get(2).endSec();
        assertThat(second).isBetween(170.0, 171.0);
        assertThat(logs.get(1).links().getFirst().trackSec()).isEqualTo(second);
        var none = Skies.round("m", 0, 60e3, 1e-12, 1e-12);
        var deaf =
                new BattleInput(
                        in.classes(),
                        List.of(none),
                        in.owners(),
                        in.sites(),
                        List.of(new Sensor("s0", 0, 0, small)),
                        in.fireUnits(),
                        List.of(),
                        true,
                        true,
                        Skies.radial(
                                        List.of(none),
                                        List.of(unit),
                                        true,
                                        List.of(new Threat(0, 0, 10), new Threat(0, 0, 0)))
                                .raid(),
                        List.of());
        var leaked = Skies.fight(deaf, Skies.all(deaf, 9), 0);
        assertThat(leaked.logs().get(1).links().getFirst().reason()).isEqualTo(Reason.MISSED);
        // refused for the life of the first; tracked for its last 10 s, and fired at in vain
        assertThat(leaked.logs().get(0).links().getFirst().trackSec()).isEqualTo(400);
    }

    /// Two launchers of 3, 8 rounds: one is emptied first and reloaded with the 2 in reserve after
    /// 50 s; then nothing is left. Threats enter the reach every second.
    @Test
    void anEmptyLauncherIsReloadedFromTheReserve() {
        var unit = Skies.unit("u", 0, 99, Timing.fixed(0), new Magazine(0, 2, 3, 50), 1);
        var threats = new ArrayList<Threat>();
        for (int j = 0; j < 9; j++) {
            threats.add(new Threat(0, 0, j));
        }
        var in = Skies.radial(List.of(SURE), List.of(unit), true, threats);
        var o = Skies.fight(in, Skies.all(in, 8), 0);
        double[] end = o.logs().stream().mapToDouble(RaidOutcome.ThreatLog::endSec).toArray();
        for (int j = 0; j < 6; j++) {
            assertThat(end[j] - end[0]).as("threat %d", j).isBetween(j - 1e-3, j + 1e-3);
        }
        assertThat(end[6] - end[2]).isBetween(50 - 1e-3, 50 + 1e-3);
        assertThat(end[7]).isCloseTo(end[6], within(1e-4));
        assertThat(o.leaked()[0][0]).isEqualTo(1);
        assertThat(o.reasons()[0][0][Reason.OUT_OF_ROUNDS.ordinal()]).isEqualTo(1);
        assertThat(o.left()[0][0]).isZero();
    }

    @Test
    void nightsUseUpTheStock() {
        var unit = Skies.unit("u", 0, 99, Timing.fixed(0), new Magazine(0, 2, 3, 1e6), 1);
        var threats = List.of(new Threat(0, 0, 0), new Threat(0, 0, 9), new Threat(0, 0, 20));
        var in = Skies.radial(List.of(SURE), List.of(unit), true, threats);
        var three = in.against(in.raid().nights(3));
        var o = Skies.fight(three, Skies.all(three, 7), 0);
        assertThat(o.fired()).isDeepEqualTo(new int[][] {{3}, {3}, {1}});
        assertThat(o.left()).isDeepEqualTo(new int[][] {{4}, {1}, {0}});
        assertThat(o.leaked()[2][0]).isEqualTo(2);
    }

    @Test
    void thePreferredMagazineIsFiredFirst() {
        var rounds = List.of(SURE, Skies.round("other", 0, 60e3, 1, 1));
        var unit =
                new FireUnit(
                        "u",
                        0,
                        0,
                        Skies.eye(),
                        9,
                        0,
                        Timing.fixed(0),
                        List.of(new Magazine(1, 1, 2, 0), new Magazine(0, 1, 9, 0)),
                        new Doctrine(new int[] {1}, Doctrine.Order.URGENT_FIRST));
        var threats = List.of(new Threat(0, 0, 0), new Threat(0, 0, 9), new Threat(0, 0, 20));
        var in = Skies.radial(rounds, List.of(unit), true, threats);
        assertThat(Skies.fight(in, Skies.all(in, 2), 0).fired()[0]).containsExactly(1, 2);
    }

    /// Chance of detection is the same whoever fights: the picture of a sensor does not change when
    /// another one is listed before it.
    @Test
    void picturesDependOnNothingElse() {
        BattleInput in = Skies.random(5);
        var more = new ArrayList<>(in.sensors());
        more.addFirst(new Sensor("new", 0, 0, Skies.eye()));
        var other =
                new BattleInput(
                        in.classes(),
                        in.interceptors(),
                        in.owners(),
                        in.sites(),
                        more,
                        in.fireUnits(),
                        in.assets(),
                        in.sharedPicture(),
                        in.coordinatedFire(),
                        in.raid(),
                        in.supplies());
        var streams = new Streams(4, 2, 1);
        long[] alone = Picture.of(Battlefield.of(in), streams).events(0, 0);
        assertThat(alone).isNotEmpty();
        assertThat(Picture.of(Battlefield.of(other), streams).events(0, 1)).isEqualTo(alone);
    }
}
