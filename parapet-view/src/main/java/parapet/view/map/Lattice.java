package parapet.view.map;

import java.util.Arrays;

/// A regular grid of cells in latitude and longitude, one pixel of a map each; rows from north to
/// south, columns from west to east.
///
/// @param northDeg latitude of the middle of the first row, degrees
/// @param westDeg longitude of the middle of the first column, degrees
/// @param latitudeStepDeg height of a cell, degrees, more than 0
/// @param longitudeStepDeg width of a cell, degrees, more than 0
/// @param rows number of rows, 1 or more
/// @param columns number of columns, 1 or more
public record Lattice(
        double northDeg,
        double westDeg,
        double latitudeStepDeg,
        double longitudeStepDeg,
        int rows,
        int columns) {
    private static final long MOST_CELLS = 4_000_000;
    private static final double SAME_DEG = 1e-6;
    private static final double KM_PER_DEG = 111.195; // of a sphere of 6371 km

    public Lattice {
        if (rows < 1 || columns < 1 || (long) rows * columns > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "The rows (%d) and columns (%d) must be 1 or more, and at most %d cells."
                            .formatted(rows, columns, MOST_CELLS));
        }
        if (!(latitudeStepDeg > 0 && longitudeStepDeg > 0)) {
            throw new IllegalArgumentException(
                    "The steps (%s, %s) must be more than 0."
                            .formatted(latitudeStepDeg, longitudeStepDeg));
        }
    }

    /// The grid on which cells lie: its step is the least distance between two of them.
    ///
    /// @param latitudesDeg middles of the cells, degrees, in any order
    /// @param longitudesDeg the same for longitude
    public static Lattice of(double[] latitudesDeg, double[] longitudesDeg) {
        double[] latitudes = distinct(latitudesDeg);
        double[] longitudes = distinct(longitudesDeg);
        double latitudeStep = step(latitudes);
        double longitudeStep = step(longitudes);
        if (Double.isNaN(latitudeStep)) {
            latitudeStep = Double.isNaN(longitudeStep) ? 1 : longitudeStep;
        }
        if (Double.isNaN(longitudeStep)) {
            longitudeStep = latitudeStep;
        }
        double north = latitudes[latitudes.length - 1];
        double west = longitudes[0];
        return new Lattice(
                north,
                west,
                latitudeStep,
                longitudeStep,
                Math.toIntExact(Math.round((north - latitudes[0]) / latitudeStep)) + 1,
                Math.toIntExact(
                                Math.round(
                                        (longitudes[longitudes.length - 1] - west) / longitudeStep))
                        + 1);
    }

    private static double[] distinct(double[] valuesDeg) {
        double[] sorted = valuesDeg.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException(
                    "The cells (%d) must be 1 or more, at known places.".formatted(sorted.length));
        }
        int n = 1;
        for (double value : sorted) {
            if (value - sorted[n - 1] > SAME_DEG) {
                sorted[n++] = value;
            }
        }
        return Arrays.copyOf(sorted, n);
    }

    private static double step(double[] sorted) {
        if (sorted.length < 2) {
            return Double.NaN;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            least = Math.min(least, sorted[i] - sorted[i - 1]);
        }
        // the whole length divided by the whole number of steps carries less rounding
        double length = sorted[sorted.length - 1] - sorted[0];
        return length / Math.round(length / least);
    }

    public int size() {
        return rows * columns;
    }

    /// Row of the cell that holds a latitude; outside 0..rows−1 when none does.
    public int row(double latitudeDeg) {
        return (int) Math.floor((northDeg - latitudeDeg) / latitudeStepDeg + 0.5);
    }

    /// Column of the cell that holds a longitude; outside 0..columns−1 when none does.
    public int column(double longitudeDeg) {
        return (int) Math.floor((longitudeDeg - westDeg) / longitudeStepDeg + 0.5);
    }

    /// Index of the cell that holds a place, −1 when it lies outside.
    public int index(double latitudeDeg, double longitudeDeg) {
        int row = row(latitudeDeg);
        int column = column(longitudeDeg);
        return row < 0 || row >= rows || column < 0 || column >= columns
                ? -1
                : row * columns + column;
    }

    public double latitudeDeg(int row) {
        return northDeg - row * latitudeStepDeg;
    }

    public double topDeg() {
        return northDeg + latitudeStepDeg / 2;
    }

    public double bottomDeg() {
        return topDeg() - rows * latitudeStepDeg;
    }

    public double leftDeg() {
        return westDeg - longitudeStepDeg / 2;
    }

    public double rightDeg() {
        return leftDeg() + columns * longitudeStepDeg;
    }

    /// Cosine of the middle latitude: how much shorter a degree of longitude is drawn.
    public double squeeze() {
        return StrictMath.cos(StrictMath.toRadians((topDeg() + bottomDeg()) / 2));
    }

    /// Area of a cell of a row on a sphere, km².
    public double areaKm2(int row) {
        return latitudeStepDeg
                * longitudeStepDeg
                * KM_PER_DEG
                * KM_PER_DEG
                * StrictMath.cos(StrictMath.toRadians(latitudeDeg(row)));
    }

    /// Kilometres of one degree of longitude at the middle latitude.
    public double kmPerDegreeEast() {
        return KM_PER_DEG * squeeze();
    }
}
