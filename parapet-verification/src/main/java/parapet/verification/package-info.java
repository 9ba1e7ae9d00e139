/// Reference cases as data; computed against expected.
///
/// Read first: [parapet.verification.Cases] (where cases come from),
/// [parapet.verification.Verifier] (runs them), [parapet.verification.Models] (which model computes
/// which kind).
///
/// Nothing here computes: an adaptor converts keys and units and calls the model of the product.
@NullMarked
package parapet.verification;

import org.jspecify.annotations.NullMarked;
