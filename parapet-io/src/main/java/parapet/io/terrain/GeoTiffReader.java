package parapet.io.terrain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import parapet.io.results.RunException;
import parapet.terrain.GridTerrain;

/// GeoTIFF, classic and BigTIFF: one band of int16 or float32 in EPSG:4326, in strips or tiles, not
/// compressed or by deflate or LZW, with any of the predictors 1 to 3. The first image counts;
/// overviews are left alone.
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
    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINT = 33922;
    private static final int GEO_KEYS = 34735;
    private static final int NO_DATA = 42113;
    private static final int MODEL_TYPE = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int GEOGRAPHIC_TYPE = 2048;
    private static final int WGS84 = 4326;
    private static final int SHARE_OF_MEMORY = 8;
    private static final int MOST_TILE = 1 << 24;

    private final Path file;
    private final TiffDirectory tiff;

    private GeoTiffReader(Path file, TiffDirectory tiff) {
        this.file = file;
        this.tiff = tiff;
    }

    static GridTerrain read(Path file) throws IOException {
        long size = Files.size(file);
        if (size
                > Math.min(
                        Integer.MAX_VALUE - 8,
                        Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY)) {
            throw RunException.input(
                    "%s: %,d bytes are too many".formatted(file, size),
                    "Cut out what is needed: gdal_translate -projwin WEST NORTH EAST SOUTH IN OUT.tif, or give Java more memory.");
        }
        return new GeoTiffReader(file, TiffDirectory.of(file, Files.readAllBytes(file))).grid();
    }

    private GridTerrain grid() {
        Bytes.Kind kind = kind();
        long columns = tiff.whole(WIDTH, "width");
        long rows = tiff.whole(LENGTH, "length");
        int cells = Bytes.cells(file, rows, columns, kind);
        var layout = layout((int) rows, (int) columns);
        double noData = noData(kind);
        byte[] data = new byte[cells * kind.size];
        readBlocks(data, (int) rows, (int) columns, kind, noData);
        return Bytes.grid(layout, data, tiff.order(), kind, noData);
    }

    private Bytes.Kind kind() {
        long samples = tiff.whole(SAMPLES, "samples", 1);
        if (samples != 1) {
            throw tiff.refused("one band", samples + " bands");
        }
        long bits = tiff.whole(BITS, "bits", 1);
        long format = tiff.whole(SAMPLE_FORMAT, "sample format", 1);
        if (bits == 16 && format == 2) {
            return Bytes.Kind.INT16;
        }
        if (bits == 32 && format == 3) {
            return Bytes.Kind.FLOAT32;
        }
        String name =
                format == 1 ? "unsigned" : format == 2 ? "signed" : format == 3 ? "float" : "other";
        throw tiff.refused("heights as int16 or float32", "%d bits, %s".formatted(bits, name));
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

    private GridTerrain.Layout layout(int rows, int columns) {
        long[] keys = tiff.wholes(GEO_KEYS, "geo keys");
        long model = 0;
        long raster = 1;
        long geographic = 0;
        for (int i = 4; i + 3 < keys.length; i += 4) {
            if (keys[i + 1] != 0) {
                continue; // the value stands elsewhere
            }
            switch ((int) keys[i]) {
                case MODEL_TYPE -> model = keys[i + 3];
                case RASTER_TYPE -> raster = keys[i + 3];
                case GEOGRAPHIC_TYPE -> geographic = keys[i + 3];
                default -> {}
            }
        }
        if (model != 2 || geographic != WGS84) {
            throw tiff.refused(
                    "latitude and longitude in EPSG:4326",
                    "model type %d%s, geographic type %d"
                            .formatted(model, model == 1 ? " (projected)" : "", geographic));
        }
        double[] scale = tiff.reals(PIXEL_SCALE, "pixel scale", 2);
        double[] tie = tiff.reals(TIE_POINT, "tie point", 6);
        double centre = raster == 2 ? 0 : 0.5; // pixels are points or areas
        double west = tie[3] + (centre - tie[0]) * scale[0];
        double north = tie[4] - (centre - tie[1]) * scale[1];
        return new GridTerrain.Layout(north, west, scale[1], scale[0], rows, columns);
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
