package parapet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final double[] LEVELS = {0, 0.05, 0.25, 0.5, 0.9, 0.95, 1};

    /// The conjugate normal law (Gelman and others, Bayesian Data Analysis, 3rd ed., 2.5): prior
    /// N(0.50, 0.10²), one figure 0.60 with standard deviation 0.05: posterior N(0.58, 1/500).
    @Test
    void statisticsAreThoseOfTheConjugateNormalLaw() {
        int n = 20_001;
        var prior = NormalDistribution.of(0.5, 0.1);
        var posterior = NormalDistribution.of(0.58, Math.sqrt(1 / 500.0));
        var x = new double[n];
        var w = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = prior.inverseCumulativeProbability((i + 0.5) / n);
            double z = (0.6 - x[i]) / 0.05;
            w[i] = Math.exp(-z * z / 2);
        }
        Weights weights = Weights.of(w);
        assertThat(weights.mean(x)).isCloseTo(0.58, within(1e-5));
        assertThat(weights.variance(x)).isCloseTo(1 / 500.0, within(2e-6));
        double[] levels = {0.05, 0.25, 0.5, 0.75, 0.95};
        double[] q = weights.quantiles(x, levels);
        for (int k = 0; k < levels.length; k++) {
            assertThat(q[k])
                    .as("quantile %s", levels[k])
                    .isCloseTo(posterior.inverseCumulativeProbability(levels[k]), within(1e-4));
        }
        assertThat(weights.share(i -> x[i] > 0.6))
                .isCloseTo(1 - posterior.cumulativeProbability(0.6), within(1e-4));
        // E(w)² / E(w²), w = exp(-(x-0.6)²/2·0.05²)
        double first = 0.05 / Math.sqrt(0.0125) * Math.exp(-0.01 / 0.025);
        double second = Math.sqrt(0.00125 / 0.01125) * Math.exp(-0.01 / 0.0225);
        assertThat(weights.effective() / n).isCloseTo(first * first / second, within(1e-4));
    }

    /// The interval of 95 % holds the posterior mean 0.58 in 95 of 100 samples: of 4,000 samples of
    /// 400 draws with about 245 effective 3,800, standard deviation 13.8; a right interval fails
    /// the bounds of 4.4 of them for 1 seed in 100,000.
    @Test
    void theIntervalHoldsTheMeanAsOftenAsItSays() {
        var random = new Random(11);
        int inside = 0;
        int samples = 4000;
        for (int s = 0; s < samples; s++) {
            var x = new double[400];
            var w = new double[400];
            for (int i = 0; i < x.length; i++) {
                x[i] = 0.5 + 0.1 * random.nextGaussian();
                double z = (0.6 - x[i]) / 0.05;
                w[i] = Math.exp(-z * z / 2);
            }
            Estimate e = Weights.of(w).estimate(x);
            inside += e.low(0.95) <= 0.58 && 0.58 <= e.high(0.95) ? 1 : 0;
        }
        assertThat(inside).isBetween(3739, 3861);
    }

    @Test
    void equalWeightsAreThePlainStatisticsToTheLastBit() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            double[] x = random.doubles(2 + random.nextInt(60), -5, 5).toArray();
            Weights weights = Weights.equal(x.length);
            assertThat(weights.estimate(x)).as("seed %d", seed).isEqualTo(Estimate.of(x));
            assertThat(weights.quantiles(x, LEVELS)).isEqualTo(Quantiles.type7(x, LEVELS));
            long positive = IntStream.range(0, x.length).filter(i -> x[i] > 0).count();
            assertThat(weights.share(i -> x[i] > 0)).isEqualTo(positive / (double) x.length);
            // And numbers that happen to be equal give the same but for rounding.
            Weights same = Weights.of(IntStream.range(0, x.length).mapToDouble(i -> 3).toArray());
            assertThat(same.quantiles(x, LEVELS))
                    .usingComparatorWithPrecision(1e-9)
                    .containsExactly(Quantiles.type7(x, LEVELS));
            assertThat(same.estimate(x).standardError())
                    .isCloseTo(Estimate.of(x).standardError(), within(1e-12));
            assertThat(same.estimate(x).halfWidth(0.95))
                    .isCloseTo(Estimate.of(x).halfWidth(0.95), within(1e-9));
        }
    }

    @Test
    void aValueOfWeightZeroChangesNothing() {
        double[] x = {3, 1, 2, 5};
        Weights weights = Weights.of(1, 2, 3, 1);
        Weights more = Weights.of(1, 2, 0, 3, 1, 0);
        double[] y = {3, 1, 99, 2, 5, 1.999};
        assertThat(more.quantiles(y, LEVELS)).containsExactly(weights.quantiles(x, LEVELS));
        assertThat(more.mean(y)).isEqualTo(weights.mean(x));
        assertThat(more.effective()).isCloseTo(49 / 15.0, within(1e-12));
    }

    @Test
    void theDifferenceUnderOneSetOfWeightsIsThatOfThePairs() {
        double[] a = {3, 1, 2, 5};
        double[] b = {1, 1, 4, 2};
        Weights weights = Weights.of(1, 2, 3, 1);
        Estimate e = weights.difference(a, weights, b);
        Estimate pairs = weights.estimate(new double[] {2, 0, -2, 3});
        assertThat(e.mean()).isCloseTo(pairs.mean(), within(1e-12));
        assertThat(e.standardError()).isCloseTo(pairs.standardError(), within(1e-12));
        assertThat(Weights.equal(4).difference(a, Weights.equal(4), b))
                .isEqualTo(Estimate.ofPairedDifference(a, b));
        // Other weights of the same values: (3+2+6+5)/7 against (3+1+2)/3.
        Estimate other = weights.difference(a, Weights.of(1, 1, 1, 0), a);
        assertThat(other.mean()).isCloseTo(16 / 7.0 - 2, within(1e-12));
        assertThat(other.standardError()).isPositive();
    }

    @Test
    void someOfTheWeightsSumToOneAgain() {
        Weights weights = Weights.of(1, 2, 3, 4);
        assertThat(weights.only(1, 2).toArray()).containsExactly(0.4, 0.6);
        assertThat(weights.only(new double[] {1, Double.NaN, 2, 3}, x -> x < 3).toArray())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.25, 0.75);
        assertThat(weights.each(2).toArray())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.05, 0.05, 0.1, 0.1, 0.15, 0.15, 0.2, 0.2);
        assertThat(Weights.equal(4).only(0, 3).areEqual()).isTrue();
        assertThat(Weights.equal(4).quotable()).isTrue();
        assertThat(weights.quotable()).isFalse();
    }

    @Test
    void oneValueWithAllWeightHasNoInterval() {
        Estimate e = Weights.of(0, 1, 0).estimate(new double[] {1, 2, 3});
        assertThat(e.mean()).isEqualTo(2);
        assertThat(e.halfWidth(0.95)).isInfinite();
    }

    @Test
    void whatIsNoWeightIsRefused() {
        assertThatThrownBy(() -> Weights.of(1, -1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> Weights.of(0, 0)).hasMessageContaining("positive");
        assertThatThrownBy(() -> Weights.of(1, 2).mean(new double[3])).hasMessageContaining("(3)");
    }
}
