package parapet.io.terrain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import parapet.io.results.RunException;

/// Rows of numbers as heights, with the limits that keep a broken file from taking all memory.
final class Bytes {
    /// How any other file in latitude and longitude is made readable.
    static final String CONVERT =
            "Convert it: gdal_translate -b 1 -ot Float32 -co COMPRESS=DEFLATE IN OUT.tif";

    /// How a file in other coordinates is made readable.
    static final String WARP =
            "Convert it: gdalwarp -t_srs EPSG:4326 -r bilinear -ot Float32 -co COMPRESS=DEFLATE IN OUT.tif";

    /// How a file is made smaller.
    static final String CUT =
            "Cut out what is needed: gdal_translate -projwin WEST NORTH EAST SOUTH IN OUT.tif, or give Java more memory.";

    /// What stands for no data in many files that do not say so.
    private static final double USUAL = -9999;

    private static final int MOST_CELLS = 120_000_000;
    private static final int SHARE_OF_MEMORY = 2;
    private static final int BYTES_BESIDE = 6; // a cell as a real number, and as a whole one

    private Bytes() {}

    /// How a number is written.
    enum Kind {
        UINT8(1),
        INT16(2),
        UINT16(2),
        INT32(4),
        UINT32(4),
        FLOAT32(4),
        FLOAT64(8);

        final int size;

        Kind(int size) {
            this.size = size;
        }

        double at(ByteBuffer data, int index) {
            return switch (this) {
                case UINT8 -> data.get(index) & 0xff;
                case INT16 -> data.getShort(2 * index);
                case UINT16 -> data.getShort(2 * index) & 0xffff;
                case INT32 -> data.getInt(4 * index);
                case UINT32 -> data.getInt(4 * index) & 0xffff_ffffL;
                case FLOAT32 -> data.getFloat(4 * index);
                case FLOAT64 -> data.getDouble(8 * index);
            };
        }

        void put(ByteBuffer data, double value) {
            switch (this) {
                case UINT8 -> data.put((byte) (long) value);
                case INT16, UINT16 -> data.putShort((short) (long) value);
                case INT32, UINT32 -> data.putInt((int) (long) value);
                case FLOAT32 -> data.putFloat((float) value);
                case FLOAT64 -> data.putDouble(value);
            }
        }

        /// A number as it comes back from the file.
        double rounded(double value) {
            return this == FLOAT32 ? (float) value : value;
        }
    }

    /// What a number of a file means: the height is (number x scale + offset) x metres.
    ///
    /// @param metres length of the unit, m
    /// @param noData number that means no data, or not a number for none
    record Meaning(double scale, double offset, double metres, double noData) {
        static Meaning metres(double noData) {
            return new Meaning(1, 0, 1, noData);
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
        if (cells > MOST_CELLS || cells * (kind.size + BYTES_BESIDE) > memory) {
            throw RunException.input(
                    "%s: %d rows and %d columns are too many; at most %,d heights are read, in %,d bytes"
                            .formatted(file, rows, columns, MOST_CELLS, memory),
                    CUT);
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

    /// Heights in metres, in the order of the file; not a number where there are no data.
    static float[] heights(byte[] data, ByteOrder order, Kind kind, Meaning meaning) {
        var numbers = ByteBuffer.wrap(data).order(order);
        float[] heights = new float[data.length / kind.size];
        double missing = kind.rounded(meaning.noData());
        for (int i = 0; i < heights.length; i++) {
            double number = kind.at(numbers, i);
            double metres = (number * meaning.scale() + meaning.offset()) * meaning.metres();
            boolean real =
                    number != missing
                            && number != USUAL
                            && !(kind == Kind.INT16 && number <= -32_767)
                            && Double.isFinite(metres);
            heights[i] = real ? (float) metres : Float.NaN;
        }
        return heights;
    }

    /// The rows from last to first.
    static void turnRows(float[] heights, int columns) {
        for (int top = 0, end = heights.length - columns;
                top < end;
                top += columns, end -= columns) {
            for (int j = 0; j < columns; j++) {
                float held = heights[top + j];
                heights[top + j] = heights[end + j];
                heights[end + j] = held;
            }
        }
    }

    /// The columns from last to first.
    static void turnColumns(float[] heights, int columns) {
        for (int row = 0; row < heights.length; row += columns) {
            for (int a = row, b = row + columns - 1; a < b; a++, b--) {
                float held = heights[a];
                heights[a] = heights[b];
                heights[b] = held;
            }
        }
    }
}
