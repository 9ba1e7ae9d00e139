package parapet.io.terrain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import parapet.io.results.RunException;
import parapet.terrain.GridTerrain;

/// SRTM tiles: int16, big-endian, one degree with both edges, rows from north to south; -32768 is
/// no data. The name gives the south-western corner. Packed ones are read as they are: `.hgt.gz`,
/// and `.zip` with one `.hgt` in it.
final class HgtReader {
    private static final Pattern NAME =
            Pattern.compile("([ns])(\\d{2})([ew])(\\d{3}).*\\.(hgt|hgt\\.gz|zip)");
    private static final int VOID = Short.MIN_VALUE;
    private static final int[][] ROWS_AND_COLUMNS = {
        {1201, 1201}, {1801, 1801}, {3601, 1801}, {3601, 3601}, {7201, 7201}
    };
    private static final int MOST_BYTES = 2 * 7201 * 7201;
    private static final String SIZES =
            "1201 x 1201, 1801 x 1801, 1801 x 3601, 3601 x 3601 or 7201 x 7201 heights of two bytes";

    private HgtReader() {}

    static boolean reads(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".hgt") || lower.endsWith(".hgt.gz") || lower.endsWith(".zip");
    }

    static Sheet read(Path file) throws IOException {
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
        byte[] data = bytes(file, corner.group(5));
        int rows = 0;
        int columns = 0;
        for (int[] known : ROWS_AND_COLUMNS) {
            if (data.length == 2 * known[0] * known[1]) {
                rows = known[0];
                columns = known[1];
            }
        }
        if (rows == 0) {
            throw size(file, data.length, south, west);
        }
        double rowStep = 1.0 / (rows - 1);
        double columnStep = 1.0 / (columns - 1);
        var layout = new GridTerrain.Layout(south + 1.0, west, rowStep, columnStep, rows, columns);
        Bytes.cells(file, rows, columns, Bytes.Kind.INT16);
        return Sheet.of(
                file,
                layout,
                Bytes.heights(
                        data, ByteOrder.BIG_ENDIAN, Bytes.Kind.INT16, Bytes.Meaning.metres(VOID)));
    }

    private static RunException size(Path file, long found, int south, int west) {
        return RunException.input(
                "%s: expected %s, so 2,884,802, 6,487,202, 12,970,802, 25,934,402 or 103,708,802 bytes; found %s%,d"
                        .formatted(file, SIZES, found > MOST_BYTES ? "more than " : "", found),
                ("Get the file again if it should be one of these. A whole file of another size is read as ENVI: unpack it,"
                                + " rename it to NAME.bil and write beside it NAME.hdr with the lines: ENVI | samples = COLUMNS |"
                                + " lines = ROWS | bands = 1 | data type = 2 | byte order = 1 | data ignore value = -32768 |"
                                + " map info = {Geographic Lat/Lon, 1.5, 1.5, WEST, NORTH, STEP, STEP}, where WEST and NORTH are the centre"
                                + " of its first height and STEP the degrees between two (a tile of this name: %d, %d).")
                        .formatted(west, south + 1));
    }

    private static byte[] bytes(Path file, String form) throws IOException {
        try (InputStream raw = Files.newInputStream(file)) {
            return switch (form) {
                case "hgt" -> within(raw);
                case "hgt.gz" -> within(new GZIPInputStream(raw, 1 << 16));
                default -> zipped(file, new ZipInputStream(raw));
            };
        }
    }

    private static byte[] within(InputStream stream) throws IOException {
        return stream.readNBytes(MOST_BYTES + 1);
    }

    private static byte[] zipped(Path file, ZipInputStream zip) throws IOException {
        byte[] data = null;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.getName().toLowerCase(Locale.ROOT).endsWith(".hgt")) {
                continue;
            }
            String name = entry.getName().replaceFirst("^.*[/\\\\]", "");
            if (name.startsWith("._")) {
                continue; // what one system puts beside each file
            }
            Matcher inside = NAME.matcher(name.toLowerCase(Locale.ROOT));
            Matcher outside =
                    NAME.matcher(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT));
            if (inside.matches()
                    && outside.matches()
                    && !inside.group(0).startsWith(outside.group(0).substring(0, outside.end(4)))) {
                throw RunException.input(
                        "%s: expected the tile of its name in it; found %s".formatted(file, name),
                        "Unpack it, or give it the name of the tile in it.");
            }
            if (data != null) {
                throw RunException.input(
                        "%s: expected one .hgt in it; found more".formatted(file),
                        "Unpack it into a folder and name the folder.");
            }
            data = within(zip);
        }
        if (data == null) {
            throw RunException.input(
                    "%s: expected one .hgt in it; found none".formatted(file),
                    "Unpack it into a folder and name the files of terrain in it.");
        }
        return data;
    }

    private static int degrees(String sign, String positive, String digits) {
        int value = Integer.parseInt(digits);
        return sign.equals(positive) ? value : -value;
    }
}
