package parapet.radar;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// Probability of detection in one look against range, for one radar and one target, from a table.
///
/// The table has 1 025 entries, evenly spaced between the ranges where the probability is 1 - 4e-5
/// and 4e-5 above that of false alarm, and is linear between; the error is below 1e-4. Falls with
/// range, never rises. For any thread.
///
/// A question costs some nanoseconds, an entry of the table, worked out when it is first asked for,
/// about a microsecond. [Radar#detectionProbability] works out reference SNR and attenuation anew
/// each time, which takes up to a tenth of a millisecond.
public final class DetectionCurve {
    private static final int STEPS = 1024;
    private static final double NEGLIGIBLE = 4e-5;
    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(double[].class);

    private final double instrumentedRangeM;
    private final double nearM;
    private final double perM;
    private final double farM;
    private final Detection detection;
    private final double threshold;
    private final Radar.Link link;
    private final double crossSectionM2;

    /// NaN where not yet known; whoever works an entry out finds the same.
    private final double[] table = new double[STEPS + 1];

    private DetectionCurve(
            Radar radar, double crossSectionM2, Radar.Link link, double nearM, double farM) {
        this.instrumentedRangeM = radar.instrumentedRangeM();
        this.crossSectionM2 = crossSectionM2;
        this.link = link;
        this.nearM = nearM;
        this.farM = farM;
        perM = farM > nearM ? STEPS / (farM - nearM) : 0;
        detection = radar.detection();
        threshold = detection.threshold();
        Arrays.fill(table, Double.NaN);
    }

    /// The curve of a radar and a target.
    ///
    /// @param radar the radar
    /// @param crossSectionM2 radar cross section of the target, m², 0 or more
    public static DetectionCurve of(Radar radar, double crossSectionM2) {
        Radar.Link link = radar.link();
        double nearM = link.rangeM(crossSectionM2, 1 - NEGLIGIBLE);
        double faint = StrictMath.min(radar.falseAlarmProbability() + NEGLIGIBLE, 1 - NEGLIGIBLE);
        double farM = link.rangeM(crossSectionM2, faint);
        return new DetectionCurve(radar, crossSectionM2, link, nearM, farM);
    }

    private double entry(int i) {
        double known = (double) ENTRY.getOpaque(table, i);
        if (Double.isNaN(known)) {
            double rangeM = nearM + (farM - nearM) * i / STEPS;
            known = detection.probability(link.snr(crossSectionM2, rangeM), threshold);
            ENTRY.setOpaque(table, i, known);
        }
        return known;
    }

    /// Probability of detection in one look; 0 beyond the instrumented range.
    ///
    /// @param rangeM slant range, m, 0 or more
    public double probability(double rangeM) {
        if (rangeM > instrumentedRangeM) {
            return 0;
        }
        double x = (rangeM - nearM) * perM;
        if (x <= 0) {
            return entry(0);
        }
        int i = (int) x;
        if (i >= STEPS) {
            return entry(STEPS);
        }
        double before = entry(i);
        return before + (x - i) * (Math.min(before, entry(i + 1)) - before);
    }
}
