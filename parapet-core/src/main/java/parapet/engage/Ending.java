package parapet.engage;

import java.util.Locale;

/// What became of a threat: each has exactly one.
public enum Ending {
    /// A round of a fire unit killed it.
    KILLED,
    /// It reached the end of its lane, and jamming made it miss.
    JAMMED,
    /// It failed by itself before anyone could see it.
    FAILED,
    /// It got through.
    LEAKED;

    /// Key in tables, such as `killed`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
