package parapet.engage;

import java.util.Arrays;
import parapet.flight.Flight;
import parapet.flight.Lane;

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

    /// Bound of margins: farther than any height, so that an endless one can be interpolated.
    private static final double FAR_M = 1e12;

    final double[] timeSec;
    private final double[] seaM;
    private final double[] groundM;
    private final double[][] point;
    private final double[] marginM;
    private final double[] smoothMarginM;

    Trajectory(Lane lane, Flight flight, LaneView view) {
        int n = lane.size();
        if (flight.timeSec().length != n || view.eastM().length != n) {
            throw new IllegalArgumentException(
                    "The lane (%s) has (%d) vertices, its flight (%d) and its view (%d)."
                            .formatted(lane.id(), n, flight.timeSec().length, view.eastM().length));
        }
        timeSec = flight.timeSec();
        for (int i = 1; i < n; i++) {
            if (!(timeSec[i] > timeSec[i - 1])) {
                throw new IllegalArgumentException(
                        "The times (%s) and (%s) on lane (%s) must rise."
                                .formatted(timeSec[i - 1], timeSec[i], lane.id()));
            }
        }
        seaM = flight.seaM();
        groundM = flight.groundM();
        point = new double[n][];
        marginM = new double[n];
        smoothMarginM = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] = new double[] {view.eastM()[i], view.northM()[i], seaM[i] - view.siteM()};
            boolean smooth = lane.coarse()[i] && groundM[i] < COARSE_BELOW_M;
            double onSmooth = groundM[i] - view.smoothLowestM()[i];
            double margin = smooth ? onSmooth : seaM[i] - view.lowestM()[i];
            if (Double.isNaN(margin)) {
                throw new IllegalArgumentException(
                        "The margin of view at vertex (%d) of lane (%s) is not a number."
                                .formatted(i, lane.id()));
            }
            marginM[i] = Math.clamp(margin, -FAR_M, FAR_M);
            smoothMarginM[i] = Math.clamp(onSmooth, -FAR_M, FAR_M);
        }
    }

    /// When the slant range is at most a radius.
    Intervals within(double radiusM) {
        var found = new Intervals.Builder();
        for (int i = 1; i < timeSec.length; i++) {
            double[] u = Crossings.inside(point[i - 1], point[i], radiusM);
            if (u.length > 0) {
                found.add(at(i, u[0]), at(i, u[1]));
            }
        }
        return found.build();
    }

    /// When the slant range is at least a radius.
    Intervals beyond(double radiusM) {
        var found = new Intervals.Builder();
        for (int i = 1; i < timeSec.length; i++) {
            double[] u = Crossings.inside(point[i - 1], point[i], radiusM);
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

    /// When it is at least so high above the ground and at most so high above sea level.
    Intervals between(double leastGroundM, double greatestSeaM) {
        double[] low = Arrays.stream(groundM).map(h -> h - leastGroundM).toArray();
        double[] high = Arrays.stream(seaM).map(h -> greatestSeaM - h).toArray();
        return Intervals.whereNotNegative(timeSec, low)
                .and(Intervals.whereNotNegative(timeSec, high));
    }

    /// When terrain and horizon do not hide it.
    Intervals inView() {
        return Intervals.whereNotNegative(timeSec, marginM);
    }

    /// When a smooth earth would not hide it from the same height above the ground.
    Intervals inViewOnSmoothEarth() {
        return Intervals.whereNotNegative(timeSec, smoothMarginM);
    }

    /// Slant range at a time, m.
    double slantM(double time) {
        return slantM(segment(time), time);
    }

    /// Slant range at a time in the segment that a vertex ends, m.
    double slantM(int i, double time) {
        double u = (time - timeSec[i - 1]) / (timeSec[i] - timeSec[i - 1]);
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double x = point[i - 1][k] + u * (point[i][k] - point[i - 1][k]);
            sum += x * x;
        }
        return StrictMath.sqrt(sum);
    }

    /// Slant range at a vertex, m.
    double slantAtM(int vertex) {
        double[] p = point[vertex];
        return StrictMath.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
    }

    /// Place at a vertex.
    double[] point(int vertex) {
        return point[vertex];
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

    /// The same, for times that rise: looked for from an earlier segment on.
    int segmentFrom(int earlier, double time) {
        int i = earlier;
        while (i < timeSec.length - 1 && timeSec[i] < time) {
            i++;
        }
        return i;
    }

    private double at(int i, double u) {
        if (u == 0) {
            return timeSec[i - 1];
        }
        return u == 1 ? timeSec[i] : timeSec[i - 1] + u * (timeSec[i] - timeSec[i - 1]);
    }
}
