package parapet.io.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.geo.GeoPoint;
import parapet.io.results.RunException;
import parapet.terrain.GridTerrain;

class GeoTiffReaderTest {
    @TempDir private Path folder;

    /// Smooth slopes with some noise, so that packing finds repeats and the tables of LZW fill.
    private static double[][] heights() {
        var random = new SplittableRandom(4);
        double[][] heights = new double[83][75];
        for (int i = 0; i < 83; i++) {
            for (int j = 0; j < 75; j++) {
                heights[i][j] = 200 + i / 8 * 100 - j / 4 * 7 + (j > 40 ? random.nextInt(900) : 0);
            }
        }
        for (int i = 4; i < 9; i++) { // larger than what is filled
            Arrays.fill(heights[i], 5, 10, -9999);
        }
        return heights;
    }

    private GridTerrain read(TiffMaker maker, double[][] heights) throws IOException {
        return read(maker.make(heights));
    }

    private GridTerrain read(byte[] bytes) throws IOException {
        return Terrains.read(Files.write(folder.resolve("x.tif"), bytes));
    }

    private static TiffMaker plain() {
        return new TiffMaker(ByteOrder.LITTLE_ENDIAN, false, false, false, 8, 2);
    }

    @Test
    void everyFormGivesTheSameHeights() throws IOException {
        double[][] heights = heights();
        for (int form = 0; form < 2 * 2 * 2 * 2 * 3 * 3; form++) {
            boolean real = (form >> 3 & 1) == 1;
            int compression = new int[] {1, 5, 8}[(form >> 4) % 3];
            int predictor = (form >> 4) / 3 + 1;
            if (predictor == 3 && (!real || (form & 1) == 1)) {
                continue;
            }
            var maker =
                    new TiffMaker(
                            (form & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN,
                            (form >> 1 & 1) == 1,
                            (form >> 2 & 1) == 1,
                            real,
                            compression,
                            predictor);
            var grid = read(maker, heights);
            for (int i = 0; i < 83; i++) {
                for (int j = 0; j < 75; j++) {
                    double expected = heights[i][j] == -9999 ? Double.NaN : heights[i][j];
                    assertThat(grid.cellHeightM(i, j))
                            .as("form %d, %d, %d", form, i, j)
                            .isEqualTo(Double.valueOf(expected));
                }
            }
        }
    }

    @Test
    void pixelsAreAreasOrPoints() throws IOException {
        var grid = read(plain(), heights());
        assertThat(grid.layout().westDeg()).isCloseTo(70.005, within(1e-9));
        assertThat(grid.layout().northDeg()).isCloseTo(29.99, within(1e-9));
        assertThat(grid.layout().rowStepDeg()).isEqualTo(0.02);
        var points = plain();
        points.tags.put(
                34735, new int[] {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326});
        assertThat(read(points, heights()).layout().westDeg()).isCloseTo(70, within(1e-9));
        assertThat(grid.spacingRad(GeoPoint.ofDegrees(29.88, 70.066))).isInfinite();
    }

    @Test
    void whatIsNotReadIsNamedWithItsCure() {
        var zstd = plain();
        zstd.tags.put(259, new int[] {50000});
        refused(zstd, "compression ZSTD", "gdal_translate");
        var projected = plain();
        projected.tags.put(34735, new int[] {1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, 32643});
        refused(projected, "EPSG:4326", "projected", "gdalwarp");
        var bytes = plain();
        bytes.tags.put(258, new int[] {8});
        refused(bytes, "real ones of 32 or 64", "8 bits, signed");
        var bands = plain();
        bands.tags.put(277, new int[] {3});
        refused(bands, "3 bands");
        var predictor = plain();
        predictor.tags.put(317, new int[] {3});
        refused(predictor, "predictor 3");
        refused(
                new TiffMaker(ByteOrder.BIG_ENDIAN, false, false, true, 8, 3),
                "writers disagree",
                "gdal_translate");
        var missing = plain();
        missing.tags.remove(33550);
        refused(missing, "33550 (pixel scale)");
    }

    private void refused(TiffMaker maker, String... words) {
        assertThatThrownBy(() -> read(maker, heights()))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("x.tif")
                .hasMessageContainingAll(words);
    }

    @Test
    void aFileThatClaimsToBeHugeTakesNoMemory() {
        var maker = plain();
        byte[] bytes = maker.make(heights());
        int at = indexOfTag(bytes, 256);
        Arrays.fill(bytes, at + 8, at + 12, (byte) 0xff); // width
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("too many");
    }

    private static int indexOfTag(byte[] bytes, int tag) {
        for (int i = bytes.length - 12; i > 0; i--) {
            if ((bytes[i] & 0xff) == (tag & 0xff)
                    && (bytes[i + 1] & 0xff) == tag >> 8
                    && bytes[i + 2] == 3
                    && bytes[i + 3] == 0
                    && bytes[i + 4] == 1) {
                bytes[i + 2] = 4;
                return i;
            }
        }
        throw new AssertionError("no such tag");
    }

    @Test
    void brokenFilesGiveAnErrorOrHeightsButNeverATrace() throws IOException {
        int errors = 0;
        for (int form = 0; form < 4; form++) {
            var maker =
                    new TiffMaker(
                            ByteOrder.LITTLE_ENDIAN,
                            form == 1,
                            form == 2,
                            form == 3,
                            form == 0 ? 5 : 8,
                            form == 3 ? 3 : 2);
            byte[] good = maker.make(heights());
            for (int seed = 0; seed < 400; seed++) {
                var random = new SplittableRandom(1000 * form + seed);
                byte[] bad = good.clone();
                if (random.nextBoolean()) {
                    bad = Arrays.copyOf(bad, random.nextInt(bad.length));
                } else {
                    int from = random.nextBoolean() ? 0 : Math.max(0, bad.length - 600);
                    for (int k = random.nextInt(1, 6); k > 0; k--) {
                        bad[random.nextInt(from, bad.length)] = (byte) random.nextInt(256);
                    }
                }
                try {
                    assertThat(read(bad).layout().rows()).isPositive();
                } catch (RunException e) {
                    errors++;
                    assertThat(e.cure()).as("form %d, seed %d", form, seed).isNotEmpty();
                }
            }
        }
        assertThat(errors).isGreaterThan(600);
    }
}
