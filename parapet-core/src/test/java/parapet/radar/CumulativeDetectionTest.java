package parapet.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CumulativeDetectionTest {
    @Test
    void closedForms() {
        assertThat(CumulativeDetection.atLeastOne()).isZero();
        assertThat(CumulativeDetection.atLeastOne(0.5, 1)).isEqualTo(1);
        // 2 of 3: 3 p² - 2 p³
        assertThat(CumulativeDetection.atLeast(2, 3, 0.4))
                .isCloseTo(3 * 0.16 - 2 * 0.064, within(1e-15));
        assertThat(CumulativeDetection.atLeast(0, 3, 0.4)).isCloseTo(1, within(1e-15));
        // as many looks as the window holds: the binomial tail
        assertThat(CumulativeDetection.confirmed(3, 5, 0.3, 0.3, 0.3, 0.3, 0.3))
                .isCloseTo(CumulativeDetection.atLeast(3, 5, 0.3), within(1e-15));
        assertThat(CumulativeDetection.confirmed(1, 1, 0.1, 0.2))
                .isCloseTo(CumulativeDetection.atLeastOne(0.1, 0.2), within(1e-15));
    }

    /// Against all 2^9 outcomes of nine looks.
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "2, 2", "2, 3", "3, 5", "5, 5", "4, 8"})
    void slidingWindowAgreesWithEnumeration(int hits, int looks) {
        double[] p = {0.05, 0.12, 0.3, 0.55, 0.8, 0.2, 0, 0.9, 0.4};
        double expected = 0;
        for (int outcome = 0; outcome < 1 << p.length; outcome++) {
            double chance = 1;
            boolean confirmed = false;
            for (int i = 0; i < p.length; i++) {
                chance *= (outcome >> i & 1) == 1 ? p[i] : 1 - p[i];
                int window = 0;
                for (int j = Math.max(0, i - looks + 1); j <= i; j++) {
                    window += outcome >> j & 1;
                }
                confirmed |= window >= hits;
            }
            expected += confirmed ? chance : 0;
        }
        assertThat(CumulativeDetection.confirmed(hits, looks, p))
                .isCloseTo(expected, within(1e-14));
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> CumulativeDetection.atLeastOne(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> CumulativeDetection.atLeast(4, 3, 0.5))
                .hasMessageContaining("hits (4)");
        assertThatThrownBy(() -> CumulativeDetection.confirmed(1, 17, 0.5))
                .hasMessageContaining("looks (17)");
    }
}
