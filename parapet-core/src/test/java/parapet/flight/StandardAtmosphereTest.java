package parapet.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StandardAtmosphereTest {
    /// U.S. Standard Atmosphere 1976, table I by geometric height, printed to five digits.
    @ParameterizedTest
    @CsvSource({
        "-1000, 294.651, 113930, 1.3470",
        "1000, 281.651, 89876, 1.1117",
        "10000, 223.252, 26500, 0.41351",
        "30000, 226.509, 1197.0, 0.018410",
        "50000, 270.650, 79.779, 0.0010269",
        "80000, 198.639, 1.0525, 0.000018458"
    })
    void asPrinted(double heightM, double temperatureK, double pressurePa, double density) {
        var air = StandardAtmosphere.atGeometricHeight(heightM);
        assertThat(air.temperatureK()).isCloseTo(temperatureK, within(6e-4));
        assertThat(air.pressurePa()).isCloseTo(pressurePa, within(5e-5 * pressurePa));
        assertThat(air.densityKgPerM3()).isCloseTo(density, within(5e-5 * density));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 11_000, 20_000, 32_000, 47_000, 51_000, 71_000})
    void layersJoinAndHydrostaticsHold(double baseM) { // dp/dH = -g0 density, on both sides
        double d = 1;
        for (double h : new double[] {baseM + 2 * d, baseM - 2 * d}) {
            double slope =
                    (StandardAtmosphere.atGeopotentialHeight(h + d).pressurePa()
                                    - StandardAtmosphere.atGeopotentialHeight(h - d).pressurePa())
                            / (2 * d);
            double density = StandardAtmosphere.atGeopotentialHeight(h).densityKgPerM3();
            assertThat(slope).isCloseTo(-9.80665 * density, within(1e-7 * 9.80665 * density));
        }
        assertThat(StandardAtmosphere.atGeopotentialHeight(baseM - 1e-6).pressurePa())
                .isCloseTo(
                        StandardAtmosphere.atGeopotentialHeight(baseM).pressurePa(), within(1e-4));
    }

    @Test
    void refusesWhatLiesAbove() {
        assertThatThrownBy(() -> StandardAtmosphere.atGeopotentialHeight(84_853))
                .hasMessageContaining("84853.0");
        assertThatThrownBy(() -> StandardAtmosphere.atGeopotentialHeight(Double.NaN))
                .hasMessageContaining("NaN");
    }
}
