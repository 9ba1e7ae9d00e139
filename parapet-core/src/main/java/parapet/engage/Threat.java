package parapet.engage;

/// One target of a raid.
///
/// @param targetClass index of its class
/// @param lane index of its lane
/// @param startSec when it passes the start of the lane, s since the raid began
/// @param asset index of the defended asset that it is aimed at, [#NO_ASSET] for none
/// @param decoy whether it flies and looks like its class, but harms nothing
/// @param carrier index of the threat that carries it and stands before it in the raid: it comes
///   only if that one reaches the end of its lane, and starts there; [#NO_CARRIER] for none
public record Threat(
        int targetClass, int lane, double startSec, int asset, boolean decoy, int carrier) {
    /// Aimed at no defended asset.
    public static final int NO_ASSET = -1;

    /// Carried by nothing: it comes by itself.
    public static final int NO_CARRIER = -1;

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
        if (carrier < NO_CARRIER) {
            throw new IllegalArgumentException(
                    "The carrier (%d) of a threat must be 0 or more, or %d for none."
                            .formatted(carrier, NO_CARRIER));
        }
    }

    /// A target that comes by itself.
    public Threat(int targetClass, int lane, double startSec, int asset, boolean decoy) {
        this(targetClass, lane, startSec, asset, decoy, NO_CARRIER);
    }

    /// Whether another threat carries it.
    public boolean carried() {
        return carrier != NO_CARRIER;
    }

    /// A target that is no decoy and is aimed at no defended asset.
    public Threat(int targetClass, int lane, double startSec) {
        this(targetClass, lane, startSec, NO_ASSET, false);
    }
}
