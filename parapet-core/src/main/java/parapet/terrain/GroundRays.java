package parapet.terrain;

import parapet.geo.GeoPoint;
import parapet.geo.Geodesics;

/// Heights of the ground along geodesics from one point, at given distances.
///
/// Geodesics of the WGS-84 ellipsoid are computed at knots at most 50 km apart (Karney 2013) and
/// latitude and longitude between them by the cubic through four knots, which is within a
/// millimetre up to latitude 70° and costs a hundredth of a geodesic at each step.
final class GroundRays {
    private static final double KNOT_M = 50e3;

    private final Terrain terrain;
    private final GeoPoint site;
    private final double knotM;
    private final int[] firstKnot;
    private final double[] weight; // weight[j * 4 + i] of knot firstKnot[j] + i
    private final double[] latitudeRad;
    private final double[] longitudeRad;

    /// @param distancesM distances from the site, rising, the last one the reach
    GroundRays(Terrain terrain, GeoPoint site, double[] distancesM) {
        this.terrain = terrain;
        this.site = site;
        int n = distancesM.length;
        double reachM = distancesM[n - 1];
        int spans = (int) Math.max(1, Math.ceil(reachM / KNOT_M));
        knotM = reachM / spans;
        latitudeRad = new double[spans + 3]; // one knot before the site and one after the reach
        longitudeRad = new double[spans + 3];
        firstKnot = new int[n];
        weight = new double[n * 4];
        for (int j = 0; j < n; j++) {
            double at = distancesM[j] / knotM;
            int span = Math.min((int) at, spans - 1);
            double t = at - span;
            firstKnot[j] = span;
            weight[j * 4] = -t * (t - 1) * (t - 2) / 6;
            weight[j * 4 + 1] = (t + 1) * (t - 1) * (t - 2) / 2;
            weight[j * 4 + 2] = -(t + 1) * t * (t - 2) / 2;
            weight[j * 4 + 3] = (t + 1) * t * (t - 1) / 6;
        }
    }

    /// Heights along one ray, one for each distance: sea where no data reach, not a number where
    /// the ground is unknown. One thread at a time.
    void read(double azimuthRad, double[] heightsM) {
        Geodesics.Ray ray = Geodesics.ray(site, azimuthRad);
        for (int k = 0; k < latitudeRad.length; k++) {
            double[] knot = ray.at((k - 1) * knotM);
            latitudeRad[k] = knot[0];
            longitudeRad[k] = knot[1];
        }
        for (int j = 0; j < heightsM.length; j++) {
            double latitude = between(latitudeRad, j);
            double longitude = between(longitudeRad, j);
            double z = terrain.knownHeightM(latitude, longitude);
            if (Double.isNaN(z) && !terrain.isUnknown(latitude, longitude)) {
                z = 0;
            }
            heightsM[j] = z;
        }
    }

    private double between(double[] knots, int j) {
        int k = firstKnot[j];
        int w = j * 4;
        return weight[w] * knots[k]
                + weight[w + 1] * knots[k + 1]
                + weight[w + 2] * knots[k + 2]
                + weight[w + 3] * knots[k + 3];
    }
}
