package parapet.radar;

import static java.util.Objects.requireNonNull;

import parapet.atmosphere.GasAttenuation;
import parapet.atmosphere.GasAttenuation.MoistAir;

/// A radar by its public figures: one range at which one target is detected, from which the radar
/// equation gives every other.
///
///     SNR(sigma, R) = SNR_ref (sigma / sigma_ref) (R_ref / R)^4 10^(-2 gamma (R - R_ref) / 10)
///
/// SNR_ref is what a single look needs for the reference probability at the reference false-alarm
/// probability with the reference Swerling case; gamma is the one-way attenuation of moist air at
/// sea level (1 013.25 hPa dry, 288.15 K, 7.5 g/m³) all along the path, see [GasAttenuation]. A real
/// path climbs out of the dense air, so gamma is an upper bound of the loss beyond the reference
/// range and of the gain before it.
///
/// All looks at all targets share the Swerling case. Terrain, clutter, jamming and blind speeds are
/// not in here. For many questions about one target take a [DetectionCurve].
///
/// @param id name
/// @param frequencyHz carrier, Hz; 0 leaves attenuation out
/// @param referenceRangeM range at which the reference target is detected, m
/// @param referenceCrossSectionM2 radar cross section of that target, m²
/// @param referenceProbability probability of detection in one look at that range, 0..1
/// @param falseAlarmProbability probability of false alarm in a cell and look
/// @param swerlingCase fluctuation of the target, 0..4
/// @param pulses pulses added without phase in one look
/// @param instrumentedRangeM range beyond which nothing is reported, m
/// @param antennaHeightM height of the antenna above the ground, m
/// @param scanPeriodSec time between two looks at a target, s
/// @param confirmHits detections that start a track (M)
/// @param confirmLooks within so many looks (N)
/// @param trackCapacity tracks held at once
public record Radar(
        String id,
        double frequencyHz,
        double referenceRangeM,
        double referenceCrossSectionM2,
        double referenceProbability,
        double falseAlarmProbability,
        int swerlingCase,
        int pulses,
        double instrumentedRangeM,
        double antennaHeightM,
        double scanPeriodSec,
        int confirmHits,
        int confirmLooks,
        int trackCapacity) {
    private static final double LEAST_RANGE_M = 1;

    public Radar {
        requireNonNull(id, "id");
        require(
                frequencyHz >= 0 && frequencyHz <= 1e12,
                id,
                "frequencyHz",
                frequencyHz,
                "in 0..1e12");
        positive(id, "referenceRangeM", referenceRangeM);
        positive(id, "referenceCrossSectionM2", referenceCrossSectionM2);
        var detection = new Detection(swerlingCase, pulses, falseAlarmProbability);
        require(
                referenceProbability > detection.falseAlarmProbability()
                        && referenceProbability <= 1 - 1e-9,
                id,
                "referenceProbability",
                referenceProbability,
                "more than falseAlarmProbability (%s) and below 1"
                        .formatted(falseAlarmProbability));
        positive(id, "instrumentedRangeM", instrumentedRangeM);
        require(antennaHeightM >= 0, id, "antennaHeightM", antennaHeightM, "0 or more");
        positive(id, "scanPeriodSec", scanPeriodSec);
        require(
                confirmHits >= 1 && confirmHits <= confirmLooks,
                id,
                "confirmHits",
                confirmHits,
                "in 1..confirmLooks (%d)".formatted(confirmLooks));
        require(trackCapacity >= 0, id, "trackCapacity", trackCapacity, "0 or more");
    }

    /// Mean SNR of one pulse, a ratio of powers.
    ///
    /// @param crossSectionM2 radar cross section of the target, m², 0 or more
    /// @param rangeM slant range, m; below 1 m it counts as 1 m
    public double snr(double crossSectionM2, double rangeM) {
        return link().snr(crossSectionM2, rangeM);
    }

    /// Probability of detection in one look; 0 beyond the instrumented range.
    ///
    /// @param crossSectionM2 radar cross section of the target, m², 0 or more
    /// @param rangeM slant range, m
    public double detectionProbability(double crossSectionM2, double rangeM) {
        return rangeM > instrumentedRangeM
                ? 0
                : detection().probability(snr(crossSectionM2, rangeM));
    }

    /// The range up to which one look detects with a probability or more, at most the instrumented
    /// range, m; 0 if there is none.
    ///
    /// @param crossSectionM2 radar cross section of the target, m², 0 or more
    /// @param probability probability of detection, above 0 and at most 1 - 1e-9
    public double rangeM(double crossSectionM2, double probability) {
        return link().rangeM(crossSectionM2, probability);
    }

    Detection detection() {
        return new Detection(swerlingCase, pulses, falseAlarmProbability);
    }

    /// What does not depend on target and range, computed once.
    Link link() {
        double gammaDbPerM =
                frequencyHz == 0
                        ? 0
                        : GasAttenuation.totalDbPerKm(frequencyHz, MoistAir.SEA_LEVEL) / 1000;
        return new Link(this, detection().requiredSnr(referenceProbability), gammaDbPerM);
    }

    /// The radar with its reference SNR and the attenuation of the air.
    ///
    /// @param radar the radar
    /// @param referenceSnr SNR_ref
    /// @param gammaDbPerM one-way attenuation, dB/m
    record Link(Radar radar, double referenceSnr, double gammaDbPerM) {
        double snr(double crossSectionM2, double rangeM) {
            require(
                    crossSectionM2 >= 0,
                    radar.id,
                    "target's crossSectionM2",
                    crossSectionM2,
                    "0 or more");
            double r = StrictMath.max(LEAST_RANGE_M, rangeM);
            double ratio = radar.referenceRangeM / r;
            double air =
                    gammaDbPerM == 0
                            ? 1
                            : StrictMath.pow(10, -gammaDbPerM * (r - radar.referenceRangeM) / 5);
            return referenceSnr
                    * (crossSectionM2 / radar.referenceCrossSectionM2)
                    * (ratio * ratio * ratio * ratio)
                    * air;
        }

        double rangeM(double crossSectionM2, double probability) {
            double instrumentedM = radar.instrumentedRangeM;
            if (probability <= radar.falseAlarmProbability) {
                return instrumentedM;
            }
            double needed = radar.detection().requiredSnr(probability);
            if (snr(crossSectionM2, instrumentedM) >= needed) {
                return instrumentedM;
            }
            if (snr(crossSectionM2, LEAST_RANGE_M) < needed) {
                return 0;
            }
            double low = LEAST_RANGE_M; // the SNR falls strictly from 1 m on
            double high = instrumentedM;
            while (high - low > 1e-12 * high) {
                double middle = (low + high) / 2;
                if (snr(crossSectionM2, middle) >= needed) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private static void positive(String id, String what, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, id, what, value, "more than 0");
    }

    private static void require(
            boolean holds, String id, String what, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The %s (%s) of radar (%s) must be %s.".formatted(what, value, id, expected));
        }
    }
}
