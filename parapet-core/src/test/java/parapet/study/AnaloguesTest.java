package parapet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parapet.stats.Binomial;

class AnaloguesTest {
    /// A thousand draws of 20 targets, as binomial with 0.8 as whole draws can be.
    private static List<Analogues.Share> draws() {
        double[] law = new Binomial(20, 0.8).law().toArray(21);
        double sum = 0;
        var cumulative = new double[21];
        for (int k = 0; k <= 20; k++) {
            sum += law[k];
            cumulative[k] = sum;
        }
        return IntStream.range(0, 1000)
                .mapToObj(i -> {
                    int k = 0;
                    while (k < 20 && cumulative[k] < (i + 0.5) / 1000) {
                        k++;
                    }
                    return new Analogues.Share(100.0 * k / 20, 20);
                })
                .toList();
    }

    /// Twice the tail, that of the count itself half: from the binomial law.
    @Test
    void aReportIsJudgedByItsTail() {
        double[] law = new Binomial(20, 0.8).law().toArray(21);
        double below12 = IntStream.range(0, 12).mapToDouble(k -> law[k]).sum();
        assertThat(Analogues.probability(draws(), 60, 60))
                .isCloseTo(2 * (below12 + law[12] / 2), within(0.004));
        double above19 = law[20];
        assertThat(Analogues.probability(draws(), 95, 95))
                .isCloseTo(2 * (above19 + law[19] / 2), within(0.004));
        // 61 % of 20 is a rounded 12.
        assertThat(Analogues.probability(draws(), 61, 61))
                .isEqualTo(Analogues.probability(draws(), 60, 60));
        assertThat(Analogues.probability(draws(), 99.4, 100))
                .as("75 % beside 99.4 % is outside")
                .isLessThan(0.1);
    }

    /// Reports that differ are judged by the one that the model finds likeliest.
    @Test
    void aRangeIsJudgedByItsLikeliestValue() {
        assertThat(Analogues.probability(draws(), 30, 60))
                .isEqualTo(Analogues.probability(draws(), 60, 60));
        assertThat(Analogues.probability(draws(), 60, 95)).isEqualTo(1);
        assertThat(Analogues.probability(draws(), 30, 40)).isLessThan(0.001);
    }
}
