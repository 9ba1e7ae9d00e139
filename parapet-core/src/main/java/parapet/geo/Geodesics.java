package parapet.geo;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;

/// Shortest paths on the WGS-84 ellipsoid, by the algorithms of GeographicLib: accurate to 15 nm,
/// for nearly opposite points too [Karney 2013].
///
/// The library takes `Math`, so that other machines may differ in the last bits, far below a
/// micrometre. One question costs about a microsecond; for many points along one way take [#line].
public final class Geodesics {
    private static final int UNROLLED =
            GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE | GeodesicMask.LONG_UNROLL;

    private Geodesics() {}

    /// The shortest path from one point to another.
    ///
    /// @param distanceM length, m
    /// @param azimuthRad azimuth at the start, from north clockwise, 0 to below 2 pi; where the
    ///   points coincide, 0
    public record Leg(double distanceM, double azimuthRad) {}

    /// The shortest path between two points.
    public static Leg between(GeoPoint from, GeoPoint to) {
        GeodesicData g =
                Geodesic.WGS84.Inverse(
                        from.latitudeDeg(),
                        from.longitudeDeg(),
                        to.latitudeDeg(),
                        to.longitudeDeg(),
                        GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
        return g.s12 == 0 ? new Leg(0, 0) : new Leg(g.s12, fromNorthClockwise(g.azi1));
    }

    /// The point at a distance in a direction.
    ///
    /// @param azimuthRad azimuth at the start, any number of turns
    /// @param distanceM distance, m; negative goes backwards
    public static GeoPoint from(GeoPoint from, double azimuthRad, double distanceM) {
        if (!(Double.isFinite(azimuthRad) && Double.isFinite(distanceM))) {
            throw new IllegalArgumentException(
                    "The azimuthRad (%s) and the distanceM (%s) must be finite."
                            .formatted(azimuthRad, distanceM));
        }
        return point(
                Geodesic.WGS84.Direct(
                        from.latitudeDeg(),
                        from.longitudeDeg(),
                        StrictMath.toDegrees(azimuthRad),
                        distanceM,
                        GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE));
    }

    /// Points along the shortest path, evenly spaced and both ends included: point i of n lies at
    /// i/(n-1) of the distance.
    ///
    /// @param spacingM largest distance between neighbours, m, more than 0
    /// @return 2 points or more
    public static List<GeoPoint> line(GeoPoint from, GeoPoint to, double spacingM) {
        if (!(spacingM > 0)) {
            throw new IllegalArgumentException(
                    "The spacingM (%s) must be more than 0.".formatted(spacingM));
        }
        var line =
                Geodesic.WGS84.InverseLine(
                        from.latitudeDeg(), from.longitudeDeg(),
                        to.latitudeDeg(), to.longitudeDeg());
        double lengthM = line.Distance();
        int steps = (int) StrictMath.max(1, StrictMath.ceil(lengthM / spacingM));
        var points = new ArrayList<GeoPoint>(steps + 1);
        points.add(from);
        for (int i = 1; i < steps; i++) {
            points.add(
                    point(
                            line.Position(
                                    lengthM * i / steps,
                                    GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE)));
        }
        points.add(to);
        return points;
    }

    /// The way from a point in one direction, for many distances along it.
    ///
    /// @param azimuthRad azimuth at the start, any number of turns
    public static Ray ray(GeoPoint from, double azimuthRad) {
        return new Ray(
                Geodesic.WGS84.Line(
                        from.latitudeDeg(),
                        from.longitudeDeg(),
                        StrictMath.toDegrees(azimuthRad),
                        UNROLLED | GeodesicMask.DISTANCE_IN));
    }

    /// A geodesic from a point in one direction. Its longitude runs on past -pi and pi, so that it
    /// can be interpolated.
    public static final class Ray {
        private final GeodesicLine line;

        private Ray(GeodesicLine line) {
            this.line = line;
        }

        /// Latitude and longitude, rad, at a distance; negative goes backwards.
        public double[] at(double distanceM) {
            GeodesicData g = line.Position(distanceM, UNROLLED);
            return new double[] {StrictMath.toRadians(g.lat2), StrictMath.toRadians(g.lon2)};
        }
    }

    private static GeoPoint point(GeodesicData g) {
        return GeoPoint.ofDegrees(g.lat2, g.lon2);
    }

    private static double fromNorthClockwise(double azimuthDeg) {
        double rad = StrictMath.toRadians(azimuthDeg);
        double turned = rad < 0 ? rad + 2 * StrictMath.PI : rad;
        return turned < 2 * StrictMath.PI ? turned + 0.0 : 0; // + 0.0 turns -0 into 0
    }
}
