package parapet.sustain;

import java.util.Locale;

/// What a unit is on a day. From its due date to the end of the simulated time every unit is in
/// exactly one state.
public enum UnitState {
    /// Due but not yet in the country.
    NOT_DELIVERED,
    /// In the country but not yet in service.
    DEPLOYING,
    /// In service, everything that must work works.
    FULL,
    /// In service, able to fight with a part of its strength.
    DEGRADED,
    /// In service, unable to fight.
    DOWN,
    /// Away for overhaul or upgrade, or standing still for want of a place.
    AWAY;

    /// Key in tables and scenarios, such as `not-delivered`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
