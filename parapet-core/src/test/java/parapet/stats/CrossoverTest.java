package parapet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CrossoverTest {
    @Test
    void itPaysUntilTheCurveFallsBelowZero() {
        double[] x = {2028, 2029, 2031};
        assertThat(Crossover.breakEven(x, new double[] {4, 1, -3})).isEqualTo(2029.5);
        assertThat(Crossover.breakEven(x, new double[] {-1, 1, 1})).isEqualTo(-1.0 / 0);
        assertThat(Crossover.breakEven(x, new double[] {1, 0, 0})).isEqualTo(1.0 / 0);
    }

    @Test
    void latestKeepsTheShare() {
        double[] b = {2030, 2028, 2032, Double.POSITIVE_INFINITY};
        assertThat(Crossover.latest(b, 1)).isEqualTo(2028);
        assertThat(Crossover.latest(b, 0.75)).isEqualTo(2030);
        assertThat(Crossover.latest(b, 0.5)).isEqualTo(2032);
    }

    @Test
    void wilsonsInterval() { // 8 of 10: 0.4902 to 0.9433 (Wilson 1927, formula by hand)
        var s = Crossover.holds(1, 1, 1, 1, 1, 1, 1, 0, -1, -1);
        assertThat(s.value()).isEqualTo(0.8);
        assertThat(s.low()).isCloseTo(0.4902, within(5e-5));
        assertThat(s.high()).isCloseTo(0.9433, within(5e-5));
        assertThat(Crossover.holds(-1).low()).isZero();
    }
}
