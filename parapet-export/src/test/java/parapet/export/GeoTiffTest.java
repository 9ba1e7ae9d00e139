package parapet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parapet.io.terrain.Terrains;
import parapet.terrain.GridTerrain;

class GeoTiffTest {
    @TempDir Path folder;

    static Raster random(int rows, int columns, int bands, int most) {
        var random = new SplittableRandom(5);
        var all = new ArrayList<Raster.Band>();
        for (int b = 0; b < bands; b++) {
            float[] values = new float[rows * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(most);
            }
            all.add(new Raster.Band("band <" + b + "> & more", values));
        }
        return new Raster(72, 31.5, 0.2, 0.25, rows, columns, all);
    }

    @ParameterizedTest
    @EnumSource(GeoTiff.Sample.class)
    void whatIsWrittenIsReadBack(GeoTiff.Sample sample) throws Exception {
        Raster raster = random(301, 97, 3, 250); // several strips, the last one short
        var tiff = new TinyTiff(GeoTiff.bytes(raster, sample));
        assertThat(tiff.value(277, 0)).isEqualTo(3);
        int noData = Integer.parseInt(tiff.text(42113));
        for (int b = 0; b < 3; b++) {
            double[] found = tiff.band(b);
            float[] written = raster.bands().get(b).values();
            for (int i = 0; i < written.length; i++) {
                double expected = Float.isNaN(written[i]) ? noData : written[i];
                assertThat(found[i]).as("%s, band %d, cell %d", sample, b, i).isEqualTo(expected);
            }
        }
    }

    @Test
    void theKeysSayWhereItIs() {
        var tiff = new TinyTiff(GeoTiff.bytes(random(4, 5, 2, 9), GeoTiff.Sample.FLOAT32));
        assertThat(tiff.value(33550, 0)).isEqualTo(0.2);
        assertThat(tiff.value(33550, 1)).isEqualTo(0.25);
        assertThat(tiff.value(33922, 3)).isEqualTo(72);
        assertThat(tiff.value(33922, 4)).isEqualTo(31.5);
        var keys = new ArrayList<Integer>();
        for (int i = 0; i < tiff.count(34735); i++) {
            keys.add((int) tiff.value(34735, i));
        }
        assertThat(keys)
                .as("GeoTIFF 1.1, 7.1: version, keys in rising order")
                .containsExactly(
                        1, 1, 0, 4, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326, 2054, 0, 1,
                        9102);
        assertThat(tiff.text(42112)).contains("sample=\"1\"", "band &lt;1&gt; &amp; more");
    }

    /// The reader of elevation files is another piece of code, by other hands.
    @Test
    void ourOwnReaderOfElevationsReadsIt() throws Exception {
        Raster raster = random(40, 50, 1, 5000);
        Path file = folder.resolve("a.tif");
        GeoTiff.write(file, raster, GeoTiff.Sample.INT16);
        GridTerrain found = Terrains.read(file);
        assertThat(found.layout().rows()).isEqualTo(40);
        float[] values = raster.bands().getFirst().values();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
                assertThat(found.cellHeightM(i / 50, i % 50)).isEqualTo(values[i]);
            }
        }
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("a.tif"), "old");
        var much =
                new Raster(0, 1, 1, 1, 1, 1, List.of(new Raster.Band("much", new float[] {300})));
        assertThatThrownBy(() -> GeoTiff.write(file, much, GeoTiff.Sample.UINT8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("300");
        assertThat(Files.readString(file)).isEqualTo("old");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }
}
