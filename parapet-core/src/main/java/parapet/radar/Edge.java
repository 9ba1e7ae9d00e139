package parapet.radar;

/// Why a radar covers a place at a height, or not.
public enum Edge {
    /// It is covered.
    COVERED,
    /// Mountains hide it: over a smooth earth it would be in view.
    TERRAIN,
    /// The curve of the earth hides it.
    HORIZON,
    /// It is in view and too far for the power of the radar.
    POWER,
    /// Ground before it is unknown, and what is known does not hide it.
    UNKNOWN
}
