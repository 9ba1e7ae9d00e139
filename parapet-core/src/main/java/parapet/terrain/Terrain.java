package parapet.terrain;

import parapet.geo.GeoPoint;

/// Heights of the ground above sea level.
public interface Terrain {
    /// Height of the ground above sea level, m; water has 0.
    double heightM(GeoPoint point);

    /// Spacing of the data at a point, rad; infinite where there are none (the ground is then taken
    /// as sea).
    double spacingRad(GeoPoint point);

    /// Height of the ground above sea level, m, or not a number where there are no data.
    ///
    /// The same as [#heightM] without a point to make: it is asked millions of times for one site.
    ///
    /// @param latitudeRad -pi/2..pi/2
    /// @param longitudeRad may run past -pi or pi, as along a ray that crosses the date line
    default double knownHeightM(double latitudeRad, double longitudeRad) {
        var point = new GeoPoint(latitudeRad, StrictMath.IEEEremainder(longitudeRad, 2 * Math.PI));
        return Double.isInfinite(spacingRad(point)) ? Double.NaN : heightM(point);
    }

    /// Whether the ground at a point is unknown: data cover it and have no height there, as in the
    /// shadow of a radar that measured them. Where no data reach there is sea instead.
    ///
    /// @param latitudeRad -pi/2..pi/2
    /// @param longitudeRad may run past -pi or pi
    default boolean isUnknown(double latitudeRad, double longitudeRad) {
        return false;
    }
}
