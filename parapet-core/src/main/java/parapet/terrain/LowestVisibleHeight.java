package parapet.terrain;

import java.util.List;

/// Lowest height above sea level that an antenna sees at a distance, over an effective earth of
/// radius R.
///
/// Two geometries. On the *parabola* a point at distance x and height z is plotted at z - x²/(2R)
/// and rays are straight lines there; it is the usual short cut and reads 2 m low at 300 km and 38
/// m at 600 km. On the *sphere* angles are true, see [SphereRays] for the equations. [SkyFloor]
/// uses the sphere.
///
/// A smooth sea hides
///
///     parabola   z = (d-d0)²/(2R),             d0 = √(2 R h_a)
///     sphere     z = R (1/cos((d-d0)/R) - 1),  d0 = R acos(R/(R+h_a))
///
/// and nothing (z = 0) when d is at most d0.
public final class LowestVisibleHeight {
    private LowestVisibleHeight() {}

    /// A point of the ground between antenna and target.
    ///
    /// @param distanceM distance along the ground, more than 0
    /// @param heightM height above sea level
    public record Point(double distanceM, double heightM) {
        public Point {
            if (!(distanceM > 0 && Double.isFinite(heightM))) {
                throw new IllegalArgumentException(
                        "A point of a profile needs a distance (%s) of more than 0 and a finite height (%s)."
                                .formatted(distanceM, heightM));
            }
        }
    }

    /// Over a smooth sea, on the parabola.
    ///
    /// @param antennaHeightM height above sea level, 0 or more
    /// @param distanceM distance along the ground, 0 or more
    /// @param effectiveRadiusM R, more than 0
    public static double smoothOnParabola(
            double antennaHeightM, double distanceM, double effectiveRadiusM) {
        require(antennaHeightM, distanceM, effectiveRadiusM);
        double horizonM = StrictMath.sqrt(2 * effectiveRadiusM * antennaHeightM);
        double beyondM = Math.max(0, distanceM - horizonM);
        return beyondM * beyondM / (2 * effectiveRadiusM);
    }

    /// Over a smooth sea, on the sphere; infinite where no ray comes.
    ///
    /// @param antennaHeightM height above sea level, 0 or more
    /// @param distanceM distance along the ground, 0 or more
    /// @param effectiveRadiusM R, more than 0
    public static double smoothOnSphere(
            double antennaHeightM, double distanceM, double effectiveRadiusM) {
        require(antennaHeightM, distanceM, effectiveRadiusM);
        double h = antennaHeightM;
        double r = effectiveRadiusM;
        double horizonRad = StrictMath.atan2(StrictMath.sqrt(h * (2 * r + h)), r);
        double beyondRad = distanceM / r - horizonRad;
        if (beyondRad <= 0) {
            return 0;
        }
        if (beyondRad >= Math.PI / 2) {
            return Double.POSITIVE_INFINITY;
        }
        double half = StrictMath.sin(beyondRad / 2);
        return r * 2 * half * half / StrictMath.cos(beyondRad);
    }

    /// Behind the points of a profile, on the parabola. Points at the target or beyond hide
    /// nothing, nor does the sea between the points: the answer can be below them, and is minus
    /// infinity without any.
    public static double behindOnParabola(
            double antennaHeightM, List<Point> profile, double distanceM, double effectiveRadiusM) {
        require(0, distanceM, effectiveRadiusM);
        double steepest = Double.NEGATIVE_INFINITY;
        for (Point p : profile) {
            if (p.distanceM() < distanceM) {
                double x = p.distanceM();
                double plotted = p.heightM() - x * x / (2 * effectiveRadiusM);
                steepest = Math.max(steepest, (plotted - antennaHeightM) / x);
            }
        }
        return antennaHeightM
                + steepest * distanceM
                + distanceM * distanceM / (2 * effectiveRadiusM);
    }

    /// Behind the points of a profile, on the sphere; the same rules as [#behindOnParabola].
    public static double behindOnSphere(
            double antennaHeightM, List<Point> profile, double distanceM, double effectiveRadiusM) {
        require(0, distanceM, effectiveRadiusM);
        double[] distances = new double[profile.size() + 1];
        for (int j = 0; j < profile.size(); j++) {
            distances[j] = profile.get(j).distanceM();
        }
        distances[profile.size()] = distanceM;
        var rays = new SphereRays(antennaHeightM, effectiveRadiusM, distances);
        double highest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < profile.size(); j++) {
            if (distances[j] < distanceM) {
                highest = Math.max(highest, rays.tangent(j, profile.get(j).heightM()));
            }
        }
        return highest == Double.NEGATIVE_INFINITY
                ? highest
                : rays.heightM(profile.size(), highest);
    }

    private static void require(double antennaHeightM, double distanceM, double effectiveRadiusM) {
        if (!(antennaHeightM >= 0 && distanceM >= 0 && effectiveRadiusM > 0)) {
            throw new IllegalArgumentException(
                    "The antenna height (%s) and the distance (%s) must be 0 or more and the effective radius (%s) more than 0."
                            .formatted(antennaHeightM, distanceM, effectiveRadiusM));
        }
    }
}
