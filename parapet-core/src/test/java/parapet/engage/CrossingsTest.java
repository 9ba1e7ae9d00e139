package parapet.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

/// Exact crossings against dense sampling.
final class CrossingsTest {
    private static final int SAMPLES = 20_000;

    @Test
    void aChordHasItsLength() { // radius 5, offset 3: from -4 to 4 on a way from -10 to 10
        double[] u = Crossings.inside(new double[] {-10, 3, 0}, new double[] {10, 3, 0}, 5);
        assertThat(u).containsExactly(new double[] {0.3, 0.7}, within(1e-15));
        assertThat(Crossings.inside(new double[] {-10, 5.1, 0}, new double[] {10, 5.1, 0}, 5))
                .isEmpty();
        assertThat(Crossings.inside(new double[] {6, 0, 0}, new double[] {10, 0, 0}, 5)).isEmpty();
        assertThat(Crossings.inside(new double[] {1, 1, 1}, new double[] {1, 1, 1}, 5))
                .containsExactly(0, 1);
    }

    @Test
    void intervalsHoldWhatSamplingFinds() {
        for (long seed = 1; seed <= 40; seed++) {
            BattleInput in = Skies.random(seed);
            Raid raid = in.raid();
            for (int c = 0; c < 2; c++) {
                var path =
                        new Trajectory(
                                raid.lanes().get(1), raid.flights()[c][1], raid.views()[0][1]);
                String what = "seed " + seed + " class " + c;
                agree(what, path, path.within(40e3), t -> path.slantM(t) <= 40e3);
                agree(what, path, path.beyond(40e3), t -> path.slantM(t) >= 40e3);
                double[] margin = margin(in, c);
                agree(what, path, path.inView(), t -> at(path, margin, t) >= 0);
                Intervals both = path.inView().and(path.within(40e3));
                agree(what, path, both, t -> at(path, margin, t) >= 0 && path.slantM(t) <= 40e3);
            }
        }
    }

    /// Height less what is needed, from the rule as written.
    private static double[] margin(BattleInput in, int c) {
        var lane = in.raid().lanes().get(1);
        var flight = in.raid().flights()[c][1];
        var view = in.raid().views()[0][1];
        var margin = new double[lane.size()];
        for (int i = 0; i < margin.length; i++) {
            margin[i] =
                    lane.coarse()[i] && flight.groundM()[i] < 1_000
                            ? flight.groundM()[i] - view.smoothLowestM()[i]
                            : flight.seaM()[i] - view.lowestM()[i];
        }
        return margin;
    }

    private static double at(Trajectory path, double[] value, double t) {
        int i = 1;
        while (i < path.size() - 1 && path.timeSec[i] < t) {
            i++;
        }
        double u = (t - path.timeSec[i - 1]) / (path.timeSec[i] - path.timeSec[i - 1]);
        return value[i - 1] + u * (value[i] - value[i - 1]);
    }

    private static void agree(
            String what, Trajectory path, Intervals found, DoublePredicate holds) {
        for (int k = 0; k <= SAMPLES; k++) {
            double t = path.endSec() * k / SAMPLES;
            if (!nearAnEdge(found, t)) {
                assertThat(found.contains(t))
                        .as("%s at %s of %s", what, t, found)
                        .isEqualTo(holds.test(t));
            }
        }
    }

    private static boolean nearAnEdge(Intervals found, double t) {
        for (double edge : found.toArray()) {
            if (Math.abs(edge - t) < 1e-6) {
                return true;
            }
        }
        return false;
    }

    /// A round slower than some targets too, so that targets run away from it.
    @Test
    void aDecisionMeetsTheTargetAtTheFirstPossibleTime() {
        for (long seed = 1; seed <= 40; seed++) {
            Raid raid = Skies.random(seed).raid();
            for (double speed : new double[] {150, 900}) {
                var path =
                        new Trajectory(
                                raid.lanes().get(0), raid.flights()[1][0], raid.views()[1][0]);
                var flyOut = new FlyOut(path, speed, 5);
                double step = path.endSec() / SAMPLES;
                for (int k = 0; k < 40; k++) {
                    double decision = path.endSec() * k / 40;
                    double first = Double.NaN;
                    for (double s = decision + 5; s <= path.endSec(); s += step) {
                        if (path.slantM(s) <= speed * (s - 5 - decision)) {
                            first = s;
                            break;
                        }
                    }
                    double exact = flyOut.interceptSec(decision);
                    String what = "seed %d speed %s decision %s".formatted(seed, speed, decision);
                    if (Double.isNaN(first)) {
                        assertThat(Double.isNaN(exact) || exact > path.endSec() - step)
                                .as(what)
                                .isTrue();
                    } else {
                        assertThat(exact).as(what).isBetween(first - step - 1e-6, first + 1e-6);
                        assertThat(path.slantM(exact))
                                .as(what)
                                .isCloseTo(speed * (exact - 5 - decision), within(1e-3));
                    }
                }
            }
        }
    }

    @Test
    void windowsAreTheDecisionsThatLeadToPermittedIntercepts() {
        for (long seed = 1; seed <= 40; seed++) {
            Raid raid = Skies.random(seed).raid();
            var path =
                    new Trajectory(raid.lanes().get(0), raid.flights()[1][0], raid.views()[1][0]);
            for (double speed : new double[] {150, 900}) {
                var flyOut = new FlyOut(path, speed, 5);
                Intervals permitted = path.within(50e3).and(path.inView());
                Intervals windows = flyOut.windows(permitted);
                for (int k = 0; k <= 2_000; k++) {
                    double decision = path.endSec() * k / 2_000;
                    double s = flyOut.interceptSec(decision);
                    if (!nearAnEdge(windows, decision) && !nearAnEdge(permitted, s)) {
                        assertThat(windows.contains(decision))
                                .as("seed %d speed %s decision %s", seed, speed, decision)
                                .isEqualTo(permitted.contains(s));
                    }
                }
            }
        }
    }

    @Test
    void aHillNeverOpensAView() {
        for (long seed = 1; seed <= 100; seed++) {
            Raid raid = Skies.random(seed).raid();
            LaneView view = raid.views()[0][0];
            double[] higher = view.lowestM().clone();
            higher[(int) (seed % higher.length)] += 400;
            var hill =
                    new LaneView(
                            view.eastM(),
                            view.northM(),
                            view.siteM(),
                            higher,
                            view.smoothLowestM());
            for (int c = 0; c < 2; c++) {
                Intervals before =
                        new Trajectory(raid.lanes().get(0), raid.flights()[c][0], view).inView();
                Intervals after =
                        new Trajectory(raid.lanes().get(0), raid.flights()[c][0], hill).inView();
                assertThat(after.and(before).toArray())
                        .as("seed %d", seed)
                        .containsExactly(after.toArray(), within(1e-9));
            }
        }
    }
}
