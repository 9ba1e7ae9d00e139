package parapet.io.terrain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import parapet.io.results.RunException;
import parapet.terrain.GridTerrain;

/// Rows of bytes as heights, with the limits that keep a broken file from taking all memory.
final class Bytes {
    /// How any other file is made readable.
    static final String CONVERT =
            "Convert it: gdal_translate -of GTiff -co COMPRESS=DEFLATE -ot Int16 IN OUT.tif (and gdalwarp -t_srs EPSG:4326 first if it is projected).";

    private static final int MOST_CELLS = 120_000_000;
    private static final int SHARE_OF_MEMORY = 8;

    private Bytes() {}

    /// How a height is written.
    enum Kind {
        INT16(2),
        FLOAT32(4);

        final int size;

        Kind(int size) {
            this.size = size;
        }
    }

    /// Refuses a grid that is too large, before anything is taken for it.
    static int cells(Path file, long rows, long columns, Kind kind) {
        if (rows < 2 || columns < 2) {
            throw RunException.input(
                    "%s: expected 2 or more rows and columns; found %d rows and %d columns"
                            .formatted(file, rows, columns),
                    "See whether the file is whole.");
        }
        double cells = (double) rows * columns;
        long memory = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
        if (cells > MOST_CELLS || cells * kind.size > memory) {
            throw RunException.input(
                    "%s: %d rows and %d columns are too many; at most %,d heights are read, in %,d bytes"
                            .formatted(file, rows, columns, MOST_CELLS, memory),
                    "Cut out what is needed: gdal_translate -projwin WEST NORTH EAST SOUTH IN OUT.tif, or give Java more memory.");
        }
        return (int) (rows * columns);
    }

    /// The file is shorter than it says.
    static RunException truncated(Path file, long expected, long found) {
        return RunException.input(
                "%s: expected %,d bytes; found %,d: the file is cut off or not what it says"
                        .formatted(file, expected, found),
                "Get the file again.");
    }

    /// A grid from heights row by row without gaps.
    ///
    /// @param noData value that means no data, or not a number for none
    static GridTerrain grid(
            GridTerrain.Layout layout, byte[] data, ByteOrder order, Kind kind, double noData) {
        var buffer = ByteBuffer.wrap(data).order(order);
        if (kind == Kind.INT16) {
            short[] metres = new short[layout.cells()];
            buffer.asShortBuffer().get(metres);
            boolean usable = noData == StrictMath.rint(noData) && Math.abs(noData) <= 32768;
            return GridTerrain.ofWholeMetres(
                    layout, metres, usable ? (int) noData : Integer.MIN_VALUE);
        }
        float[] metres = new float[layout.cells()];
        buffer.asFloatBuffer().get(metres);
        float missing = (float) noData;
        for (int i = 0; i < metres.length; i++) {
            boolean real = Float.isFinite(metres[i]) && Math.abs(metres[i]) < 20_000;
            if (metres[i] == missing || !real) {
                metres[i] = Float.NaN;
            }
        }
        return GridTerrain.ofMetres(layout, metres);
    }
}
