package parapet.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parapet.geo.Ellipsoid.Ecef;
import parapet.geo.Ellipsoid.Position;
import parapet.random.Streams;

final class EllipsoidTest {
    private static final double POLAR_RADIUS_M = 6_356_752.3142; // NGA.STND.0036, table 3.2

    @Test
    void polesAndEquator() {
        var pole = Ellipsoid.WGS84.ecef(new Position(GeoPoint.ofDegrees(90, 0), 100));
        assertThat(pole.zM()).isCloseTo(POLAR_RADIUS_M + 100, within(1e-4));
        assertThat(pole.xM()).isCloseTo(0, within(1e-8));
        var equator = Ellipsoid.WGS84.ecef(new Position(GeoPoint.ofDegrees(0, 90), -5));
        assertThat(equator.yM()).isCloseTo(6_378_132, within(1e-8));

        var south = Ellipsoid.WGS84.position(new Ecef(0, 0, -POLAR_RADIUS_M - 7));
        assertThat(south.point().latitudeDeg()).isEqualTo(-90);
        assertThat(south.point().longitudeDeg()).isZero();
        assertThat(south.heightM()).isCloseTo(7, within(1e-4));
    }

    /// 20 000 random places from 1 000 km below to 40 000 km above the surface.
    @ParameterizedTest
    @ValueSource(doubles = {298.257223563, 298.257222101, 100, Double.POSITIVE_INFINITY})
    void thereAndBack(double inverseFlattening) {
        var ellipsoid = new Ellipsoid(6_378_137, inverseFlattening);
        var random = new Streams(11, 0, 0).at("test.ecef", 0);
        for (int i = 0; i < 20_000; i++) {
            double latitude = Math.toRadians(180 * random.nextDouble() - 90);
            double longitude = Math.toRadians(360 * random.nextDouble() - 180);
            double height =
                    i % 2 == 0 ? 20_000 * random.nextDouble() : 41e6 * random.nextDouble() - 1e6;
            var there = ellipsoid.ecef(new Position(new GeoPoint(latitude, longitude), height));
            var back = ellipsoid.position(there);
            assertThat(back.heightM()).as("height %d", i).isCloseTo(height, within(1e-7));
            assertThat(Ellipsoid.distanceM(there, ellipsoid.ecef(back)))
                    .as("distance %d", i)
                    .isLessThan(1e-7);
            assertThat(back.point().latitudeRad()).isCloseTo(latitude, within(1e-14));
        }
    }

    @Test
    void refusesTheCentreAndAFlatteningForItsInverse() {
        assertThatThrownBy(() -> Ellipsoid.WGS84.position(new Ecef(1000, 0, 0)))
                .hasMessageContaining("half a radius");
        assertThatThrownBy(() -> new Ellipsoid(6_378_137, 1 / 298.25))
                .hasMessageContaining("inverse");
        assertThatThrownBy(() -> new Ellipsoid(0, 298))
                .hasMessageContaining("semiMajorAxisM (0.0)");
    }
}
