package parapet.terrain;

/// Straight rays from one antenna over a sphere, at a fixed row of distances.
///
/// With θ = x/R, antenna at R + h_a and a point at R + z:
///
///     tan E = ((R+z) cos θ - (R+h_a)) / ((R+z) sin θ)          elevation at which the point is seen
///     z     = (h_a + R (1 - cos θ) + R tan E sin θ) / (cos θ - tan E sin θ)   height of the ray
///
/// Both are written so that no digits of R are lost. E keeps the order of tan E, so a running
/// maximum needs no arc tangent. Distances are below a quarter of the way round.
final class SphereRays {
    private final double antennaHeightM;
    private final double radiusM;
    private final double[] sine;
    private final double[] cosine;
    private final double[] versine; // 1 - cos

    SphereRays(double antennaHeightM, double radiusM, double[] distancesM) {
        this.antennaHeightM = antennaHeightM;
        this.radiusM = radiusM;
        int n = distancesM.length;
        sine = new double[n];
        cosine = new double[n];
        versine = new double[n];
        for (int j = 0; j < n; j++) {
            double angle = distancesM[j] / radiusM;
            double half = StrictMath.sin(angle / 2);
            sine[j] = StrictMath.sin(angle);
            versine[j] = 2 * half * half;
            cosine[j] = 1 - versine[j];
        }
    }

    /// Tangent of the elevation of a point.
    double tangent(int j, double heightM) {
        double r = radiusM + heightM;
        return (heightM - antennaHeightM - r * versine[j]) / (r * sine[j]);
    }

    /// Height of a ray, m; infinite where it never comes down to that direction.
    double heightM(int j, double tangent) {
        double down = cosine[j] - tangent * sine[j];
        if (!(down > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return (antennaHeightM + radiusM * (versine[j] + tangent * sine[j])) / down;
    }

    /// Lowest height in view above some points of a profile, the points themselves included.
    /// Unknown ground, not a number, hides nothing here; whoever asks must know where it begins.
    ///
    /// @param profileM heights of the ground, one for each distance
    /// @param asked the points that are asked for, rising
    /// @param lowestM where the answers go, from `offset` on
    void floor(double[] profileM, int[] asked, float[] lowestM, int offset) {
        double highest = Double.NEGATIVE_INFINITY;
        int j = 0;
        for (int k = 0; k < asked.length; k++) {
            int last = asked[k];
            double tangent = highest;
            for (; j <= last; j++) {
                tangent = tangent(j, profileM[j]);
                highest = tangent > highest ? tangent : highest;
            }
            lowestM[offset + k] =
                    (float) (tangent >= highest ? profileM[last] : heightM(last, highest));
        }
    }
}
