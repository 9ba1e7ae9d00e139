/// Contracts, deliveries and money.
///
/// Read first: [ProgrammeInput] (what the engine needs, plain numbers), [Deliveries] (the rules and
/// what comes of them), [Payments] (when each part of a price is paid), [Ledger] (money by date,
/// currency and cause). How money of different days is compared: [Accounting].
@NullMarked
package parapet.programme;

import org.jspecify.annotations.NullMarked;
