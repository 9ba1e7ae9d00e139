package parapet.geo;

import static java.util.Objects.requireNonNull;

/// An ellipsoid of revolution and the two ways to write a place near it: latitude, longitude and
/// height, or earth-centred, earth-fixed coordinates (ECEF).
///
///     N = a / sqrt(1 - e² sin² φ),   e² = f (2 - f)
///     x = (N + h) cos φ cos λ,   y = (N + h) cos φ sin λ,   z = (N (1 - e²) + h) sin φ
///
/// with latitude φ, longitude λ, height h above the ellipsoid, flattening f. Back by Bowring's
/// iteration on the reduced latitude u,
///
///     tan φ = (z + e'² b sin³ u) / (p - e² a cos³ u),   tan u = (b/a) tan φ        [Bowring 1976]
///
/// Exact to the rounding of double, about 1e-8 m, from half a radius below the surface to far above
/// it; nearer to the centre the way back is refused.
///
/// @param semiMajorAxisM equatorial radius a, m, more than 0
/// @param inverseFlattening 1/f, 100 or more; infinite for a sphere
public record Ellipsoid(double semiMajorAxisM, double inverseFlattening) {
    /// The World Geodetic System of 1984.
    public static final Ellipsoid WGS84 = new Ellipsoid(6_378_137, 298.257223563);

    private static final int MOST_ITERATIONS = 20; // two or three are needed near the earth

    public Ellipsoid {
        if (!(semiMajorAxisM > 0 && semiMajorAxisM < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The semiMajorAxisM (%s) must be more than 0 and finite."
                            .formatted(semiMajorAxisM));
        }
        if (!(inverseFlattening >= 100)) {
            throw new IllegalArgumentException(
                    "The inverseFlattening (%s) must be 100 or more.\nMaybe the flattening was given instead of its inverse."
                            .formatted(inverseFlattening));
        }
    }

    /// A place by latitude, longitude and height.
    ///
    /// @param point latitude and longitude on the ellipsoid
    /// @param heightM height above the ellipsoid, m
    public record Position(GeoPoint point, double heightM) {
        public Position {
            requireNonNull(point, "point");
        }
    }

    /// A place in earth-centred, earth-fixed coordinates.
    ///
    /// @param xM towards latitude 0, longitude 0, m
    /// @param yM towards latitude 0, longitude 90° east, m
    /// @param zM towards the north pole, m
    public record Ecef(double xM, double yM, double zM) {}

    /// Earth-centred coordinates of a place.
    public Ecef ecef(Position position) {
        double e2 = eccentricitySquared();
        double sin = StrictMath.sin(position.point().latitudeRad());
        double cos = StrictMath.cos(position.point().latitudeRad());
        double normal = semiMajorAxisM / StrictMath.sqrt(1 - e2 * sin * sin);
        double p = (normal + position.heightM()) * cos;
        return new Ecef(
                p * StrictMath.cos(position.point().longitudeRad()),
                p * StrictMath.sin(position.point().longitudeRad()),
                (normal * (1 - e2) + position.heightM()) * sin);
    }

    /// Latitude, longitude and height of a place; on the axis the longitude is 0.
    ///
    /// @throws IllegalArgumentException if the place is less than half a radius from the centre
    public Position position(Ecef ecef) {
        double p = StrictMath.hypot(ecef.xM(), ecef.yM());
        double z = ecef.zM();
        if (!(StrictMath.hypot(p, z) >= semiMajorAxisM / 2)) {
            throw new IllegalArgumentException(
                    "The place (%s, %s, %s) must be half a radius (%s m) or more from the centre."
                            .formatted(ecef.xM(), ecef.yM(), z, semiMajorAxisM / 2));
        }
        double e2 = eccentricitySquared();
        double ratio = StrictMath.sqrt(1 - e2); // b/a
        double b = semiMajorAxisM * ratio;
        double y = z; // tan φ = y / x throughout
        double x = p * (1 - e2);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double u = StrictMath.hypot(x, ratio * y);
            double sinU = ratio * y / u;
            double cosU = x / u;
            double nextY = z + e2 / (1 - e2) * b * sinU * sinU * sinU;
            double nextX = p - e2 * semiMajorAxisM * cosU * cosU * cosU;
            double turned = StrictMath.abs(nextY * x - nextX * y);
            boolean settled =
                    turned <= 1e-16 * StrictMath.hypot(x, y) * StrictMath.hypot(nextX, nextY);
            y = nextY;
            x = nextX;
            if (settled) {
                break;
            }
        }
        double length = StrictMath.hypot(x, y);
        double sin = y / length;
        double cos = x / length;
        double heightM = p * cos + z * sin - semiMajorAxisM * StrictMath.sqrt(1 - e2 * sin * sin);
        double longitudeRad = p == 0 ? 0 : StrictMath.atan2(ecef.yM(), ecef.xM());
        return new Position(new GeoPoint(StrictMath.atan2(y, x), longitudeRad), heightM);
    }

    /// Straight distance between two places, m.
    public static double distanceM(Ecef one, Ecef other) {
        double x = one.xM() - other.xM();
        double y = one.yM() - other.yM();
        double z = one.zM() - other.zM();
        return StrictMath.sqrt(x * x + y * y + z * z);
    }

    private double eccentricitySquared() {
        double f = 1 / inverseFlattening;
        return f * (2 - f);
    }
}
