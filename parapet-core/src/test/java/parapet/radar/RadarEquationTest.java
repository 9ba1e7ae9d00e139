package parapet.radar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RadarEquationTest {
    private static final RadarEquation RADAR =
            new RadarEquation(299_792_458 / 0.1, 1e-6, 1e4, 1e3, 290, Math.pow(10, 0.5));

    @Test
    void agreesWithTheDecibelSum() { // 60 - 60 + 40 + 30 - 20 - 33.0 + 204.0 - 5 - 200 = 16.0 dB
        double snr = RADAR.snr(1e6, 1, 100e3, 100e3);
        assertThat(10 * Math.log10(snr)).isCloseTo(16.0, within(0.05));
    }

    @Test
    void transmitterAndReceiverMayChangePlaces() {
        double there = RADAR.snr(1e6, 1, 50e3, 80e3);
        var turned = new RadarEquation(299_792_458 / 0.1, 1e-6, 1e3, 1e4, 290, Math.pow(10, 0.5));
        assertThat(turned.snr(1e6, 1, 80e3, 50e3)).isCloseTo(there, within(1e-12 * there));
        double middle = Math.sqrt(50e3 * 80e3); // on one oval of Cassini the SNR is the same
        assertThat(RADAR.snr(1e6, 1, middle, middle)).isCloseTo(there, within(1e-12 * there));
    }

    @Test
    void powerAndRangeAreInverse() {
        double snr = RADAR.snr(2e5, 3, 70e3, 70e3);
        assertThat(RADAR.rangeM(snr, 2e5, 3)).isCloseTo(70e3, within(1e-6));
        assertThat(RADAR.peakPowerW(snr, 3, 70e3, 70e3)).isCloseTo(2e5, within(1e-6));
        assertThat(RADAR.rangeM(snr, 2e5, 3.0 / 16)).isCloseTo(35e3, within(1e-6));
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> new RadarEquation(0, 1, 1, 1, 1, 1))
                .hasMessageContaining("frequencyHz (0.0)");
        assertThatThrownBy(() -> RADAR.snr(1, 1, 0, 1)).hasMessageContaining("range product (0.0)");
        assertThatThrownBy(() -> RADAR.rangeM(0, 1, 1)).hasMessageContaining("snr (0.0)");
    }
}
