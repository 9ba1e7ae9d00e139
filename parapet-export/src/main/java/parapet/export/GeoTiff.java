package parapet.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import parapet.io.results.WholeFile;

/// Writes a [Raster] as GeoTIFF: a little-endian TIFF of version 42 [TIFF6, part 1], one plane for
/// each band, in strips packed by Deflate, with the geographic keys of EPSG:4326 [GeoTIFF11, ch.
/// 7], and names of bands and the value for no data as GDAL reads them.
///
/// Not written: tiles, overviews, colours, files beyond 2 GB.
public final class GeoTiff {
    /// What stands for no data.
    public static final int NO_DATA = -9999;

    /// What stands for no data in bytes, which know no negative numbers.
    public static final int NO_DATA_UINT8 = 255;

    private static final int STRIP_BYTES = 1 << 16;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int ASCII = 2;
    private static final int HEAD = 8;
    private static final int ENTRY = 12;

    /// Form of the values.
    public enum Sample {
        /// Four bytes with a point.
        FLOAT32(4, 3),
        /// Two bytes, -32768..32767; values are rounded.
        INT16(2, 2),
        /// One byte, 0..255; values are rounded.
        UINT8(1, 1);

        private final int bytes;
        private final int format;

        Sample(int bytes, int format) {
            this.bytes = bytes;
            this.format = format;
        }

        private int noData() {
            return this == UINT8 ? NO_DATA_UINT8 : NO_DATA;
        }

        private void put(ByteBuffer to, float value) {
            float said = Float.isNaN(value) ? noData() : value;
            switch (this) {
                case FLOAT32 -> to.putFloat(said);
                case INT16 -> to.putShort((short) within(said, Short.MIN_VALUE, Short.MAX_VALUE));
                case UINT8 -> to.put((byte) within(said, 0, 255));
            }
        }

        private int within(float value, int least, int most) {
            int whole = Math.round(value);
            if (whole < least || whole > most) {
                throw new IllegalArgumentException(
                        "The value (%s) does not fit into %s, which holds %d..%d."
                                .formatted(value, this, least, most));
            }
            return whole;
        }
    }

    private record Entry(int tag, int type, int count, byte[] value) {}

    private final List<Entry> entries = new ArrayList<>();

    private GeoTiff() {}

    /// Writes a file: beside it first, then renamed.
    ///
    /// @throws IOException if it cannot be written
    public static void write(Path file, Raster raster, Sample sample) throws IOException {
        WholeFile.write(file, bytes(raster, sample));
    }

    /// The bytes of the file.
    static byte[] bytes(Raster raster, Sample sample) {
        return new GeoTiff().make(raster, sample);
    }

    private byte[] make(Raster raster, Sample sample) {
        int bands = raster.bands().size();
        int rowsPerStrip =
                Math.clamp(STRIP_BYTES / (raster.columns() * sample.bytes), 1, raster.rows());
        var strips = new ByteArrayOutputStream();
        var offsets = new ArrayList<Integer>();
        var counts = new ArrayList<Integer>();
        for (Raster.Band band : raster.bands()) {
            for (int row = 0; row < raster.rows(); row += rowsPerStrip) {
                int rows = Math.min(rowsPerStrip, raster.rows() - row);
                byte[] strip = strip(raster, band, row, rows, sample);
                offsets.add(HEAD + strips.size());
                counts.add(strip.length);
                strips.writeBytes(strip);
                if (strips.size() % 2 == 1) {
                    strips.write(0); // strips begin at even places
                }
            }
        }
        shorts(256, raster.columns());
        shorts(257, raster.rows());
        shorts(258, repeat(8 * sample.bytes, bands));
        shorts(259, 8); // Deflate
        shorts(262, 1); // least is black
        longs(273, offsets);
        shorts(277, bands);
        shorts(278, rowsPerStrip);
        longs(279, counts);
        shorts(284, bands == 1 ? 1 : 2); // a plane for each band
        if (bands > 1) {
            shorts(338, repeat(0, bands - 1));
        }
        shorts(339, repeat(sample.format, bands));
        doubles(33550, raster.longitudeStepDeg(), raster.latitudeStepDeg(), 0);
        doubles(33922, 0, 0, 0, raster.westDeg(), raster.northDeg(), 0);
        // version, number of keys; geographic model, cells are areas, EPSG:4326, degrees
        shorts(34735, 1, 1, 0, 4, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326, 2054, 0, 1, 9102);
        text(42112, names(raster));
        text(42113, String.valueOf(sample.noData()));
        return file(strips.toByteArray());
    }

    private static byte[] strip(Raster raster, Raster.Band band, int row, int rows, Sample sample) {
        int cells = rows * raster.columns();
        ByteBuffer plain = ByteBuffer.allocate(cells * sample.bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < cells; i++) {
            sample.put(plain, band.values()[row * raster.columns() + i]);
        }
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(all(plain));
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 14];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        }
    }

    private static int[] repeat(int value, int times) {
        int[] all = new int[times];
        Arrays.fill(all, value);
        return all;
    }

    private static String names(Raster raster) {
        var text = new StringBuilder("<GDALMetadata>\n");
        for (int b = 0; b < raster.bands().size(); b++) {
            text.append(
                    "  <Item name=\"DESCRIPTION\" sample=\"%d\" role=\"description\">%s</Item>\n"
                            .formatted(b, escape(raster.bands().get(b).name())));
        }
        return text.append("</GDALMetadata>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void shorts(int tag, int... values) {
        ByteBuffer bytes = buffer(2 * values.length);
        for (int v : values) {
            bytes.putShort((short) v);
        }
        entries.add(new Entry(tag, SHORT, values.length, all(bytes)));
    }

    private void longs(int tag, List<Integer> values) {
        ByteBuffer bytes = buffer(4 * values.size());
        values.forEach(bytes::putInt);
        entries.add(new Entry(tag, LONG, values.size(), all(bytes)));
    }

    private void doubles(int tag, double... values) {
        ByteBuffer bytes = buffer(8 * values.length);
        for (double v : values) {
            bytes.putDouble(v);
        }
        entries.add(new Entry(tag, DOUBLE, values.length, all(bytes)));
    }

    private void text(int tag, String text) {
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
        entries.add(new Entry(tag, ASCII, bytes.length, bytes));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] all(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.clear().get(bytes);
        return bytes;
    }

    /// Head, strips, directory, values that do not fit into the directory.
    private byte[] file(byte[] strips) {
        int directory = HEAD + strips.length;
        int values = directory + 2 + ENTRY * entries.size() + 4;
        int size = values;
        for (Entry e : entries) {
            size += e.value.length > 4 ? even(e.value.length) : 0;
        }
        ByteBuffer file = buffer(size);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory).put(strips);
        file.putShort((short) entries.size());
        for (Entry e : entries) {
            file.putShort((short) e.tag).putShort((short) e.type).putInt(e.count);
            if (e.value.length > 4) {
                file.putInt(values);
                file.put(values, e.value);
                values += even(e.value.length);
            } else {
                file.put(e.value).position(file.position() + 4 - e.value.length);
            }
        }
        file.putInt(0); // no further directory
        return all(file);
    }

    private static int even(int length) {
        return length + length % 2;
    }
}
