package parapet.sustain;

/// How a site replaces scrapped parts of one kind in lots: when the stock position (on the shelf,
/// on its way, on order, less what is owed) falls to the reorder point, an order is placed.
///
/// (R,Q): lots of `lot`, as many as bring the position above R. (s,S): one order up to `upTo`.
///
/// @param reorderPoint R or s; below 0 to order only when so many are owed
/// @param lot Q, 1 or more; not used when `upTo` is above the reorder point
/// @param upTo S; not above the reorder point for (R,Q)
public record Replenishment(int reorderPoint, int lot, int upTo) {
    public Replenishment {
        if (upTo <= reorderPoint && lot < 1) {
            throw new IllegalArgumentException(
                    "The lot (%d) must be 1 or more, or upTo (%d) above the reorderPoint (%d)."
                            .formatted(lot, upTo, reorderPoint));
        }
    }

    /// (R,Q): lots of `lot` when the position falls to `reorderPoint`.
    public static Replenishment lots(int reorderPoint, int lot) {
        return new Replenishment(reorderPoint, lot, reorderPoint);
    }

    /// (s,S): up to `upTo` when the position falls to `reorderPoint`.
    public static Replenishment upTo(int reorderPoint, int upTo) {
        return new Replenishment(reorderPoint, 0, upTo);
    }

    /// What to order at a position, 0 when nothing.
    int order(int position) {
        if (position > reorderPoint) {
            return 0;
        }
        if (upTo > reorderPoint) {
            return upTo - position;
        }
        int wanting = reorderPoint + 1 - position;
        return (wanting + lot - 1) / lot * lot;
    }
}
