package parapet.export;

import java.util.List;

/// Values on a grid of latitude and longitude (WGS 84), rows from north to south, each from west to
/// east; a cell is an area and has its value as a whole.
///
/// @param westDeg western edge, degrees
/// @param northDeg northern edge, degrees
/// @param longitudeStepDeg width of a cell, degrees, more than 0
/// @param latitudeStepDeg height of a cell, degrees, more than 0
/// @param rows number of rows, 1 or more
/// @param columns number of columns, 1 or more
/// @param bands what is known of each cell, 1 or more
public record Raster(
        double westDeg,
        double northDeg,
        double longitudeStepDeg,
        double latitudeStepDeg,
        int rows,
        int columns,
        List<Band> bands) {
    /// One value for each cell.
    ///
    /// @param name what it is, with its unit
    /// @param values `values[row * columns + column]`, NaN for no data
    public record Band(String name, float[] values) {}

    public Raster {
        bands = List.copyOf(bands);
        if (rows < 1 || columns < 1 || bands.isEmpty()) {
            throw new IllegalArgumentException(
                    "The rows (%d), columns (%d) and bands (%d) of a raster must be 1 or more."
                            .formatted(rows, columns, bands.size()));
        }
        if (!(longitudeStepDeg > 0 && latitudeStepDeg > 0)) {
            throw new IllegalArgumentException(
                    "The steps (%s, %s degrees) of a raster must be more than 0."
                            .formatted(longitudeStepDeg, latitudeStepDeg));
        }
        for (Band band : bands) {
            if (band.values().length != rows * columns) {
                throw new IllegalArgumentException(
                        "The band (%s) has (%d) values for (%d) cells."
                                .formatted(band.name(), band.values().length, rows * columns));
            }
        }
    }

    /// The band of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public float[] band(String name) {
        for (Band band : bands) {
            if (band.name().equals(name)) {
                return band.values();
            }
        }
        throw new IllegalArgumentException(
                "The band (%s) must be one of (%s)."
                        .formatted(name, bands.stream().map(Band::name).toList()));
    }
}
