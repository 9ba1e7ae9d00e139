package parapet.io.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import parapet.terrain.GridTerrain;

class ReliefTest {
    private static final double STEP = 1 / 1200.0; // 93 m

    private static float[] heights(
            double north, double west, double step, int n, DoubleBinaryOperator z) {
        float[] heights = new float[n * n];
        for (int i = 0; i < heights.length; i++) {
            int row = i / n;
            heights[i] = (float) z.applyAsDouble(north - row * step, west + i % n * step);
        }
        return heights;
    }

    private static Sheet sheet(
            double north, double west, double step, int n, DoubleBinaryOperator z) {
        return Sheet.of(
                Path.of("x.tif"),
                new GridTerrain.Layout(north, west, step, step, n, n),
                heights(north, west, step, n, z));
    }

    private static double plane(double latitude, double longitude) {
        return Math.round(8 * (3000 * (latitude - 29) + 2000 * (longitude - 70))) / 8.0;
    }

    @Test
    void aSmallVoidIsFilledFromItsEdgesAndAPlaneStaysOne() {
        var sheet =
                sheet(
                        30,
                        70,
                        STEP,
                        101,
                        (a, o) -> {
                            int row = (int) Math.round((30 - a) / STEP);
                            int column = (int) Math.round((o - 70) / STEP);
                            boolean hole = Math.abs(row - 50) < 5 && Math.abs(column - 40) < 6;
                            return hole ? Double.NaN : plane(a, o);
                        });
        assertThat(sheet.grid().cellHeightM(50, 40))
                .isCloseTo(plane(30 - 50 * STEP, 70 + 40 * STEP), within(0.2));
        assertThat(sheet.warnings())
                .singleElement()
                .asString()
                .contains("x.tif: 99 cells in 1 voids", "filled from their edges");
    }

    @Test
    void aLargeVoidStaysUnknown() {
        var sheet =
                sheet(
                        30,
                        70,
                        STEP,
                        101,
                        (a, o) ->
                                Math.abs(a - 29.96) < 8.5 * STEP && Math.abs(o - 70.04) < 2.5 * STEP
                                        ? -32767
                                        : plane(a, o));
        assertThat(sheet.grid().cellHeightM(48, 48)).isNaN();
        assertThat(sheet.grid().isUnknown(Math.toRadians(29.96), Math.toRadians(70.04))).isTrue();
        assertThat(sheet.grid().isUnknown(Math.toRadians(29.99), Math.toRadians(70.01))).isFalse();
        assertThat(sheet.warnings())
                .anyMatch(w -> w.contains("85 heights outside -430 to 8,850 m"))
                .anyMatch(w -> w.contains("85 cells in 1 larger voids stay unknown"));
    }

    @Test
    void theLimitsAreThoseOfLand() {
        double[] z = {-430, -430.5, 8850, 8850.5, -9999, 20_000, Double.NaN, 12};
        var sheet =
                sheet(
                        30,
                        70,
                        1,
                        30,
                        (a, o) ->
                                Math.round(30 - a) == 2 && (o - 70) % 4 == 2
                                        ? z[(int) (o - 70) / 4]
                                        : 100);
        for (int k = 0; k < 7; k++) {
            double found = sheet.grid().cellHeightM(2, 2 + 4 * k);
            boolean land = z[k] >= -430 && z[k] <= 8850;
            assertThat(found).as("%s", z[k]).isEqualTo(land ? z[k] : 100); // one cell is filled
        }
    }

    @Test
    void spikesHolesAndSeamsAreCountedAndKept() {
        var sheet =
                sheet(
                        30,
                        70,
                        STEP,
                        60,
                        (a, o) -> {
                            int row = (int) Math.round((30 - a) / STEP);
                            int column = (int) Math.round((o - 70) / STEP);
                            double z = 3000 + row % 3 + (column >= 30 ? 150 : 0);
                            boolean at = column == 10;
                            return at && row == 10
                                    ? z + 2000
                                    : at && row == 40 ? z - 1400 - 200 : z;
                        });
        assertThat(sheet.grid().cellHeightM(10, 10)).isEqualTo(5001);
        assertThat(sheet.warnings())
                .anyMatch(w -> w.contains("1 spikes and 1 holes") && w.contains("29.9917, 70.0083"))
                .anyMatch(w -> w.contains("1 seams"));
        assertThat(sheet(30, 70, STEP, 60, ReliefTest::plane).warnings()).isEmpty();
    }

    @Test
    void theDeadSeaKeepsItsHeight() { // shore -420, lake -430 or its floor -700, Jerusalem 800
        for (double floor : new double[] {-429, -700}) {
            var sheet =
                    sheet(
                            32,
                            35,
                            1 / 60.0,
                            61,
                            (a, o) -> o < 35.3 ? 700 : a < 31.7 && o < 35.6 ? floor : -300);
            assertThat(sheet.grid().cellHeightM(40, 25)).isEqualTo(Math.max(floor, -430));
            assertThat(sheet.grid().cellHeightM(5, 40)).isEqualTo(-300);
        }
    }

    @Test
    void theSeaIsItsSurfaceInASheetOfDepths() { // Arabian Sea off Karachi
        var deep = sheet(26, 64, 1 / 60.0, 121, (a, o) -> a > 25 ? 40 : -3000 * (25 - a) - 30);
        assertThat(deep.grid().cellHeightM(10, 10)).isEqualTo(40);
        assertThat(deep.grid().cellHeightM(70, 10)).isZero();
        assertThat(deep.grid().cellHeightM(120, 10)).isZero();
        assertThat(deep.warnings()).anyMatch(w -> w.contains("at its surface, 0 m"));
        var shelf = sheet(26, 48, 1 / 60.0, 121, (a, o) -> a > 25 ? 5 : -35);
        assertThat(shelf.grid().cellHeightM(100, 10)).as("a shallow shelf").isZero();
        var polders = sheet(53, 4, 1 / 60.0, 121, (a, o) -> o > 5 ? -6 : 3);
        assertThat(polders.grid().cellHeightM(10, 100)).as("land below the sea").isEqualTo(-6);
        assertThat(polders.warnings()).isEmpty();
    }
}
