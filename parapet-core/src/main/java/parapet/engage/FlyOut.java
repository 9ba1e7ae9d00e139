package parapet.engage;

import java.util.Arrays;

/// When rounds of one kind from one site meet a target on its way.
///
/// A decision at L sends the round at L + r, r the reaction time, and it meets the target at the
/// first s with
///
///     slant(s) = v (s - r - L),   so   L = g(s) = s - r - slant(s)/v
///
/// v the mean speed of the round. Only an s at which g is higher than ever before is a first one.
/// On a straight way slant is convex, so g is concave: it rises to at most one peak, where the
/// target runs away at v, and both the peak and the s of an L are roots of quadratics. A target
/// slower than the round has no peak, and every s is a first one.
final class FlyOut {
    private final Trajectory way;
    private final double speedMps;
    private final double reactionSec;

    /// The highest g up to each vertex.
    private final double[] latest;

    private final Intervals first;

    FlyOut(Trajectory way, double speedMps, double reactionSec) {
        this.way = way;
        this.speedMps = speedMps;
        this.reactionSec = reactionSec;
        int n = way.size();
        latest = new double[n];
        latest[0] = decisionAt(0);
        if (way.isNowhereFasterThan(speedMps)) {
            for (int i = 1; i < n; i++) {
                latest[i] = Math.max(latest[i - 1], decisionAt(i));
            }
            first = way.whole();
            return;
        }
        var found = new Intervals.Builder();
        for (int i = 1; i < n; i++) {
            double from = way.timeSec[i - 1];
            double peak = peak(i);
            double highest = peak == way.timeSec[i] ? decisionAt(i) : decisionSec(peak);
            latest[i] = latest[i - 1];
            if (highest > latest[i - 1]) {
                double begin =
                        decisionAt(i - 1) >= latest[i - 1] ? from : meeting(i, latest[i - 1]);
                found.add(begin, peak);
                latest[i] = highest;
            }
        }
        first = found.build();
    }

    /// The decision that leads to an intercept at a time, g(s).
    double decisionSec(double interceptSec) {
        return interceptSec - reactionSec - way.slantM(interceptSec) / speedMps;
    }

    private double decisionAt(int vertex) {
        return way.timeSec[vertex] - reactionSec - way.slantAtM(vertex) / speedMps;
    }

    /// The intercept that a decision leads to; NaN when the round never meets the target.
    double interceptSec(double decisionSec) {
        int n = latest.length;
        if (decisionSec > latest[n - 1]) {
            // A decision at the very end of a window may be late by its last digit.
            return decisionSec <= latest[n - 1] + 1e-6 && !first.isEmpty()
                    ? first.end(first.size() - 1)
                    : Double.NaN;
        }
        int i = Arrays.binarySearch(latest, decisionSec);
        if (i < 0) {
            i = -i - 1;
        } else {
            while (i > 0 && latest[i - 1] == decisionSec) {
                i--;
            }
        }
        return i == 0 ? way.timeSec[0] : meeting(i, decisionSec);
    }

    /// Times of decision that lead to an intercept in given intervals, from 0 on.
    Intervals windows(Intervals intercepts) {
        Intervals possible = intercepts.and(first);
        var found = new Intervals.Builder();
        for (int k = 0; k < possible.size(); k++) {
            double close = decisionSec(possible.end(k));
            if (close >= 0) {
                found.add(Math.max(0, decisionSec(possible.begin(k))), close);
            }
        }
        return found.build();
    }

    /// Time within the segment that ends at vertex `i` up to which g rises.
    private double peak(int i) {
        double from = way.timeSec[i - 1];
        double span = way.timeSec[i] - from;
        double[] p = way.point(i - 1);
        double[] q = way.point(i);
        double ww = 0;
        double pw = 0;
        double pp = 0;
        for (int k = 0; k < 3; k++) {
            double w = (q[k] - p[k]) / span;
            ww += w * w;
            pw += p[k] * w;
            pp += p[k] * p[k];
        }
        double vv = speedMps * speedMps;
        if (!(ww > vv)) {
            return way.timeSec[i];
        }
        double nearest = Math.max(0, pp - pw * pw / ww);
        double along = StrictMath.sqrt(nearest / (ww - vv)) * speedMps;
        double t = (along - pw / StrictMath.sqrt(ww)) / StrictMath.sqrt(ww);
        return t >= span ? way.timeSec[i] : from + Math.max(0, t);
    }

    /// First time within the segment that ends at vertex `i` at which g reaches `decisionSec`; g is
    /// below it at the start of the segment and reaches it.
    private double meeting(int i, double decisionSec) {
        double from = way.timeSec[i - 1];
        double span = way.timeSec[i] - from;
        double e = from - decisionSec - reactionSec; // time of flight at the start
        double[] p = way.point(i - 1);
        double[] q = way.point(i);
        double vv = speedMps * speedMps;
        double a = -vv;
        double b = -vv * e;
        double c = -vv * e * e;
        for (int k = 0; k < 3; k++) {
            double w = (q[k] - p[k]) / span;
            a += w * w;
            b += p[k] * w;
            c += p[k] * p[k];
        }
        // a t² + 2 b t + c = 0 with c > 0 and t + e >= 0 at the root wanted
        double disc = StrictMath.sqrt(Math.max(0, b * b - a * c));
        double z = b > 0 ? -b - disc : -b + disc;
        double one = a == 0 ? Double.POSITIVE_INFINITY : z / a;
        double two = z == 0 ? 0 : c / z;
        double t = Double.POSITIVE_INFINITY;
        double slack = 1e-9 * (span + StrictMath.abs(e));
        if (one >= -slack && one + e >= -slack) {
            t = one;
        }
        if (two >= -slack && two + e >= -slack) {
            t = Math.min(t, two);
        }
        return from + Math.clamp(t, 0, span);
    }
}
