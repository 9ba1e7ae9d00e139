package parapet.io.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.geo.GeoPoint;
import parapet.terrain.GridTerrain;
import parapet.terrain.Terrain;

/// Files as people have them: each says the same ground in its own way.
class FilesAsTheyAreTest {
    private static final String SCALE_AND_OFFSET =
            """
            <GDALMetadata>
              <Item name="OFFSET" sample="0" role="offset">%s</Item>
              <Item name="SCALE" sample="0" role="scale">%s</Item>
              <Item name="SCALE" sample="1" role="scale">7</Item>
            </GDALMetadata>
            \0\
            """;

    @TempDir private Path folder;

    private static double[][] heights() {
        double[][] heights = new double[40][30];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 30; j++) {
                heights[i][j] = 1000 + 10 * i - 7 * j + (i * j) % 5;
            }
        }
        return heights;
    }

    private GridTerrain tiff(boolean real, double[][] heights, Consumer<TiffMaker> change)
            throws IOException {
        var maker = new TiffMaker(ByteOrder.LITTLE_ENDIAN, false, false, real, 8, 2);
        change.accept(maker);
        return Terrains.read(Files.write(folder.resolve("x.tif"), maker.make(heights)));
    }

    private static void same(GridTerrain found, double factor, double plus) {
        double[][] heights = heights();
        assertThat(found.layout().northDeg()).isCloseTo(29.99, within(1e-9));
        assertThat(found.layout().westDeg()).isCloseTo(70.005, within(1e-9));
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 30; j++) {
                assertThat(found.cellHeightM(i, j))
                        .isCloseTo(heights[i][j] * factor + plus, within(1e-3));
            }
        }
    }

    @Test
    void scaleOffsetAndUnitAreHeeded() throws IOException {
        var scaled = SCALE_AND_OFFSET.formatted(-20, 0.5);
        same(tiff(false, heights(), m -> m.tags.put(42112, scaled)), 0.5, -20);
        var feet =
                "<GDALMetadata><Item name=\"UNITTYPE\" sample=\"0\" role=\"unittype\">ft</Item></GDALMetadata>\0";
        same(tiff(true, heights(), m -> m.tags.put(42112, feet)), 0.3048, 0);
        int[] keys = {1, 1, 0, 3, 1024, 0, 1, 2, 2048, 0, 1, 4326, 4099, 0, 1, 9003};
        same(tiff(true, heights(), m -> m.tags.put(34735, keys)), 1200.0 / 3937, 0);
        assertThatThrownBy(() ->
                        tiff(true, heights(), m -> m.tags.put(42112, feet.replace("ft", "fathom"))))
                .hasMessageContainingAll("fathom", "data gain values");
        assertThatThrownBy(() ->
                        tiff(
                                true,
                                heights(),
                                m -> m.tags.put(42112, SCALE_AND_OFFSET.formatted("x", 0))))
                .hasMessageContaining("a number as offset");
    }

    @Test
    void datumsNearWgs84AreRead() throws IOException {
        for (int code : new int[] {4326, 4258, 4269, 4283, 7844, 4674, 4322}) {
            int[] keys = {1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, code};
            same(tiff(false, heights(), m -> m.tags.put(34735, keys)), 1, 0);
        }
        int[] own = {1, 1, 0, 3, 1024, 0, 1, 2, 2048, 0, 1, 32767, 2056, 0, 1, 7019};
        same(tiff(false, heights(), m -> m.tags.put(34735, own)), 1, 0);
        for (int code : new int[] {4267, 4230, 4123}) {
            int[] keys = {1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, code};
            assertThatThrownBy(() -> tiff(false, heights(), m -> m.tags.put(34735, keys)))
                    .hasMessageContainingAll("EPSG:4326", "gdalwarp -t_srs EPSG:4326");
        }
    }

    /// What is not what it seems is refused, and no data that are not declared stay none in any
    /// unit.
    @Test
    void heightsThatAreNotAboveTheSeaAreRefused() throws IOException {
        for (int code : new int[] {4979, 4937, 7912}) {
            int[] keys = {1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, code};
            assertThatThrownBy(() -> tiff(false, heights(), m -> m.tags.put(34735, keys)))
                    .hasMessageContainingAll("above the ellipsoid", "gdalwarp -s_srs EPSG:4979");
        }
        for (int code : new int[] {4756, 5527}) {
            int[] keys = {1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, code};
            assertThatThrownBy(() -> tiff(false, heights(), m -> m.tags.put(34735, keys)))
                    .hasMessageContaining("EPSG:4326");
        }
        int[] feet = {1, 1, 0, 3, 1024, 0, 1, 2, 2048, 0, 1, 4326, 4096, 0, 1, 8228};
        same(tiff(true, heights(), m -> m.tags.put(34735, feet)), 0.3048, 0);
        assertThatThrownBy(() ->
                        tiff(
                                false,
                                heights(),
                                m -> m.tags.put(33550, new double[] {0.01, -0.02, 0})))
                .hasMessageContaining("pixel scale above 0");
        double[][] holed = heights();
        for (int i = 5; i < 35; i++) {
            for (int j = 5; j < 25; j++) {
                holed[i][j] = -9999;
            }
        }
        var scaled = SCALE_AND_OFFSET.formatted(0, 0.1);
        GridTerrain found = tiff(false, holed, m -> m.tags.put(42112, scaled));
        assertThat(found.cellHeightM(20, 15)).isNaN();
    }

    @Test
    void aTiffIsReadAsOneWhateverHeaderLiesBesideIt() throws IOException {
        Files.writeString(folder.resolve("x.hdr"), "ENVI\nsamples = 30\nlines = 40\n");
        same(tiff(false, heights(), m -> {}), 1, 0);
    }

    @Test
    void southUpAndMatrixAreTheSameGround() throws IOException {
        double[][] up = heights();
        double[][] turned = new double[40][];
        for (int i = 0; i < 40; i++) {
            turned[i] = up[39 - i];
        }
        same(tiff(false, turned, m -> matrix(m, 0.01, 0.02, 70, 29.2)), 1, 0);
        same(tiff(false, up, m -> matrix(m, 0.01, -0.02, 70, 30)), 1, 0);
        assertThatThrownBy(() ->
                        tiff(
                                false,
                                up,
                                m -> {
                                    matrix(m, 0.01, -0.02, 70, 30);
                                    m.tags.put(
                                            34264,
                                            new double[] {
                                                0.01, 0.003, 0, 70, 0, -0.02, 0, 30, 0, 0, 0, 0, 0,
                                                0, 0, 1
                                            });
                                }))
                .hasMessageContainingAll("rotated", "gdalwarp");
    }

    private static void matrix(TiffMaker maker, double dx, double dy, double x, double y) {
        maker.tags.remove(33550);
        maker.tags.remove(33922);
        maker.tags.put(34264, new double[] {dx, 0, 0, x, 0, dy, 0, y, 0, 0, 0, 0, 0, 0, 0, 1});
    }

    @Test
    void enviKeysAreHeeded() throws IOException {
        String map =
                "map info = {Geographic Lat/Lon, 1, 1, 70, 30, 0.01, 0.02, WGS-84, units=Degrees}";
        same(envi(2, ByteOrder.LITTLE_ENDIAN, map), 1, 0);
        same(envi(3, ByteOrder.BIG_ENDIAN, map), 1, 0);
        same(envi(5, ByteOrder.BIG_ENDIAN, map), 1, 0);
        same(envi(12, ByteOrder.LITTLE_ENDIAN, map), 1, 0);
        same(envi(13, ByteOrder.LITTLE_ENDIAN, map), 1, 0);
        same(
                envi(
                        2,
                        ByteOrder.LITTLE_ENDIAN,
                        map + "\ndata gain values = {0.1}\ndata offset values = {5}"),
                0.1,
                5);
        String seconds =
                "map info = {Geographic Lat/Lon, 1, 1, 252000, 108000, 36, 72, ETRS 1989, units=Seconds, rotation=0}";
        same(envi(4, ByteOrder.LITTLE_ENDIAN, seconds), 1, 0);
        for (var wrong :
                Map.of(
                                "rotation=15",
                                "rotation=0",
                                "North America 1927",
                                "datum",
                                "units=Feet",
                                "units=Degrees")
                        .entrySet()) {
            assertThatThrownBy(() ->
                            envi(
                                    2,
                                    ByteOrder.LITTLE_ENDIAN,
                                    map.replace("}", ", " + wrong.getKey() + "}")))
                    .hasMessageContainingAll(wrong.getValue(), "gdalwarp -t_srs EPSG:4326");
        }
        assertThatThrownBy(() -> envi(2, ByteOrder.LITTLE_ENDIAN, map + "\nfile compression = 1"))
                .hasMessageContainingAll("not packed", "gdal_translate");
    }

    private GridTerrain envi(int type, ByteOrder order, String more) throws IOException {
        var bytes = ByteBuffer.allocate(40 * 30 * 8).order(order);
        for (double[] row : heights()) {
            for (double z : row) {
                switch (type) {
                    case 2, 12 -> bytes.putShort((short) z);
                    case 3, 13 -> bytes.putInt((int) z);
                    case 4 -> bytes.putFloat((float) z);
                    default -> bytes.putDouble(z);
                }
            }
        }
        Files.write(folder.resolve("e.bil"), bytes.array());
        Files.writeString(
                folder.resolve("e.hdr"),
                "ENVI\nsamples = 30\nlines = 40\nbands = 1\ndata type = %d\nbyte order = %d\n%s\n"
                        .formatted(type, order == ByteOrder.BIG_ENDIAN ? 1 : 0, more));
        return Terrains.read(folder.resolve("e.bil"));
    }

    private static byte[] tile(int rows, int columns) {
        var bytes = ByteBuffer.allocate(2 * rows * columns);
        for (int i = 0; i < rows * columns; i++) {
            int row = i / columns;
            double down = row / (rows - 1.0);
            double across = (i % columns) / (columns - 1.0);
            bytes.putShort((short) Math.round(1200 * down + 600 * across));
        }
        return bytes.array();
    }

    private static void isTile(Terrain tile, String as) {
        assertThat(tile.heightM(GeoPoint.ofDegrees(52.5, 13.25)))
                .as(as)
                .isCloseTo(750, within(1.0));
        assertThat(tile.heightM(GeoPoint.ofDegrees(52, 14))).as(as).isCloseTo(1800, within(1.0));
    }

    @Test
    void tilesOfEverySizePackedOrNotAreRead() throws IOException {
        int[][] sizes = {{1201, 1201}, {1801, 1801}, {3601, 1801}, {3601, 3601}};
        for (int[] size : sizes) {
            Path file = folder.resolve("N52E013.hgt");
            Files.write(file, tile(size[0], size[1]));
            isTile(Terrains.read(file), size[0] + " x " + size[1]);
        }
        var gz = new ByteArrayOutputStream();
        try (var pack = new GZIPOutputStream(gz)) {
            pack.write(tile(1201, 1201));
        }
        Path packed = folder.resolve("N52E013.hgt.gz");
        Files.write(packed, gz.toByteArray());
        isTile(Terrains.read(packed), "gz");
        Files.write(packed, java.util.Arrays.copyOf(gz.toByteArray(), gz.size() / 2));
        assertThatThrownBy(() -> Terrains.read(packed)).hasMessageContainingAll("cut off", "again");
        Path zip = folder.resolve("N52E013.SRTMGL3.hgt.zip");
        try (var pack = new ZipOutputStream(Files.newOutputStream(zip))) {
            pack.putNextEntry(new ZipEntry("readme.txt"));
            pack.putNextEntry(new ZipEntry("N52E013.hgt"));
            pack.write(tile(1201, 1201));
        }
        isTile(Terrains.read(zip), "zip");
    }

    @Test
    void aPartOfATileIsReadByTheCureThatIsPrinted() throws IOException {
        Path part = folder.resolve("N52E013.hgt");
        Files.write(part, tile(401, 601));
        assertThatThrownBy(() -> Terrains.read(part))
                .hasMessageContainingAll(
                        "found 482,002", "data type = 2", "(a tile of this name: 13, 53)");
        Files.move(part, folder.resolve("N52E013.bil"));
        Files.writeString(
                folder.resolve("N52E013.hdr"),
                """
                ENVI
                samples = 601
                lines = 401
                bands = 1
                data type = 2
                byte order = 1
                data ignore value = -32768
                map info = {Geographic Lat/Lon, 1.5, 1.5, 13, 53, 0.0016666666666666668, 0.0025}
                """);
        isTile(Terrains.read(folder.resolve("N52E013.bil")), "as ENVI");
    }

    @Test
    void foldersAndPatternsMeanTheFilesInThem() throws IOException {
        Files.createDirectories(folder.resolve("tiles/N52"));
        Files.write(folder.resolve("tiles/N52/N52E013.hgt"), tile(1201, 1201));
        Files.write(folder.resolve("tiles/N52/N52E014.hgt"), tile(1201, 1201));
        Files.writeString(folder.resolve("tiles/README"), "not terrain");
        for (String name :
                List.of("tiles", "tiles/**.hgt", "tiles/N52/*.hgt", "tiles/*/N52E0{13,14}.hgt")) {
            assertThat(Terrains.sheets(folder, List.of(name))).as(name).hasSize(2);
        }
        assertThat(Terrains.files(folder, List.of("tiles", "tiles/N52/*.hgt"))).hasSize(2);
        for (String name : List.of("tiles/*.tif", "none/*.hgt", "tiles/[", "*")) {
            assertThatThrownBy(() -> Terrains.sheets(folder, List.of(name)))
                    .as(name)
                    .isInstanceOf(parapet.io.results.RunException.class)
                    .hasMessageContaining("\"" + name + "\"");
        }
    }
}
