package parapet.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import parapet.view.figure.Fieller;

class FiellerTest {
    /// With a known denominator the interval is that of the mean of y, divided: 20 ± 2.093 · 4 /
    /// √20 over 10 (t of 19 degrees of freedom from any table).
    @Test
    void knownDenominatorGivesTheIntervalOfTheMean() {
        Fieller.Ratio ratio = Fieller.of(20, 10, 20, 0, 16, 0).orElseThrow();
        assertThat(ratio.value()).isEqualTo(2);
        assertThat(ratio.low()).isCloseTo(2 - 0.2093 * 4 / Math.sqrt(20), within(1e-4));
        assertThat(ratio.high()).isCloseTo(2 + 0.2093 * 4 / Math.sqrt(20), within(1e-4));
    }

    @Test
    void noIntervalWhenTheDenominatorMayBeZero() {
        assertThat(Fieller.of(20, 0.1, 20, 16, 16, 0)).isEmpty();
        assertThat(Fieller.of(2, 10, 20, 1, 1, 0)).isEmpty();
    }
}
