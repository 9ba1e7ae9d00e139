package parapet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void meanAndVarianceOfASmallSample() { // 2 4 4 4 5 5 7 9: mean 5, sum of squares 32
        var e = Estimate.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(e.count()).isEqualTo(8);
        assertThat(e.mean()).isCloseTo(5, within(1e-15));
        assertThat(e.variance()).isCloseTo(32.0 / 7, within(1e-14));
        assertThat(e.standardError()).isCloseTo(StrictMath.sqrt(32.0 / 56), within(1e-14));
    }

    @Test
    void halfWidthUsesStudent() { // t(0.975; 7) = 2.364624, any printed table
        var e = Estimate.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(e.halfWidth(0.95) / e.standardError()).isCloseTo(2.364624, within(1e-6));
        assertThat(e.high(0.95) - e.low(0.95)).isCloseTo(2 * e.halfWidth(0.95), within(1e-14));
    }

    @Test
    void studentQuantilesAgreeWithTheTable() { // df 1: tan(π(p-½)); df 10: 2.228139; df 2: 4.302653
        assertThat(StudentT.quantile(1, 0.975)).isCloseTo(12.706205, within(1e-6));
        assertThat(StudentT.quantile(2, 0.975)).isCloseTo(4.302653, within(1e-6));
        assertThat(StudentT.quantile(10, 0.975)).isCloseTo(2.228139, within(1e-6));
        assertThat(StudentT.quantile(1e6, 0.975)).isCloseTo(1.959966, within(1e-5));
    }

    @Test
    void oneValueHasNoInterval() {
        assertThat(Estimate.of(3).halfWidth(0.95)).isInfinite();
        assertThat(Estimate.of().mean()).isNaN();
    }

    @Test
    void mergingEqualsAddingAll() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            var all = new MeanEstimator();
            var merged = new MeanEstimator();
            for (int part = 0; part < 5; part++) {
                var one = new MeanEstimator();
                for (int i = random.nextInt(40); i > 0; i--) {
                    double x = 1e6 + random.nextGaussian();
                    all.add(x);
                    one.add(x);
                }
                merged.merge(one);
            }
            var a = all.estimate();
            var m = merged.estimate();
            assertThat(m.count()).as("seed %d", seed).isEqualTo(a.count());
            assertThat(m.mean()).as("seed %d", seed).isCloseTo(a.mean(), within(1e-8));
            assertThat(m.variance()).as("seed %d", seed).isCloseTo(a.variance(), within(1e-7));
        }
    }

    @Test
    void mergingWithItselfDoublesTheCount() {
        var e = new MeanEstimator();
        e.add(1);
        e.add(3);
        e.merge(e);
        assertThat(e.estimate().count()).isEqualTo(4);
        assertThat(e.estimate().variance()).isCloseTo(4.0 / 3, within(1e-15));
    }

    @Test
    void pairedDifferenceForgetsTheCommonPart() { // differences 1, 1, 1
        var d = Estimate.ofPairedDifference(new double[] {11, 21, 31}, new double[] {10, 20, 30});
        assertThat(d.mean()).isEqualTo(1);
        assertThat(d.variance()).isZero();
        assertThatThrownBy(() -> Estimate.ofPairedDifference(new double[2], new double[3]))
                .hasMessageContaining("(3)");
    }

    @Test
    void quantilesOfType7() { // R: quantile(c(1,2,4,8), c(0,.1,.5,.9,1)) = 1, 1.3, 3, 6.8, 8
        assertThat(Quantiles.type7(new double[] {8, 1, 4, 2}, 0, 0.1, 0.5, 0.9, 1))
                .containsExactly(new double[] {1, 1.3, 3, 6.8, 8}, within(1e-14));
        assertThatThrownBy(() -> Quantiles.type7(new double[] {1, Double.NaN}, 0.5))
                .hasMessageContaining("NaN");
    }

    @Test
    void notFiniteValuesAreRefused() {
        var e = new MeanEstimator();
        assertThatThrownBy(() -> e.add(Double.NaN)).hasMessageContaining("(NaN)");
    }
}
