package parapet.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosteriorTest {
    private static final YearMonth START = YearMonth.of(2023, 1);

    /// Halton's sequence of bases 2 and 3: 1/2, 1/4, 3/4, 1/8 and 1/3, 2/3, 1/9, 4/9.
    @Test
    void unknownsFollowHaltonsSequence() {
        var two = new double[4];
        var three = new double[4];
        for (int p = 0; p < 4; p++) {
            two[p] = Unknown.DENSITY.quantile(p);
            three[p] = Unknown.STOCK.quantile(p);
        }
        assertThat(two).containsExactly(0.5, 0.25, 0.75, 0.125);
        assertThat(three)
                .containsExactly(new double[] {1 / 3.0, 2 / 3.0, 1 / 9.0, 4 / 9.0}, within(1e-15));
        assertThat(Unknown.STOCK.value(0.5)).isCloseTo(0.25, within(1e-15));
        assertThat(Unknown.SELECTION.value(0.3)).isEqualTo(0.3);
    }

    /// One target stopped: the weight of a particle is its share; another month kept by one half
    /// takes the root of it.
    @Test
    void monthsWeighByTheirLikelihoodAndFade() {
        var shares = new double[Defence.PARTICLES];
        Arrays.fill(shares, 0.2);
        shares[0] = 0.8;
        var posterior = new Posterior(0.5, 1);
        posterior.learn(new ClassMonth("a", START, 1, 1, 1), shares, List.of(0.1));
        assertThat(posterior.weights(0)[0][0]).isCloseTo(4.0 / (4 + 191), within(1e-12));
        posterior.learn(new ClassMonth("a", START.plusMonths(2), 1, 1, 1), shares, List.of(0.1));
        double twice = StrictMath.pow(4, 1.25);
        assertThat(posterior.weights(0)[0][0]).isCloseTo(twice / (twice + 191), within(1e-12));
        assertThat(posterior.weights(1)[0][0]).isCloseTo(1.0 / 192, within(1e-15));
    }

    /// Two forecasts of one target with even chances: 0, 1, 2 by 1/4, 1/2, 1/4. Two stopped have
    /// half of a chance of 1/4 on their side, twice: the mid-p value. A forecast of another month
    /// is not judged.
    @Test
    void forecastsAddUp() {
        var pooled = new Pooled();
        Forecast even = Forecast.of(new double[] {1, 1});
        for (int m = 0; m < 2; m++) {
            pooled.asked("a", START.plusMonths(m), even);
            pooled.came(new ClassMonth("a", START.plusMonths(m), 1, 1, 1));
        }
        pooled.asked("a", START.plusMonths(2), even);
        pooled.came(new ClassMonth("a", START.plusMonths(3), 1, 1, 1));
        pooled.came(new ClassMonth("b", START, 1, 1, 1));
        assertThat(pooled.wholes())
                .containsExactly(new Pooled.Whole("a", 2, 2, 1, 0, 2, 0.25, false));
        assertThat(pooled.wholes().getFirst().inside()).isTrue();
    }
}
