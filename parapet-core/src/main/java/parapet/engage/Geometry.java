package parapet.engage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.radar.DetectionCurve;
import parapet.radar.Radar;

/// Works out the geometry of one battlefield, each part once: fire units of one kind on one site
/// share their shots, sensors of one kind on one site share what they see, and all of them share
/// the ways of targets and the curves of radars. For one thread, thrown away when the battlefield
/// is made.
final class Geometry {
    private static final double HALF = 0.5;
    private static final double UNKNOWN = Double.NEGATIVE_INFINITY;

    private final BattleInput input;
    private final Map<PathKey, Trajectory> paths = new HashMap<>();
    private final Map<ShotKey, Shots> shots = new HashMap<>();
    private final Map<SeenKey, Seen> seen = new HashMap<>();
    private final Map<CurveKey, DetectionCurve> curves = new HashMap<>();
    private final Map<CurveKey, Double> strong = new HashMap<>();

    private final @Nullable Profile[][] profiles;
    private final double[][] nearestM;

    private record PathKey(int site, int targetClass, int lane) {}

    private record ShotKey(
            PathKey path,
            Radar radar,
            double reactionSec,
            double assessmentSec,
            int looks,
            List<Magazine> magazines) {}

    private record SeenKey(PathKey path, Radar radar) {}

    private record CurveKey(Radar radar, double crossSectionM2) {}

    Geometry(BattleInput input) {
        this.input = input;
        int lanes = input.raid().lanes().size();
        profiles = new Profile[input.classes().size()][lanes];
        nearestM = new double[input.sites().size()][lanes];
        for (double[] row : nearestM) {
            Arrays.fill(row, UNKNOWN);
        }
    }

    /// What a fire unit can do about a class on a lane.
    Shots shots(FireUnit unit, int targetClass, int lane) {
        var path = new PathKey(unit.site(), targetClass, lane);
        var key =
                new ShotKey(
                        path,
                        unit.radar(),
                        unit.reactionSec(),
                        unit.assessment().meanSec(),
                        unit.doctrine().roundsAtLook().length,
                        unit.magazines());
        Shots known = shots.get(key);
        if (known == null) {
            known =
                    farAway(unit, targetClass, lane)
                            ? Shots.outOfReach(unit.magazines().size())
                            : Shots.of(
                                    input,
                                    unit,
                                    targetClass,
                                    path(path),
                                    strongM(unit.radar(), targetClass));
            shots.put(key, known);
        }
        return known;
    }

    /// What a sensor sees of a class on a lane.
    Seen seen(Sensor sensor, int targetClass, int lane) {
        var path = new PathKey(sensor.site(), targetClass, lane);
        var key = new SeenKey(path, sensor.radar());
        Seen known = seen.get(key);
        if (known == null) {
            known =
                    nearestM(sensor.site(), lane) > sensor.radar().instrumentedRangeM()
                            ? Seen.NOTHING
                            : new Seen(
                                    path(path), sensor.radar(), curve(sensor.radar(), targetClass));
            seen.put(key, known);
        }
        return known;
    }

    private boolean farAway(FireUnit unit, int targetClass, int lane) {
        double nearest = nearestM(unit.site(), lane);
        for (Magazine m : unit.magazines()) {
            Interceptor round = input.interceptors().get(m.interceptor());
            if (round.killProbability()[targetClass] > 0
                    && nearest <= round.maximumRangeM()[targetClass]) {
                return false;
            }
        }
        return true;
    }

    /// A bound below the distance of a lane from a site along the ground, m.
    private double nearestM(int site, int lane) {
        double known = nearestM[site][lane];
        if (known == UNKNOWN) {
            known = nearest(site, lane);
            nearestM[site][lane] = known;
        }
        return known;
    }

    private double nearest(int site, int lane) {
        LaneView view = input.raid().views()[site][lane];
        double nearest = Double.POSITIVE_INFINITY;
        double longest = 0;
        for (int i = 0; i < view.eastM().length; i++) {
            double east = view.eastM()[i];
            double north = view.northM()[i];
            nearest = Math.min(nearest, east * east + north * north);
            if (i > 0) {
                double x = east - view.eastM()[i - 1];
                double y = north - view.northM()[i - 1];
                longest = Math.max(longest, x * x + y * y);
            }
        }
        return StrictMath.sqrt(nearest) - StrictMath.sqrt(longest);
    }

    private Trajectory path(PathKey key) {
        return paths.computeIfAbsent(
                key,
                k ->
                        new Trajectory(
                                profile(k.targetClass, k.lane),
                                input.raid().views()[k.site][k.lane]));
    }

    private Profile profile(int targetClass, int lane) {
        Profile known = profiles[targetClass][lane];
        if (known == null) {
            known =
                    new Profile(
                            input.raid().lanes().get(lane),
                            input.raid().flights()[targetClass][lane]);
            profiles[targetClass][lane] = known;
        }
        return known;
    }

    private CurveKey curveKey(Radar radar, int targetClass) {
        return new CurveKey(radar, input.classes().get(targetClass).radarCrossSectionM2());
    }

    private DetectionCurve curve(Radar radar, int targetClass) {
        return curves.computeIfAbsent(
                curveKey(radar, targetClass), k -> DetectionCurve.of(k.radar, k.crossSectionM2));
    }

    /// Range within which one look finds the class with probability one half, m.
    private double strongM(Radar radar, int targetClass) {
        return strong.computeIfAbsent(
                curveKey(radar, targetClass), k -> k.radar.rangeM(k.crossSectionM2, HALF));
    }
}
