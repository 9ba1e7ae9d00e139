package parapet.io.terrain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import parapet.io.results.RunException;

/// GeoTIFF, classic and BigTIFF: one band of whole or real numbers in latitude and longitude, in
/// strips or tiles, not compressed or by deflate or LZW, with any of the predictors 1 to 3. Scale,
/// offset and unit of the heights are heeded. The first image counts; overviews are left alone.
final class GeoTiffReader {
    private static final int WIDTH = 256;
    private static final int LENGTH = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final int PREDICTOR = 317;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int SAMPLE_FORMAT = 339;
    private static final int METADATA = 42112;
    private static final int NO_DATA = 42113;
    private static final int SHARE_OF_MEMORY = 4;
    private static final int MOST_TILE = 1 << 24;

    private static final Pattern ITEM = Pattern.compile("<Item\\s([^>]*)>([^<]*)</Item>");
    private static final Pattern SAMPLE = Pattern.compile("sample=\"(\\d+)\"");

    private final Path file;
    private final TiffDirectory tiff;

    private GeoTiffReader(Path file, TiffDirectory tiff) {
        this.file = file;
        this.tiff = tiff;
    }

    /// Whether a file is named and begins as a TIFF, whatever lies beside it.
    static boolean begins(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".tif") && !name.endsWith(".tiff")) {
            return false;
        }
        try (var stream = Files.newInputStream(file)) {
            byte[] first = stream.readNBytes(4);
            String order = new String(first, StandardCharsets.ISO_8859_1);
            return order.startsWith("II*")
                    || order.startsWith("II+")
                    || order.startsWith("MM\0*")
                    || order.startsWith("MM\0+");
        }
    }

    static Sheet read(Path file) throws IOException {
        long size = Files.size(file);
        if (size
                > Math.min(
                        Integer.MAX_VALUE - 8,
                        Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY)) {
            throw RunException.input("%s: %,d bytes are too many".formatted(file, size), Bytes.CUT);
        }
        return new GeoTiffReader(file, TiffDirectory.of(file, Files.readAllBytes(file))).sheet();
    }

    private Sheet sheet() {
        Bytes.Kind kind = kind();
        long columns = tiff.whole(WIDTH, "width");
        long rows = tiff.whole(LENGTH, "length");
        int cells = Bytes.cells(file, rows, columns, kind);
        var keys = new GeoKeys(tiff);
        var layout = keys.layout((int) rows, (int) columns);
        double noData = noData(kind);
        Bytes.Meaning meaning = meaning(keys, noData);
        byte[] data = new byte[cells * kind.size];
        readBlocks(data, (int) rows, (int) columns, kind, noData);
        float[] heights = Bytes.heights(data, tiff.order(), kind, meaning);
        if (!keys.northUp()) {
            Bytes.turnRows(heights, (int) columns);
        }
        if (!keys.eastward()) {
            Bytes.turnColumns(heights, (int) columns);
        }
        return Sheet.of(file, layout, heights);
    }

    private Bytes.Kind kind() {
        long samples = tiff.whole(SAMPLES, "samples", 1);
        if (samples != 1) {
            throw tiff.refused("one band", samples + " bands");
        }
        long bits = tiff.whole(BITS, "bits", 1);
        long format = tiff.whole(SAMPLE_FORMAT, "sample format", 1);
        String name =
                format == 1 ? "unsigned" : format == 2 ? "signed" : format == 3 ? "float" : "other";
        return switch (bits + " " + name) {
            case "8 unsigned" -> Bytes.Kind.UINT8;
            case "16 unsigned" -> Bytes.Kind.UINT16;
            case "16 signed" -> Bytes.Kind.INT16;
            case "32 unsigned" -> Bytes.Kind.UINT32;
            case "32 signed" -> Bytes.Kind.INT32;
            case "32 float" -> Bytes.Kind.FLOAT32;
            case "64 float" -> Bytes.Kind.FLOAT64;
            default ->
                    throw tiff.refused(
                            "heights as whole numbers of 8, 16 or 32 bits or real ones of 32 or 64",
                            "%d bits, %s".formatted(bits, name));
        };
    }

    /// Scale, offset and unit as GDAL writes them: `<Item name="SCALE" sample="0" role="scale">`.
    private Bytes.Meaning meaning(GeoKeys keys, double noData) {
        double scale = 1;
        double offset = 0;
        double metres = keys.metres();
        if (tiff.has(METADATA)) {
            String text = tiff.text(METADATA, "metadata");
            var item = ITEM.matcher(text);
            while (item.find()) {
                String attributes = item.group(1).toLowerCase(Locale.ROOT);
                String value = item.group(2).strip();
                var sample = SAMPLE.matcher(attributes);
                if (sample.find() && !sample.group(1).equals("0")) {
                    continue;
                }
                if (attributes.contains("role=\"scale\"")) {
                    scale = number("scale", value);
                } else if (attributes.contains("role=\"offset\"")) {
                    offset = number("offset", value);
                } else if (attributes.contains("role=\"unittype\"")) {
                    metres = Units.metres(value);
                    if (Double.isNaN(metres)) {
                        throw tiff.refused(
                                "heights in metres or feet",
                                "the unit \"" + value + "\"",
                                Units.CURE);
                    }
                }
            }
        }
        if (scale == 0) {
            throw tiff.refused("a scale of heights that is not 0", "0", Units.CURE);
        }
        return new Bytes.Meaning(scale, offset, metres, noData);
    }

    private double number(String what, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw tiff.refused("a number as " + what, "\"" + text + "\"");
    }

    private double noData(Bytes.Kind kind) {
        if (!tiff.has(NO_DATA)) {
            return kind == Bytes.Kind.INT16 ? Short.MIN_VALUE : Double.NaN;
        }
        String text = tiff.text(NO_DATA, "no data");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            if (text.equalsIgnoreCase("nan")) {
                return Double.NaN;
            }
            throw tiff.refused("a number for no data", "\"" + text + "\"");
        }
    }

    private void readBlocks(byte[] data, int rows, int columns, Bytes.Kind kind, double noData) {
        boolean tiled = tiff.has(TILE_OFFSETS);
        long width = tiled ? tiff.whole(TILE_WIDTH, "tile width") : columns;
        long height =
                tiled
                        ? tiff.whole(TILE_LENGTH, "tile length")
                        : Math.min(rows, tiff.whole(ROWS_PER_STRIP, "rows of a strip", rows));
        // A tile may be larger than the image, but not without bound.
        if (width < 1
                || height < 1
                || width > MOST_TILE
                || height > MOST_TILE
                || width * height > (long) rows * columns + MOST_TILE) {
            throw tiff.refused(
                    "strips or tiles about as large as the image or smaller",
                    "%d x %d".formatted(width, height));
        }
        long[] offsets = tiff.wholes(tiled ? TILE_OFFSETS : STRIP_OFFSETS, "places of the data");
        long[] counts = tiff.wholes(tiled ? TILE_BYTES : STRIP_BYTES, "lengths of the data");
        int across = (int) ((columns + width - 1) / width);
        long blocks = across * ((rows + height - 1) / height);
        if (offsets.length < blocks || counts.length < blocks) {
            throw tiff.refused(
                    "%d strips or tiles".formatted(blocks),
                    "%d places and %d lengths".formatted(offsets.length, counts.length));
        }
        var decoder =
                new TiffBlocks(
                        tiff,
                        kind,
                        (int) width,
                        tiff.whole(COMPRESSION, "compression", 1),
                        tiff.whole(PREDICTOR, "predictor", 1));
        for (int block = 0; block < blocks; block++) {
            int top = (int) (block / across * height);
            int left = (int) (block % across * width);
            int high = (int) Math.min(height, rows - top);
            int wide = (int) Math.min(width, columns - left);
            byte[] decoded =
                    counts[block] == 0
                            ? decoder.empty(high, noData)
                            : decoder.decode(offsets[block], counts[block], high);
            for (int row = 0; row < high; row++) {
                System.arraycopy(
                        decoded,
                        row * (int) width * kind.size,
                        data,
                        ((top + row) * columns + left) * kind.size,
                        wide * kind.size);
            }
        }
    }
}
