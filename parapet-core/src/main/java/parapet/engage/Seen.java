package parapet.engage;

import parapet.radar.DetectionCurve;
import parapet.radar.Radar;

/// What one sensor makes of one class on one lane: when it is in view within the instrumented
/// range, and how likely one look finds it.
///
/// The probability is kept in a table over time, linear between entries no further apart than half
/// a scan.
final class Seen {
    private static final int LARGEST_TABLE = 1 << 14;

    final Intervals inView;

    private final double stepSec;
    private final double[] probability;

    /// What a sensor sees of lanes beyond its instrumented range.
    static final Seen NOTHING = new Seen();

    private Seen() {
        inView = Intervals.NONE;
        stepSec = 1;
        probability = new double[2];
    }

    Seen(Trajectory path, Radar radar, DetectionCurve curve) {
        inView = path.inView().and(path.within(radar.instrumentedRangeM()));
        double end = path.endSec();
        int n =
                inView.isEmpty()
                        ? 1
                        : (int)
                                Math.clamp(
                                        StrictMath.ceil(2 * end / radar.scanPeriodSec()),
                                        1,
                                        LARGEST_TABLE);
        stepSec = end / n;
        probability = new double[n + 1];
        if (inView.isEmpty()) {
            return;
        }
        // Looks are only asked for in view; the table is filled there, one step further each way.
        int from = Math.max(0, (int) (inView.begin(0) / stepSec) - 1);
        int to = Math.min(n, (int) (inView.end(inView.size() - 1) / stepSec) + 2);
        int segment = 1;
        for (int k = from; k <= to; k++) {
            double time = k * stepSec;
            segment = path.segmentFrom(segment, time);
            // Beyond the instrumented range no look counts, so the table may go on smoothly there.
            double range = Math.min(path.slantM(segment, time), radar.instrumentedRangeM());
            probability[k] = curve.probability(range);
        }
    }

    /// Probability that a look at a time finds the target, if it is in view.
    double probability(double timeSec) {
        double x = timeSec / stepSec;
        int k = Math.clamp((int) x, 0, probability.length - 2);
        double p = probability[k];
        return p + (x - k) * (probability[k + 1] - p);
    }
}
