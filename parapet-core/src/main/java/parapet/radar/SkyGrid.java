package parapet.radar;

import java.util.Arrays;
import parapet.geo.GeoPoint;
import parapet.terrain.Terrain;

/// A region cut into cells of latitude and longitude, with the heights above ground at which
/// coverage is asked.
///
/// A cell stands for all of its area by its centre. Cells are numbered row by row from north to
/// south, each row from west to east. Areas are those of the WGS-84 ellipsoid between two parallels
/// and two meridians:
///
///     A = Δλ b²/2 [ sin φ/(1 - e² sin² φ) + (1/2e) ln((1 + e sin φ)/(1 - e sin φ)) ]  from φ1 to φ2
///
/// Below [#LOW_M] terrain answers only where its spacing is at most 30 arc-seconds, see
/// [CoverageMap]. Immutable, for any thread.
public final class SkyGrid {
    /// Cells are so wide and high unless another step is asked for, degrees.
    public static final double DEFAULT_STEP_DEG = 0.1;

    /// Heights below this, above ground, ask for fine terrain, m.
    public static final double LOW_M = 1000;

    private static final double FINE_RAD = Math.toRadians(30.0 / 3600) * 1.01; // 1 % for rounding
    private static final int MOST_CELLS = 4_000_000;
    private static final double SEMI_MINOR_M = 6_356_752.314245;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double M2_PER_KM2 = 1e6;
    private static final double BORDER = 1e-6;

    private final Window window;
    private final int rows;
    private final int columns;
    private final double[] heightsM;
    private final float[] groundM;
    private final boolean[] fine;
    private final boolean[] unknown;
    private final double[] rowAreaKm2;

    /// A window on the earth.
    ///
    /// @param southDeg southern edge, -90..90
    /// @param northDeg northern edge, more than the southern
    /// @param westDeg western edge, -180..180
    /// @param eastDeg eastern edge, more than the western, at most 180
    public record Window(double southDeg, double northDeg, double westDeg, double eastDeg) {
        public Window {
            if (!(southDeg >= -90 && northDeg > southDeg && northDeg <= 90)) {
                throw new IllegalArgumentException(
                        "The window from %s to %s degrees of latitude must go north and lie in -90..90."
                                .formatted(southDeg, northDeg));
            }
            if (!(westDeg >= -180 && eastDeg > westDeg && eastDeg <= 180)) {
                throw new IllegalArgumentException(
                        "The window from %s to %s degrees of longitude must go east and lie in -180..180."
                                .formatted(westDeg, eastDeg));
            }
        }
    }

    private SkyGrid(Window window, int rows, int columns, double[] heightsM) {
        this.window = window;
        this.rows = rows;
        this.columns = columns;
        this.heightsM = heightsM;
        groundM = new float[rows * columns];
        fine = new boolean[rows * columns];
        unknown = new boolean[rows * columns];
        rowAreaKm2 = new double[rows];
    }

    /// The cells of a window.
    ///
    /// @param stepDeg wanted width and height of a cell; made a little smaller where it does not
    ///   divide the window
    /// @param heightsM heights above ground, each 0 or more, rising
    public static SkyGrid over(Window window, double stepDeg, Terrain terrain, double... heightsM) {
        requireHeights(heightsM);
        double rows = Math.ceil((window.northDeg() - window.southDeg()) / stepDeg - 1e-9);
        double columns = Math.ceil((window.eastDeg() - window.westDeg()) / stepDeg - 1e-9);
        if (!(stepDeg > 0 && rows * columns <= MOST_CELLS)) {
            throw new IllegalArgumentException(
                    "The step (%s degrees) must be more than 0 and cut the window into %d cells or fewer.\nMaybe take a coarser step or a smaller window."
                            .formatted(stepDeg, MOST_CELLS));
        }
        var sky = new SkyGrid(window, (int) rows, (int) columns, heightsM.clone());
        for (int row = 0; row < sky.rows; row++) {
            double north = sky.latitudeDeg(row - 0.5);
            double south = sky.latitudeDeg(row + 0.5);
            sky.rowAreaKm2[row] =
                    Math.toRadians(sky.columnStepDeg()) * (zone(north) - zone(south)) / M2_PER_KM2;
            for (int column = 0; column < sky.columns; column++) {
                int cell = row * sky.columns + column;
                GeoPoint centre = sky.centre(cell);
                sky.groundM[cell] = (float) terrain.heightM(centre);
                sky.fine[cell] = isFine(terrain, centre);
                sky.unknown[cell] = terrain.isUnknown(centre.latitudeRad(), centre.longitudeRad());
            }
        }
        return sky;
    }

    private static void requireHeights(double[] heightsM) {
        double least = 0;
        for (double height : heightsM) {
            if (!(height >= least && height < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The heights above ground %s must be 0 or more and rise."
                                .formatted(Arrays.toString(heightsM)));
            }
            least = height;
        }
        if (heightsM.length == 0) {
            throw new IllegalArgumentException("A sky needs at least one height above ground.");
        }
    }

    /// Whether terrain is fine enough at a point to answer below [#LOW_M].
    public static boolean isFine(Terrain terrain, GeoPoint point) {
        return terrain.spacingRad(point) <= FINE_RAD;
    }

    /// Area from the equator to a parallel, m² for each radian of longitude.
    private static double zone(double latitudeDeg) {
        double e2 = FLATTENING * (2 - FLATTENING);
        double e = StrictMath.sqrt(e2);
        double sine = StrictMath.sin(Math.toRadians(latitudeDeg));
        double log = StrictMath.log((1 + e * sine) / (1 - e * sine)) / (2 * e);
        return SEMI_MINOR_M * SEMI_MINOR_M / 2 * (sine / (1 - e2 * sine * sine) + log);
    }

    private double latitudeDeg(double row) {
        return window.northDeg() - (row + 0.5) * (window.northDeg() - window.southDeg()) / rows;
    }

    private double columnStepDeg() {
        return (window.eastDeg() - window.westDeg()) / columns;
    }

    /// The window.
    public Window window() {
        return window;
    }

    /// Number of rows.
    public int rows() {
        return rows;
    }

    /// Number of columns.
    public int columns() {
        return columns;
    }

    /// Number of cells.
    public int cells() {
        return rows * columns;
    }

    /// Heights above ground at which coverage is asked, m, rising.
    public double[] heightsM() {
        return heightsM.clone();
    }

    double heightM(int heightIndex) {
        return heightsM[heightIndex];
    }

    int heights() {
        return heightsM.length;
    }

    /// Centre of a cell.
    public GeoPoint centre(int cell) {
        int row = cell / columns;
        int column = cell - row * columns;
        return GeoPoint.ofDegrees(
                latitudeDeg(row), window.westDeg() + (column + 0.5) * columnStepDeg());
    }

    /// The cell that holds a point, -1 when it lies outside the window; on a border the one to the
    /// south or east.
    public int cellOf(GeoPoint point) {
        double south = window.northDeg() - point.latitudeDeg();
        double east = point.longitudeDeg() - window.westDeg();
        // a border is told from its neighbours to a millionth of a cell
        int row = (int) Math.floor(south * rows / (window.northDeg() - window.southDeg()) + BORDER);
        int column = (int) Math.floor(east / columnStepDeg() + BORDER);
        return row >= 0 && row < rows && column >= 0 && column < columns
                ? row * columns + column
                : -1;
    }

    /// Area of a cell, km².
    public double areaKm2(int cell) {
        return rowAreaKm2[cell / columns];
    }

    /// Height of the ground at the centre of a cell above sea level, m.
    public double groundM(int cell) {
        return groundM[cell];
    }

    /// Whether the ground at the centre of a cell is unknown: data cover it and have none there.
    public boolean isUnknown(int cell) {
        return unknown[cell];
    }

    /// Whether terrain at a cell is fine enough to answer below [#LOW_M].
    public boolean isFine(int cell) {
        return fine[cell];
    }
}
