package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.random.Streams;

/// Threats that fail, are jammed, are decoys or are aimed at assets, and the damage of leakers.
final class EndingsTest {
    private static final Magazine PLENTY = new Magazine(0, 1, 100_000, 0);

    /// Closed form: stopped = 1 - (1 - f)(1 - p)(1 - j), with shares f that fail, p killed by the
    /// one shot and j jammed. 20 000 threats: 4.42 standard errors are 1 in 100 000 for each share;
    /// a share wrong by 0.02 is found with a probability above 0.99.
    @Test
    void sharesMultiply() {
        int n = 20_000;
        double fails = 0.2;
        double kill = 0.6;
        double jams = 0.25;
        var input = battle(new TargetClass("a", 1, 1, jams, fails), kill, n, Threat.NO_ASSET);
        RaidOutcome o = fight(input);
        check(o.failed()[0][0], n, fails);
        check(o.killed()[0][0], n, (1 - fails) * kill);
        check(o.jammed()[0][0], n, (1 - fails) * (1 - kill) * jams);
        check(o.leaked()[0][0], n, (1 - fails) * (1 - kill) * (1 - jams));
        assertThat(o.stopped(0, 0) + o.leaked()[0][0]).isEqualTo(n);
        assertThat(o.fired()[0][0]).isEqualTo(n - o.failed()[0][0]); // none at those that failed
        for (RaidOutcome.ThreatLog log : o.logs()) {
            RaidOutcome.Link link = log.links().getFirst();
            double start = input.raid().threats().get(log.threat()).startSec();
            switch (log.ending()) {
                case FAILED -> {
                    assertThat(link.reason()).isNull();
                    assertThat(link.trackSec()).isNaN();
                    assertThat(log.endSec()).isCloseTo(start, within(1e-5));
                }
                case KILLED -> assertThat(log.by()).isZero();
                case TURNED_AWAY, NOT_RELEASED -> throw new AssertionError(log.ending());
                case JAMMED, LEAKED -> {
                    assertThat(link.reason()).isEqualTo(Reason.MISSED);
                    assertThat(log.by()).isEqualTo(-1);
                    assertThat(log.endSec()).isCloseTo(start + 400, within(1e-5));
                }
            }
        }
    }

    private static void check(int count, int n, double p) {
        assertThat((count - n * p) / Math.sqrt(n * p * (1 - p))).isBetween(-4.42, 4.42);
    }

    /// One unit with channels for all, one shot at each threat, threats a second apart.
    private static BattleInput battle(TargetClass kind, double kill, int n, int asset) {
        var threats = new ArrayList<Threat>();
        for (int j = 0; j < n; j++) {
            threats.add(new Threat(0, 0, j, asset, false));
        }
        var unit = Skies.unit("u", 0, 1_000, Timing.fixed(0), PLENTY, 1);
        BattleInput in =
                Skies.radial(
                        List.of(Skies.round("m", 0, 60e3, kill, 0)),
                        List.of(unit),
                        true,
                        List.of());
        return Skies.defending(in, kind, new Asset("x", 10, new double[] {0.5, 0.1}))
                .against(Skies.raid(in.raid(), threats));
    }

    private static RaidOutcome fight(BattleInput in) {
        return Skies.fight(in, Skies.all(in, 100_000), 0);
    }

    /// Nobody fires: everything leaks to where it was aimed, decoys apart.
    @Test
    void leakersAreCountedAtTheirAssets() {
        var threats =
                List.of(
                        new Threat(0, 0, 0, 0, false),
                        new Threat(0, 0, 1, 0, false),
                        new Threat(1, 0, 2, 0, false),
                        new Threat(0, 0, 3, 1, false),
                        new Threat(0, 0, 4, 0, true),
                        new Threat(1, 0, 5, 1, true),
                        new Threat(1, 0, 6));
        var unit = Skies.unit("u", 0, 1, Timing.fixed(0), PLENTY, 1);
        BattleInput bare =
                Skies.radial(
                        List.of(Skies.round("m", 0, 60e3, 0, 0)), List.of(unit), true, List.of());
        BattleInput in =
                Skies.defending(
                                bare,
                                new TargetClass("a", 1, 1),
                                new Asset("x", 10, new double[] {0.5, 0.1}),
                                new Asset("y", 3, new double[] {0.25, 1}))
                        .against(Skies.raid(bare.raid(), threats));
        RaidOutcome o = fight(in);
        assertThat(o.leaked()[0]).containsExactly(4, 3);
        assertThat(o.leakedAt()[0]).isDeepEqualTo(new int[][] {{2, 1}, {1, 0}});
        assertThat(o.decoysLeaked()[0]).containsExactly(1, 1);
        Damage damage = Damage.of(in.assets(), o.leakedAt());
        assertThat(damage.unharmed()[0]).containsExactly(0.5 * 0.5 * 0.9, 0.75);
        assertThat(damage.lost()[0]).containsExactly(10 * (1 - 0.225), 3 * 0.25);
        assertThat(damage.lostBy(0)).isCloseTo(8.5, within(1e-12));
    }

    @Test
    void damageAddsUpOverTheNights() {
        var assets = List.of(new Asset("x", 8, new double[] {0.5}));
        Damage d = Damage.of(assets, new int[][][] {{{0}}, {{1}}, {{0}}, {{2}}});
        assertThat(d.unharmed()).isDeepEqualTo(new double[][] {{1}, {0.5}, {0.5}, {0.125}});
        assertThat(d.lost()).isDeepEqualTo(new double[][] {{0}, {4}, {4}, {7}});
        var hard = List.of(new Asset("x", 8, new double[] {0}));
        assertThat(Damage.of(hard, new int[][][] {{{99}}}).unharmed()[0][0]).isEqualTo(1);
        var soft = List.of(new Asset("x", 8, new double[] {1}));
        assertThat(Damage.of(soft, new int[][][] {{{1}}}).lost()[0][0]).isEqualTo(8);
    }

    /// An asset nobody attacks, and what assets are worth, change no battle.
    @Test
    void assetsChangeNoBattle() {
        for (long seed = 1; seed <= 50; seed++) {
            BattleInput in = Skies.random(seed);
            BattleInput with =
                    Skies.defending(
                            in,
                            in.classes().getFirst(),
                            new Asset("x", seed, new double[] {0.1, 0.2}));
            assertThat(Skies.digest(Skies.fight(with, Skies.all(with, 9), 0)))
                    .as("seed %d", seed)
                    .isEqualTo(Skies.digest(Skies.fight(in, Skies.all(in, 9), 0)));
        }
    }

    /// Keys of threats that are no decoys and are aimed at nothing are as they were before there
    /// were any; those of others differ by asset, by its name and not by its place, and by decoy.
    @Test
    void keysTellThreatsApart() {
        BattleInput in = Skies.random(1);
        Threat old = new Threat(1, 0, 7.5);
        long[] before = keys(in, List.of(old, old));
        String name = "missile|l0|" + Long.toHexString(Double.doubleToLongBits(7.5)) + "|";
        assertThat(before).containsExactly(Streams.entity(name + 1), Streams.entity(name + 2));
        var x = new Asset("x", 1, new double[2]);
        var y = new Asset("y", 1, new double[2]);
        TargetClass first = in.classes().getFirst();
        var all = new ArrayList<Threat>();
        for (int asset = -1; asset < 2; asset++) {
            all.add(new Threat(1, 0, 7.5, asset, false));
            all.add(new Threat(1, 0, 7.5, asset, true));
        }
        long[] now = keys(Skies.defending(in, first, x, y), all);
        assertThat(now[0]).isEqualTo(before[0]);
        assertThat(Arrays.stream(now).distinct().count()).isEqualTo(6);
        long[] turned = keys(Skies.defending(in, first, y, x), all);
        assertThat(turned).containsExactly(now[0], now[1], now[4], now[5], now[2], now[3]);
    }

    private static long[] keys(BattleInput in, List<Threat> threats) {
        return Battlefield.of(in.against(Skies.raid(in.raid(), threats))).threatKey;
    }

    @Test
    void badInputIsNamed() {
        BattleInput in = Skies.random(1);
        TargetClass first = in.classes().getFirst();
        assertThatThrownBy(() -> new Asset("x", -1, new double[0])).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> new Asset("x", 1, new double[] {1.5}))
                .hasMessageContaining("(1.5)");
        assertThatThrownBy(() -> new TargetClass("a", 1, 1, 0, 1.5)).hasMessageContaining("(1.5)");
        assertThatThrownBy(() -> new TargetClass("a", 1, 1, -0.5, 0))
                .hasMessageContaining("(-0.5)");
        assertThatThrownBy(() -> new Threat(0, 0, 0, -2, false)).hasMessageContaining("(-2)");
        var short1 = new Asset("x", 1, new double[1]);
        assertThatThrownBy(() -> Skies.defending(in, first, short1))
                .hasMessageContaining("figures for (1) classes");
        var x = new Asset("x", 1, new double[2]);
        assertThatThrownBy(() -> Skies.defending(in, first, x, x))
                .hasMessageContaining("more than one asset");
        BattleInput one = Skies.defending(in, first, x);
        assertThatThrownBy(() ->
                        one.against(
                                Skies.raid(
                                        in.raid(),
                                        Collections.singletonList(new Threat(0, 0, 0, 1, false)))))
                .hasMessageContaining("asset (1)");
    }
}
