package parapet.io.terrain;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parapet.io.results.RunException;
import parapet.terrain.GridTerrain;

/// ENVI raw: a text header and one band of whole or real numbers, in latitude and longitude, with
/// gain and offset of the heights. The data file may have any ending, also `.tif`, or none.
final class EnviReader {
    private static final long MOST_HEADER_BYTES = 1 << 20;
    private static final List<String> DATA_ENDINGS =
            List.of(".bil", ".bsq", ".img", ".dat", ".raw", ".tif", "");

    /// Greater axis of the ellipsoid, m, where the datum is told in words of GDAL.
    private static final Pattern SPHEROID = Pattern.compile("SPHEROID\\[\"[^\"]*\",\\s*([0-9.]+)");

    private static final Pattern NEAR_WGS84 =
            Pattern.compile(
                    "|wgs-?_?(84|1984|72)|unknown|north_?america_?1983|nad_?(83|1983)|etrs_?(89|1989)|.*european_?terrestrial.*1989"
                            + "|gda_?(94|2020)|sirgas_?2000|.*wgs_?1984|cgcs_?2000|china_?2000");

    private final Path header;
    private final Map<String, String> entries;

    private EnviReader(Path header, Map<String, String> entries) {
        this.header = header;
        this.entries = entries;
    }

    /// The header of a data file, whether it exists or not: `x.tif.hdr` before `x.hdr`.
    static Path header(Path file) {
        String name = file.getFileName().toString();
        if (name.toLowerCase(Locale.ROOT).endsWith(".hdr")) {
            return file;
        }
        Path appended = file.resolveSibling(name + ".hdr");
        return Files.isRegularFile(appended) ? appended : file.resolveSibling(stem(name) + ".hdr");
    }

    /// The data file of a header.
    static Path data(Path header) {
        String stem = stem(header.getFileName().toString());
        for (String ending : DATA_ENDINGS) {
            Path file = header.resolveSibling(stem + ending);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw RunException.input(
                "%s: expected its data beside it in %s with one of the endings %s"
                        .formatted(header, stem, DATA_ENDINGS),
                "Name the data file instead of the header.");
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    static Sheet read(Path file, Path header) throws IOException {
        if (Files.size(header) > MOST_HEADER_BYTES) {
            throw RunException.input(
                    "%s: expected a header of text of at most %,d bytes; found %,d"
                            .formatted(header, MOST_HEADER_BYTES, Files.size(header)),
                    Bytes.CONVERT);
        }
        String text = Files.readString(header, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("ENVI")) {
            throw RunException.input(
                    "%s: expected a header that begins with ENVI".formatted(header), Bytes.CONVERT);
        }
        return new EnviReader(header, entries(text)).sheet(file);
    }

    /// Lines `key = value`; a value that opens a brace goes on to the line that closes it.
    private static Map<String, String> entries(String text) {
        var entries = new HashMap<String, String>();
        Iterator<String> lines = text.lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            int equals = line.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            var value = new StringBuilder(line.substring(equals + 1).strip());
            boolean open = value.indexOf("{") == 0;
            while (open && lines.hasNext() && line.indexOf('}') < 0) {
                line = lines.next();
                value.append(' ').append(line.strip());
            }
            entries.put(key, value.toString());
        }
        return entries;
    }

    private Sheet sheet(Path file) throws IOException {
        long columns = whole("samples", null);
        long rows = whole("lines", null);
        if (whole("bands", "1") != 1) {
            throw refused("one band", "bands");
        }
        Bytes.Kind kind =
                switch ((int) whole("data type", null)) {
                    case 1 -> Bytes.Kind.UINT8;
                    case 2 -> Bytes.Kind.INT16;
                    case 3 -> Bytes.Kind.INT32;
                    case 4 -> Bytes.Kind.FLOAT32;
                    case 5 -> Bytes.Kind.FLOAT64;
                    case 12 -> Bytes.Kind.UINT16;
                    case 13 -> Bytes.Kind.UINT32;
                    default ->
                            throw refused(
                                    "data type 1 to 5, 12 or 13, which are whole or real numbers",
                                    "data type");
                };
        if (whole("file compression", "0") != 0) {
            throw refused("data that are not packed", "file compression");
        }
        ByteOrder order =
                whole("byte order", "0") == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long offset = whole("header offset", "0");
        int cells = Bytes.cells(file, rows, columns, kind);
        var layout = layout((int) rows, (int) columns);
        long expected = offset + (long) cells * kind.size;
        if (offset < 0 || expected < offset || Files.size(file) < expected) {
            throw Bytes.truncated(file, expected, Files.size(file));
        }
        byte[] data;
        try (var stream = Files.newInputStream(file)) {
            stream.skipNBytes(offset);
            data = stream.readNBytes(cells * kind.size);
        }
        double noData =
                entries.containsKey("data ignore value") ? number("data ignore value") : -32768;
        var meaning =
                new Bytes.Meaning(
                        first("data gain values", 1), first("data offset values", 0), 1, noData);
        if (meaning.scale() == 0) {
            throw refused("a gain that is not 0", "data gain values");
        }
        return Sheet.of(file, layout, Bytes.heights(data, order, kind, meaning));
    }

    /// The number in braces, which is that of the only band.
    private double first(String key, double otherwise) {
        return entries.containsKey(key)
                ? number(key, text(key, null).replaceAll("[{}]", "").split(",", -1)[0])
                : otherwise;
    }

    /// `{Geographic Lat/Lon, x, y, longitude, latitude, step, step, datum, units=...,
    /// rotation=...}`: the pixel (x, y), counted from 1 at the outer corner of the first, has that
    /// place.
    private GridTerrain.Layout layout(int rows, int columns) {
        Matcher spheroid = SPHEROID.matcher(entries.getOrDefault("coordinate system string", ""));
        if (spheroid.find() && Math.abs(Double.parseDouble(spheroid.group(1)) - 6_378_137) >= 2) {
            throw refused("a datum such as WGS-84", "coordinate system string", Bytes.WARP);
        }
        String[] info = text("map info", null).replaceAll("[{}]", "").split(",");
        if (info.length < 7 || !info[0].strip().equalsIgnoreCase("Geographic Lat/Lon")) {
            throw refused(
                    "{Geographic Lat/Lon, x, y, longitude, latitude, step, step}",
                    "map info",
                    Bytes.WARP);
        }
        double[] n = new double[7];
        for (int i = 1; i < n.length; i++) {
            n[i] = number("map info", info[i]);
        }
        double degree = 1;
        for (int i = 7; i < info.length; i++) {
            String word = info[i].strip().toLowerCase(Locale.ROOT).replace(" ", "");
            if (word.startsWith("rotation=")) {
                if (number("map info", word.substring(9)) != 0) {
                    throw refused("a grid along parallels, rotation=0", "map info", Bytes.WARP);
                }
            } else if (word.startsWith("units=")) {
                degree = degree(word.substring(6));
            } else if (!NEAR_WGS84.matcher(word).matches()) {
                throw refused("a datum such as WGS-84", "map info", Bytes.WARP);
            }
        }
        double west = n[3] + (1.5 - n[1]) * n[5];
        double north = n[4] - (1.5 - n[2]) * n[6];
        return new GridTerrain.Layout(
                north * degree, west * degree, n[6] * degree, n[5] * degree, rows, columns);
    }

    private double degree(String unit) {
        return switch (unit) {
            case "degrees", "degree" -> 1;
            case "minutes", "minute" -> 1 / 60.0;
            case "seconds", "second" -> 1 / 3600.0;
            default -> throw refused("units=Degrees, Minutes or Seconds", "map info", Bytes.WARP);
        };
    }

    private String text(String key, @Nullable String otherwise) {
        String value = entries.getOrDefault(key, otherwise);
        if (value == null) {
            throw refused("\"" + key + "\"", key);
        }
        return value;
    }

    private long whole(String key, @Nullable String otherwise) {
        try {
            return Long.parseLong(text(key, otherwise));
        } catch (NumberFormatException e) {
            throw refused("a whole number", key);
        }
    }

    private double number(String key) {
        return number(key, text(key, null));
    }

    private double number(String key, String word) {
        try {
            double value = Double.parseDouble(word.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw refused("numbers", key);
    }

    private RunException refused(String expected, String key) {
        return refused(expected, key, Bytes.CONVERT);
    }

    private RunException refused(String expected, String key, String cure) {
        String found = entries.get(key);
        return RunException.input(
                "%s: expected %s; found %s"
                        .formatted(
                                header, expected, found == null ? "nothing" : key + " = " + found),
                cure);
    }
}
