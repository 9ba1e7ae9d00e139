package parapet.programme;

/// One part of a contract's price in one replication.
///
/// @param milestone key of the milestone; `advance`, or the key of the unit for what is paid on its
///   arrival
/// @param cause [MoneyCause#ADVANCE], [MoneyCause#MILESTONE] or [MoneyCause#DELIVERY]
/// @param due when the milestone is reached
/// @param paid when the money passes, `due` or later; `Long.MAX_VALUE` for never
/// @param base amount at base prices; these sum to the price
/// @param amount amount at the prices of `due`, in the currency of the contract
public record Instalment(
        String milestone, MoneyCause cause, long due, long paid, double base, double amount) {}
