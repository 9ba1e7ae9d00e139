package parapet.terrain;

import java.util.List;
import parapet.geo.GeoPoint;

/// Several terrains as one: at every point the first that has data answers, so the finest stands
/// first.
///
/// Nothing is blended: where a sheet ends the height may jump to that of the next.
///
/// @param parts the terrains, the one that counts most first
public record Mosaic(List<Terrain> parts) implements Terrain {
    public Mosaic {
        parts = List.copyOf(parts);
    }

    @Override
    public double heightM(GeoPoint point) {
        double z = knownHeightM(point.latitudeRad(), point.longitudeRad());
        return Double.isNaN(z) ? 0 : z;
    }

    @Override
    public double spacingRad(GeoPoint point) {
        for (Terrain part : parts) {
            double spacing = part.spacingRad(point);
            if (spacing < Double.POSITIVE_INFINITY) {
                return spacing;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double knownHeightM(double latitudeRad, double longitudeRad) {
        for (Terrain part : parts) {
            double z = part.knownHeightM(latitudeRad, longitudeRad);
            if (!Double.isNaN(z)) {
                return z;
            }
        }
        return Double.NaN;
    }
}
