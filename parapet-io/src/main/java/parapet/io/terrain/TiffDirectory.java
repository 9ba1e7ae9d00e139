package parapet.io.terrain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import parapet.io.results.RunException;

/// The first image directory of a TIFF or BigTIFF file: its entries as numbers and texts. Every
/// offset and count is held against the length of the file before anything is read or taken.
final class TiffDirectory {
    private static final int MOST_TEXT = 100_000;

    private final Path file;
    private final byte[] bytes;
    private final ByteBuffer data; // the same bytes
    private final boolean big;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>();

    /// @param type code of the form of the values
    /// @param at place of the first value in the file
    private record Entry(int type, int count, int at) {}

    private TiffDirectory(Path file, byte[] bytes, ByteBuffer data, boolean big) {
        this.file = file;
        this.bytes = bytes;
        this.data = data;
        this.big = big;
    }

    static TiffDirectory of(Path file, byte[] bytes) {
        if (bytes.length < 16) {
            throw Bytes.truncated(file, 16, bytes.length);
        }
        var data = ByteBuffer.wrap(bytes);
        int mark = data.getShort(0);
        if (mark == 0x4949) {
            data.order(ByteOrder.LITTLE_ENDIAN);
        } else if (mark != 0x4d4d) {
            throw refused(file, "a TIFF file, which begins with II or MM", "other bytes");
        }
        int version = data.getShort(2);
        if (version != 42 && version != 43) {
            throw refused(file, "a TIFF of version 42 or 43 (BigTIFF)", "version " + version);
        }
        var directory = new TiffDirectory(file, bytes, data, version == 43);
        directory.readEntries();
        return directory;
    }

    private void readEntries() {
        long start = big ? data.getLong(8) : data.getInt(4) & 0xffff_ffffL;
        int at = within(start, big ? 8 : 2);
        long count = big ? data.getLong(at) : data.getShort(at) & 0xffff;
        int size = big ? 20 : 12;
        at += big ? 8 : 2;
        within(at, Math.multiplyHigh(count, size) == 0 ? count * size : Long.MAX_VALUE);
        for (long i = 0; i < count; i++, at += size) {
            int tag = data.getShort(at) & 0xffff;
            int type = data.getShort(at + 2) & 0xffff;
            long values = big ? data.getLong(at + 4) : data.getInt(at + 4) & 0xffff_ffffL;
            int width = width(type);
            if (width == 0) {
                continue; // a form that nothing here asks for
            }
            if (values < 0 || values > data.limit()) {
                throw Bytes.truncated(file, values, data.limit());
            }
            long bytes = values * width;
            int inside = big ? 8 : 4;
            int field = at + (big ? 12 : 8);
            long place = field;
            if (bytes > inside) {
                place = big ? data.getLong(field) : data.getInt(field) & 0xffff_ffffL;
            }
            entries.put(tag, new Entry(type, (int) values, within(place, bytes)));
        }
    }

    /// A place as an index, refused unless so many bytes follow it.
    int within(long place, long bytes) {
        if (place < 0 || bytes < 0 || place > data.limit() || bytes > data.limit() - place) {
            long expected = place + bytes < 0 ? Long.MAX_VALUE : place + bytes;
            throw Bytes.truncated(file, expected, data.limit());
        }
        return (int) place;
    }

    private static int width(int type) {
        return switch (type) {
            case 1, 2, 6, 7 -> 1;
            case 3, 8 -> 2;
            case 4, 9, 11, 13 -> 4;
            case 5, 10, 12, 16, 17, 18 -> 8;
            default -> 0;
        };
    }

    ByteOrder order() {
        return data.order();
    }

    byte[] bytes() {
        return bytes;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    private Entry entry(int tag, String name) {
        Entry entry = entries.get(tag);
        if (entry == null || entry.count() == 0) {
            throw refused(file, "the entry %d (%s)".formatted(tag, name), "none");
        }
        return entry;
    }

    /// All values of an entry of whole numbers.
    long[] wholes(int tag, String name) {
        Entry e = entry(tag, name);
        long[] values = new long[e.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (e.type()) {
                        case 1 -> data.get(e.at() + i) & 0xff;
                        case 3 -> data.getShort(e.at() + 2 * i) & 0xffff;
                        case 4, 13 -> data.getInt(e.at() + 4 * i) & 0xffff_ffffL;
                        case 16, 17, 18 -> data.getLong(e.at() + 8 * i);
                        default -> throw refused(file, "whole numbers as " + name, "other values");
                    };
        }
        return values;
    }

    /// The first value of an entry of whole numbers, or another number where there is no entry.
    long whole(int tag, String name, long otherwise) {
        return has(tag) ? wholes(tag, name)[0] : otherwise;
    }

    long whole(int tag, String name) {
        return wholes(tag, name)[0];
    }

    /// All values of an entry of real numbers, which must have at least so many.
    double[] reals(int tag, String name, int least) {
        Entry e = entry(tag, name);
        if (e.type() != 12 || e.count() < least) {
            throw refused(file, "%d or more real numbers as %s".formatted(least, name), "others");
        }
        double[] values = new double[e.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.getDouble(e.at() + 8 * i);
        }
        return values;
    }

    /// The text of an entry without its closing zero.
    String text(int tag, String name) {
        Entry e = entry(tag, name);
        if (e.count() > MOST_TEXT) {
            throw refused(
                    file,
                    "a text of at most %,d bytes as %s".formatted(MOST_TEXT, name),
                    "%,d".formatted(e.count()));
        }
        int length = e.count();
        return new String(bytes, e.at(), length, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .strip();
    }

    RunException refused(String expected, String found) {
        return refused(file, expected, found);
    }

    RunException refused(String expected, String found, String cure) {
        return RunException.input(
                "%s: expected %s; found %s".formatted(file, expected, found), cure);
    }

    private static RunException refused(Path file, String expected, String found) {
        return RunException.input(
                "%s: expected %s; found %s".formatted(file, expected, found), Bytes.CONVERT);
    }
}
