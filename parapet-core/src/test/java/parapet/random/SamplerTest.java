package parapet.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplerTest {
    /// Kolmogorov's distance over 20 000 draws, each from a key of its own, so that the keying is
    /// tested with the sampler. Limit 2.47/sqrt(n): false alarm 1 in 100 000; a scatter 10 % off
    /// moves the distance to 0.03, twice the limit of 0.0175.
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.99, 1, 1.6})
    void followsTheGammaLaw(double scatter) {
        int n = 20_000;
        var keys = new Streams(7, -1, -1).at("test.gamma", 0);
        var random = new KeyedRandom();
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Sampler.gamma(random.at(keys.nextLong(), 5), 3, scatter);
        }
        Arrays.sort(x);
        double shape = 1 / (scatter * scatter);
        var law = GammaDistribution.of(shape, 3 / shape);
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double p = law.cumulativeProbability(x[i]);
            distance = Math.max(distance, Math.max(p - (double) i / n, (i + 1.0) / n - p));
        }
        assertThat(distance * Math.sqrt(n)).as("distance times sqrt(n)").isLessThan(2.47);
    }

    @Test
    void isFixedWithoutScatterAndTakesNothing() {
        var random = new Streams(7, 0, 0).at("test", 1);
        long before = new Streams(7, 0, 0).at("test", 1).nextLong();
        assertThat(Sampler.gamma(random, 4, 0)).isEqualTo(4);
        assertThat(Sampler.exponential(random, 0)).isZero();
        assertThat(random.nextLong()).isEqualTo(before);
    }

    @Test
    void aKeyTellsAllItsNumbers() {
        var random = new KeyedRandom();
        double first = Sampler.gamma(random.at(3, 9), 1, 0.3);
        random.at(4, 9).nextLong();
        assertThat(Sampler.gamma(random.at(3, 9), 1, 0.3)).isEqualTo(first);
        assertThat(Sampler.gamma(random.at(3, 8), 1, 0.3)).isNotCloseTo(first, within(1e-9));
    }
}
