package parapet.engage;

import java.util.Locale;

/// Why a fire unit did not stop a threat, in the order of the chain: each stands for the link at
/// which it broke, all links before it having held. The reason of a leaker is the furthest one over
/// all fire units.
public enum Reason {
    /// The fire unit does not work.
    NOT_READY("not ready"),
    /// The threat never comes within the reach of a round that is used against it.
    OUT_OF_REACH("out of reach"),
    /// Within reach, but never in the sector in which the engagement radar works.
    OUT_OF_SECTOR("outside the sector"),
    /// Within reach, but never in view, and would not be on a smooth earth either.
    BEHIND_HORIZON("behind the horizon"),
    /// Within reach and in view on a smooth earth from the same mast, but never over this terrain.
    BEHIND_TERRAIN("behind terrain"),
    /// In view within reach, but too small for the engagement radar there.
    TOO_FAINT("too small for the radar"),
    /// Could have been engaged, but no sensor had a track in time.
    NO_TRACK("not tracked in time"),
    /// A track was refused because the sensor's track file was full.
    TRACK_FILE_FULL("track file full"),
    /// Tracked in time, but all channels were busy.
    NO_CHANNEL("all channels busy"),
    /// A channel was free, but launchers were empty and being reloaded.
    RELOADING("launchers being reloaded"),
    /// A channel was free, but no round was left.
    OUT_OF_ROUNDS("out of rounds"),
    /// A round could have been fired, but another fire unit was engaging the threat.
    LEFT_TO_OTHERS("left to another fire unit"),
    /// Fired at, and every round missed.
    MISSED("fired at and missed");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    /// The reason with a key.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Reason of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Key in tables, such as `out-of-rounds`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The reason in words.
    public String label() {
        return label;
    }
}
