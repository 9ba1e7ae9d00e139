package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import parapet.engage.exact.FiniteMagazine;
import parapet.random.Streams;
import parapet.stats.Estimate;

/// Rounds that come from behind between nights.
final class SupplyTest {
    static BattleInput night(double kill, int threats, int nights, Supply... supplies) {
        var unit = Skies.unit("u", 0, 1, Timing.fixed(0), new Magazine(0, 3, 4, 0), 1, 1);
        var spaced = new ArrayList<Threat>();
        for (int j = 0; j < threats; j++) {
            spaced.add(new Threat(0, 0, 500 * j));
        }
        var in =
                Skies.radial(
                        List.of(Skies.round("m", 0, 60e3, kill, kill)),
                        List.of(unit),
                        true,
                        spaced);
        return supplied(in.against(in.raid().nights(nights)), supplies);
    }

    private static BattleInput supplied(BattleInput in, Supply... supplies) {
        return new BattleInput(
                in.classes(),
                in.interceptors(),
                in.owners(),
                in.sites(),
                in.sensors(),
                in.fireUnits(),
                in.assets(),
                in.sharedPicture(),
                in.coordinatedFire(),
                in.raid(),
                List.of(supplies));
    }

    /// Six threats a night one after another, 12 rounds at first, 5 more between two nights, at
    /// most 2 at a threat, p = 0.6, four nights: against the chain over nights. n = 4 000, 99 %
    /// intervals: an error of 0.1 leakers a night is found with probability 0.98.
    @Test
    void nightsWithSupplyFollowTheChain() {
        BattleInput in = night(0.6, 6, 4, new Supply(0, 1_000, 5, 1));
        double[] exact = FiniteMagazine.nights(4, 6, 12, 5, 2, 0.6);
        var field = Battlefield.of(in);
        var leaked = new double[4][4_000];
        for (int i = 0; i < 4_000; i++) {
            var streams = new Streams(11, 0, i);
            RaidOutcome o =
                    Battle.fight(
                            field, Picture.of(field, streams), Skies.all(in, 12), streams, false);
            for (int n = 0; n < 4; n++) {
                leaked[n][i] = o.leaked()[n][0];
            }
        }
        for (int n = 0; n < 4; n++) {
            Estimate e = Estimate.of(leaked[n]);
            assertThat(exact[n])
                    .as("night %d, simulated %s ± %s", n + 1, e.mean(), e.standardError())
                    .isBetween(e.low(0.99), e.high(0.99));
            assertThat(4.63 * e.standardError()).isLessThan(0.1);
        }
        assertThat(exact[3]).isGreaterThan(1.1 * exact[0]);
        assertThat(exact[0]).isCloseTo(FiniteMagazine.of(6, 12, 2, 0.6).leakers().mean(), within());
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }

    /// 4 threats a night, every round kills, 6 rounds, 5 behind, 3 a night: what is sent after the
    /// first night is there the second or the third.
    @Test
    void roundsComeAfterTheirDelayUntilNoneIsHeld() {
        BattleInput next = night(1, 4, 5, new Supply(0, 5, 3, 1));
        RaidOutcome o = Skies.fight(next, Skies.all(next, 6), 0);
        assertThat(o.fired()).isDeepEqualTo(new int[][] {{4}, {4}, {3}, {0}, {0}});
        assertThat(o.supplied()).isDeepEqualTo(new int[][] {{0}, {3}, {2}, {0}, {0}});
        assertThat(o.left()).isDeepEqualTo(new int[][] {{2}, {1}, {0}, {0}, {0}});
        assertThat(o.behind()).isDeepEqualTo(new int[][] {{5}, {2}, {0}, {0}, {0}});
        BattleInput late = night(1, 4, 5, new Supply(0, 5, 3, 2));
        o = Skies.fight(late, Skies.all(late, 6), 0);
        assertThat(o.fired()).isDeepEqualTo(new int[][] {{4}, {2}, {3}, {2}, {0}});
        assertThat(o.supplied()).isDeepEqualTo(new int[][] {{0}, {0}, {3}, {2}, {0}});
        assertThat(o.behind()).isDeepEqualTo(new int[][] {{5}, {5}, {2}, {0}, {0}});
    }

    /// Nobody gets more than was brought, and what would come after the last night stays.
    @Test
    void nobodyGetsMoreThanWasBrought() {
        BattleInput in = night(1, 2, 3, new Supply(0, 100, 50, 1));
        RaidOutcome o = Skies.fight(in, Skies.all(in, 6), 0);
        assertThat(o.supplied()).isDeepEqualTo(new int[][] {{0}, {2}, {2}});
        assertThat(o.left()).isDeepEqualTo(new int[][] {{4}, {4}, {4}});
        assertThat(o.behind()).isDeepEqualTo(new int[][] {{100}, {98}, {96}});
    }

    @Test
    void ownersAreSuppliedInProportionToWhatTheyLack() {
        var names = List.of("b", "a", "c");
        assertThat(Depot.shares(10, new int[] {5, 10, 5}, names)).containsExactly(3, 5, 2);
        assertThat(Depot.shares(4, new int[] {0, 4, 4}, names)).containsExactly(0, 2, 2);
        assertThat(Depot.shares(1, new int[] {1, 1, 1}, names)).containsExactly(0, 1, 0);
        assertThat(Depot.shares(0, new int[3], names)).containsExactly(0, 0, 0);
    }

    /// Over random raids: nothing changes with nothing held, no night before the first supply
    /// changes, and rounds are conserved (the fight itself fails otherwise).
    @Test
    void supplyChangesNothingBeforeItComes() {
        int moved = 0;
        for (long seed = 1; seed <= 60; seed++) {
            BattleInput one = Skies.random(seed);
            BattleInput in = one.against(one.raid().nights(3));
            ForceState state = Skies.all(in, 9);
            RaidOutcome without = Skies.fight(in, state, 0);
            var none = supplied(in, new Supply(0, 0, 9, 1), new Supply(1, 9, 0, 1));
            assertThat(Skies.fight(none, state, 0).fired()).isDeepEqualTo(without.fired());
            var some = supplied(in, new Supply(0, 40, 8, 2), new Supply(1, 40, 8, 2));
            RaidOutcome o = Skies.fight(some, state, 0);
            for (int n = 0; n < 2; n++) {
                assertThat(o.leaked()[n]).isEqualTo(without.leaked()[n]);
            }
            moved += Arrays.equals(o.fired()[2], without.fired()[2]) ? 0 : 1;
        }
        assertThat(moved).isGreaterThan(30);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new Supply(0, 1, 1, 0)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> new Supply(0, -1, 1, 1)).hasMessageContaining("(-1)");
        assertThatThrownBy(() -> night(1, 1, 1, new Supply(0, 1, 1, 1), new Supply(0, 2, 1, 1)))
                .hasMessageContaining("more than one supply");
        assertThatThrownBy(() -> night(1, 1, 1, new Supply(3, 1, 1, 1)))
                .hasMessageContaining("(3)");
    }
}
