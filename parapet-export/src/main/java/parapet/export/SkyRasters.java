package parapet.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import parapet.io.results.Query;
import parapet.io.results.Sql;
import parapet.radar.CoverageMap;
import parapet.radar.SkyGrid;
import parapet.scenario.SkyGeometry;
import parapet.study.SkyMap;

/// The sky as rasters: from the table of a run, or straight from a map.
public final class SkyRasters {
    private static final List<String> EDGES = List.of("", "terrain", "horizon", "power", "unknown");

    private SkyRasters() {}

    @Sql(
            """
            SELECT latitude, longitude, lowest, ground, sites100, sites1000, sites10000,
              bound, edge100, edge1000, edge10000 FROM sky
            """)
    private record Cell(
            double latitude,
            double longitude,
            @Sql.OrNaN double lowest,
            @Sql.OrNaN double ground,
            int sites100,
            int sites1000,
            int sites10000,
            boolean bound,
            @Sql.OrEmpty String edge100,
            @Sql.OrEmpty String edge1000,
            @Sql.OrEmpty String edge10000) {
        /// The bands of the raster, in their order.
        float[] bands() {
            return new float[] {
                (float) lowest,
                (float) ground,
                sites100,
                sites1000,
                sites10000,
                bound ? 1 : 0,
                EDGES.indexOf(edge100),
                EDGES.indexOf(edge1000),
                EDGES.indexOf(edge10000)
            };
        }
    }

    /// The table `sky` of a run; null when the run has none.
    static @Nullable Raster of(Query query) {
        List<Cell> cells = query.rows(Cell.class);
        if (cells.isEmpty()) {
            return null;
        }
        double[] latitudes = axis(cells, Cell::latitude);
        double[] longitudes = axis(cells, Cell::longitude);
        double latitudeStep = step(latitudes);
        double longitudeStep = step(longitudes);
        int rows = latitudes.length;
        int columns = longitudes.length;
        List<String> names =
                List.of(
                        "lowest height seen, m above ground",
                        "ground, m above sea level",
                        "sites that see 100 m",
                        "sites that see 1000 m",
                        "sites that see 10000 m",
                        "1 where figures below 1 km are smooth-earth bounds",
                        "what ends the view at 100 m: 1 terrain, 2 horizon, 3 power, 4 unknown",
                        "what ends the view at 1000 m: 1 terrain, 2 horizon, 3 power, 4 unknown",
                        "what ends the view at 10000 m: 1 terrain, 2 horizon, 3 power, 4 unknown");
        var values = new float[names.size()][rows * columns];
        for (float[] band : values) {
            Arrays.fill(band, Float.NaN);
        }
        for (Cell cell : cells) {
            int r = (int) Math.round((latitudes[rows - 1] - cell.latitude()) / latitudeStep);
            int c = (int) Math.round((cell.longitude() - longitudes[0]) / longitudeStep);
            float[] here = cell.bands();
            for (int b = 0; b < values.length; b++) {
                values[b][r * columns + c] = here[b];
            }
        }
        var bands = new ArrayList<Raster.Band>();
        for (int b = 0; b < values.length; b++) {
            bands.add(new Raster.Band(names.get(b), values[b]));
        }
        return new Raster(
                longitudes[0] - longitudeStep / 2,
                latitudes[rows - 1] + latitudeStep / 2,
                longitudeStep,
                latitudeStep,
                rows,
                columns,
                bands);
    }

    private static double[] axis(List<Cell> cells, ToDoubleFunction<Cell> place) {
        var values = new TreeSet<Double>();
        for (Cell cell : cells) {
            values.add((double) (float) place.applyAsDouble(cell));
        }
        // told again in the thousandths of a degree in which they were written
        return values.stream().mapToDouble(v -> Math.round(v * 1000) / 1000.0).toArray();
    }

    private static double step(double[] axis) {
        return axis.length < 2
                ? 2 * SkyGrid.DEFAULT_STEP_DEG
                : (axis[axis.length - 1] - axis[0]) / (axis.length - 1);
    }

    /// A map with all its cells: the lowest height seen, and for each height the number of sites
    /// that see and that reach it.
    ///
    /// @param sites the sites that are ready
    public static Raster of(SkyMap map, BitSet sites) {
        SkyGrid grid = map.seen().sky();
        SkyGrid.Window window = grid.window();
        var bands = new ArrayList<Raster.Band>();
        float[] lowest = map.seen().lowestHeightM(sites);
        for (int cell = 0; cell < lowest.length; cell++) {
            lowest[cell] = Float.isFinite(lowest[cell]) ? lowest[cell] : Float.NaN;
        }
        bands.add(new Raster.Band("lowest height seen, m above ground", lowest));
        for (int h = 0; h < SkyGeometry.HEIGHTS_M.size(); h++) {
            int height = SkyGeometry.HEIGHTS_M.get(h);
            bands.add(
                    new Raster.Band(
                            "sites that see " + height + " m", count(map.seen(), h, sites)));
        }
        for (int h = 0; h < SkyGeometry.HEIGHTS_M.size(); h++) {
            int height = SkyGeometry.HEIGHTS_M.get(h);
            bands.add(
                    new Raster.Band(
                            "sites that reach " + height + " m", count(map.reached(), h, sites)));
        }
        return new Raster(
                window.westDeg(),
                window.northDeg(),
                (window.eastDeg() - window.westDeg()) / grid.columns(),
                (window.northDeg() - window.southDeg()) / grid.rows(),
                grid.rows(),
                grid.columns(),
                bands);
    }

    private static float[] count(CoverageMap map, int height, BitSet sites) {
        float[] count = new float[map.sky().cells()];
        for (int cell = 0; cell < count.length; cell++) {
            count[cell] = map.count(height, cell, sites);
        }
        return count;
    }
}
