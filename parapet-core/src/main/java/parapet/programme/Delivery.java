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
/// @param cancelled day on which it was cancelled, `Long.MAX_VALUE` for none; all later times are then `Long.MAX_VALUE`,
///     which stands for never
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
        long inService,
        long cancelled) {
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
        this(
                contract,
                unit,
                due,
                ready,
                ready,
                paid,
                sent,
                arrived,
                arrived,
                inService,
                inService,
                Long.MAX_VALUE);
    }

    /// The same when what has not arrived by a day never comes.
    Delivery cancelledOn(long tick) {
        return arrived <= tick
                ? this
                : new Delivery(
                        contract,
                        unit,
                        due,
                        by(tick, ready),
                        by(tick, released),
                        by(tick, paid),
                        by(tick, sent),
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        tick);
    }

    private static long by(long tick, long when) {
        return when <= tick ? when : Long.MAX_VALUE;
    }
}
