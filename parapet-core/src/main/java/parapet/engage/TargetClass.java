package parapet.engage;

/// A class of target.
///
/// @param id name
/// @param radarCrossSectionM2 mean radar cross section, m², more than 0
/// @param price price of one, in a currency common to all, 0 or more
/// @param jammed share of those that would get through which jamming makes miss (soft kill), in
///   0..1, notional; the defence does not know beforehand and fires at them as at the others
/// @param fails share that fails by itself on the way, in 0..1, notional; nobody sees it
/// @param turnsAway whether it turns away at the end of its lane, where it releases what it
///   carries, and so never gets through itself
public record TargetClass(
        String id,
        double radarCrossSectionM2,
        double price,
        double jammed,
        double fails,
        boolean turnsAway) {
    public TargetClass {
        if (!(radarCrossSectionM2 > 0) || !(price >= 0)) {
            throw new IllegalArgumentException(
                    "The cross section (%s) of class (%s) must be more than 0 and its price (%s) 0 or more."
                            .formatted(radarCrossSectionM2, id, price));
        }
        if (!(jammed >= 0 && jammed <= 1) || !(fails >= 0 && fails <= 1)) {
            throw new IllegalArgumentException(
                    "The shares of class (%s) that are jammed (%s) and that fail (%s) must lie in 0..1."
                            .formatted(id, jammed, fails));
        }
    }

    /// A class that goes on to the end.
    public TargetClass(
            String id, double radarCrossSectionM2, double price, double jammed, double fails) {
        this(id, radarCrossSectionM2, price, jammed, fails, false);
    }

    /// A class that is not jammed and does not fail.
    public TargetClass(String id, double radarCrossSectionM2, double price) {
        this(id, radarCrossSectionM2, price, 0, 0);
    }
}
