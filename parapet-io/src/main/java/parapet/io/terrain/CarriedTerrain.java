package parapet.io.terrain;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.InflaterInputStream;
import parapet.terrain.GridTerrain;

/// The sheet of terrain inside the program: ETOPO5, made by `bin/make-terrain.py`, which also
/// describes the file; where it comes from stands beside it in `etopo5.md`.
final class CarriedTerrain {
    private static final int MAGIC = 0x50544552; // PTER
    private static final double ARC_SECONDS_PER_DEG = 3600;

    private CarriedTerrain() {}

    private static final class Holder {
        static final GridTerrain ETOPO5 = read("etopo5.ter");
    }

    /// Read once, when first asked for.
    static GridTerrain etopo5() {
        return Holder.ETOPO5;
    }

    private static GridTerrain read(String resource) {
        try (var stream = CarriedTerrain.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its " + resource + ".");
            }
            var header = new DataInputStream(stream);
            if (header.readInt() != MAGIC || header.readUnsignedShort() != 1) {
                throw new IllegalStateException(resource + " is of another form.");
            }
            int rows = header.readUnsignedShort();
            int columns = header.readUnsignedShort();
            double northDeg = header.readInt() / ARC_SECONDS_PER_DEG;
            double westDeg = header.readInt() / ARC_SECONDS_PER_DEG;
            double stepDeg = header.readInt() / ARC_SECONDS_PER_DEG;
            var layout = new GridTerrain.Layout(northDeg, westDeg, stepDeg, stepDeg, rows, columns);
            short[] metres = new short[layout.cells()];
            byte[] data = new InflaterInputStream(stream).readNBytes(2 * metres.length);
            for (int i = 0; i < metres.length; i++) {
                int before = i % columns == 0 ? 0 : metres[i - 1];
                int difference = (data[2 * i] << 8) | (data[2 * i + 1] & 0xff);
                metres[i] = (short) (before + difference);
            }
            return GridTerrain.ofWholeMetres(layout, metres, Integer.MIN_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
