package parapet.engage;

/// One target of a raid.
///
/// @param targetClass index of its class
/// @param lane index of its lane
/// @param startSec when it passes the start of the lane, s since the raid began
public record Threat(int targetClass, int lane, double startSec) {
    public Threat {
        if (targetClass < 0 || lane < 0 || !(startSec >= 0 && startSec < 1e7)) {
            throw new IllegalArgumentException(
                    "The class (%d) and lane (%d) of a threat must be 0 or more, its startSec (%s) in 0..1e7."
                            .formatted(targetClass, lane, startSec));
        }
    }
}
