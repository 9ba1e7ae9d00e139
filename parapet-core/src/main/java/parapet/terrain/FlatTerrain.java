package parapet.terrain;

import parapet.geo.GeoPoint;

/// Ground of one height everywhere, such as the sea.
///
/// It is as exact as one likes; its spacing is given as 30 arc-seconds, so that it answers for low
/// heights without asking for steps finer than a smooth earth deserves.
///
/// @param groundHeightM height above sea level, m
public record FlatTerrain(double groundHeightM) implements Terrain {
    private static final double SPACING_RAD = Math.toRadians(30.0 / 3600);

    public FlatTerrain {
        if (!Double.isFinite(groundHeightM)) {
            throw new IllegalArgumentException(
                    "The height (%s) of flat ground must be finite.".formatted(groundHeightM));
        }
    }

    @Override
    public double heightM(GeoPoint point) {
        return groundHeightM;
    }

    @Override
    public double spacingRad(GeoPoint point) {
        return SPACING_RAD;
    }

    @Override
    public double knownHeightM(double latitudeRad, double longitudeRad) {
        return groundHeightM;
    }
}
