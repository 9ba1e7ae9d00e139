package parapet.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads back what [GeoTiff] may write, straight from the text of TIFF 6.0: no code is shared.
final class TinyTiff {
    private final ByteBuffer data;
    private final Map<Integer, Integer> at = new HashMap<>();

    TinyTiff(byte[] bytes) {
        data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (data.getShort(0) != 0x4949 || data.getShort(2) != 42) {
            throw new IllegalArgumentException("no little-endian TIFF");
        }
        int directory = data.getInt(4);
        int last = 0;
        for (int i = 0; i < data.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            int tag = data.getShort(entry) & 0xffff;
            if (tag <= last) {
                throw new IllegalArgumentException("tags must rise: " + tag);
            }
            last = tag;
            at.put(tag, entry);
        }
    }

    private int entry(int tag) {
        Integer entry = at.get(tag);
        if (entry == null) {
            throw new IllegalArgumentException("no tag " + tag);
        }
        return entry;
    }

    int count(int tag) {
        return data.getInt(entry(tag) + 4);
    }

    double value(int tag, int i) {
        int entry = entry(tag);
        int type = data.getShort(entry + 2);
        int size = type == 12 ? 8 : type == 4 ? 4 : type == 3 ? 2 : 1;
        int from = size * count(tag) <= 4 ? entry + 8 : data.getInt(entry + 8);
        int place = from + size * i;
        return switch (type) {
            case 12 -> data.getDouble(place);
            case 4 -> data.getInt(place);
            case 3 -> data.getShort(place) & 0xffff;
            default -> data.get(place) & 0xff;
        };
    }

    String text(int tag) {
        byte[] bytes = new byte[count(tag)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) value(tag, i);
        }
        return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\0$", "");
    }

    /// All values of a band, in rows.
    double[] band(int band) throws DataFormatException {
        int columns = (int) value(256, 0);
        int rows = (int) value(257, 0);
        int bits = (int) value(258, band);
        int form = (int) value(339, band);
        int perStrip = (int) value(278, 0);
        int strips = (rows + perStrip - 1) / perStrip;
        double[] values = new double[rows * columns];
        for (int s = 0; s < strips; s++) {
            int n = Math.min(perStrip, rows - s * perStrip) * columns;
            byte[] packed = new byte[(int) value(279, band * strips + s)];
            data.get((int) value(273, band * strips + s), packed);
            byte[] plain = new byte[n * bits / 8];
            try (var inflater = new Inflater()) {
                inflater.setInput(packed);
                if (inflater.inflate(plain) != plain.length) {
                    throw new DataFormatException("short strip");
                }
            }
            ByteBuffer b = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < n; i++) {
                values[s * perStrip * columns + i] =
                        form == 3 ? b.getFloat() : bits == 16 ? b.getShort() : b.get() & 0xff;
            }
        }
        return values;
    }
}
