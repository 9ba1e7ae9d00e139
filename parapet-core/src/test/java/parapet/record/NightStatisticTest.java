package parapet.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightStatisticTest {
    private static final YearMonth SPRING = YearMonth.of(2024, 1);
    private static final YearMonth AUTUMN = YearMonth.of(2024, 7);

    private static NightGroup group(
            YearMonth from, int nights, int launched, int stopped, double spread) {
        return new NightGroup("a", from, nights, launched, stopped, spread);
    }

    /// Logits that lie on a line of slope 0.5 a doubling, at another level in each half-year.
    @Test
    void aSlopeIsFoundWithinHalfYears() {
        var groups = new ArrayList<NightGroup>();
        for (YearMonth half : List.of(SPRING, AUTUMN)) {
            for (int size : new int[] {2, 8, 64}) {
                double level = half.equals(SPRING) ? -2 : 0.5;
                double logit = level + 0.5 * Math.log(size) / Math.log(2);
                int launched = size * 100_000;
                groups.add(
                        group(
                                half,
                                100_000,
                                launched,
                                (int) Math.round(launched / (1 + Math.exp(-logit))),
                                Double.NaN));
            }
        }
        assertThat(NightStatistic.SLOPE.of(groups)).isCloseTo(0.5, within(1e-4));
        assertThat(NightStatistic.SLOPE.of(groups.subList(0, 1))).isNaN();
    }

    /// Nights that scatter as a binomial give 1, twice as much gives 2; too few nights tell
    /// nothing.
    @Test
    void aSpreadIsBesideThatOfChance() {
        double chance = Math.sqrt(0.25 / 10);
        assertThat(NightStatistic.SPREAD.of(List.of(group(SPRING, 40, 400, 200, chance))))
                .isCloseTo(1, within(1e-9));
        assertThat(NightStatistic.SPREAD.of(List.of(group(SPRING, 40, 400, 200, 2 * chance))))
                .isCloseTo(2, within(1e-9));
        assertThat(NightStatistic.SPREAD.of(List.of(group(SPRING, 2, 20, 10, chance)))).isNaN();
    }

    /// Nights of 1 and of 19 targets, half of each: chance alone scatters them by more than nights
    /// of 10 each, and is still 1.
    @Test
    void chanceIsThatOfTheSizesOfNights() {
        double inverse = (1 + 1.0 / 19) / 2;
        double chance = Math.sqrt(0.25 * inverse);
        var uneven = new NightGroup("a", SPRING, 40, 400, 200, chance, inverse);
        assertThat(NightStatistic.SPREAD.of(List.of(uneven))).isCloseTo(1, within(1e-9));
        assertThat(NightStatistic.SPREAD.of(List.of(group(SPRING, 40, 400, 200, chance))))
                .as("taken as equal, they would seem to scatter more")
                .isCloseTo(2.294, within(0.001));
    }

    /// Nights are as equal as whole numbers can be.
    @Test
    void nightsShareWhatIsLaunched() {
        NightGroup group = group(SPRING, 3, 11, 5, Double.NaN);
        assertThat(List.of(group.size(0), group.size(1), group.size(2))).containsExactly(4, 4, 3);
    }
}
