package parapet.engage;

import parapet.radar.Radar;

/// How far a radar sees, from its public figures.
///
///     S = S_ref (σ / σ_ref) (R_ref / R)^4,   P_d = P_fa^(1 / (1 + S))      [Swerling 1954, case 1]
///
/// with S_ref from the reference probability. Nothing beyond the instrumented range. Attenuation
/// and other cases of fluctuation are left out.
final class RadarReach {
    private RadarReach() {}

    /// Probability that one look finds a target.
    static double detectionProbability(Radar radar, double crossSectionM2, double rangeM) {
        if (rangeM > radar.instrumentedRangeM()) {
            return 0;
        }
        double ratio = radar.referenceRangeM() / rangeM;
        double snr =
                needed(radar, radar.referenceProbability())
                        * (crossSectionM2 / radar.referenceCrossSectionM2())
                        * (ratio * ratio * ratio * ratio);
        return StrictMath.pow(radar.falseAlarmProbability(), 1 / (1 + snr));
    }

    /// Range within which one look finds a target with at least a probability, m.
    static double rangeM(Radar radar, double crossSectionM2, double probability) {
        double strength =
                needed(radar, radar.referenceProbability())
                        / needed(radar, probability)
                        * (crossSectionM2 / radar.referenceCrossSectionM2());
        return Math.min(
                radar.instrumentedRangeM(),
                radar.referenceRangeM() * StrictMath.sqrt(StrictMath.sqrt(strength)));
    }

    private static double needed(Radar radar, double probability) {
        return StrictMath.log(radar.falseAlarmProbability()) / StrictMath.log(probability) - 1;
    }
}
