package parapet.engage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import parapet.radar.DetectionCurve;
import parapet.radar.Radar;

/// What one sensor makes of one class on one lane: when it is in view within the instrumented
/// range, and how likely one look finds it.
///
/// The probability is kept in a table over time, linear between entries no further apart than half
/// a scan. An entry is worked out when it is first asked for: most are never asked for, because a
/// target that is tracked is not looked for. For any thread: whoever works an entry out finds the
/// same.
final class Seen {
    private static final int LARGEST_TABLE = 1 << 14;

    /// Entries of a block.
    private static final int BLOCK = 16;

    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(double[].class);

    final Intervals inView;

    private final double stepSec;
    private final @Nullable Trajectory path;
    private final @Nullable DetectionCurve curve;
    private final double instrumentedRangeM;

    /// NaN where not yet known.
    private final double[] table;

    /// No entry of a block is larger, by block; NaN where not yet known.
    private final double[] bound;

    /// What a sensor sees of lanes beyond its instrumented range.
    static final Seen NOTHING = new Seen();

    private Seen() {
        inView = Intervals.NONE;
        stepSec = 1;
        path = null;
        curve = null;
        instrumentedRangeM = 0;
        table = new double[2];
        bound = new double[1];
    }

    Seen(Trajectory path, Radar radar, DetectionCurve curve) {
        this.path = path;
        this.curve = curve;
        instrumentedRangeM = radar.instrumentedRangeM();
        inView = path.inView().and(path.within(instrumentedRangeM));
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
        table = new double[n + 1];
        Arrays.fill(table, Double.NaN);
        bound = new double[n / BLOCK + 1];
        Arrays.fill(bound, Double.NaN);
    }

    /// Probability that a look at a time finds the target, if it is in view.
    double probability(double timeSec) {
        double x = timeSec / stepSec;
        int k = Math.clamp((int) x, 0, table.length - 2);
        double p = entry(k);
        return p + (x - k) * (entry(k + 1) - p);
    }

    /// Length of a block of time for which [#bound] holds, s.
    double blockSec() {
        return BLOCK * stepSec;
    }

    /// A bound that no probability in a block of time exceeds: that at the slant range in its
    /// middle less the way of half a block. Most looks far away miss already by it.
    double bound(int block) {
        int b = Math.min(block, bound.length - 1);
        double known = (double) ENTRY.getOpaque(bound, b);
        if (Double.isNaN(known)) {
            known = 0;
            if (path != null && curve != null) {
                double half = (BLOCK / 2 + 1) * stepSec;
                double middle = Math.min((b + 0.5) * blockSec(), path.endSec());
                double nearest = path.slantM(middle) - (half + 1) * path.fastestMps();
                double range = Math.clamp(nearest, 0, instrumentedRangeM);
                known = curve.probability(range);
            }
            ENTRY.setOpaque(bound, b, known);
        }
        return known;
    }

    private double entry(int k) {
        double known = (double) ENTRY.getOpaque(table, k);
        if (Double.isNaN(known)) {
            known = work(k);
            ENTRY.setOpaque(table, k, known);
        }
        return known;
    }

    private double work(int k) {
        if (path == null || curve == null) {
            return 0;
        }
        // Beyond the instrumented range no look counts, so the table may go on smoothly there.
        return curve.probability(Math.min(path.slantM(k * stepSec), instrumentedRangeM));
    }
}
