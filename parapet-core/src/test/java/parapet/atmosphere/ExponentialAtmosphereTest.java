package parapet.atmosphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parapet.geo.EffectiveEarth;

final class ExponentialAtmosphereTest {
    private static final double R = 6_371_000;
    private static final ExponentialAtmosphere AIR = new ExponentialAtmosphere(315, 7350, R);

    @ParameterizedTest
    @CsvSource({"0, 0", "30, 0.25", "1000, -0.9", "10, 20", "10, 84"})
    void withoutAirTheRayIsStraight(double antennaM, double elevationDeg) {
        var empty = new ExponentialAtmosphere(0, 7350, R);
        var earth = new EffectiveEarth(R, 1);
        double el = Math.toRadians(elevationDeg);
        for (double groundM : new double[] {1, 5000, 100_000, 400_000}) {
            double heightM = empty.rayHeightM(antennaM, el, groundM);
            assertThat(earth.elevationRad(antennaM, groundM, heightM))
                    .as("elevation of the end at %s m", groundM)
                    .isCloseTo(el, within(1e-10));
        }
    }

    /// The other form of Bouguer's rule: ground angle as an integral over height, where h = h_a +
    /// u² takes away the singularity of a level start. Simpson, 20 000 steps.
    @ParameterizedTest
    @CsvSource({"0, 0, 2000", "30, 0.25, 6777", "0, 1, 17000", "100, 30, 20000"})
    void agreesWithTheIntegralOverHeight(double antennaM, double elevationDeg, double upToM) {
        double el = Math.toRadians(elevationDeg);
        double c = AIR.refractiveIndex(antennaM) * (R + antennaM) * Math.cos(el);
        int n = 20_000;
        double d = Math.sqrt(upToM - antennaM) / n;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            double u = Math.max(i * d, 1e-4 * d);
            double h = antennaM + u * u;
            double nr = AIR.refractiveIndex(h) * (R + h);
            double less = // n r - c without the difference of near equals
                    AIR.refractiveIndex(h) * u * u
                            + 315e-6
                                    * Math.exp(-antennaM / 7350)
                                    * Math.expm1(-u * u / 7350)
                                    * (R + antennaM)
                            + AIR.refractiveIndex(antennaM)
                                    * (R + antennaM)
                                    * 2
                                    * Math.pow(Math.sin(el / 2), 2);
            double f = c / (R + h) / Math.sqrt(less * (nr + c)) * 2 * u;
            sum += f * (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2);
        }
        double groundM = sum * d / 3 * R;
        assertThat(AIR.rayHeightM(antennaM, el, groundM)).isCloseTo(upToM, within(0.01));
    }

    @Test
    void againstFourThirds() { // the numbers quoted in EffectiveEarth
        double re = EffectiveEarth.STANDARD.effectiveRadiusM();
        double at200 = re / Math.cos(200_000 / re) - re;
        assertThat(at200 - AIR.rayHeightM(0, 0, 200_000)).isCloseTo(30, within(1.0));
        double at400 = re / Math.cos(400_000 / re) - re;
        assertThat(AIR.rayHeightM(0, 0, 400_000) - at400).isCloseTo(290, within(1.0));
    }

    @Test
    void denserAirBendsMore() {
        double last = Double.POSITIVE_INFINITY;
        for (double n = 0; n <= 450; n += 50) {
            double h = new ExponentialAtmosphere(n, 7350, R).rayHeightM(10, 0, 300_000);
            assertThat(h).isLessThan(last);
            last = h;
        }
    }

    @Test
    void groundAndRefusals() {
        assertThat(AIR.rayHeightM(100, Math.toRadians(-1), 50_000)).isNaN();
        assertThat(AIR.rayHeightM(100, Math.toRadians(-1), 0)).isEqualTo(100);
        assertThatThrownBy(() -> AIR.rayHeightM(0, 1.55, 10)).hasMessageContaining("85 degrees");
        assertThatThrownBy(() -> AIR.rayHeightM(0, 0.1, 1e7)).hasMessageContaining("groundRangeM");
        assertThatThrownBy(() -> new ExponentialAtmosphere(-1, 1, 1)).hasMessageContaining("-1.0");
    }
}
