/// The bare bones of next-event simulation: what comes next, and how strictly a run checks itself.
///
/// Read first: [EventQueue] (the pending events of one run), [Audit].
///
/// *Design history.* Event objects with an `apply` method were left out from the start: a
/// replication handles some hundred thousand events, and a number that the engine unpacks costs a
/// tenth of an object that the collector must find again.
@NullMarked
package parapet.sim;

import org.jspecify.annotations.NullMarked;
