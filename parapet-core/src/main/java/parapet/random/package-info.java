/// Chance. Every draw names its purpose and its entity, so that a new draw in one place moves no
/// other.
///
/// Read first: [Streams] (who draws what), [Sampler] (laws of durations), [KeyedRandom] (all that
/// chance decides about one small matter).
@NullMarked
package parapet.random;

import org.jspecify.annotations.NullMarked;
