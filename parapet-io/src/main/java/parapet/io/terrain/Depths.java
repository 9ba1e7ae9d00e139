package parapet.io.terrain;

import java.util.List;
import parapet.terrain.GridTerrain;

/// Depths of the sea in a sheet of heights, such as ETOPO's.
///
/// A sheet holds depths if, outside the lands below sea level listed here, at least one cell in two
/// hundred lies below -20 m: lower ground than polders in such an amount is under water. In such a
/// sheet the sea is its surface, 0 m, wherever heights are negative outside the listed lands, and a
/// lake in one of them is its own surface. Other sheets keep their heights.
final class Depths {
    private static final double DEEP_M = -20;
    private static final int SHARE = 200;

    private Depths() {}

    /// A land below sea level.
    ///
    /// @param lowestM height of its lowest ground or of its lake, m
    private record Land(double south, double north, double west, double east, double lowestM) {
        boolean holds(double latitude, double longitude) {
            return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
        }
    }

    private static final List<Land> LANDS =
            List.of(
                    new Land(30.3, 33.0, 35.2, 35.8, -430), // Dead Sea, Jordan
                    new Land(42.2, 43.3, 88.0, 90.5, -155), // Turpan
                    new Land(28.3, 30.6, 25.8, 29.4, -134), // Qattara
                    new Land(12.9, 14.8, 39.7, 41.2, -126), // Danakil
                    new Land(11.4, 11.8, 42.3, 42.6, -157), // Assal
                    new Land(43.1, 43.7, 51.4, 52.3, -133), // Karagiye
                    new Land(36.4, 51.0, 46.5, 54.3, -29), // around the Caspian, and that sea
                    new Land(40.5, 42.0, 56.5, 58.6, -82), // Akdzhakaya, Sarygamysh
                    new Land(33.3, 34.8, 5.8, 8.3, -41), // Melrhir
                    new Land(27.5, 28.0, -13.0, -12.4, -56), // Sebkha Tah
                    new Land(35.6, 37.2, -117.4, -116.2, -87), // Death Valley
                    new Land(32.5, 33.9, -116.4, -115.2, -72), // Salton Sea
                    new Land(18.3, 18.7, -72.0, -71.2, -47), // Enriquillo
                    new Land(-42.6, -42.3, -64.4, -63.7, -42), // Valdés
                    new Land(-49.8, -49.3, -68.6, -68.0, -106), // Laguna del Carbón
                    new Land(-29.4, -27.4, 136.6, 138.2, -16)); // Lake Eyre

    /// Raises the sea of a sheet with depths to its surface.
    ///
    /// @param z heights, changed in place
    /// @return how many cells are sea
    static int toSurface(GridTerrain.Layout at, float[] z) {
        int deep = 0;
        int known = 0;
        for (int i = 0; i < z.length; i++) {
            known += Float.isNaN(z[i]) ? 0 : 1;
            if (z[i] < DEEP_M && z[i] > -12_000 && lowestM(at, i) == 0) {
                deep++;
            }
        }
        if (deep == 0 || (long) deep * SHARE < known) {
            return 0;
        }
        int sea = 0;
        for (int i = 0; i < z.length; i++) {
            if (z[i] < 0 && z[i] > -12_000) {
                double surface = lowestM(at, i);
                sea += surface == 0 ? 1 : 0;
                z[i] = (float) Math.max(z[i], surface);
            }
        }
        return sea;
    }

    /// The lowest land around a cell, 0 m outside the lands below sea level.
    private static double lowestM(GridTerrain.Layout at, int cell) {
        int row = cell / at.columns();
        double latitude = at.northDeg() - row * at.rowStepDeg();
        double longitude = at.westDeg() + cell % at.columns() * at.columnStepDeg();
        for (Land land : LANDS) {
            if (land.holds(latitude, longitude > 180 ? longitude - 360 : longitude)) {
                return land.lowestM();
            }
        }
        return 0;
    }
}
