package parapet.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import parapet.random.Streams;

final class GeodesicsTest {
    private static double deg(int d, int m, double s) {
        return Math.signum(d) * (Math.abs(d) + m / 60.0 + s / 3600);
    }

    /// Flinders Peak to Buninyong, Geocentric Datum of Australia Technical Manual, section 4. Its
    /// ellipsoid (GRS 80) differs from WGS-84 by less than 0.1 mm over this line.
    @Test
    void aPrintedLine() {
        var from = GeoPoint.ofDegrees(deg(-37, 57, 3.72030), deg(144, 25, 29.52440));
        var to = GeoPoint.ofDegrees(deg(-37, 39, 10.15610), deg(143, 55, 35.38390));
        var leg = Geodesics.between(from, to);
        assertThat(leg.distanceM()).isCloseTo(54_972.271, within(1e-3));
        assertThat(Math.toDegrees(leg.azimuthRad()))
                .isCloseTo(deg(306, 52, 5.37), within(0.01 / 3600));
    }

    @Test
    void anArcOfTheEquator() { // a λ, eastward
        var leg = Geodesics.between(GeoPoint.ofDegrees(0, 10), GeoPoint.ofDegrees(0, 11));
        assertThat(leg.distanceM()).isCloseTo(6_378_137 * Math.toRadians(1), within(1e-6));
        assertThat(leg.azimuthRad()).isCloseTo(Math.PI / 2, within(1e-15));
    }

    @Test
    void aQuarterOfTheMeridian() { // 10 001 965.729 m on WGS-84
        var leg = Geodesics.between(GeoPoint.ofDegrees(0, 0), GeoPoint.ofDegrees(90, 0));
        assertThat(leg.distanceM()).isCloseTo(10_001_965.729, within(1e-3));
        assertThat(leg.azimuthRad()).isZero();
    }

    @Test
    void thereAndBackFromRandomPlaces() {
        var random = new Streams(12, 0, 0).at("test.geodesic", 0);
        for (int i = 0; i < 5000; i++) {
            var from =
                    GeoPoint.ofDegrees(
                            178 * random.nextDouble() - 89, 360 * random.nextDouble() - 180);
            double azimuth = 2 * Math.PI * random.nextDouble();
            double distance = 1 + 2e6 * random.nextDouble();
            var to = Geodesics.from(from, azimuth, distance);
            var leg = Geodesics.between(from, to);
            assertThat(leg.distanceM()).as("distance %d", i).isCloseTo(distance, within(1e-6));
            assertThat(Math.abs(Math.sin((leg.azimuthRad() - azimuth) / 2)) * leg.distanceM())
                    .as("sideways %d", i)
                    .isLessThan(1e-6);
            assertThat(Geodesics.between(to, from).distanceM())
                    .isCloseTo(leg.distanceM(), within(1e-7));
        }
    }

    @Test
    void aLineIsEvenAndShortest() {
        var delhi = GeoPoint.ofDegrees(28.6, 77.2);
        var siliguri = GeoPoint.ofDegrees(26.7, 88.43);
        var line = Geodesics.line(delhi, siliguri, 10_000);
        assertThat(line).hasSize(114).startsWith(delhi).endsWith(siliguri);
        double each = Geodesics.between(delhi, siliguri).distanceM() / 113;
        for (int i = 1; i < line.size(); i++) {
            assertThat(Geodesics.between(line.get(i - 1), line.get(i)).distanceM())
                    .isCloseTo(each, within(1e-6));
        }
        assertThat(Geodesics.line(delhi, delhi, 10)).containsExactly(delhi, delhi);
    }

    @Test
    void samePlaceAndDateLine() {
        var p = GeoPoint.ofDegrees(10, 20);
        assertThat(Geodesics.between(p, p)).isEqualTo(new Geodesics.Leg(0, 0));
        var leg = Geodesics.between(GeoPoint.ofDegrees(0, 179.5), GeoPoint.ofDegrees(0, -179.5));
        assertThat(leg.distanceM()).isCloseTo(6_378_137 * Math.toRadians(1), within(1e-6));
        assertThat(Geodesics.from(GeoPoint.ofDegrees(0, 180), Math.PI / 2, 1000).longitudeDeg())
                .isLessThan(-179.9);
        assertThatThrownBy(() -> Geodesics.line(p, p, 0)).hasMessageContaining("spacingM (0.0)");
        assertThatThrownBy(() -> Geodesics.from(p, Double.NaN, 0)).hasMessageContaining("NaN");
    }
}
