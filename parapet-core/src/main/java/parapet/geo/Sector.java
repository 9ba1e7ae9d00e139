package parapet.geo;

/// A sector of azimuths about a site, its edges included.
///
/// @param middleRad azimuth of its middle, from north through east, rad
/// @param widthRad width, more than 0, at most a full turn, rad
public record Sector(double middleRad, double widthRad) {
    /// All round.
    public static final Sector ALL = new Sector(0, 2 * Math.PI);

    public Sector {
        if (!(widthRad > 0 && widthRad <= 2 * Math.PI) || !Double.isFinite(middleRad)) {
            throw new IllegalArgumentException(
                    "The middle (%s) of a sector must be finite, its width (%s) more than 0 and at most a full turn."
                            .formatted(middleRad, widthRad));
        }
    }

    /// Whether it is all round.
    public boolean all() {
        return widthRad == 2 * Math.PI;
    }

    /// Azimuth of the edge that comes first, going through east.
    public double firstRad() {
        return middleRad - widthRad / 2;
    }

    /// Azimuth of the other edge.
    public double lastRad() {
        return middleRad + widthRad / 2;
    }

    /// Whether an azimuth lies in it.
    public boolean contains(double azimuthRad) {
        return all()
                || Math.abs(StrictMath.IEEEremainder(azimuthRad - middleRad, 2 * Math.PI))
                        <= widthRad / 2;
    }
}
