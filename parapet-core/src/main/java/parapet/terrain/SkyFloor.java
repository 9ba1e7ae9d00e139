package parapet.terrain;

import java.util.Arrays;
import parapet.geo.EffectiveEarth;
import parapet.geo.GeoPoint;
import parapet.geo.Geodesics;

/// The lowest height in view around one site, from terrain, kept in geodesic polar coordinates:
/// rays by azimuth, steps by distance.
///
/// Truth model: the ground is the bilinear surface of the data, sampled along the geodesic from the
/// site; the earth is a sphere of the effective radius, on which rays are straight; what lies
/// between two samples hides nothing. At a step the lowest height is the greater of the ground
/// there and the ray over the highest elevation before it. Between rays and steps it is bilinear.
///
/// Steps are half the spacing of the finest data in reach, 100 m to 2 km; near the site the ground
/// is read at up to 64 parts of a step, because what is missed there is magnified by distance. Rays
/// are at full reach half that spacing apart, or 500 m if that is more; floors are kept below 48 MB
/// by fewer rays. Cost: one height of the ground and a division for each ray and sample. Measured
/// errors and times: `docs/models/coverage.md`.
///
/// Raising the ground anywhere but under the antenna never lowers the floor anywhere. Immutable,
/// for any thread.
public final class SkyFloor implements Sight {
    private static final double LEAST_STEP_M = 100;
    private static final double GREATEST_STEP_M = 2000;
    private static final double LEAST_RAY_SPACING_M = 500;
    private static final int LEAST_RAYS = 360;
    private static final int MOST_NODES = 12_000_000; // 48 MB
    private static final double FINE_M = 460e3; // parts of a step times its distance
    private static final double MOST_PARTS_OF_DISTANCE = 1000;
    private static final double LEAST_PART_M = 7;
    private static final int MOST_PARTS = 64;
    private static final double ROUNDING_M = 1; // what steps and single precision may add
    private static final double MOST_LATITUDE = Math.toRadians(80);
    private static final double MOST_REACH_M = 2e6;

    private final GeoPoint site;
    private final double antennaHeightM;
    private final double groundHeightM;
    private final double effectiveRadiusM;
    private final double reachM;
    private final double stepM;
    private final int steps;
    private final int rays;
    private final float[] lowestM; // lowestM[ray * (steps + 1) + step], step 0 at the site
    private final float[] knownM; // knownM[ray], ground is known so far

    private SkyFloor(
            GeoPoint site,
            double antennaHeightM,
            double groundHeightM,
            double effectiveRadiusM,
            double stepM,
            int steps,
            int rays,
            float[] lowestM,
            float[] knownM) {
        this.site = site;
        this.antennaHeightM = antennaHeightM;
        this.groundHeightM = groundHeightM;
        this.effectiveRadiusM = effectiveRadiusM;
        this.stepM = stepM;
        this.steps = steps;
        this.rays = rays;
        this.lowestM = lowestM;
        this.knownM = knownM;
        reachM = stepM * steps;
    }

    /// Numbers that it holds: four bytes each.
    public int nodes() {
        return lowestM.length;
    }

    /// The floor around a site.
    ///
    /// @param terrain the ground; where it has no data there is sea
    /// @param site the place of the antenna, within 80° of the equator with all its reach
    /// @param antennaHeightM height of the antenna above the ground, 0 or more
    /// @param effectiveRadiusM radius of the effective earth, more than 0
    /// @param reachM how far the floor goes, more than 0 and at most 2000 km
    public static SkyFloor around(
            Terrain terrain,
            GeoPoint site,
            double antennaHeightM,
            double effectiveRadiusM,
            double reachM) {
        if (!(antennaHeightM >= 0 && effectiveRadiusM > 0)) {
            throw new IllegalArgumentException(
                    "The antenna height (%s) must be 0 or more and the effective radius (%s) more than 0."
                            .formatted(antennaHeightM, effectiveRadiusM));
        }
        if (!(reachM > 0 && reachM <= MOST_REACH_M)) {
            throw new IllegalArgumentException(
                    "The reach (%s) must be more than 0 and at most %s."
                            .formatted(reachM, MOST_REACH_M));
        }
        if (Math.abs(site.latitudeRad()) + reachM / EffectiveEarth.MEAN_RADIUS_M > MOST_LATITUDE) {
            throw new IllegalArgumentException(
                    "The reach (%s) of the site at latitude %s must end within 80 degrees of the equator."
                            .formatted(reachM, site.latitudeDeg()));
        }
        double spacingM = finestSpacingM(terrain, site, reachM);
        double wantedStepM =
                Math.min(Math.max(spacingM / 2, LEAST_STEP_M), Math.min(GREATEST_STEP_M, reachM));
        int steps = (int) Math.ceil(reachM / wantedStepM);
        double raySpacingM = Math.max(spacingM / 2, LEAST_RAY_SPACING_M);
        double wantedRays =
                Math.min(
                        Math.ceil(2 * Math.PI * reachM / raySpacingM),
                        (double) MOST_NODES / (steps + 1));
        int rays = (int) Math.max(wantedRays, LEAST_RAYS);
        return sweep(terrain, site, antennaHeightM, effectiveRadiusM, reachM / steps, steps, rays);
    }

    private static SkyFloor sweep(
            Terrain terrain,
            GeoPoint site,
            double antennaHeightM,
            double effectiveRadiusM,
            double stepM,
            int steps,
            int rays) {
        double groundHeightM = terrain.heightM(site);
        double[] distances = samples(stepM, steps);
        int[] atStep = new int[steps];
        int step = 0;
        for (int j = 0; j < distances.length; j++) {
            if (distances[j] == (step + 1) * stepM) {
                atStep[step++] = j;
            }
        }
        var sphere = new SphereRays(groundHeightM + antennaHeightM, effectiveRadiusM, distances);
        var ground = new GroundRays(terrain, site, distances);
        double[] profile = new double[distances.length];
        float[] lowest = new float[Math.multiplyExact(rays, steps + 1)];
        float[] knownM = new float[rays];
        boolean siteUnknown = terrain.isUnknown(site.latitudeRad(), site.longitudeRad());
        for (int ray = 0; ray < rays; ray++) {
            ground.read(2 * Math.PI * ray / rays, profile);
            int start = ray * (steps + 1);
            lowest[start] = (float) groundHeightM;
            sphere.floor(profile, atStep, lowest, start + 1);
            knownM[ray] = siteUnknown ? -1 : known(profile, distances);
        }
        return new SkyFloor(
                site,
                antennaHeightM,
                groundHeightM,
                effectiveRadiusM,
                stepM,
                steps,
                rays,
                lowest,
                knownM);
    }

    /// How far the ground of a ray is known without a gap, m; infinite to its end.
    private static float known(double[] profile, double[] distances) {
        for (int j = 0; j < profile.length; j++) {
            if (Double.isNaN(profile[j])) {
                return j == 0 ? 0 : (float) distances[j - 1];
            }
        }
        return Float.POSITIVE_INFINITY;
    }

    /// Distances at which the ground is read: every step, and parts of steps near the site, where a
    /// crest that is missed by a metre lifts the floor of far places by many.
    private static double[] samples(double stepM, int steps) {
        double mostParts = Math.max(1, Math.floor(stepM / LEAST_PART_M));
        double nearness = Math.min(FINE_M / stepM, MOST_PARTS_OF_DISTANCE);
        double[] distances = new double[steps * MOST_PARTS];
        int n = 0;
        for (int step = 0; step < steps; step++) {
            double wanted = Math.ceil(nearness / (step + 0.5));
            int parts = (int) Math.min(Math.max(wanted, 1), Math.min(mostParts, MOST_PARTS));
            for (int part = 1; part < parts; part++) {
                distances[n++] = (step + (double) part / parts) * stepM;
            }
            distances[n++] = (step + 1) * stepM;
        }
        return Arrays.copyOf(distances, n);
    }

    /// Spacing of the finest data in reach, m, looked for at the site and on rings around it.
    private static double finestSpacingM(Terrain terrain, GeoPoint site, double reachM) {
        final int directions = 16;
        final int rings = 12;
        double finestRad = terrain.spacingRad(site);
        for (int d = 0; d < directions; d++) {
            for (int r = 1; r <= rings; r++) {
                GeoPoint point =
                        Geodesics.from(site, 2 * Math.PI * d / directions, reachM * r / rings);
                finestRad = Math.min(finestRad, terrain.spacingRad(point));
            }
        }
        return finestRad * EffectiveEarth.MEAN_RADIUS_M;
    }

    /// The site.
    public GeoPoint site() {
        return site;
    }

    /// Height of the ground at the site above sea level, m.
    public double groundHeightM() {
        return groundHeightM;
    }

    /// Height of the antenna above the ground, m.
    public double antennaHeightM() {
        return antennaHeightM;
    }

    /// Radius of the effective earth, m.
    public double effectiveRadiusM() {
        return effectiveRadiusM;
    }

    /// How far the floor goes, m.
    public double reachM() {
        return reachM;
    }

    /// Number of rays.
    public int rays() {
        return rays;
    }

    /// Distance between two steps along a ray, m.
    public double stepM() {
        return stepM;
    }

    /// Lowest height above sea level in view, m; infinite beyond the reach.
    @Override
    public double lowestHeightM(double azimuthRad, double distanceM) {
        if (!(distanceM >= 0)) {
            throw new IllegalArgumentException(
                    "The distance (%s) must be 0 or more.".formatted(distanceM));
        }
        double along = distanceM / stepM;
        if (along > steps) {
            return Double.POSITIVE_INFINITY;
        }
        double round = azimuthRad / (2 * Math.PI);
        round = (round - Math.floor(round)) * rays;
        int ray = Math.min((int) round, rays - 1);
        int next = ray + 1 == rays ? 0 : ray + 1;
        double u = round - ray;
        int step = Math.min((int) along, steps - 1);
        double v = along - step;
        return (1 - u) * along(ray, step, v) + u * along(next, step, v);
    }

    /// Whether all ground up to a place is known. Beyond unknown ground the lowest height is that
    /// which the known ground leaves: what is hidden by it is hidden, what is not may be.
    public boolean isKnown(double azimuthRad, double distanceM) {
        double round = azimuthRad / (2 * Math.PI);
        round = (round - Math.floor(round)) * rays;
        int ray = Math.min((int) round, rays - 1);
        int next = ray + 1 == rays ? 0 : ray + 1;
        return distanceM <= Math.min(knownM[ray], knownM[next]);
    }

    private double along(int ray, int step, double v) {
        int k = ray * (steps + 1) + step;
        return (1 - v) * lowestM[k] + v * lowestM[k + 1];
    }

    /// Lowest height above the ground in view over a smooth earth, from the height of the antenna
    /// above its own ground, m.
    @Override
    public double smoothLowestHeightM(double distanceM) {
        return LowestVisibleHeight.smoothOnSphere(antennaHeightM, distanceM, effectiveRadiusM);
    }

    /// What sets a lowest height.
    public enum Limit {
        /// Mountains: a smooth earth would hide less, by a metre or more.
        TERRAIN,
        /// The curve of the earth: a smooth earth would hide as much or more.
        HORIZON
    }

    /// What sets the lowest height at a place.
    ///
    /// @param groundHeightM height of the ground there above sea level, m
    public Limit limit(double azimuthRad, double distanceM, double groundHeightM) {
        double aboveGroundM = lowestHeightM(azimuthRad, distanceM) - groundHeightM;
        double byHorizonM = smoothLowestHeightM(distanceM) + ROUNDING_M;
        return aboveGroundM > byHorizonM ? Limit.TERRAIN : Limit.HORIZON;
    }
}
