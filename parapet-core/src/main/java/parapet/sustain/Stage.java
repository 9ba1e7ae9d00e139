package parapet.sustain;

/// Where a part is between its removal and its return to a shelf, or between order and receipt.
enum Stage {
    /// On its way to the supplier of the base.
    TO_SUPPLIER(Reason.PART_TO_SHOP),
    /// On its way to a shop.
    TO_SHOP(Reason.PART_TO_SHOP),
    /// Lies at a site because no shop, or no way, is open to it.
    WAITING(Reason.NO_SHOP),
    /// Lies at a site that knows no shop and no supplier: lost to the fleet unless that changes.
    STRANDED(Reason.NOBODY_REPAIRS),
    /// At the shop, a sub-part is missing.
    SUB_PART(Reason.AWAITING_SUB_PART),
    /// At the shop, material is missing.
    MATERIAL(Reason.AWAITING_MATERIAL),
    /// In the queue of the shop.
    QUEUED(Reason.SHOP_FULL),
    /// On a repair place.
    REPAIR(Reason.IN_REPAIR),
    /// Repaired, on its way back.
    RETURNING(Reason.PART_FROM_SHOP),
    /// Repaired, held back by a closed way.
    HELD(Reason.PART_FROM_SHOP),
    /// A new part on order.
    ORDERED(Reason.ON_ORDER),
    /// A new part is wanted but not made any more.
    NOT_MADE(Reason.NO_LONGER_MADE);

    final Reason reason;

    Stage(Reason reason) {
        this.reason = reason;
    }

    /// Whether a part in this stage is work for a shop: on its way there, waiting there or in
    /// repair.
    boolean loadsShop() {
        return switch (this) {
            case TO_SHOP, SUB_PART, MATERIAL, QUEUED, REPAIR -> true;
            default -> false;
        };
    }
}
