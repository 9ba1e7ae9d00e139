package parapet.engage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parapet.geo.Sector;
import parapet.radar.DetectionCurve;
import parapet.radar.Radar;

/// Works out the geometry of one battlefield, each part once: fire units of one kind on one site
/// share their shots, sensors of one kind on one site share what they see, and all of them share
/// the ways of targets and the curves of radars. For one thread; thrown away when the battlefield
/// is made, or held for others by [HeldGeometry].
final class Geometry {
    private static final double HALF = 0.5;

    /// Vertices looked at first.
    private static final int EVERY = 16;

    private static final double UNKNOWN = Double.NEGATIVE_INFINITY;

    private final BattleInput input;

    /// Number of the kind of each fire unit, and of each sensor.
    private final int[] kindOf;

    private final int[] eyeOf;
    private final Map<CurveKey, DetectionCurve> curves = new HashMap<>();
    private final Map<CurveKey, Double> strong = new HashMap<>();
    private final double[][] nearestM;
    private final @Nullable Way[][] ways;

    /// All that decides what a fire unit can do about a way.
    private record Kind(
            int site,
            Radar radar,
            double reactionSec,
            double assessmentSec,
            int looks,
            List<Magazine> magazines,
            Sector sector) {}

    private record Eye(int site, Radar radar) {}

    private record CurveKey(Radar radar, double crossSectionM2) {}

    Geometry(BattleInput input) {
        this.input = input;
        var kinds = new HashMap<Kind, Integer>();
        kindOf =
                input.fireUnits().stream()
                        .map(u ->
                                new Kind(
                                        u.site(),
                                        u.radar(),
                                        u.reactionSec(),
                                        u.assessment().meanSec(),
                                        u.doctrine().roundsAtLook().length,
                                        u.magazines(),
                                        u.sector()))
                        .mapToInt(k -> kinds.computeIfAbsent(k, x -> kinds.size()))
                        .toArray();
        var eyes = new HashMap<Eye, Integer>();
        eyeOf =
                input.sensors().stream()
                        .map(s -> new Eye(s.site(), s.radar()))
                        .mapToInt(e -> eyes.computeIfAbsent(e, x -> eyes.size()))
                        .toArray();
        ways = new Way[input.classes().size()][input.raid().lanes().size()];
        nearestM = new double[input.sites().size()][input.raid().lanes().size()];
        for (double[] row : nearestM) {
            Arrays.fill(row, UNKNOWN);
        }
    }

    /// The part of one class on one lane.
    Way way(int targetClass, int lane) {
        Way known = ways[targetClass][lane];
        if (known == null) {
            known = new Way(targetClass, lane);
            ways[targetClass][lane] = known;
        }
        return known;
    }

    /// What fire units and sensors make of one class on one lane.
    final class Way {
        private final int targetClass;
        private final int lane;
        private final Profile profile;
        private final @Nullable Trajectory[] paths;
        private final @Nullable Shots[] shots;
        private final @Nullable Seen[] seen;

        private Way(int targetClass, int lane) {
            this.targetClass = targetClass;
            this.lane = lane;
            Raid raid = input.raid();
            profile = new Profile(raid.lanes().get(lane), raid.flights()[targetClass][lane]);
            paths = new Trajectory[input.sites().size()];
            shots = new Shots[kindOf.length];
            seen = new Seen[eyeOf.length];
        }

        /// What a fire unit can do about it.
        Shots shots(int fireUnit) {
            Shots known = shots[kindOf[fireUnit]];
            if (known == null) {
                FireUnit unit = input.fireUnits().get(fireUnit);
                known =
                        farAway(unit, targetClass, lane)
                                ? Shots.outOfReach(unit.magazines().size())
                                : Shots.of(
                                        input,
                                        unit,
                                        targetClass,
                                        path(unit.site()),
                                        strongM(unit.radar(), targetClass));
                shots[kindOf[fireUnit]] = known;
            }
            return known;
        }

        /// What a sensor sees of it.
        Seen seen(int sensor) {
            Seen known = seen[eyeOf[sensor]];
            if (known == null) {
                Sensor s = input.sensors().get(sensor);
                known =
                        farAway(s.site(), lane, s.radar().instrumentedRangeM())
                                ? Seen.NOTHING
                                : new Seen(
                                        path(s.site()), s.radar(), curve(s.radar(), targetClass));
                seen[eyeOf[sensor]] = known;
            }
            return known;
        }

        private Trajectory path(int site) {
            Trajectory known = paths[site];
            if (known == null) {
                known = new Trajectory(profile, input.raid().views()[site][lane]);
                paths[site] = known;
            }
            return known;
        }
    }

    private boolean farAway(FireUnit unit, int targetClass, int lane) {
        double reach = -1;
        for (Magazine m : unit.magazines()) {
            Interceptor round = input.interceptors().get(m.interceptor());
            if (round.killProbability()[targetClass] > 0) {
                reach = Math.max(reach, round.maximumRangeM()[targetClass]);
            }
        }
        return reach < 0 || farAway(unit.site(), lane, reach);
    }

    /// Whether a lane surely stays farther from a site along the ground than a range.
    private boolean farAway(int site, int lane, double rangeM) {
        LaneView view = input.raid().views()[site][lane];
        double[] east = view.eastM();
        double[] north = view.northM();
        for (int i = 0; i < east.length; i += EVERY) {
            if (east[i] * east[i] + north[i] * north[i] <= rangeM * rangeM) {
                return false;
            }
        }
        return nearestM(site, lane) > rangeM;
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
