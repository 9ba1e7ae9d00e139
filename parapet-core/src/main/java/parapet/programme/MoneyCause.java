package parapet.programme;

/// Why money is spent. Every entry of the [Ledger] has exactly one cause.
public enum MoneyCause {
    /// Advance payment of a contract.
    ADVANCE("Contract advances"),
    /// Payment on another milestone of a contract.
    MILESTONE("Contract milestones"),
    /// Payment on delivery.
    DELIVERY("Payments on delivery"),
    /// Purchases of spare parts decided in a plan.
    SPARES("Spare parts bought"),
    /// Missiles bought.
    MISSILES("Missiles bought"),
    /// Batteries of other kinds than the units: close-in layers and the like.
    LAYERS("Close-in layers"),
    /// Rounds held behind the batteries.
    DEPOT("Rounds in the depot"),
    /// Missiles recertified for a longer life.
    RECERTIFICATION("Missiles recertified"),
    /// New parts bought for condemned ones.
    REPLACEMENT("Parts replaced"),
    /// Repairs of parts.
    REPAIR("Repairs"),
    /// Overhauls and upgrades of whole units.
    TASK("Overhauls and upgrades"),
    /// Opening of sites.
    INVESTMENT("Opening of sites"),
    /// Yearly cost of units and sites.
    RUNNING("Running cost");

    private final String label;

    MoneyCause(String label) {
        this.label = label;
    }

    /// Name shown to readers.
    public String label() {
        return label;
    }
}
