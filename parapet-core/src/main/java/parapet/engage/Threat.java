package parapet.engage;

/// One target of a raid.
///
/// @param targetClass index of its class
/// @param lane index of its lane
/// @param startSec when it passes the start of the lane, s since the raid began
/// @param asset index of the defended asset that it is aimed at, [#NO_ASSET] for none
/// @param decoy whether it flies and looks like its class, but harms nothing
public record Threat(int targetClass, int lane, double startSec, int asset, boolean decoy) {
    /// Aimed at no defended asset.
    public static final int NO_ASSET = -1;

    public Threat {
        if (targetClass < 0 || lane < 0 || !(startSec >= 0 && startSec < 1e7)) {
            throw new IllegalArgumentException(
                    "The class (%d) and lane (%d) of a threat must be 0 or more, its startSec (%s) in 0..1e7."
                            .formatted(targetClass, lane, startSec));
        }
        if (asset < NO_ASSET) {
            throw new IllegalArgumentException(
                    "The asset (%d) of a threat must be 0 or more, or %d for none."
                            .formatted(asset, NO_ASSET));
        }
    }

    /// A target that is no decoy and is aimed at no defended asset.
    public Threat(int targetClass, int lane, double startSec) {
        this(targetClass, lane, startSec, NO_ASSET, false);
    }
}
