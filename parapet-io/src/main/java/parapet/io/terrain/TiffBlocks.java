package parapet.io.terrain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Strips and tiles of a TIFF file as plain bytes in the order of the file: decompressed, and the
/// differences that a predictor left added up again.
///
/// | predictor | a row holds |
/// |---|---|
/// | 1 | the values |
/// | 2 | differences of neighbouring values as whole numbers of their width |
/// | 3 | differences of neighbouring bytes, first all highest bytes, then all next, ... |
///
/// Predictor 3 is read in little-endian files only: in big-endian ones the specification has the
/// highest bytes first and a common library, run on a little-endian machine, the lowest.
final class TiffBlocks {
    private final TiffDirectory tiff;
    private final Bytes.Kind kind;
    private final int width;
    private final long compression;
    private final long predictor;

    TiffBlocks(TiffDirectory tiff, Bytes.Kind kind, int width, long compression, long predictor) {
        this.tiff = tiff;
        this.kind = kind;
        this.width = width;
        this.compression = compression;
        this.predictor = predictor;
        boolean real = kind == Bytes.Kind.FLOAT32 || kind == Bytes.Kind.FLOAT64;
        if (predictor < 1 || predictor > 3 || (predictor == 3 && !real)) {
            throw tiff.refused(
                    "predictor 1 or 2, or 3 with real numbers", "predictor " + predictor);
        }
        if (predictor == 3 && tiff.order() == ByteOrder.BIG_ENDIAN) {
            throw tiff.refused(
                    "predictor 3 in a little-endian file, because writers disagree about its bytes in others",
                    "a big-endian one");
        }
    }

    /// A block without data.
    byte[] empty(int rows, double noData) {
        var out = ByteBuffer.allocate(rows * width * kind.size).order(tiff.order());
        while (out.hasRemaining()) {
            kind.put(out, noData);
        }
        return out.array();
    }

    /// @param rows rows that are wanted of the block, all of its width
    byte[] decode(long offset, long count, int rows) {
        int at = tiff.within(offset, count);
        byte[] out = new byte[rows * width * kind.size];
        int filled =
                switch ((int) compression) {
                    case 1 -> copy(at, (int) count, out);
                    case 5 -> Lzw.decode(tiff.bytes(), at, (int) count, out);
                    case 8, 32946 -> inflate(at, (int) count, out);
                    default ->
                            throw tiff.refused(
                                    "no compression, deflate or LZW", "compression " + name());
                };
        if (filled < out.length) {
            throw tiff.refused(
                    "%,d bytes in a strip or tile".formatted(out.length),
                    "%,d: the file is damaged".formatted(filled));
        }
        for (int row = 0; row < rows && predictor > 1; row++) {
            if (predictor == 2) {
                addNumbers(out, row * width * kind.size);
            } else {
                addBytes(out, row * width * kind.size);
            }
        }
        return out;
    }

    private String name() {
        return switch ((int) compression) {
            case 7 -> "JPEG";
            case 32773 -> "PackBits";
            case 34887 -> "LERC";
            case 34925 -> "LZMA";
            case 50000 -> "ZSTD";
            case 50001 -> "WebP";
            default -> Long.toString(compression);
        };
    }

    private int copy(int at, int count, byte[] out) {
        int n = Math.min(count, out.length);
        System.arraycopy(tiff.bytes(), at, out, 0, n);
        return n;
    }

    private int inflate(int at, int count, byte[] out) {
        try (var inflater = new Inflater()) {
            inflater.setInput(tiff.bytes(), at, count);
            int filled = 0;
            while (filled < out.length) {
                int more = inflater.inflate(out, filled, out.length - filled);
                if (more == 0) {
                    break; // its end, or it wants input or a dictionary that is not there
                }
                filled += more;
            }
            return filled;
        } catch (DataFormatException e) {
            throw tiff.refused("data packed by deflate", "damaged ones");
        }
    }

    private void addNumbers(byte[] out, int start) {
        var row = ByteBuffer.wrap(out, start, width * kind.size).slice().order(tiff.order());
        for (int i = 1; i < width; i++) {
            switch (kind.size) {
                case 1 -> row.put(i, (byte) (row.get(i) + row.get(i - 1)));
                case 2 ->
                        row.putShort(
                                2 * i, (short) (row.getShort(2 * i) + row.getShort(2 * i - 2)));
                case 4 -> row.putInt(4 * i, row.getInt(4 * i) + row.getInt(4 * i - 4));
                default -> row.putLong(8 * i, row.getLong(8 * i) + row.getLong(8 * i - 8));
            }
        }
    }

    private void addBytes(byte[] out, int start) {
        int n = width * kind.size;
        byte[] sums = new byte[n];
        byte sum = 0;
        for (int i = 0; i < n; i++) {
            sum += out[start + i];
            sums[i] = sum;
        }
        for (int i = 0; i < width; i++) {
            for (int b = 0; b < kind.size; b++) {
                int to = kind.size - 1 - b; // of a little-endian file
                out[start + i * kind.size + to] = sums[b * width + i];
            }
        }
    }
}
