package parapet.io.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import parapet.terrain.GridTerrain;
import parapet.terrain.Terrain;

class TilesTest {
    private static final int N = 120;
    private static final double STEP = 1 / 40.0;

    private static float z(int row, int column) {
        return 1000 + (row * 7919 + column * 104_729) % 997;
    }

    private static Sheet cut(int top, int left, int rows, int columns) {
        float[] heights = new float[rows * columns];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = z(top + i / columns, left + i % columns);
        }
        var layout =
                new GridTerrain.Layout(
                        30 - (top + 0.5) * STEP,
                        70 + (left + 0.5) * STEP,
                        STEP,
                        STEP,
                        rows,
                        columns);
        return new Sheet(Path.of("x"), Sheet.grid(layout, heights), List.of());
    }

    private static void same(Terrain tiles, Terrain whole) {
        var random = new SplittableRandom(3);
        for (int k = 0; k < 20_000; k++) {
            double latitude = Math.toRadians(random.nextDouble(26.9, 30.1));
            double longitude = Math.toRadians(random.nextDouble(69.9, 73.1));
            assertThat(tiles.knownHeightM(latitude, longitude))
                    .isCloseTo(whole.knownHeightM(latitude, longitude), within(1e-6));
        }
    }

    @Test
    void tilesAreTheGridTheyWereCutFrom() {
        Terrain whole = Terrains.mosaic(List.of(cut(0, 0, N, N)));
        for (int overlap = 0;
                overlap < 2;
                overlap++) { // Copernicus cuts between cells, SRTM on them
            var tiles = new ArrayList<Sheet>();
            for (int top = 0; top < N; top += 24) {
                for (int left = 0; left < N; left += 24) {
                    tiles.add(
                            cut(
                                    top,
                                    left,
                                    Math.min(24 + overlap, N - top),
                                    Math.min(24 + overlap, N - left)));
                }
            }
            same(Terrains.mosaic(tiles), whole);
        }
    }

    @Test
    void aTileWithoutNeighboursEndsHalfACellBeyondItsCentres() {
        Terrain two = Terrains.mosaic(List.of(cut(0, 0, 24, 24), cut(24, 24, 24, 24)));
        double edge = Math.toRadians(70 + 24 * STEP);
        double middle = Math.toRadians(30 - 12 * STEP);
        assertThat(two.knownHeightM(middle, edge - 1e-6)).isGreaterThan(999);
        assertThat(two.knownHeightM(middle, edge + 1e-4)).as("carried terrain").isLessThan(999);
    }
}
