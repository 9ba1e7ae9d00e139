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
    /// It released what it carries, if anything, at the end of its lane and turned away: neither
    /// stopped nor got through.
    TURNED_AWAY,
    /// Its carrier did not come to the point of release, so it never came.
    NOT_RELEASED,
    /// It got through.
    LEAKED;

    /// Key in tables, such as `killed` or `turned-away`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
