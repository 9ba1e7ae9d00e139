package parapet.io.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.io.results.RunException;
import parapet.terrain.GridTerrain;

/// Files that are not read: the cure that is printed is followed to the letter, and then they are.
@Tag("gdal")
class CuresTest {
    private static final Pattern COMMAND =
            Pattern.compile("(gdal(?:_translate|warp) .*? IN OUT\\.\\w+)");

    @TempDir private Path folder;
    private Path source;

    @BeforeEach
    void source() throws IOException {
        double[][] heights = new double[120][100];
        for (int i = 0; i < 120; i++) {
            for (int j = 0; j < 100; j++) {
                heights[i][j] = 2000 + 5 * i - 4 * j;
            }
        }
        source = folder.resolve("source.tif");
        Files.write(
                source,
                new TiffMaker(ByteOrder.LITTLE_ENDIAN, false, false, false, 1, 1).make(heights));
    }

    private GridTerrain cured(Path file, String... places) throws Exception {
        RunException refused = catchThrowableOfType(RunException.class, () -> Terrains.read(file));
        var found = COMMAND.matcher(refused.cure());
        assertThat(found.find()).as(refused.cure()).isTrue();
        String command = found.group(1);
        for (int i = 0; i + 1 < places.length; i += 2) {
            command = command.replace(places[i], places[i + 1]);
        }
        String ending = command.substring(command.lastIndexOf('.'));
        Path out = folder.resolve("cured" + ending);
        Files.deleteIfExists(out);
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.set(words.size() - 2, file.toString());
        words.set(words.size() - 1, out.toString());
        GdalTest.run(words);
        if (refused.cure().contains("data gain values")) {
            Path header = folder.resolve("cured.hdr");
            Files.writeString(header, Files.readString(header) + "data gain values = {1.8288}\n");
        }
        return Terrains.read(out);
    }

    private Path made(String name, String... options) throws Exception {
        Path file = folder.resolve(name);
        var words = new ArrayList<>(List.of("gdal_translate", "-q"));
        words.addAll(Arrays.asList(options));
        words.addAll(List.of(source.toString(), file.toString()));
        GdalTest.run(words);
        return file;
    }

    private void same(GridTerrain found, double factor, double slack) {
        GridTerrain expected = Terrains.read(source);
        for (double latitude = 28; latitude < 29.8; latitude += 0.1) {
            for (double longitude = 70.1; longitude < 70.9; longitude += 0.1) {
                double a = Math.toRadians(latitude);
                double o = Math.toRadians(longitude);
                assertThat(found.knownHeightM(a, o))
                        .isCloseTo(factor * expected.knownHeightM(a, o), within(slack));
            }
        }
    }

    @Test
    void packedAndOddNumbersAreConverted() throws Exception {
        same(cured(made("zstd.tif", "-co", "COMPRESS=ZSTD")), 1, 0.001);
        same(cured(made("packbits.tif", "-co", "COMPRESS=PACKBITS")), 1, 0.001);
        same(cured(made("bands.tif", "-b", "1", "-b", "1")), 1, 0.001);
        same(cured(made("complex.tif", "-ot", "CFloat32")), 1, 0.001);
        same(
                cured(
                        made(
                                "scaled.tif",
                                "-co",
                                "COMPRESS=PACKBITS",
                                "-a_scale",
                                "0.5",
                                "-a_offset",
                                "3")),
                0.5,
                3.01);
    }

    @Test
    void otherFormsAreConverted() throws Exception {
        same(cured(made("grid.asc", "-of", "AAIGrid")), 1, 0.001);
        same(cured(made("three.img", "-of", "ENVI", "-b", "1", "-b", "1")), 1, 0.001);
    }

    @Test
    void otherCoordinatesAreWarped() throws Exception {
        Path utm = folder.resolve("utm.tif");
        GdalTest.run(
                List.of(
                        "gdalwarp",
                        "-q",
                        "-t_srs",
                        "EPSG:32642",
                        "-r",
                        "bilinear",
                        source.toString(),
                        utm.toString()));
        same(cured(utm), 1, 20);
        Path scaled = folder.resolve("scaled-utm.tif");
        GdalTest.run(
                List.of(
                        "gdal_translate",
                        "-q",
                        "-a_scale",
                        "0.5",
                        utm.toString(),
                        scaled.toString()));
        same(cured(scaled), 0.5, 20);
        same(cured(made("nad27.tif", "-a_srs", "EPSG:4267")), 1, 20);
        Path envi = folder.resolve("utm.img");
        GdalTest.run(
                List.of("gdal_translate", "-q", "-of", "ENVI", utm.toString(), envi.toString()));
        same(cured(envi), 1, 20);
    }

    @Test
    void aFileWithoutAPlaceIsGivenOne() throws Exception {
        Path bare = made("bare.png.tif", "-co", "PROFILE=BASELINE");
        same(cured(bare, "WEST", "70", "NORTH", "30", "EAST", "71", "SOUTH", "27.6"), 1, 0.001);
    }

    @Test
    void anUnknownUnitIsMadeMetres() throws Exception {
        var maker = new TiffMaker(ByteOrder.LITTLE_ENDIAN, false, false, false, 1, 1);
        maker.tags.put(
                42112,
                "<GDALMetadata><Item name=\"UNITTYPE\" sample=\"0\" role=\"unittype\">fathom</Item></GDALMetadata>\0");
        double[][] heights = new double[120][100];
        GridTerrain expected = Terrains.read(source);
        for (int i = 0; i < 120; i++) {
            for (int j = 0; j < 100; j++) {
                heights[i][j] = expected.cellHeightM(i, j);
            }
        }
        Path file = folder.resolve("fathom.tif");
        Files.write(file, maker.make(heights));
        same(cured(file), 1.8288, 0.01);
    }
}
