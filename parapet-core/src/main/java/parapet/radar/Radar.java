package parapet.radar;

/// A radar by its public figures: one range at which one target is detected, from which the radar
/// equation gives every other.
///
///     SNR(sigma, R) = SNR_ref (sigma / sigma_ref) (R_ref / R)^4 10^(-2 gamma (R - R_ref) / 10)
///
/// SNR_ref is what a single look needs for the reference probability at the reference false-alarm
/// probability with the reference Swerling case; gamma is the one-way attenuation of moist air.
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
        int trackCapacity) {}
