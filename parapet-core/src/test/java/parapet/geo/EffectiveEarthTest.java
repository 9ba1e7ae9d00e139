package parapet.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EffectiveEarthTest {
    private static final EffectiveEarth EARTH = EffectiveEarth.STANDARD;

    @Test
    void theRuleOfThumb() { // 4.12 (sqrt(h1) + sqrt(h2)) km, heights in m
        assertThat(EARTH.horizonByParabolaM(25, 100) / 1000)
                .isCloseTo(4.12 * (5 + 10), within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"10, 50", "30, 1000", "0, 10000", "2000, 0"})
    void arcIsShorterThanParabolaIsShorterThanTangent(double antennaHeightM, double targetM) {
        double arc = EARTH.horizonByArcM(antennaHeightM, targetM);
        double parabola = EARTH.horizonByParabolaM(antennaHeightM, targetM);
        double tangent = EARTH.horizonByTangentM(antennaHeightM, targetM);
        assertThat(arc).isLessThan(parabola);
        assertThat(parabola).isLessThan(tangent);
        double largest = Math.max(antennaHeightM, targetM) / EARTH.effectiveRadiusM();
        // tangent/parabola = sqrt(1 + h/(2R)); arc/parabola = 1 - 5h/(12R) + ...
        assertThat(tangent / parabola - 1).isBetween(0.0, largest / 4 * 1.001);
        assertThat(1 - arc / parabola).isBetween(0.0, largest * 5 / 12 * 1.001);
    }

    @Test
    void theTangentGrazesTheGround() { // a ray at the dip angle comes down to height 0 and no lower
        double antennaHeightM = 500;
        double re = EARTH.effectiveRadiusM();
        double dip = -Math.acos(re / (re + antennaHeightM));
        double touch = EARTH.horizonByTangentM(antennaHeightM, 0);
        assertThat(EARTH.beamHeightM(antennaHeightM, dip, touch)).isCloseTo(0, within(1e-6));
        assertThat(EARTH.groundRangeM(antennaHeightM, dip, touch))
                .isCloseTo(EARTH.horizonByArcM(antennaHeightM, 0), within(1e-4));
        assertThat(EARTH.beamHeightM(antennaHeightM, dip, touch * 0.99)).isPositive();
        assertThat(EARTH.beamHeightM(antennaHeightM, dip, touch * 1.01)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"30, 0.5, 8000", "30, 10, 30000", "3000, -0.2, 12000", "3000, -2, 500", "0, 90, 9"})
    void heightRangeAndAngleAreInverse(double antennaHeightM, double elevationDeg, double targetM) {
        double el = Math.toRadians(elevationDeg);
        double slant = EARTH.slantRangeM(antennaHeightM, el, targetM);
        assertThat(EARTH.beamHeightM(antennaHeightM, el, slant)).isCloseTo(targetM, within(1e-5));
        double ground = EARTH.groundRangeM(antennaHeightM, el, slant);
        assertThat(EARTH.elevationRad(antennaHeightM, ground, targetM)).isCloseTo(el, within(1e-9));
    }

    @Test
    void aRayThatNeverGetsThere() {
        assertThat(EARTH.slantRangeM(100, 0.1, 50)).isInfinite();
        assertThat(EARTH.slantRangeM(5000, Math.toRadians(-0.5), 100)).isInfinite();
        assertThat(EARTH.slantRangeM(100, 0.1, 100)).isZero();
    }

    @Test
    void gradients() {
        assertThat(EffectiveEarth.ofGradient(6_371_000, 0).factor()).isEqualTo(1);
        assertThat(EffectiveEarth.ofGradient(6_371_000, -39e-9).factor())
                .isCloseTo(4.0 / 3, within(0.005));
        assertThatThrownBy(() -> EffectiveEarth.ofGradient(6_371_000, -157e-9))
                .hasMessageContaining("trapped");
        assertThatThrownBy(() -> new EffectiveEarth(6_371_000, 0))
                .hasMessageContaining("factor (0.0)");
        assertThatThrownBy(() -> EARTH.horizonByArcM(-1, 0))
                .hasMessageContaining("antennaHeightM (-1.0)");
    }
}
