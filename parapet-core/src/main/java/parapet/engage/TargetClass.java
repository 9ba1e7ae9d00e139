package parapet.engage;

/// A class of target.
///
/// @param id name
/// @param radarCrossSectionM2 mean radar cross section, m², more than 0
/// @param price price of one, in a currency common to all, 0 or more
public record TargetClass(String id, double radarCrossSectionM2, double price) {
    public TargetClass {
        if (!(radarCrossSectionM2 > 0) || !(price >= 0)) {
            throw new IllegalArgumentException(
                    "The cross section (%s) of class (%s) must be more than 0 and its price (%s) 0 or more."
                            .formatted(radarCrossSectionM2, id, price));
        }
    }
}
