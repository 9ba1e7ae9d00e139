package parapet.sustain;

import java.util.Locale;

/// The last link of the chain that explains why a unit is not full. Each unit-day that is not full
/// is posted to exactly one reason; where parts are missing, the j-th waiting request for a part is
/// charged to the j-th oldest part of that kind that is on its way through repair or procurement.
public enum Reason {
    /// The maker is late.
    MAKER_LATE("Delivery: maker late"),
    /// The payment is stuck.
    PAYMENT_STUCK("Delivery: payment stuck"),
    /// The supply line of deliveries is closed.
    SUPPLY_CLOSED("Delivery: supply line closed"),
    /// Lost or damaged on the way.
    LOST_IN_TRANSIT("Delivery: lost in transit"),
    /// In the country, being put into service.
    DEPLOYING("Being deployed"),
    /// Mended on the spot or a spare at hand being fitted.
    FIELD_REPAIR("Repair on site"),
    /// A spare is on its way from the supplier to the base.
    SPARE_ON_THE_WAY("Spare on its way to the base"),
    /// No spare anywhere: the part is on its way to the depot or shop.
    PART_TO_SHOP("No spare: part on its way to the shop"),
    /// No spare anywhere: no shop can take the part (none open, link closed).
    NO_SHOP("No spare: no shop open to it"),
    /// No spare anywhere: the shop waits for material.
    AWAITING_MATERIAL("No spare: shop awaits material"),
    /// No spare anywhere: all places of the shop are taken.
    SHOP_FULL("No spare: shop full"),
    /// No spare anywhere: the part is being repaired.
    IN_REPAIR("No spare: in repair"),
    /// No spare anywhere: the repaired part is on its way back.
    PART_FROM_SHOP("No spare: part on its way back"),
    /// No spare anywhere: a new part is on order.
    ON_ORDER("No spare: new part on order"),
    /// No spare anywhere and nothing on its way: nobody repairs or buys it.
    NOBODY_REPAIRS("No spare: nobody repairs it"),
    /// Overhaul or upgrade in work.
    TASK_IN_WORK("Overhaul or upgrade in work"),
    /// Due for overhaul or upgrade, grounded for want of a place.
    TASK_WAITING("Grounded, waiting for overhaul or upgrade"),
    /// A part can be mended or fitted, but no crew is free.
    NO_CREW("Repair on site: no crew free"),
    /// No spare anywhere: the shop is closed for the day or the season.
    SHOP_CLOSED("No spare: shop closed for the day or season"),
    /// No spare anywhere: the shop has a free place but may not begin more this year.
    INDUCTION_LIMIT("No spare: shop's limit of repairs begun"),
    /// No spare anywhere, or a spare that has not left: goods wait until a lot is full or departs.
    AWAITING_LOT("Goods await a full lot or a departure"),
    /// In overhaul or upgrade, which waits for parts.
    TASK_PARTS("Overhaul or upgrade waits for parts"),
    /// Found beyond repair.
    UNIT_LOST("Unit found beyond repair"),
    /// No spare anywhere: the part is not made any more.
    NO_LONGER_MADE("No spare: no longer made"),
    /// A link inside a chain: the shelf of a site is empty. Never the last one.
    SHELF_EMPTY("No spare"),
    /// A link inside a chain: a shop waits for a sub-part. Never the last one.
    AWAITING_SUB_PART("Shop awaits sub-part"),
    /// The end of a chain, after [#NO_SHOP] or [#PART_FROM_SHOP]: the way is closed.
    LINK_CLOSED("Way closed"),
    /// The end of a chain, after [#NO_SHOP]: no shop that could do it is open.
    NO_SHOP_OPEN("Shop not open"),
    /// A cause that holds up several deliveries alike.
    COMMON_CAUSE("Delivery: common cause"),
    /// In the country, waiting for works or acceptance.
    AWAITING_GATE("Delivered, waits for works or acceptance"),
    /// The contract has been cancelled: the unit never comes.
    CANCELLED("Delivery: contract cancelled");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    /// Key in tables and scenarios, such as `no-shop`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The reason with a key.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Reason of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Name shown to readers.
    public String label() {
        return label;
    }

    /// In words as a link of a chain, such as `no spare` or `in repair`, before the place.
    public String inChain() {
        return switch (this) {
            case SHELF_EMPTY -> "no spare";
            case AWAITING_SUB_PART -> "shop awaits sub-part";
            case SPARE_ON_THE_WAY -> "spare on its way";
            case NO_SHOP -> "part lies";
            default -> {
                String words = label.toLowerCase(Locale.ROOT);
                yield words.substring(words.indexOf(": ") < 0 ? 0 : words.indexOf(": ") + 2);
            }
        };
    }
}
