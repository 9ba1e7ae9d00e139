/// Contracts, deliveries and money.
///
/// Read first: [ProgrammeInput] (what the engine needs, plain numbers), [Deliveries] (the rules and
/// what comes of them), [Ledger] (money by date, currency and cause).
@NullMarked
package parapet.programme;

import org.jspecify.annotations.NullMarked;
