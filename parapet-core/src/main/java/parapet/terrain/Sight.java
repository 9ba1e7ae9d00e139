package parapet.terrain;

/// What one site can see over the ground around it, whatever the power of its radar.
public interface Sight {
    /// Lowest height above sea level in view at a distance along the ground, m: terrain, curvature
    /// and refraction hide what is lower.
    ///
    /// @param azimuthRad azimuth from the site, from true north, clockwise
    /// @param distanceM distance along the ground, more than 0
    double lowestHeightM(double azimuthRad, double distanceM);

    /// Lowest height above the ground in view if the earth were smooth, m: an upper bound of what
    /// can be seen of low flyers where the terrain data are too coarse to say.
    double smoothLowestHeightM(double distanceM);
}
