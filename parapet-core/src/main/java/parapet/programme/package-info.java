/// Contracts, deliveries and money.
///
/// Read first: [parapet.programme.PresentValue].
@NullMarked
package parapet.programme;

import org.jspecify.annotations.NullMarked;
