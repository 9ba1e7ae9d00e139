/// Chance. Every draw names its purpose and its entity, so that a new draw in one place moves no
/// other.
///
/// Read first: [Streams].
@NullMarked
package parapet.random;

import org.jspecify.annotations.NullMarked;
