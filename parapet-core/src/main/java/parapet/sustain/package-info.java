/// Failures, repair, spares, readiness: who is ready with what on each day, and why not.
///
/// Read first: [SustainInput] (what the engine needs, plain numbers), [Network] (how the fleet is
/// supported during one phase), [ReadinessHistory] (what comes of it).
///
/// The engine is next-event: between two events nothing changes. Changes with dates reach it as
/// *phases*, complete descriptions of the network that hold from a tick on, so that any field can
/// change over time without a kind of event of its own.
@NullMarked
package parapet.sustain;

import org.jspecify.annotations.NullMarked;
