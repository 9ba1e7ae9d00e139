package parapet.terrain;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import net.sf.geographiclib.Geodesic;
import parapet.geo.GeoPoint;

/// The truth model computed the slow way, with nothing of the product in it: every target by its
/// own geodesic, marched at a tenth of a cell, angles by arc tangent.
final class Marched {
    private static final double M_PER_DEG = 111_195;

    private final ToDoubleBiFunction<Double, Double> groundDeg;
    private final double stepM;

    /// @param groundDeg height of the ground at latitude and longitude in degrees
    Marched(ToDoubleBiFunction<Double, Double> groundDeg, double cellDeg) {
        this.groundDeg = groundDeg;
        stepM = cellDeg * M_PER_DEG / 10;
    }

    double lowestHeightM(
            GeoPoint site, double antennaM, double radiusM, double azimuthDeg, double distanceM) {
        double ra =
                radiusM
                        + groundDeg.applyAsDouble(site.latitudeDeg(), site.longitudeDeg())
                        + antennaM;
        var line = Geodesic.WGS84.Line(site.latitudeDeg(), site.longitudeDeg(), azimuthDeg);
        double highest = -Math.PI / 2;
        double ground = 0;
        double x = 0;
        while (x < distanceM) {
            x = Math.min(distanceM, x + Math.min(stepM, Math.max(1, x / 300)));
            var g = line.Position(x);
            ground = groundDeg.applyAsDouble(g.lat2, g.lon2);
            double r = radiusM + ground;
            double angle = x / radiusM;
            highest = Math.max(highest, Math.atan2(r * Math.cos(angle) - ra, r * Math.sin(angle)));
        }
        double angle = distanceM / radiusM;
        double ray = ra * Math.cos(highest) / Math.cos(highest + angle) - radiusM;
        return Math.max(ground, ray);
    }

    /// Differences of a floor to the truth for targets even in azimuth and area.
    record Errors(
            double biasM,
            double rmseM,
            double medianM,
            double p95M,
            double mostM,
            double within10M) {
        static Errors of(Marched truth, SkyFloor floor, int targets, long seed) {
            var random = new SplittableRandom(seed);
            double[] errors = new double[targets];
            double sum = 0;
            double squares = 0;
            int near = 0;
            for (int i = 0; i < targets; i++) {
                double azimuth = random.nextDouble(360);
                double distance = floor.reachM() * Math.sqrt(random.nextDouble(0.001, 1));
                double error =
                        floor.lowestHeightM(Math.toRadians(azimuth), distance)
                                - truth.lowestHeightM(
                                        floor.site(),
                                        floor.antennaHeightM(),
                                        floor.effectiveRadiusM(),
                                        azimuth,
                                        distance);
                sum += error;
                squares += error * error;
                near += Math.abs(error) <= 10 ? 1 : 0;
                errors[i] = Math.abs(error);
            }
            Arrays.sort(errors);
            return new Errors(
                    sum / targets,
                    Math.sqrt(squares / targets),
                    errors[targets / 2],
                    errors[targets * 95 / 100],
                    errors[targets - 1],
                    (double) near / targets);
        }
    }
}
