package parapet.geo;

/// A point on the WGS-84 ellipsoid.
///
/// @param latitudeRad geodetic latitude, -pi/2..pi/2
/// @param longitudeRad longitude, -pi..pi
public record GeoPoint(double latitudeRad, double longitudeRad) {
    public GeoPoint {
        if (!(Math.abs(latitudeRad) <= Math.PI / 2 && Math.abs(longitudeRad) <= Math.PI)) {
            throw new IllegalArgumentException(
                    "The latitude (%s) must be in -pi/2..pi/2 and the longitude (%s) in -pi..pi, in radians."
                            .formatted(latitudeRad, longitudeRad));
        }
    }

    /// A point given in degrees.
    public static GeoPoint ofDegrees(double latitudeDeg, double longitudeDeg) {
        return new GeoPoint(Math.toRadians(latitudeDeg), Math.toRadians(longitudeDeg));
    }

    /// Latitude in degrees.
    public double latitudeDeg() {
        return Math.toDegrees(latitudeRad);
    }

    /// Longitude in degrees.
    public double longitudeDeg() {
        return Math.toDegrees(longitudeRad);
    }
}
