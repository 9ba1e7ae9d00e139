package parapet.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parapet.io.results.Query;
import parapet.io.results.RunException;
import parapet.io.results.RunFolder;
import parapet.io.results.Sql;
import parapet.io.results.WholeFile;
import parapet.scenario.SkyGeometry;
import parapet.study.ResultTable;

/// Files for other tools from the tables of a finished run. Each file is complete or not there.
public final class RunExport {
    private static final int MOST_FOLD = 3;
    private static final double AUTHALIC_RADIUS_KM = 6371.0072;

    private final RunFolder run;
    private final Path folder;
    private final String stem;

    /// What was written.
    ///
    /// @param file the file
    /// @param holds what it holds, in words
    public record Written(Path file, String holds) {}

    /// The export of a run.
    ///
    /// @param folder where files go; made when it is not there
    /// @param stem how their names begin
    public RunExport(RunFolder run, Path folder, String stem) {
        this.run = run;
        this.folder = folder;
        this.stem = stem;
    }

    /// The sky of the reference plan as GeoTIFF.
    ///
    /// @throws RunException if the run has no sky, or the file cannot be written
    public Written geoTiff() {
        try (Query query = Query.open(run)) {
            return geoTiff(sky(query), file(stem + "-sky.tif"));
        }
    }

    /// A raster as GeoTIFF, with failures in words.
    ///
    /// @throws RunException if it cannot be written
    public static Written geoTiff(Raster raster, Path file) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            GeoTiff.write(file, raster, GeoTiff.Sample.FLOAT32);
        } catch (IOException e) {
            throw failed(file, e);
        }
        return new Written(
                file,
                "%d bands of %d x %d cells of %s degrees"
                        .formatted(
                                raster.bands().size(),
                                raster.rows(),
                                raster.columns(),
                                Math.round(raster.latitudeStepDeg() * 1000) / 1000.0));
    }

    private Raster sky(Query query) {
        Raster raster = SkyRasters.of(query);
        if (raster == null) {
            throw RunException.input(
                    "The run at " + run.folder() + " has no sky.",
                    "A scenario needs `sky` with places, radars and a covering class"
                            + " (docs/reference/scenario.md), and bases that name a place; --format csv"
                            + " works without.");
        }
        return raster;
    }

    /// Places, outlines of the covered sky and covered areas as GeoPackage.
    ///
    /// @throws RunException if the run has no sky, or the file cannot be written
    public Written geoPackage() {
        Path file = file(stem + ".gpkg");
        try (Query query = Query.open(run)) {
            Raster raster = sky(query);
            List<GeoPackage.Row> places = places(query);
            List<GeoPackage.Row> outlines = outlines(raster);
            List<GeoPackage.Row> areas = areas(query);
            WholeFile.make(
                    file,
                    beside -> {
                        try (GeoPackage to = GeoPackage.create(beside)) {
                            write(to, places, outlines, areas);
                        } catch (SQLException e) {
                            throw new IOException(e.getMessage(), e);
                        }
                    });
            return new Written(
                    file,
                    "%d places, %d outlines of covered sky, %d rows of covered areas"
                            .formatted(places.size(), outlines.size(), areas.size()));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static void write(
            GeoPackage to,
            List<GeoPackage.Row> places,
            List<GeoPackage.Row> outlines,
            List<GeoPackage.Row> areas)
            throws SQLException {
        to.features(
                "places",
                "Regions by their notional points, with the units that stand there",
                List.of(
                        new GeoPackage.Column("place", "TEXT"),
                        new GeoPackage.Column("name", "TEXT"),
                        new GeoPackage.Column("units", "TEXT"),
                        new GeoPackage.Column("aim", "BOOLEAN")),
                places);
        to.features(
                "covered_sky",
                "Sky that at least so many sites of the reference plan see at a height above the ground,"
                        + " if all units were ready, with typical inputs",
                List.of(
                        new GeoPackage.Column("height_m", "INTEGER"),
                        new GeoPackage.Column("at_least", "INTEGER"),
                        new GeoPackage.Column("area_km2", "DOUBLE")),
                outlines);
        to.attributes(
                "covered_area",
                "Covered area by plan and day over all draws, thousand km2",
                List.of(
                        new GeoPackage.Column("plan", "TEXT"),
                        new GeoPackage.Column("day", "DATE"),
                        new GeoPackage.Column("height_m", "DOUBLE"),
                        new GeoPackage.Column("kind", "TEXT"),
                        new GeoPackage.Column("at_least", "INTEGER"),
                        new GeoPackage.Column("mean", "DOUBLE"),
                        new GeoPackage.Column("p05", "DOUBLE"),
                        new GeoPackage.Column("p95", "DOUBLE")),
                areas);
    }

    @Sql("SELECT place, name, latitude, longitude, units, aim FROM places")
    private record Place(
            String place,
            @Sql.OrEmpty String name,
            double latitude,
            double longitude,
            @Sql.OrEmpty String units,
            boolean aim) {}

    private static List<GeoPackage.Row> places(Query query) {
        var rows = new ArrayList<GeoPackage.Row>();
        for (Place row : query.rows(Place.class)) {
            rows.add(
                    new GeoPackage.Row(
                            new GeoPackage.Point(row.longitude(), row.latitude()),
                            List.of(
                                    row.place(),
                                    row.name(),
                                    row.units().replace("\n", "; "),
                                    row.aim() ? 1 : 0)));
        }
        return rows;
    }

    private static List<GeoPackage.Row> outlines(Raster sky) {
        var rows = new ArrayList<GeoPackage.Row>();
        for (int height : SkyGeometry.HEIGHTS_M) {
            float[] sites = sky.band("sites that see " + height + " m");
            for (int fold = 1; fold <= MOST_FOLD; fold++) {
                boolean[] in = new boolean[sites.length];
                double area = 0;
                for (int cell = 0; cell < in.length; cell++) {
                    in[cell] = sites[cell] >= fold;
                    area += in[cell] ? areaKm2(sky, cell / sky.columns()) : 0;
                }
                if (area > 0) {
                    rows.add(new GeoPackage.Row(shape(sky, in), List.of(height, fold, area)));
                }
            }
        }
        return rows;
    }

    /// Area of a cell on the sphere that is as large as the ellipsoid; within 0.4 %.
    private static double areaKm2(Raster sky, int row) {
        double north = Math.toRadians(sky.northDeg() - row * sky.latitudeStepDeg());
        double south = north - Math.toRadians(sky.latitudeStepDeg());
        return AUTHALIC_RADIUS_KM
                * AUTHALIC_RADIUS_KM
                * Math.toRadians(sky.longitudeStepDeg())
                * (StrictMath.sin(north) - StrictMath.sin(south));
    }

    private static GeoPackage.MultiPolygon shape(Raster sky, boolean[] in) {
        var polygons = new ArrayList<List<double[]>>();
        for (Outlines.Polygon polygon : Outlines.of(in, sky.rows(), sky.columns())) {
            var rings = new ArrayList<double[]>();
            rings.add(degrees(sky, polygon.outer()));
            polygon.holes().forEach(hole -> rings.add(degrees(sky, hole)));
            polygons.add(rings);
        }
        return new GeoPackage.MultiPolygon(polygons);
    }

    private static double[] degrees(Raster sky, List<int[]> ring) {
        double[] degrees = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            degrees[2 * i] = sky.westDeg() + ring.get(i)[0] * sky.longitudeStepDeg();
            degrees[2 * i + 1] = sky.northDeg() - ring.get(i)[1] * sky.latitudeStepDeg();
        }
        return degrees;
    }

    @Sql(
            """
            SELECT plan, day, height, kind, atLeast, mean_of(area, draw) AS mean,
              quantile_of(area, draw, 0.05) AS p05, quantile_of(area, draw, 0.95) AS p95
            FROM covered JOIN plans USING (plan)
            GROUP BY ord, plan, day, height, kind, atLeast
            ORDER BY ord, day, height, kind DESC, atLeast
            """)
    private record Area(
            String plan,
            LocalDate day,
            double height,
            String kind,
            int atLeast,
            double mean,
            double p05,
            double p95) {}

    private static List<GeoPackage.Row> areas(Query query) {
        var rows = new ArrayList<GeoPackage.Row>();
        for (Area row : query.rows(Area.class)) {
            rows.add(
                    new GeoPackage.Row(
                            null,
                            List.of(
                                    row.plan(),
                                    row.day().toString(),
                                    row.height(),
                                    row.kind(),
                                    row.atLeast(),
                                    row.mean(),
                                    row.p05(),
                                    row.p95())));
        }
        return rows;
    }

    /// The figures of the run and its tables as CSV, one file each.
    ///
    /// @param tables which; empty for the figures and all tables that have rows
    /// @throws RunException if a file cannot be written
    public List<Written> csv(List<ResultTable> tables, CsvStyle style) {
        var written = new ArrayList<Written>();
        try (Query query = Query.open(run)) {
            for (Sheet sheet : Sheet.of(run, query, tables)) {
                Path file = file(stem + "-" + sheet.name() + ".csv");
                try {
                    WholeFile.make(file, beside -> style.write(sheet, beside));
                } catch (IOException e) {
                    throw failed(file, e);
                }
                written.add(new Written(file, holds(sheet)));
            }
        }
        return written;
    }

    private static String holds(Sheet sheet) {
        return sheet.rows() + (sheet.rows() == 1 ? " row" : " rows");
    }

    /// The figures of the run, and tables if asked for, as a workbook.
    ///
    /// @param tables which; empty for the figures alone
    /// @throws RunException if a table has more rows than a sheet, or the file cannot be written
    public Written workbook(List<ResultTable> tables) {
        Path file = file(stem + ".xlsx");
        try (Query query = Query.open(run)) {
            List<Sheet> sheets = Workbooks.sheets(run, query, tables);
            WholeFile.make(file, beside -> Workbooks.write(run, sheets, beside));
            return new Written(
                    file,
                    sheets.stream()
                            .map(sheet -> sheet.name() + ": " + holds(sheet))
                            .collect(Collectors.joining(", ")));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private Path file(String name) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
        return folder.resolve(name);
    }

    private static RunException failed(Path file, IOException e) {
        String said = e.getMessage();
        return RunException.work(
                file + " cannot be written.",
                (said == null || said.equals(file.toString()) ? e.getClass().getSimpleName() : said)
                        + "\nChoose another place with --out, or make this one writable.",
                e);
    }
}
