package parapet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaBinomialTest {
    @Test
    void logGammaIsTheLogarithmOfTheFactorial() {
        var factorial = BigDecimal.ONE;
        for (int n = 1; n <= 60; n++) {
            factorial = factorial.multiply(BigDecimal.valueOf(n));
            double expected = StrictMath.log(factorial.doubleValue());
            assertThat(LogGamma.value(n + 1.0))
                    .as("ln %d!", n)
                    .isCloseTo(expected, within(1e-14 * StrictMath.max(1, expected)));
        }
    }

    @Test
    void logGammaMeetsPublishedValues() {
        // Γ(1/2) = √π; Γ(1/4) = 3.625609908221908 and Γ(1.461632144968362) = 0.8856031944
        // (Abramowitz & Stegun 6.1.10 and 6.4)
        assertThat(LogGamma.value(0.5)).isCloseTo(0.5 * StrictMath.log(Math.PI), within(2e-15));
        assertThat(LogGamma.value(0.25))
                .isCloseTo(StrictMath.log(3.625609908221908), within(4e-15));
        assertThat(LogGamma.value(1.461632144968362))
                .isCloseTo(StrictMath.log(0.8856031944108887), within(4e-15));
        assertThat(LogGamma.value(1e-9)).isCloseTo(-StrictMath.log(1e-9), within(1e-8));
        assertThatThrownBy(() -> LogGamma.value(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /// With a = b = 1 every number from 0 to n is as likely as any other.
    @Test
    void anyShareAlikeGivesAnyNumberAlike() {
        for (double p : new BetaBinomial(37, 1, 1).probabilities()) {
            assertThat(p).isCloseTo(1.0 / 38, within(1e-15));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.3, 0.2",
        "12, 0.9, 0.25",
        "40, 0.004, 0.6",
        "500, 0.5, 0.9",
        "5446, 0.86, 0.0002",
        "3000, 0.9996, 0.02"
    })
    void momentsAndLogarithmsAreThoseOfTheLaw(int n, double p, double rho) {
        BetaBinomial law = BetaBinomial.of(n, p, rho);
        double[] mass = law.probabilities();
        double sum = 0;
        double mean = 0;
        double square = 0;
        for (int k = 0; k <= n; k++) {
            sum += mass[k];
            mean += k * mass[k];
            square += (double) k * k * mass[k];
            if (mass[k] > 1e-250) {
                assertThat(logChoose(n, k) + law.logLikelihood(k))
                        .as("ln P(X = %d)", k)
                        .isCloseTo(StrictMath.log(mass[k]), within(1e-8));
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(n * p, within(1e-9 * n));
        double variance = n * p * (1 - p) * (1 + (n - 1) * rho);
        assertThat(square - mean * mean).isCloseTo(variance, within(1e-9 * n * n));
    }

    @Test
    void withoutCorrelationItIsBinomial() {
        double[] mass = BetaBinomial.of(30, 0.7, 1e-12).probabilities();
        DiscreteLaw binomial = new Binomial(30, 0.7).law();
        for (int k = 0; k <= 30; k++) {
            assertThat(mass[k]).isCloseTo(binomial.probability(k), within(1e-10));
        }
    }

    @Test
    void whatIsNoLawIsRefused() {
        assertThatThrownBy(() -> new BetaBinomial(5, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BetaBinomial(5, 1, 1).logLikelihood(6))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double logChoose(int n, int k) {
        return LogGamma.value(n + 1.0) - LogGamma.value(k + 1.0) - LogGamma.value(n - k + 1.0);
    }
}
