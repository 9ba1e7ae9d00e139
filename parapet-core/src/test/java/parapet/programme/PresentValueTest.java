package parapet.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PresentValueTest {
    @Test
    void yearEndStreamIsTheAnnuityFactor() { // (1 - 1.08^-30)/0.08 = 11.2578, any table
        double pv = PresentValue.ofStream(100, 30, 0.08, 0, PresentValue.Timing.END);
        assertThat(pv).isCloseTo(1125.7783343127, within(1e-9));
        assertThat(PresentValue.ofStream(100, 30, 0.08, 0, PresentValue.Timing.BEGIN))
                .isCloseTo(pv * 1.08, within(1e-9));
        assertThat(PresentValue.ofStream(100, 30, 0.08, 0, PresentValue.Timing.MID))
                .isCloseTo(pv * StrictMath.sqrt(1.08), within(1e-9));
        assertThat(PresentValue.ofStream(100, 30, 0.08, 0, PresentValue.Timing.CONTINUOUS))
                .isCloseTo(pv * 0.08 / StrictMath.log(1.08), within(1e-9));
    }

    @Test
    void escalationAtTheDiscountRateCancels() {
        for (PresentValue.Timing timing : PresentValue.Timing.values()) {
            assertThat(PresentValue.ofStream(7, 10, 0.06, 0.06, timing))
                    .as("%s", timing)
                    .isCloseTo(70, within(1e-12));
        }
        assertThat(PresentValue.ofStream(7, 0, 0.06, 0.02, PresentValue.Timing.CONTINUOUS))
                .isZero();
    }

    @Test
    void halfAYearIsContinuousOnly() { // ∫_0^0.5 1.21^-t dt = (1 - 1/1.1)/ln 1.21
        assertThat(PresentValue.ofStream(1, 0.5, 0.21, 0, PresentValue.Timing.CONTINUOUS))
                .isCloseTo((1 - 1 / 1.1) / StrictMath.log(1.21), within(1e-14));
        assertThatThrownBy(() -> PresentValue.ofStream(1, 0.5, 0.21, 0, PresentValue.Timing.END))
                .hasMessageContaining("(0.5) must be whole");
    }

    @Test
    void foreignPaymentsAreDiscountedAtHome() { // 10 x 72 x 1.03² / 1.08²
        var payments = List.of(new PresentValue.Payment(2, 10));
        assertThat(PresentValue.ofForeignPayments(payments, 72, 0.03, 0.08))
                .isCloseTo(720 * 1.0609 / 1.1664, within(1e-10));
        assertThat(PresentValue.ofPayments(payments, 0.08)).isCloseTo(10 / 1.1664, within(1e-13));
    }

    @Test
    void annualEquivalentUndoesTheAnnuity() {
        double a = PresentValue.annualEquivalent(1000, 20, 0.08);
        assertThat(PresentValue.ofStream(a, 20, 0.08, 0, PresentValue.Timing.END))
                .isCloseTo(1000, within(1e-10));
        assertThat(PresentValue.annualEquivalent(1000, 20, 0)).isEqualTo(50);
    }

    @Test
    void internalRateOfOneYear() { // -100, 110: ten per cent
        assertThat(PresentValue.internalRateOfReturn(-100, 110)).isCloseTo(0.1, within(1e-14));
        assertThat(PresentValue.internalRateOfReturn(100, -110)).isCloseTo(0.1, within(1e-14));
    }

    @Test
    void doubtfulQuestionsAreRefused() {
        assertThatThrownBy(() -> PresentValue.internalRateOfReturn(-1, 3, -2))
                .hasMessageContaining("(2) times");
        assertThatThrownBy(() -> PresentValue.internalRateOfReturn(1, 1))
                .hasMessageContaining("(0) times");
        assertThatThrownBy(() -> PresentValue.ofStream(1, 1, -1, 0, PresentValue.Timing.END))
                .hasMessageContaining("discountRate (-1.0)");
    }
}
