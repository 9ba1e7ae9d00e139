package parapet.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import parapet.geo.GeoPoint;

class SkyFloorTest {
    private static final double RADIUS_M = 6_371_000 * 4.0 / 3;
    private static final double CELL_DEG = 30.0 / 3600;

    private static Relief relief(long seed) {
        return new Relief(new GridTerrain.Layout(31, 76, CELL_DEG, CELL_DEG, 481, 481), seed);
    }

    @Test
    void overTheSeaTheFloorIsTheClosedForm() {
        var floor =
                SkyFloor.around(
                        new FlatTerrain(0), GeoPoint.ofDegrees(20, 70), 30, RADIUS_M, 600e3);
        for (double distance : new double[] {5e3, 22e3, 100e3, 300e3, 599e3}) {
            double smooth = LowestVisibleHeight.smoothOnSphere(30, distance, RADIUS_M);
            assertThat(floor.lowestHeightM(1.234, distance))
                    .as("lowest height at %s", distance)
                    .isCloseTo(smooth, within(0.1 + 1e-5 * smooth));
            assertThat(floor.smoothLowestHeightM(distance)).isEqualTo(smooth);
        }
        assertThat(floor.lowestHeightM(0, 601e3)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aPlateauIsASeaHigherUp() { // the sphere through the plateau sets the horizon
        var floor =
                SkyFloor.around(
                        new FlatTerrain(4000), GeoPoint.ofDegrees(34, 78), 30, RADIUS_M, 400e3);
        double smooth = LowestVisibleHeight.smoothOnSphere(30, 300e3, RADIUS_M + 4000);
        // The angle of a kilometre at sea level is wider up there.
        double raised = 300e3 * (RADIUS_M + 4000) / RADIUS_M;
        assertThat(floor.lowestHeightM(2, 300e3) - 4000)
                .isCloseTo(
                        LowestVisibleHeight.smoothOnSphere(30, raised, RADIUS_M + 4000),
                        within(0.2))
                .isCloseTo(smooth, within(10.0));
    }

    @Test
    void aWallSetsTheFloorBehindIt() {
        float[] heights = new float[481 * 481];
        for (int row = 0; row < 481; row++) {
            heights[row * 481 + 300] = 1000; // a ridge one cell wide along 78.5° E
        }
        var layout = new GridTerrain.Layout(31, 76, CELL_DEG, CELL_DEG, 481, 481);
        var site = GeoPoint.ofDegrees(29, 78);
        var floor =
                SkyFloor.around(GridTerrain.ofMetres(layout, heights), site, 30, RADIUS_M, 150e3);
        double ridgeM = net.sf.geographiclib.Geodesic.WGS84.Inverse(29, 78, 29, 78.5).s12;
        double expected =
                LowestVisibleHeight.behindOnSphere(
                        30,
                        java.util.List.of(new LowestVisibleHeight.Point(ridgeM, 1000)),
                        120e3,
                        RADIUS_M);
        // The crest lies between two samples of a few metres.
        assertThat(floor.lowestHeightM(Math.PI / 2, 120e3))
                .isCloseTo(expected, within(0.02 * expected));
        assertThat(floor.limit(Math.PI / 2, 120e3, 0)).isEqualTo(SkyFloor.Limit.TERRAIN);
        assertThat(floor.limit(-Math.PI / 2, 120e3, 0)).isEqualTo(SkyFloor.Limit.HORIZON);
    }

    @Test
    void theFloorAgreesWithDenseMarching() {
        var relief = relief(7);
        var floor =
                SkyFloor.around(
                        relief.terrain(), GeoPoint.ofDegrees(28.9, 78.1), 20, RADIUS_M, 220e3);
        var errors = Marched.Errors.of(new Marched(relief::at, CELL_DEG), floor, 1500, 11);
        assertThat(errors.rmseM()).as("%s", errors).isLessThan(6);
        assertThat(errors.within10M()).as("%s", errors).isGreaterThan(0.95);
    }

    @Test
    void aHillAddedNeverOpensALineOfSight() {
        var random = new SplittableRandom(5);
        for (int k = 0; k < 6; k++) {
            var relief = relief(k);
            var site = GeoPoint.ofDegrees(28.9 + 0.1 * k, 78.1);
            var before = SkyFloor.around(relief.terrain(), site, 20, RADIUS_M, 100e3);
            int row = random.nextInt(150, 330);
            int column = random.nextInt(150, 330);
            for (int dr = 0; dr < 12; dr++) {
                for (int dc = 0; dc < 12; dc++) {
                    relief.heightsM[(row + dr) * 481 + column + dc] += random.nextInt(2000);
                }
            }
            if (relief.at(site.latitudeDeg(), site.longitudeDeg()) != before.groundHeightM()) {
                continue; // under the antenna: it rises with the ground
            }
            var after = SkyFloor.around(relief.terrain(), site, 20, RADIUS_M, 100e3);
            int higher = 0;
            for (int i = 0; i < 4000; i++) {
                double azimuth = random.nextDouble(2 * Math.PI);
                double distance = random.nextDouble(100e3);
                double rise =
                        after.lowestHeightM(azimuth, distance)
                                - before.lowestHeightM(azimuth, distance);
                assertThat(rise).as("case %d at %s, %s", k, azimuth, distance).isNotNegative();
                higher += rise > 0 ? 1 : 0;
            }
            assertThat(higher).as("case %d: the hill does something", k).isPositive();
        }
    }

    @Test
    void rangesOfInputsAreRefusedInWords() {
        var sea = new FlatTerrain(0);
        var site = GeoPoint.ofDegrees(20, 70);
        assertThatThrownBy(() -> SkyFloor.around(sea, site, -1, RADIUS_M, 1e5))
                .hasMessageContaining("antenna height (-1.0)");
        assertThatThrownBy(() -> SkyFloor.around(sea, site, 1, RADIUS_M, 3e6))
                .hasMessageContaining("reach (3000000.0)");
        assertThatThrownBy(() -> SkyFloor.around(sea, GeoPoint.ofDegrees(79, 0), 1, RADIUS_M, 5e5))
                .hasMessageContaining("80 degrees");
    }
}
