package parapet.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import parapet.stats.BetaBinomial;

class ForecastTest {
    /// n = 2, F = (1/4, 3/4, 1): CRPS(1) = (1/4)² + (3/4-1)² + 0 = 1/8.
    @Test
    void theScoreIsTheSumOfSquares() {
        Forecast half = Forecast.of(new double[] {1, 2, 1});
        assertThat(half.crps(0)).isCloseTo(9.0 / 16 + 1.0 / 16, within(1e-15));
        assertThat(half.crps(1)).isCloseTo(1.0 / 8, within(1e-15));
        assertThat(half.crps(2)).isCloseTo(1.0 / 16 + 9.0 / 16, within(1e-15));
        assertThat(half.mean()).isCloseTo(1, within(1e-15));
    }

    /// A certain forecast scores its distance from what came.
    @Test
    void aCertainForecastScoresItsDistance() {
        Forecast certain = Forecast.of(new double[] {0, 0, 0, 1, 0, 0});
        for (int k = 0; k <= 5; k++) {
            assertThat(certain.crps(k)).isEqualTo(Math.abs(k - 3));
        }
    }

    /// Of all forecasts the true law has the least expected score (CRPS is proper).
    @Test
    void theTrueLawScoresBest() {
        double[] truth = BetaBinomial.of(20, 0.7, 0.1).probabilities();
        Forecast right = Forecast.of(truth);
        for (double[] wrong :
                new double[][] {
                    BetaBinomial.of(20, 0.65, 0.1).probabilities(),
                    BetaBinomial.of(20, 0.7, 0.05).probabilities(),
                    BetaBinomial.of(20, 0.7, 0.2).probabilities()
                }) {
            Forecast other = Forecast.of(wrong);
            double gain = 0;
            for (int k = 0; k <= 20; k++) {
                gain += truth[k] * (other.crps(k) - right.crps(k));
            }
            assertThat(gain).isPositive();
        }
    }

    /// F(0) = 0.2, F(1) = 1: of [0.2, 1] lies 0.75 within [0.05, 0.95]; of [0, 0.2] 0.15.
    @Test
    void coverageTakesThePartThatIsInside() {
        Forecast one = Forecast.of(new double[] {0.2, 0.8});
        assertThat(one.fairCoverage(1)).isCloseTo(0.75 / 0.8, within(1e-15));
        assertThat(one.fairCoverage(0)).isCloseTo(0.15 / 0.2, within(1e-15));
    }

    /// Its expected value under the forecast's own law is 0.9 exactly, however few there are.
    @Test
    void coverageIsFairForCounts() {
        for (int n : new int[] {1, 2, 7, 300}) {
            double[] law = BetaBinomial.of(n, 0.83, 0.04).probabilities();
            Forecast forecast = Forecast.of(law);
            double mean = 0;
            for (int k = 0; k <= n; k++) {
                mean += law[k] * forecast.fairCoverage(k);
            }
            assertThat(mean).as("of %d", n).isCloseTo(0.9, within(1e-12));
        }
    }

    @Test
    void whatWasThoughtImpossibleIsOutside() {
        assertThat(Forecast.of(new double[] {1, 0}).fairCoverage(1)).isZero();
        assertThat(Forecast.of(new double[] {0.5, 0, 0.5}).fairCoverage(1)).isOne();
    }

    @Test
    void whatIsNoForecastIsRefused() {
        assertThatThrownBy(() -> Forecast.of(new double[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Forecast.of(new double[] {1, 1}).crps(2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
