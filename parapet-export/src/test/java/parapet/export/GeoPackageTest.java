package parapet.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageTest {
    private static final double[] RING = {0, 0, 2, 0, 2, 1, 0, 1, 0, 0};

    @TempDir Path folder;

    private Path write() throws SQLException {
        Path file = folder.resolve("a.gpkg");
        try (GeoPackage to = GeoPackage.create(file)) {
            to.features(
                    "places",
                    "Some places",
                    List.of(new GeoPackage.Column("name", "TEXT")),
                    List.of(
                            new GeoPackage.Row(new GeoPackage.Point(75.5, 31), List.of("A'\"")),
                            new GeoPackage.Row(new GeoPackage.Point(-1, 2), List.of("B"))));
            to.features(
                    "shapes",
                    "A shape",
                    List.of(new GeoPackage.Column("height", "INTEGER")),
                    List.of(
                            new GeoPackage.Row(
                                    new GeoPackage.MultiPolygon(List.of(List.of(RING))),
                                    List.of(100))));
            to.attributes(
                    "plain",
                    "No shape",
                    List.of(new GeoPackage.Column("x", "DOUBLE")),
                    List.of(new GeoPackage.Row(null, List.of(1.5))));
        }
        return file;
    }

    /// OGC 12-128r17, requirement 2: "GPKG" at byte 68, the version at byte 60.
    @Test
    void theHeadOfTheFileSaysWhatItIs() throws Exception {
        byte[] bytes = Files.readAllBytes(write());
        assertThat(new String(bytes, 0, 15, StandardCharsets.US_ASCII))
                .isEqualTo("SQLite format 3");
        ByteBuffer head = ByteBuffer.wrap(bytes);
        assertThat(head.getInt(68)).isEqualTo(1196444487).isEqualTo(0x47504B47);
        assertThat(head.getInt(60)).isEqualTo(10300);
        try (var left = Files.list(folder)) {
            assertThat(left).as("no second file beside it").hasSize(1);
        }
    }

    private static List<String> ask(Path file, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                var s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            while (r.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(r.getObject(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    @Test
    void theTablesTellEachOther() throws Exception {
        Path file = write();
        assertThat(ask(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(ask(file, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(ask(file, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1"))
                .containsExactly("-1", "0", "4326");
        assertThat(
                        ask(
                                file,
                                "SELECT table_name, data_type, min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents"))
                .containsExactly(
                        "places|features|-1.0|2.0|75.5|31.0|4326",
                        "shapes|features|0.0|0.0|2.0|1.0|4326",
                        "plain|attributes|null|null|null|null|null");
        assertThat(
                        ask(
                                file,
                                "SELECT table_name, geometry_type_name, srs_id FROM gpkg_geometry_columns"))
                .containsExactly("places|POINT|4326", "shapes|MULTIPOLYGON|4326");
        assertThat(ask(file, "SELECT fid, name FROM places")).containsExactly("1|A'\"", "2|B");
    }

    /// OGC 12-128r17, 2.1.3: magic, version, flags, reference system, envelope, then WKB.
    @Test
    void geometriesAreWrittenAsTheStandardSays() {
        byte[] point = GeoPackage.binary(new GeoPackage.Point(75.5, 31));
        assertThat(point).hasSize(8 + 21);
        ByteBuffer p = ByteBuffer.wrap(point).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(p.getShort(0)).isEqualTo((short) 0x5047);
        assertThat(p.get(3)).as("little-endian, no envelope").isEqualTo((byte) 1);
        assertThat(p.getInt(4)).isEqualTo(4326);
        assertThat(p.getInt(9)).as("WKB point").isEqualTo(1);
        assertThat(p.getDouble(13)).isEqualTo(75.5);
        assertThat(p.getDouble(21)).isEqualTo(31);

        byte[] shape = GeoPackage.binary(new GeoPackage.MultiPolygon(List.of(List.of(RING))));
        ByteBuffer s = ByteBuffer.wrap(shape).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(s.get(3)).as("envelope in x and y").isEqualTo((byte) 3);
        assertThat(List.of(s.getDouble(8), s.getDouble(16), s.getDouble(24), s.getDouble(32)))
                .containsExactly(0.0, 2.0, 0.0, 1.0);
        assertThat(s.getInt(41)).as("WKB multipolygon").isEqualTo(6);
        assertThat(s.getInt(45)).isEqualTo(1);
        assertThat(s.getInt(50)).as("WKB polygon").isEqualTo(3);
        assertThat(s.getInt(54)).as("rings").isEqualTo(1);
        assertThat(s.getInt(58)).as("corners").isEqualTo(5);
        assertThat(shape).hasSize(62 + 8 * RING.length);

        byte[] none = GeoPackage.binary(new GeoPackage.MultiPolygon(List.of()));
        assertThat(none).hasSize(8 + 9);
    }
}
