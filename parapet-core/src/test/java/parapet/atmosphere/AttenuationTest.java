package parapet.atmosphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.atmosphere.GasAttenuation.MoistAir;

final class AttenuationTest {
    /// ITU-R P.838-3, table 5, printed to four digits.
    @ParameterizedTest
    @CsvSource({
        "1, 0.0000259, 0.9691, 0.0000308, 0.8592",
        "10, 0.01217, 1.2571, 0.01129, 1.2156",
        "100, 1.3671, 0.6815, 1.3680, 0.6765"
    })
    void rainAsPrinted(double ghz, double kH, double alphaH, double kV, double alphaV) {
        var horizontal = RainAttenuation.of(ghz * 1e9, 0, 0);
        var vertical = RainAttenuation.of(ghz * 1e9, 0, Math.PI / 2);
        assertThat(horizontal.k()).isCloseTo(kH, within(0.005 * kH));
        assertThat(horizontal.alpha()).isCloseTo(alphaH, within(6e-5));
        assertThat(vertical.k()).isCloseTo(kV, within(0.005 * kV));
        assertThat(vertical.alpha()).isCloseTo(alphaV, within(6e-5));
    }

    @Test
    void rainSeenFromBelowKnowsNoPolarisation() {
        var horizontal = RainAttenuation.of(10e9, Math.PI / 2, 0);
        var vertical = RainAttenuation.of(10e9, Math.PI / 2, Math.PI / 2);
        var circular = RainAttenuation.of(10e9, 0.3, Math.PI / 4);
        assertThat(horizontal.k()).isCloseTo(vertical.k(), within(1e-12));
        assertThat(circular.k()).isCloseTo(horizontal.k(), within(1e-12));
        assertThat(horizontal.dbPerKm(0)).isZero();
        assertThatThrownBy(() -> RainAttenuation.of(0.5e9, 0, 0)).hasMessageContaining("5.0E8");
        assertThatThrownBy(() -> horizontal.dbPerKm(-1)).hasMessageContaining("-1.0");
    }

    @Test
    void dryAirHasNoVapourAndEmptySpaceNothing() {
        var dry = new MoistAir(101_325, 288.15, 0);
        assertThat(GasAttenuation.waterVapourDbPerKm(22e9, dry)).isZero();
        assertThat(GasAttenuation.totalDbPerKm(22e9, new MoistAir(0, 288.15, 0))).isZero();
        assertThat(GasAttenuation.oxygenDbPerKm(22e9, dry))
                .isCloseTo(
                        GasAttenuation.oxygenDbPerKm(22e9, MoistAir.SEA_LEVEL),
                        within(0.02 * 0.012)); // widths depend a little on vapour
    }

    @Test
    void theLinesStandWhereTheyShould() { // vapour near 22.235 GHz, oxygen near 60 and at 118.75
        // GHz
        var thin = new MoistAir(5000, 250, 1e-4); // lines of 0.15 GHz
        assertThat(peakGhz(20, 25, thin)).isCloseTo(22.235, within(0.03));
        assertThat(peakGhz(110, 125, thin)).isCloseTo(118.75, within(0.03));
        assertThat(peakGhz(50, 70, MoistAir.SEA_LEVEL)).isCloseTo(60.5, within(1.0));
    }

    private static double peakGhz(double fromGhz, double toGhz, MoistAir air) {
        double best = fromGhz;
        double bestDb = 0;
        for (double f = fromGhz; f <= toGhz; f += 0.01) {
            double db = GasAttenuation.totalDbPerKm(f * 1e9, air);
            if (db > bestDb) {
                best = f;
                bestDb = db;
            }
        }
        return best;
    }

    private static double db(double ghz) {
        return GasAttenuation.totalDbPerKm(ghz * 1e9, MoistAir.SEA_LEVEL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.15, 0.3, 0.6, 1})
    void belowOneGigahertzItFallsSmoothlyToNothing(double ghz) {
        assertThat(db(ghz)).isPositive().isGreaterThan(db(ghz / 2)).isLessThan(0.006);
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> GasAttenuation.totalDbPerKm(0, MoistAir.SEA_LEVEL))
                .hasMessageContaining("frequencyHz (0.0)");
        assertThatThrownBy(() -> new MoistAir(-1, 288, 0))
                .hasMessageContaining("dryPressurePa (-1.0)");
    }
}
