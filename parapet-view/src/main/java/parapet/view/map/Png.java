package parapet.view.map;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Pictures of few colours as PNG: eight bits a pixel, a palette with transparency.
///
/// Written after the PNG specification (ISO/IEC 15948), chunks IHDR, PLTE, tRNS, IDAT and IEND,
/// without filters, which indexed pictures do not profit from. The same picture always gives the
/// same bytes for one version of the JDK.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_COLOURS = 256;

    private Png() {}

    /// Encodes a picture.
    ///
    /// @param columns width in pixels, 1 or more
    /// @param rows height in pixels, 1 or more
    /// @param pixels `pixels[row * columns + column]`: index of a colour, rows from the top
    /// @param argb the colours, at most 256, as 0xAARRGGBB
    public static byte[] indexed(int columns, int rows, byte[] pixels, int[] argb) {
        if (columns < 1 || rows < 1 || pixels.length != columns * rows) {
            throw new IllegalArgumentException(
                    "The pixels (%d) must be columns (%d) times rows (%d), 1 or more of each."
                            .formatted(pixels.length, columns, rows));
        }
        if (argb.length < 1 || argb.length > MOST_COLOURS) {
            throw new IllegalArgumentException(
                    "The colours (%d) must be 1 to 256.".formatted(argb.length));
        }
        for (byte pixel : pixels) {
            if ((pixel & 0xff) >= argb.length) {
                throw new IllegalArgumentException(
                        "The pixel (%d) must be below the number of colours (%d)."
                                .formatted(pixel & 0xff, argb.length));
            }
        }
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(columns).putInt(rows).put((byte) 8).put((byte) 3);
        byte[] palette = new byte[3 * argb.length];
        byte[] opacity = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            palette[3 * i] = (byte) (argb[i] >> 16);
            palette[3 * i + 1] = (byte) (argb[i] >> 8);
            palette[3 * i + 2] = (byte) argb[i];
            opacity[i] = (byte) (argb[i] >>> 24);
        }
        byte[] lines = new byte[rows * (columns + 1)];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(pixels, row * columns, lines, row * (columns + 1) + 1, columns);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", header.array());
        chunk(out, "PLTE", palette);
        chunk(out, "tRNS", opacity);
        chunk(out, "IDAT", deflate(lines));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /// The picture as an address that a page can hold.
    public static String dataUri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
