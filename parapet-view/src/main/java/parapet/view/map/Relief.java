package parapet.view.map;

import java.util.Arrays;

/// The ground as a quiet grey relief: lit from the north-west, darker where it is high; the sea (0
/// m and below) in one tone, cells without a height left out.
///
/// The shade is Lambert's, cos of the angle between the light (azimuth 315°, 45° high) and the
/// normal of the ground, whose slope is made steeper so that the greatest ones of the map stand
/// out. It is decoration: nothing is computed from it.
public final class Relief {
    private static final int LEVELS = 20;
    private static final int SEA = 1;
    private static final int FIRST = 2;
    private static final double SUN = StrictMath.sqrt(0.5);
    private static final double STEEP = 0.9;
    private static final double HIGH_M = 5500;

    private Relief() {}

    /// Classes of relief, for [#light] and [#dark].
    ///
    /// @param groundM `groundM[row * columns + column]`, m, not-a-number where there is no cell
    public static MapImage of(Lattice lattice, double[] groundM) {
        double[] east = new double[groundM.length];
        double[] north = new double[groundM.length];
        double[] slopes = new double[groundM.length];
        for (int row = 0; row < lattice.rows(); row++) {
            double dx =
                    1000
                            * lattice.longitudeStepDeg()
                            * 111.195
                            * StrictMath.cos(StrictMath.toRadians(lattice.latitudeDeg(row)));
            double dy = 1000 * lattice.latitudeStepDeg() * 111.195;
            for (int column = 0; column < lattice.columns(); column++) {
                int i = row * lattice.columns() + column;
                double here = groundM[i];
                east[i] =
                        (at(lattice, groundM, row, column + 1, here)
                                        - at(lattice, groundM, row, column - 1, here))
                                / (2 * dx);
                north[i] =
                        (at(lattice, groundM, row - 1, column, here)
                                        - at(lattice, groundM, row + 1, column, here))
                                / (2 * dy);
                slopes[i] = Math.hypot(east[i], north[i]);
            }
        }
        double[] sorted = Arrays.stream(slopes).filter(Double::isFinite).sorted().toArray();
        double steepest =
                sorted.length == 0 ? 0 : sorted[(int) Math.round(0.98 * (sorted.length - 1))];
        double factor = steepest > 0 ? STEEP / steepest : 1;
        MapImage image = new MapImage(lattice);
        for (int row = 0; row < lattice.rows(); row++) {
            for (int column = 0; column < lattice.columns(); column++) {
                int i = row * lattice.columns() + column;
                if (Double.isNaN(groundM[i])) {
                    continue;
                }
                int of = SEA;
                if (groundM[i] > 0) {
                    double e = east[i] * factor;
                    double n = north[i] * factor;
                    // light from (-1, 1, √2) / 2; normal (-e, -n, 1)
                    double shade = SUN * (1 + (e - n) * SUN) / Math.sqrt(1 + e * e + n * n);
                    double tone =
                            0.45 * (1 - Math.clamp(groundM[i] / HIGH_M, 0, 1))
                                    + 0.55 * Math.clamp(shade, 0, 1);
                    of = FIRST + Math.clamp(Math.round(tone * (LEVELS - 1)), 0, LEVELS - 1);
                }
                image.put(
                        lattice.latitudeDeg(row),
                        lattice.westDeg() + column * lattice.longitudeStepDeg(),
                        of);
            }
        }
        return image;
    }

    private static double at(Lattice lattice, double[] groundM, int row, int column, double here) {
        if (row < 0 || row >= lattice.rows() || column < 0 || column >= lattice.columns()) {
            return here;
        }
        double value = groundM[row * lattice.columns() + column];
        return Double.isNaN(value) ? here : Math.max(0, value);
    }

    /// Colours for white paper.
    public static int[] light() {
        return palette(0xffe4ebf1, 150, 252);
    }

    /// Colours for a dark screen.
    public static int[] dark() {
        return palette(0xff18242e, 34, 96);
    }

    private static int[] palette(int sea, int darkest, int brightest) {
        int[] argb = new int[FIRST + LEVELS];
        argb[SEA] = sea;
        for (int i = 0; i < LEVELS; i++) {
            int grey = darkest + Math.round((brightest - darkest) * i / (float) (LEVELS - 1));
            argb[FIRST + i] = 0xff000000 | grey << 16 | grey << 8 | grey;
        }
        return argb;
    }
}
