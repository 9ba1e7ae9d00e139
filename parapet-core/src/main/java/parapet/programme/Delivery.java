package parapet.programme;

/// What came of one delivery in one replication. The time from due date to service is split by cause:
///
///     due -> (maker) -> ready -> (common causes) -> released -> (payment) -> paid -> (link closed) -> sent
///         -> (loss) -> arrived -> (gates) -> begun -> (deployment) -> deployed -> (gates) -> inService
///
/// All times are ticks and never fall along the chain (a unit that is ready before its due date has due = ready).
///
/// @param contract  index of the contract
/// @param unit      key of the unit
/// @param due       due date
/// @param ready     the maker is ready
/// @param released  the causes that it shares with others have passed
/// @param paid      the payment has come through
/// @param sent      the supply line is open
/// @param arrived   the unit is in the country, replaced if it was lost on the way
/// @param begun     deployment begins
/// @param deployed  deployment is done
/// @param inService first day in service
public record Delivery(
        int contract,
        String unit,
        long due,
        long ready,
        long released,
        long paid,
        long sent,
        long arrived,
        long begun,
        long deployed,
        long inService) {
    /// A delivery that shares no cause and waits for no gate.
    public Delivery(
            int contract,
            String unit,
            long due,
            long ready,
            long paid,
            long sent,
            long arrived,
            long inService) {
        this(contract, unit, due, ready, ready, paid, sent, arrived, arrived, inService, inService);
    }
}
