/// Contracts, deliveries and money.
///
/// Read first: [ProgrammeInput] (what the engine needs, plain numbers), [Delivery] (what comes of
/// it), [Ledger] (money by date, currency and cause).
@NullMarked
package parapet.programme;

import org.jspecify.annotations.NullMarked;
