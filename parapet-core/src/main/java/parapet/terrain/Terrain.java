package parapet.terrain;

import parapet.geo.GeoPoint;

/// Heights of the ground above sea level.
public interface Terrain {
    /// Height of the ground above sea level, m; water has 0.
    double heightM(GeoPoint point);

    /// Spacing of the data at a point, rad; infinite where there are none (the ground is then taken
    /// as sea).
    double spacingRad(GeoPoint point);
}
