package parapet.io.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parapet.geo.GeoPoint;
import parapet.io.results.RunException;
import parapet.terrain.Terrain;

class TerrainsTest {
    @TempDir private Path folder;

    private static double at(Terrain terrain, double latitudeDeg, double longitudeDeg) {
        return terrain.heightM(GeoPoint.ofDegrees(latitudeDeg, longitudeDeg));
    }

    @Test
    void theCarriedTerrainHasTheHeightsOfItsSource() { // ETOPO5 at its own nodes
        var etopo = Terrains.byDefault();
        assertThat(at(etopo, 28 + 7 / 12.0, 77 + 2 / 12.0))
                .as("Delhi")
                .isCloseTo(221, within(1e-6));
        assertThat(at(etopo, 26 + 8 / 12.0, 88 + 5 / 12.0))
                .as("Siliguri")
                .isCloseTo(91, within(1e-6));
        assertThat(at(etopo, 34 + 1 / 12.0, 77.5)).as("Ladakh").isCloseTo(4268, within(1e-6));
        assertThat(at(etopo, 26 + 11 / 12.0, 70 + 11 / 12.0))
                .as("Jaisalmer")
                .isCloseTo(274, within(1e-6));
        assertThat(at(etopo, 15, 65)).as("Arabian Sea").isZero();
        assertThat(etopo.spacingRad(GeoPoint.ofDegrees(28, 77)))
                .isCloseTo(Math.toRadians(5 / 60.0), within(1e-12));
        assertThat(etopo.spacingRad(GeoPoint.ofDegrees(50, 77))).isInfinite();
    }

    @Test
    void anSrtmTileStandsOnItsNamedCorner() throws IOException {
        var bytes = ByteBuffer.allocate(2 * 1201 * 1201);
        bytes.putShort(0, (short) 111); // north-western corner
        bytes.putShort(2 * 1200, (short) 222); // north-eastern
        for (int i = 580 * 1201; i < 620 * 1201; i++) { // larger than what is filled
            bytes.putShort(2 * i, i % 1201 < 40 ? Short.MIN_VALUE : 0);
        }
        Files.write(folder.resolve("S01W070.hgt"), bytes.array());
        var tile = Terrains.load(folder, List.of("S01W070.hgt"));
        assertThat(at(tile, 0, -70)).isEqualTo(111);
        assertThat(at(tile, 0, -69)).isEqualTo(222);
        assertThat(tile.spacingRad(GeoPoint.ofDegrees(-0.7, -69.5)))
                .isCloseTo(Math.toRadians(1 / 1200.0), within(1e-12));
        assertThat(tile.spacingRad(GeoPoint.ofDegrees(-0.5, -70))).as("a void").isInfinite();
    }

    @Test
    void srtmNamesAndSizesAreChecked() throws IOException {
        Files.write(folder.resolve("N28E077.hgt"), new byte[77]);
        assertThatThrownBy(() -> Terrains.load(folder, List.of("N28E077.hgt")))
                .hasMessageContainingAll("2,884,802", "found 77");
        Files.write(folder.resolve("delhi.hgt"), new byte[77]);
        assertThatThrownBy(() -> Terrains.load(folder, List.of("delhi.hgt")))
                .hasMessageContaining("N28E077.hgt");
    }

    private static String header(int type, int order) {
        return """
        ENVI
        description = {
          a = b}
        samples = 4
        lines   = 3
        bands   = 1
        header offset = 2
        data type = %d
        interleave = bsq
        byte order = %d
        map info = {Geographic Lat/Lon, 1.0000, 1.0000, 70, 30, 0.5, 0.25, WGS-84, units=Degrees}
        """
                .formatted(type, order);
    }

    private void envi(String data, String header, int type, int order) throws IOException {
        var bytes =
                ByteBuffer.allocate(2 + 12 * (type == 2 ? 2 : 4))
                        .order(order == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                        .putShort((short) 7);
        for (int i = 0; i < 12; i++) {
            if (type == 2) {
                bytes.putShort((short) (100 * i));
            } else {
                bytes.putFloat(100 * i);
            }
        }
        Files.write(folder.resolve(data), bytes.array());
        Files.writeString(folder.resolve(header), header(type, order));
    }

    @Test
    void enviIsReadUnderAnyName() throws IOException {
        String[][] names = {
            {"a.bil", "a.hdr", "a.bil"},
            {"b.tif", "b.tif.hdr", "b.tif"},
            {"c", "c.hdr", "c"},
            {"d.img", "d.hdr", "d.hdr"}
        };
        int k = 0;
        for (String[] name : names) {
            envi(name[0], name[1], k % 2 == 0 ? 2 : 4, k / 2);
            var grid = Terrains.load(folder, List.of(name[2]));
            assertThat(at(grid, 29.875, 70.25)).as(name[2]).isCloseTo(0, within(1e-6));
            assertThat(at(grid, 29.375, 71.75)).as(name[2]).isCloseTo(1100, within(1e-6));
            assertThat(at(grid, 29.625, 70.5)).as(name[2]).isCloseTo(450, within(1e-6));
            k++;
        }
    }

    @Test
    void brokenEnviIsNamedWithItsCure() throws IOException {
        envi("a.bil", "a.hdr", 2, 0);
        Path header = folder.resolve("a.hdr");
        String good = Files.readString(header);
        String[][] broken = {
            {"samples = 4", "samples = four", "whole number"},
            {"samples = 4", "", "samples"},
            {"samples = 4", "samples = 400", "cut off"},
            {"samples = 4", "samples = 4000000000", "rows and"},
            {"samples = 4\nlines   = 3", "samples = 100000\nlines = 100000", "too many"},
            {"header offset = 2", "header offset = -2", "bytes"},
            {"data type = 2", "data type = 6", "real numbers"},
            {"bands   = 1", "bands = 3", "one band"},
            {"Geographic Lat/Lon", "UTM", "Geographic"},
            {"0.25,", "x,", "numbers"},
            {"30, 0.5", "300, 0.5", "-90..90"},
            {"ENVI", "BYTEORDER", "begins with ENVI"}
        };
        for (String[] one : broken) {
            Files.writeString(header, good.replace(one[0], one[1]));
            assertThatThrownBy(() -> Terrains.load(folder, List.of("a.bil")))
                    .as(one[1])
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining(one[2]);
        }
    }

    @Test
    void theFinestSheetCountsAndTheCarriedOneLiesBelow() throws IOException {
        envi("a.bil", "a.hdr", 2, 0);
        var both = Terrains.load(folder, List.of("a.bil"));
        assertThat(both.spacingRad(GeoPoint.ofDegrees(29.6, 71)))
                .isCloseTo(Math.toRadians(0.5), within(1e-12));
        assertThat(at(both, 34 + 1 / 12.0, 77.5)).isCloseTo(4268, within(1e-6));
    }

    @Test
    void aMissingOrUnknownFileIsNamed() throws IOException {
        assertThatThrownBy(() -> Terrains.load(folder, List.of("none.hgt")))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("no such file");
        Files.writeString(folder.resolve("x.asc"), "ncols 3");
        assertThatThrownBy(() -> Terrains.load(folder, List.of("x.asc")))
                .hasMessageContainingAll("x.hdr", "gdal_translate");
    }
}
