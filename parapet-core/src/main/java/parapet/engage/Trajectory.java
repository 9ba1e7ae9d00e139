package parapet.engage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parapet.flight.Flight;
import parapet.flight.Lane;
import parapet.geo.Sector;

/// One class of target on one lane as seen from one site: linear between vertices in place, height
/// and margin of view.
///
///     slant = √(east² + north² + (h - h_site)²)
///
/// Curvature of the earth is left to the view. By the law of cosines the true distance is larger by
/// the share (h + h_site) / 2R, less d² / 24 R²: below 0.3 % up to 30 km high and 400 km away.
///
/// In view: where the terrain of a vertex is coarse and the target flies below 1 km over it, the
/// height above the ground must reach the smooth-earth bound; elsewhere the height above sea level
/// must reach the lowest one in view. The margin (height less what is needed) is linear between
/// vertices.
final class Trajectory {
    /// Height over coarse terrain below which only the smooth-earth bound is used, m.
    static final double COARSE_BELOW_M = 1_000;

    private static final double INSTANT_SEC = 1e-6;

    /// Bound of margins: farther than any height, so that an endless one can be interpolated.
    private static final double FAR_M = 1e12;

    final double[] timeSec;
    private final Profile profile;
    private final LaneView view;
    private final double[] eastM;
    private final double[] northM;
    private final double[] seaM;
    private final double siteM;

    /// Square of the slant range at each vertex, m².
    private final double[] slantSquared;

    /// Length of the longest segment, m, and square of the highest speed on one, m²/s².
    private final double longestM;

    private final double fastestSquared;
    private @Nullable Intervals inView;

    Trajectory(Lane lane, Flight flight, LaneView view) {
        this(new Profile(lane, flight), view);
    }

    Trajectory(Profile profile, LaneView view) {
        int n = profile.timeSec.length;
        if (view.eastM().length != n) {
            throw new IllegalArgumentException(
                    "The lane (%s) has (%d) vertices and its view (%d)."
                            .formatted(profile.lane.id(), n, view.eastM().length));
        }
        this.profile = profile;
        this.view = view;
        timeSec = profile.timeSec;
        eastM = view.eastM();
        northM = view.northM();
        seaM = profile.seaM;
        siteM = view.siteM();
        slantSquared = new double[n];
        double longest = 0;
        double fastest = 0;
        for (int i = 0; i < n; i++) {
            double up = seaM[i] - siteM;
            slantSquared[i] = eastM[i] * eastM[i] + northM[i] * northM[i] + up * up;
            if (i > 0) {
                double east = eastM[i] - eastM[i - 1];
                double north = northM[i] - northM[i - 1];
                double climb = seaM[i] - seaM[i - 1];
                double length = east * east + north * north + climb * climb;
                longest = Math.max(longest, length);
                fastest = Math.max(fastest, length * profile.perSpanSquared[i]);
            }
        }
        longestM = StrictMath.sqrt(longest);
        fastestSquared = fastest;
    }

    /// When the slant range is at most a radius.
    Intervals within(double radiusM) {
        double inside = radiusM * radiusM;
        double outside = (radiusM + longestM) * (radiusM + longestM);
        var found = new Intervals.Builder();
        int n = timeSec.length;
        for (int i = 1; i < n; i++) {
            double before = slantSquared[i - 1];
            double after = slantSquared[i];
            if (before <= inside && after <= inside) {
                int from = i - 1;
                while (i + 1 < n && slantSquared[i + 1] <= inside) {
                    i++;
                }
                found.add(timeSec[from], timeSec[i]);
            } else if (before <= outside && after <= outside) {
                double[] u = Crossings.inside(point(i - 1), point(i), radiusM);
                if (u.length > 0) {
                    found.add(at(i, u[0]), at(i, u[1]));
                }
            }
        }
        return found.build();
    }

    /// When the slant range is at least a radius.
    Intervals beyond(double radiusM) {
        if (radiusM == 0) {
            return profile.whole();
        }
        double outside = (radiusM + longestM) * (radiusM + longestM);
        var found = new Intervals.Builder();
        int n = timeSec.length;
        for (int i = 1; i < n; i++) {
            if (slantSquared[i - 1] > outside) {
                int from = i - 1;
                while (i + 1 < n && slantSquared[i] > outside) {
                    i++;
                }
                found.add(timeSec[from], timeSec[i]);
                continue;
            }
            double[] u = Crossings.inside(point(i - 1), point(i), radiusM);
            if (u.length == 0) {
                found.add(timeSec[i - 1], timeSec[i]);
                continue;
            }
            if (u[0] > 0) {
                found.add(timeSec[i - 1], at(i, u[0]));
            }
            if (u[1] < 1) {
                found.add(at(i, u[1]), timeSec[i]);
            }
        }
        return found.build();
    }

    /// When it lies in a sector about the site: on the one side of each of its two edges, and of one
    /// of them where it is wider than half a turn. The distance from an edge is linear in time,
    ///
    ///     east cos a - north sin a
    ///
    /// so the crossings are exact. Touching an edge, or passing over the site from outside, is no time
    /// in the sector: what is shorter than a microsecond is left out.
    Intervals in(Sector sector) {
        if (sector.all()) {
            return whole();
        }
        Intervals past = besides(sector.firstRad(), 1);
        Intervals before = besides(sector.lastRad(), -1);
        Intervals both = sector.widthRad() <= Math.PI ? past.and(before) : past.or(before);
        return both.longerThan(INSTANT_SEC);
    }

    private Intervals besides(double azimuthRad, int side) {
        double cos = side * StrictMath.cos(azimuthRad);
        double sin = side * StrictMath.sin(azimuthRad);
        var beside = new double[timeSec.length];
        for (int i = 0; i < beside.length; i++) {
            beside[i] = eastM[i] * cos - northM[i] * sin;
        }
        return Intervals.whereNotNegative(timeSec, beside);
    }

    /// When it is at least so high above the ground and at most so high above sea level.
    Intervals between(double leastGroundM, double greatestSeaM) {
        return profile.between(leastGroundM, greatestSeaM);
    }

    /// When terrain and horizon do not hide it.
    Intervals inView() {
        Intervals known = inView;
        if (known == null) {
            known = whereInView(false);
            inView = known;
        }
        return known;
    }

    /// When a smooth earth would not hide it from the same height above the ground.
    Intervals inViewOnSmoothEarth() {
        return whereInView(true);
    }

    private Intervals whereInView(boolean smoothEarth) {
        var margin = new double[timeSec.length];
        boolean[] coarse = profile.lane.coarse();
        double[] groundM = profile.groundM;
        for (int i = 0; i < margin.length; i++) {
            boolean smooth = smoothEarth || (coarse[i] && groundM[i] < COARSE_BELOW_M);
            double one =
                    smooth ? groundM[i] - view.smoothLowestM()[i] : seaM[i] - view.lowestM()[i];
            if (Double.isNaN(one)) {
                throw new IllegalArgumentException(
                        "The margin of view at vertex (%d) of lane (%s) is not a number."
                                .formatted(i, profile.lane.id()));
            }
            margin[i] = one > FAR_M ? FAR_M : one < -FAR_M ? -FAR_M : one;
        }
        return Intervals.whereNotNegative(timeSec, margin);
    }

    /// Slant range at a time, m.
    double slantM(double time) {
        return slantM(segment(time), time);
    }

    /// Slant range at a time in the segment that a vertex ends, m.
    double slantM(int i, double time) {
        double u = (time - timeSec[i - 1]) / (timeSec[i] - timeSec[i - 1]);
        double east = eastM[i - 1] + u * (eastM[i] - eastM[i - 1]);
        double north = northM[i - 1] + u * (northM[i] - northM[i - 1]);
        double from = seaM[i - 1] - siteM;
        double up = from + u * (seaM[i] - siteM - from);
        return StrictMath.sqrt(east * east + north * north + up * up);
    }

    /// Slant range at a vertex, m.
    double slantAtM(int vertex) {
        return StrictMath.sqrt(slantSquared[vertex]);
    }

    /// Highest speed, m/s.
    double fastestMps() {
        return StrictMath.sqrt(fastestSquared);
    }

    /// Whether it is nowhere faster than a speed.
    boolean isNowhereFasterThan(double speedMps) {
        return fastestSquared <= speedMps * speedMps;
    }

    /// From start to end.
    Intervals whole() {
        return profile.whole();
    }

    /// Place at a vertex.
    double[] point(int vertex) {
        return new double[] {eastM[vertex], northM[vertex], seaM[vertex] - siteM};
    }

    /// Number of vertices.
    int size() {
        return timeSec.length;
    }

    double endSec() {
        return timeSec[timeSec.length - 1];
    }

    /// Index of the vertex that ends the segment of a time.
    private int segment(double time) {
        int i = Arrays.binarySearch(timeSec, time);
        return Math.clamp(i >= 0 ? i : -i - 1, 1, timeSec.length - 1);
    }

    private double at(int i, double u) {
        if (u == 0) {
            return timeSec[i - 1];
        }
        return u == 1 ? timeSec[i] : timeSec[i - 1] + u * (timeSec[i] - timeSec[i - 1]);
    }
}
