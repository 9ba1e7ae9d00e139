package parapet.radar;

import java.util.Arrays;
import parapet.geo.GeoPoint;
import parapet.geo.Geodesics;
import parapet.geo.Sector;
import parapet.terrain.LowestVisibleHeight;
import parapet.terrain.SkyFloor;
import parapet.terrain.Terrain;

/// What one site sees of the cells of a [SkyGrid], whatever the power of its radar; made once, after
/// which a [CoverageMap] for any range of the radar costs a comparison for each cell and height.
///
/// Kept for the cells in reach only, in the order of their numbers: distance, lowest height in view
/// above the ground, and for each height of the sky the slant range that the radar needs, infinite
/// where the cell is hidden:
///
///     range² = (z_t - z_a)² + 4 (R + z_a) (R + z_t) sin²(d/2R)
///
/// with antenna z_a and target z_t above sea level and R the effective radius. Immutable, for any
/// thread.
public final class SiteView {
    private static final double ROUGH_RADIUS_M = 6_335_000; // less than any radius of the ellipsoid

    private static final double ROUNDING_M = 1; // as in SkyFloor.limit

    private final SkyGrid sky;
    private final double antennaAboveGroundM;
    private final double antennaAboveSeaM;
    private final double radiusM;
    private final boolean fineSite;
    private final int[] cells;
    private final boolean[] unknown; // ground of the cell or before it
    private final float[] distanceM;
    private final float[] lowestM; // lowest height in view by terrain, above the ground of the cell
    private final float[][] neededRangeM; // neededRangeM[height][index], infinite where hidden

    private SiteView(SkyGrid sky, SkyFloor floor, boolean fineSite, int[] cells) {
        this.sky = sky;
        antennaAboveGroundM = floor.antennaHeightM();
        antennaAboveSeaM = floor.groundHeightM() + floor.antennaHeightM();
        radiusM = floor.effectiveRadiusM();
        this.fineSite = fineSite;
        this.cells = cells;
        unknown = new boolean[cells.length];
        distanceM = new float[cells.length];
        lowestM = new float[cells.length];
        neededRangeM = new float[sky.heights()][cells.length];
    }

    /// The view of one site.
    ///
    /// @param terrain the ground at the site decides, with that of a cell, who answers below 1 km
    /// @param floor the floor around the site; cells beyond its reach are not seen
    public static SiteView of(SkyGrid sky, Terrain terrain, SkyFloor floor) {
        return of(sky, terrain, floor, Sector.ALL);
    }

    /// The view of one site in a sector; cells outside it are not seen.
    public static SiteView of(SkyGrid sky, Terrain terrain, SkyFloor floor, Sector sector) {
        int[] near = new int[sky.cells()];
        double[] azimuth = new double[sky.cells()];
        double[] distance = new double[sky.cells()];
        int n = 0;
        GeoPoint site = floor.site();
        for (int cell = 0; cell < sky.cells(); cell++) {
            GeoPoint centre = sky.centre(cell);
            if (roughDistanceM(site, centre) > floor.reachM()) {
                continue;
            }
            Geodesics.Leg leg = Geodesics.between(site, centre);
            if (leg.distanceM() <= floor.reachM() && sector.contains(leg.azimuthRad())) {
                near[n] = cell;
                azimuth[n] = leg.azimuthRad();
                distance[n] = leg.distanceM();
                n++;
            }
        }
        var view = new SiteView(sky, floor, SkyGrid.isFine(terrain, site), Arrays.copyOf(near, n));
        for (int i = 0; i < n; i++) {
            view.unknown[i] = sky.isUnknown(near[i]) || !floor.isKnown(azimuth[i], distance[i]);
            view.look(i, floor.lowestHeightM(azimuth[i], distance[i]), distance[i]);
        }
        return view;
    }

    /// At most the distance along the ground.
    private static double roughDistanceM(GeoPoint a, GeoPoint b) {
        double north = StrictMath.sin((b.latitudeRad() - a.latitudeRad()) / 2);
        double east = StrictMath.sin((b.longitudeRad() - a.longitudeRad()) / 2);
        double cosines = StrictMath.cos(a.latitudeRad()) * StrictMath.cos(b.latitudeRad());
        double square = Math.min(1, north * north + cosines * east * east);
        return 0.99 * 2 * ROUGH_RADIUS_M * StrictMath.asin(StrictMath.sqrt(square));
    }

    private void look(int i, double lowestAboveSeaM, double groundDistanceM) {
        int cell = cells[i];
        double groundM = sky.groundM(cell);
        distanceM[i] = (float) groundDistanceM;
        lowestM[i] = (float) Math.max(0, lowestAboveSeaM - groundM);
        for (int h = 0; h < sky.heights(); h++) {
            neededRangeM[h][i] =
                    sees(i, sky.heightM(h)) && !unknown[i]
                            ? (float) rangeM(groundM + sky.heightM(h), groundDistanceM)
                            : Float.POSITIVE_INFINITY;
        }
    }

    private double rangeM(double targetM, double groundDistanceM) {
        double half = StrictMath.sin(groundDistanceM / (2 * radiusM));
        double up = targetM - antennaAboveSeaM;
        double across = 4 * (radiusM + antennaAboveSeaM) * (radiusM + targetM) * half * half;
        return StrictMath.sqrt(up * up + across);
    }

    private boolean sees(int i, double heightM) {
        // not a number where nothing is known: that hides nothing here, it is told as unknown
        return !(heightM < (isBound(i, heightM) ? smoothLowestM(i) : lowestM[i]));
    }

    private double smoothLowestM(int i) {
        return LowestVisibleHeight.smoothOnSphere(antennaAboveGroundM, distanceM[i], radiusM);
    }

    /// Whether the smooth earth answers for a height instead of terrain.
    private boolean isBound(int i, double heightM) {
        return heightM < SkyGrid.LOW_M && !isFine(cells[i]);
    }

    /// Whether the terrain at the site and at a cell is fine enough to answer below 1 km.
    boolean isFine(int cell) {
        return fineSite && sky.isFine(cell);
    }

    /// The sky that is seen.
    public SkyGrid sky() {
        return sky;
    }

    /// The cells in reach, rising.
    int[] cells() {
        return cells;
    }

    boolean inReach(int cell) {
        return Arrays.binarySearch(cells, cell) >= 0;
    }

    /// Ranges that the radar needs at a height, for [#cells]; infinite where hidden.
    float[] neededRangeM(int heightIndex) {
        return neededRangeM[heightIndex];
    }

    /// Lowest height above the ground at which the site sees a cell, m: by terrain from 1 km up,
    /// below that by terrain or the smooth earth as the data allow; infinite out of reach.
    public double lowestHeightM(int cell) {
        int i = Arrays.binarySearch(cells, cell);
        return i < 0 ? Double.POSITIVE_INFINITY : lowestAt(i);
    }

    double lowestAt(int i) {
        if (unknown[i]) {
            return Double.POSITIVE_INFINITY;
        }
        if (isFine(cells[i])) {
            return lowestM[i];
        }
        double smooth = smoothLowestM(i);
        return smooth < SkyGrid.LOW_M ? smooth : Math.max(lowestM[i], SkyGrid.LOW_M);
    }

    /// Why a cell is covered or not at a height.
    ///
    /// @param rangeM range of the radar at that height, m
    Edge edge(int cell, int heightIndex, double rangeM) {
        int i = Arrays.binarySearch(cells, cell);
        if (i < 0) {
            return Edge.POWER;
        }
        float needed = neededRangeM[heightIndex][i];
        if (needed <= rangeM) {
            return Edge.COVERED;
        }
        if (needed < Float.POSITIVE_INFINITY) {
            return Edge.POWER;
        }
        if (unknown[i] && sees(i, sky.heightM(heightIndex))) {
            double targetM = sky.groundM(cell) + sky.heightM(heightIndex);
            return rangeM(targetM, distanceM[i]) <= rangeM ? Edge.UNKNOWN : Edge.POWER;
        }
        return sky.heightM(heightIndex) < smoothLowestM(i) + ROUNDING_M
                ? Edge.HORIZON
                : Edge.TERRAIN;
    }
}
