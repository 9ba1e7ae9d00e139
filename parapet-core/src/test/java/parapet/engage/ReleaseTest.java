package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import parapet.flight.Flight;
import parapet.flight.Lane;
import parapet.random.Streams;
import parapet.sim.Audit;
import parapet.stats.Estimate;

/// Aircraft that release weapons at a distance and turn away.
final class ReleaseTest {
    private static final TargetClass CARRIER = new TargetClass("carrier", 5, 1, 0, 0, true);
    private static final TargetClass WEAPON = new TargetClass("weapon", 0.1, 1);
    private static final Flight[] FLIES = new Flight[2];

    /// Carriers on a lane from 100 km to 40 km, each with some weapons that fly the last 40 km to
    /// the site at 250 m/s; rounds reach so far from the site.
    static BattleInput raid(
            double kill, double killWeapon, double reachM, int carriers, int weapons, int looks) {
        Lane out = Skies.lane("out", 60e3, 3);
        Lane in = Skies.lane("in", 40e3, 3);
        FLIES[0] = Flight.level(out, 250, 5_000, false);
        FLIES[1] = Flight.level(in, 250, 1_000, false);
        var threats = new ArrayList<Threat>();
        for (int c = 0; c < carriers; c++) {
            threats.add(new Threat(0, 0, 30.0 * c));
        }
        for (int c = 0; c < carriers; c++) {
            for (int k = 0; k < weapons; k++) {
                threats.add(new Threat(1, 1, 30.0 * c + 240, Threat.NO_ASSET, false, c));
            }
        }
        int[] each = new int[looks];
        Arrays.fill(each, 1);
        var unit = Skies.unit("u", 0, 1_000, Timing.fixed(0), new Magazine(0, 1, 10_000, 0), each);
        var raid =
                new Raid(
                        "raid",
                        List.of(out, in),
                        new Flight[][] {{FLIES[0], FLIES[1]}, {FLIES[0], FLIES[1]}},
                        new LaneView[][] {
                            {Skies.view(out, 100e3, 40e3, 0), Skies.view(in, 40e3, 0, 0)}
                        },
                        threats,
                        2);
        return new BattleInput(
                List.of(CARRIER, WEAPON),
                List.of(Skies.round("m", 0, reachM, kill, killWeapon)),
                List.of("o"),
                List.of("site"),
                List.of(new Sensor("s", 0, 0, Skies.eye())),
                List.of(unit),
                List.of(),
                true,
                true,
                raid,
                List.of());
    }

    /// A carrier is fired at twice on its way, p = 0.4, its three weapons are not: n (1 - p)²
    /// weapons come, and each gets through. n = 4 000: standard error 0.023 of 1.08 weapons, an
    /// error of 10 % is found with probability 0.98.
    @Test
    void aCarrierThatLivesReleasesWhatItCarries() {
        BattleInput in = raid(0.4, 0, 90e3, 1, 3, 2);
        var field = Battlefield.of(in);
        var came = new double[4_000];
        for (int i = 0; i < came.length; i++) {
            var streams = new Streams(5, 0, i);
            RaidOutcome o =
                    Battle.fight(
                            field,
                            Picture.of(field, streams),
                            Skies.all(in, 1_000),
                            streams,
                            true,
                            Audit.FULL);
            came[i] = o.threats()[0][1];
            assertThat(o.leaked()[0][1]).isEqualTo(o.threats()[0][1]);
            assertThat(o.threats()[0][1] + o.unreleased()[0][1]).isEqualTo(3);
            assertThat(o.killed()[0][0] + o.turned()[0][0]).isEqualTo(1);
            assertThat(o.leaked()[0][0]).isZero();
            assertThat(o.turned()[0][0] * 3).isEqualTo(o.threats()[0][1]);
            assertThat(o.logs()).hasSize(4);
        }
        Estimate e = Estimate.of(came);
        assertThat(3 * 0.6 * 0.6).isBetween(e.low(0.99), e.high(0.99));
        assertThat(4.63 * e.standardError()).isLessThan(0.11);
    }

    /// Rounds that reach 30 km never meet the carriers, but all weapons, from 30 km on.
    @Test
    void weaponsAreFoughtOnTheirOwnWay() {
        BattleInput in = raid(1, 1, 30e3, 4, 2, 1);
        RaidOutcome o = Skies.fight(in, Skies.all(in, 1_000), 0);
        assertThat(o.turned()[0]).containsExactly(4, 0);
        assertThat(o.killed()[0]).containsExactly(0, 8);
        assertThat(o.fired()[0][0]).isEqualTo(8);
        assertThat(o.stopped(0)).isEqualTo(8);
        for (RaidOutcome.ThreatLog log : o.logs()) {
            assertThat(log.ending())
                    .isEqualTo(log.threat() < 4 ? Ending.TURNED_AWAY : Ending.KILLED);
            assertThat(log.endSec()).isGreaterThanOrEqualTo(240);
        }
    }

    /// Where all carriers die on their way nothing else comes, and no round is fired at it.
    @Test
    void deadCarriersReleaseNothing() {
        BattleInput in = raid(1, 1, 90e3, 4, 2, 1);
        RaidOutcome o = Skies.fight(in, Skies.all(in, 1_000), 0);
        assertThat(o.killed()[0]).containsExactly(4, 0);
        assertThat(o.threats()[0]).containsExactly(4, 0);
        assertThat(o.unreleased()[0]).containsExactly(0, 8);
        assertThat(o.fired()[0][0]).isEqualTo(4);
        assertThat(o.logs().getLast().ending()).isEqualTo(Ending.NOT_RELEASED);
        assertThat(o.logs().getLast().links()).allMatch(l -> l.reason() == null && l.fired() == 0);
    }

    /// Weapons of several carriers have chances of their own, and the order of the carriers decides
    /// nothing.
    @Test
    void theOrderOfTheCarriersDecidesNothing() {
        BattleInput in = raid(0.5, 0.5, 90e3, 6, 2, 1);
        UniformRandomProvider r = new Streams(2, 0, 0).at("test.order", 0);
        var threats = new ArrayList<Threat>();
        var order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        Collections.rotate(order, 1 + r.nextInt(5));
        order.forEach(c -> threats.add(in.raid().threats().get(c)));
        for (Threat t : in.raid().threats().subList(6, 18)) {
            threats.add(
                    new Threat(1, 1, t.startSec(), t.asset(), false, order.indexOf(t.carrier())));
        }
        BattleInput other = in.against(Skies.raid(in.raid(), threats));
        var killed = new HashSet<Integer>();
        for (int i = 0; i < 20; i++) {
            RaidOutcome o = Skies.fight(in, Skies.all(in, 1_000), i);
            assertThat(Skies.digest(Skies.fight(other, Skies.all(in, 1_000), i)))
                    .isEqualTo(Skies.digest(o));
            killed.add(o.killed()[0][1]);
        }
        assertThat(killed).hasSizeGreaterThan(3);
    }

    @Test
    void aWeaponNeedsACarrierThatTurnsAwayBeforeIt() {
        BattleInput in = raid(1, 1, 90e3, 1, 1, 1);
        var early = new Threat(1, 1, 200, Threat.NO_ASSET, false, 0);
        var itself = new Threat(1, 1, 240, Threat.NO_ASSET, false, 1);
        for (Threat wrong : List.of(early, itself)) {
            assertThatThrownBy(() ->
                            in.against(
                                    Skies.raid(
                                            in.raid(),
                                            List.of(in.raid().threats().getFirst(), wrong))))
                    .hasMessageContaining("carrier");
        }
    }
}
