package parapet.sustain.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SingleSiteTest {
    @Test
    void poissonPipelineOfTwoWithThreeSpares() { // Palm 1938: from e^-2 (1, 2, 2, 4/3) by hand
        double e = StrictMath.exp(-2);
        var r = SingleSite.measure(SingleSite.pipeline(0.1, 20), 3);
        assertThat(r.pipelineMean()).isCloseTo(2, within(1e-14));
        assertThat(r.fillRate()).isCloseTo(5 * e, within(1e-14));
        assertThat(r.readyRate()).isCloseTo(19 * e / 3, within(1e-14));
        assertThat(r.expectedOnHand()).isCloseTo(9 * e, within(1e-14)); // 3 + 2·2 + 1·2
        assertThat(r.expectedBackorders()).isCloseTo(9 * e - 1, within(1e-14));
    }

    @Test
    void fillRateIsNotTheReadyRate() { // P(X < s) against P(X <= s): they differ by P(X = s)
        var law = SingleSite.pipeline(1, 2.5);
        for (int s = 0; s < 12; s++) {
            var r = SingleSite.measure(law, s);
            assertThat(r.readyRate() - r.fillRate()).isCloseTo(law.probability(s), within(1e-14));
        }
    }

    @Test
    void condemnedUnitsWaitForProcurement() { // 0.05 (0.95·60 + 0.05·540) = 4.2
        assertThat(SingleSite.pipelineWithCondemnation(0.05, 60, 0.05, 540).mean())
                .isCloseTo(4.2, within(1e-13));
    }

    @Test
    void noDemandLeavesEverythingOnTheShelf() {
        var r = SingleSite.measure(SingleSite.pipeline(0, 60), 2);
        assertThat(r.expectedOnHand()).isEqualTo(2);
        assertThat(r.expectedBackorders()).isZero();
        assertThat(r.fillRate()).isEqualTo(1);
        assertThat(SingleSite.measure(SingleSite.pipeline(0, 60), 0).fillRate()).isZero();
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> SingleSite.pipeline(-1, 2)).hasMessageContaining("demandRate (-1");
        assertThatThrownBy(() -> SingleSite.measure(SingleSite.pipeline(1, 1), -1))
                .hasMessageContaining("stock (-1)");
        assertThatThrownBy(() -> SingleSite.pipelineWithCondemnation(1, 1, 1.5, 1))
                .hasMessageContaining("condemnedShare (1.5)");
    }
}
