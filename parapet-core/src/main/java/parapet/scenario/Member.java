package parapet.scenario;

import java.util.List;

/// What comes in one draw, in plain values: a scripted raid, or the member of a family.
///
/// @param salvos what comes, from where, at what
/// @param nights nights on which it comes, 1 or more
/// @param radarRange range of all radars while it comes, as a share of theirs in quiet
@Stress
record Member(List<Salvo> salvos, int nights, double radarRange) {
    Member {
        salvos = List.copyOf(salvos);
    }

    /// Targets of one class from one side at one aim.
    ///
    /// @param id name, which keys its chance
    /// @param targetClass index of the class
    /// @param count how many, decoys among them
    /// @param decoys how many of them are decoys
    /// @param asset index of the asset at which they are aimed, -1 for none
    /// @param place key of the place at which they are aimed
    /// @param bearingsRad bearing of each lane at its end, to where it begins
    /// @param distanceM length of the lanes
    /// @param afterSec when the first begins
    /// @param withinSec time over which they begin
    @Stress
    record Salvo(
            String id,
            int targetClass,
            int count,
            int decoys,
            int asset,
            String place,
            List<Double> bearingsRad,
            double distanceM,
            double afterSec,
            double withinSec) {
        Salvo {
            bearingsRad = List.copyOf(bearingsRad);
        }
    }
}
