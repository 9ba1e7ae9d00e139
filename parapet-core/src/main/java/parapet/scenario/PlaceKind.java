package parapet.scenario;

import java.util.Locale;

/// Where a defended asset lies beside the units of a plan: the kinds by which a comparison of two
/// plans is told, since it may flip from one to the other.
public enum PlaceKind {
    /// A unit stands in its region.
    OWN_STATION("where a unit stands"),
    /// No unit stands there, but rounds of one reach it.
    BEHIND("behind one"),
    /// Out of reach of every unit.
    UNCOVERED("out of reach of all");

    private final String label;

    PlaceKind(String label) {
        this.label = label;
    }

    /// Key in tables, such as `own-station`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In words, such as follow a number.
    public String label() {
        return label;
    }
}
