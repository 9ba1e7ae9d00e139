package parapet.io.terrain;

/// LZW as in TIFF: codes of 9 to 12 bits, highest bit first, the width growing one code early.
final class Lzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int MOST = 4096;

    private Lzw() {}

    /// Fills an array as far as the data go.
    ///
    /// @return the number of bytes that were filled
    static int decode(byte[] data, int at, int count, byte[] out) {
        // A string of the table is the place in the output where it stood, and its length.
        int[] start = new int[MOST];
        int[] length = new int[MOST];
        int next = END + 1;
        int width = 9;
        int previous = -1;
        int filled = 0;
        int bits = 0;
        int held = 0;
        int end = at + count;
        while (filled < out.length) {
            while (held < width && at < end) {
                bits = (bits << 8) | (data[at++] & 0xff);
                held += 8;
            }
            if (held < width) {
                return filled;
            }
            held -= width;
            int code = (bits >>> held) & ((1 << width) - 1);
            bits &= (1 << held) - 1;
            if (code == END) {
                return filled;
            }
            if (code == CLEAR) {
                next = END + 1;
                width = 9;
                previous = -1;
                continue;
            }
            int here = filled;
            if (code < CLEAR) {
                out[filled++] = (byte) code;
            } else if (code < next) {
                filled = copy(out, start[code], length[code], filled);
            } else if (code == next && previous >= 0) {
                // The string before with its own first byte behind.
                int before = lengthOf(length, previous);
                filled = copy(out, here - before, before + 1, filled);
            } else {
                return filled; // damaged
            }
            if (previous >= 0 && next < MOST) {
                int before = lengthOf(length, previous);
                start[next] = here - before;
                length[next] = before + 1;
                next++;
            }
            if (next + 1 >= (1 << width) && width < 12) {
                width++;
            }
            previous = code;
        }
        return filled;
    }

    private static int lengthOf(int[] length, int code) {
        return code < CLEAR ? 1 : length[code];
    }

    private static int copy(byte[] out, int from, int length, int to) {
        int n = Math.min(length, out.length - to);
        for (int i = 0; i < n; i++) { // may overlap on purpose
            out[to + i] = out[from + i];
        }
        return to + n;
    }
}
