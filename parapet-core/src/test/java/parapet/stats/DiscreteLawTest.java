package parapet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscreteLawTest {
    @Test
    void poissonHasItsFirstProbabilities() { // e^-2 (1, 2, 2, 4/3)
        var law = new Poisson(2).law();
        double e = StrictMath.exp(-2);
        assertThat(law.toArray(4))
                .containsExactly(new double[] {e, 2 * e, 2 * e, 4 * e / 3}, within(1e-15));
    }

    @Test
    void poissonOfTenThousandDoesNotUnderflow() { // mode by Stirling with two correction terms
        for (double m : new double[] {500, 800, 10_000}) {
            var law = new Poisson(m).law();
            double atMode =
                    1 / StrictMath.sqrt(2 * StrictMath.PI * m) * StrictMath.exp(-1 / (12 * m));
            assertThat(law.probability((int) m) / atMode)
                    .as("mode %s", m)
                    .isCloseTo(1, within(1e-10));
            assertThat(law.mean() / m).isCloseTo(1, within(1e-12));
            assertThat(law.variance() / m).isCloseTo(1, within(1e-11));
            assertThat(law.truncatedMass()).isLessThan(1e-15);
        }
    }

    @Test
    void poissonLossOf200AgreesWithThePrintedValue() { // test suite of stockpyl (Snyder and Shen)
        var law = new Poisson(200).law();
        assertThat(law.expectedExcess(220)).isCloseTo(0.53600585715849, within(1e-12));
        assertThat(law.expectedShortfall(220)).isCloseTo(20.536005857158, within(1e-11));
        assertThat(new Poisson(15).law().secondOrderLoss(18))
                .isCloseTo(0.84834030291779, within(1e-12));
    }

    @Test
    void negativeBinomialOfMean2Variance6() { // r = 1, p = 1/3: geometric, P(k) = (2/3)^k / 3
        var law = new NegativeBinomial(2, 6).law();
        assertThat(law.probability(3)).isCloseTo(8.0 / 81, within(1e-15));
        assertThat(law.expectedExcess(4)).isCloseTo(2 * StrictMath.pow(2.0 / 3, 4), within(1e-14));
        assertThat(law.mean()).isCloseTo(2, within(1e-13));
        assertThat(law.variance()).isCloseTo(6, within(1e-12));
    }

    @Test
    void negativeBinomialPassesIntoPoisson() {
        var nearly = new NegativeBinomial(3, 3 + 1e-13).law();
        var poisson = new Poisson(3).law();
        for (int k = 0; k < 20; k++) {
            assertThat(nearly.probability(k)).isCloseTo(poisson.probability(k), within(1e-12));
        }
        assertThat(new NegativeBinomial(3, 2).law()).isEqualTo(poisson);
    }

    @Test
    void binomialHasItsProbabilities() { // C(4,k) / 16
        assertThat(new Binomial(4, 0.5).law().toArray(6))
                .containsExactly(
                        new double[] {1 / 16., 4 / 16., 6 / 16., 4 / 16., 1 / 16., 0},
                        within(1e-15));
        assertThat(new Binomial(3, 1).law()).isEqualTo(DiscreteLaw.certain(3));
        assertThat(new Binomial(0, 0.3).law()).isEqualTo(DiscreteLaw.certain(0));
    }

    @Test
    void sumsAndThinningsOfPoissonArePoisson() {
        var a = new Poisson(3.2);
        var b = new Poisson(7.9);
        var sum = a.law().plus(b.law());
        var thin = b.law().thinned(0.3);
        for (int k = 0; k < 40; k++) {
            assertThat(sum.probability(k)).isCloseTo(a.plus(b).law().probability(k), within(1e-15));
            assertThat(thin.probability(k))
                    .isCloseTo(b.thinned(0.3).law().probability(k), within(1e-15));
        }
    }

    @Test
    void thinningACertainNumberIsBinomial() {
        var thin = DiscreteLaw.certain(9).thinned(0.35);
        var binomial = new Binomial(9, 0.35).law();
        for (int k = 0; k <= 9; k++) {
            assertThat(thin.probability(k)).isCloseTo(binomial.probability(k), within(1e-15));
        }
    }

    @Test
    void excessAndShortfallBalance() { // E[(X-s)+] - E[(s-X)+] = m - s, for every law and s
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            double m = 30 * random.nextDouble();
            var law = new NegativeBinomial(m, m * (1 + 4 * random.nextDouble())).law();
            int s = random.nextInt(60);
            assertThat(law.expectedExcess(s) - law.expectedShortfall(s))
                    .as("seed %d", seed)
                    .isCloseTo(m - s, within(1e-11));
            assertThat(law.expectedExcess(s) - law.expectedExcess(s + 1))
                    .as("seed %d", seed)
                    .isCloseTo(law.survival(s), within(1e-13));
            assertThat(law.expectedExcess(s)).isGreaterThanOrEqualTo(0);
            assertThat(law.cdf(s) + law.survival(s)).isCloseTo(1, within(1e-13));
        }
    }

    @Test
    void excessVarianceMatchesTheSecondOrderLoss() { // E[Y²] = 2 L2 + E[Y], Y = (X-s)+
        var law = new Poisson(4.7).law();
        for (int s = 0; s < 12; s++) {
            double ebo = law.expectedExcess(s);
            assertThat(law.excessVariance(s))
                    .isCloseTo(2 * law.secondOrderLoss(s) + ebo - ebo * ebo, within(1e-13));
        }
    }

    @Test
    void deepTailsAreNeverNegative() {
        var law = new Poisson(2).law();
        for (int s = 0; s < 200; s++) {
            assertThat(law.expectedExcess(s)).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void quantileIsTheLeastLevelReached() {
        var law = new Poisson(20).law();
        int n = law.quantile(0.95);
        assertThat(law.cdf(n)).isGreaterThanOrEqualTo(0.95);
        assertThat(law.cdf(n - 1)).isLessThan(0.95);
        assertThat(law.quantile(0)).isZero();
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> DiscreteLaw.of(0.5, 0.4)).hasMessageContaining("(0.9)");
        assertThatThrownBy(() -> DiscreteLaw.of(1.5, -0.5)).hasMessageContaining("(1.5)");
        assertThatThrownBy(() -> new Poisson(Double.NaN)).hasMessageContaining("(NaN)");
        assertThatThrownBy(() -> new Poisson(1e12).law()).hasMessageContaining("more than");
        assertThatThrownBy(() -> new Binomial(3, 1.2)).hasMessageContaining("(1.2)");
    }
}
