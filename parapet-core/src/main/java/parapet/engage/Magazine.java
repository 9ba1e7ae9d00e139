package parapet.engage;

/// Launchers of a fire unit for one kind of round.
///
/// @param interceptor index of the interceptor
/// @param launchers launchers, 1 or more
/// @param roundsPerLauncher rounds on a full launcher, 1 or more
/// @param reloadSec time to reload an empty launcher from the reserve, s
public record Magazine(int interceptor, int launchers, int roundsPerLauncher, double reloadSec) {
    public Magazine {
        if (launchers < 1 || roundsPerLauncher < 1 || !(reloadSec >= 0)) {
            throw new IllegalArgumentException(
                    "The launchers (%d) and rounds (%d) must be 1 or more and reloadSec (%s) 0 or more."
                            .formatted(launchers, roundsPerLauncher, reloadSec));
        }
    }
}
