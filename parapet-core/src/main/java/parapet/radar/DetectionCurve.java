package parapet.radar;

/// Probability of detection in one look against range, for one radar and one target, from a table.
///
/// The table has 1 025 entries, evenly spaced between the ranges where the probability is 1 - 4e-5
/// and 4e-5 above that of false alarm, and is linear between; the error is below 1e-4. Falls with
/// range, never rises. Immutable.
///
/// A question costs some nanoseconds, the table about a millisecond. [Radar#detectionProbability]
/// works out reference SNR and attenuation anew each time, which takes up to a tenth of a
/// millisecond.
public final class DetectionCurve {
    private static final int STEPS = 1024;
    private static final double NEGLIGIBLE = 4e-5;

    private final double instrumentedRangeM;
    private final double nearM;
    private final double perM;
    private final double[] probability;

    private DetectionCurve(
            double instrumentedRangeM, double nearM, double perM, double[] probability) {
        this.instrumentedRangeM = instrumentedRangeM;
        this.nearM = nearM;
        this.perM = perM;
        this.probability = probability;
    }

    /// The curve of a radar and a target.
    ///
    /// @param radar the radar
    /// @param crossSectionM2 radar cross section of the target, m², 0 or more
    public static DetectionCurve of(Radar radar, double crossSectionM2) {
        Radar.Link link = radar.link();
        Detection detection = radar.detection();
        double threshold = detection.threshold();
        double nearM = link.rangeM(crossSectionM2, 1 - NEGLIGIBLE);
        double faint = StrictMath.min(radar.falseAlarmProbability() + NEGLIGIBLE, 1 - NEGLIGIBLE);
        double farM = link.rangeM(crossSectionM2, faint);
        var probability = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double rangeM = nearM + (farM - nearM) * i / STEPS;
            double p = detection.probability(link.snr(crossSectionM2, rangeM), threshold);
            probability[i] = i == 0 ? p : StrictMath.min(p, probability[i - 1]);
        }
        double perM = farM > nearM ? STEPS / (farM - nearM) : 0;
        return new DetectionCurve(radar.instrumentedRangeM(), nearM, perM, probability);
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
            return probability[0];
        }
        int i = (int) x;
        if (i >= STEPS) {
            return probability[STEPS];
        }
        return probability[i] + (x - i) * (probability[i + 1] - probability[i]);
    }
}
