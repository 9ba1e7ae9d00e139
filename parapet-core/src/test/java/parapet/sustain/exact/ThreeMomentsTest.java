package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import parapet.stats.Binomial;
import parapet.stats.DiscreteLaw;
import parapet.stats.NegativeBinomial;
import parapet.stats.Poisson;

/// A law moved by δ = n + g, n whole and g in 0..1, is that of X + n with probability 1-g and of X
/// + n + 1 with probability g, since its measures are straight between whole numbers.
class ThreeMomentsTest {
    private static final double CLOSE = 1e-13;

    @Test
    void aNegativeBinomialLawIsFoundByItsMoments() {
        for (double[] m : new double[][] {{2, 5}, {0.3, 0.4}, {7.5, 30}, {40, 41}}) {
            var law = new NegativeBinomial(m[0], m[1]).law();
            var found = new ThreeMoments(m[0], m[1], third(law));
            for (int k = 0; k < 60; k++) {
                assertThat(found.cdf(k))
                        .as("%d of %s", k, law)
                        .isCloseTo(law.cdf(k), within(1e-11));
                assertThat(found.expectedExcess(k))
                        .as("%d of %s", k, law)
                        .isCloseTo(law.expectedExcess(k), within(1e-10));
            }
        }
    }

    @Test
    void aPoissonLawIsFoundByItsMean() { // all three moments are the mean
        double e = StrictMath.exp(-2);
        var found = new ThreeMoments(2, 2, 2);
        assertThat(found.cdf(-1)).isZero();
        assertThat(found.cdf(0)).isCloseTo(e, within(CLOSE));
        assertThat(found.cdf(1)).isCloseTo(3 * e, within(CLOSE));
        assertThat(found.cdf(2)).isCloseTo(5 * e, within(CLOSE));
        assertThat(found.cdf(3)).isCloseTo(19 * e / 3, within(CLOSE));
        assertThat(found.expectedExcess(-3)).isCloseTo(5, within(CLOSE));
        assertThat(found.expectedExcess(0)).isCloseTo(2, within(CLOSE));
        assertThat(found.expectedExcess(3)).isCloseTo(9 * e - 1, within(CLOSE));
    }

    @Test
    void aLawMovedByWholeUnitsIsFound() { // the geometric law P(X = k) = 2^-(k+1): 1, 2, 6
        var found = new ThreeMoments(1 + 3, 2, 6);
        for (int k = 0; k < 30; k++) {
            double more = StrictMath.scalb(1.0, -k - 1); // P(X > k); E[(X-k)+] = 2 P(X > k)
            assertThat(found.cdf(k + 3)).as("%d", k).isCloseTo(1 - more, within(CLOSE));
            assertThat(found.expectedExcess(k + 3)).as("%d", k).isCloseTo(2 * more, within(CLOSE));
        }
        assertThat(found.cdf(2)).as("never fewer than three").isZero();
        assertThat(found.cdf(0)).isZero();
        assertThat(found.expectedExcess(0)).isCloseTo(4, within(CLOSE));
        assertThat(found.expectedExcess(2)).isCloseTo(2, within(CLOSE));
    }

    @Test
    void aLawMovedByPartOfAUnitIsAMixtureOfNeighbours() { // geometric again, δ = 2.25
        var found = new ThreeMoments(1 + 2.25, 2, 6);
        for (int k = 3; k < 30; k++) {
            double near = StrictMath.scalb(1.0, -(k - 2) - 1); // P(X > k-2)
            double far = StrictMath.scalb(1.0, -(k - 3) - 1); // P(X > k-3)
            double more = 0.75 * near + 0.25 * far;
            assertThat(found.cdf(k)).as("%d", k).isCloseTo(1 - more, within(CLOSE));
        }
        assertThat(found.cdf(1)).isZero();
        assertThat(found.cdf(2)).isCloseTo(0.75 * 0.5, within(CLOSE));
        assertThat(found.cdf(3)).isCloseTo(0.75 * 0.75 + 0.25 * 0.5, within(CLOSE));
        assertThat(found.expectedExcess(1)).isCloseTo(2.25, within(CLOSE));
        assertThat(found.expectedExcess(2)).isCloseTo(0.75 * 1 + 0.25 * 2, within(CLOSE));
        assertThat(found.expectedExcess(3)).isCloseTo(0.75 * 0.5 + 0.25 * 1, within(CLOSE));
    }

    @Test
    void aLawMayBeMovedBelowNothing() { // Poisson law of mean 2, δ = -1.5
        double e = StrictMath.exp(-2);
        var found = new ThreeMoments(0.5, 2, 2);
        assertThat(found.cdf(-3)).isZero();
        assertThat(found.cdf(-2)).isCloseTo(0.5 * e, within(CLOSE));
        assertThat(found.cdf(-1)).isCloseTo(0.5 * e + 0.5 * 3 * e, within(CLOSE));
        assertThat(found.cdf(0)).isCloseTo(0.5 * 3 * e + 0.5 * 5 * e, within(CLOSE));
        assertThat(found.expectedExcess(-4)).isCloseTo(4.5, within(CLOSE));
        // half of E[X] = 2 and half of E[(X-1)+] = 2 - (1 - e^-2)
        assertThat(found.expectedExcess(-1)).isCloseTo(0.5 * 2 + 0.5 * (1 + e), within(CLOSE));
    }

    @Test
    void lessSkewThanAPoissonLawIsTakenAsItsSkew() {
        // the binomial law of 4 halves: 2, 1, 0; hence 1 + a Poisson number of mean 1
        var law = new Binomial(4, 0.5).law();
        assertThat(third(law)).isCloseTo(0, within(1e-14));
        var found = new ThreeMoments(law.mean(), law.variance(), third(law));
        var poisson = new Poisson(1).law();
        for (double lessSkew : new double[] {1, 0.5, 0, -0.5, -1, -20}) {
            var same = new ThreeMoments(2, 1, lessSkew);
            for (int k = -1; k < 20; k++) {
                assertThat(same.cdf(k)).as("%d", k).isCloseTo(poisson.cdf(k - 1), within(CLOSE));
                assertThat(same.expectedExcess(k))
                        .as("%d", k)
                        .isCloseTo(poisson.expectedExcess(k - 1), within(CLOSE));
                assertThat(found.cdf(k)).isCloseTo(same.cdf(k), within(CLOSE));
            }
        }
    }

    @Test
    void aNumberWithoutSpreadIsCertain() {
        var two = new ThreeMoments(2, 0, 0);
        assertThat(two.cdf(1)).isZero();
        assertThat(two.cdf(2)).isEqualTo(1);
        assertThat(two.expectedExcess(0)).isEqualTo(2);
        assertThat(two.expectedExcess(1)).isEqualTo(1);
        assertThat(two.expectedExcess(2)).isZero();
        var none = new ThreeMoments(0, 0, 0);
        assertThat(none.cdf(0)).isEqualTo(1);
        assertThat(none.expectedExcess(0)).isZero();
    }

    @Test
    void momentsThatAreNotNumbersAreRefused() {
        assertThatThrownBy(() -> new ThreeMoments(2, 3, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Moments are summed from `cdf`: the mean is met exactly, variance and third moment up to
    /// those of g, which is drawn once for the whole law: g (1-g) and g (1-g) (1-2g).
    @Test
    void theMomentsAskedForAreMet() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new SplittableRandom(seed);
            double mean = 12 * random.nextDouble();
            double variance = 0.2 + 9 * random.nextDouble();
            double third = variance * (1 + 4 * random.nextDouble());
            var found = new ThreeMoments(mean, variance, third);
            double[] moments = new double[3];
            double fitted = 2 * variance * variance / (third + variance);
            double g = mean - fitted - StrictMath.floor(mean - fitted);
            for (int k = -30; k < 700; k++) {
                double p = found.cdf(k) - found.cdf(k - 1);
                assertThat(p).as("seed %d, P(X = %d)", seed, k).isGreaterThan(-1e-12);
                assertThat(found.expectedExcess(k - 1) - found.expectedExcess(k))
                        .as("seed %d: what one more unit saves is P(X > %d)", seed, k - 1)
                        .isCloseTo(1 - found.cdf(k - 1), within(1e-11));
                moments[0] += k * p;
                moments[1] += (k - mean) * (k - mean) * p;
                moments[2] += (k - mean) * (k - mean) * (k - mean) * p;
            }
            assertThat(found.cdf(699)).as("seed %d", seed).isCloseTo(1, within(1e-12));
            assertThat(moments[0]).as("seed %d, mean", seed).isCloseTo(mean, within(1e-7));
            assertThat(moments[1])
                    .as("seed %d, variance", seed)
                    .isCloseTo(variance + g * (1 - g), within(1e-6));
            assertThat(moments[2])
                    .as("seed %d, third moment", seed)
                    .isCloseTo(third + g * (1 - g) * (1 - 2 * g), within(1e-3));
        }
    }

    private static double third(DiscreteLaw law) {
        double mean = law.mean();
        double sum = 0;
        for (int k = law.largest(); k >= 0; k--) {
            sum += (k - mean) * (k - mean) * (k - mean) * law.probability(k);
        }
        return sum;
    }
}
