package parapet.io.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.terrain.GridTerrain;

/// GDAL as an outside judge: what it writes is read as what it was made from.
@Tag("gdal")
class GdalTest {
    private static final List<String> FORMS =
            List.of(
                    "-ot Int16",
                    "-ot Int16 -co COMPRESS=LZW",
                    "-ot Int16 -co COMPRESS=LZW -co PREDICTOR=2 -co TILED=YES",
                    "-ot Int16 -co COMPRESS=DEFLATE -co PREDICTOR=2 -co BIGTIFF=YES",
                    "-ot Int16 -co ENDIANNESS=BIG -co COMPRESS=DEFLATE -co PREDICTOR=2",
                    "-ot Float32 -co COMPRESS=DEFLATE -co PREDICTOR=3 -co TILED=YES",
                    "-ot Float32 -co COMPRESS=LZW -co PREDICTOR=2",
                    "-ot Float32 -co ENDIANNESS=BIG -co COMPRESS=LZW -co PREDICTOR=2",
                    "-ot Float32 -of COG -co COMPRESS=DEFLATE -co PREDICTOR=YES",
                    "-ot Int32 -co COMPRESS=LZW -co PREDICTOR=2",
                    "-ot Int32 -co ENDIANNESS=BIG",
                    "-ot Float64 -co COMPRESS=DEFLATE -co PREDICTOR=3",
                    "-ot Float64 -co COMPRESS=DEFLATE -co PREDICTOR=2 -co TILED=YES",
                    "-ot Float64 -co BIGTIFF=YES -co ENDIANNESS=BIG",
                    "-ot Int32 -of COG -co COMPRESS=LZW",
                    "-ot Float32 -of COG -co COMPRESS=DEFLATE -co BLOCKSIZE=128",
                    "-ot Int16 -of COG -co COMPRESS=DEFLATE -co BLOCKSIZE=128 -co PREDICTOR=YES",
                    "-ot Int16 -a_srs EPSG:4258",
                    "-ot Int16 -a_srs EPSG:4269 -co COMPRESS=LZW",
                    "-ot Float32 -a_srs EPSG:4283",
                    "-ot Int16 -a_srs +proj=longlat_+ellps=GRS80",
                    "-ot Int16 -co SPARSE_OK=TRUE -co TILED=YES",
                    "-ot Int32 -of ENVI",
                    "-ot Float64 -of ENVI",
                    "-ot Int16 -of ENVI",
                    "-ot Float32 -of ENVI");

    @TempDir private Path folder;

    @Test
    void whatGdalWritesIsReadAsItWas() throws Exception {
        var random = new SplittableRandom(9);
        double[][] heights = new double[300][400];
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < 400; j++) {
                heights[i][j] = 2000 + i * 5 - j * 3 + random.nextInt(60);
            }
        }
        heights[7][8] = -9999;
        Path source = folder.resolve("source.tif");
        var maker = new TiffMaker(ByteOrder.LITTLE_ENDIAN, false, false, false, 1, 1);
        Files.write(source, maker.make(heights));
        GridTerrain expected = Terrains.read(source);
        for (int k = 0; k < FORMS.size(); k++) {
            Path file =
                    folder.resolve("form" + k + (FORMS.get(k).contains("ENVI") ? ".img" : ".tif"));
            var words = new ArrayList<>(List.of("gdal_translate", "-q"));
            for (String word : FORMS.get(k).split(" ")) {
                words.add(word.replace("_+", " +"));
            }
            words.addAll(List.of(source.toString(), file.toString()));
            run(words);
            GridTerrain found = Terrains.read(file);
            assertThat(found.layout().rows()).isEqualTo(300);
            assertThat(found.layout().northDeg()).isEqualTo(expected.layout().northDeg());
            for (int i = 0; i < 300; i++) {
                for (int j = 0; j < 400; j++) {
                    assertThat(found.cellHeightM(i, j))
                            .as("%s at %d, %d", FORMS.get(k), i, j)
                            .isEqualTo(Double.valueOf(expected.cellHeightM(i, j)));
                }
            }
        }
    }

    /// GDAL tells three axes by the vertical type alone.
    @Test
    void heightsAboveTheEllipsoidAreRefused() throws Exception {
        Path source = folder.resolve("source.tif");
        var maker = new TiffMaker(ByteOrder.LITTLE_ENDIAN, false, false, false, 1, 1);
        Files.write(source, maker.make(new double[20][30]));
        Path file = folder.resolve("axes.tif");
        run(
                List.of(
                        "gdal_translate",
                        "-q",
                        "-a_srs",
                        "EPSG:4979",
                        source.toString(),
                        file.toString()));
        assertThatThrownBy(() -> Terrains.read(file)).hasMessageContaining("above the ellipsoid");
    }

    static void run(List<String> words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", words, said).isZero();
    }
}
