package parapet.io.terrain;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parapet.io.results.RunException;
import parapet.terrain.GridTerrain;

/// SRTM tiles: int16, big-endian, one degree with both edges, rows from north to south; -32768 is
/// no data. The name gives the south-western corner.
final class HgtReader {
    private static final Pattern NAME = Pattern.compile("([ns])(\\d{2})([ew])(\\d{3}).*\\.hgt");
    private static final int VOID = Short.MIN_VALUE;

    private HgtReader() {}

    static GridTerrain read(Path file) throws IOException {
        String name = file.getFileName().toString();
        Matcher corner = NAME.matcher(name.toLowerCase(Locale.ROOT));
        if (!corner.matches()) {
            throw RunException.input(
                    "%s: expected a name such as N28E077.hgt, which gives the south-western corner"
                            .formatted(file),
                    "Give the file its own name back.");
        }
        int south = degrees(corner.group(1), "n", corner.group(2));
        int west = degrees(corner.group(3), "e", corner.group(4));
        long bytes = Files.size(file);
        int side = 0;
        for (int known : new int[] {3601, 1201}) {
            side = bytes == 2L * known * known ? known : side;
        }
        if (side == 0) {
            throw RunException.input(
                    "%s: expected 25,934,402 bytes (1 arc-second) or 2,884,802 (3 arc-seconds); found %,d"
                            .formatted(file, bytes),
                    "Unpack the file, or get it again.");
        }
        double step = 1.0 / (side - 1);
        var layout = new GridTerrain.Layout(south + 1.0, west, step, step, side, side);
        Bytes.cells(file, side, side, Bytes.Kind.INT16);
        return Bytes.grid(
                layout, Files.readAllBytes(file), ByteOrder.BIG_ENDIAN, Bytes.Kind.INT16, VOID);
    }

    private static int degrees(String sign, String positive, String digits) {
        int value = Integer.parseInt(digits);
        return sign.equals(positive) ? value : -value;
    }
}
