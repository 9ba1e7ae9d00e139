package parapet.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a GeoPackage of version 1.3 [GeoPackage13, ch. 2]: an SQLite file with tables of features
/// in EPSG:4326 and tables without geometry. Coordinates are longitude and latitude in degrees.
///
/// Not written: spatial indices, tiles, styles. For one thread.
public final class GeoPackage implements AutoCloseable {
    private static final int APPLICATION_ID = 1196444487; // "GPKG"
    private static final int USER_VERSION = 10300;
    private static final int SRS = 4326;
    private static final String WGS84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
                    + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
                    + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
                    + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";
    private static final List<String> SCHEMA =
            List.of(
                    """
                    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
                      organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
                      definition TEXT NOT NULL, description TEXT)\
                    """,
                    """
                    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
                      identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
                      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
                      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))\
                    """,
                    """
                    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
                      geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
                      m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
                      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
                      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
                      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))\
                    """,
                    "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL)",
                    "INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL)",
                    "INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84 geodetic', 4326, 'EPSG', 4326, '"
                            + WGS84
                            + "', 'longitude and latitude in degrees')");

    private final Connection connection;

    /// A column.
    ///
    /// @param name its name
    /// @param type TEXT, INTEGER, DOUBLE, BOOLEAN or DATE
    public record Column(String name, String type) {}

    /// A geometry.
    public sealed interface Geometry {}

    /// A point.
    public record Point(double longitudeDeg, double latitudeDeg) implements Geometry {}

    /// Several polygons, each a list of rings, the outer first; a ring is a list of longitudes and
    /// latitudes in turn, closed.
    public record MultiPolygon(List<List<double[]>> polygons) implements Geometry {
        public MultiPolygon {
            polygons = List.copyOf(polygons);
        }
    }

    /// A row with its geometry, null in a table without.
    public record Row(@Nullable Geometry geometry, List<@Nullable Object> values) {
        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    private GeoPackage(Connection connection) {
        this.connection = connection;
    }

    /// A new file; see [parapet.io.results.WholeFile] for files that must be complete or not there.
    ///
    /// @throws SQLException if it cannot be made
    public static GeoPackage create(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var made = new GeoPackage(connection);
        try (Statement s = connection.createStatement()) {
            s.execute("PRAGMA journal_mode = MEMORY"); // no second file beside it
            s.execute("PRAGMA application_id = " + APPLICATION_ID);
            s.execute("PRAGMA user_version = " + USER_VERSION);
            connection.setAutoCommit(false);
            for (String statement : SCHEMA) {
                s.execute(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            made.close();
            throw e;
        }
        return made;
    }

    /// Adds a table of points or polygons.
    ///
    /// @param table name of the table, letters and underscores
    /// @param description what it holds
    /// @param columns its columns besides `fid` and `geom`
    /// @param rows all with a geometry of one kind
    /// @throws SQLException if it cannot be written
    public void features(String table, String description, List<Column> columns, List<Row> rows)
            throws SQLException {
        boolean points = !rows.isEmpty() && rows.getFirst().geometry() instanceof Point;
        String kind = points ? "POINT" : "MULTIPOLYGON";
        double[] box = empty();
        for (Row row : rows) {
            extend(box, row.geometry());
        }
        contents(table, "features", description, box);
        try (PreparedStatement s =
                connection.prepareStatement(
                        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)")) {
            s.setString(1, table);
            s.setString(2, kind);
            s.setInt(3, SRS);
            s.executeUpdate();
        }
        insert(table, columns, rows, "geom " + kind);
    }

    /// Adds a table without geometry.
    ///
    /// @throws SQLException if it cannot be written
    public void attributes(String table, String description, List<Column> columns, List<Row> rows)
            throws SQLException {
        contents(table, "attributes", description, empty());
        insert(table, columns, rows, "");
    }

    private static double[] empty() {
        double infinity = Double.POSITIVE_INFINITY;
        return new double[] {infinity, infinity, -infinity, -infinity};
    }

    private void contents(String table, String type, String description, double[] box)
            throws SQLException {
        boolean bounded = box[0] <= box[2];
        try (PreparedStatement s =
                connection.prepareStatement(
                        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            s.setString(1, table);
            s.setString(2, type);
            s.setString(3, table);
            s.setString(4, description);
            s.setString(
                    5,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"));
            for (int i = 0; i < box.length; i++) {
                s.setObject(6 + i, bounded ? box[i] : null);
            }
            s.setObject(10, type.equals("features") ? SRS : null);
            s.executeUpdate();
        }
    }

    private void insert(String table, List<Column> columns, List<Row> rows, String geometry)
            throws SQLException {
        boolean shaped = !geometry.isEmpty();
        String declared =
                columns.stream()
                        .map(c -> ", " + quote(c.name()) + " " + c.type())
                        .collect(Collectors.joining());
        try (Statement s = connection.createStatement()) {
            s.execute(
                    "CREATE TABLE %s (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL%s%s)"
                            .formatted(quote(table), shaped ? ", " + geometry : "", declared));
        }
        String marks = "NULL" + ", ?".repeat(columns.size() + (shaped ? 1 : 0));
        try (PreparedStatement s =
                connection.prepareStatement(
                        "INSERT INTO %s VALUES (%s)".formatted(quote(table), marks))) {
            for (Row row : rows) {
                int at = 1;
                if (shaped) {
                    s.setBytes(at++, binary(row.geometry()));
                }
                for (Object value : row.values()) {
                    s.setObject(at++, value);
                }
                s.addBatch();
            }
            s.executeBatch();
        }
        connection.commit();
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void extend(double[] box, @Nullable Geometry geometry) {
        switch (geometry) {
            case Point(double x, double y) -> extend(box, x, y);
            case MultiPolygon many ->
                    many.polygons().stream()
                            .flatMap(List::stream)
                            .forEach(ring -> {
                                for (int i = 0; i < ring.length; i += 2) {
                                    extend(box, ring[i], ring[i + 1]);
                                }
                            });
            case null -> {}
        }
    }

    private static void extend(double[] box, double x, double y) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
    }

    /// GeoPackage binary: head, then well-known binary, all little-endian.
    static byte @Nullable [] binary(@Nullable Geometry geometry) {
        if (geometry == null) {
            return null;
        }
        int size = 8 + 32 + 9 + 16;
        if (geometry instanceof MultiPolygon many) {
            for (List<double[]> polygon : many.polygons()) {
                size += 9 + polygon.stream().mapToInt(ring -> 4 + 8 * ring.length).sum();
            }
        }
        ByteBuffer to = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        to.put((byte) 'G').put((byte) 'P').put((byte) 0);
        switch (geometry) {
            case Point(double x, double y) -> {
                to.put((byte) 0b001).putInt(SRS); // no envelope
                to.put((byte) 1).putInt(1).putDouble(x).putDouble(y);
            }
            case MultiPolygon many -> {
                double[] box = empty();
                extend(box, many);
                boolean none = many.polygons().isEmpty();
                to.put((byte) (none ? 0b10001 : 0b011)).putInt(SRS);
                if (!none) {
                    to.putDouble(box[0]).putDouble(box[2]).putDouble(box[1]).putDouble(box[3]);
                }
                to.put((byte) 1).putInt(6).putInt(many.polygons().size());
                for (List<double[]> polygon : many.polygons()) {
                    to.put((byte) 1).putInt(3).putInt(polygon.size());
                    for (double[] ring : polygon) {
                        to.putInt(ring.length / 2);
                        for (double v : ring) {
                            to.putDouble(v);
                        }
                    }
                }
            }
        }
        byte[] bytes = new byte[to.position()];
        to.flip().get(bytes);
        return bytes;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
