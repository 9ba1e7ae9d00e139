package parapet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import parapet.random.Sampler;
import parapet.random.Streams;

final class ControlledEstimateTest {
    private static final double[] NONE = {0, 0};

    /// y = 5 + 2 c1 - c2 + e, all exponential less 1: the ratio is (4 + 1 + v) / v.
    private static double[][] sample(int n, int seed, double noise) {
        UniformRandomProvider random = new Streams(seed, 0, 0).at("test", 0);
        var rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double a = Sampler.exponential(random) - 1;
            double b = Sampler.exponential(random) - 1;
            double e = noise * (Sampler.exponential(random) - 1);
            rows[i] = new double[] {a, b, 5 + 2 * a - b + e};
        }
        return rows;
    }

    private static double[] values(double[][] rows) {
        var y = new double[rows.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = rows[i][2];
        }
        return y;
    }

    private static double[][] controls(double[][] rows) {
        var c = new double[rows.length][];
        for (int i = 0; i < c.length; i++) {
            c[i] = new double[] {rows[i][0], rows[i][1]};
        }
        return c;
    }

    @Test
    void aLinearRelationIsFoundExactly() {
        double[][] rows = sample(20, 1, 0);
        var e = ControlledEstimate.of(values(rows), controls(rows), NONE);
        assertThat(e.mean()).isCloseTo(5, within(1e-12));
        assertThat(e.standardError()).isLessThan(1e-12);
        assertThat(e.plain().mean()).isNotCloseTo(5, within(0.01));
    }

    @Test
    void oneControlAgreesWithTheFormula() { // y_c = ȳ - b c̄, b = S_cy/S_cc, by hand
        double[] y = {3, 5, 4, 8, 7, 9};
        double[][] c = {{1}, {2}, {2}, {4}, {3}, {6}};
        // c̄ 3, ȳ 6, S_cc 16, S_cy 20, S_yy 28: b 1.25, RSS 3
        var e = ControlledEstimate.of(y, c, new double[] {2});
        assertThat(e.mean()).isCloseTo(6 - 1.25, within(1e-12));
        assertThat(e.standardError())
                .isCloseTo(Math.sqrt(3.0 / 4 * (1 / 6.0 + 1 / 16.0)), within(1e-12));
    }

    @Test
    void theRatioIsThatOfTheVariances() { // (4 + 1 + 0.25) / 0.25 = 21; n = 20 000, sd about 2 %
        double[][] rows = sample(20_000, 2, 0.5);
        var e = ControlledEstimate.of(values(rows), controls(rows), NONE);
        assertThat(e.varianceRatio()).isBetween(18.0, 24.0);
        var split = ControlledEstimate.ofSplit(values(rows), controls(rows), NONE);
        assertThat(split.varianceRatio()).isBetween(18.0, 24.0);
        assertThat(split.mean()).isCloseTo(e.mean(), within(e.standardError()));
    }

    @Test
    void aControlTwiceOrConstantIsLeftOut() {
        double[][] rows = sample(200, 3, 0.5);
        var more = new double[rows.length][];
        for (int i = 0; i < more.length; i++) {
            more[i] = new double[] {rows[i][0], 7, rows[i][1], rows[i][0] - rows[i][1]};
        }
        var e = ControlledEstimate.of(values(rows), controls(rows), NONE);
        var same = ControlledEstimate.of(values(rows), more, new double[] {0, 7, 0, 0});
        assertThat(same.controls()).isEqualTo(2);
        assertThat(same.mean()).isCloseTo(e.mean(), within(1e-9));
        assertThat(same.halfWidth(0.95)).isCloseTo(e.halfWidth(0.95), within(1e-9));
    }

    /// 2 000 samples of 64: 95 % intervals hold the truth in 95 % (sd 0.5 %; within 2.5 % although
    /// the values are skew), and the split estimate has no bias (|z| < 4.42, one seed in 100 000).
    @Test
    void theIntervalHoldsTheTruth() {
        int n = 2_000;
        int held = 0;
        var split = new MeanEstimator();
        for (int seed = 0; seed < n; seed++) {
            double[][] rows = sample(64, 100 + seed, 0.5);
            var e = ControlledEstimate.of(values(rows), controls(rows), NONE);
            held += Math.abs(e.mean() - 5) <= e.halfWidth(0.95) ? 1 : 0;
            split.add(ControlledEstimate.ofSplit(values(rows), controls(rows), NONE).mean() - 5);
        }
        assertThat(held / (double) n).isBetween(0.925, 0.975);
        assertThat(split.estimate().mean() / split.estimate().standardError())
                .isBetween(-4.42, 4.42);
    }

    @Test
    void wrongShapesAreRefused() {
        assertThatThrownBy(
                        () -> ControlledEstimate.of(new double[3], new double[3][1], new double[1]))
                .hasMessageContaining("(3) values");
    }
}
