package parapet.terrain;

import java.util.Arrays;
import parapet.geo.GeoPoint;

/// A regular grid of heights in latitude and longitude, bilinear between the centres of its cells.
///
///     z = (1-v) ((1-u) z_00 + u z_01) + v ((1-u) z_10 + u z_11),   u, v in 0..1 across and down
///
/// Up to half a cell beyond the outermost centres the nearest ones count, so that neighbouring
/// sheets leave no gap. Where one of the four heights is missing, so is the answer: [#heightM] then
/// says 0 and [#spacingRad] infinite. Immutable, for any thread.
public final class GridTerrain implements Terrain {
    private final Layout layout;
    private final double northRad;
    private final double westRad;
    private final double rowsPerRad;
    private final double columnsPerRad;
    private final Heights heights;
    private final double firstRow;
    private final double lastRow;
    private final double firstColumn;
    private final double lastColumn;

    /// Where the cells of a grid lie.
    ///
    /// @param northDeg latitude of the centres of the first row, -90..90
    /// @param westDeg longitude of the centres of the first column, -360..360
    /// @param rowStepDeg rows are so far apart, from north to south, more than 0
    /// @param columnStepDeg columns are so far apart, from west to east, more than 0
    /// @param rows 2 or more
    /// @param columns 2 or more
    public record Layout(
            double northDeg,
            double westDeg,
            double rowStepDeg,
            double columnStepDeg,
            int rows,
            int columns) {
        private static final double SLACK_DEG = 1e-6;

        public Layout {
            if (rows < 2 || columns < 2 || (long) rows * columns > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "A grid of heights must have 2 or more rows and columns and fewer than 2^31 cells; it has %d rows and %d columns."
                                .formatted(rows, columns));
            }
            if (!(rowStepDeg > 0 && columnStepDeg > 0)) {
                throw new IllegalArgumentException(
                        "The steps of a grid of heights (%s and %s degrees) must be more than 0."
                                .formatted(rowStepDeg, columnStepDeg));
            }
            double southDeg = northDeg - (rows - 1) * rowStepDeg;
            double widthDeg = (columns - 1) * columnStepDeg;
            if (!(northDeg <= 90 + rowStepDeg / 2 + SLACK_DEG
                    && southDeg >= -90 - rowStepDeg / 2 - SLACK_DEG)) {
                throw new IllegalArgumentException(
                        "The latitudes of a grid of heights (%s to %s degrees) must lie in -90..90."
                                .formatted(southDeg, northDeg));
            }
            if (!(Math.abs(westDeg) <= 360 && widthDeg <= 360 + SLACK_DEG)) {
                throw new IllegalArgumentException(
                        "The longitudes of a grid of heights (from %s, %s wide, degrees) must lie in -360..360 and span 360 or less."
                                .formatted(westDeg, widthDeg));
            }
        }

        /// Number of cells.
        public int cells() {
            return rows * columns;
        }
    }

    private interface Heights {
        /// Height of a cell, m, or not a number.
        double at(int index);
    }

    private static final class Shorts implements Heights {
        private final short[] metres;
        private final int noData;

        Shorts(short[] metres, int noData) {
            this.metres = metres;
            this.noData = noData;
        }

        @Override
        public double at(int index) {
            short z = metres[index];
            return z == noData ? Double.NaN : z;
        }
    }

    private static final class Floats implements Heights {
        private final float[] metres;

        Floats(float[] metres) {
            this.metres = metres;
        }

        @Override
        public double at(int index) {
            return metres[index];
        }
    }

    private GridTerrain(Layout layout, int given, Heights heights) {
        if (given != layout.cells()) {
            throw new IllegalArgumentException(
                    "A grid of %d rows and %d columns needs %d heights; it has %d."
                            .formatted(layout.rows(), layout.columns(), layout.cells(), given));
        }
        this(
                layout,
                heights,
                new double[] {-0.5, -0.5, layout.rows() - 0.5, layout.columns() - 0.5});
    }

    private GridTerrain(Layout layout, Heights heights, double[] limits) {
        this.layout = layout;
        this.heights = heights;
        firstRow = limits[0];
        firstColumn = limits[1];
        lastRow = limits[2];
        lastColumn = limits[3];
        northRad = Math.toRadians(layout.northDeg());
        westRad = Math.toRadians(layout.westDeg());
        rowsPerRad = 1 / Math.toRadians(layout.rowStepDeg());
        columnsPerRad = 1 / Math.toRadians(layout.columnStepDeg());
    }

    /// A grid of whole metres.
    ///
    /// @param heightsM `heights[row][column]` in one array, rows from north to south; copied
    /// @param noData the value that means no data; one outside -32768..32767 for none
    public static GridTerrain ofWholeMetres(Layout layout, short[] heightsM, int noData) {
        return new GridTerrain(layout, heightsM.length, new Shorts(heightsM.clone(), noData));
    }

    /// A grid of metres and parts of them; not a number means no data.
    ///
    /// @param heightsM `heights[row][column]` in one array, rows from north to south; copied
    public static GridTerrain ofMetres(Layout layout, float[] heightsM) {
        return new GridTerrain(
                layout, heightsM.length, new Floats(Arrays.copyOf(heightsM, heightsM.length)));
    }

    /// The same heights, that answer on some sides up to the outermost centres only: beyond them a
    /// neighbour does, of whose cells the outermost ones here are copies.
    public GridTerrain endingAtCentres(boolean north, boolean west, boolean south, boolean east) {
        double slack = 1e-9; // of a cell, so that no gap is left by rounding
        return new GridTerrain(
                layout,
                heights,
                new double[] {
                    north ? -slack : firstRow,
                    west ? -slack : firstColumn,
                    south ? layout.rows() - 1 + slack : lastRow,
                    east ? layout.columns() - 1 + slack : lastColumn
                });
    }

    /// Where the cells lie.
    public Layout layout() {
        return layout;
    }

    /// Height of a cell, m, or not a number where there are no data.
    public double cellHeightM(int row, int column) {
        return heights.at(row * layout.columns() + column);
    }

    /// Spacing of the centres, the wider of the two ways, rad.
    public double cellSpacingRad() {
        return Math.toRadians(Math.max(layout.rowStepDeg(), layout.columnStepDeg()));
    }

    @Override
    public double heightM(GeoPoint point) {
        double z = knownHeightM(point.latitudeRad(), point.longitudeRad());
        return Double.isNaN(z) ? 0 : z;
    }

    @Override
    public double spacingRad(GeoPoint point) {
        return Double.isNaN(knownHeightM(point.latitudeRad(), point.longitudeRad()))
                ? Double.POSITIVE_INFINITY
                : cellSpacingRad();
    }

    @Override
    public double knownHeightM(double latitudeRad, double longitudeRad) {
        int rows = layout.rows();
        int columns = layout.columns();
        double row = (northRad - latitudeRad) * rowsPerRad;
        double column = column(longitudeRad);
        if (!covers(row, column)) {
            return Double.NaN;
        }
        row = Math.min(Math.max(row, 0), rows - 1);
        column = Math.min(Math.max(column, 0), columns - 1);
        int i = Math.min((int) row, rows - 2);
        int j = Math.min((int) column, columns - 2);
        double v = row - i;
        double u = column - j;
        int k = i * columns + j;
        double north = (1 - u) * heights.at(k) + u * heights.at(k + 1);
        double south = (1 - u) * heights.at(k + columns) + u * heights.at(k + columns + 1);
        return (1 - v) * north + v * south;
    }

    @Override
    public boolean isUnknown(double latitudeRad, double longitudeRad) {
        return covers((northRad - latitudeRad) * rowsPerRad, column(longitudeRad))
                && Double.isNaN(knownHeightM(latitudeRad, longitudeRad));
    }

    private boolean covers(double row, double column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    private double column(double longitudeRad) {
        double column = (longitudeRad - westRad) * columnsPerRad;
        double round = 2 * Math.PI * columnsPerRad;
        if (column < firstColumn) {
            column += round;
        } else if (column > lastColumn) {
            column -= round;
        }
        return column;
    }
}
