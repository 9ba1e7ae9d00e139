package parapet.io.terrain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import parapet.io.results.RunException;
import parapet.terrain.GridTerrain;

/// Where the pixels of a GeoTIFF lie (OGC 19-008r4): latitude and longitude in any datum that is
/// within metres of WGS 84, by tie point and scale or by a matrix without rotation, north or south
/// up.
final class GeoKeys {
    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINT = 33922;
    private static final int TRANSFORMATION = 34264;
    private static final int KEYS = 34735;
    private static final int REALS = 34736;
    private static final int MODEL_TYPE = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int GEOGRAPHIC_TYPE = 2048;
    private static final int PRIME_MERIDIAN = 2051;
    private static final int ANGULAR_UNIT = 2054;
    private static final int ELLIPSOID = 2056;
    private static final int SEMI_MAJOR = 2057;
    private static final int TO_WGS84 = 2062;
    private static final int VERTICAL_TYPE = 4096;
    private static final int VERTICAL_UNIT = 4099;
    private static final int OWN = 32767;

    /// Codes of geographic systems whose datum is within some metres of WGS 84.
    private static final Set<Integer> NEAR_WGS84 =
            Set.of(
                    4326, 4322, 4258, 4269, 4167, 4283, 7844, 4674, 4171, 4659, 4612, 6668, 4617,
                    6318, 4490, 4619, 4765, 4151, 4670, 4737, 4148, 4189, 4190, 4694, 4755, 4759,
                    9057, 9055, 9056, 9000, 4152, 4173, 4624, 4627, 4640, 4661, 4669, 4687, 4693,
                    4702, 4749, 4763, 4764, 4081, 4023, 4046);

    /// Systems of three axes: their heights are above the ellipsoid, up to a hundred metres off
    /// those above the sea.
    private static final Set<Integer> ABOVE_ELLIPSOID =
            Set.of(4979, 4937, 6319, 7912, 8999, 9989, 9988, 7665, 7661, 7657, 4080, 9753, 10176);

    private static final String TO_THE_SEA =
            "Convert them to heights above the sea: gdalwarp -s_srs EPSG:4979 -t_srs EPSG:4326+5773 -ot Float32 IN OUT.tif";

    private static final Set<Integer> ELLIPSOIDS = Set.of(7030, 7019, 7043);

    private static final String GEOREFERENCE =
            "Say where it lies: gdal_translate -a_srs EPSG:4326 -a_ullr WEST NORTH EAST SOUTH IN OUT.tif";

    private final TiffDirectory tiff;
    private final Map<Integer, Integer> keys = new HashMap<>();
    private boolean northUp = true;
    private boolean eastward = true;

    GeoKeys(TiffDirectory tiff) {
        this.tiff = tiff;
        if (!tiff.has(KEYS)) {
            throw tiff.refused("the entry 34735 (geo keys)", "none", GEOREFERENCE);
        }
        long[] entries = tiff.wholes(KEYS, "geo keys");
        for (int i = 4; i + 3 < entries.length; i += 4) {
            // of values that stand elsewhere the place is kept
            keys.put((int) entries[i], (int) entries[i + 3]);
        }
    }

    private int key(int key, int otherwise) {
        return keys.getOrDefault(key, otherwise);
    }

    /// Whether the first row is the northern one, once the layout is known.
    boolean northUp() {
        return northUp;
    }

    /// Whether the first column is the western one, once the layout is known.
    boolean eastward() {
        return eastward;
    }

    /// Length of the unit of heights, m: 1 unless a vertical unit says feet.
    double metres() {
        int type = key(VERTICAL_TYPE, 0);
        if (ABOVE_ELLIPSOID.contains(key(GEOGRAPHIC_TYPE, 0))
                || ABOVE_ELLIPSOID.contains(type)
                || (type >= 5001 && type <= 5033)) {
            throw tiff.refused("heights above the sea", "heights above the ellipsoid", TO_THE_SEA);
        }
        if (!keys.containsKey(VERTICAL_UNIT)) {
            return switch (type) {
                case 6360 -> Units.metres("us-ft");
                case 8228 -> Units.metres("ft");
                default -> 1;
            };
        }
        return switch (key(VERTICAL_UNIT, 9001)) {
            case 9001, 0 -> 1;
            case 9002 -> Units.metres("ft");
            case 9003 -> Units.metres("us-ft");
            default ->
                    throw tiff.refused(
                            "heights in metres or feet",
                            "vertical unit " + key(VERTICAL_UNIT, 0),
                            Units.CURE);
        };
    }

    GridTerrain.Layout layout(int rows, int columns) {
        requireNearWgs84();
        double degree = degree();
        double centre = key(RASTER_TYPE, 1) == 2 ? 0 : 0.5; // pixels are points or areas
        double left;
        double top;
        double across;
        double down;
        if (tiff.has(PIXEL_SCALE)) {
            double[] scale = tiff.reals(PIXEL_SCALE, "pixel scale", 2);
            double[] tie = tiff.reals(TIE_POINT, "tie point", 6);
            if (!(scale[0] > 0 && scale[1] > 0)) {
                throw tiff.refused(
                        "a pixel scale above 0, as programs disagree about others",
                        "%s, %s".formatted(scale[0], scale[1]),
                        Bytes.WARP);
            }
            if (tie[5] != 0) {
                throw tiff.refused(
                        "heights that begin at 0 in the tie point", tie[5] + "", Bytes.CONVERT);
            }
            across = scale[0];
            down = -scale[1];
            left = tie[3] + (centre - tie[0]) * across;
            top = tie[4] + (centre - tie[1]) * down;
        } else if (tiff.has(TRANSFORMATION)) {
            double[] m = tiff.reals(TRANSFORMATION, "transformation", 16);
            if (m[1] != 0 || m[4] != 0) {
                throw tiff.refused("a grid along parallels", "a rotated one", Bytes.WARP);
            }
            across = m[0];
            down = m[5];
            left = m[3] + centre * across;
            top = m[7] + centre * down;
        } else {
            throw tiff.refused(
                    "the entry 33550 (pixel scale) or 34264 (transformation)",
                    "none",
                    tiff.has(TIE_POINT) ? Bytes.WARP : GEOREFERENCE);
        }
        northUp = down < 0;
        eastward = across > 0;
        double north = northUp ? top : top + (rows - 1) * down;
        double west = eastward ? left : left + (columns - 1) * across;
        return new GridTerrain.Layout(
                north * degree,
                west * degree,
                Math.abs(down) * degree,
                Math.abs(across) * degree,
                rows,
                columns);
    }

    private void requireNearWgs84() {
        int model = key(MODEL_TYPE, 0);
        int type = key(GEOGRAPHIC_TYPE, 0);
        boolean near = NEAR_WGS84.contains(type) || ABOVE_ELLIPSOID.contains(type);
        if (type == OWN || type == 0) {
            boolean ellipsoid =
                    ELLIPSOIDS.contains(key(ELLIPSOID, 0))
                            || (keys.containsKey(SEMI_MAJOR)
                                    && Math.abs(real(key(SEMI_MAJOR, 0)) - 6_378_137) < 2);
            int meridian = key(PRIME_MERIDIAN, 8901);
            near = ellipsoid && (meridian == 8901 || meridian == 0) && !keys.containsKey(TO_WGS84);
        }
        if (model != 2 || !near) {
            throw refusedDatum(model, type);
        }
    }

    private RunException refusedDatum(int model, int type) {
        return tiff.refused(
                "latitude and longitude in EPSG:4326 or a datum near it",
                "model type %d%s, geographic type %d"
                        .formatted(model, model == 1 ? " (projected)" : "", type),
                model == 0 ? GEOREFERENCE : Bytes.WARP);
    }

    private double real(int index) {
        double[] reals = tiff.reals(REALS, "geo parameters", 1);
        return index >= 0 && index < reals.length ? reals[index] : Double.NaN;
    }

    private double degree() {
        return switch (key(ANGULAR_UNIT, 9102)) {
            case 9102, 9122, 0 -> 1;
            case 9103 -> 1 / 60.0;
            case 9104 -> 1 / 3600.0;
            default ->
                    throw tiff.refused(
                            "angles in degrees",
                            "angular unit " + key(ANGULAR_UNIT, 0),
                            Bytes.WARP);
        };
    }
}
