package parapet.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import parapet.geo.GeoPoint;

class GridTerrainTest {
    private static final GridTerrain.Layout LAYOUT = new GridTerrain.Layout(30, 70, 0.5, 0.5, 2, 3);
    private static final short VOID = -32768;

    private static GridTerrain grid(int... metres) {
        short[] heights = new short[metres.length];
        for (int i = 0; i < metres.length; i++) {
            heights[i] = (short) metres[i];
        }
        return GridTerrain.ofWholeMetres(LAYOUT, heights, VOID);
    }

    private static double at(Terrain terrain, double latitudeDeg, double longitudeDeg) {
        return terrain.heightM(GeoPoint.ofDegrees(latitudeDeg, longitudeDeg));
    }

    @Test
    void heightsAreBilinearBetweenCentres() {
        var grid = grid(0, 100, 200, 1000, 1100, 1200);
        assertThat(at(grid, 30, 70)).isEqualTo(0);
        assertThat(at(grid, 30, 70.25)).isCloseTo(50, within(1e-9));
        assertThat(at(grid, 29.75, 70.75)).isCloseTo(650, within(1e-9));
        assertThat(at(grid, 29.5, 71)).isCloseTo(1200, within(1e-9));
    }

    @Test
    void theNearestCentreCountsForHalfACellAndThenThereAreNoData() {
        var grid = grid(10, 10, 10, 20, 20, 30);
        assertThat(at(grid, 29.3, 71.2)).isCloseTo(30, within(1e-9));
        assertThat(at(grid, 29.2, 71)).isZero();
        assertThat(grid.spacingRad(GeoPoint.ofDegrees(29.2, 71))).isInfinite();
        assertThat(grid.spacingRad(GeoPoint.ofDegrees(29.6, 71)))
                .isCloseTo(Math.toRadians(0.5), within(1e-12));
    }

    @Test
    void aHoleIsFilledByTheNextSheetOfAMosaic() {
        var holed = grid(10, 10, VOID, 10, 10, 10);
        var whole = grid(7, 7, 7, 7, 7, 7);
        assertThat(at(holed, 29.8, 70.8)).isZero();
        var mosaic = new Mosaic(List.of(holed, whole), whole);
        assertThat(at(mosaic, 29.8, 70.8)).isEqualTo(7);
        assertThat(at(mosaic, 29.8, 70.2)).isCloseTo(10, within(1e-9));
        assertThat(at(mosaic, 10, 10)).isZero();
        assertThat(mosaic.spacingRad(GeoPoint.ofDegrees(10, 10))).isInfinite();
    }

    @Test
    void aHoleThatNoSheetFillsIsUnknownAndNotWhatLiesBehind() {
        var behind = new FlatTerrain(500);
        var mosaic = new Mosaic(List.of(grid(10, 10, VOID, 10, 10, 10)), behind);
        var hole = GeoPoint.ofDegrees(29.8, 70.8);
        assertThat(mosaic.isUnknown(hole.latitudeRad(), hole.longitudeRad())).isTrue();
        assertThat(mosaic.knownHeightM(hole.latitudeRad(), hole.longitudeRad())).isNaN();
        assertThat(mosaic.spacingRad(hole)).isInfinite();
        assertThat(at(mosaic, 10, 10)).isEqualTo(500);
        assertThat(mosaic.isUnknown(0.1, 0.1)).isFalse();
        var floor = SkyFloor.around(mosaic, GeoPoint.ofDegrees(29.8, 70.2), 10, 8.5e6, 150e3);
        assertThat(floor.isKnown(Math.PI / 2, 10e3)).isTrue();
        assertThat(floor.isKnown(Math.PI / 2, 100e3)).as("behind the hole").isFalse();
        assertThat(floor.isKnown(1.5 * Math.PI, 100e3)).isTrue();
        assertThat(floor.lowestHeightM(Math.PI / 2, 100e3)).as("no wall").isLessThan(2000);
    }

    @Test
    void longitudesMayRunPastTheDateLine() {
        var layout = new GridTerrain.Layout(1, 179, 1, 1, 2, 4); // 179, 180, -179, -178
        var grid = GridTerrain.ofMetres(layout, new float[] {1, 2, 3, 4, 1, 2, 3, 4});
        assertThat(at(grid, 0.5, -179)).isCloseTo(3, within(1e-9));
        assertThat(grid.knownHeightM(0, Math.toRadians(181.5))).isCloseTo(3.5, within(1e-9));
    }

    @Test
    void wrongGridsAreRefused() {
        assertThatThrownBy(() -> new GridTerrain.Layout(95, 0, 1, 1, 3, 3))
                .hasMessageContaining("must lie in -90..90");
        assertThatThrownBy(() -> GridTerrain.ofMetres(LAYOUT, new float[5]))
                .hasMessageContaining("needs 6 heights; it has 5");
    }
}
